package cli

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"reftel/model"
	"reftel/ui/visible"
)

// Lines below a cable are indented by margin; their text begins in a column of its own, behind
// labels, unless that would leave it less than narrowest cells.
const (
	margin    = 4
	narrowest = 30
)

// heads returns a line for each cable, as list prints it.
func (t *tool) heads(cables []*model.Cable, l look) []string {
	out := rows(cables, t.Width)
	for i, row := range out {
		out[i] = l.render(visible.Line(row), l.theme.Title)
	}
	return out
}

// labelled is a text with a label before it.
type labelled struct {
	label string // harmless
	style lipgloss.Style
	text  *passage
}

// setLabelled sets texts in lines with their labels beside them.
func setLabelled(entries []labelled, width int, l look) []string {
	wide := 0
	for _, e := range entries {
		wide = max(wide, ansi.StringWidth(e.label))
	}
	hang := wide + 2
	if width > 0 && width-margin-hang < narrowest {
		hang = 2
	}
	var out []string
	for _, e := range entries {
		var p passage
		p.addIn(e.label, e.style)
		p.add(strings.Repeat(" ", wide-ansi.StringWidth(e.label)+2))
		p.append(e.text)
		out = append(out, p.lines(l, width, margin, hang)...)
	}
	return out
}

// runningWidth is the width to which running text is wrapped that a pipe takes in whole lines; 0
// there.
func (t *tool) runningWidth() int {
	if t.Width <= 0 {
		return 0
	}
	return t.textWidth()
}

// total prints what was found in all. It is for the eye: programs count lines.
func (t *tool) total(p *printer, l look, words string) {
	if t.OutTerminal {
		p.raw("\n" + l.render(words, l.theme.Dim) + "\n")
	}
}
