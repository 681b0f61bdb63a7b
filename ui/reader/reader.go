// Package reader is the pane in which a cable is read.
//
// A cable is laid out as a stack of items (the card with every header block, then the text), each
// a few rows high. Items are laid out when they come into sight and kept for one width. The place
// that is read is an [Anchor], which outlives every resize.
package reader

import (
	"slices"

	"reftel/model"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/words"
)

// Reader shows one cable, or its source.
type Reader struct {
	theme  *theme.Theme
	render *render.Renderer

	width, height int
	focused       bool
	titled        bool // the first row is a title
	dates         words.Dates

	cable    *model.Cable
	copies   string // what the card says of the cable's copies
	doc      *doc
	top      position
	anchor   Anchor
	sourceOf []byte // not nil: the source is shown
	readFrom Anchor // while the source is shown: the place in the cable that it was opened at

	focus   *Focus      // the place last jumped to
	chosen  *model.Name // the name that is lit
	terms   []model.Mention
	search  search
	found   func(text string) []model.Span // what the filter of the list has found
	kept    map[int]string                 // signs of what the notebook has, by block
	listed  func(text string) []model.Span // names of a list
	state   func(model.Mark) model.RefState
	painted map[int][]render.Decoration // by block
}

// Focus is a place in a cable that has been jumped to and stays lit.
type Focus struct {
	Block int
	Span  model.Span // empty: the block as a whole
	Mark  *model.Mark
}

// New returns an empty reader. state says whether a reference can be followed, which depends on
// the library.
func New(t *theme.Theme, state func(model.Mark) model.RefState) *Reader {
	return &Reader{theme: t, render: render.New(), state: state, titled: true}
}

// SetTheme changes the colours.
func (r *Reader) SetTheme(t *theme.Theme) {
	r.theme = t
	r.painted = nil
}

// SetDates says how the card writes dates, of cables that are shown from then on.
func (r *Reader) SetDates(d words.Dates) { r.dates = d }

// SetFocus says whether keys go to the reader.
func (r *Reader) SetFocus(focused bool) { r.focused = focused }

// SetTitled says whether the first row names the cable.
func (r *Reader) SetTitled(titled bool) {
	if titled == r.titled {
		return
	}
	r.titled = titled
	if r.doc != nil {
		r.resettle()
	}
}

// SetSize gives the reader its size in cells. The place that is read stays at the top.
func (r *Reader) SetSize(width, height int) {
	if width == r.width && height == r.height {
		return
	}
	relaid := width != r.width
	r.width, r.height = width, height
	if r.doc == nil {
		return
	}
	if relaid {
		r.relay()
	}
	r.resettle()
}

// relay lays the shown text out anew for the current width.
func (r *Reader) relay() {
	if r.sourceOf != nil {
		r.doc = newSourceDoc(r.cable, r.sourceOf, sourceGeometry(r.width), r.render)
	} else {
		r.doc = newDoc(r.cable, r.dates, geometryFor(r.width), r.render, r.theme.ASCII)
		r.doc.say(r.dates.About(r.cable), r.copies)
	}
	r.painted = nil
}

// Cable returns the cable that is shown, nil if none.
func (r *Reader) Cable() *model.Cable { return r.cable }

// Show opens a cable at its beginning. A cable that is open already stays where it is.
func (r *Reader) Show(c *model.Cable) {
	if c == r.cable && r.sourceOf == nil {
		return
	}
	r.cable, r.sourceOf, r.copies = c, nil, ""
	r.focus, r.chosen, r.terms, r.painted, r.kept = nil, nil, nil, nil, nil
	r.search.hits, r.search.at = nil, -1
	r.top, r.anchor, r.doc = position{}, Anchor{offset: -1}, nil
	if c == nil {
		return
	}
	r.relay()
	r.refind()
}

// SetCopies says in the card, in the words given, that there are other copies of the cable; "" says nothing.
func (r *Reader) SetCopies(said string) {
	if said == r.copies {
		return
	}
	if r.copies = said; r.doc != nil && r.sourceOf == nil {
		r.doc.say(r.dates.About(r.cable), said)
		r.resettle()
	}
}

// Repaint drops what was remembered about the look of the marks, for when the library has grown
// and more references can be followed.
func (r *Reader) Repaint() { r.painted = nil }

// Anchor returns the place of the cable at the top of the screen; while the source is shown, the
// place it was opened at.
func (r *Reader) Anchor() Anchor {
	if r.sourceOf != nil {
		return r.readFrom
	}
	return r.anchor
}

// GoTo puts a place of the cable at the top of the screen.
func (r *Reader) GoTo(a Anchor) {
	r.ShowCable()
	if r.doc == nil {
		return
	}
	r.anchor = a
	r.resettle()
	r.forgetUnseen()
}

// Focus returns the place last jumped to, nil if there is none on the screen.
func (r *Reader) Focus() *Focus { return r.focus }

// ClearFocus forgets the place last jumped to; it reports whether there was one.
func (r *Reader) ClearFocus() bool {
	had := r.focus != nil
	r.focus, r.painted = nil, nil
	return had
}

// Rename takes the same cable with other names. The name that is lit stays lit by what it is called now, or goes out.
func (r *Reader) Rename(c *model.Cable) {
	before := r.chosen
	r.cable, r.chosen, r.painted = c, nil, nil
	for i := range c.Names {
		if n := &c.Names[i]; before != nil && n.Kind == before.Kind && slices.Contains(n.Forms, before.Name) {
			r.chosen = n
			return
		}
	}
}

// Chosen returns the name that is lit, nil if none.
func (r *Reader) Chosen() *model.Name { return r.chosen }

// Choose lights every mention of a name; nil lights none.
func (r *Reader) Choose(n *model.Name) { r.chosen, r.painted = n, nil }

// SetTerms says where words stand that stand for something, for [Terms].
func (r *Reader) SetTerms(places []model.Mention) { r.terms = places }

// SetListed says where names of a list stand in the text of cables, for [Listed]; they are lit.
func (r *Reader) SetListed(in func(text string) []model.Span) { r.listed, r.painted = in, nil }

// SetKept says which blocks the reader has kept something of, and the sign that says so.
func (r *Reader) SetKept(signs map[int]string) { r.kept = signs }

// Light lights what a filter has found in the text of cables; nil lights nothing.
func (r *Reader) Light(found func(text string) []model.Span) { r.found, r.painted = found, nil }

// textHeight is the number of rows for the text.
func (r *Reader) textHeight() int {
	if r.titled {
		return max(1, r.height-1)
	}
	return max(1, r.height)
}
