package index

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/names"
	"reftel/parser"
)

// Cable reads a cable from its file. When the file no longer holds it, the error says so, and wraps
// [library.ErrChanged] if it is still there; what can't be read at all gives a [library.Problem].
func (x *Index) Cable(number int) (*model.Cable, error) {
	r, err := x.Row(number)
	if err != nil {
		return nil, err
	}
	if c := x.parsed.find(r.Cable.Source); c != nil {
		return c, nil
	}
	members, err := memberNumbers(r.members)
	if err != nil {
		return nil, damaged(x.dir)
	}
	in := library.Again(r.outer, r.Cable.Source.File, members)
	for _, alone := range []bool{true, false} { // a file of rows in UTF-16 is read whole too
		if alone && !parser.IsRows(r.format) {
			continue
		}
		cables, err := readAgain(in, r, alone)
		if err != nil {
			return nil, err
		}
		if i := slices.IndexFunc(cables, func(c *model.Cable) bool { return isSource(c.Source, r.Cable.Source) }); i >= 0 {
			x.parsed.keep(cables)
			return cables[i], nil
		}
	}
	return nil, fmt.Errorf("%s: %w", in.Name, library.ErrChanged)
}

// readAgain parses a file, or of one that is made of rows the row of a cable alone.
func readAgain(in library.Input, row Row, alone bool) ([]*model.Cable, error) {
	f, err := in.Open()
	if err != nil {
		return nil, library.ReadingFailed(in.Name, err)
	}
	defer f.Close()
	c := parser.Chunk{Format: row.format}
	var r io.Reader = f
	if alone {
		if err := library.Skip(f, int64(row.Cable.Source.Span.Start)); err != nil {
			return nil, library.ReadingFailed(in.Name, err)
		}
		c.At = row.Cable.Source.Span.Start
		r = io.LimitReader(f, int64(row.Cable.Source.Span.Len()))
	}
	if c.Data, err = io.ReadAll(io.LimitReader(r, parser.MaxWhole)); err != nil {
		return nil, library.ReadingFailed(in.Name, err)
	}
	cables := parser.ParseChunk(in.Name, c).Cables
	for _, c := range cables {
		c.Names = names.Find(c)
	}
	return cables, nil
}

func isSource(a, b model.Source) bool {
	return a.Span == b.Span && a.SHA256 == b.SHA256 && a.File == b.File
}

// mostParsed is how many files that hold several cables are kept parsed: whoever reads one reads its neighbours.
const mostParsed = 4

// parsed keeps the cables of the files that were read last.
type parsed struct {
	mu    sync.Mutex
	files [][]*model.Cable // the last one first
}

func (p *parsed) find(s model.Source) *model.Cable {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, cables := range p.files {
		for _, c := range cables {
			if isSource(c.Source, s) {
				p.files = append([][]*model.Cable{cables}, slices.Delete(p.files, i, i+1)...)
				return c
			}
		}
	}
	return nil
}

func (p *parsed) keep(cables []*model.Cable) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.files = append([][]*model.Cable{cables}, p.files...)
	p.files = p.files[:min(len(p.files), mostParsed)]
}

// IsGone reports whether an error of [Index.Cable] means that the file is not what it was.
func IsGone(err error) bool { return errors.Is(err, library.ErrChanged) || errors.Is(err, ErrGone) }
