package parser

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"reftel/model"
)

// MaxWhole is the size beyond which a file is refused that must be read whole: every format but rows.
const MaxWhole = 256 << 20

// ErrTooLarge is the error of [Chunks] for such a file.
var ErrTooLarge = fmt.Errorf("it is larger than %d MB, and files of its format are read whole: split it first", MaxWhole>>20)

const (
	chunkSize   = 1 << 20  // bytes after which rows are handed on
	firstChunk  = 64 << 10 // the same for the first rows; for those that follow, twice as many each time
	binaryReach = 64 << 10 // bytes that tell a binary file
)

// Chunk is a stretch of a file that is parsed on its own: the whole file, or rows of one that is made
// of rows (cables-csv, jsonl).
type Chunk struct {
	Format   model.Format    // "" when only the whole text will tell
	Data     []byte          // belongs to the receiver
	At       int             // where Data stands in the file
	Warnings []model.Warning // of what was left out in front of Data

	rows    int     // of the file that stand before Data; of jsonl, lines
	form    csvForm // how the rows are written
	part    bool    // other chunks of the file came before or follow
	sniffed bool    // the beginning was asked for a frame; there is none where Format is ""
}

// Chunks reads a file and cuts it into chunks. A file made of rows is cut between rows about every megabyte, its beginning
// into smaller ones, so that the first cables are there at once, in constant memory; any other gives one chunk, or
// [ErrTooLarge]. A binary file is read no further than what shows it. A read error (a broken archive) comes last, behind a
// chunk with everything that could be read.
//
// Parsing the chunks in any order gives the cables that [Parse] gives for the whole file.
func Chunks(r io.Reader, o Options) iter.Seq2[Chunk, error] { return chunks(r, o, chunkSize) }

// ParseChunk reads the cables of a chunk. Places are offsets into the file, as with [Parse].
func ParseChunk(file string, c Chunk) Result {
	r := Result{Format: c.Format, Warnings: c.Warnings, chunk: chunkPlace{at: c.At, rows: c.rows, form: c.form, part: c.part, sniffed: c.sniffed}}
	r.parse(file, c.Data)
	r.shift(c.At)
	return r
}

// chunkPlace says to the reader of a format where in the file its data stands.
type chunkPlace struct {
	at, rows int
	form     csvForm
	part     bool
	sniffed  bool
}

// shift moves all places found by n bytes. Those of the chunk's own warnings are right already.
func (r *Result) shift(n int) {
	if n == 0 {
		return
	}
	for i := range r.Furniture {
		r.Furniture[i] = r.Furniture[i].Shift(n)
	}
	for i := range r.markup {
		r.markup[i] = r.markup[i].Shift(n)
	}
	shiftWarnings(r.Warnings[r.given:], n)
	for _, c := range r.Cables {
		c.Source.Span = c.Source.Span.Shift(n)
		for i := range c.Blocks {
			b := &c.Blocks[i]
			if !b.LeadAt.Empty() {
				b.LeadAt = b.LeadAt.Shift(n)
			}
			for k := range b.Pieces {
				b.Pieces[k].File = b.Pieces[k].File.Shift(n)
			}
		}
		for i := range c.Marks {
			if m := &c.Marks[i]; !m.File.Empty() {
				m.File = m.File.Shift(n)
			}
		}
		shiftWarnings(c.Warnings, n)
	}
}

func shiftWarnings(warnings []model.Warning, n int) {
	for i := range warnings {
		if w := &warnings[i]; w.At != (model.Span{}) {
			w.At = w.At.Shift(n)
		}
	}
}

func chunks(r io.Reader, o Options, size int) iter.Seq2[Chunk, error] {
	return func(yield func(Chunk, error) bool) {
		in := &filler{r: r, most: MaxWhole}
		if o.Size > 0 {
			in.data = make([]byte, 0, min(o.Size, sniffLimit)+1)
		}
		in.fill(binaryReach)
		if o.Format == "" && isBinary(in.data) {
			yield(Chunk{Data: in.data}, nil)
			return
		}
		in.fill(sniffLimit)
		c := Chunk{Format: o.Format, sniffed: true}
		if c.Format == "" {
			c.Format = sniffFrame(in.data)
		}
		if cut := newCutter(c.Format, in.data); cut != nil {
			rows := &rowReader{filler: in, cutter: cut, size: min(firstChunk, size), most: size, chunk: c, yield: yield}
			rows.read()
			return
		}
		if o.Size > sniffLimit {
			in.data = slices.Grow(in.data, int(min(o.Size, MaxWhole))+1-len(in.data))
		}
		if in.fill(MaxWhole + 1); len(in.data) > MaxWhole {
			yield(Chunk{}, ErrTooLarge)
			return
		}
		c.Data = in.data
		if yield(c, nil) && in.err != nil {
			yield(Chunk{}, in.err)
		}
	}
}

// filler reads a file into one piece of memory.
type filler struct {
	r    io.Reader
	data []byte
	most int
	end  bool  // nothing is left
	err  error // why, if not because the file ended
}

// fill reads until data holds n bytes or the file ends.
func (f *filler) fill(n int) {
	for len(f.data) < n && !f.end {
		if len(f.data) == cap(f.data) {
			const least = 32 << 10
			f.data = slices.Grow(f.data, min(max(least, len(f.data)/2), f.most+1))
		}
		got, err := f.r.Read(f.data[len(f.data):cap(f.data)])
		f.data = f.data[:len(f.data)+got]
		if f.end = err != nil; f.end && !errors.Is(err, io.EOF) {
			f.err = err
		}
	}
}

// cutter finds the ends of rows.
type cutter interface {
	// cut looks for the end of the row at data[0], going on where it stopped before; final says that
	// nothing follows data. It reports whether the end was found.
	cut(data []byte, final bool) bool
	// length is that of the row found.
	length() int
	// forget makes the place where cut stopped the start of data, and returns it.
	forget() int
	// reset makes the cutter ready for the next row.
	reset()
}

// newCutter returns the cutter of a format that is made of rows, nil if the file must be read whole.
func newCutter(format model.Format, head []byte) cutter {
	if _, wide := wideCoding(head); wide {
		return nil
	}
	switch format {
	case model.CablesCSV:
		if form, _, ok := findForm(head); ok {
			return &rowCutter{form: form}
		}
	case model.JSONLines:
		return &lineCutter{}
	}
	return nil
}

// lineCutter finds the ends of lines of JSON: a record may take several, and begins with a brace.
type lineCutter struct{ pos int }

func (c *lineCutter) cut(data []byte, final bool) bool {
	for c.pos < len(data) {
		n := bytes.IndexByte(data[c.pos:], '\n')
		if n < 0 {
			c.pos = len(data)
			break
		}
		if c.pos += n; c.pos+1 == len(data) {
			break
		}
		c.pos++
		if data[c.pos] == '{' {
			return true
		}
	}
	if final {
		c.pos = len(data)
	}
	return final
}

func (c *lineCutter) length() int { return c.pos }

func (c *lineCutter) forget() int {
	n := c.pos
	c.pos = 0
	return n
}

func (c *lineCutter) reset() { c.pos = 0 }

// rowReader hands on the rows of a file in chunks.
type rowReader struct {
	*filler
	cutter
	size  int   // of the next chunk
	most  int   // of any
	chunk Chunk // the next one
	yield func(Chunk, error) bool

	done int // bytes of data that are whole rows
	rows int // how many those are
}

func (r *rowReader) read() {
	if c, ok := r.cutter.(*rowCutter); ok {
		r.chunk.form = c.form
	}
	for {
		more := !r.cutRows()
		last := r.end && r.done == len(r.data)
		if (r.done > 0 || last && len(r.chunk.Warnings) > 0) && !r.hand(last) {
			return
		}
		switch {
		case last:
			if r.err != nil {
				r.yield(Chunk{}, r.err)
			}
			return
		case more && len(r.data) > maxRow+rowReach:
			r.skip()
		case more:
			r.fill(len(r.data) + r.size)
		}
	}
}

// cutRows finds the ends of rows until they make a chunk. It reports false when that takes more data.
func (r *rowReader) cutRows() bool {
	for r.done < r.size {
		if r.done == len(r.data) || !r.cut(r.data[r.done:], r.end) {
			return false
		}
		if r.length() > maxRow {
			r.drop(r.chunk.At)
			continue
		}
		r.done += r.length()
		r.rows++
		r.reset()
	}
	return true
}

// hand gives the whole rows away and keeps the rest.
func (r *rowReader) hand(last bool) bool {
	rest := r.data[r.done:]
	c := r.chunk
	if c.Format == model.JSONLines {
		r.rows = bytes.Count(r.data[:r.done], []byte{'\n'})
	}
	c.Data = r.data[:r.done:r.done]
	c.part = !last || c.At > 0
	r.size = min(2*r.size, r.most)
	r.data = append(make([]byte, 0, len(rest)+r.size+1), rest...)
	r.chunk = Chunk{Format: c.Format, form: c.form, At: c.At + r.done, rows: c.rows + r.rows}
	r.done, r.rows = 0, 0
	return r.yield(c, nil)
}

// skip leaves out the row that data begins with, which is too long, without keeping it.
func (r *rowReader) skip() {
	from := r.chunk.At
	for !r.cut(r.data, r.end) {
		n := r.forget()
		r.chunk.At += n
		r.data = r.data[:copy(r.data, r.data[n:])]
		r.fill(len(r.data) + r.size)
	}
	r.drop(from)
}

// drop leaves out what is in data of the row that the cutter has just found the end of; it began at from.
func (r *rowReader) drop(from int) {
	n := r.length()
	r.chunk.At += n
	r.data = append(make([]byte, 0, r.size+rowReach+1), r.data[n:]...)
	r.reset()
	r.chunk.rows++
	r.chunk.Warnings = append(r.chunk.Warnings, tooLong(r.chunk.rows, model.Span{Start: from, End: r.chunk.At}))
}

func tooLong(row int, at model.Span) model.Warning {
	return model.Warning{Kind: WarnRow, At: at, Text: fmt.Sprintf("row %d (byte %d) is longer than %d MB: it was left out", row, at.Start, maxRow>>20)}
}

// IsRows reports whether files of a format are read in pieces: they are made of rows, each of which can be read by itself.
func IsRows(f model.Format) bool { return f == model.CablesCSV || f == model.JSONLines }
