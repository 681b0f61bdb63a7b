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
// time of the processor, because finders search and allocate nothing: a text may take eight times as long as its parts, for
// its marks take memory that is new, where searching again and again would take 32 times. What disturbs it for a moment gets
// it further tries.
func TestMarkFindersAreLinear(t *testing.T) {
	const small, factor, margin, tries = 4_000, 32, 8, 6
	const shortest = 10 * time.Millisecond // what is faster says nothing: some systems count by ticks
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	took := func(unit string, size, times int) time.Duration {
		c := documentOf(strings.Repeat(unit, size/len(unit)))
		c.Blocks[0].Text = c.Blocks[2].Text
		note := model.Mark{Kind: model.NoteSign, Block: 2, Span: model.Span{Start: 1, End: 2}}
		runtime.GC()
		defer debug.SetGCPercent(debug.SetGCPercent(-1))
		start := busy()
		for range times {
			c.Marks = []model.Mark{note}
			findMarks(c)
		}
		return busy() - start
	}
	for _, unit := range markUnits {
		parts, whole := took(unit, small, factor), took(unit, factor*small, 1)
		for n := 1; n < tries && whole > margin*parts+shortest; n++ {
			whole = min(whole, took(unit, factor*small, 1))
		}
		if whole > margin*parts+shortest {
			t.Fatalf("%q: %v in %d parts, %v as a whole", unit, parts, factor, whole)
		}
	}
}
