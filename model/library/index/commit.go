package index

import (
	"bufio"
	"database/sql"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"reftel/model/library"
)

// batch is what the next commit writes.
type batch struct {
	cables   []record // in the order of their numbers
	pieces   []library.Piece
	finished []string
	unread   []string // of these, those that the system could not read
	problems []library.Problem
}

func (b *batch) empty() bool {
	return len(b.cables) == 0 && len(b.pieces) == 0 && len(b.finished) == 0 && len(b.problems) == 0
}

// gathered is a batch with the words of its cables.
type gathered struct {
	batch
	words writer
}

// commit writes what was gathered: first the words, then in one transaction everything else.
func (u *updater) commit(g *gathered, begun, touched []sourceFile) error {
	changed := len(begun) > 0 || len(g.cables) > 0
	if changed {
		if err := u.loadOrder(); err != nil {
			return writing(err)
		}
	}
	file, size := "", int64(0)
	if len(g.cables) > 0 {
		var err error
		if file, size, err = u.writeSegment(u.next, g.words); err != nil {
			return err
		}
	}
	tx, err := u.db.Begin()
	if err != nil {
		return writing(err)
	}
	defer tx.Rollback()
	c := &committer{tx: tx, statements: map[string]*sql.Stmt{}, files: map[string]int64{}}
	order := u.order
	for _, in := range begun {
		if order, err = c.begin(order, in); err != nil {
			return writing(err)
		}
	}
	for _, in := range touched {
		c.do("UPDATE source SET modified = ?, missing = 0 WHERE name = ?", in.modified, in.Name)
	}
	more := make([]placed, len(g.cables))
	for i := range g.cables {
		r, number := &g.cables[i], u.next+i
		c.cable(number, r)
		more[i] = u.ordering.placed(uint32(number), r.seconds, r.id, r.input.Name, r.span.Start)
	}
	order = u.ordering.merge(order, more)
	c.progress(&g.batch)
	if file != "" {
		c.do("INSERT INTO segment (first, count, file, size) VALUES (?, ?, ?, ?)", u.next, len(more), file, size)
	}
	numbers := u.numbers
	if changed {
		a := columns(order)
		c.arrays(a)
		numbers = a.numbers
	}
	if c.err == nil {
		c.err = tx.Commit()
	}
	if c.err != nil {
		return writing(c.err)
	}
	u.order, u.numbers = order, numbers
	u.next = roundUp(u.next + len(more))
	return nil
}

// roundUp makes segments begin at numbers that are easily joined to one set.
func roundUp(n int) int { return (n + 63) &^ 63 }

const segmentSuffix = ".words"

// writeSegment writes a segment and makes sure that it is on disk. What could not be written whole is removed. Its name
// is one that no file has had: others may still read an old one.
func (u *updater) writeSegment(first int, words io.WriterTo) (name string, size int64, err error) {
	name = fmt.Sprintf("%08d-%08x%s", first, rand.Uint32(), segmentSuffix)
	path := filepath.Join(u.dir, name)
	f, err := createFile(path)
	if err != nil {
		return "", 0, writing(err)
	}
	defer func() {
		if closed := f.Close(); err == nil && closed != nil {
			err = writing(closed)
		}
		if err != nil {
			os.Remove(path)
			return
		}
		syncFolder(u.dir)
	}()
	w := bufio.NewWriterSize(f, 1<<20)
	if size, err = words.WriteTo(w); err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	switch {
	case isDamage(err): // of what is merged
		return "", 0, err
	case err != nil:
		return "", 0, writing(err)
	}
	return name, size, nil
}

// syncFolder makes sure that new files of a folder are found after a power cut, where the system has a way to.
func syncFolder(dir string) {
	if f, err := os.Open(dir); err == nil {
		f.Sync()
		f.Close()
	}
}

// file is what a segment is written to.
type file interface {
	io.WriteCloser
	Sync() error
}

// createFile is for tests to change: a disk can be full.
var createFile = func(path string) (file, error) {
	return os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
}

// committer writes one transaction. The first error ends it; what is written after that does nothing.
type committer struct {
	tx         *sql.Tx
	err        error
	statements map[string]*sql.Stmt
	files      map[string]int64 // ids of the files met in this commit
}

// do runs a statement and returns the id of the row that it inserted.
func (c *committer) do(statement string, args ...any) int64 {
	if c.err != nil {
		return 0
	}
	s := c.statements[statement]
	if s == nil {
		if s, c.err = c.tx.Prepare(statement); c.err != nil {
			return 0
		}
		c.statements[statement] = s
	}
	result, err := s.Exec(args...)
	if c.err = err; err != nil {
		return 0
	}
	id, _ := result.LastInsertId()
	return id
}

// begin forgets what is known of a file, which is new or has changed, and takes its cables out of the order.
func (c *committer) begin(order []placed, in sourceFile) ([]placed, error) {
	gone := map[uint32]bool{}
	err := eachRow(c.tx, "SELECT cable.number FROM cable JOIN file ON file.id = cable.file JOIN source ON source.id = file.source WHERE source.name = ?", func(scan func(...any) error) error {
		var number uint32
		err := scan(&number)
		gone[number] = true
		return err
	}, in.Name)
	if err != nil {
		return nil, err
	}
	c.do("DELETE FROM source WHERE name = ?", in.Name)
	c.do("INSERT INTO source (name, size, modified, hash, done) VALUES (?, ?, ?, ?, 0)", in.Name, in.Size, in.modified, append([]byte{}, in.hash...))
	if len(gone) == 0 {
		return order, c.err
	}
	kept := make([]placed, 0, len(order)-len(gone))
	for _, p := range order {
		if !gone[p.number] {
			kept = append(kept, p)
		}
	}
	return kept, c.err
}

// file returns the id of the file that a cable was read from.
func (c *committer) file(in library.Input) int64 {
	if id, ok := c.files[in.Name]; ok || c.err != nil {
		return id
	}
	var id int64
	err := c.tx.QueryRow("SELECT file.id FROM file JOIN source ON source.id = file.source WHERE source.name = ? AND file.name = ?", in.Outer(), in.Name).Scan(&id)
	if err != nil {
		var members []string
		for _, n := range in.Members() {
			members = append(members, strconv.Itoa(n))
		}
		id = c.do("INSERT INTO file (source, name, members) SELECT id, ?, ? FROM source WHERE name = ?", in.Name, strings.Join(members, " "), in.Outer())
	}
	c.files[in.Name] = id
	return id
}

// cable writes the rows of a cable.
func (c *committer) cable(number int, r *record) {
	c.do(`INSERT INTO cable (number, file, start, size, sha256, format, id, prints, date, kind, level, station, origin, sender, subject, title, redactions, losses)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		number, c.file(*r.input), r.span.Start, r.span.Len(), r.hash, string(r.format), r.id.String(), r.prints, r.date(), string(r.kind),
		int(r.level), r.station, r.origin, r.sender, r.subject, r.title, r.redactions, r.losses)
	for _, cited := range r.cited {
		c.do("INSERT INTO citation (number, id, inferred, bullet) VALUES (?, ?, ?, ?)", number, cited.ID.String(), cited.YearInferred, cited.Bullet)
	}
}

// arrays writes the columns of all cables.
func (c *committer) arrays(a arrays) {
	numbers, dates := a.encode()
	c.do(`INSERT INTO arrays (one, cables, numbers, dates) VALUES (1, ?, ?, ?)
		ON CONFLICT (one) DO UPDATE SET cables = excluded.cables, numbers = excluded.numbers, dates = excluded.dates`, len(a.numbers), numbers, dates)
}

// progress notes how far files are read, and what could not be.
func (c *committer) progress(b *batch) {
	for _, p := range b.pieces {
		c.do("INSERT OR IGNORE INTO piece (source, file, at) SELECT id, ?, ? FROM source WHERE name = ?", p.File, p.At, p.Outer)
	}
	for _, name := range b.finished {
		c.do("UPDATE source SET done = 1, missing = 0 WHERE name = ?", name)
		c.do("DELETE FROM piece WHERE source = (SELECT id FROM source WHERE name = ?)", name)
	}
	for _, name := range b.unread { // no file is as it is noted now, so the next run begins it anew
		c.do("UPDATE source SET modified = 0, hash = x'' WHERE name = ?", name)
	}
	for _, p := range b.problems {
		c.do("INSERT INTO problem (source, file, what) VALUES ((SELECT id FROM source WHERE name = ? OR substr(?, 1, length(name) + 1) = name || '/'), ?, ?)",
			p.File, p.File, p.File, p.What)
	}
}
