package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/index"
)

// indexFolder returns the folder in which the index of some paths is or would be: one for each set of paths, read in
// the same format. "" when they can have none: the sample, standard input, no folder for caches.
func (t *tool) indexFolder(paths []string, format model.Format) string {
	if len(paths) == 0 || t.CacheDir == "" || slices.Contains(paths, library.Stdin) {
		return ""
	}
	var all []string
	for _, p := range paths {
		absolute, err := filepath.Abs(p)
		if err != nil {
			return ""
		}
		all = append(all, absolute)
	}
	slices.Sort(all)
	sum := sha256.New()
	for _, p := range append(slices.Compact(all), string(format)) {
		fmt.Fprintf(sum, "%q\n", p)
	}
	return filepath.Join(t.CacheDir, "reftel", hex.EncodeToString(sum.Sum(nil))[:16])
}

// holdings is the library that a command asks: its index, if it has one, or else all its cables in memory.
type holdings struct {
	collection
	index    *index.Index // nil: in memory
	problems []library.Problem
}

// holdings opens the library for a command. An index is brought up to date first, unless another process is at it.
func (t *tool) holdings(ctx context.Context) (*holdings, error) {
	paths := t.libraryPaths(nil)
	format, err := t.format()
	if err != nil {
		return nil, err
	}
	h := &holdings{collection: collection{paths: paths}}
	dir := t.indexFolder(paths, format)
	if x, err := index.Open(dir); dir != "" && err == nil {
		x.Close() // it may be built anew now
		updated := index.Update(ctx, dir, library.Inputs(absolute(paths), nil), library.LoadOptions{Format: format}, func(index.Progress) {})
		h.index, err = index.Open(dir)
		if err == nil {
			h.problems, err = h.index.Problems()
		}
		if err == nil {
			if updated != nil && !errors.Is(updated, index.ErrBusy) { // a full disk, or one that can't be written
				h.note(fmt.Errorf("it is used as it was: %w", updated))
			}
			return h, ctx.Err()
		}
		h.close()
		h.index = nil
		if !errors.Is(err, index.ErrNone) {
			return nil, ending{Usage, err.Error()}
		}
	}
	h.collection, err = t.read(ctx, paths)
	return h, err
}

// absolute returns paths that mean the same wherever the program is started: those that an index knows files by.
func absolute(paths []string) []string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = p
		if a, err := filepath.Abs(p); err == nil {
			out[i] = a
		}
	}
	return out
}

// close lets go of the index.
func (h *holdings) close() {
	if h.index != nil {
		h.index.Close()
	}
}

// Problems returns what could not be read.
func (h *holdings) Problems() []library.Problem {
	if h.index == nil {
		return h.collection.Problems()
	}
	return h.problems
}

// note takes in that a cable could not be read from its file.
func (h *holdings) note(err error) {
	p := library.Problem{File: "the index", What: err.Error()}
	errors.As(err, &p)
	h.problems = append(h.problems, p)
}

// around makes the library hold a cable and all that its references lead to and from, depth steps far.
func (h *holdings) around(ctx context.Context, id model.ID, depth int) error {
	if h.index == nil {
		return nil // all cables are here
	}
	numbers, err := h.index.Around(ctx, id, depth)
	if err != nil {
		return err
	}
	part, problems, err := h.index.Part(ctx, numbers...)
	for _, p := range problems {
		h.note(p)
	}
	h.Library = part
	return err
}

// near returns cables among which ids like one that isn't there may be.
func (h *holdings) near(written string) []*model.Cable {
	if h.index == nil {
		return h.Cables()
	}
	station, _ := apart(written)
	if len(station) < 2 {
		return nil
	}
	cables, err := h.index.Post(station)
	if err != nil {
		h.note(err)
	}
	return cables
}

// whole returns a cable of the answer with its text; nil if it can't be read, which is noted.
func (a *answer) whole(i int) *model.Cable {
	if a.index == nil {
		return a.cables[i]
	}
	c, err := a.index.Cable(a.numbers[i])
	if err != nil {
		a.note(err)
		return nil
	}
	return c
}

// stated returns a cable of the answer with the states of its references; nil if it can't be read.
func (a *answer) stated(ctx context.Context, i int) *model.Cable {
	if a.index == nil {
		return a.SetStates(a.cables[i])
	}
	c := a.whole(i)
	if c == nil {
		return nil
	}
	part, _, err := a.index.Part(ctx, a.numbers[i])
	if err != nil {
		a.note(err)
		return c
	}
	return part.SetStates(c)
}

// fromIndex fills the answer with what the index finds.
func (a *answer) fromIndex(ctx context.Context) error {
	found, err := a.index.Search(ctx, a.query)
	if err != nil {
		return err
	}
	return a.fill(found)
}

// fill fills the answer with cables of the index, the oldest first.
func (a *answer) fill(found *index.Result) error {
	for number := range found.OldestFirst() {
		row, err := a.index.Row(number)
		if err != nil {
			return err
		}
		a.cables, a.numbers, a.redacted = append(a.cables, row.Cable), append(a.numbers, number), append(a.redacted, row.Redactions > 0)
	}
	return nil
}
