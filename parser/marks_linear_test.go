package parser

import (
	"runtime"
	"strings"
	"testing"

	"reftel/model"
)

// markUnits are what finders of marks look for, or begin to look for; texts that repeat one of them
// are the worst that a finder meets.
var markUnits = []string{"[2 lines not ", "not declassified ", "2 lines not declassified ", "[name] ", "[matter omi ", "[Omitted here ",
	"[[[]]] ", "[ ", "[", "]", "[] ", "(# ", "(GARBLE ", "(", "### ", "a###b ", "#", "B1 ", "1.4(B) ", "25X1A", "STAT ", "EXCISE\n",
	"expunged ", "one line expunged ", "Document ", "Documents 1, ", "Documents 1-9999 ", "vol. X, Document 1 ", "footnote 1, ", "footnote 1, Document 1 ",
	"see note 1 ", "X X ", "XXX ", "x", "__ ", "_", "\"a_b ", ". . ", "\u00bf", "\ufffd ", "withdrawn ", "reftel ", "ref A-B/C, ", "para 1-2 and ", "10MEXICO83 ",
	"MEXICO 83 ", "please ", "strictly protect ", "septel, para ", "declassified "}

// TestMarkFindersAreLinear: whatever a text repeats, the work of finding marks grows as the text does.
// What is counted is the memory asked for.
func TestMarkFindersAreLinear(t *testing.T) {
	const small, factor = 20_000, 4
	allocated := func(unit string, size int) float64 {
		c := documentOf(strings.Repeat(unit, size/len(unit)))
		c.Blocks[0].Text = c.Blocks[2].Text
		c.Marks = []model.Mark{{Kind: model.NoteSign, Block: 2, Span: model.Span{Start: 1, End: 2}}}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		findMarks(c)
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	for _, unit := range markUnits {
		one, many := allocated(unit, small), allocated(unit, factor*small)
		if many > 2*factor*one+1<<16 {
			t.Errorf("%q: %.0f bytes, for %d times as much %.0f", unit, one, factor, many)
		}
	}
}
