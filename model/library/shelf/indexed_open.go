package shelf

import (
	"context"
	"slices"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/index"
)

// Open reads a cable from its file.
func (s *Indexed) Open(ctx context.Context, n Number) (*Opened, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	c, err := x.cable(n)
	if err != nil {
		return nil, err
	}
	return s.opened(ctx, x, n, c, nil)
}

// Relate returns an opened cable with what the index knows by now. Of one that is gone it knows nothing:
// [index.ErrGone].
func (s *Indexed) Relate(ctx context.Context, o *Opened) (*Opened, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	if _, err := x.row(o.Number); err != nil {
		return nil, err
	}
	return s.opened(ctx, x, o.Number, o.read, o)
}

func (s *Indexed) opened(ctx context.Context, x *opening, n Number, c *model.Cable, before *Opened) (*Opened, error) {
	related, err := x.relations(ctx, n, c.ID)
	if err != nil {
		return nil, err
	}
	l, at, err := s.around(ctx, x, c, related.Cites)
	if err != nil {
		return nil, err
	}
	citedBy, err := s.citing(ctx, x, related.CitedBy)
	if err != nil {
		return nil, err
	}
	return s.as(relate(n, c, l, citedBy, at, func(id model.ID) []Number { return x.ends(related.Others[id]) }), before), nil
}

// around returns a library of a cable and the rows of what it cites: all that is needed to know where its references
// lead. at has the numbers of the rows.
func (s *Indexed) around(ctx context.Context, x *opening, c *model.Cable, cited []index.Link) (l *library.Library, at numbers, err error) {
	cables, at := []*model.Cable{c}, numbers{}
	all := x.ends(cited)
	rows, err := s.fetch(ctx, x, all)
	if err != nil {
		return nil, nil, err
	}
	for i, r := range rows {
		if _, twice := at[r.Cable]; r.Cable != nil && !twice {
			at[r.Cable] = all[i]
			cables = append(cables, r.Cable)
		}
	}
	l = library.New()
	l.Add(library.Batch{Cables: cables})
	return l, at, nil
}

// citing returns the links to cables that cite another, in order.
func (s *Indexed) citing(ctx context.Context, x *opening, links []index.Link) ([]Link, error) {
	citing := x.ends(links) // one each
	rows, err := s.fetch(ctx, x, citing)
	if err != nil {
		return nil, err
	}
	var out []Link
	for i, r := range rows {
		if r.Cable != nil {
			l := library.Link{ID: r.Cable.ID, Cable: r.Cable, State: model.Resolved, YearInferred: links[i].YearInferred, Bullet: links[i].Bullet}
			out = append(out, Link{Link: l, Number: citing[i]})
		}
	}
	slices.SortFunc(out, func(a, b Link) int { return library.Compare(a.Cable, b.Cable) })
	return out, nil
}
