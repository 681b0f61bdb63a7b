package index

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"reftel/model/library"
)

// Problems returns what could not be read when the index was made, and which files are gone since.
func (x *Index) Problems() ([]library.Problem, error) {
	var out []library.Problem
	take := func(scan func(...any) error) error {
		var p library.Problem
		err := scan(&p.File, &p.What)
		out = append(out, p)
		return err
	}
	if err := eachRow(x.db, "SELECT file, what FROM problem ORDER BY rowid", take); err != nil {
		return nil, err
	}
	err := eachRow(x.db, `SELECT source.name, count(cable.number) FROM source LEFT JOIN file ON file.source = source.id LEFT JOIN cable ON cable.file = file.id
		WHERE source.missing GROUP BY source.id ORDER BY source.name`, func(scan func(...any) error) error {
		var name string
		var cables int
		if err := scan(&name, &cables); err != nil {
			return err
		}
		out = append(out, library.Problem{File: name, What: fmt.Sprintf("the file is gone since it was indexed: its cables (%d) are still found, but can't be opened; bring it back, or build the index anew", cables)})
		return nil
	})
	return out, err
}

// Contents is what an index holds, counted.
type Contents struct {
	Files, FilesMissing, FilesUnfinished  int
	Cables, Citations, Segments           int
	Bytes                                 int64 // of the files
	WordsBytes, DatabaseBytes, NamesBytes int64 // of the index
}

// Contents counts what the index holds.
func (x *Index) Contents() (c Contents, err error) {
	row := x.db.QueryRow(`SELECT count(*), coalesce(sum(missing), 0), coalesce(sum(NOT done), 0), coalesce(sum(max(size, 0)), 0),
		(SELECT count(*) FROM cable), (SELECT count(*) FROM citation), (SELECT count(*) FROM segment) FROM source`)
	if err = row.Scan(&c.Files, &c.FilesMissing, &c.FilesUnfinished, &c.Bytes, &c.Cables, &c.Citations, &c.Segments); err != nil {
		return c, fmt.Errorf("ask the index: %w", err)
	}
	for _, s := range x.now().segments {
		if info, err := s.file.Stat(); err == nil {
			c.WordsBytes += info.Size()
		}
	}
	c.DatabaseBytes = databaseSize(x.dir)
	if info, err := os.Stat(filepath.Join(x.dir, namesName)); err == nil {
		c.NamesBytes = info.Size()
	}
	return c, nil
}

// Check reads the whole index and returns what is wrong with it, in sentences; none: it is sound. The next [Update] builds
// an index anew with which something is wrong.
func (x *Index) Check() ([]string, error) {
	var wrong []string
	err := eachRow(x.db, "PRAGMA integrity_check(20)", func(scan func(...any) error) error {
		var said string
		if err := scan(&said); err != nil {
			return err
		}
		if said != "ok" {
			wrong = append(wrong, databaseName+": "+said)
		}
		return nil
	})
	if isDamage(err) {
		wrong, err = append(wrong, databaseName+": "+err.Error()), nil
	}
	if err != nil {
		return nil, err
	}
	for _, s := range x.now().segments {
		words, err := s.words()
		if err == nil {
			err = words.Check()
		}
		if err != nil {
			wrong = append(wrong, fmt.Sprintf("%s: %v", s.file.Name(), err))
		}
	}
	if len(wrong) > 0 {
		if errors.Is(x.pin.still(), ErrRebuilt) {
			return nil, ErrRebuilt
		}
		mark(x.dir)
	}
	return wrong, nil
}
