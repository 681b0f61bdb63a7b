package index

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"reftel/model"
)

// Row is what the index itself knows of a cable: enough for a line of a list.
type Row struct {
	Number     int
	ID         model.ID
	Missing    bool // the file that it was read from is gone
	Redactions int
	Losses     int

	// Cable has the fields that a list shows, and no text: id, date, classification, post, sender, subject, source.
	// Where there is no subject, its headline is what the list has instead, be it the first words of the text.
	Cable *model.Cable

	outer, members string       // where its file is
	format         model.Format // of the file
}

// ErrGone says that a cable is no longer in the index.
var ErrGone = errors.New("the cable is no longer in the index: its file has changed")

const selectRow = `SELECT cable.number, file.name, cable.start, cable.size, cable.sha256, cable.format, cable.id, cable.date, cable.kind, cable.level,
	cable.station, cable.origin, cable.sender, cable.subject, cable.title, cable.prints, cable.redactions, cable.losses, source.name, source.missing, file.members
	FROM cable JOIN file ON file.id = cable.file JOIN source ON source.id = file.source WHERE cable.number = ?`

// Row returns the row of a cable.
func (x *Index) Row(number int) (Row, error) {
	r, err := scanRow(x.db.QueryRow(selectRow, number))
	return r, x.failed(err)
}

// Rows returns the rows of cables, all of one moment; one that is gone is without a cable.
func (x *Index) Rows(ctx context.Context, numbers []int) (out []Row, err error) {
	out = make([]Row, len(numbers))
	err = x.read(ctx, func(r *reading) error {
		selected, err := r.tx.PrepareContext(ctx, selectRow)
		if err != nil {
			return fmt.Errorf("ask the index: %w", err)
		}
		defer selected.Close()
		for i, number := range numbers {
			if out[i], err = scanRow(selected.QueryRowContext(ctx, number)); err != nil && !errors.Is(err, ErrGone) {
				return err
			}
		}
		return nil
	})
	return out, err
}

// scanRow reads what selectRow selects.
func scanRow(row *sql.Row) (Row, error) {
	var r Row
	c := &model.Cable{}
	var start, size, level int
	var prints string
	var hash []byte
	var id string
	var date sql.NullInt64
	err := row.Scan(&r.Number, &c.Source.File, &start, &size, &hash, &r.format, &id, &date, &c.DateKind, &level,
		&c.Station, &c.Origin, &c.From, &c.Subject, &c.Headline, &prints, &r.Redactions, &r.Losses, &r.outer, &r.Missing, &r.members)
	if errors.Is(err, sql.ErrNoRows) {
		return r, ErrGone
	}
	if err != nil {
		return r, fmt.Errorf("ask the index: %w", err)
	}
	c.ID, _ = model.ParseID(id)
	r.ID = c.ID
	telegram := c.ID
	if c.ID.IsDocument() {
		telegram, _ = model.ParseID(prints)
	}
	c.Year, c.Serial = telegram.Year, telegram.Serial
	c.Source.Span = model.Span{Start: start, End: start + size}
	c.Source.SHA256 = hex.EncodeToString(hash)
	c.Classification = model.Level(level)
	if date.Valid {
		c.Date = moment(date.Int64)
	}
	r.Cable = c
	return r, nil
}

// memberNumbers reads the numbers that lead to a member of an archive.
func memberNumbers(written string) ([]int, error) {
	var out []int
	for _, word := range strings.Fields(written) {
		var n int
		if _, err := fmt.Sscan(word, &n); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}
