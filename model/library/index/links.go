package index

import (
	"context"
	"database/sql"
	"time"

	"reftel/model"
	"reftel/model/library/postings"
	"reftel/model/query"
)

// Link is a citation as seen from one end. The rules are those of [library.Library.Resolve].
type Link struct {
	ID           model.ID // of the other end
	Numbers      []int    // of the cables with that id, in no order; none: it is missing
	YearInferred bool     // the citing cable doesn't write the year
	Bullet       string   // letter in the REF list of the citing cable
}

// Numbers returns the cables with an id, and behind them the documents of editions that print the telegram of that id.
func (x *Index) Numbers(ctx context.Context, id model.ID) (out []int, err error) {
	err = x.read(ctx, func(r *reading) error {
		out, err = r.numbers(id)
		return err
	})
	return out, err
}

// Cites returns what a cable cites, each once: in the order of its REF list, then of its text.
func (x *Index) Cites(ctx context.Context, number int) (out []Link, err error) {
	err = x.read(ctx, func(r *reading) error {
		out, err = r.cites(number)
		return err
	})
	return out, err
}

// CitedBy returns the cables that cite an id, be it in the library or missing; for a document of an edition, also those
// that cite the telegram it prints by its number.
func (x *Index) CitedBy(ctx context.Context, id model.ID) (out []Link, err error) {
	err = x.read(ctx, func(r *reading) error {
		out, err = r.citedBy(id)
		return err
	})
	return out, err
}

// Relations are what an index knows of the references of a cable at one moment.
type Relations struct {
	Cites   []Link              // see [Index.Cites]
	CitedBy []Link              // see [Index.CitedBy]
	Others  map[model.ID][]Link // for each id that is cited and missing, the cables that cite it
}

// Relations returns them for a cable that has an id.
func (x *Index) Relations(ctx context.Context, number int, id model.ID) (out Relations, err error) {
	err = x.read(ctx, func(r *reading) error {
		if out.Cites, err = r.cites(number); err != nil {
			return err
		}
		if !id.IsZero() {
			if out.CitedBy, err = r.citedBy(id); err != nil {
				return err
			}
		}
		out.Others = map[model.ID][]Link{}
		for _, l := range out.Cites {
			if len(l.Numbers) > 0 {
				continue
			}
			if out.Others[l.ID], err = r.citedBy(l.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// isEarly reports whether a date is of the first three months, when a year that isn't written may be the last one.
func isEarly(date sql.NullInt64) bool { return date.Valid && moment(date.Int64).Month() <= time.March }

// related answers the conditions that concern more than one cable.
func (s *searcher) related(n query.Node) (postings.Set, error) {
	found := s.none()
	add := func(numbers []int) {
		for _, n := range numbers {
			if n < 64*len(found) { // what was committed since the view was taken is not in it
				found.Add(n)
			}
		}
	}
	err := s.index.read(s.ctx, func(r *reading) error {
		switch n := n.(type) {
		case query.Copy:
			copies, err := numbers(r, "SELECT number FROM cable WHERE id IN (SELECT id FROM cable WHERE id <> '' GROUP BY id HAVING count(*) > 1)")
			add(copies)
			return err
		case query.Linked:
			if n.Field == query.Ref {
				links, err := r.citedBy(n.ID)
				for _, l := range links {
					add(l.Numbers)
				}
				return err
			}
			citing, err := r.numbers(n.ID)
			for _, number := range citing {
				links, err := r.cites(number)
				if err != nil {
					return err
				}
				for _, l := range links {
					add(l.Numbers)
				}
			}
			return err
		}
		return nil
	})
	return found, err
}
