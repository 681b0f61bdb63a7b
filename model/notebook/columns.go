package notebook

import (
	"fmt"

	"reftel/model"
)

// anchorColumns are the columns of an anchor, in the order of [Anchor.values] and [Anchor.into].
const (
	anchorColumns = "cable, sha256, title, paragraph, kind, block, start, quote"
	anchorMarks   = "?, ?, ?, ?, ?, ?, ?, ?"
)

// checkKey says why a cable can't be named in the notebook.
func checkKey(k model.Key) error {
	if back, ok := model.ParseKey(k.String()); !ok || back != k {
		return refusal(fmt.Sprintf("the notebook has no name for this cable: %q is neither an id nor the hash of a file", k.String()))
	}
	return nil
}

// values returns what the columns hold.
func (a *Anchor) values() []any {
	return []any{a.Key().String(), a.SHA256, a.Title, a.Paragraph, string(a.Kind), a.Block, a.Start, a.Quote}
}

// into returns where to put what the columns hold.
func (a *Anchor) into() []any {
	return []any{(*idColumn)(&a.ID), &a.SHA256, &a.Title, &a.Paragraph, &a.Kind, &a.Block, &a.Start, &a.Quote}
}

// idColumn reads the id out of a column with a key.
type idColumn model.ID

// Scan takes what the database holds.
func (id *idColumn) Scan(v any) error {
	written, ok := v.(string)
	key, isKey := model.ParseKey(written)
	if !ok || !isKey {
		return damage(fmt.Sprintf("%v is no cable", v))
	}
	*id = idColumn(key.ID)
	return nil
}
