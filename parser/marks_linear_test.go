package parser

import (
	"strconv"
	"testing"

	"reftel/internal/attacks"
	"reftel/model"
)

// markUnits are what finders of marks look for, or begin to look for; texts that repeat one of them
// are the worst that a finder meets.
var markUnits = []string{"[2 lines not ", "not declassified ", "2 lines not declassified ", "[name] ", "[matter omi ", "[Omitted here ",
	"[[[]]] ", "[ ", "[", "]", "[] ", "(# ", "(GARBLE ", "(", "### ", "a###b ", "#", "B1 ", "1.4(B) ", "25X1A", "STAT ", "EXCISE\n",
	"expunged ", "one line expunged ", "Document ", "Documents 1, ", "Documents 1-9999 ", "vol. X, Document 1 ", "footnote 1, ", "footnote 1, Document 1 ",
	"see note 1 ", "X X ", "XXX ", "x", "__ ", "_", "\"a_b ", ". . ", "\u00bf", "\ufffd ", "withdrawn ", "reftel ", "ref A-B/C, ", "para 1-2 and ", "10MEXICO83 ",
	"MEXICO 83 ", "please ", "strictly protect ", "septel, para ", "declassified "}

// Whatever a text repeats, the work of finding marks grows as the text does.
func TestMarkFindersAreLinear(t *testing.T) {
	var shapes []attacks.Shape
	for _, unit := range markUnits {
		shapes = append(shapes, attacks.Shape{Name: strconv.Quote(unit), Of: func(size int) string { return attacks.Repeat(unit, size) }})
	}
	attacks.Linear(t, 8_000, shapes, func(text string) func() {
		c := documentOf(text)
		c.Blocks[0].Text = c.Blocks[2].Text
		c.Marks = []model.Mark{{Kind: model.NoteSign, Block: 2, Span: model.Span{Start: 1, End: 2}}}
		return func() { findMarks(c) }
	})
}
