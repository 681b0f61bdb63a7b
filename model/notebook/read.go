package notebook

import (
	"context"
	"database/sql"
	"time"

	"reftel/model"
)

// SetRead notes that cables were read, or that they are to count as unread. One that was read before keeps the time.
// [Notebook.Cables] tells which were.
func (b *Notebook) SetRead(ctx context.Context, read bool, at time.Time, cables ...model.Key) error {
	return b.eachCable(ctx, readPart, cables, func(tx *sql.Tx, key string) (bool, error) {
		if read {
			return isChanged(tx.ExecContext(ctx, "INSERT OR IGNORE INTO read (cable, at) VALUES (?, ?)", key, millis(at)))
		}
		return isChanged(tx.ExecContext(ctx, "DELETE FROM read WHERE cable = ?", key))
	})
}
