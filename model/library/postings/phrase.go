package postings

import (
	"cmp"
	"math"
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
	p := phrases.Get().(*phrase)
	defer func() {
		p.segment, p.in = nil, nil
		phrases.Put(p)
	}()
	p.segment, p.in = s, in
	p.lists = slices.Grow(p.lists[:0], len(words))[:len(words)]
	lists := p.lists
	for i, word := range words {
		one, err := s.findWord(word, prefix && i == len(words)-1)
		if err != nil {
			return nil, err
		}
		if in.And(one); in.Empty() {
			return set, nil
		}
		lists[i] = lists[i][:0]
		err = s.eachWord(word, prefix && i == len(words)-1, func(f found) error {
			lists[i] = append(lists[i], f.listed)
			return nil
		})
		if err == nil && len(lists[i]) == 0 {
			err = ErrDamaged
		}
		if err != nil {
			return nil, err
		}
		p.mostDocuments(lists[i])
	}
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(len(lists[a]), len(lists[b])), cmp.Compare(lists[a][0].positionsSize, lists[b][0].positionsSize))
	})
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

// mostDocuments sorts words, those in most documents first.
func (p *phrase) mostDocuments(words []listed) {
	p.keys = p.keys[:0] // sorted in a fifth of the time that the words take
	for i, f := range words {
		p.keys = append(p.keys, (math.MaxUint32-uint64(f.docs))<<32|uint64(i))
	}
	slices.Sort(p.keys)
	p.sorted = append(p.sorted[:0], words...)
	for i, k := range p.keys {
		words[i] = p.sorted[uint32(k)]
	}
}

// phrase is the search for words side by side.
type phrase struct {
	segment *Segment
	in      Set      // documents that may have it
	starts  []int    // of each document in the bitmaps, and the end of the last
	places  []uint64 // bits of where it may begin

	lists  [][]listed // of each word, those that go on as it may among them
	keys   []uint64   // that these are sorted by
	sorted []listed

	next                 []uint64
	sizes                []byte
	documents, positions stretch
	reading              decoder // of the places of a word
}

// stretch is lists of words that stand one behind the other in the dictionary, read at once: words that begin alike are
// thousands, and most of them are in few documents.
type stretch struct {
	data []byte
	from int64
}

// longestStretch is how many bytes of places are read at once; lists that take more are read one by one.
const longestStretch = 2 << 20

// forget makes the stretch empty. Its memory is kept.
func (l *stretch) forget() { l.data = l.data[:0] }

// read reads what lies between two places of a part.
func (l *stretch) read(s *Segment, part int, from, to int64) (err error) {
	l.from = from
	l.data, err = s.readInto(l.data, part, from, to-from)
	return err
}

// of returns the list that begins somewhere.
func (l *stretch) of(s *Segment, part int, begin, size int64) ([]byte, error) {
	if begin < l.from || begin+size > l.from+int64(len(l.data)) {
		if err := l.read(s, part, begin, begin+size); err != nil {
			return nil, err
		}
	}
	return l.data[begin-l.from:][:size], nil
}

// phrases keeps the memory of searches: one takes a megabyte, for every segment.
var phrases = sync.Pool{New: func() any { return &phrase{} }}

// measure reads how many places each document has.
func (p *phrase) measure() (err error) {
	s := p.segment
	if p.sizes, err = s.readInto(p.sizes, 0, 0, s.parts[1]-s.parts[0]); err != nil {
		return err
	}
	d := decoder{data: p.sizes}
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

// reach reads the lists of several words.
func (p *phrase) reach(words []listed) error {
	p.documents.forget()
	p.positions.forget()
	if len(words) < 2 {
		return nil
	}
	first, last := words[0], words[0] // as they stand in the dictionary
	for _, f := range words {
		if f.documents < first.documents {
			first = f
		}
		if f.documents > last.documents {
			last = f
		}
	}
	err := p.documents.read(p.segment, 1, first.documents, last.documents+last.documentsSize)
	if end := last.positions + last.positionsSize; err == nil && end-first.positions <= longestStretch {
		err = p.positions.read(p.segment, 2, first.positions, end)
	}
	return err
}

// mostGaps bounds what a damaged file makes us reserve: how many gaps a document has beside its words.
const mostGaps = 1 << 16

// narrow keeps the places that agree with a word of the phrase, the one at offset; the first word sets them.
func (p *phrase) narrow(offset int, words []listed, first bool) error {
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
func (p *phrase) finish(set Set, offset int, words []listed) error {
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
func (p *phrase) each(f listed, do func(doc int, places *decoder, n int) bool) error {
	s := p.segment
	list, err := p.documents.of(s, 1, f.documents, f.documentsSize)
	if err != nil {
		return err
	}
	d, places := decoder{data: list}, &p.reading
	*places = decoder{}
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
			if places.data, err = p.positions.of(s, 2, f.positions, f.positionsSize); err != nil {
				return err
			}
		}
		if passed > 0 {
			places.skip(passed)
			passed = 0
		}
		if !do(doc, places, n) || places.bad {
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
