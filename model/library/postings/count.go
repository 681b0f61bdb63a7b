package postings

import "strings"

// Count says, for each word that begins so, in how many documents of a set it stands and in how many places of them.
// Words that stand in none are left out. The words come in order, until do returns false.
func (s *Segment) Count(prefix string, in Set, do func(word string, docs, places int) bool) error {
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
		d := decoder{data: lists[at : at+f.documentsSize]}
		doc := -1
		for range f.docs {
			doc += int(d.number()) + 1
			n := int(d.number())
			if d.bad || doc >= s.docs {
				bad = ErrDamaged
				return false
			}
			if in.Has(doc) {
				docs++
				places += n
			}
		}
		return docs == 0 || do(f.word, docs, places)
	})
	if bad != nil {
		return bad
	}
	return err
}

// countedAtOnce is how many bytes of lists are read in one piece: those of many words, which lie side by side.
const countedAtOnce = 64 << 10
