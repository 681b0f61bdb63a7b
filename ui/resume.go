package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"reftel/model"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
	"reftel/model/query"
)

// recall asks the notebook where the reading of the library stopped.
func (a *App) recall() tea.Cmd {
	if !a.options.Kept || a.options.Fresh {
		return nil
	}
	ctx, book, paths := a.context, a.book, a.options.Paths
	return func() tea.Msg {
		last, ok, err := book.Last(ctx, paths)
		if err != nil {
			return unwrittenMsg{err}
		}
		if !ok {
			return nil
		}
		return recalledMsg{last}
	}
}

// resume looks for the cable in which the reading of the library stopped, until it is there or a key is pressed.
func (a *App) resume() tea.Cmd {
	if a.resuming == nil {
		return nil
	}
	ctx, from, last := a.context, a.shelf, *a.resuming
	return func() tea.Msg {
		n, err := cableOf(ctx, from, &last)
		if err != nil || n == shelf.None { // it may come yet
			return nil
		}
		return resumedMsg{n}
	}
}

// resumed puts the cursor of the list on the cable in which the reading stopped, which is shown at the place.
func (a *App) resumed(msg resumedMsg) tea.Cmd {
	if a.resuming == nil {
		return nil
	}
	last := a.resuming
	a.resuming = nil
	a.list.Select(msg.number)
	return a.show(msg.number, func() tea.Cmd {
		a.returnTo(last)
		return nil
	})
}

// returnTo puts a place that was kept at the top of the screen.
func (a *App) returnTo(place *notebook.Anchor) {
	if f := place.Find(a.at.Cable); f.Block >= 0 {
		a.reader.Return(f.Block, f.Span.Start)
	}
}

// cableOf finds the cable of a place: the copy that was read, else the first one; None where there is none.
func cableOf(ctx context.Context, from shelf.Shelf, place *notebook.Anchor) (shelf.Number, error) {
	numbers, err := from.Find(ctx, shelf.Question{Query: query.Of(query.Among{Cables: query.NewCables(place.Key())})})
	if err != nil || len(numbers) == 0 {
		return shelf.None, err
	}
	if err := from.Fetch(ctx, numbers); err != nil {
		return shelf.None, err
	}
	for _, n := range numbers {
		if r, ok := from.Row(n); ok && r.Cable != nil && r.Cable.Source.SHA256 == place.SHA256 {
			return n, nil
		}
	}
	return numbers[0], nil
}

// stoppedIn asks the notebook where the reading of a cable stopped; nil: it was not read.
func stoppedIn(ctx context.Context, book *notebook.Notebook, c *model.Cable) *notebook.Anchor {
	place, ok, err := book.Position(ctx, c)
	if err != nil || !ok { // a notebook that can't be read is said when something is written into it
		return nil
	}
	return &place
}
