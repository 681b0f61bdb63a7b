package index

import (
	"context"
	"database/sql"
	"fmt"

	"reftel/model"
)

// reading is the database at one moment, for whoever asks several things that belong together.
type reading struct {
	ctx   context.Context
	tx    *sql.Tx
	there map[model.ID]bool // what has was asked
}

// read calls do with the database as it is now. When ctx ends, so does what is asked, with its error.
func (x *Index) read(ctx context.Context, do func(*reading) error) error {
	tx, err := x.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		err = fmt.Errorf("ask the index: %w", err)
	} else {
		defer tx.Rollback()
		err = do(&reading{ctx, tx, map[model.ID]bool{}})
	}
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return x.failed(err)
}

// Query asks the database: see eachRow.
func (r *reading) Query(query string, args ...any) (*sql.Rows, error) {
	return r.tx.QueryContext(r.ctx, query, args...)
}

const (
	selectCitations = "SELECT id, inferred, bullet FROM citation WHERE number = ? ORDER BY rowid"
	selectCiting    = `SELECT citation.number, citation.id, citation.inferred, citation.bullet, cable.id, cable.prints, cable.date
	FROM citation JOIN cable ON cable.number = citation.number WHERE citation.id IN (?, ?) ORDER BY citation.number, citation.rowid`
	selectPrinted = "SELECT DISTINCT prints FROM cable WHERE id = ? AND id <> '' AND prints <> ''"
	selectHas     = "SELECT EXISTS (SELECT 1 FROM cable WHERE id = ?1 AND id <> '') OR EXISTS (SELECT 1 FROM cable WHERE prints = ?1 AND prints <> '')"
)

// withValue selects the cables that have a value in one of the columns in which most have none. The index of such a column
// leaves those out, and is used only where the query does too.
func withValue(column string) string {
	return "SELECT number FROM cable WHERE " + column + " = ? AND " + column + " <> '' ORDER BY date, number"
}

// numbers returns the numbers that a query selects.
func numbers(db querier, query string, args ...any) (out []int, err error) {
	err = eachRow(db, query, func(scan func(...any) error) error {
		var n int
		err := scan(&n)
		out = append(out, n)
		return err
	}, args...)
	return out, err
}

// numbers returns the cables with an id, and behind them the documents of editions that print the telegram of that id.
func (r *reading) numbers(id model.ID) ([]int, error) {
	if id.IsZero() {
		return nil, nil
	}
	own, err := numbers(r, withValue("id"), id.String())
	if err != nil {
		return nil, err
	}
	printing, err := numbers(r, withValue("prints"), id.String())
	return append(own, printing...), err
}

// has reports whether there is one.
func (r *reading) has(id model.ID) (there bool, err error) {
	there, asked := r.there[id]
	if asked || id.IsZero() {
		return there, nil
	}
	err = eachRow(r, selectHas, func(scan func(...any) error) error { return scan(&there) }, id.String())
	r.there[id] = there
	return there, err
}

// resolve says which id a citation means: see [library.Library.Resolve].
func (r *reading) resolve(id model.ID, inferred bool, date sql.NullInt64) (model.ID, error) {
	if !inferred || !isEarly(date) {
		return id, nil
	}
	there, err := r.has(id)
	if err != nil || there {
		return id, err
	}
	before := id
	before.Year--
	if there, err = r.has(before); there {
		return before, err
	}
	return id, err
}

// cites returns what a cable cites: see [Index.Cites].
func (r *reading) cites(number int) (out []Link, err error) {
	var own, prints string
	var date sql.NullInt64
	err = eachRow(r, "SELECT id, prints, date FROM cable WHERE number = ?", func(scan func(...any) error) error {
		return scan(&own, &prints, &date)
	}, number)
	if err != nil {
		return nil, err
	}
	var read []Link
	err = eachRow(r, selectCitations, func(scan func(...any) error) error {
		var l Link
		var id string
		err := scan(&id, &l.YearInferred, &l.Bullet)
		l.ID, _ = model.ParseID(id)
		read = append(read, l)
		return err
	}, number)
	if err != nil {
		return nil, err
	}
	at := map[model.ID]int{}
	for _, l := range read {
		if l.ID, err = r.resolve(l.ID, l.YearInferred, date); err != nil {
			return nil, err
		}
		if written := l.ID.String(); written == own || written == prints {
			continue
		}
		if i, known := at[l.ID]; known {
			out[i].YearInferred = out[i].YearInferred && l.YearInferred
			continue
		}
		if l.Numbers, err = r.numbers(l.ID); err != nil {
			return nil, err
		}
		at[l.ID] = len(out)
		out = append(out, l)
	}
	return out, nil
}

// citedBy returns the cables that cite an id: see [Index.CitedBy].
func (r *reading) citedBy(id model.ID) (out []Link, err error) {
	ids := []model.ID{id}
	if id.IsDocument() {
		err := eachRow(r, selectPrinted, func(scan func(...any) error) error {
			var written string
			err := scan(&written)
			if printed, ok := model.ParseID(written); ok {
				ids = append(ids, printed)
			}
			return err
		}, id.String())
		if err != nil {
			return nil, err
		}
	}
	seen := map[int]model.ID{} // citing cables, and what they were found to cite
	for _, cited := range ids {
		if out, err = r.citing(cited, seen, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// citing adds the links of the cables that cite an id, but for those that were seen before.
func (r *reading) citing(cited model.ID, seen map[int]model.ID, out []Link) ([]Link, error) {
	next := cited
	next.Year++ // what was read as next year's may mean this one
	type citation struct {
		id          string
		link        Link
		own, prints string
		date        sql.NullInt64
	}
	var read []citation
	err := eachRow(r, selectCiting, func(scan func(...any) error) error {
		c := citation{link: Link{Numbers: make([]int, 1)}}
		err := scan(&c.link.Numbers[0], &c.id, &c.link.YearInferred, &c.link.Bullet, &c.own, &c.prints, &c.date)
		read = append(read, c)
		return err
	}, cited.String(), next.String())
	if err != nil {
		return nil, err
	}
	for _, c := range read {
		id, _ := model.ParseID(c.id)
		if id, err = r.resolve(id, c.link.YearInferred, c.date); err != nil {
			return nil, err
		}
		if written := id.String(); id != cited || written == c.own || written == c.prints {
			continue
		}
		number := c.link.Numbers[0]
		if before, known := seen[number]; known {
			if last := &out[len(out)-1]; before == cited && last.Numbers[0] == number {
				last.YearInferred = last.YearInferred && c.link.YearInferred
			}
			continue
		}
		seen[number] = cited
		c.link.ID, _ = model.ParseID(c.own)
		out = append(out, c.link)
	}
	return out, nil
}
