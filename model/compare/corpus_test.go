package compare_test

import (
	"io/fs"
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

// Real cables, which have little in common, against the next one in their file or folder, and against themselves without
// some of their blocks: the differences make one text of the other.
func TestRealCablesAgainstEachOther(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: it takes a few seconds")
	}
	corpus := filepath.Join(shared.Dir(t), "corpus")
	var last *model.Cable
	compared := 0
	for _, folder := range []string{"cablegate-html", "cables-csv", "nara-aad", "newspaper-page"} {
		in := 0
		err := filepath.WalkDir(filepath.Join(corpus, folder), func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || in >= 50 {
				return err
			}
			for _, c := range read(t, file) {
				if last != nil {
					check(t, compare.Cables(last, c))
				}
				less := *c
				less.Blocks, less.Marks = nil, nil
				for i, b := range c.Blocks {
					if i%3 > 0 {
						less.Blocks = append(less.Blocks, b)
					}
				}
				check(t, compare.Cables(&less, c))
				last = c
				compared++
				in++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if compared < 100 {
		t.Errorf("only %d cables were compared", compared)
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
