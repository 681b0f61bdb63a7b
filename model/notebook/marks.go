package notebook

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"
	"unicode"

	"reftel/model"
)

// Mark is a letter that stands for a place, in whatever library that is.
type Mark struct {
	Letter rune
	Anchor
	At time.Time // it was set
}

// IsMark reports whether a mark can be called so: by a letter or digit.
func IsMark(letter rune) bool { return unicode.IsLetter(letter) || unicode.IsDigit(letter) }

// Marks returns all marks, ordered by their letters.
func (b *Notebook) Marks(ctx context.Context) (all []Mark, err error) {
	err = b.read(ctx, func(scan func(...any) error) error {
		var m Mark
		var letter string
		var at int64
		if err := scan(slices.Concat([]any{&letter}, m.into(), []any{&at})...); err != nil {
			return err
		}
		m.At = moment(at)
		for _, m.Letter = range letter {
			break
		}
		all = append(all, m)
		return nil
	}, "SELECT letter, "+anchorColumns+", at FROM mark ORDER BY letter")
	return all, err
}

// SetMark has a letter stand for a place, and no longer for the one before.
func (b *Notebook) SetMark(ctx context.Context, letter rune, place Anchor, at time.Time) error {
	if !IsMark(letter) {
		return refusal(fmt.Sprintf("a mark is called by a letter or a digit, not by %q", letter))
	}
	if err := checkKey(place.Key()); err != nil {
		return err
	}
	return b.write(ctx, marksPart, func(tx *sql.Tx) (bool, error) {
		_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO mark (letter, "+anchorColumns+", at) VALUES (?, "+anchorMarks+", ?)",
			slices.Concat([]any{string(letter)}, place.values(), []any{millis(at)})...)
		return true, err
	})
}

// RemoveMark has a letter stand for nothing.
func (b *Notebook) RemoveMark(ctx context.Context, letter rune) error {
	return b.write(ctx, marksPart, func(tx *sql.Tx) (bool, error) {
		return isChanged(tx.ExecContext(ctx, "DELETE FROM mark WHERE letter = ?", string(letter)))
	})
}

// isChanged reports whether a statement has changed a row.
func isChanged(r sql.Result, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	n, err := r.RowsAffected()
	return n > 0, err
}

// MarksOn returns those of some marks that stand for places in a cable.
func MarksOn(c *model.Cable, all []Mark) (on []Mark) {
	keys := c.Keys()
	for _, m := range all {
		if slices.Contains(keys, m.Key()) {
			on = append(on, m)
		}
	}
	return on
}
