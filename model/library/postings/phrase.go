package postings

import (
	"cmp"
	"slices"
	"sync"
)

// findPhrase finds words that stand side by side, in documents of a set, which it narrows.
//
// A bitmap has a bit for each place of the segment. The rarest word sets those where the phrase would begin; each
// other word keeps those that it agrees with. Words that begin with the last one, when it may go on, are thousands:
// they come last, the most frequent first, and look only where nothing was found yet.
func (s *Segment) findPhrase(words []string, prefix bool, in Set) (Set, error) {
	set := NewSet(s.docs)
	lists := make([][]found, len(words))
	for i, word := range words {
		one, err := s.findWord(word, prefix && i == len(words)-1)
		if err != nil {
			return nil, err
		}
		if in.And(one); in.Empty() {
			return set, nil
		}
		err = s.eachWord(word, prefix && i == len(words)-1, func(f found) error {
			lists[i] = append(lists[i], f)
			return nil
		})
		if err == nil && len(lists[i]) == 0 {
			err = ErrDamaged
		}
		if err != nil {
			return nil, err
		}
		slices.SortStableFunc(lists[i], func(a, b found) int { return b.docs - a.docs })
	}
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(len(lists[a]), len(lists[b])), cmp.Compare(lists[a][0].positionsSize, lists[b][0].positionsSize))
	})
	p := phrases.Get().(*phrase)
	defer func() {
		p.segment, p.in, p.stretch.data = nil, nil, p.stretch.data[:0]
		phrases.Put(p)
	}()
	p.segment, p.in = s, in
	if err := p.measure(); err != nil {
		return nil, err
	}
	for n, i := range order {
		if err := p.reach(lists[i]); err != nil {
			return nil, err
		}
		if n == len(order)-1 {
			return set, p.finish(set, i, lists[i])
		}
		if err := p.narrow(i, lists[i], n == 0); err != nil {
			return nil, err
		}
	}
	return set, nil
}

// phrase is the search for words side by side.
type phrase struct {
	segment *Segment
	in      Set      // documents that may have it
	starts  []int    // of each document in the bitmaps, and the end of the last
	places  []uint64 // bits of where it may begin

	next                 []uint64
	documents, positions []byte
	stretch              stretch
}

// stretch is the lists of documents of words that stand one behind the other in the dictionary, read at once: words that
// begin alike are thousands, and most of them are in few documents.
type stretch struct {
	data []byte
	from int64
}

// of returns the list of a word, if it is in the stretch.
func (s *stretch) of(f found) (list []byte, ok bool) {
	from := f.documents - s.from
	if from < 0 || from+f.documentsSize > int64(len(s.data)) {
		return nil, false
	}
	return s.data[from : from+f.documentsSize], true
}

// phrases keeps the memory of searches: one takes a megabyte, for every segment.
var phrases = sync.Pool{New: func() any { return &phrase{} }}

// measure reads how many places each document has.
func (p *phrase) measure() (err error) {
	s := p.segment
	if p.documents, err = s.readInto(p.documents, 0, 0, s.parts[1]-s.parts[0]); err != nil {
		return err
	}
	d := decoder{data: p.documents}
	p.starts = append(p.starts[:0], 0)
	end := 0
	for range s.docs {
		end += int(d.number())
		p.starts = append(p.starts, end)
	}
	if d.bad || end > int(s.parts[3]-s.parts[2])+s.docs*mostGaps {
		return ErrDamaged
	}
	return nil
}

// reach reads the lists of documents of several words.
func (p *phrase) reach(words []found) (err error) {
	p.stretch.data = p.stretch.data[:0]
	if len(words) < 2 {
		return nil
	}
	from, end := words[0].documents, int64(0)
	for _, f := range words {
		from, end = min(from, f.documents), max(end, f.documents+f.documentsSize)
	}
	p.stretch.from = from
	p.stretch.data, err = p.segment.readInto(p.stretch.data, 1, from, end-from)
	return err
}

// mostGaps bounds what a damaged file makes us reserve: how many gaps a document has beside its words.
const mostGaps = 1 << 16

// narrow keeps the places that agree with a word of the phrase, the one at offset; the first word sets them.
func (p *phrase) narrow(offset int, words []found, first bool) error {
	size := p.starts[len(p.starts)-1]/64 + 1
	p.next = slices.Grow(p.next[:0], size)[:size]
	clear(p.next)
	for _, f := range words {
		err := p.each(f, func(doc int, d *decoder, n int) bool {
			start, end := p.starts[doc], p.starts[doc+1]
			places, next := p.places, p.next
			at := start - offset
			for range n {
				if at += int(d.number()); at >= end {
					return false
				}
				if at < start {
					continue
				}
				bit := uint64(1) << (at % 64)
				if !first {
					bit &= places[at/64]
				}
				next[at/64] |= bit
			}
			return true
		})
		if err != nil {
			return err
		}
	}
	p.places, p.next = p.next, p.places
	for doc := range p.in.Docs() {
		if !anyBit(p.places, p.starts[doc], p.starts[doc+1]) {
			p.in.Drop(doc)
		}
	}
	return nil
}

// finish notes the documents in which the last word agrees too. One place is enough.
func (p *phrase) finish(set Set, offset int, words []found) error {
	for _, f := range words {
		if p.in.Empty() {
			break
		}
		err := p.each(f, func(doc int, d *decoder, n int) bool {
			at, end := p.starts[doc]-offset, p.starts[doc+1]
			for i := range n {
				if at += int(d.number()); at >= end {
					return false
				}
				if at >= p.starts[doc] && p.places[at/64]>>(at%64)&1 != 0 {
					set.Add(doc)
					p.in.Drop(doc)
					d.skip(n - i - 1)
					break
				}
			}
			return true
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// each calls do with the places of a word in each document that may have the phrase. do reads all n of them, and
// returns false where they are no places.
func (p *phrase) each(f found, do func(doc int, places *decoder, n int) bool) (err error) {
	s := p.segment
	list, ok := p.stretch.of(f)
	if !ok {
		if p.documents, err = s.readInto(p.documents, 1, f.documents, f.documentsSize); err != nil {
			return err
		}
		list = p.documents
	}
	d, places := decoder{data: list}, decoder{}
	doc, passed := -1, 0
	for range f.docs {
		doc += int(d.number()) + 1
		n := int(d.number())
		if d.bad || doc >= s.docs || int64(n) > f.positionsSize {
			return ErrDamaged
		}
		if !p.in.Has(doc) {
			passed += n
			continue
		}
		if places.data == nil { // of most words that begin alike nobody wants to know the places
			if p.positions, err = s.readInto(p.positions, 2, f.positions, f.positionsSize); err != nil {
				return err
			}
			places.data = p.positions
		}
		if passed > 0 {
			places.skip(passed)
			passed = 0
		}
		if !do(doc, &places, n) || places.bad {
			return ErrDamaged
		}
	}
	return nil
}

// anyBit reports whether a bit of [from, to) is set.
func anyBit(set []uint64, from, to int) bool {
	for from < to {
		word := set[from/64] >> (from % 64)
		if left := to - from; left < 64 {
			word &= 1<<left - 1
		}
		if word != 0 {
			return true
		}
		from += 64 - from%64
	}
	return false
}
