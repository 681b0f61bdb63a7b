package postings

import "bytes"

// Find returns the documents in which words stand side by side, in order; with prefix set the last one may go on.
// The words are as they were given to the builder; no word finds nothing.
func (s *Segment) Find(words []string, prefix bool) (Set, error) {
	return s.FindAmong(words, prefix, All(s.docs))
}

// FindAmong is [Segment.Find] for whoever wants to know it of some documents alone: what it says of others may be
// wrong. Phrases of common words take much less time so. The set is changed.
func (s *Segment) FindAmong(words []string, prefix bool, among Set) (Set, error) {
	if len(words) == 0 {
		return NewSet(s.docs), nil
	}
	if len(words) == 1 {
		return s.findWord(words[0], prefix)
	}
	return s.findPhrase(words, prefix, among)
}

// findWord finds a word, or those that begin so.
func (s *Segment) findWord(word string, prefix bool) (Set, error) {
	set := NewSet(s.docs)
	short := string(cut([]byte(word)))
	if prefix && len(short) <= longestPrefix {
		f, ok, err := s.lookUp(string([]byte{prefixSign}) + short)
		if err != nil || !ok {
			return set, err
		}
		return set, s.addDocuments(set, f, false)
	}
	return set, s.eachWord(word, prefix, func(f found) error { return s.addDocuments(set, f, true) })
}

// eachWord calls do with a word, if it stands anywhere, or with those that begin so.
func (s *Segment) eachWord(word string, prefix bool, do func(found) error) error {
	short := string(cut([]byte(word)))
	var err error
	outer := s.words(short, func(f found) bool {
		if string(f.word) != short && !(prefix && bytes.HasPrefix(f.word, []byte(short))) || f.word[0] == prefixSign {
			return false
		}
		err = do(f)
		return err == nil && prefix
	})
	if err == nil {
		err = outer
	}
	return err
}

// addDocuments puts the documents of a word into a set; places says that their numbers of places stand with them.
func (s *Segment) addDocuments(set Set, f found, places bool) error {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	var err error
	if *buffer, err = s.readInto(*buffer, 1, f.documents, f.documentsSize); err != nil {
		return err
	}
	d := decoder{data: *buffer}
	doc := -1
	for range f.docs {
		doc += int(d.number()) + 1
		if places {
			d.number()
		}
		if d.bad || doc >= s.docs {
			return ErrDamaged
		}
		set.Add(doc)
	}
	return nil
}
