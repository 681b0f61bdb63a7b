package shelf

import (
	"context"

	"reftel/model"
	"reftel/model/library"
)

// MostLinks is how many links are followed when one looks several steps far: more than anybody reads.
const MostLinks = 1000

// further returns links and behind each those that it leads to, depth steps far. A cable is followed where the fewest
// steps lead to it. next gives the links of the cable at the end of one.
func further(ctx context.Context, from Number, first []Link, depth int, next func(Link) ([]Link, error)) ([]Link, error) {
	behind := map[Number][]Link{from: first}
	level := []Number{from} // cables whose links were found in the last step
	owner := map[Number]Number{from: None}
	count := len(first)
	for step := 1; step < depth && len(level) > 0; step++ {
		var reached []Number
		for _, n := range level {
			for _, l := range behind[n] {
				if _, seen := owner[l.Number]; l.Number == None || seen || count >= MostLinks {
					continue
				}
				if err := ctx.Err(); err != nil {
					return nil, err
				}
				links, err := next(l)
				if err != nil {
					return nil, err
				}
				owner[l.Number], behind[l.Number] = n, links
				count += len(links)
				reached = append(reached, l.Number)
			}
		}
		level = reached
	}
	var out []Link
	var write func(n Number, step int)
	write = func(n Number, step int) {
		for _, l := range behind[n] {
			if len(out) == MostLinks {
				return
			}
			l.Step = step
			out = append(out, l)
			if l.Number != None && owner[l.Number] == n && behind[l.Number] != nil {
				write(l.Number, step+1)
				behind[l.Number] = nil // once
			}
		}
	}
	write(from, 1)
	return out, nil
}

// Further returns an opened cable with what it cites and what cites it, depth steps far.
func (m *Memory) Further(ctx context.Context, o *Opened, depth int) (*Opened, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return o.further(ctx, depth,
		func(l Link) ([]Link, error) { return m.numbers.links(m.library.Cites(l.Cable)), nil },
		func(l Link) ([]Link, error) { return m.numbers.links(m.library.CitedBy(l.ID)), nil })
}

// Further returns an opened cable with what it cites and what cites it, depth steps far.
func (s *Indexed) Further(ctx context.Context, o *Opened, depth int) (*Opened, error) {
	x, err := s.at()
	if err != nil {
		return nil, err
	}
	defer x.done()
	return o.further(ctx, depth, func(l Link) ([]Link, error) {
		return s.cites(ctx, x, l)
	}, func(l Link) ([]Link, error) {
		if l.ID.IsZero() {
			return nil, nil
		}
		citing, err := x.CitedBy(ctx, l.ID)
		if err != nil {
			return nil, err
		}
		return s.citing(ctx, x, citing)
	})
}

// cites returns the links from the cable at the end of one.
func (s *Indexed) cites(ctx context.Context, x *opening, l Link) ([]Link, error) {
	cited, err := x.cites(ctx, l.Number)
	if err != nil {
		return nil, err
	}
	here, at, err := s.around(ctx, x, l.Cable, cited)
	if err != nil {
		return nil, err
	}
	out := make([]Link, len(cited))
	for i, c := range cited {
		out[i] = Link{Link: library.Link{ID: c.ID, YearInferred: c.YearInferred, Bullet: c.Bullet, State: model.NotInLibrary}, Number: None}
		if copies := here.ByID(c.ID); len(copies) > 0 {
			out[i].Cable, out[i].State, out[i].Number = copies[0], model.Resolved, at.of(copies[0])
		}
	}
	return out, nil
}

func (o *Opened) further(ctx context.Context, depth int, cites, citedBy func(Link) ([]Link, error)) (*Opened, error) {
	far := *o
	var err error
	if far.Cites, err = further(ctx, o.Number, o.Cites, depth, cites); err != nil {
		return nil, err
	}
	far.CitedBy, err = further(ctx, o.Number, o.CitedBy, depth, citedBy)
	return &far, err
}
