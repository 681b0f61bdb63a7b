package library

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"
	"time"

	"reftel/model"
	"reftel/parser"
)

// id reads an id or fails.
func id(t testing.TB, s string) model.ID {
	t.Helper()
	got, ok := model.ParseID(s)
	if !ok {
		t.Fatalf("%q is no id", s)
	}
	return got
}

// cable makes a cable with an id and a date (2009-01-30, "" for none).
func cable(t testing.TB, written, date string) *model.Cable {
	t.Helper()
	c := &model.Cable{ID: id(t, written)}
	c.Year, c.Station, c.Serial = c.ID.Year, c.ID.Station, c.ID.Serial
	c.Source.File = written + ".txt"
	if date != "" {
		when, err := time.Parse(time.DateOnly, date)
		if err != nil {
			t.Fatal(err)
		}
		c.Date = when
	}
	return c
}

// refer adds a REF block with one entry for each id; one with a question mark behind it had its
// year inferred.
func refer(t testing.TB, c *model.Cable, written ...string) *model.Cable {
	t.Helper()
	block := len(c.Blocks)
	text := ""
	for i, w := range written {
		plain, inferred := strings.CutSuffix(w, "?")
		start := len(text)
		text += plain
		c.References = append(c.References, model.Reference{Bullet: string(rune('A' + i)), Kind: model.RefCable,
			ID: id(t, plain), YearInferred: inferred, Raw: plain, Block: block, Span: model.Span{Start: start, End: len(text)}})
		text += " "
	}
	c.Blocks = append(c.Blocks, model.Block{Kind: model.Header, Role: model.ReferencesRole, Text: text})
	return c
}

// cite adds a paragraph that is one reference, form, to an id.
func cite(t testing.TB, c *model.Cable, to model.RefTo, form, written string) *model.Cable {
	t.Helper()
	c.Marks = append(c.Marks, model.Mark{Kind: model.Citation, Block: len(c.Blocks), Span: model.Span{End: len(form)},
		Form: form, RefTo: to, Target: written, IDs: []model.ID{id(t, written)}})
	c.Blocks = append(c.Blocks, model.Block{Kind: model.Paragraph, Text: form})
	return c
}

func ids(cables []*model.Cable) string {
	var out []string
	for _, c := range cables {
		out = append(out, c.ID.String())
	}
	return strings.Join(out, " ")
}

// parseLines stands in for the parser: a cable for each line that is an id. It panics on the word
// PANIC, as a parser with a bug would. What is no text goes to the real one, which says so.
func parseLines(file string, chunk parser.Chunk) parser.Result {
	if bytes.ContainsAny(chunk.Data, "\x00\x01") {
		return parser.ParseChunk(file, chunk)
	}
	var r parser.Result
	at := chunk.At
	for line := range strings.Lines(string(chunk.Data)) {
		words := strings.Fields(line)
		if len(words) > 0 && words[0] == "PANIC" {
			panic("secret words: " + line)
		}
		if len(words) > 0 {
			if cid, ok := model.ParseID(words[0]); ok {
				sum := sha256.Sum256([]byte(line))
				c := &model.Cable{ID: cid, Year: cid.Year, Subject: strings.Join(words[1:], " "), Source: model.Source{
					File: file, Span: model.Span{Start: at, End: at + len(line)}, SHA256: hex.EncodeToString(sum[:])}}
				c.Date = time.Date(cid.Year, 1, 1, 0, cid.Serial, 0, 0, time.UTC)
				r.Cables = append(r.Cables, c)
			}
		}
		at += len(line)
	}
	if len(r.Cables) == 0 {
		r.Warnings = []model.Warning{{Text: "no line of it begins with an id: check that it is the right file"}}
	}
	return r
}

// lineOptions makes Load read what parseLines reads.
func lineOptions() LoadOptions {
	return LoadOptions{parse: parseLines, name: func(*model.Cable) []model.Name { return nil }}
}

// memory is an input of given bytes.
func memory(name, text string) Input {
	return Input{Name: name, Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}
}

// enormous is an input of so many bytes, all of them the same words, that no memory holds.
func enormous(name, words string, size int64) Input {
	return Input{Name: name, Size: size, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(io.LimitReader(&repeated{words: words}, size)), nil
	}}
}

// repeated gives the same words for ever.
type repeated struct {
	words string
	at    int
}

func (r *repeated) Read(p []byte) (n int, err error) {
	for n < len(p) {
		got := copy(p[n:], r.words[r.at:])
		n, r.at = n+got, (r.at+got)%len(r.words)
	}
	return n, nil
}

// failing is an input that can't be opened.
func failing(name string, err error) Input {
	return Input{Name: name, Size: 10, Open: func() (io.ReadCloser, error) { return nil, err }}
}

func inputs(all ...Input) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		for _, in := range all {
			if !yield(in, nil) {
				return
			}
		}
	}
}

// manyFiles gives n files of one cable each.
func manyFiles(n int) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		for i := range n {
			text := fmt.Sprintf("09PORTVERDE%d harbour dredging\n", i+1)
			if !yield(memory(fmt.Sprintf("%d.txt", i+1), text), nil) {
				return
			}
		}
	}
}

// load reads everything into a library and returns the batches too.
func load(t testing.TB, in iter.Seq2[Input, error], o LoadOptions) (*Library, []Batch) {
	t.Helper()
	l := New()
	var batches []Batch
	Load(t.Context(), in, o, func(b Batch) {
		l.Add(b)
		batches = append(batches, b)
	})
	return l, batches
}

// blockedInput can't be opened before the test ends, as a pipe that nobody writes to.
func blockedInput(ctx context.Context) Input {
	return Input{Name: "pipe", Size: -1, Open: func() (io.ReadCloser, error) {
		<-ctx.Done()
		return nil, errors.New("closed")
	}}
}
