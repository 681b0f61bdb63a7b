package library

import (
	"context"
	"slices"

	"reftel/model"
	"reftel/model/query"
)

// Direction is the way a search goes through cables.
type Direction int

// The directions.
const (
	Forward  Direction = 1
	Backward Direction = -1
)

// Hit is a place found in one of a list of cables.
type Hit struct {
	Cable *model.Cable
	Index int // in the list
	Place
}

// FindIn returns the places of a needle in all text of the cable, its header included, in the order
// of the source. See [query.Find] for what matches.
func FindIn(c *model.Cable, needle string) []Place {
	var out []Place
	for i := range c.Blocks {
		for _, s := range query.Find(c.Blocks[i].Text, needle) {
			out = append(out, Place{i, s})
		}
	}
	return out
}

// Hits returns the places in a cable of the words that made it answer a query, in the order of the source.
// A cable may answer without any: by its date, its post, who cites it.
func Hits(c *model.Cable, q query.Query) []Place {
	var out []Place
	for i := range c.Blocks {
		for _, s := range q.SpansIn(&c.Blocks[i]) {
			out = append(out, Place{i, s})
		}
	}
	return out
}

// NextWith looks for the next cable, behind the one at from (before it: Backward), in which the
// needle stands, and returns its first place there (Backward: its last). It doesn't wrap around; to
// search a whole list start at -1 or at its length. When ctx ends, nothing is found.
func NextWith(ctx context.Context, cables []*model.Cable, from int, d Direction, needle string) (Hit, bool) {
	return nextHit(ctx, cables, from, d, func(c *model.Cable) []Place { return FindIn(c, needle) })
}

// NextLike is [NextWith] for blocks whose text is taken.
func NextLike(ctx context.Context, cables []*model.Cable, from int, d Direction, takes func(text string) bool) (Hit, bool) {
	return nextHit(ctx, cables, from, d, func(c *model.Cable) []Place { return Like(c, takes) })
}

// Like returns the blocks of a cable whose text is taken.
func Like(c *model.Cable, takes func(text string) bool) (out []Place) {
	for i := range c.Blocks {
		if text := c.Blocks[i].Text; takes(text) {
			out = append(out, Place{Block: i, Span: model.Span{End: len(text)}})
		}
	}
	return out
}

// NextMarked is [NextWith] for marks of the given kinds.
func NextMarked(ctx context.Context, cables []*model.Cable, from int, d Direction, kinds ...model.MarkKind) (Hit, bool) {
	return nextHit(ctx, cables, from, d, func(c *model.Cable) []Place { return markPlaces(c, kinds...) })
}

// markPlaces returns where a cable's marks of the given kinds stand, in reading order.
func markPlaces(c *model.Cable, kinds ...model.MarkKind) []Place {
	var out []Place
	for i := range c.Marks {
		m := &c.Marks[i]
		if slices.Contains(kinds, m.Kind) {
			out = append(out, Place{m.Block, m.Span})
		}
	}
	return out
}

func nextHit(ctx context.Context, cables []*model.Cable, from int, d Direction, places func(*model.Cable) []Place) (Hit, bool) {
	for i := from + int(d); i >= 0 && i < len(cables); i += int(d) {
		if ctx.Err() != nil {
			break
		}
		found := places(cables[i])
		if len(found) == 0 {
			continue
		}
		place := found[0]
		if d == Backward {
			place = found[len(found)-1]
		}
		return Hit{Cable: cables[i], Index: i, Place: place}, true
	}
	return Hit{}, false
}
