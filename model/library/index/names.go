package index

import (
	"cmp"
	"container/heap"
	"context"
	"iter"
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/library/postings"
	"reftel/model/names"
)

// A name stands in the words of a segment under its key: as often as the cable mentions it, and once more, so that
// those which only the source gives are there too. What else was gathered stands behind the key; forms in the same manner
// as the name, so that each can be counted by itself.
const nameSign = "\x0b"

const (
	formNote   = 'f'
	titleNote  = 't'
	volumeNote = 'v'
	aloneNote  = 'a'
)

// nameWord is how a key, and with it what is noted of the name, stands in the words. That of a part has the form behind
// it already.
func nameWord(key string) string {
	if strings.Contains(key, "\x00") {
		return nameSign + key
	}
	return nameSign + key + "\x00"
}

// names gives what a cable says of its names.
func (w *writer) names(c *model.Cable) {
	for _, g := range names.Gather(c) {
		word := nameWord(g.Key)
		w.word = append(w.word[:0], word...)
		for range g.Mentions + 1 {
			w.Word(w.word)
		}
		note := func(kind byte, text string) {
			w.word = append(append(append(w.word[:0], word...), kind), text...)
			w.Word(w.word)
		}
		for i, form := range g.Forms {
			w.word = append(append(w.word[:0], nameSign...), names.PartKey(g.Key, form)...)
			for range g.Spoken[i] + 1 {
				w.Word(w.word)
			}
		}
		if g.Title != "" {
			note(titleNote, g.Title)
		}
		if g.Volume != "" {
			note(volumeNote, g.Volume)
		}
		if g.Alone {
			note(aloneNote, "")
		}
	}
	w.Gap()
}

// Names are the names of an index at one moment.
type Names struct {
	*names.Table
	index *Index
	view  *view
	years []uint16   // of the cables, by number; 0: without a date
	file  *namesFile // from which they are read; nil: no other can write there
}

// Names reads the names of all cables. That takes ten seconds for a million names, and the next time hardly any, unless the
// index has changed; whoever needs them again keeps them, as long as [Index.HasNames] says. When ctx ends, so does the
// reading, with its error.
func (x *Index) Names(ctx context.Context) (*Names, error) {
	v := x.now()
	dates, err := x.datesOf(v)
	if err != nil {
		return nil, x.failed(err)
	}
	n := &Names{index: x, view: v, years: v.years(dates)}
	if n.Table, n.file = x.savedNames(v); n.Table != nil {
		return n, nil
	}
	var bad error
	n.Table = names.NewTable(func(yield func(names.Gathered) bool) {
		bad = v.gathered(ctx, n.years, yield)
	}, func(keys []string) int {
		found, err := n.set(ctx, keys)
		if err != nil {
			bad = err
		}
		return found.Len()
	}, x.spill())
	if bad != nil {
		return nil, x.failed(bad)
	}
	if n.Err() == nil { // else names are missing
		x.saveNames(v, n.Table)
	}
	return n, nil
}

// HasNames reports whether names are those of the index as it is now, and nobody has written where they are read from.
func (x *Index) HasNames(n *Names) bool {
	return n.view == x.now() && (n.file == nil || !n.file.changed())
}

// Cables returns the cables that have a name.
func (n *Names) Cables(ctx context.Context, e names.Entry) (*Result, error) {
	return n.WithKeys(ctx, n.Keys(e))
}

// WithKeys returns the cables that have a name with one of the keys.
func (n *Names) WithKeys(ctx context.Context, keys []string) (*Result, error) {
	found, err := n.set(ctx, keys)
	if err != nil {
		return nil, n.index.failed(err)
	}
	return &Result{n.index, n.view, found, found.Len()}, nil
}

// set returns the cables with one of several keys.
func (n *Names) set(ctx context.Context, keys []string) (postings.Set, error) {
	s := &searcher{ctx: ctx, index: n.index, view: n.view, among: n.view.live}
	found := s.none()
	for _, key := range keys {
		if err := s.or(found, []string{nameWord(key)}, false); err != nil {
			return found, err
		}
	}
	found.And(n.view.live)
	return found, nil
}

// Years says how often a name stands in the cables of each year, the first year first.
func (n *Names) Years(ctx context.Context, e names.Entry) ([]names.Year, error) {
	named := names.Tally{}
	for _, key := range n.Keys(e) {
		for _, s := range n.view.segments {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			words, err := s.words()
			if err == nil {
				err = words.Each(nameWord(key), s.part(n.view.live), func(doc, places int) {
					number := s.first + doc
					named.Add(int(n.years[number]), places-1)
				})
			}
			if err != nil {
				return nil, n.index.failed(err)
			}
		}
	}
	return named.Years(), nil
}

// years returns the year of each cable, by number, from the dates in order.
func (v *view) years(dates []int64) []uint16 {
	out := make([]uint16, 64*len(v.live))
	for i, n := range v.numbers {
		if dates[i] != undated {
			out[n] = uint16(moment(dates[i]).Year())
		}
	}
	return out
}

// gathered gives what all segments say of their names, in the order of the keys, each once.
func (v *view) gathered(ctx context.Context, years []uint16, yield func(names.Gathered) bool) error {
	var queue streams
	defer func() {
		for _, s := range queue {
			s.stop()
		}
	}()
	for _, s := range v.segments {
		next, stop := iter.Pull2(s.gathered(s.part(v.live), years))
		queue = append(queue, &stream{next: next, stop: stop})
		if more, err := queue[len(queue)-1].advance(); err != nil {
			return err
		} else if !more {
			stop()
			queue = queue[:len(queue)-1]
		}
	}
	heap.Init(&queue)
	for len(queue) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		g := queue[0].at
		g.Forms = slices.Clone(g.Forms)
		for first := true; len(queue) > 0 && queue[0].at.Key == g.Key; first = false {
			if !first {
				g.Join(queue[0].at)
			}
			more, err := queue[0].advance()
			if err != nil {
				return err
			}
			if more {
				heap.Fix(&queue, 0)
			} else {
				queue[0].stop()
				heap.Pop(&queue)
			}
		}
		if !yield(g) {
			return nil
		}
	}
	return nil
}

// gathered gives what a segment says of the names of some cables, in the order of the keys.
func (s *segment) gathered(of postings.Set, years []uint16) iter.Seq2[names.Gathered, error] {
	return func(yield func(names.Gathered, error) bool) {
		var g names.Gathered
		stopped := false
		give := func() {
			if g.Key != "" && !stopped {
				stopped = !yield(g, nil)
			}
		}
		words, err := s.words()
		if err != nil {
			yield(g, err)
			return
		}
		whole, err := words.Within(of) // what is noted of a name holds then, and nobody need look whose note it is
		if err != nil {
			yield(g, err)
			return
		}
		var bad error
		docs, places, when := 0, 0, names.Years{} // of a word
		count := func(doc, n int) {
			docs++
			places += n
			when.Add(int(years[s.first+doc]))
		}
		err = words.Words(nameSign, func(word postings.Word) bool {
			key, note, _ := strings.Cut(word.Text[len(nameSign):], "\x00")
			docs, places, when = 0, 0, names.Years{}
			if note == "" || !whole {
				if bad = word.Each(of, count); bad != nil {
					return false
				}
				if docs == 0 {
					return true
				}
			}
			if note == "" {
				give()
				g = names.Gathered{Key: key, Cables: docs, Mentions: places - docs, Years: when}
				return !stopped
			}
			switch text := note[1:]; note[0] {
			case formNote:
				g.Forms = append(g.Forms, text)
			case titleNote:
				g.Join(names.Gathered{Title: text})
			case volumeNote:
				g.Volume = text
			case aloneNote:
				g.Alone = true
			}
			return true
		})
		err = cmp.Or(bad, err)
		if give(); err != nil && !stopped {
			yield(g, err)
		}
	}
}

// stream is what one segment says, name by name.
type stream struct {
	at   names.Gathered
	next func() (names.Gathered, error, bool)
	stop func()
}

// advance goes to the next name; more is false when there is none.
func (s *stream) advance() (more bool, err error) {
	s.at, err, more = s.next()
	return more, err
}

// streams is a heap of them by their keys.
type streams []*stream

func (s streams) Len() int           { return len(s) }
func (s streams) Less(i, j int) bool { return s[i].at.Key < s[j].at.Key }
func (s streams) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }
func (s *streams) Push(x any)        { *s = append(*s, x.(*stream)) }
func (s *streams) Pop() any {
	last := (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return last
}
