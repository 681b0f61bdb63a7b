package postings

import "strings"

// Count says, for each word that begins so, in how many documents of a set it stands and in how many places of them.
// Words that stand in none are left out. The words come in order, until do returns false. Before each come its documents,
// with the places in each, if each is not nil.
func (s *Segment) Count(prefix string, in Set, each func(doc, places int), do func(word string, docs, places int) bool) error {
	var lists []byte // of the words of a block
	var begin int64
	var bad error
	err := s.words(prefix, func(f found) bool {
		if !strings.HasPrefix(f.word, prefix) || f.word[0] == prefixSign {
			return false
		}
		at := f.documents - begin
		if at < 0 || at+f.documentsSize > int64(len(lists)) {
			begin, at = f.documents, 0
			size := min(max(f.documentsSize, countedAtOnce), s.parts[2]-s.parts[1]-begin)
			if lists, bad = s.read(1, begin, max(size, f.documentsSize)); bad != nil {
				return false
			}
		}
		docs, places := 0, 0
		bad = s.documentsOf(f, lists[at:at+f.documentsSize], in, func(doc, n int) {
			docs++
			places += n
			if each != nil {
				each(doc, n)
			}
		})
		return bad == nil && (docs == 0 || do(f.word, docs, places))
	})
	if bad != nil {
		return bad
	}
	return err
}

// Each calls do with the documents of a set in which a word stands, and the number of its places in each.
func (s *Segment) Each(word string, in Set, do func(doc, places int)) error {
	f, ok, err := s.lookUp(word)
	if err != nil || !ok {
		return err
	}
	list, err := s.read(1, f.documents, f.documentsSize)
	if err != nil {
		return err
	}
	return s.documentsOf(f, list, in, do)
}

// documentsOf reads the list of the documents of a word.
func (s *Segment) documentsOf(f found, list []byte, in Set, do func(doc, places int)) error {
	d := decoder{data: list}
	doc := -1
	for range f.docs {
		doc += int(d.number()) + 1
		n := int(d.number())
		if d.bad || doc >= s.docs {
			return ErrDamaged
		}
		if in.Has(doc) {
			do(doc, n)
		}
	}
	return nil
}

// countedAtOnce is how many bytes of lists are read in one piece: those of many words, which lie side by side.
const countedAtOnce = 16 << 10
