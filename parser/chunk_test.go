package parser

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"reftel/internal/synthetic"
	"reftel/model"
)

// readInChunks returns the cables of a file that is cut every few bytes where it can be.
func readInChunks(t testing.TB, r io.Reader, format model.Format, size int) (cables []*model.Cable) {
	t.Helper()
	at := 0
	for c, err := range chunks(r, Options{Format: format}, size) {
		if err != nil {
			t.Fatal(err)
		}
		if c.At < at {
			t.Fatalf("a chunk at %d follows one that ends at %d", c.At, at)
		}
		at = c.At + len(c.Data)
		cables = append(cables, ParseChunk("fuzz", c).Cables...)
	}
	return cables
}

// The first cables of a large table are there before a whole chunk of it is parsed, and later chunks are of full size.
func TestFirstChunksAreSmall(t *testing.T) {
	made, err := io.ReadAll(synthetic.New(3).CSV(6 << 20))
	if err != nil {
		t.Fatal(err)
	}
	var sizes []int
	for c, err := range Chunks(bytes.NewReader(made), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		sizes = append(sizes, len(c.Data))
	}
	if sizes[0] > 2*firstChunk || slices.Max(sizes) < chunkSize {
		t.Errorf("chunks of %v bytes", sizes)
	}
}

// Wherever a table is cut, and however few bytes a reader gives at once, the cables are the same.
func TestChunksGiveTheSameCables(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	files := map[string][]byte{"cables.csv": fixture(t, "cables.csv"), "cables.tsv": fixture(t, "cables.tsv"), "records.jsonl": fixture(t, "records.jsonl")}
	made, err := io.ReadAll(synthetic.New(3).CSV(200_000))
	if err != nil {
		t.Fatal(err)
	}
	files["made.csv"] = made
	for range 8 { // damaged: bytes missing, quotes too many
		hurt := bytes.Clone(made[:40_000])
		for range 5 {
			hurt[random.IntN(len(hurt))] = '"'
			at := random.IntN(len(hurt))
			hurt = append(hurt[:at], hurt[min(len(hurt), at+random.IntN(300)):]...)
		}
		files[fmt.Sprintf("hurt%d.csv", len(files))] = hurt
	}
	for name, data := range files {
		want := everything(t, Parse("fuzz", data, Options{}).Cables)
		for range 6 {
			size := 1 + random.IntN(20_000)
			if got := everything(t, readInChunks(t, bytes.NewReader(data), "", size)); got != want {
				t.Errorf("%s in chunks of %d bytes: other cables", name, size)
			}
		}
		if got := everything(t, readInChunks(t, iotest.HalfReader(iotest.DataErrReader(bytes.NewReader(data))), "", 1)); got != want {
			t.Errorf("%s cut everywhere: other cables", name)
		}
	}
}

// Everything but rows comes whole.
func TestOtherFormatsAreOneChunk(t *testing.T) {
	for _, name := range []string{"telegram.txt", "page.txt", "site.html", "windows.txt"} {
		data := fixture(t, name)
		count := 0
		for c, err := range chunks(bytes.NewReader(data), Options{Size: int64(len(data))}, 10) {
			count++
			if err != nil || !bytes.Equal(c.Data, data) || c.At != 0 {
				t.Errorf("%s: %d bytes at %d, %v", name, len(c.Data), c.At, err)
			}
			got, want := ParseChunk(name, c), Parse(name, data, Options{})
			if everything(t, got.Cables) != everything(t, want.Cables) || got.Format != want.Format || len(got.Warnings) != len(want.Warnings) {
				t.Errorf("%s: %q, %d cables, %v", name, got.Format, len(got.Cables), got.Warnings)
			}
		}
		if count != 1 {
			t.Errorf("%s: %d chunks", name, count)
		}
	}
}

// countingReader counts what was read of an endless file.
type countingReader struct {
	next func(p []byte)
	read int
}

func (r *countingReader) Read(p []byte) (int, error) {
	r.next(p)
	r.read += len(p)
	return len(p), nil
}

func TestBinaryFilesAreNotReadToTheirEnd(t *testing.T) {
	r := &countingReader{next: func(p []byte) { clear(p) }}
	for c, err := range Chunks(r, Options{}) {
		if result := ParseChunk("f", c); err != nil || len(result.Cables) > 0 || len(result.Warnings) != 1 || !strings.Contains(result.Warnings[0].Text, "binary") {
			t.Errorf("%v, %v", result.Warnings, err)
		}
	}
	if r.read > 4*binaryReach {
		t.Errorf("%d bytes read", r.read)
	}
}

func TestTooLargeFilesAreRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: reads 256 MB")
	}
	r := &countingReader{next: func(p []byte) {
		for i := range p {
			p[i] = "some words and a line end\n"[i%26]
		}
	}}
	var last error
	for c, err := range Chunks(r, Options{}) {
		if last = err; len(c.Data) > 0 {
			t.Errorf("%d bytes", len(c.Data))
		}
	}
	if !errors.Is(last, ErrTooLarge) || r.read > MaxWhole+MaxWhole/2 {
		t.Errorf("%v after %d bytes", last, r.read)
	}
}

// What could be read in front of a broken place is read.
func TestReadErrorsComeLast(t *testing.T) {
	broken := errors.New("unexpected end of archive")
	for name, data := range map[string][]byte{"cables.csv": fixture(t, "cables.csv"), "telegram.txt": fixture(t, "telegram.txt")} {
		cables := 0
		var last error
		for c, err := range chunks(io.MultiReader(bytes.NewReader(data), iotest.ErrReader(broken)), Options{}, 100) {
			last = err
			cables += len(ParseChunk(name, c).Cables)
		}
		if want := len(Parse(name, data, Options{}).Cables); !errors.Is(last, broken) || cables != want {
			t.Errorf("%s: %d cables of %d, %v", name, cables, want, last)
		}
	}
}

// A receiver that has enough stops the reading.
func TestChunksStop(t *testing.T) {
	g := synthetic.New(5)
	r := g.CSV(1 << 30)
	seen := 0
	for range chunks(r, Options{}, 1000) {
		if seen++; seen == 3 {
			break
		}
	}
	if seen != 3 {
		t.Error(seen)
	}
}
