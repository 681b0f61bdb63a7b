package export

import (
	"html"
	"io"
	"strings"

	"reftel/ui/visible"
	"reftel/ui/words"
)

// Note is what the reader wrote about a cable, in words. They may hold anything.
type Note struct {
	Of    string // the cable: its id and title; the notes on one come together
	Place string // where in it: Paragraph 4
	When  string
	Quote string // the words there; "" where there are none
	Cut   bool   // the quote goes on
	Text  string // what was written, in lines
}

// Notes writes notes as one page like that of [HTML]: cable by cable, the words where each stands, and below them what was
// written, as it was, be it Markdown or not. It has a table of contents if there are several cables.
func Notes(out io.Writer, notes []Note) error {
	w := &writer{out: out}
	w.begin("Notes", words.Count(len(notes), "note")+". Words of the cables are set in; what is in "+words.Opening+" "+words.Closing+" there is reftel's.")
	var cables [][]Note
	for _, n := range notes {
		if len(cables) == 0 || cables[len(cables)-1][0].Of != n.Of {
			cables = append(cables, nil)
		}
		last := &cables[len(cables)-1]
		*last = append(*last, n)
	}
	if len(cables) > 1 {
		w.print("<nav>\n<h2>Contents</h2>\n<ol>\n")
		for i, of := range cables {
			w.print(`<li><a href="#`, anchor(i+1), `">`, html.EscapeString(quoteLine(of[0].Of)), "</a></li>\n")
		}
		w.print("</ol>\n</nav>\n")
	}
	w.print("<main>\n")
	for i, of := range cables {
		w.print(`<article id="`, anchor(i+1), "\">\n<header>\n<h2>", html.EscapeString(quoteLine(of[0].Of)), "</h2>\n</header>\n")
		for _, n := range of {
			w.note(n)
		}
		w.print("</article>\n")
	}
	w.print("</main>\n</body>\n</html>\n")
	return w.err
}

// note writes one note.
func (w *writer) note(n Note) {
	w.print("<section>\n<h3>", html.EscapeString(quoteLine(n.Place)), " ", element("span", "about", quoteLine(n.When)), "</h3>\n")
	if n.Quote != "" {
		w.print("<blockquote>", html.EscapeString(quoteLine(n.Quote)))
		if n.Cut {
			w.print(" ", element("span", "own", words.Note("…")))
		}
		w.print("</blockquote>\n")
	}
	w.print(`<div class="written">`, html.EscapeString(visible.Text(strings.TrimSpace(n.Text))), "</div>\n</section>\n")
}
