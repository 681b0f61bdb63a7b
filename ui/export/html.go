package export

import (
	"crypto/sha256"
	"encoding/base64"
	"html"
	"io"
	"strconv"
	"strings"

	"reftel/model"
	"reftel/model/cite"
	"reftel/ui/words"
)

// HTML writes cables as one page that needs nothing else: no script, no picture, no font. Its policy forbids all but the
// style that stands in it, so that even markup which got into it could load nothing and send nothing. It has a
// table of contents if there are several cables. Its text follows the light or dark of the reader's system, and
// prints a cable a sheet.
func HTML(out io.Writer, s Selection) error {
	w := &writer{out: out}
	w.begin(s.heading(), s.legend())
	if s.Count > 1 {
		w.contents(s)
	}
	w.print("<main>\n")
	w.each(s.Cables, func(n int, c *model.Cable) {
		w.print(`<article id="`, anchor(n), "\">\n")
		if c == nil {
			w.print(element("p", "own", words.Note(unreadable)), "\n")
		} else {
			w.cable(c)
		}
		w.print("</article>\n")
	})
	w.print("</main>\n</body>\n</html>\n")
	return w.err
}

// begin writes what stands in front of the contents of a page: its head, and in its body a heading and what explains it.
func (w *writer) begin(heading, legend string) {
	w.print("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
		`<meta http-equiv="Content-Security-Policy" content="`, policy(), "\">\n",
		`<meta name="referrer" content="no-referrer">`, "\n",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n",
		`<meta name="color-scheme" content="light dark">`, "\n",
		"<title>", html.EscapeString(heading), "</title>\n<style>", style, "</style>\n</head>\n<body>\n")
	w.print(`<header class="page">`, "\n<h1>", html.EscapeString(heading), "</h1>\n<p>", html.EscapeString(legend), "</p>\n</header>\n")
}

// policy allows the style of the page and nothing else.
func policy() string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

// contents writes the table of contents.
func (w *writer) contents(s Selection) {
	w.print("<nav>\n<h2>Contents</h2>\n<ol>\n")
	w.each(s.Contents, func(n int, c *model.Cable) {
		line := words.Join(" ", words.Day(c), idOf(c), titleOf(c))
		w.print(`<li><a href="#`, anchor(n), `">`, html.EscapeString(line), "</a></li>\n")
	})
	w.print("</ol>\n</nav>\n")
}

// cable writes one cable.
func (w *writer) cable(c *model.Cable) {
	f := factsOf(c)
	w.print("<header>\n<h2>", html.EscapeString(f.id), " ", element("span", levelClass(c.Classification), f.classification), "</h2>\n")
	if f.title != "" {
		w.print(element("p", "subject", f.title), "\n")
	}
	w.print(element("p", "about", f.about), "\n</header>\n", `<div class="text">`, "\n")
	runs := c.Runs(shown...)
	for i := range c.Blocks {
		w.block(&c.Blocks[i], runs[i])
	}
	w.print("</div>\n<footer>", element("p", "citation", "Cite as: "+Citation(cite.Of(c))), "</footer>\n")
}

// tags says as what a block is set, and of which class.
func tags(b *model.Block) (tag, class string) {
	switch b.Kind {
	case model.Heading:
		return "h3", "heading"
	case model.Preformatted:
		return "pre", "table"
	}
	return "p", string(b.Kind)
}

// block writes a block.
func (w *writer) block(b *model.Block, runs []model.Run) {
	tag, class := tags(b)
	w.print("<", tag, ` class="`, class, `">`)
	if b.Lead != "" {
		w.print(element("span", "lead "+levelClass(b.Marking.Level()), quoteLine(b.Lead)), " ")
	}
	for _, r := range runs {
		if own := ownSign(r); own != "" {
			left, right := apart(b.Text[:r.Span.Start], b.Text[r.Span.End:])
			w.print(left, element("span", "own "+string(r.Mark.Kind), words.Note(own)), right)
			continue
		}
		text := htmlText(r.Span.In(b.Text), tag == "pre")
		switch r.Mark.Kind {
		case "":
			w.print(text)
		case model.Redaction:
			w.print(`<mark class="redaction">`, text, "</mark>")
		default:
			w.print(`<span class="`, string(r.Mark.Kind), `">`, text, "</span>")
		}
	}
	w.print("</", tag, ">\n")
}

// htmlText escapes words of a source; line ends that are meant stay.
func htmlText(s string, pre bool) string {
	s = html.EscapeString(quote(s))
	if !pre {
		s = strings.ReplaceAll(s, "\n", "<br>\n")
	}
	return s
}

// element sets a text that is not escaped yet.
func element(tag, class, text string) string {
	return "<" + tag + " class=" + strconv.Quote(class) + ">" + html.EscapeString(text) + "</" + tag + ">"
}

// levelClass is the class of what has a classification.
func levelClass(l model.Level) string {
	if l.IsZero() {
		return "level"
	}
	return "level " + strings.ToLower(l.Letter())
}
