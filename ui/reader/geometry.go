package reader

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"reftel/model"
)

// geometry is how the reader divides its width:
//
//	|<- left ->|<- margin ->|<------------ measure ------------>|
//	            ▌ 12 S//NF   The command change has been seen by
//	                 2/5     political classes and the public as
//
// The measure is what a line of print has; more is tiring to read. In narrow panes the margin
// shrinks, and below that numbers and markings stand in the text.
type geometry struct {
	left, margin, measure int
}

const (
	maxMeasure   = 76
	wideMargin   = 12 // bar, three digits, blank, SBU/NF, blank
	midMargin    = 11 // bar, three digits, blank, S//NF, blank
	narrowMargin = 8  // bar, two digits, blank, SBU, blank
	noMargin     = 2  // the bar alone
)

func geometryFor(width int) geometry {
	g := geometry{margin: wideMargin}
	switch {
	case width < 34:
		g.margin = noMargin
	case width < 44:
		g.margin = narrowMargin
	case width < 64:
		g.margin = midMargin
	}
	g.margin = min(g.margin, max(0, width-1))
	g.measure = max(1, min(maxMeasure, width-g.margin-1))
	if spare := width - g.margin - g.measure - 1; spare > 0 {
		g.left = spare / 2
	}
	return g
}

// wide is the width of a row that begins where the margin does, behind the column of the bar.
func (g geometry) wide() int { return max(1, g.margin+g.measure-1) }

// inline reports whether the margin is too narrow for numbers and markings.
func (g geometry) inline() bool { return g.margin < narrowMargin }

// numberRoom is how many cells there are for the paragraph number.
func (g geometry) numberRoom() int {
	if g.margin < midMargin {
		return 2
	}
	return 3
}

// markingRoom is how many cells of a marking fit beside the number: what the bar, the number and
// the blanks around the marking leave.
func (g geometry) markingRoom() int { return g.margin - g.numberRoom() - 3 }

// marginText is what the margin shows in one row.
type marginText struct {
	number  string
	marking string
	level   model.Level // of the marking
	wrapped bool        // the marking has this row to itself
	sign    string      // page sign, or the label of a header field
	label   bool
}

func (m marginText) empty() bool { return m == marginText{} }

// marginOf returns the margin rows of a paragraph: its number and its portion marking, which goes
// on below the number when it is long. Nothing of it is ever cut off.
func (g geometry) marginOf(number string, marking model.Marking) []marginText {
	if g.inline() || (number == "" && marking == "") {
		return nil
	}
	word := string(marking)
	if ansi.StringWidth(number) <= g.numberRoom() && ansi.StringWidth(word) <= g.markingRoom() {
		return []marginText{{number: number, marking: word, level: marking.Level()}}
	}
	var out []marginText
	if number != "" {
		out = append(out, marginText{number: number})
	}
	for _, part := range breakWord(word, g.margin-2) {
		out = append(out, marginText{marking: part, level: marking.Level(), wrapped: true})
	}
	return out
}

// breakWord cuts s into parts of at most width cells, at blanks and slashes where it can.
func breakWord(s string, width int) []string {
	if s == "" || width < 1 {
		return nil
	}
	return strings.Split(ansi.Wrap(s, width, "/"), "\n")
}
