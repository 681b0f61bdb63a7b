package notebook

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"reftel/model"
)

// Imported says what became of notes that were taken in.
type Imported struct {
	Added   int
	Changed int // they were here, and are older
	Known   int // they are here, as they are or newer; or were removed later
}

// Import takes notes in, all or none. A note that is here already is changed if the other one was changed later, so that it
// makes no difference how often and in which order notes are taken in.
func (b *Notebook) Import(ctx context.Context, notes []Note) (done Imported, err error) {
	err = b.write(ctx, notesPart, func(tx *sql.Tx) (bool, error) {
		done = Imported{}
		for _, n := range notes {
			now, there, err := noteBy(ctx, tx, n.UID)
			if err != nil {
				return false, err
			}
			switch {
			case !there:
				done.Added++
			case n.Changed.After(now.Changed):
				done.Changed++
				n.edit = now.edit + 1
				if _, err := tx.ExecContext(ctx, "DELETE FROM note WHERE uid = ?", n.UID); err != nil {
					return false, err
				}
			default:
				done.Known++
				continue
			}
			if err := insertNote(ctx, tx, n); err != nil {
				return false, err
			}
		}
		return done.Added+done.Changed > 0, nil
	})
	if err != nil {
		return Imported{}, err
	}
	return done, nil
}

// LineError says why a line of notes can't be read.
type LineError struct {
	Line int // from 1
	Err  error
}

// Error returns the sentence.
func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns what is wrong with the line.
func (e *LineError) Unwrap() error { return e.Err }

// longestLine is more than a line with a note can have, in bytes, every character of it escaped.
const longestLine = 8 * longestNote

// What no file of notes has: lines that nothing ends, or more of them without a note than anybody wants to hear of.
const (
	longestRun = 64 << 20 // bytes of a line
	mostWrong  = 100_000
)

var (
	errEndless = errors.New("a line is longer than 64 MB: this is no file of notes")
	errNoNotes = errors.New("a hundred thousand lines hold no note: this is no file of notes")
)

// ReadNotes reads notes as JSON Lines, one a line as a [Note] is written. Lines that are empty or hold no note are passed
// over; wrong says of the latter why. The error says that the reading itself failed; what was read comes with it.
func ReadNotes(r io.Reader) (notes []Note, wrong []error, err error) {
	in := bufio.NewReaderSize(r, 64<<10)
	for number := 1; ; number++ {
		line, err := readLine(in)
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			n, err := parseNote(line)
			if err != nil {
				if wrong = append(wrong, &LineError{number, err}); len(wrong) == mostWrong {
					return notes, wrong, errNoNotes
				}
			} else {
				notes = append(notes, n)
			}
		}
		if errors.Is(err, io.EOF) {
			return notes, wrong, nil
		}
		if err != nil {
			return notes, wrong, err
		}
	}
}

// readLine returns the next line, of one that is too long as much as shows that.
func readLine(in *bufio.Reader) (line []byte, err error) {
	for read := 0; ; {
		part, err := in.ReadSlice('\n')
		if read += len(part); read > longestRun {
			return line, errEndless
		}
		if len(line) <= longestLine {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

// parseNote reads a note, and checks what others may have written. One without a UID gets one that is always the same.
func parseNote(line []byte) (n Note, err error) {
	if len(line) > longestLine {
		return n, fmt.Errorf("it is longer than any note: more than %d bytes", longestLine)
	}
	if err := json.Unmarshal(line, &n); err != nil {
		return n, fmt.Errorf("it is no note as reftel notes --json prints it (%w)", err)
	}
	if strings.TrimSpace(n.Text) == "" {
		return n, errors.New("it has no text")
	}
	if n.Text, err = tidyText(n.Text); err != nil {
		return n, err
	}
	if n.SHA256 != "" && !model.IsSHA256(n.SHA256) {
		return n, fmt.Errorf("sha256 is %.80q, which is no hash: 64 hexadecimal digits", n.SHA256)
	}
	if n.Key().IsZero() || checkKey(n.Key()) != nil {
		return n, errors.New("it doesn't say on which cable it is: give id, or sha256 of one that has none")
	}
	if n.Created.IsZero() {
		return n, errors.New("it doesn't say when it was made: give created, as in 2010-01-29T20:49:00Z")
	}
	n.Created = moment(millis(n.Created))
	if n.Changed.Before(n.Created) {
		n.Changed = n.Created
	}
	n.Changed = moment(millis(n.Changed))
	n.Paragraph, n.Block, n.Start = max(0, n.Paragraph), max(0, n.Block), max(0, n.Start)
	n.Quote, n.Title = quoteFrom(strings.ToValidUTF8(n.Quote, "")), tidyTitle(strings.ToValidUTF8(n.Title, ""))
	if n.Kind == "" && (n.Quote != "" || n.Paragraph > 0) || strings.Trim(string(n.Kind), kindLetters) != "" {
		n.Kind = model.Paragraph
	}
	switch {
	case n.UID == "":
		n.UID = uidOf(n)
	case len(n.UID) > 64 || strings.Trim(n.UID, uidLetters) != "":
		return n, fmt.Errorf("note is %.80q: it may have 64 letters, digits and hyphens", n.UID)
	}
	return n, nil
}

const kindLetters = "abcdefghijklmnopqrstuvwxyz-"

const uidLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

// uidOf makes a UID of what a note says and when it was made.
func uidOf(n Note) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d %q %q %s", n.Key(), n.Paragraph, n.Quote, n.Text, n.Created.Format(time.RFC3339Nano)))
	return hex.EncodeToString(sum[:16])
}
