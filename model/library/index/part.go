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
		links, err := x.Cites(ctx, number)
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
func (x *Index) Around(ctx context.Context, id model.ID, depth int) (out []int, err error) {
	err = x.read(ctx, func(r *reading) error {
		out, err = r.around(id, depth)
		return err
	})
	return out, err
}

func (r *reading) around(id model.ID, depth int) (out []int, err error) {
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
	level, err := r.numbers(id)
	if err != nil {
		return nil, err
	}
	for step := 0; len(level) > 0 && (depth == 0 || step < depth); step++ {
		var next []int
		for _, number := range level {
			if !take(number) {
				continue
			}
			links, err := r.cites(number)
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
		links, err := r.citedBy(id)
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
	found, err := numbers(x.db, "SELECT number FROM cable WHERE station <> '' AND (substr(station, 1, length(?1)) = ?1 OR substr(?1, 1, length(station)) = station)", station)
	if err != nil {
		return nil, x.failed(err)
	}
	var out []*model.Cable
	for _, number := range found {
		row, err := x.Row(number)
		if err != nil {
			return nil, err
		}
		out = append(out, row.Cable)
	}
	return out, nil
}
