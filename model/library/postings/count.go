package postings

import (
	"bytes"
	"cmp"
)

// Count says, for each word that begins so, in how many documents of a set it stands and in how many places of them.
// Words that stand in none are left out. The words come in order, until do returns false. Before each come its documents,
// with the places in each, if each is not nil.
func (s *Segment) Count(prefix string, in Set, each func(doc, places int), do func(word string, docs, places int) bool) error {
	var bad error
	err := s.Words(prefix, func(w Word) bool {
		docs, places := 0, 0
		bad = w.Each(in, func(doc, n int) {
			docs++
			places += n
			if each != nil {
				each(doc, n)
			}
		})
		return bad == nil && (docs == 0 || do(w.Text, docs, places))
	})
	return cmp.Or(bad, err)
}

// Word is a word of a segment. What it is asked is read of those around it at the same time.
type Word struct {
	Text   string
	listed listed
	lists  *lists
}

// Words calls do with the words that begin so, in order, until it returns false. A word may be asked only there.
func (s *Segment) Words(prefix string, do func(Word) bool) error {
	l := &lists{segment: s}
	return s.words(prefix, func(f found) bool {
		return bytes.HasPrefix(f.word, []byte(prefix)) && f.word[0] != prefixSign && do(Word{string(f.word), f.listed, l})
	})
}

// Each calls do with the documents of a set in which the word stands, and the number of its places in each.
func (w Word) Each(in Set, do func(doc, places int)) error {
	list, err := w.lists.of(w.listed)
	if err != nil {
		return err
	}
	return w.lists.segment.documentsOf(w.listed, list, in, do)
}

// lists reads the documents of words that come in order.
type lists struct {
	segment *Segment
	read    []byte
	begin   int64 // where it stands, in its part
}

// countedAtOnce is how many bytes of lists are read in one piece: those of many words, which lie side by side.
const countedAtOnce = 16 << 10

// of returns the list of a word.
func (l *lists) of(f listed) ([]byte, error) {
	at := f.documents - l.begin
	if at < 0 || at+f.documentsSize > int64(len(l.read)) {
		l.begin, at = f.documents, 0
		left := l.segment.parts[2] - l.segment.parts[1] - l.begin
		var err error
		if l.read, err = l.segment.readInto(l.read, 1, l.begin, max(f.documentsSize, min(countedAtOnce, left))); err != nil {
			return nil, err
		}
	}
	return l.read[at : at+f.documentsSize], nil
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
	return s.documentsOf(f.listed, list, in, do)
}

// documentsOf reads the list of the documents of a word.
func (s *Segment) documentsOf(f listed, list []byte, in Set, do func(doc, places int)) error {
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
