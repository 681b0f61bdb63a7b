package library

import (
	"cmp"
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/names"
)

// Library is a growing set of cables. Its methods are for one goroutine; what they return is never
// changed afterwards and may be shared.
type Library struct {
	sorted  []*model.Cable // the snapshot; replaced, never changed
	waiting []*model.Cable // added since, in any order

	byID     map[model.ID][]*model.Cable // copies as they came
	printing map[model.ID][]*model.Cable // documents of editions, by the number of the telegram that they print
	pages    map[page][]*model.Cable     // documents of editions, by the pages that begin in them
	citing   map[model.ID][]citing       // by the id as the parser read it
	inputs   map[string]Input            // the files and members that cables came from, by name
	problems []Problem
	progress Progress
	names    *names.Index
}

// New returns an empty library.
func New() *Library {
	return &Library{
		byID:     map[model.ID][]*model.Cable{},
		printing: map[model.ID][]*model.Cable{},
		pages:    map[page][]*model.Cable{},
		citing:   map[model.ID][]citing{},
		inputs:   map[string]Input{},
		names:    names.NewIndex(),
	}
}

// Add takes a batch in. The cables belong to the library from now on: nobody changes them.
func (l *Library) Add(b Batch) {
	for _, in := range b.Inputs {
		l.inputs[in.Name] = in
	}
	for _, c := range b.Cables {
		l.names.Add(c)
		if !c.ID.IsZero() {
			l.byID[c.ID] = append(l.byID[c.ID], c)
		}
		if c.ID.IsDocument() {
			l.noteDocument(c)
		}
		l.noteCitations(c)
	}
	l.waiting = append(l.waiting, b.Cables...)
	l.problems = append(l.problems, b.Problems...)
	l.progress = b.Progress
}

// Cables returns all cables in order (see [Compare]). The slice is a snapshot: cables that are
// added later are in the next one.
func (l *Library) Cables() []*model.Cable {
	if len(l.waiting) > 0 {
		slices.SortFunc(l.waiting, Compare)
		l.sorted = merge(l.sorted, l.waiting)
		l.waiting = nil
	}
	return l.sorted
}

// InFileOrder returns all cables as they stand in the files, one file after the other as the walk met
// them.
func (l *Library) InFileOrder() []*model.Cable {
	return slices.SortedStableFunc(slices.Values(l.Cables()), func(a, b *model.Cable) int {
		return cmp.Or(slices.Compare(l.inputs[a.Source.File].order, l.inputs[b.Source.File].order), a.Source.Span.Start-b.Source.Span.Start)
	})
}

// Len returns the number of cables.
func (l *Library) Len() int { return len(l.sorted) + len(l.waiting) }

// ByID returns the cables with that id, in order: publishers' copies of one cable are several. Behind
// them come the documents of editions that print the telegram of that number.
func (l *Library) ByID(id model.ID) []*model.Cable {
	out := slices.SortedFunc(slices.Values(l.byID[id]), Compare)
	return append(out, slices.SortedFunc(slices.Values(l.printing[id]), Compare)...)
}

// has reports whether a cable with that id is here, or a document that prints it.
func (l *Library) has(id model.ID) bool { return len(l.byID[id]) > 0 || len(l.printing[id]) > 0 }

// Problems returns what could not be read so far, in the order in which it was noticed.
func (l *Library) Problems() []Problem { return slices.Clip(l.problems) }

// Progress returns how far the reading had come with the last batch.
func (l *Library) Progress() Progress { return l.progress }

// Names returns the names of all cables. It grows with Add, and other goroutines may ask it
// meanwhile.
func (l *Library) Names() *names.Index { return l.names }

// Compare orders cables by their date, which is that of the date-time group where there is one,
// then by id; cables without a date come last. Copies are ordered by where they stand, so that the
// order doesn't depend on which was read first.
func Compare(a, b *model.Cable) int {
	if a.Date.IsZero() != b.Date.IsZero() {
		if a.Date.IsZero() {
			return 1
		}
		return -1
	}
	if d := a.Date.Compare(b.Date); d != 0 {
		return d
	}
	if d := a.ID.Compare(b.ID); d != 0 {
		return d
	}
	if d := strings.Compare(a.Source.File, b.Source.File); d != 0 {
		return d
	}
	return a.Source.Span.Start - b.Source.Span.Start
}

// merge returns a new slice with the cables of two sorted ones, in order.
func merge(a, b []*model.Cable) []*model.Cable {
	out := make([]*model.Cable, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if Compare(b[0], a[0]) < 0 {
			out, b = append(out, b[0]), b[1:]
		} else {
			out, a = append(out, a[0]), a[1:]
		}
	}
	return append(append(out, a...), b...)
}
