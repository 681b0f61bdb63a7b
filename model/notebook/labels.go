package notebook

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"
	"unicode"

	"reftel/model"
)

// Label is a word or a few that the reader gave to cables.
type Label struct {
	Name   string
	Cables int
}

// longestLabel is the most that a label may be, in bytes.
const longestLabel = 100

// tidyLabel returns a label on one line. The error says why it is none.
func tidyLabel(label string) (string, error) {
	label = strings.Join(strings.Fields(strings.ToValidUTF8(label, "")), " ")
	switch {
	case label == "" || !strings.ContainsFunc(label, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		return "", refusal("a label needs a letter or a digit, else it can't be searched for")
	case len(label) > longestLabel:
		return "", refusal(fmt.Sprintf("the label is too long: it has %d bytes, and %d are the most; what is longer is a note", len(label), longestLabel))
	}
	return label, nil
}

// SetLabel gives cables a label, or takes it from them.
func (b *Notebook) SetLabel(ctx context.Context, label string, on bool, at time.Time, cables ...model.Key) error {
	label, err := tidyLabel(label)
	if err != nil {
		return err
	}
	asked := "INSERT OR IGNORE INTO label (cable, label, at) VALUES (?, ?, ?)"
	if !on {
		asked = "DELETE FROM label WHERE cable = ? AND label = ?"
	}
	return b.eachCable(ctx, labelsPart, cables, func(tx *sql.Tx, key string) (bool, error) {
		args := []any{key, label, millis(at)}
		return isChanged(tx.ExecContext(ctx, asked, args[:strings.Count(asked, "?")]...))
	})
}

// eachCable has do change something of each cable, of all or none.
func (b *Notebook) eachCable(ctx context.Context, p part, cables []model.Key, do func(tx *sql.Tx, key string) (bool, error)) error {
	for _, k := range cables {
		if err := checkKey(k); err != nil {
			return err
		}
	}
	return b.write(ctx, p, func(tx *sql.Tx) (changed bool, err error) {
		for _, k := range cables {
			one, err := do(tx, k.String())
			if err != nil {
				return false, err
			}
			changed = changed || one
		}
		return changed, nil
	})
}

// Labels returns all labels, those of the most cables first.
func (b *Notebook) Labels(ctx context.Context) (all []Label, err error) {
	err = b.read(ctx, func(scan func(...any) error) error {
		var l Label
		err := scan(&l.Name, &l.Cables)
		all = append(all, l)
		return err
	}, "SELECT label, count(*) FROM label GROUP BY label ORDER BY count(*) DESC, label")
	return all, err
}

// LabelsOn returns the labels of a cable, in alphabetical order.
func (b *Notebook) LabelsOn(ctx context.Context, c *model.Cable) (all []string, err error) {
	one, other := bothKeys(c)
	err = b.read(ctx, func(scan func(...any) error) error {
		var l string
		err := scan(&l)
		all = append(all, l)
		return err
	}, "SELECT DISTINCT label FROM label WHERE cable IN (?, ?) ORDER BY label", one, other)
	return all, err
}
