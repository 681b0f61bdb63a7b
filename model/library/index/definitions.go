package index

import (
	"context"
	"slices"
	"sync"

	"reftel/model"
	"reftel/model/expand"
)

// What a cable says that an acronym stands for is a word of a segment: the acronym first, so that all that is said of one
// stands side by side (see [expand.Said.Word]).
const definitionSign = "\x0c"

// mostDefinitions is how many different things are read that a segment says of one acronym.
const mostDefinitions = 2000

// definitions gives what a cable says of acronyms.
func (w *writer) definitions(c *model.Cable) {
	for _, said := range expand.Gather(c) {
		w.Word([]byte(definitionSign + said.Word()))
	}
	w.Gap()
}

// Defined returns what cables other than one say that an acronym stands for (see [expand.Key]), in no order.
func (x *Index) Defined(ctx context.Context, key string, but int) ([]expand.Count, error) {
	v := x.now()
	var mu sync.Mutex
	counts := map[expand.Said]int{}
	err := x.eachSegment(ctx, v.segments, func(s *segment) error {
		words, err := s.words()
		if err != nil {
			return err
		}
		in := s.part(v.live)
		if but >= s.first && but < s.first+s.count {
			in = slices.Clone(in)
			in.Drop(but - s.first)
		}
		read := 0
		return words.Count(definitionSign+expand.WordPrefix(key), in, nil, func(word string, docs, _ int) bool {
			if said, ok := expand.ReadWord(word[len(definitionSign):]); ok {
				mu.Lock()
				counts[said] += docs
				mu.Unlock()
			}
			read++
			return read < mostDefinitions
		})
	})
	if err != nil {
		return nil, x.failed(err)
	}
	out := make([]expand.Count, 0, len(counts))
	for said, n := range counts {
		out = append(out, expand.Count{Said: said, Cables: n})
	}
	return out, nil
}

// Defining returns the first cable but one, in the order of [library.Compare], that says one of several things.
func (x *Index) Defining(ctx context.Context, said []expand.Said, but int) (number int, ok bool, err error) {
	v := x.now()
	s := &searcher{ctx: ctx, index: x, view: v, among: v.live}
	found := s.none()
	for _, one := range said {
		if err := s.or(found, []string{definitionSign + one.Word()}, false); err != nil {
			return 0, false, x.failed(err)
		}
	}
	found.And(v.live)
	for _, n := range v.numbers {
		if int(n) != but && found.Has(int(n)) {
			return int(n), true, nil
		}
	}
	return 0, false, nil
}
