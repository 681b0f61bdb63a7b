// Package help is the overlay that shows the keys that are alive in a pane, from the one table of
// keymap.
package help

import (
	"context"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"reftel/keymap"
	"reftel/model/match"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/visible"
)

// Help lists bindings by group, with a filter.
type Help struct {
	theme         *theme.Theme
	width, height int

	title    string
	bindings []keymap.Binding
	signs    []Sign
	filter   string
	top      int
	chosen   *keymap.Binding // by the mouse; nil: none

	closeKey, filterKey string
}

// New returns a help that shows nothing yet.
func New(t *theme.Theme) *Help { return &Help{theme: t, closeKey: "Esc", filterKey: "/"} }

// SetTheme changes the colours.
func (h *Help) SetTheme(t *theme.Theme) { h.theme = t }

// SetKeys says which keys close and filter the help.
func (h *Help) SetKeys(closes, filters string) { h.closeKey, h.filterKey = closes, filters }

// SetSize gives the overlay its size in cells, without its border.
func (h *Help) SetSize(width, height int) {
	h.width, h.height = width, height
	h.Move(0)
}

// Sign is a mark on the screen that is no word of a cable, and what it means.
type Sign struct{ Sign, Meaning string }

// Open shows the bindings of a pane from the beginning, and below them the signs used on the screen.
func (h *Help) Open(title string, bindings []keymap.Binding, signs []Sign) {
	h.title, h.bindings, h.signs, h.filter, h.top, h.chosen = title, bindings, signs, "", 0, nil
}

// SetFilter narrows the list to the bindings whose words match.
func (h *Help) SetFilter(filter string) { h.filter, h.top, h.chosen = filter, 0, nil }

// Filter returns what narrows the list.
func (h *Help) Filter() string { return h.filter }

// Move scrolls by n rows.
func (h *Help) Move(n int) {
	h.top = min(max(0, h.top+n), max(0, len(h.lines())-h.body()))
}

// Page scrolls by n pages.
func (h *Help) Page(n int) { h.Move(n * max(1, h.body()-1)) }

// HalfPage scrolls by n half pages.
func (h *Help) HalfPage(n int) { h.Move(n * max(1, h.body()/2)) }

// Top shows the beginning.
func (h *Help) Top() { h.top = 0 }

// Bottom shows the end.
func (h *Help) Bottom() { h.Move(len(h.lines())) }

// body is the number of rows below the title. A very low help has no title, so that there is always
// a row to read.
func (h *Help) body() int {
	if h.low() {
		return max(1, h.height)
	}
	return h.height - 2
}

func (h *Help) low() bool { return h.height < 4 }

// keysRoom is the width of the column of keys.
const keysRoom = 22

// line is a row of the help, and the binding that it is of; nil: none.
type line struct {
	text string
	of   *keymap.Binding
}

// lines draws the bindings, group by group.
func (h *Help) lines() []line {
	var out []line
	shown := h.kept()
	for _, g := range keymap.Groups() {
		head := false
		for _, b := range shown {
			if b.Group != g {
				continue
			}
			if !head {
				if len(out) > 0 {
					out = append(out, line{})
				}
				out = append(out, line{text: h.theme.Heading.Render(string(g))})
				head = true
			}
			out = append(out, h.row(h.theme.Label(b.Labels("  ")), b.Help, b)...)
		}
	}
	if h.filter == "" && len(h.signs) > 0 {
		out = append(out, line{}, line{text: h.theme.Heading.Render("Signs")})
		for _, s := range h.signs {
			out = append(out, h.row(s.Sign, s.Meaning, nil)...)
		}
	}
	return out
}

// row draws a key or a sign and what it means; what does not fit goes on in further rows.
func (h *Help) row(sign, meaning string, of *keymap.Binding) []line {
	room := min(keysRoom, max(6, h.width/3))
	left := strings.Split(ansi.Wrap(sign, room-2, ""), "\n")
	right := strings.Split(ansi.Wrap(meaning, max(1, h.width-room-1), ""), "\n")
	bar, key, text := " ", h.theme.Key, h.theme.Text
	if of != nil && of == h.chosen {
		bar, key, text = h.theme.Gutter.Render("▌"), key.Inherit(h.theme.Selected), h.theme.Selected
	}
	var out []line
	for i := 0; i < max(len(left), len(right)); i++ {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		out = append(out, line{bar + key.Render(render.Pad(l, room-1)) + text.Render(r), of})
	}
	return out
}

// kept returns the bindings that the filter leaves: those of a key that is typed as it is written ("]x"), else those
// whose words match.
func (h *Help) kept() []*keymap.Binding {
	var out []*keymap.Binding
	for i := range h.bindings {
		if b := &h.bindings[i]; h.filter == "" || slices.Contains(strings.Fields(b.Labels(" ")), h.filter) {
			out = append(out, b)
		}
	}
	if len(out) > 0 || h.filter == "" {
		return out
	}
	texts := make([]string, len(h.bindings))
	for i, b := range h.bindings {
		texts[i] = b.Help + "\t" + strings.Join(b.Keys, " ")
	}
	hits, _ := match.Fuzzy(context.Background(), h.filter, texts, len(texts))
	for _, hit := range hits {
		// of letters that are scattered over a sentence nobody sees why they match
		if !hit.Scattered() {
			out = append(out, &h.bindings[hit.Index])
		}
	}
	return out
}

// View draws the help, exactly the size it was given.
func (h *Help) View() string {
	more := visible.Line(h.closeKey) + " closes"
	if h.theme.Plain { // elsewhere the lower edge says so
		more += " · " + visible.Line(h.filterKey) + " filters"
	}
	lines := h.lines()
	if h.filter != "" {
		more = "filter: " + visible.Line(h.filter)
	} else if len(lines) > h.body() {
		more = "↓ more · " + more
	}
	room := max(0, h.width-ansi.StringWidth(more))
	var rows []string
	if !h.low() {
		rows = append(rows, h.theme.Title.Render(render.Pad(h.title, room))+h.theme.Dim.Render(render.Truncate(more, h.width)),
			strings.Repeat(" ", h.width))
	}
	if len(lines) == 0 {
		lines = []line{{text: h.theme.Dim.Render("No key matches.")}}
	}
	for i := h.top; i < len(lines) && len(rows) < h.height; i++ {
		rows = append(rows, render.Pad(lines[i].text, h.width))
	}
	for len(rows) < h.height {
		rows = append(rows, strings.Repeat(" ", h.width))
	}
	return strings.Join(rows[:max(0, h.height)], "\n")
}
