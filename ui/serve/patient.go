package serve

import (
	"context"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/names"
)

// patient is a shelf that waits for its turn with what may take long.
type patient struct {
	shelf.Shelf
	turns *turns
}

// Problems returns none: readers can do nothing about them, and whoever runs the server finds them in the log.
func (p *patient) Problems() []library.Problem { return nil }

// inTurn does what takes long in its turn.
func inTurn[T any](ctx context.Context, t *turns, do func(context.Context) (T, error)) (out T, err error) {
	ctx, end, err := t.take(ctx)
	if err != nil {
		return out, err
	}
	defer end()
	return do(ctx)
}

func (p *patient) Find(ctx context.Context, q shelf.Question) ([]shelf.Number, error) {
	return inTurn(ctx, p.turns, func(ctx context.Context) ([]shelf.Number, error) { return p.Shelf.Find(ctx, q) })
}

func (p *patient) Newest(ctx context.Context, q shelf.Question) ([]shelf.Number, error) {
	return inTurn(ctx, p.turns, func(ctx context.Context) ([]shelf.Number, error) { return p.Shelf.Newest(ctx, q) })
}

func (p *patient) Facets(ctx context.Context, q shelf.Question, top, bars int) (library.Facets, error) {
	return inTurn(ctx, p.turns, func(ctx context.Context) (library.Facets, error) { return p.Shelf.Facets(ctx, q, top, bars) })
}

func (p *patient) Further(ctx context.Context, o *shelf.Opened, depth int) (*shelf.Opened, error) {
	return inTurn(ctx, p.turns, func(ctx context.Context) (*shelf.Opened, error) { return p.Shelf.Further(ctx, o, depth) })
}

func (p *patient) Expand(ctx context.Context, o *shelf.Opened) (*shelf.Opened, error) {
	return inTurn(ctx, p.turns, func(ctx context.Context) (*shelf.Opened, error) { return p.Shelf.Expand(ctx, o) })
}

func (p *patient) WithID(ctx context.Context, id model.ID) ([]shelf.Number, error) {
	return inTurn(ctx, p.turns, func(ctx context.Context) ([]shelf.Number, error) { return p.Shelf.WithID(ctx, id) })
}

func (p *patient) Next(ctx context.Context, list []shelf.Number, at int, d library.Direction, s shelf.Sought) (shelf.Number, error) {
	return inTurn(ctx, p.turns, func(ctx context.Context) (shelf.Number, error) { return p.Shelf.Next(ctx, list, at, d, s) })
}

func (p *patient) Named(ctx context.Context, e names.Entry) ([]shelf.Number, error) {
	return inTurn(ctx, p.turns, func(ctx context.Context) ([]shelf.Number, error) { return p.Shelf.Named(ctx, e) })
}

func (p *patient) Mentioned(ctx context.Context, e names.Entry, numbers []shelf.Number) ([]shelf.Mentioned, error) {
	return inTurn(ctx, p.turns, func(ctx context.Context) ([]shelf.Mentioned, error) { return p.Shelf.Mentioned(ctx, e, numbers) })
}

func (p *patient) Titled(ctx context.Context, typed string, limit int) ([]shelf.Number, error) {
	return inTurn(ctx, p.turns, func(ctx context.Context) ([]shelf.Number, error) { return p.Shelf.Titled(ctx, typed, limit) })
}

func (p *patient) Names() shelf.Names { return &patientNames{p.Shelf.Names(), p.turns} }

// patientNames are names that are looked up in turn.
type patientNames struct {
	shelf.Names
	turns *turns
}

// found is what a lookup gives.
type found struct {
	hits  []names.Hit
	total int
}

func (p *patientNames) Lookup(ctx context.Context, typed string, limit int) ([]names.Hit, int) {
	if !p.Ready() { // waiting for them to be read is no search
		return p.Names.Lookup(ctx, typed, limit)
	}
	f, _ := inTurn(ctx, p.turns, func(ctx context.Context) (found, error) {
		hits, total := p.Names.Lookup(ctx, typed, limit)
		return found{hits, total}, nil
	})
	return f.hits, f.total
}

func (p *patientNames) Years(ctx context.Context, e names.Entry) ([]names.Year, error) {
	return inTurn(ctx, p.turns, func(ctx context.Context) ([]names.Year, error) { return p.Names.Years(ctx, e) })
}
