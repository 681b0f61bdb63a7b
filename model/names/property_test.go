package names

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"reftel/internal/shared"
	"reftel/model"
	"reftel/model/match"
)

// check holds for the names of every cable: mentions read back to a form, lie in reading order, and no two
// share a byte; the same cable gives the same names.
func check(t *testing.T, c *model.Cable) {
	t.Helper()
	names := Find(c)
	if !reflect.DeepEqual(names, Find(c)) {
		t.Fatal("found twice, not the same")
	}
	taken := map[int][]model.Span{}
	first := model.Mention{Block: -1}
	for _, n := range names {
		if n.Name == "" || len(n.Mentions) == 0 || n.Forms[0] != n.Name {
			t.Fatalf("incomplete: %+v", n)
		}
		if before(n.Mentions[0], first) {
			t.Fatalf("%s stands before the name ahead of it", n.Name)
		}
		first = n.Mentions[0]
		var forms []string
		for _, f := range n.Forms {
			forms = append(forms, match.Fold(f))
		}
		last := model.Mention{Block: -1}
		for _, m := range n.Mentions {
			text := m.Span.In(c.Blocks[m.Block].Text)
			if text == "" || !slices.Contains(forms, match.Fold(text)) {
				t.Fatalf("%s: mention %v reads %q, no form of %q", n.Name, m, text, n.Forms)
			}
			if before(m, last) {
				t.Fatalf("%s: mentions out of order", n.Name)
			}
			last = m
			taken[m.Block] = append(taken[m.Block], m.Span)
		}
	}
	for block, spans := range taken {
		slices.SortFunc(spans, func(a, b model.Span) int { return a.Start - b.Start })
		for i := 1; i < len(spans); i++ {
			if spans[i].Start < spans[i-1].End {
				t.Fatalf("block %d: mentions %v and %v overlap", block, spans[i-1], spans[i])
			}
		}
	}
}

func before(a, b model.Mention) bool {
	return a.Block < b.Block || a.Block == b.Block && a.Span.Start < b.Span.Start
}

// crude cuts a document at blank lines: no parser, but real text.
func crude(text string) *model.Cable {
	c := &model.Cable{}
	for p := range strings.SplitSeq(text, "\n\n") {
		c.Blocks = append(c.Blocks, model.Block{Kind: model.Paragraph, Text: strings.ToValidUTF8(strings.ReplaceAll(p, "\n", " "), "?")})
	}
	return c
}

func TestRealDocuments(t *testing.T) {
	root := filepath.Join(shared.Dir(t), "corpus")
	for _, pattern := range []string{"newspaper-page/*", "cablegate-html/cable/2009/1*/*", "nara-aad/*", "frus-text/*/*"} {
		files, _ := filepath.Glob(filepath.Join(root, pattern))
		for _, file := range files[:min(len(files), 60)] {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			check(t, crude(string(data)))
		}
	}
}

func FuzzFindNames(f *testing.F) {
	f.Add("Minister Ada Quill (AQ) met Corvino \"El Topo\" Barral of the Harbour Party (HP), U.S.-Oz,s XXXX", false)
	f.Add("PRESIDENT QUILL OF THE HARBOUR PARTY (HP) AND AL-MANSURI'S", true)
	f.Add("Saif-al-\u0301 d'Île-de  (ABC) \"A\" (B (C)) al-,s ’s", false)
	f.Fuzz(func(t *testing.T, text string, heading bool) {
		texts := []string{text, "Ada Quill spoke. " + text}
		if heading {
			texts = append(texts, "# "+text)
		}
		check(t, cable(texts...))
	})
}

// TestTimeGrowsWithLength counts allocations, the measure that no other process disturbs.
func TestTimeGrowsWithLength(t *testing.T) {
	allocations := func(n int) float64 {
		c := cable(strings.Repeat("Corvino Barral of the Harbour Party (HP) met Quill Ostrander in Lima. ", n))
		return testing.AllocsPerRun(1, func() { Find(c) })
	}
	if small, large := allocations(100), allocations(1000); large > 15*small {
		t.Errorf("%v allocations for 7 KB, %v for 70 KB", small, large)
	}
}

// TestCapitalsGrowWithLength does the same for texts in capitals of what is hardest there: names alone, words that nothing is
// known of, titles and initials without end, names of 300 letters, words that a line end broke.
func TestCapitalsGrowWithLength(t *testing.T) {
	var many strings.Builder
	for i := range 6000 {
		many.WriteString(string([]byte{'Q', "AEIOU"[i%5], 'A' + byte(i/5%26), "AEIOU"[i/130%5], 'A' + byte(i/650%26)}) + "OR ")
	}
	unknown := many.String()
	for what, text := range map[string]string{
		"names": "MR. QUILLON MET ADA OSTRANDER AND ", "unknown words": unknown, "titles": "MR ", "initials": "A. B. ", "long names": strings.Repeat("QUO", 100) + " SAID ",
		"broken words": "QUIL- LON- DER- ", "heads": "MINISTRY OF ", "one letter": "A ", "us": "US ",
	} {
		bytes := func(size int) uint64 {
			c := cable(strings.Repeat(text, size/len(text)+1)[:size])
			Find(c)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			Find(c)
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		if small, large := bytes(50_000), bytes(500_000); large > 15*small || large > 200*500_000 {
			t.Errorf("%s: %d bytes allocated for 50 KB, %d for 500 KB", what, small, large)
		}
	}
}

func BenchmarkFindInCapitals(b *testing.B) {
	text := strings.Repeat("MINISTER QUILLON TOLD POLOFF THAT THE HARBOR AND TIDES PARTY (HTP) WOULD NOT FIGHT IN SONORA OR IN "+
		"MEXICO CITY. OSTRANDER, SHE SAID, HAD BEEN CALM SINCE THE MEETING OF THE TWO SIDES IN DECEMBER. HTP LEADERS AND THE NAVY "+
		"AGREED WITH MOST OF THIS, ALTHOUGH THE FIGURES IN THE REPORT THAT THE MINISTRY OF FINANCE SENT WERE HARD TO BELIEVE. ", 30)
	c := cable(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(c)
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Minister Ada Quill told Poloff that the Harbour and Tides Party (HTP) would not fight in Sonora or in "+
		"Mexico City. Ostrander, she said, had been calm since the meeting of the two sides in December. HTP leaders and the navy "+
		"agreed with most of this, although the figures in the report that the Ministry of Finance sent were hard to believe. ", 30)
	c := cable(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(c)
	}
}

// A file of any size that only looks like a cable costs no more than the largest real one.
func TestNamesAreSoughtInSoMuchTextAndNoMore(t *testing.T) {
	near, far := "Minister Ada Quill spoke. ", "Minister Corvino Teyra spoke. "
	text := near + strings.Repeat("the harbour is calm ", most/20) + far
	c := &model.Cable{Blocks: []model.Block{{Kind: model.Paragraph, Text: text}, {Kind: model.Paragraph, Text: far}}}
	var found []string
	for _, n := range Find(c) {
		found = append(found, n.Name)
	}
	if len(found) != 1 || found[0] != "Ada Quill" {
		t.Errorf("found %q; want only what stands at the beginning", found)
	}
}
