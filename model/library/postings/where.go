package postings

// FindWhere returns the documents that have a word of which something holds. It looks at every word there is.
func (s *Segment) FindWhere(holds func(word string) bool) (Set, error) {
	set := NewSet(s.docs)
	var err error
	outer := s.words("", func(f found) bool {
		if f.word[0] != prefixSign && holds(string(f.word)) {
			err = s.addDocuments(set, f, true)
		}
		return err == nil
	})
	if err == nil {
		err = outer
	}
	return set, err
}
