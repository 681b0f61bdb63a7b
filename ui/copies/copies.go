// Package copies is the overlay that shows how two copies of a cable differ, as `reftel diff` prints it:
//
//	Comparison  09LISBON11  THE MATTER OF THE LAMP OIL            difference 5 of 6 · other copy 1 of 2
//	               gazette.txt · newspaper-page · 2009-03-17 │▌release.txt · telegram · 2009-03-17
//
//	The copy in gazette.txt hides something in paragraph 2, where the copy in release.txt has 2 words.
//	...
//	 #2 (C)        ⟦…⟧ told us that ⟪XXXXXXXXXX⟫ had         │ ⟦…⟧ told us that ⟪Jonas Quill⟫ had
//	 redacted      promised him oil ⟦…⟧                      │ promised him oil ⟦…⟧
//	▌heading       ⟦not here⟧                                │ ⟪A Last Word⟫
//
// What stands in double brackets is reftel's. What a copy has alone, or otherwise, is lit, and where the theme has no
// colours it stands between signs too. In one text (see [Copies.Fold]) it always does: the first copy's words behind ⟪−,
// the second's behind ⟪+.
package copies

import (
	"reftel/model"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/words"
)

// sideBySide is the width from which the copies stand side by side: that of the overlay's inside on a screen of
// 100 columns.
const sideBySide = 92

// Copies draws a comparison, and walks about in it.
type Copies struct {
	theme         *theme.Theme
	render        *render.Renderer
	width, height int
	dates         words.Dates

	failed  string // why nothing can be compared; "" where it can
	shown   bool
	content Content
	whole   bool // all of the text is shown
	folded  bool // into one text, even where both copies fit
	side    int  // the copy that is chosen, 0 or 1

	top      position
	selected int          // of the view's stops; -1: none
	laid     map[int]laid // by entry
	labels   int          // cells of the column of labels
	shape    shape        // for which that holds
}

// shape is what the rows of a comparison depend on.
type shape struct {
	width   int
	theme   string
	columns bool
}

// New returns an overlay in which nothing is compared yet.
func New(t *theme.Theme) *Copies {
	c := &Copies{theme: t, render: render.New()}
	c.Open()
	return c
}

// SetTheme changes the colours.
func (c *Copies) SetTheme(t *theme.Theme) { c.theme = t }

// SetDates says how dates are written.
func (c *Copies) SetDates(d words.Dates) { c.dates = d }

// SetSize gives the overlay its size in cells, without its border. What is selected stays in sight.
func (c *Copies) SetSize(width, height int) {
	if width == c.width && height == c.height {
		return
	}
	seen := c.width > 0 && c.sees(c.selected)
	c.width, c.height = width, height
	c.resettle(seen)
}

// Open begins anew, with nothing compared. The other copy is chosen: the first is being read.
func (c *Copies) Open() {
	c.failed, c.shown, c.content, c.side = "", false, Content{}, 1
	c.top, c.selected, c.laid = position{}, -1, nil
}

// Show shows a comparison from its beginning.
func (c *Copies) Show(content Content) {
	c.failed, c.shown, c.content = "", true, content
	c.top, c.selected, c.laid = position{}, min(0, len(c.view().stops)-1), nil
}

// Fail says in a sentence why two copies can't be compared.
func (c *Copies) Fail(sentence string) {
	c.Open()
	c.failed = sentence
}

// Fold sets both copies as one text, or side by side again. It reports false where only one text fits.
func (c *Copies) Fold() bool {
	if !c.Fits() {
		return false
	}
	seen := c.sees(c.selected)
	c.folded = !c.folded
	c.resettle(seen)
	return true
}

// Whole shows the whole text, or only what differs again. What is selected stays so, or what comes next where it isn't shown.
func (c *Copies) Whole() {
	if !c.shown {
		return
	}
	before, found := c.stop()
	c.whole = !c.whole
	c.laid, c.top, c.selected = nil, position{}, min(0, len(c.view().stops)-1)
	if !found {
		return
	}
	for i, s := range c.view().stops {
		if c.selected = i; s.order >= before.order {
			break
		}
	}
	c.reveal()
}

// Choose chooses the copy on the left (-1) or on the right (1), for [Copies.Selected].
func (c *Copies) Choose(dir int) { c.side = max(0, min(c.side+dir, 1)) }

// Selected returns the copy that is chosen (0 or 1) and where in it stands what is selected: a block below 0 is its head.
// ok is false while there is nothing to select a copy of.
func (c *Copies) Selected() (side, block int, span model.Span, ok bool) {
	s, found := c.stop()
	if !found || s.change == nil {
		return c.side, -1, model.Span{}, c.shown
	}
	place := s.change.Part(c.side).Places[0]
	if place.Lead {
		return c.side, place.Block, model.Span{}, true
	}
	return c.side, place.Block, place.Span, true
}

// view is what is shown.
func (c *Copies) view() *view {
	if c.whole {
		return &c.content.whole
	}
	return &c.content.differing
}

// stop returns what is selected; ok is false where nothing is.
func (c *Copies) stop() (s stop, ok bool) {
	if stops := c.view().stops; c.selected >= 0 && c.selected < len(stops) {
		return stops[c.selected], true
	}
	return stop{}, false
}
