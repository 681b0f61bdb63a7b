package names

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"reftel/model"
)

// dated makes a cable of a station and day with its names found.
func dated(station string, day int, texts ...string) *model.Cable {
	c := cable(texts...)
	c.ID = model.ID{Year: 2009, Station: station, Serial: day}
	c.Station = station
	c.Date = time.Date(2009, 1, day, 0, 0, 0, 0, time.UTC)
	c.Names = Find(c)
	return c
}

func library() *Index {
	x := NewIndex()
	for _, c := range []*model.Cable{
		dated("PORTVALE", 9, "Minister Ada Quill met Corvino Barral Teyra (CBT) in Lima. The GOZ paid; SEVMAR watched."),
		dated("PORTVALE", 3, "ADA QUILL said nothing, Ada Quill left. President Ostrander stayed in Lima. The Vellanian Navy (SEVMAR) sailed."),
		dated("LIMA", 5, "President Ostrander is another man. The U.S. and the GOZ of this place differ. Adán Quillén spoke."),
		dated("LIMA", 7, "The United States helped Lima."),
	} {
		x.Add(c)
	}
	return x
}

func rows(hits []Hit) string {
	var out []string
	for _, h := range hits {
		name := h.Name
		for i := len(h.Matched) - 1; i >= 0; i-- {
			s := h.Matched[i]
			name = name[:s.Start] + "[" + name[s.Start:s.End] + "]" + name[s.End:]
		}
		out = append(out, fmt.Sprintf("%s %d/%d", name, h.Cables, h.Mentions))
	}
	return strings.Join(out, ", ")
}

func TestLookup(t *testing.T) {
	x := library()
	for query, want := range map[string]string{
		"ada quill":     "[Ada Quill] 2/3, [Adá]n [Quill]én 1/1",
		"quill ada":     "[Ada] [Quill] 2/3, [Adá]n [Quill]én 1/1",
		"quil":          "Ada [Quil]l 2/3, Adán [Quil]lén 1/1",
		"adan quillen":  "[Adán Quillén] 1/1",
		"cbt":           "Corvino Barral Teyra 1/2",
		"sevmar":        "Vellanian Navy 2/3",
		"barral corv":   "[Corv]ino [Barral] Teyra 1/2",
		"ostrander":     "[Ostrander] 2/2", // may be two people: see Entry.Alone
		"ostrandre":     "[Ostrander] 2/2",
		"united states": "[United States] 2/2",
		"goz":           "[GOZ] 1/1, [GOZ] 1/1",
		"nobody here":   "",
	} {
		hits, total := x.Lookup(context.Background(), query, 10)
		if got := rows(hits); got != want || total != len(hits) {
			t.Errorf("%q: %s (%d), want %s", query, got, total, want)
		}
	}
	hits, total := x.Lookup(context.Background(), "", 2)
	if got := rows(hits); got != "Ada Quill 2/3, Lima 3/3" || total != 9 {
		t.Errorf("everything: %s of %d", got, total)
	}
}

func TestSurnamesAloneAreMarkedAndKeptFromFullNames(t *testing.T) {
	x := library()
	hits, _ := x.Lookup(context.Background(), "ostrander", 1)
	if len(hits) != 1 || !hits[0].Alone || hits[0].Cables != 2 {
		t.Errorf("a surname alone in two cables: %+v", hits)
	}
	hits, _ = x.Lookup(context.Background(), "ada quill", 1)
	if hits[0].Alone {
		t.Error("a full name is marked as a surname alone")
	}
}

func TestOfGivesTheCablesThatNameTheSame(t *testing.T) {
	x := library()
	hits, _ := x.Lookup(context.Background(), "ada quill", 1)
	cables := x.Cables(hits[0].Entry)
	for _, c := range cables {
		for _, n := range c.Names {
			if n.Name != "Ada Quill" {
				continue
			}
			if got := x.Of(c, n); len(got) != len(cables) {
				t.Errorf("%d cables, want %d", len(got), len(cables))
			}
		}
	}
	stranger := dated("LIMA", 20, "President Nobody.")
	if got := x.Of(stranger, model.Name{Name: "Nobody", Kind: model.Person}); len(got) != 1 || got[0] != stranger {
		t.Errorf("a cable that the index does not know: %v", got)
	}
}

func TestCablesOfAnEntryByDate(t *testing.T) {
	x := library()
	hits, _ := x.Lookup(context.Background(), "vellanian navy", 1)
	for _, e := range []Entry{hits[0].Entry, {Name: "SEVMAR", Kind: model.Organization}} {
		var days []int
		for _, c := range x.Cables(e) {
			days = append(days, c.ID.Serial)
		}
		if fmt.Sprint(days) != "[3 9]" {
			t.Errorf("%s: days %v", e.Name, days)
		}
	}
	if got := x.Cables(Entry{Name: "Nobody", Kind: model.Person}); got != nil {
		t.Errorf("nobody stands in %v", got)
	}
}

func TestIndexGrowsAfterALookup(t *testing.T) {
	x := library()
	x.Lookup(context.Background(), "lima", 1)
	c := dated("LIMA", 8, "SEVMAR and Lima again.")
	x.Add(c)
	hits, _ := x.Lookup(context.Background(), "sevmar", 1)
	if got := rows(hits); got != "Vellanian Navy 3/4" {
		t.Errorf("after another cable: %s", got)
	}
}

func TestIndexInSeveralGoroutines(t *testing.T) {
	x := library()
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for range 20 {
				if i == 0 {
					x.Add(dated("LIMA", 9, "Minister Ada Quill."))
				}
				hits, _ := x.Lookup(context.Background(), "quill", 5)
				x.Cables(hits[0].Entry)
			}
		})
	}
	wg.Wait()
}

func BenchmarkLookup(b *testing.B) {
	x := NewIndex()
	for i := range 10_000 {
		c := &model.Cable{}
		for _, s := range []string{"Ada", "Corvino", "Lisandra"} {
			name := fmt.Sprintf("%s %c%s%c", s, 'A'+i%26, "uillander"[i%7:], 'a'+i/26%26) + strings.Repeat("o", i/676)
			c.Names = append(c.Names, model.Name{Name: name, Kind: model.Person, Forms: []string{name}, Mentions: []model.Mention{{}}})
		}
		x.Add(c)
	}
	x.Lookup(context.Background(), "", 1)
	for b.Loop() {
		x.Lookup(context.Background(), "cor quil", 50)
	}
}
