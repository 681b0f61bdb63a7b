// Package theme says how things look. It is the only package that gives text a colour.
//
// The looks are meant for reading a day long. Text has the colours of the terminal itself, so a
// page is calm and fits any background. There is one accent, a blue, for what belongs to the
// program: the focus, keys, chips, progress. Warm is what is closed (redactions, secret), cool is
// what leads on (references). The levels of classification have the colours of the cover sheets
// that such papers carry: green unclassified, purple sensitive, blue confidential, red secret,
// orange top secret.
//
// No meaning rests on a colour alone. This is what else carries it, in every theme and in mono,
// where it is all there is; what stands in the third column is written by whoever draws the thing:
//
//	what                    attribute                  sign or word
//	focused pane            bold title (mono: underlined)
//	selected row            bold or reverse            a bar in the gutter
//	  not in focus          background or bold         a bar in the gutter
//	level, portion marking  bold from SECRET up        the letters: U, SBU, C, S, TS
//	name                    underline
//	chosen name             background or reverse
//	name of a list          bold and underline (mono: faint reverse)
//	reference               underline (mono: bold)
//	  not in the library    underline, italic or faint
//	  broken                no underline: it leads nowhere
//	redaction               background or reverse      the mark as the source has it: XXXX, [...]
//	omission                italic or faint            the editor's words
//	loss                    bold                       a sign, and "lost" in words
//	garble                  italic or faint            the text itself
//	selected bar of a chart bold                       a sign below it, its count in words
//	search hit              background or reverse      the current one is bold and underlined
//	error                   bold                       a sentence
package theme

import (
	"charm.land/lipgloss/v2"

	"reftel/model"
)

// The names of the themes. Auto is the one that fits the background of the terminal.
const (
	Auto         = "auto"
	Dark         = "dark"
	Light        = "light"
	HighContrast = "high-contrast"
	Mono         = "mono"
)

// levels is the number of degrees of classification, the unknown one among them.
const levels = model.TopSecret + 1

// Theme is a style for each thing on the screen. No style has a size, padding or border. To draw a
// style in a row that is selected, or a match, let it inherit: t.Dim.Inherit(t.Selected).
type Theme struct {
	ID string // Dark, Light, HighContrast, Mono or the name of the user's own, never Auto

	ASCII bool // signs and lines are drawn in ASCII
	Plain bool // nothing is drawn but words: for being read out

	// Text of the program and of cables.
	Text       lipgloss.Style // the terminal's own colours
	Dim        lipgloss.Style // secondary: counts, dates, fallbacks of a subject
	Faint      lipgloss.Style // tertiary: file names, line ends, signs in the margin
	Title      lipgloss.Style // subject of a cable, title of an overlay
	Heading    lipgloss.Style // heading inside a cable, of a group in the sidebar or the help
	ParaNumber lipgloss.Style // number of a paragraph in the margin
	Notice     lipgloss.Style // a request to protect somebody

	// Panes, rows and lines.
	PaneTitle        lipgloss.Style
	PaneTitleFocused lipgloss.Style
	Separator        lipgloss.Style // between panes
	Selected         lipgloss.Style // row under the cursor of the focused pane
	SelectedBlurred  lipgloss.Style // the same while another pane has the focus
	Gutter           lipgloss.Style // the bar that marks the selected row, focused pane
	GutterBlurred    lipgloss.Style // the same while another pane has the focus
	OverlayBorder    lipgloss.Style // frame of the palette, the overview and the help
	CardBorder       lipgloss.Style // frame or rule of the header card
	HeaderLabel      lipgloss.Style // "From" in the header card
	HeaderValue      lipgloss.Style // what stands behind it

	// Classification, by model.Level.
	Level   [levels]lipgloss.Style // of a cable, in list and header card
	Marking [levels]lipgloss.Style // of a paragraph, in the margin

	// What was found in the text.
	Name             lipgloss.Style // mention of a name
	NameChosen       lipgloss.Style // mention of the name chosen in the sidebar
	NameListed       lipgloss.Style // name of the list that one is looking for
	Reference        lipgloss.Style // leads to a cable or paragraph that is here
	ReferenceMissing lipgloss.Style // leads to a cable that is not in the library
	ReferenceBroken  lipgloss.Style // leads nowhere: letter without list, no such paragraph
	Redaction        lipgloss.Style // words hidden by somebody who left a mark: a solid bar
	Omission         lipgloss.Style // words left out by an editor who says so
	Loss             lipgloss.Style // words dropped without a sign
	Garble           lipgloss.Style // text broken in transmission
	PageSign         lipgloss.Style // thin sign where a page ended
	NoteSign         lipgloss.Style // number of a footnote in the text
	Match            lipgloss.Style // search hit, letter that a fuzzy match took
	MatchCurrent     lipgloss.Style // the hit that n and N stand on

	// Charts.
	Bar    lipgloss.Style
	BarLit lipgloss.Style // of what is selected

	// Status line, prompts and chips.
	Status       lipgloss.Style
	StatusInfo   lipgloss.Style // an answer: "3 cables name ..."
	StatusError  lipgloss.Style
	Key          lipgloss.Style // key cap
	Chip         lipgloss.Style // sort order, a tab
	ChipActive   lipgloss.Style // a filter that is on, the tab that is shown
	ProgressDone lipgloss.Style
	ProgressRest lipgloss.Style
	Prompt       lipgloss.Style // sign before a line that is typed
	Cursor       lipgloss.Style // cell under the text cursor
}

// Mark returns the style of the words that a mark stands on; state is that of a reference, as the
// library knows it. ok is false for marks that have no words of their own: losses, page markers.
func (t *Theme) Mark(kind model.MarkKind, state model.RefState) (style lipgloss.Style, ok bool) {
	switch kind {
	case model.Redaction:
		return t.Redaction, true
	case model.Omission:
		return t.Omission, true
	case model.Garble:
		return t.Garble, true
	case model.Protect:
		return t.Notice, true
	case model.Citation:
		return t.citation(state), true
	case model.NoteSign:
		return t.NoteSign, true
	}
	return lipgloss.Style{}, false
}

// citation tells references that can be followed from those that can't, and these from those that
// lead nowhere at all.
func (t *Theme) citation(state model.RefState) lipgloss.Style {
	switch state {
	case model.Resolved, model.ParagraphHere:
		return t.Reference
	case model.NotInLibrary, model.Unnamed, model.NoCable:
		return t.ReferenceMissing
	}
	return t.ReferenceBroken
}
