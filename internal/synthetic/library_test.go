package synthetic_test

import (
	"bytes"
	"context"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"reftel/internal/synthetic"
	"reftel/model"
	"reftel/model/library"
)

// rows of the library that the tests look at.
const rows = 2000

func TestSameSeedSameBytes(t *testing.T) {
	const few = 300
	var made [3][]byte
	for i, seed := range []uint64{1, 1, 2} {
		made[i], _ = io.ReadAll(synthetic.NewLibrary(seed, few).Rows(few))
	}
	if !bytes.Equal(made[0], made[1]) {
		t.Error("the same seed makes other cables")
	}
	if bytes.Equal(made[0], made[2]) {
		t.Error("another seed makes the same cables")
	}
}

// A library of millions is made in the memory of a small one: of each cable a few bytes are kept.
func TestLittleIsKeptOfACable(t *testing.T) {
	const few = 1000
	g := synthetic.NewLibrary(1, 3*few)
	live := func() int64 {
		if _, err := io.Copy(io.Discard, g.Rows(few)); err != nil {
			t.Fatal(err)
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	live() // the vocabulary is made
	before := live()
	if grown := live() - before; grown > 100*few {
		t.Errorf("%d bytes are kept of %d cables", grown, few)
	}
	runtime.KeepAlive(g)
}

// read makes a library and reads it as any other.
func read(t *testing.T) (*library.Library, []byte) {
	t.Helper()
	data, err := io.ReadAll(synthetic.NewLibrary(1, rows).Rows(rows))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "cables.csv")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	l := library.New()
	library.Load(context.Background(), library.Inputs([]string{path}, nil), library.LoadOptions{}, l.Add)
	if p := l.Problems(); len(p) > 0 {
		t.Fatal(p)
	}
	return l, data
}

// What the parser and the library find in made cables has the proportions that were measured in the published ones.
func TestProportions(t *testing.T) {
	l, data := read(t)
	cables := l.InFileOrder()
	if len(cables) != rows {
		t.Fatalf("%d cables are read of %d rows", len(cables), rows)
	}
	within := func(what string, got, low, high float64) {
		t.Helper()
		if math.IsNaN(got) || got < low || got > high {
			t.Errorf("%s: %.3f, not between %g and %g", what, got, low, high)
		}
	}
	share := func(what string, of func(*model.Cable) bool, low, high float64) {
		t.Helper()
		n := 0
		for _, c := range cables {
			if of(c) {
				n++
			}
		}
		within(what, float64(n)/rows, low, high)
	}
	warned := func(kind model.WarningKind) func(*model.Cable) bool {
		return func(c *model.Cable) bool {
			return slices.ContainsFunc(c.Warnings, func(w model.Warning) bool { return w.Kind == kind })
		}
	}
	marked := func(kind model.MarkKind) func(*model.Cable) bool {
		return func(c *model.Cable) bool {
			return slices.ContainsFunc(c.Marks, func(m model.Mark) bool { return m.Kind == kind })
		}
	}
	share("partial extracts", warned("partial extract"), 0.17, 0.23)
	share("sections without marks", warned("sections"), 0.01, 0.08)
	share("confidential", func(c *model.Cable) bool { return c.Classification == model.Confidential }, 0.48, 0.57)
	share("secret", func(c *model.Cable) bool { return c.Classification == model.Secret }, 0.35, 0.43)
	share("with references", func(c *model.Cable) bool { return len(c.References) > 0 }, 0.50, 0.60)
	share("with redactions", marked(model.Redaction), 0.18, 0.27)
	share("with page marks", marked(model.PageBreak), 0.20, 0.50)
	share("without an id", func(c *model.Cable) bool { return c.ID.IsZero() }, 0, 0)
	share("without a subject", func(c *model.Cable) bool { return c.Subject == "" }, 0, 0.01)
	share("without a date", func(c *model.Cable) bool { return c.Date.IsZero() }, 0, 0)
	share("before 2003", func(c *model.Cable) bool { return c.Date.Year() < 2003 }, 0.06, 0.12)
	share("with a name in several forms", func(c *model.Cable) bool {
		return slices.ContainsFunc(c.Names, func(n model.Name) bool { return n.Kind == model.Person && len(n.Forms) > 1 })
	}, 0.5, 1)

	for _, c := range cables {
		for _, w := range c.Warnings {
			if w.Kind != "partial extract" && w.Kind != "sections" { // real rows have these as often, and others that no made one has
				t.Errorf("%s: %s", c.ID, w.Text)
			}
		}
	}
	checkReferences(t, l)

	within("bytes of a row", float64(len(data))/rows, 6200, 7400)
	var sizes []int
	for _, c := range cables {
		sizes = append(sizes, c.Source.Span.Len())
	}
	slices.Sort(sizes)
	within("bytes of the middle row", float64(sizes[rows/2]), 3200, 5200)
	within("bytes of the longest row", float64(sizes[rows-1]), 60_000, 520_000)
}

// checkReferences sees that of what is cited 57 in 100 are there, be it counted by citations or by ids.
func checkReferences(t *testing.T, l *library.Library) {
	t.Helper()
	cited := map[model.ID]model.RefState{}
	links, there := 0, 0
	for _, c := range l.Cables() {
		for _, link := range l.Cites(c) {
			links++
			if cited[link.ID] = link.State; link.State == model.Resolved {
				there++
			}
		}
	}
	ids := 0
	for _, state := range cited {
		if state == model.Resolved {
			ids++
		}
	}
	for what, share := range map[string]float64{"citations": float64(there) / float64(links), "ids": float64(ids) / float64(len(cited))} {
		if share < 0.54 || share > 0.60 {
			t.Errorf("of %s %.3f lead somewhere, of %d and %d", what, share, links, len(cited))
		}
	}
	if links < rows {
		t.Errorf("only %d citations in %d cables", links, rows)
	}
}
