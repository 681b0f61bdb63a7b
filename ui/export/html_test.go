package export_test

import (
	"bytes"
	"errors"
	"flag"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"reftel/model"
	"reftel/ui/export"
	"reftel/ui/visible"
	"reftel/ui/words"
)

var update = flag.Bool("update", false, "write testdata anew")

// page writes cables as HTML and parses it.
func page(t *testing.T, s export.Selection) (string, *html.Node) {
	t.Helper()
	var out bytes.Buffer
	if err := export.HTML(&out, s); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), root
}

// attribute returns the value of an attribute, "" without it.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// all returns the elements of a tag and a class, "" being any.
func all(root *html.Node, tag, class string) []*html.Node {
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (tag == "" || n.Data == tag) && (class == "" || slices.Contains(strings.Fields(attribute(n, "class")), class)) {
			out = append(out, n)
		}
	}
	return out
}

// text returns the text of a node, but for elements of a class.
func text(n *html.Node, without string) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if without != "" && slices.Contains(strings.Fields(attribute(n, "class")), without) {
		return ""
	}
	var out strings.Builder
	for c := range n.ChildNodes() {
		out.WriteString(text(c, without))
	}
	return out.String()
}

// What is shown of a cable is its text, all of it and nothing else.
func TestPageShowsTheTextAndNothingElse(t *testing.T) {
	cables := fixtures(t)
	_, root := page(t, selection("all", cables...))
	articles := all(root, "article", "")
	if len(articles) != len(cables) {
		t.Fatalf("%d articles for %d cables", len(articles), len(cables))
	}
	for i, c := range cables {
		texts := all(articles[i], "div", "text")
		if len(texts) != 1 {
			t.Errorf("%s: %d texts", c.ID, len(texts))
			continue
		}
		if got := squeezed(text(texts[0], "own")); got != wanted(c) {
			t.Errorf("%s of %.40q: shown is\n%s\nwant\n%s", c.ID, c.Source.File, got, wanted(c))
		}
		for _, own := range all(texts[0], "", "own") {
			if s := text(own, ""); !strings.HasPrefix(s, words.Opening) || !strings.HasSuffix(s, words.Closing) || strings.Count(s, words.Opening) != 1 {
				t.Errorf("%s: reftel says %q", c.ID, s)
			}
		}
		var bars, want []string
		for _, bar := range all(texts[0], "mark", "redaction") {
			bars = append(bars, squeezed(text(bar, "")))
		}
		for _, m := range c.Marks {
			if m.Kind == model.Redaction {
				want = append(want, squeezed(words.Unbracketed(visible.Text(m.Span.In(c.Blocks[m.Block].Text)))))
			}
		}
		if !slices.Equal(bars, want) {
			t.Errorf("%s: bars %q, want %q", c.ID, bars, want)
		}
	}
}

// harmless fails for elements and attributes that a page is not meant to have, for characters that act, and without a policy.
func harmless(t *testing.T, source string, root *html.Node) {
	t.Helper()
	elements := strings.Fields("html head meta title style body header h1 h2 h3 p nav ol li a main article section div footer span mark br pre blockquote")
	attributes := strings.Fields("lang charset http-equiv content name class id href")
	for n := range root.Descendants() {
		switch {
		case n.Type == html.CommentNode:
			t.Errorf("comment %q", n.Data)
		case n.Type != html.ElementNode:
			continue
		case !slices.Contains(elements, n.Data):
			t.Errorf("element %q", n.Data)
		}
		for _, a := range n.Attr {
			if !slices.Contains(attributes, a.Key) || a.Key == "href" && !strings.HasPrefix(a.Val, "#c") || a.Key == "id" && strings.Trim(a.Val, "c0123456789") != "" {
				t.Errorf("attribute %s=%q", a.Key, a.Val)
			}
			if a.Key == "class" && strings.Trim(a.Val, "abcdefghijklmnopqrstuvwxyz -") != "" {
				t.Errorf("class %q", a.Val)
			}
		}
	}
	for i, r := range source {
		if sign, acts := visible.Rune(r); acts {
			t.Errorf("%s at byte %d", sign, i)
		}
	}
	if policies := all(root, "meta", ""); !slices.ContainsFunc(policies, func(n *html.Node) bool {
		return attribute(n, "http-equiv") == "Content-Security-Policy" && strings.HasPrefix(attribute(n, "content"), "default-src 'none'; style-src 'sha256-")
	}) {
		t.Error("the page has no policy")
	}
}

// The page has the elements and attributes that it is meant to have, whatever the cables hold.
func TestNoTextOfACableIsMarkup(t *testing.T) {
	source, root := page(t, selection(hostile, fixtures(t)...))
	harmless(t, source, root)
	if links, articles := all(root, "a", ""), all(root, "article", ""); len(links) != len(articles) {
		t.Errorf("%d links in the contents for %d articles", len(links), len(articles))
	}
}

func TestPage(t *testing.T) {
	c := harbour()
	some := selection("lamp -ship", c, c, c)
	some.Cables = slices.Values([]*model.Cable{c, nil, c})
	source, _ := page(t, some)
	before, rest, _ := strings.Cut(source, "<style>")
	_, after, _ := strings.Cut(rest, "</style>")
	golden(t, "page.html", before+"<style></style>"+after)
	if one, _ := page(t, selection("", c)); strings.Contains(one, "<nav>") || !strings.Contains(one, "<h1>Exported by reftel</h1>") {
		t.Error("one cable has a table of contents")
	}
}

// harbour is an invented cable with a redaction, an omission, a page marker and a lost end.
func harbour() *model.Cable {
	return &model.Cable{
		ID: model.ID{Year: 2009, Station: "PORTVERDE", Serial: 83}, Year: 2009, Station: "PORTVERDE", Serial: 83, Origin: "Embassy Port Verde",
		Classification: model.Secret, Caveats: []string{"NOFORN"}, Subject: "HARBOUR & <LAMP>",
		Blocks: []model.Block{
			{Kind: model.Header, Role: model.FromRole, Lead: "FM", Text: "AMEMBASSY PORT VERDE"},
			{Kind: model.Header, Role: model.SubjectRole, Lead: "SUBJECT:", Text: "HARBOUR & <LAMP>"},
			{Kind: model.Heading, Text: "Lamps"}, {Kind: model.Rule, Text: "-----"},
			{Kind: model.Paragraph, Number: 1, Marking: "S/NF", Lead: "1. (S/NF)", Text: "A captain, XXXXXXXXXXXX, lit it\nand [ matter omitted ] left, it was said by the", EndLost: true},
			{Kind: model.SubParagraph, Letter: "-", Lead: "--", Text: "twice"},
			{Kind: model.Preformatted, Text: "  LAMPS   LIT\n  ```       4"},
			{Kind: model.Signature, Text: "DOE"},
		},
		Marks: []model.Mark{
			{Kind: model.Redaction, Block: 4, Span: model.Span{Start: 11, End: 23}}, {Kind: model.PageBreak, Block: 4, Span: model.Span{Start: 25, End: 25}, Page: 2, Pages: 3},
			{Kind: model.Omission, Block: 4, Span: model.Span{Start: 36, End: 54}}, {Kind: model.Loss, Block: 4, Span: model.Span{Start: 79, End: 79}, Why: "ends in mid-sentence"},
		},
		Source: model.Source{File: "papers/harbour.txt"},
	}
}

// full is a disk without room.
type full struct{ room int }

var errFull = errors.New("no room")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestAnErrorOfTheDiskEndsTheWriting(t *testing.T) {
	for name, write := range map[string]func(*full, export.Selection) error{
		"html":     func(f *full, s export.Selection) error { return export.HTML(f, s) },
		"markdown": func(f *full, s export.Selection) error { return export.Markdown(f, s) },
	} {
		given := 0
		s := selection("")
		s.Cables = func(yield func(*model.Cable) bool) {
			for yield(harbour()) {
				given++
			}
		}
		if err := write(&full{40_000}, s); !errors.Is(err, errFull) || given > 100 {
			t.Errorf("%s: %v after %d cables", name, err, given)
		}
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(hostile, "1.", 3, 9, uint8(0))
	f.Fuzz(func(t *testing.T, s, lead string, start, end int, kind uint8) {
		kinds := []model.BlockKind{model.Header, model.Heading, model.Paragraph, model.Preformatted, model.Note}
		c := &model.Cable{Subject: s, Blocks: []model.Block{{Kind: kinds[int(kind)%len(kinds)], Lead: lead, Text: s}},
			Marks: []model.Mark{{Kind: model.Redaction, Span: model.Span{Start: start, End: end}}, {Kind: model.PageBreak, Span: model.Span{Start: end, End: end}}}}
		_, root := page(t, selection(s, c))
		texts := all(root, "div", "text")
		if len(texts) != 1 {
			t.Fatalf("%d texts", len(texts))
		}
		if start < end && !cuts(s, start, end) {
			if got := squeezed(text(texts[0], "own")); got != wanted(c) {
				t.Errorf("%q, want %q", got, wanted(c))
			}
		}
		for _, e := range all(root, "", "") {
			if slices.Contains([]string{"script", "img", "iframe", "object", "link", "base", "form"}, e.Data) {
				t.Errorf("element %s", e.Data)
			}
		}
	})
}

// cuts reports whether a span is none of the text, or ends inside what is shown as one sign.
func cuts(s string, start, end int) bool {
	if start < 0 || end > len(s) {
		return true
	}
	return visible.Text(s[:start])+visible.Text(s[start:end])+visible.Text(s[end:]) != visible.Text(s)
}
