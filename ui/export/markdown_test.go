package export_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"reftel/model"
	"reftel/ui/export"
)

// rendered returns what a Markdown program makes of the export: with all the additions of GitHub's and Pandoc's dialects
// that it has.
func rendered(t *testing.T, s export.Selection) (source string, root *html.Node) {
	t.Helper()
	var out, page bytes.Buffer
	if err := export.Markdown(&out, s); err != nil {
		t.Fatal(err)
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
	if err := md.Convert(out.Bytes(), &page); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), root
}

// The text of a rendered cable stands between two of its rules.
func TestMarkdownShowsTheTextAndNothingElse(t *testing.T) {
	for _, c := range fixtures(t) {
		source, root := rendered(t, selection("", c))
		if got := markdownText(t, root); got != wanted(c) {
			t.Errorf("%s of %.40q: shown is\n%s\nwant\n%s\nof\n%s", c.ID, c.Source.File, got, wanted(c), source)
		}
	}
}

// markdownText returns the text between the second rule and the last.
func markdownText(t *testing.T, root *html.Node) string {
	t.Helper()
	rules := all(root, "hr", "")
	if len(rules) != 3 {
		t.Errorf("%d rules, want 3", len(rules))
		return ""
	}
	var out strings.Builder
	for n := rules[1].NextSibling; n != nil && n != rules[2]; n = n.NextSibling {
		out.WriteString(text(n, ""))
	}
	return squeezed(withoutNotes(t, out.String()))
}

func TestNothingOfACableIsMarkdown(t *testing.T) {
	_, root := rendered(t, selection(hostile, hostileCable()))
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && !strings.Contains(" html head body h1 h2 h3 p hr br pre code ", " "+n.Data+" ") {
			t.Errorf("element %s: %s", n.Data, text(n, ""))
		}
	}
}

func TestMarkdown(t *testing.T) {
	source, _ := rendered(t, selection("lamp -ship", harbour(), nil))
	golden(t, "page.md", source)
}

func FuzzMarkdown(f *testing.F) {
	f.Add(hostile, uint8(0))
	f.Add("1. a\n2) b", uint8(2))
	f.Add("a\\\n\\", uint8(2))
	f.Fuzz(func(t *testing.T, s string, kind uint8) {
		kinds := []model.BlockKind{model.Header, model.Heading, model.Paragraph, model.Preformatted, model.Note}
		c := &model.Cable{Blocks: []model.Block{{Kind: kinds[int(kind)%len(kinds)], Text: s}, {Kind: model.Paragraph, Text: "end"}}}
		source, root := rendered(t, selection("", c))
		if got := markdownText(t, root); got != wanted(c) {
			t.Errorf("%q, want %q of\n%s", got, wanted(c), source)
		}
	})
}
