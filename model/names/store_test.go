package names

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"reftel/model/names/rules"
)

// spilling makes tables put names in a spill early, and returns how many are enough for that.
func spilling(t *testing.T) (names int) {
	before := keptRows
	t.Cleanup(func() { keptRows = before })
	keptRows = 64 << 10
	return 5000
}

// spillFile makes a file for rows.
func spillFile(t testing.TB) *os.File {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "names"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// narrow is a spill that takes so many bytes.
type narrow struct {
	*os.File
	room int
}

func (n *narrow) Write(b []byte) (int, error) {
	if len(b) > n.room {
		written, _ := n.File.Write(b[:n.room])
		n.room = 0
		return written, errors.New("the disk is full")
	}
	n.room -= len(b)
	return n.File.Write(b)
}

// A table says the same wherever its names are: in memory, in a file, or where the file takes only some of them.
func TestSpilledNamesAreTheSame(t *testing.T) {
	all := manyGathered(spilling(t))
	all[7].Title, all[8].Alone, all[9].Years = "Titled, Somebody", true, Years{1973, 2010}
	all[10].Forms = append(all[10].Forms, strings.Repeat("Long ", 80), strings.Repeat("Longer ", 50))
	all = withAcronym(all)
	table := func(spill Spill) *Table {
		return NewTable(slices.Values(all), func(keys []string) int { return len(keys) }, spill)
	}
	memory := table(nil)
	file := spillFile(t)
	for what, spilled := range map[string]*Table{
		"in a file": table(file), "in a full file": table(&narrow{spillFile(t), keptRows * 3 / 2}),
		"in a file that takes nothing": table(&narrow{spillFile(t), 0}),
	} {
		if got, want := everyRow(spilled), everyRow(memory); !reflect.DeepEqual(got, want) {
			t.Errorf("%s the rows are others", what)
		}
		parsed, err := rules.Parse(fmt.Appendf(nil, "merge person %q = %q\n", all[20].Forms[1], all[40].Forms[1]))
		if err != nil {
			t.Fatal(err)
		}
		set, err := rules.New(parsed)
		if err != nil {
			t.Fatal(err)
		}
		distinct := func(keys []string) int { return len(keys) }
		if got, want := everyRow(spilled.With(set, nil, distinct)), everyRow(memory.With(set, nil, distinct)); !reflect.DeepEqual(got, want) || len(got) != memory.Len()-1 {
			t.Errorf("%s the %d rows with rules are others than the %d", what, len(got), len(want))
		}
		for _, typed := range []string{"", "sevmar", all[500].Forms[0], "longer long", strings.ToUpper(all[7].Forms[0])} {
			got, total := spilled.Lookup(context.Background(), typed, 50)
			want, wanted := memory.Lookup(context.Background(), typed, 50)
			if !reflect.DeepEqual(got, want) || total != wanted {
				t.Errorf("%s %q finds\n%+v\nand not\n%+v", what, typed, got, want)
			}
		}
		if err := spilled.Err(); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	if info, err := file.Stat(); err != nil || int(info.Size()) < keptRows {
		t.Errorf("the file has %d bytes (%v): nothing was put there", info.Size(), err)
	}
}

// withAcronym puts an organization and the letters that stand for it in front.
func withAcronym(all []Gathered) []Gathered {
	return append([]Gathered{
		{Key: "organization sevmar", Forms: []string{"SEVMAR"}, Cables: 1, Mentions: 3},
		{Key: "organization vellanian navy", Forms: []string{"Vellanian Navy", "SEVMAR"}, Cables: 1, Mentions: 2},
	}, all...)
}

func everyRow(t *Table) (rows []row) {
	for i := range t.Len() {
		rows = append(rows, t.row(i))
	}
	return rows
}

// gone is a spill that can't be read any more.
type gone struct {
	io.Writer
	from io.ReaderAt
	lost bool
}

func (g *gone) ReadAt(b []byte, at int64) (int, error) {
	if g.lost {
		return 0, errors.New("input/output error")
	}
	return g.from.ReadAt(b, at)
}

// What can't be read back is no name, and the table says why.
func TestALostSpill(t *testing.T) {
	file := spillFile(t)
	spill := &gone{Writer: file, from: file}
	table := NewTable(slices.Values(manyGathered(spilling(t))), nil, spill)
	spill.lost = true
	for i := range table.Len() {
		if r := table.row(i); r.text != "" && r.name() == "" {
			t.Fatalf("row %d is %+v", i, r)
		}
	}
	if hits, _ := table.Lookup(context.Background(), "mar", 50); slices.ContainsFunc(hits, func(h Hit) bool { return h.Name == "" }) {
		t.Errorf("a name without letters is found: %+v", hits)
	}
	if err := table.Err(); err == nil || !strings.Contains(err.Error(), "input/output") {
		t.Errorf("the table says %v", err)
	}
	file = spillFile(t)
	table = NewTable(slices.Values(withAcronym(manyGathered(spilling(t)))), func([]string) int { return 0 }, &gone{Writer: file, from: file, lost: true})
	if err := table.Err(); err == nil {
		t.Error("nobody says that nothing could be read while the table was made")
	}
}

// A row is read as it was written, and a part of one is none.
func TestRowsReadBack(t *testing.T) {
	for _, g := range []Gathered{
		{Key: "person a", Forms: []string{"A"}}, {Key: "term \xd0", Forms: []string{"\xd0", "b\xff"}},
		{Key: "person ada quill", Forms: []string{"Ada Quill", "QUILL", "Åda\u0301"}, Title: "Quill, Ada", Cables: 1 << 30, Mentions: 1<<31 - 1, Years: Years{1966, 2010}, Alone: true},
		{Key: "person " + strings.Repeat("x", longest), Forms: []string{strings.Repeat("Ж", longest)}},
	} {
		want := newRow(&g)
		want.ruled, want.joined = g.Alone, !g.Alone
		written := want.appendTo(nil)
		if got, whole := rowFrom(append(slices.Clone(written), "more"...)); !whole || got != want {
			t.Errorf("%+v is read as %+v", want, got)
		}
		for n := range written {
			if got, whole := rowFrom(written[:n]); whole || got.text != "" {
				t.Errorf("%d bytes of %+v are read as %+v", n, want, got)
			}
		}
	}
}

// What a name takes in memory: the whole of a library with millions has to fit.
func TestWhatANameTakes(t *testing.T) {
	spilling(t)
	all := manyGathered(60_000)
	for what, tt := range map[string]struct {
		spill Spill
		most  int64
	}{"in memory": {nil, 130}, "in a file": {spillFile(t), 55}} {
		before := heap()
		table := NewTable(slices.Values(all), nil, tt.spill)
		if took := (heap() - before) / int64(table.Len()); took > tt.most {
			t.Errorf("a name %s takes %d bytes, more than %d", what, took, tt.most)
		} else {
			t.Logf("a name %s takes %d bytes", what, took)
		}
		runtime.KeepAlive(table)
	}
	runtime.KeepAlive(all)
}
