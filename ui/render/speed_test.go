package render

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"charm.land/lipgloss/v2"

	"reftel/model"
)

// paragraph is text of a usual length, with what makes glamour work: brackets, dashes, references.
var paragraph = strings.TrimSpace(strings.Repeat("(SBU) The Deputy Minister told Poloff on March 3 that the ministry - he named no "+
	"names - would \"welcome\" a north-south dialogue (ref A), but not before the elections; see para 5. ", 4))

// TestBothWrappersAgree holds that a block looks the same whichever way it is laid out, so that
// the length at which glamour is left alone cannot be seen.
func TestBothWrappersAgree(t *testing.T) {
	r := New()
	for width := 20; width < 120; width++ {
		rows, ok := r.glamourRows(paragraph, width)
		if !ok {
			continue // glamour broke a row too late, before a dash: the own wrapper is used
		}
		got, want := join(shown{text: paragraph}.lines(wrapWords(paragraph, width))), join(shown{text: paragraph}.lines(rows))
		if got != want {
			t.Fatalf("at width %d the own wrapper gives\n%s\nglamour\n%s", width, got, want)
		}
	}
}

func TestPlainProseGoesThroughGlamour(t *testing.T) {
	r := New()
	for width := 20; width < 120; width++ {
		r.Lay(paragraph, width, false)
	}
	if r.refused > 20 { // dashes at the end of a row: see [Renderer.glamourRows]
		t.Errorf("glamour's rows were refused at %d of 100 widths", r.refused)
	}
}

// TestLongTexts holds that texts of hostile size are laid out in a time linear in it.
func TestLongTexts(t *testing.T) {
	const size = 1 << 20
	for name, text := range map[string]string{
		"one word":    strings.Repeat("x", size),
		"one accent":  "a" + strings.Repeat("\u0301", size/32),
		"blanks":      strings.Repeat(" ", size) + "x",
		"hyphens":     strings.Repeat("-", size),
		"tabs":        strings.Repeat("\t", size/8),
		"line ends":   strings.Repeat("\n", size/8),
		"escapes":     strings.Repeat("\x1b", size/8),
		"wide":        strings.Repeat("外", size/3),
		"prose":       strings.Repeat(paragraph+" ", size/len(paragraph)),
		"short words": strings.Repeat("a ", size/2),
	} {
		t.Run(name, func(t *testing.T) {
			for _, pre := range []bool{false, true} {
				lines := New().Lay(text, 72, pre)
				if len(lines) == 0 {
					t.Fatal("nothing laid out")
				}
			}
		})
	}
}

func TestCacheForgets(t *testing.T) {
	r := New()
	text := strings.Repeat("word ", 4000) // above the limit of glamour
	for i := range 400 {
		r.Lay(fmt.Sprint(i)+text, 60, false)
	}
	if n := len(r.cache.newer) + len(r.cache.older); n == 0 || n > 2*(cacheBytes/len(text)+2) {
		t.Errorf("%d texts remembered", n)
	}
	again := r.Lay(fmt.Sprint(399)+text, 60, false)
	if allocs := testing.AllocsPerRun(10, func() { r.Lay(fmt.Sprint(399)+text, 60, false) }); allocs > 4 || len(again) == 0 {
		t.Errorf("%v allocations for a text just laid out", allocs)
	}
}

// TestTogether holds that several sessions may share a renderer.
func TestTogether(t *testing.T) {
	r := New()
	var group sync.WaitGroup
	var laid [8][]Line
	for i := range laid {
		group.Go(func() {
			for width := range 40 {
				laid[i] = r.Lay(fmt.Sprint(i, " ", paragraph), 40+width+i, false)
			}
		})
	}
	group.Wait()
	for i, lines := range laid {
		check(t, fmt.Sprint(i, " ", paragraph), 79+i, false, lines)
	}
}

func BenchmarkLayParagraph(b *testing.B) {
	r := New()
	b.SetBytes(int64(len(paragraph)))
	b.ReportAllocs()
	for b.Loop() {
		r.cache = cache{}
		r.Lay(paragraph, 72, false)
	}
}

func BenchmarkLayAgain(b *testing.B) {
	r := New()
	b.ReportAllocs()
	for b.Loop() {
		r.Lay(paragraph, 72, false)
	}
}

func BenchmarkLayLong(b *testing.B) {
	r, text := New(), strings.Repeat(paragraph+" ", 300)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.cache = cache{}
		r.Lay(text, 72, false)
	}
}

func BenchmarkLayTable(b *testing.B) {
	r, text := New(), strings.Repeat("PARTY            SEATS    SHARE OF VOTES\n", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.cache = cache{}
		r.Lay(text, 72, true)
	}
}

func BenchmarkLayHardLines(b *testing.B) {
	r, text := New(), strings.TrimSpace(strings.Repeat("AMEMBASSY KARTANI PRIORITY 1234\n", 40))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.cache = cache{}
		r.Lay(text, 72, false)
	}
}

func BenchmarkStyled(b *testing.B) {
	line := New().Lay(paragraph, 72, false)[0]
	base := lipgloss.NewStyle().Foreground(lipgloss.Color("7"))
	for _, n := range []int{0, 2} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := []Decoration{{model.Span{Start: 6, End: 25}, underline}, {model.Span{Start: 10, End: 16}, reverse}}[:n]
			b.ReportAllocs()
			for b.Loop() {
				line.Styled(base, d)
			}
		})
	}
}

func BenchmarkPad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Pad("SCENESETTER FOR THE VISIT OF THE DEPUTY SECRETARY", 40)
		Pad("10KARTANI83", 14)
	}
}
