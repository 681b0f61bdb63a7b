package index

import (
	"context"
	"errors"

	"reftel/model"
	"reftel/model/library"
)

// Part reads cables and returns a library in memory that holds them, and of those that they cite what a list shows: so
// it knows where their references lead. What can't be read is left out and comes as problems.
func (x *Index) Part(ctx context.Context, numbers ...int) (part *library.Library, problems []error, err error) {
	part = library.New()
	held := map[int]bool{}
	var cables []*model.Cable
	var cited []int
	for _, number := range numbers {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if held[number] {
			continue
		}
		held[number] = true
		c, err := x.Cable(number)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		cables = append(cables, c)
		links, err := x.Cites(number)
		if err != nil {
			return nil, nil, err
		}
		for _, l := range links {
			cited = append(cited, l.Numbers...)
		}
	}
	for _, number := range cited {
		if held[number] {
			continue
		}
		held[number] = true
		row, err := x.Row(number)
		if errors.Is(err, ErrGone) {
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		cables = append(cables, row.Cable)
	}
	part.Add(library.Batch{Cables: cables})
	return part, problems, nil
}

// Around returns the numbers of the cables that say all about the references of one: its copies, what they cite as many
// steps as depth says (0: to the end), the cables that cite it, and those that cite what is missing.
func (x *Index) Around(ctx context.Context, id model.ID, depth int) ([]int, error) {
	var out []int
	taken := map[int]bool{}
	take := func(number int) bool {
		if taken[number] {
			return false
		}
		taken[number] = true
		out = append(out, number)
		return true
	}
	asked := map[model.ID]bool{id: true}
	missing := []model.ID{id} // and the cable itself: of which the cables that cite them are wanted
	level, err := x.Numbers(id)
	if err != nil {
		return nil, err
	}
	for step := 0; len(level) > 0 && (depth == 0 || step < depth); step++ {
		var next []int
		for _, number := range level {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if !take(number) {
				continue
			}
			links, err := x.Cites(number)
			if err != nil {
				return nil, err
			}
			for _, l := range links {
				next = append(next, l.Numbers...)
				if len(l.Numbers) == 0 && !asked[l.ID] {
					asked[l.ID] = true
					missing = append(missing, l.ID)
				}
			}
		}
		level = next
	}
	for _, id := range missing {
		links, err := x.CitedBy(id)
		if err != nil {
			return nil, err
		}
		for _, l := range links {
			for _, number := range l.Numbers {
				take(number)
			}
		}
	}
	return out, nil
}

// Post returns what a list shows of the cables of a post, whose name may go on: for ids that are near to one that isn't
// there.
func (x *Index) Post(station string) ([]*model.Cable, error) {
	numbers, err := x.numbers("SELECT number FROM cable WHERE station <> '' AND (substr(station, 1, length(?1)) = ?1 OR substr(?1, 1, length(station)) = station)", station)
	if err != nil {
		return nil, err
	}
	var out []*model.Cable
	for _, number := range numbers {
		row, err := x.Row(number)
		if err != nil {
			return nil, err
		}
		out = append(out, row.Cable)
	}
	return out, nil
}
