package cli

import (
	"context"
	"path/filepath"

	"reftel/model/notebook"
	"reftel/model/query"
)

// notebook returns the reader's notebook; whoever got it closes it.
func (t *tool) notebook() *notebook.Notebook {
	if t.DataDir == "" {
		return notebook.New("")
	}
	return notebook.New(filepath.Join(t.DataDir, "reftel", "notebook.db"))
}

// resolved returns a query with what the notebook says to it. The notebook is opened only for a query that asks it: then
// without it the answer would be wrong, so the error says why there is none.
func (t *tool) resolved(ctx context.Context, q query.Query) (query.Query, error) {
	if !q.AsksNotebook() {
		return q, nil
	}
	b := t.notebook()
	defer b.Close()
	q, err := q.Resolve(ctx, b)
	if err != nil {
		return q, ending{Usage, err.Error()}
	}
	return q, nil
}
