// Package export writes cables as documents to keep and to pass on: Markdown, and a page of HTML that is one file.
//
// Both show a cable as `reftel show` does. Above is what reftel says of it, below stands its text, every block in the
// order and the words of the source, and what reftel adds there stands in double brackets, which are used for nothing
// else: pages, lost ends, stamps that were taken out. Below that is a citation.
//
// The text of cables is hostile. What a terminal or a browser would act on, and what can't be seen, is shown as a picture
// or a code (see package visible); everything that could be markup is escaped. No address in a text becomes a link, no
// id the name of anything.
//
// Cables are written one by one as they come, so that any number of them takes the memory of one.
//
// Quotation is for a single paragraph, and Notes for what the reader wrote about cables.
package export

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// Selection is what is exported.
type Selection struct {
	Title string // what was asked for; may hold anything
	Count int    // of the cables

	// Contents gives of each cable what a list shows, in the order of Cables, for a table of contents.
	Contents iter.Seq[*model.Cable]

	// Cables gives the cables, nil for one that can't be read any more.
	Cables iter.Seq[*model.Cable]
}

// shown are the marks that are seen in an export; names and references have words that stand for themselves.
var shown = []model.MarkKind{model.Redaction, model.Omission, model.Loss, model.PageBreak, model.Garble, model.Stamp, model.NoteSign}

// unreadable stands in the place of a cable.
const unreadable = "this cable can't be read any more: its file is gone or has changed"

// heading is what reftel says of the whole.
func (s Selection) heading() string {
	return words.Join(": ", "Exported by reftel", quoteLine(s.Title))
}

// legend explains what is not of the source.
func (s Selection) legend() string {
	return words.Count(s.Count, "cable") + ". The text of each stands between two lines. What is in " + words.Opening + " " + words.Closing + " there is reftel's, every other word the source's."
}

// facts are the lines above the text of a cable. The file is named in the citation, without its folders: an export is
// passed on.
type facts struct {
	id, classification, title, about string
}

func factsOf(c *model.Cable) facts {
	return facts{idOf(c), quoteLine(words.Classification(c)), titleOf(c), quoteLine(words.About(c))}
}

// idOf returns the id, or says that there is none.
func idOf(c *model.Cable) string {
	if c.ID.IsZero() {
		return "no id"
	}
	return quoteLine(c.ID.String())
}

// mostTitle is how many bytes of a text stand for a subject.
const mostTitle = 80

// titleOf returns the subject of a cable; what stands in for one has a tilde before it.
func titleOf(c *model.Cable) string {
	title, fallback := c.Title()
	if fallback && title != "" {
		title = "~ " + excerpt.FirstWords(title, mostTitle)
	}
	return quoteLine(title)
}

// ownSign returns what reftel says at a mark that has no words in the text, "" for those that have.
func ownSign(r model.Run) string {
	switch k := r.Mark.Kind; {
	case k == model.Loss:
		return words.Lost(quoteLine(r.Mark.Why))
	case r.Span.Empty() && k != "":
		return quoteLine(words.Sign(r.Mark))
	}
	return ""
}

// apart returns the blanks that an own sign needs around it, so that it is apart from words but parts none.
func apart(before, after string) (left, right string) {
	if before != "" && !endsInBlank(before) && (after == "" || beginsWithBlank(after)) {
		left = " "
	}
	if (before == "" || endsInBlank(before)) && after != "" && !beginsWithBlank(after) {
		right = " "
	}
	return left, right
}

func endsInBlank(s string) bool     { return s != "" && strings.ContainsRune(" \n\t", rune(s[len(s)-1])) }
func beginsWithBlank(s string) bool { return s != "" && strings.ContainsRune(" \n\t", rune(s[0])) }

// quote makes words of a source harmless to look at: no control character, no bracket that looks like reftel's.
func quote(s string) string { return words.Unbracketed(visible.Text(s)) }

// quoteLine is quote for words that have to stay on one line.
func quoteLine(s string) string {
	return words.Unbracketed(visible.Line(strings.Join(strings.FieldsFunc(s, isBlank), " ")))
}

// isBlank reports whether a character is a blank, and no control that is shown as a picture.
func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }

// writer remembers the first error, so that what is written need not be asked about each time.
type writer struct {
	out io.Writer
	err error
}

func (w *writer) print(parts ...string) {
	for _, s := range parts {
		if w.err == nil {
			_, w.err = io.WriteString(w.out, s)
		}
	}
}

// each calls do for every cable, the first being number 1, until writing fails.
func (w *writer) each(cables iter.Seq[*model.Cable], do func(n int, c *model.Cable)) {
	n := 0
	for c := range cables {
		n++
		if do(n, c); w.err != nil {
			return
		}
	}
}

// anchor names a place in a page. It is made of the number of the cable alone: ids may stand twice, and hold anything.
func anchor(n int) string { return fmt.Sprintf("c%d", n) }
