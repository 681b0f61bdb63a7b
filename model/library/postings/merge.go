package postings

import (
	"bytes"
	"io"
)

// Part is a segment that goes into a larger one.
type Part struct {
	*Segment
	At   int // number that its first document has there
	Keep Set // its documents that go along; the others are left empty
}

// Merged writes parts as one segment of so many documents. The parts are in the order of their documents, and those
// don't overlap; a document that is in none is empty. The whole of the new segment is in memory while it is written.
type Merged struct {
	Docs  int
	Parts []Part
}

// WriteTo writes the segment.
func (m Merged) WriteTo(w io.Writer) (int64, error) {
	sizes, err := m.sizes()
	if err != nil {
		return 0, err
	}
	s := segmentWriter{docs: m.Docs, prefixes: newPrefixLists(m.Docs)}
	cursors := make([]*cursor, len(m.Parts))
	for i, p := range m.Parts {
		cursors[i] = &cursor{segment: p.Segment}
		if err := cursors[i].next(); err != nil {
			return 0, err
		}
	}
	for {
		word, ok := least(cursors)
		if !ok {
			break
		}
		e := entry{word: word, documents: len(s.documents), positions: len(s.positions)}
		s.prefixes.word(word)
		last := -1
		for i, c := range cursors {
			if c.done || string(c.at.word) != word {
				continue
			}
			if last, err = s.take(&e, m.Parts[i], c.at, last); err != nil {
				return 0, err
			}
			if err := c.next(); err != nil {
				return 0, err
			}
		}
		if e.docs > 0 {
			s.add(e)
		}
	}
	return s.finish(w, sizes)
}

// take appends the lists of a word in a part to those of the entry, behind document last, and returns the new last one.
func (s *segmentWriter) take(e *entry, p Part, f found, last int) (int, error) {
	documents, err := p.read(1, f.documents, f.documentsSize)
	if err != nil {
		return last, err
	}
	positions, err := p.read(2, f.positions, f.positionsSize)
	if err != nil {
		return last, err
	}
	d, places := decoder{data: documents}, decoder{data: positions}
	doc := -1
	for range f.docs {
		doc += int(d.number()) + 1
		n := int(d.number())
		begin := places.at
		places.skip(n)
		if d.bad || places.bad || doc >= p.docs {
			return last, ErrDamaged
		}
		if !p.Keep.Has(doc) {
			continue
		}
		s.document(p.At+doc, last, n)
		s.positions = append(s.positions, positions[begin:places.at]...)
		last = p.At + doc
		e.docs++
	}
	return last, nil
}

// sizes returns how many places each document has.
func (m Merged) sizes() ([]int, error) {
	sizes := make([]int, m.Docs)
	for _, p := range m.Parts {
		if err := p.sizes(func(doc, places int) {
			if p.Keep.Has(doc) {
				sizes[p.At+doc] = places
			}
		}); err != nil {
			return nil, err
		}
	}
	return sizes, nil
}

// cursor goes through the words of a segment, block by block.
type cursor struct {
	segment *Segment
	words   []found // that were read and are still to come
	groups  int     // read
	blocks  blocks  // of the last one
	read    int     // of them
	at      found
	done    bool
}

// next goes to the next word that is none of the lists of prefixes: those are made anew.
func (c *cursor) next() error {
	for len(c.words) == 0 {
		if len(c.blocks.all) == c.read {
			if c.groups == len(c.segment.groups) {
				c.done = true
				return nil
			}
			if err := c.blocks.read(c.segment, c.groups); err != nil {
				return err
			}
			c.groups++
			c.read = 0
		}
		err := c.segment.block(c.blocks.all[c.read], "", func(f found) bool {
			f.word = bytes.Clone(f.word)
			c.words = append(c.words, f)
			return true
		})
		if err != nil {
			return err
		}
		c.read++
	}
	c.at, c.words = c.words[0], c.words[1:]
	c.done = c.at.word[0] == prefixSign
	return nil
}

// least is the first word that any cursor is at.
func least(cursors []*cursor) (word string, ok bool) {
	for _, c := range cursors {
		if !c.done && (!ok || string(c.at.word) < word) {
			word, ok = string(c.at.word), true
		}
	}
	return word, ok
}
