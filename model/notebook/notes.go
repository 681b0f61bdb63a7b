package notebook

import (
	"cmp"
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"reftel/model"
)

// Note is what the reader wrote about a paragraph, or about a cable.
type Note struct {
	UID string `json:"note"` // of its own, the same wherever the note is taken
	Anchor
	Text    string    `json:"text"` // lines parted by "\n"
	Created time.Time `json:"created"`
	Changed time.Time `json:"changed"`

	edit int64 // how often it had been changed when it was read
}

// longestNote is the most that a note may be, in bytes: a book.
const longestNote = 1 << 20

// ErrChanged says that a note was changed or taken away by another program since it was read.
var ErrChanged error = refusal("the note was changed elsewhere since it was shown here: look at it again")

// Notes returns all notes, ordered by cable, place and time.
func (b *Notebook) Notes(ctx context.Context) ([]Note, error) {
	return b.notes(ctx, "WHERE removed = 0")
}

// NotesOn returns the notes on a cable, in the order of their places when they were written.
func (b *Notebook) NotesOn(ctx context.Context, c *model.Cable) ([]Note, error) {
	one, other := bothKeys(c)
	return b.notes(ctx, "WHERE removed = 0 AND cable IN (?, ?)", one, other)
}

// bothKeys writes the keys of a cable: see [model.Cable.Keys].
func bothKeys(c *model.Cable) (one, other string) {
	keys := c.Keys()
	return keys[0].String(), keys[len(keys)-1].String()
}

const selectNotes = "SELECT uid, " + anchorColumns + ", text, created, changed, edit FROM note "

func (b *Notebook) notes(ctx context.Context, where string, args ...any) (all []Note, err error) {
	err = b.read(ctx, func(scan func(...any) error) error {
		n, err := scanNote(scan)
		all = append(all, n)
		return err
	}, selectNotes+where, args...)
	slices.SortFunc(all, func(x, y Note) int {
		return cmp.Or(compareKeys(x.Key(), y.Key()), cmp.Compare(x.Block, y.Block), cmp.Compare(x.Start, y.Start), x.Created.Compare(y.Created), strings.Compare(x.UID, y.UID))
	})
	return all, err
}

// scanNote reads a row of selectNotes.
func scanNote(scan func(...any) error) (n Note, err error) {
	var created, changed int64
	err = scan(slices.Concat([]any{&n.UID}, n.into(), []any{&n.Text, &created, &changed, &n.edit})...)
	n.Created, n.Changed = moment(created), moment(changed)
	return n, err
}

// compareKeys orders cables by their ids; those without one come last.
func compareKeys(x, y model.Key) int {
	if x.ID.IsZero() != y.ID.IsZero() {
		if x.ID.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(x.ID.Compare(y.ID), strings.Compare(x.SHA256, y.SHA256))
}

// Save keeps a note. One without a UID is new; another one takes the place of what was read, unless that was changed by
// another program meanwhile: then it is kept beside that as a note of its own, and comes back with another UID. Whoever
// goes on editing goes on with the note that comes back. The time is that of the change.
func (b *Notebook) Save(ctx context.Context, n Note, at time.Time) (kept Note, err error) {
	if n.Text, err = tidyText(n.Text); err != nil {
		return n, err
	}
	if err := checkKey(n.Key()); err != nil {
		return n, err
	}
	err = b.write(ctx, notesPart, func(tx *sql.Tx) (bool, error) {
		kept = n
		if kept.UID != "" {
			now, there, err := noteBy(ctx, tx, kept.UID)
			if err != nil {
				return false, err
			}
			if there && now.edit == kept.edit {
				if kept.Text == now.Text && !now.removed {
					kept = now.Note
					return false, nil
				}
				kept.Changed = later(at, now.Changed)
				kept.edit++
				_, err := tx.ExecContext(ctx, "UPDATE note SET text = ?, changed = ?, edit = ?, removed = 0 WHERE uid = ?", kept.Text, millis(kept.Changed), kept.edit, kept.UID)
				return true, err
			}
		}
		kept.UID, kept.edit = rand.Text(), 0
		kept.Created = later(at, time.Time{})
		kept.Changed = kept.Created
		return true, insertNote(ctx, tx, kept)
	})
	if err != nil {
		return n, err
	}
	return kept, nil
}

// Remove takes a note away. Its text stays in the file, so that what was removed can be saved again: it comes back for
// that. The error is [ErrChanged] when the note isn't what it was when it was read.
func (b *Notebook) Remove(ctx context.Context, n Note, at time.Time) (removed Note, err error) {
	err = b.write(ctx, notesPart, func(tx *sql.Tx) (bool, error) {
		now, there, err := noteBy(ctx, tx, n.UID)
		if err != nil {
			return false, err
		}
		if !there || now.edit != n.edit || now.removed {
			return false, ErrChanged
		}
		removed = now.Note
		removed.Changed, removed.edit = later(at, now.Changed), n.edit+1
		_, err = tx.ExecContext(ctx, "UPDATE note SET removed = 1, changed = ?, edit = ? WHERE uid = ?", millis(removed.Changed), removed.edit, n.UID)
		return true, err
	})
	return removed, err
}

// stored is a note as the database has it.
type stored struct {
	Note
	removed bool
}

// noteBy returns the note with a UID.
func noteBy(ctx context.Context, tx *sql.Tx, uid string) (n stored, there bool, err error) {
	var created, changed int64
	err = tx.QueryRowContext(ctx, "SELECT uid, "+anchorColumns+", text, created, changed, edit, removed FROM note WHERE uid = ?", uid).
		Scan(slices.Concat([]any{&n.UID}, n.into(), []any{&n.Text, &created, &changed, &n.edit, &n.removed})...)
	if errors.Is(err, sql.ErrNoRows) {
		return n, false, nil
	}
	n.Created, n.Changed = moment(created), moment(changed)
	return n, true, err
}

func insertNote(ctx context.Context, tx *sql.Tx, n Note) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO note (uid, "+anchorColumns+", text, created, changed, edit, removed) VALUES (?, "+anchorMarks+", ?, ?, ?, ?, 0)",
		slices.Concat([]any{n.UID}, n.values(), []any{n.Text, millis(n.Created), millis(n.Changed), n.edit})...)
	return err
}

// tidyText returns the text of a note with line ends of one kind and without blanks at its end. The error says why it is
// none.
func tidyText(text string) (string, error) {
	text = strings.ToValidUTF8(text, "\uFFFD")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	text = strings.TrimRight(text, " \t\n")
	switch {
	case strings.TrimSpace(text) == "":
		return "", refusal("a note without words isn't kept: write some, or remove the note")
	case len(text) > longestNote:
		return "", refusal(fmt.Sprintf("the note is too long: it has %d bytes, and %d are kept at most; make it several", len(text), longestNote))
	}
	return text, nil
}

// later returns the time of a change: the one given, as exactly as it is kept, but later than the change before.
func later(at, before time.Time) time.Time {
	at = moment(millis(at))
	if !at.After(before) {
		at = before.Add(time.Millisecond)
	}
	return at
}

func millis(t time.Time) int64  { return t.UnixMilli() }
func moment(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
