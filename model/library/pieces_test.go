package library

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"reftel/model"
	"reftel/parser"
)

const pieceSize = 1000

// cutLines stands in for parser.Chunks: pieces of whole lines, as of a table.
func cutLines(r io.Reader, o parser.Options) iter.Seq2[parser.Chunk, error] {
	return func(yield func(parser.Chunk, error) bool) {
		b := bufio.NewReaderSize(r, pieceSize)
		var c parser.Chunk
		for {
			line, err := b.ReadBytes('\n')
			c.Data = append(c.Data, line...)
			if err != nil || len(c.Data) >= pieceSize {
				if !yield(c, nil) {
					return
				}
				c = parser.Chunk{At: c.At + len(c.Data)}
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					yield(c, err)
				}
				return
			}
		}
	}
}

func pieceOptions() LoadOptions {
	o := lineOptions()
	o.chunks = cutLines
	return o
}

func table(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "09PORTVERDE%d harbour dredging\n", i+1)
	}
	return b.String()
}

func TestAFileInPiecesGivesAllItsCables(t *testing.T) {
	const n = 5000
	text := table(n)
	for _, in := range []Input{memory("all.csv", text), memory("all.csv.gz", gzipped(t, text))} {
		l, batches := load(t, inputs(in), pieceOptions())
		seen := map[model.ID]bool{}
		for _, c := range l.Cables() {
			seen[c.ID] = true
		}
		if len(seen) != n || l.Len() != n || len(said(l)) > 0 {
			t.Errorf("%s: %d cables, %d of them different, problems %q", in.Name, l.Len(), len(seen), said(l))
		}
		end := batches[len(batches)-1].Progress
		if end.FilesDone != 1 || end.BytesDone != in.Size || end.Bytes != in.Size {
			t.Errorf("%s: %+v", in.Name, end)
		}
		c := l.Cables()[n/2]
		if source, err := l.Source(c)(); err != nil || !strings.HasPrefix(string(source), c.ID.String()) {
			t.Errorf("the source of %s reads %q, %v", c.ID, source, err)
		}
	}
}

// gauge counts how often a file is opened and what is read of it.
type gauge struct{ opened, read atomic.Int64 }

func (g *gauge) input(in Input) Input {
	open := in.Open
	in.Open = func() (io.ReadCloser, error) {
		g.opened.Add(1)
		f, err := open()
		if err != nil {
			return nil, err
		}
		return unpacked{gaugeReader{f, g}, f}, nil
	}
	return in
}

type gaugeReader struct {
	r io.Reader
	g *gauge
}

func (r gaugeReader) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	r.g.read.Add(int64(n))
	return n, err
}

// However slow whoever takes the cables is, no more is read than a few pieces ahead.
func TestASlowTakerHoldsUpTheReading(t *testing.T) {
	text := table(20_000)
	var files []packed
	for i := range 400 {
		files = append(files, packed{fmt.Sprintf("%d.csv", i), table(40)})
	}
	tests := map[string]Input{"rows": memory("all.csv", text), "tar": memory("all.tar", tarred(t, files...))}
	for name, in := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				const workers = 3
				// What waits, what each worker parses, has cut or wants to send, and what was sent.
				const most = (maxPieces + 4*workers + 2) * (pieceSize + 2048)
				var g gauge
				o := pieceOptions()
				o.Workers = workers
				cables := 0
				Load(t.Context(), inputs(g.input(in)), o, func(b Batch) {
					synctest.Wait() // everybody else has come as far as possible
					for _, c := range b.Cables {
						cables += c.Source.Span.Len()
					}
					if ahead := int(g.read.Load()) - cables; cables > 0 && name == "rows" && ahead > most {
						t.Fatalf("%d bytes were read when %d had been taken", g.read.Load(), cables)
					}
					if b.Progress.BytesDone != g.read.Load() && b.Progress.Cables == 1 && int(g.read.Load()) > most {
						t.Errorf("with the first cable, %d bytes have been read", g.read.Load())
					}
				})
				if g.opened.Load() != 1 || g.read.Load() != in.Size {
					t.Errorf("opened %d times, %d of %d bytes read", g.opened.Load(), g.read.Load(), in.Size)
				}
			})
		})
	}
}

func TestABugInAPieceLosesThatPieceOnly(t *testing.T) {
	lines := strings.SplitAfter(table(500), "\n")
	lines[250] = "PANIC here\n"
	l, batches := load(t, inputs(memory("all.csv", strings.Join(lines, ""))), pieceOptions())
	if n := l.Len(); n < 400 || n == 500 {
		t.Errorf("%d cables", n)
	}
	if p := said(l); len(p) != 1 || !strings.Contains(p[0], "bug") {
		t.Errorf("problems %q", p)
	}
	if p := batches[len(batches)-1].Progress; p.FilesDone != 1 {
		t.Errorf("%+v", p)
	}
}

func TestABugInCuttingEndsTheFileOnly(t *testing.T) {
	o := lineOptions()
	o.chunks = func(r io.Reader, p parser.Options) iter.Seq2[parser.Chunk, error] {
		return func(yield func(parser.Chunk, error) bool) {
			for c, err := range cutLines(r, p) {
				if !yield(c, err) {
					return
				}
				if bytes.Contains(c.Data, []byte("CUT")) {
					panic("secret")
				}
			}
		}
	}
	l, batches := load(t, inputs(memory("x.csv", one+"CUT"), memory("y.zip", zipped(t, packed{"a", "CUT"}, packed{"b", two}))), o)
	if got := ids(l.Cables()); got != "09PORTVERDE1 09PORTVERDE2" {
		t.Errorf("cables %q", got)
	}
	if p := said(l); len(p) != 2 || strings.Contains(p[0], "secret") {
		t.Errorf("problems %q", p)
	}
	if p := batches[len(batches)-1].Progress; p.FilesDone != 2 {
		t.Errorf("%+v", p)
	}
}

func TestDamagedRowsAreToldAndCounted(t *testing.T) {
	o := pieceOptions()
	parse := o.parse
	o.parse = func(file string, c parser.Chunk) parser.Result {
		r := parse(file, c)
		r.Warnings = []model.Warning{{Kind: parser.WarnEncoding, Text: "odd letters"}, {Kind: parser.WarnRow, Text: "row 7 (byte 70) has 3 fields: it was left out"}}
		return r
	}
	l, _ := load(t, inputs(memory("all.csv", table(2000))), o)
	p := said(l)
	if len(p) != maxProblems+1 || p[0] != "all.csv: row 7 (byte 70) has 3 fields: it was left out" || !strings.Contains(p[maxProblems], " more ") {
		t.Errorf("problems %q", p)
	}
}

// A broken tag may have hidden what it marks: whoever reads the document is told.
func TestBrokenMarkupIsTold(t *testing.T) {
	volume := `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="document" n="1" xml:id="d1"><head>1. Telegram</head><p>Lamps <hi rend="x" <b>burn.</p></div></body></text></TEI>`
	l, _ := load(t, inputs(memory("v.xml", volume)), LoadOptions{})
	if p := said(l); l.Len() != 1 || len(p) == 0 || !strings.HasPrefix(p[0], "v.xml: line 1: the broken tag <hi>") {
		t.Errorf("%d cables, problems %q", l.Len(), p)
	}
}

func TestBombs(t *testing.T) {
	zeros := string(make([]byte, 24<<20))
	overlapping := overlapped(t, 20)
	tests := []struct {
		about, data, cables, says string
		read                      int64
	}{
		{"zeros in a zip: the beginning shows that it is no text", zipped(t, packed{"a.csv", zeros[:10<<20]}, packed{"b.txt", one}), "09PORTVERDE1", "x/a.csv: it is a binary file", 1 << 20},
		{"zeros that must be passed over in a tar.gz", gzipped(t, tarred(t, packed{"a.txt", one}, packed{"b", zeros}, packed{"c.txt", two})), "09PORTVERDE1", "unpacks to more than 100 times", 1 << 20},
		{"zeros in gz in gz", gzipped(t, gzipped(t, zeros[:10<<20])), "", "binary", 1 << 20},
		{"rows for ever", gzipped(t, one+strings.Repeat(strings.Repeat("no ", 333)+"\n", 30<<10)), "09PORTVERDE1", "unpacks to more than 100 times", 2 << 20},
		{"members over each other", overlapping, "09PORTVERDE1", "lie over each other", 4 << 20},
	}
	for _, tt := range tests {
		t.Run(tt.about, func(t *testing.T) {
			var g gauge
			o := lineOptions()
			if strings.Contains(tt.about, "rows") {
				o.chunks = cutLines
			}
			l, _ := load(t, inputs(g.input(memory("x", tt.data))), o)
			if got := ids(l.Cables()); got != tt.cables {
				t.Errorf("cables %q, want %q", got, tt.cables)
			}
			if p := said(l); len(p) == 0 || len(p) > 2 || !strings.Contains(strings.Join(p, "\n"), tt.says) { // workers tell them in any order
				t.Errorf("problems %q, want %q", p, tt.says)
			}
			if g.read.Load() > tt.read {
				t.Errorf("%d bytes read", g.read.Load())
			}
		})
	}
}

// overlapped is a zip archive in which n entries of the directory stand for the same bytes.
func overlapped(t *testing.T, n int) string {
	t.Helper()
	data := zipped(t, packed{"a.txt", one + noise(10_000)})
	at := strings.Index(data, "PK\x01\x02")
	end := strings.Index(data, "PK\x05\x06")
	entry := data[at:end]
	tail := []byte(data[end:])
	binary.LittleEndian.PutUint16(tail[8:], uint16(n))
	binary.LittleEndian.PutUint16(tail[10:], uint16(n))
	binary.LittleEndian.PutUint32(tail[12:], uint32(n*len(entry)))
	return data[:at] + strings.Repeat(entry, n) + string(tail)
}

func TestAStreamThatIsTooLongToBeKept(t *testing.T) {
	s := &stream{most: 60, open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(table(100))), nil }}
	l, _ := load(t, inputs(Input{Name: Stdin, Size: -1, Open: s.reader}), pieceOptions())
	cables := l.Cables()
	if len(cables) != 100 {
		t.Fatalf("%d cables, problems %q", len(cables), said(l))
	}
	if text, err := l.Source(cables[0])(); err != nil || !strings.HasPrefix(string(text), "09PORTVERDE1 ") {
		t.Errorf("what was kept reads %q, %v", text, err)
	}
	if _, err := l.Source(cables[50])(); err == nil || !strings.Contains(err.Error(), "save it as a file") {
		t.Errorf("what was not kept: %v", err)
	}
}

// The bytes that standard input has given can be read again while more is to come.
func TestTheBeginningOfAStreamCanBeReadWhileItFlows(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	r, w := io.Pipe()
	defer w.Close()
	l := New()
	go w.Write([]byte(table(200)))
	Load(ctx, Inputs([]string{Stdin}, r), pieceOptions(), func(b Batch) {
		l.Add(b)
		if len(b.Cables) == 0 {
			return
		}
		if text, err := l.Source(b.Cables[0])(); err != nil || !strings.HasPrefix(string(text), b.Cables[0].ID.String()) {
			t.Errorf("read %q, %v", text, err)
		}
		stop()
	})
	if l.Len() == 0 {
		t.Error("nothing came")
	}
}
