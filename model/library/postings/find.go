package postings

import (
	"cmp"
	"slices"
	"strings"
)

// Find returns the documents in which words stand side by side, in order; with prefix set the last one may go on.
// The words are as they were given to the builder; no word finds nothing.
func (s *Segment) Find(words []string, prefix bool) (Set, error) {
	if len(words) == 0 {
		return NewSet(s.docs), nil
	}
	last := len(words) - 1
	if last == 0 {
		return s.findWord(words[0], prefix)
	}
	in := All(s.docs) // documents that have all the words
	for i, word := range words {
		one, err := s.findWord(word, prefix && i == last)
		if err != nil {
			return nil, err
		}
		if in.And(one); in.Empty() {
			return in, nil
		}
	}
	set := NewSet(s.docs)
	var places list
	for i, word := range words {
		l, err := s.list(word, prefix && i == last, in)
		if i > 0 {
			l = places.followed(l)
		}
		if err != nil || len(l) == 0 {
			return set, err
		}
		places = l
	}
	for _, p := range places {
		set.Add(int(p.doc))
	}
	return set, nil
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
	var err error
	outer := s.words(short, func(f found) bool {
		if f.word != short && !(prefix && strings.HasPrefix(f.word, short)) || f.word[0] == prefixSign {
			return false
		}
		err = s.addDocuments(set, f, true)
		return err == nil && prefix
	})
	if err == nil {
		err = outer
	}
	return set, err
}

// addDocuments puts the documents of a word into a set; places says that their numbers of places stand with them.
func (s *Segment) addDocuments(set Set, f found, places bool) error {
	data, err := s.read(1, f.documents, f.documentsSize)
	if err != nil {
		return err
	}
	d := decoder{data: data}
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

// list is the places of a word, or of several that begin alike, in order.
type list []place

// list reads the places of a word, or of those that begin so, in some documents.
func (s *Segment) list(word string, prefix bool, in Set) (list, error) {
	var l list
	short := string(cut([]byte(word)))
	words := 0
	var err error
	outer := s.words(short, func(f found) bool {
		if f.word != short && !(prefix && strings.HasPrefix(f.word, short)) || f.word[0] == prefixSign {
			return false
		}
		words++
		l, err = s.appendPlaces(l, f, in)
		return err == nil && prefix
	})
	if words > 1 {
		slices.SortFunc(l, place.compare)
	}
	if err == nil {
		err = outer
	}
	return l, err
}

// compare orders places by document and position.
func (p place) compare(o place) int {
	return cmp.Or(cmp.Compare(p.doc, o.doc), cmp.Compare(p.position, o.position))
}

func (s *Segment) appendPlaces(l list, f found, in Set) (list, error) {
	documents, err := s.read(1, f.documents, f.documentsSize)
	if err != nil {
		return l, err
	}
	positions, err := s.read(2, f.positions, f.positionsSize)
	if err != nil {
		return l, err
	}
	d, p := decoder{data: documents}, decoder{data: positions}
	doc := -1
	for range f.docs {
		doc += int(d.number()) + 1
		n := int(d.number())
		if d.bad || doc >= s.docs || n > len(p.data) {
			return l, ErrDamaged
		}
		if !in.Has(doc) {
			p.skip(n)
			continue
		}
		at := uint32(0)
		for range n {
			at += uint32(p.number())
			l = append(l, place{uint32(doc), at})
		}
		if p.bad {
			return l, ErrDamaged
		}
	}
	return l, nil
}

// followed returns the places of the second list that come right behind one of the first.
func (l list) followed(next list) list {
	var out list
	i := 0
	for _, p := range next {
		if p.position == 0 {
			continue
		}
		before := place{p.doc, p.position - 1}
		for i < len(l) && l[i].compare(before) < 0 {
			i++
		}
		if i == len(l) {
			break
		}
		if l[i] == before {
			out = append(out, p)
		}
	}
	return out
}
