package index

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"reftel/model"
	"reftel/model/library/postings"
	"reftel/model/query"
)

// Link is a citation as seen from one end. The rules are those of [library.Library.Resolve].
type Link struct {
	ID           model.ID // of the other end
	Numbers      []int    // of the cables with that id, in no order; none: it is missing
	YearInferred bool     // the citing cable doesn't write the year
	Bullet       string   // letter in the REF list of the citing cable
}

const (
	selectCitations = "SELECT id, inferred, bullet FROM citation WHERE number = ? ORDER BY rowid"
	selectCiting    = "SELECT DISTINCT number FROM citation WHERE id IN (?, ?) ORDER BY number"
	selectPrinted   = "SELECT DISTINCT prints FROM cable WHERE id = ? AND id <> '' AND prints <> ''"
)

// Numbers returns the cables with an id, and behind them the documents of editions that print the telegram of that id.
func (x *Index) Numbers(id model.ID) ([]int, error) {
	if id.IsZero() {
		return nil, nil
	}
	var out []int
	for _, column := range []string{"id", "prints"} {
		numbers, err := x.numbers(withValue(column), id.String())
		if err != nil {
			return nil, err
		}
		out = append(out, numbers...)
	}
	return out, nil
}

// withValue selects the cables that have a value in one of the columns in which most have none. The index of such a column
// leaves those out, and is used only where the query does too.
func withValue(column string) string {
	return "SELECT number FROM cable WHERE " + column + " = ? AND " + column + " <> '' ORDER BY date, number"
}

// numbers returns the numbers that a query selects.
func (x *Index) numbers(query string, args ...any) (out []int, err error) {
	err = eachRow(x.db, query, func(scan func(...any) error) error {
		var n int
		err := scan(&n)
		out = append(out, n)
		return err
	}, args...)
	return out, x.failed(err)
}

// Cites returns what a cable cites, each once: in the order of its REF list, then of its text.
func (x *Index) Cites(number int) ([]Link, error) {
	var own, prints string
	var date sql.NullInt64
	err := x.db.QueryRow("SELECT id, prints, date FROM cable WHERE number = ?", number).Scan(&own, &prints, &date)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("ask the index: %w", err)
	}
	var read []Link
	err = eachRow(x.db, selectCitations, func(scan func(...any) error) error {
		var id string
		var l Link
		if err := scan(&id, &l.YearInferred, &l.Bullet); err != nil {
			return err
		}
		l.ID, _ = model.ParseID(id)
		read = append(read, l)
		return nil
	}, number)
	if err != nil {
		return nil, err
	}
	var out []Link
	for _, l := range read {
		if err := x.resolve(&l, isEarly(date)); err != nil {
			return nil, err
		}
		if written := l.ID.String(); written == own || written == prints {
			continue
		}
		if i := slices.IndexFunc(out, func(o Link) bool { return o.ID == l.ID }); i >= 0 {
			out[i].YearInferred = out[i].YearInferred && l.YearInferred
			continue
		}
		out = append(out, l)
	}
	return out, nil
}

// resolve finds the cables that a citation means: see [library.Library.Resolve].
func (x *Index) resolve(l *Link, early bool) (err error) {
	if l.Numbers, err = x.Numbers(l.ID); err != nil || len(l.Numbers) > 0 || !l.YearInferred || !early {
		return err
	}
	before := l.ID
	before.Year--
	numbers, err := x.Numbers(before)
	if len(numbers) > 0 {
		l.ID, l.Numbers = before, numbers
	}
	return err
}

// isEarly reports whether a date is of the first three months, when a year that isn't written may be the last one.
func isEarly(date sql.NullInt64) bool { return date.Valid && moment(date.Int64).Month() <= time.March }

// CitedBy returns the cables that cite an id, be it in the library or missing; for a document of an edition, also those
// that cite the telegram it prints by its number.
func (x *Index) CitedBy(id model.ID) ([]Link, error) {
	ids := []model.ID{id}
	if id.IsDocument() {
		err := eachRow(x.db, selectPrinted, func(scan func(...any) error) error {
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
	var out []Link
	seen := map[int]bool{}
	for _, cited := range ids {
		next := cited
		next.Year++ // what was read as next year's may mean this one
		citing, err := x.numbers(selectCiting, cited.String(), next.String())
		if err != nil {
			return nil, err
		}
		for _, number := range citing {
			links, err := x.Cites(number)
			if err != nil {
				return nil, err
			}
			i := slices.IndexFunc(links, func(l Link) bool { return l.ID == cited })
			if i < 0 || seen[number] {
				continue
			}
			seen[number] = true
			l := links[i]
			row, err := x.Row(number)
			if errors.Is(err, ErrGone) { // since the numbers were asked for
				continue
			}
			if err != nil {
				return nil, err
			}
			l.ID, l.Numbers = row.ID, []int{number}
			out = append(out, l)
		}
	}
	return out, nil
}

// related answers the conditions that concern more than one cable.
func (s *searcher) related(n query.Node) (postings.Set, error) {
	found := s.none()
	add := func(numbers []int) {
		for _, n := range numbers {
			if n < 64*len(found) { // what was committed since the view was taken is not in it
				found.Add(n)
			}
		}
	}
	switch n := n.(type) {
	case query.Copy:
		numbers, err := s.index.numbers("SELECT number FROM cable WHERE id IN (SELECT id FROM cable WHERE id <> '' GROUP BY id HAVING count(*) > 1)")
		add(numbers)
		return found, err
	case query.Linked:
		if n.Field == query.Ref {
			links, err := s.index.CitedBy(n.ID)
			for _, l := range links {
				add(l.Numbers)
			}
			return found, err
		}
		citing, err := s.index.Numbers(n.ID)
		for _, number := range citing {
			links, err := s.index.Cites(number)
			if err != nil {
				return nil, err
			}
			for _, l := range links {
				add(l.Numbers)
			}
		}
		return found, err
	}
	return found, nil
}
