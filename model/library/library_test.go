package library

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

func libraryOf(cables ...*model.Cable) *Library {
	l := New()
	l.Add(Batch{Cables: cables})
	return l
}

func TestCablesAreOrderedByDateThenID(t *testing.T) {
	l := New()
	undatedB, undatedA := cable(t, "08ZANZIBAR2", ""), cable(t, "08ZANZIBAR1", "")
	l.Add(Batch{Cables: []*model.Cable{undatedB, cable(t, "09PORTVERDE9", "2009-05-01"), cable(t, "09PORTVERDE10", "2009-03-01")}})
	before := l.Cables()
	l.Add(Batch{Cables: []*model.Cable{undatedA, cable(t, "09PORTVERDE11", "2009-03-01"), cable(t, "74PORTVERDE1", "1974-01-01")}})
	want := "74PORTVERDE1 09PORTVERDE10 09PORTVERDE11 09PORTVERDE9 08ZANZIBAR1 08ZANZIBAR2"
	if got := ids(l.Cables()); got != want {
		t.Errorf("order %s\nwant  %s", got, want)
	}
	if got, want := ids(before), "09PORTVERDE10 09PORTVERDE9 08ZANZIBAR2"; got != want {
		t.Errorf("the snapshot taken before is now %s, want %s", got, want)
	}
}

func TestTheOrderOfArrivalDoesNotMatter(t *testing.T) {
	var all []*model.Cable
	for _, w := range []string{"09PORTVERDE3", "09PORTVERDE1", "10PORTVERDE2"} {
		for _, file := range []string{"b.txt", "a.txt"} { // copies of two publishers
			c := cable(t, w, "2010-01-01")
			c.Source.File = file
			all = append(all, c)
		}
	}
	want := libraryOf(all...)
	slices.Reverse(all)
	got := New()
	for _, c := range all {
		got.Add(Batch{Cables: []*model.Cable{c}})
	}
	if !slices.Equal(got.Cables(), want.Cables()) {
		t.Errorf("one by one and backwards: %s, at once: %s", ids(got.Cables()), ids(want.Cables()))
	}
	copies := got.ByID(id(t, "09PORTVERDE1"))
	if len(copies) != 2 || copies[0].Source.File != "a.txt" || copies[1].Source.File != "b.txt" {
		t.Errorf("copies: %v", copies)
	}
	if got.Len() != 6 {
		t.Errorf("Len() = %d", got.Len())
	}
}

func TestNamesAreThoseOfAllCables(t *testing.T) {
	l := New()
	for i, written := range []string{"09PORTVERDE1", "09PORTVERDE2"} {
		c := cable(t, written, "2009-05-01")
		c.Names = []model.Name{{Name: "Ada Quill", Kind: model.Person, Forms: []string{"Ada Quill"}, Mentions: make([]model.Mention, i+1)}}
		l.Add(Batch{Cables: []*model.Cable{c}})
	}
	hits, total := l.Names().Lookup(t.Context(), "quill", 10)
	if total != 1 || hits[0].Cables != 2 || hits[0].Mentions != 3 {
		t.Fatalf("hits %+v of %d", hits, total)
	}
	if got, want := ids(l.Names().Cables(hits[0].Entry)), "09PORTVERDE1 09PORTVERDE2"; got != want {
		t.Errorf("named by %s, want %s", got, want)
	}
}

func TestSnapshotsCostNothingWhenNothingCame(t *testing.T) {
	l := libraryOf(cable(t, "09PORTVERDE1", "2009-05-01"))
	l.Cables()
	if n := testing.AllocsPerRun(10, func() { l.Cables() }); n > 0 {
		t.Errorf("%.0f allocations", n)
	}
}

func TestSourceReadsTheBytesOfOneCable(t *testing.T) {
	root := tree(t, map[string]string{"two.txt": "09PORTVERDE1 first\n09PORTVERDE2 second\n"})
	path := filepath.Join(root, "two.txt")
	l, _ := load(t, Inputs([]string{path}, nil), lineOptions())
	second := l.ByID(id(t, "09PORTVERDE2"))[0]
	if text, err := l.Source(second)(); err != nil || string(text) != "09PORTVERDE2 second\n" {
		t.Errorf("source %q, %v", text, err)
	}

	for _, tt := range []struct{ now, want string }{
		{"09PORTVERDE1 first\n09PORTVERDE2 sEcond\n", "09PORTVERDE2 sEcond\n"},
		{"09PORTVERDE1 first\n09PORT", "09PORT"},
		{"09", ""},
	} {
		if err := os.WriteFile(path, []byte(tt.now), 0o644); err != nil {
			t.Fatal(err)
		}
		text, err := l.Source(second)()
		if !errors.Is(err, ErrChanged) || string(text) != tt.want || !strings.Contains(err.Error(), path) {
			t.Errorf("changed file: %q, %v, want %q and a sentence with the file", text, err, tt.want)
		}
	}

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	_, err := l.Source(second)()
	var p Problem
	if !errors.As(err, &p) || !strings.Contains(p.What, "no such file") {
		t.Errorf("removed file: %v", err)
	}
}

func TestSourceOfStandardInputAndOfStreams(t *testing.T) {
	const text = "09PORTVERDE1 first\n09PORTVERDE2 second\n"
	l, _ := load(t, Inputs([]string{Stdin}, strings.NewReader(text)), lineOptions())
	l2, _ := load(t, inputs(memory("unseekable", text)), lineOptions())
	for _, from := range []*Library{l, l2} {
		got, err := from.Source(from.ByID(id(t, "09PORTVERDE2"))[0])()
		if err != nil || string(got) != "09PORTVERDE2 second\n" {
			t.Errorf("source %q, %v", got, err)
		}
	}
}
