package shelf

import (
	"context"
	"sync/atomic"

	"reftel/model/query"
)

// keeping holds the reader's notebook.
type keeping struct {
	notebook atomic.Pointer[query.Notebook]
}

// SetNotebook has queries that ask for what the reader keeps answered by a notebook.
func (k *keeping) SetNotebook(b query.Notebook) { k.notebook.Store(&b) }

// resolved is a query with what the notebook says to it by now.
func (k *keeping) resolved(ctx context.Context, q query.Query) (query.Query, error) {
	b := k.notebook.Load()
	if b == nil {
		return q, nil
	}
	return q.Resolve(ctx, *b)
}
