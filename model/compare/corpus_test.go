package compare_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"reftel/internal/shared"
	"reftel/model"
	"reftel/model/compare"
	"reftel/parser"
)

// A newspaper's page of two real cables lost the last words of some paragraphs: those are named, each with the one word,
// and nothing else. What else it lacks (signatures, addresses of web pages, a heading) isn't known to be lost.
func TestNewspaperPageAgainstTheSite(t *testing.T) {
	folder := filepath.Join(shared.Dir(t), "corpus")
	page := read(t, filepath.Join(folder, "newspaper-page", "mexico-blog-page.txt"))
	for _, tt := range []struct {
		site string
		lost []int // paragraphs
		only int   // places
	}{
		{"2010/01/10MEXICO83.html", []int{10, 12, 13, 17}, 4},
		{"2009/12/09MEXICO3573.html", []int{3, 8}, 5},
	} {
		site := read(t, filepath.Join(folder, "cablegate-html", "cable", filepath.FromSlash(tt.site)))[0]
		i := slices.IndexFunc(page, func(c *model.Cable) bool { return c.ID == site.ID })
		if i < 0 {
			t.Fatalf("%s is not in the page", site.ID)
		}
		c := compare.Cables(page[i], site)
		check(t, c)
		var lost []int
		only := 0
		for _, ch := range c.Changes {
			at := &site.Blocks[ch.B.Block()]
			switch {
			case ch.Kind == compare.Lost && ch.Lacks == compare.SideA && ch.B.Words == 1 && ch.B.Places[0].Span.End == len(at.Text):
				lost = append(lost, at.Number)
			case ch.Kind == compare.Only && ch.Lacks == compare.SideA:
				only++
			case ch.Kind != compare.Form:
				t.Errorf("%s: %+v", site.ID, ch)
			}
		}
		if !slices.Equal(lost, tt.lost) || only != tt.only {
			t.Errorf("%s: lost the ends of %v, and %d more places are only in the other; want %v, %d", site.ID, lost, only, tt.lost, tt.only)
		}
	}
}

func read(t *testing.T, file string) []*model.Cable {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return parser.Parse(file, data, parser.Options{}).Cables
}
