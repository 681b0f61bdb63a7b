package attacks_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"

	"reftel/internal/attacks"
	"reftel/model"
	"reftel/model/cite"
	"reftel/model/compare"
	"reftel/model/excerpt"
	"reftel/model/expand"
	"reftel/model/match"
	"reftel/model/names"
	"reftel/model/names/lookup"
	"reftel/model/names/rules"
	"reftel/model/notebook"
	"reftel/model/query"
	"reftel/model/watchlist"
	"reftel/parser"
	"reftel/ui/config"
	"reftel/ui/export"
	"reftel/ui/frame"
	"reftel/ui/render"
	"reftel/ui/visible"
)

// entry is a way for a text into the program, or through a part of it.
type entry struct {
	name    string
	prepare func(text string) (do func())
}

// cableOf is a cable with a text in one paragraph.
func cableOf(text string) *model.Cable {
	text = strings.ToValidUTF8(text, "?")
	return &model.Cable{ID: model.ID{Year: 2009, Station: "VIENNA", Serial: 81}, Subject: "A SHIP",
		Blocks: []model.Block{{Kind: model.Paragraph, Number: 1, Text: "The ship is late."}, {Kind: model.Paragraph, Number: 2, Text: text}}}
}

func one(c *model.Cable) iter.Seq[*model.Cable] { return slices.Values([]*model.Cable{c}) }

// harbour is what queries are asked of.
var harbour = cableOf("Mr. Pell told us about the (harbour) a b x 1 of the word.")

// entries are all ways but the documents of each format.
func entries() []entry {
	with := func(do func(*model.Cable)) func(string) func() {
		return func(text string) func() {
			c := cableOf(text)
			return func() { do(c) }
		}
	}
	selection := func(c *model.Cable) export.Selection {
		return export.Selection{Title: "x", Count: 1, Contents: one(c), Cables: one(c)}
	}
	return []entry{
		{"query", func(text string) func() {
			return func() {
				if q, err := query.Parse(text); err == nil {
					q.Matches(harbour)
				}
			}
		}},
		{"query, while it is typed", func(text string) func() {
			return func() {
				_, _ = query.ParseTyped(text)
				query.Complete(text, func(query.Field) []string { return nil })
				query.With(text, "id:1")
			}
		}},
		{"query, of a long text", func(text string) func() {
			q, err := query.Parse(`"a word" OR (x* -y) OR "mr pell" OR subject:b`)
			if err != nil {
				panic(err)
			}
			c := cableOf(text)
			return func() { q.Matches(c) }
		}},
		{"find in a cable", func(text string) func() {
			return func() { query.Find(text, "a a word"); query.Find(text, "x") }
		}},
		{"find a line of it", func(text string) func() {
			const typed = 200 // bytes: what is typed is not as long as what is read
			return func() { query.Find(text, text[:min(len(text), typed)]) }
		}},
		{"names", with(func(c *model.Cable) { names.Find(c); names.Gather(c) })},
		{"names under capitals", func(text string) func() {
			c := cableOf(strings.ToUpper(text))
			return func() { names.Find(c) }
		}},
		{"abbreviations", with(func(c *model.Cable) { expand.Terms(c); expand.Definitions(c); expand.Gather(c) })},
		{"copies", func(text string) func() {
			a, b := cableOf(text), cableOf(text[:len(text)/2]+" lost "+text[len(text)/2:])
			return func() { compare.Cables(a, b) }
		}},
		{"copies that differ", func(text string) func() {
			a, b := cableOf(text), cableOf(strings.ReplaceAll(text, "a", "b a"))
			return func() { compare.Cables(a, b) }
		}},
		{"excerpts", func(text string) func() {
			at := model.Span{Start: len(text) / 2, End: len(text)/2 + 1}
			return func() {
				excerpt.OneLine(text)
				excerpt.OneBlank(text)
				excerpt.FirstWords(text, 200)
				excerpt.Around(text, at, 100, 100)
				excerpt.Sentence(text, at, 300, 300)
			}
		}},
		{"palette, a long query", func(text string) func() {
			rows := []string{"A SHIP IS LATE", "the harbour (x)", "Mr. Pell"}
			return func() { match.Fuzzy(context.Background(), text, rows, 10); match.Text(text, "the harbour") }
		}},
		{"palette, a long row", func(text string) func() {
			return func() {
				match.Fuzzy(context.Background(), "a x w", []string{text, "b"}, 10)
				match.Text("word x a", text)
				match.FoldMapped(text)
			}
		}},
		{"names, a long query", func(text string) func() {
			set := lookup.New(2, func(row int) string { return []string{"Ada Quill\nQUILL", "Brandt-Okoro"}[row] }, &lookup.Vocabulary{})
			return func() { set.Find(context.Background(), text, 10) }
		}},
		{"names, a long name", func(text string) func() {
			return func() {
				set := lookup.New(2, func(row int) string { return []string{text, "Brandt-Okoro"}[row] }, &lookup.Vocabulary{})
				set.Find(context.Background(), "quill x", 10)
			}
		}},
		{"list of names", func(text string) func() {
			return func() {
				if l, err := watchlist.Read(strings.NewReader(text)); err == nil {
					_ = l
				}
			}
		}},
		{"rules about names", func(text string) func() {
			return func() { rules.Read([]byte("hide place " + text)); rules.Read([]byte(text)) }
		}},
		{"notes", func(text string) func() {
			line := fmt.Sprintf(`{"note":"n","id":"09VIENNA81","text":%q,"quote":%q,"created":"2026-01-01T00:00:00Z"}`, text, text)
			return func() {
				_, _, _ = notebook.ReadNotes(strings.NewReader(line + "\n" + text))
			}
		}},
		{"settings", func(text string) func() {
			return func() { config.Read([]byte(text)); config.Read([]byte("[keys.list]\n" + text)) }
		}},
		{"settings, a value", func(text string) func() { return func() { config.Read([]byte("theme = " + text + "\n")) } }},
		{"text to lines", func(text string) func() { return func() { render.New().Lay(text, 72, false) } }},
		{"table to lines", func(text string) func() { return func() { render.New().Lay(text, 72, true) } }},
		{"text made visible", func(text string) func() {
			return func() { visible.Text(text); visible.Line(text); visible.Plain(text) }
		}},
		{"a row of the screen", func(text string) func() {
			return func() {
				c := frame.New(80, 3)
				c.Place(image.Rect(0, 0, 80, 3), text)
				c.Place(image.Rect(10, 0, 20, 2), text)
				_ = c.String()
			}
		}},
		{"cut to a column", func(text string) func() { return func() { render.Truncate(text, 40); render.Width(text) } }},
		{"page of HTML", with(func(c *model.Cable) { _ = export.HTML(io.Discard, selection(c)) })},
		{"Markdown", with(func(c *model.Cable) { _ = export.Markdown(io.Discard, selection(c)) })},
		{"records", with(func(c *model.Cable) { _ = export.Records(io.Discard, selection(c)) })},
		{"quotation", with(func(c *model.Cable) {
			export.Quotation(c, cite.Passage{End: len(c.Blocks)})
			export.Verbatim(c, cite.Passage{End: len(c.Blocks)})
		})},
		{"citations", func(text string) func() {
			c := &model.Cable{Subject: text, Headline: text, Origin: text, Source: model.Source{File: text}}
			return func() {
				of := cite.Of(c)
				of.Text()
				of.BibTeX("k")
				of.RIS("k")
				of.CSL("k")
			}
		}},
	}
}

// some are the shapes that one entry is tried with: all, or others at each.
func some(i int) []attacks.Shape {
	var out []attacks.Shape
	for k, s := range attacks.Shapes() {
		if (i+k)%attacks.Stride() == 0 {
			out = append(out, s)
		}
	}
	return out
}

// Whatever a text repeats, the time of every part of the program grows as the text does.
func TestAttackTime(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: it measures for some seconds")
	}
	tried := 0
	for i, e := range entries() {
		t.Run(e.name, func(t *testing.T) { tried += attacks.Linear(t, 8<<10, some(i), e.prepare) })
	}
	t.Logf("attacks: %d shapes, %d entries, %d measured", len(attacks.Shapes()), len(entries()), tried)
}

// Whatever stands in a place of a document, the time that reading it takes grows as the document does.
func TestAttackTimeOfReading(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: it measures for some seconds")
	}
	tried, places := 0, attacks.Places()
	for i, p := range places {
		t.Run(fmt.Sprintf("%s: %.20s", p.Format, strings.TrimSpace(p.Name)), func(t *testing.T) {
			tried += attacks.Linear(t, 6<<10, some(i), func(text string) func() {
				data := p.Of(text)
				return func() { parser.Parse(p.File, data, parser.Options{}) }
			})
		})
	}
	t.Logf("attacks: %d shapes, %d places, %d measured", len(attacks.Shapes()), len(places), tried)
}

// What took quadratic time once.
func TestAttackTimeOfOldFaults(t *testing.T) {
	repeat := func(unit string) []attacks.Shape {
		return []attacks.Shape{{Name: fmt.Sprintf("%q", unit), Of: func(size int) string { return attacks.Repeat(unit, size) }}}
	}
	for _, old := range []struct {
		format, name, unit string
		size               int
	}{
		{"telegram", "A SHIP IS LATE", "\n", 8 << 10},                                           // empty lines below the label of a subject
		{"frus-text", "Eyes only Secretary", "NNN\n", 8 << 10},                                  // lines that look like a list and are none
		{"newspaper-page", "The keeper", "\nPAGE 01 LISBON 00001 01 OF 02 011200Z ", 100 << 10}, // page markers of the older form on one line
	} {
		found := false
		for _, p := range attacks.Places() {
			if p.Format == old.format && strings.EqualFold(p.Name, old.name) && !found {
				found = true
				attacks.Linear(t, old.size, repeat(old.unit), func(text string) func() {
					data := bytes.Clone(p.Of(text))
					return func() { parser.Parse(p.File, data, parser.Options{}) }
				})
			}
		}
		if !found {
			t.Errorf("there is no place %q in %s", old.name, old.format)
		}
	}
}
