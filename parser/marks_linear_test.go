package parser

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"reftel/model"
)

// markUnits are what finders of marks look for, or begin to look for; texts that repeat one of them
// are the worst that a finder meets.
var markUnits = []string{"[2 lines not ", "not declassified ", "2 lines not declassified ", "[name] ", "[matter omi ", "[Omitted here ",
	"[[[]]] ", "[ ", "[", "]", "[] ", "(# ", "(GARBLE ", "(", "### ", "a###b ", "#", "B1 ", "1.4(B) ", "25X1A", "STAT ", "EXCISE\n",
	"expunged ", "one line expunged ", "Document ", "Documents 1, ", "Documents 1-9999 ", "vol. X, Document 1 ", "footnote 1, ", "footnote 1, Document 1 ",
	"see note 1 ", "X X ", "XXX ", "x", "__ ", "_", "\"a_b ", ". . ", "\u00bf", "\ufffd ", "withdrawn ", "reftel ", "ref A-B/C, ", "para 1-2 and ", "10MEXICO83 ",
	"MEXICO 83 ", "please ", "strictly protect ", "septel, para ", "declassified "}

// TestMarkFindersAreLinear: whatever a text repeats, the work of finding marks grows as the text does. What is counted is
// time, because finders search and allocate nothing: 32 times the text may take 256 times as long, for its marks take memory
// that is new, where searching again and again would take 1000 times. A machine that is busy for a moment gets further tries.
func TestMarkFindersAreLinear(t *testing.T) {
	const small, factor, margin, tries = 4_000, 32, 8, 6
	const shortest = 2 * time.Millisecond // what is faster says nothing
	took := func(unit string, size int) time.Duration {
		c := documentOf(strings.Repeat(unit, size/len(unit)))
		c.Blocks[0].Text = c.Blocks[2].Text
		c.Marks = []model.Mark{{Kind: model.NoteSign, Block: 2, Span: model.Span{Start: 1, End: 2}}}
		runtime.GC()
		defer debug.SetGCPercent(debug.SetGCPercent(-1))
		start := time.Now()
		findMarks(c)
		return time.Since(start)
	}
	for _, unit := range markUnits {
		one, many := took(unit, small), took(unit, factor*small)
		for n := 1; n < tries && many > margin*factor*one+shortest; n++ {
			one, many = min(one, took(unit, small)), min(many, took(unit, factor*small))
		}
		if many > margin*factor*one+shortest {
			t.Fatalf("%q: %v, for %d times as much %v", unit, one, factor, many)
		}
	}
}
