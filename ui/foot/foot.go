// Package foot is the row of actions in the lower edge of an overlay: what can be done there besides walking about, each with
// its key. Tab leads to it, arrows choose and Enter does, so that nobody needs to know the keys:
//
//	╰─▌n next difference ─ N previous ─ a whole text ─ ? help ──────────╯
package foot

import (
	"slices"
	"strings"

	"reftel/keymap"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/visible"
)

// Foot is a row of actions, of which one is chosen while the row has the keys.
type Foot struct {
	theme *theme.Theme
	items []keymap.Binding
	has   bool
	at    int // which is chosen, while it has the keys
}

// New returns a row without actions.
func New(t *theme.Theme) *Foot { return &Foot{theme: t} }

// Offer shows other actions. The one that is chosen stays so where it is still there; a row without actions has no keys.
func (f *Foot) Offer(items []keymap.Binding) {
	before, had := f.Chosen()
	f.items = items
	if f.at = min(f.at, max(0, len(items)-1)); had {
		if i := slices.IndexFunc(items, func(b keymap.Binding) bool { return b.Action == before.Action }); i >= 0 {
			f.at = i
		}
	}
	f.has = f.has && len(items) > 0
}

// Enter gives the keys to the row, its first action chosen; ok is false where there is none.
func (f *Foot) Enter() (ok bool) {
	f.has, f.at = len(f.items) > 0, 0
	return f.has
}

// Return gives the keys to the row again, where one was in it.
func (f *Foot) Return() { f.has = len(f.items) > 0 }

// Leave takes the keys from the row.
func (f *Foot) Leave() { f.has = false }

// Has reports whether the row has the keys.
func (f *Foot) Has() bool { return f.has }

// Move chooses the action that is n to the right, at most the last one.
func (f *Foot) Move(n int) { f.at = max(0, min(f.at+n, len(f.items)-1)) }

// Chosen returns the action that is chosen; ok is false while the row hasn't the keys.
func (f *Foot) Chosen() (b keymap.Binding, ok bool) {
	if !f.has {
		return keymap.Binding{}, false
	}
	return f.items[f.at], true
}

// Place says which of how many actions is chosen, from 1.
func (f *Foot) Place() (at, of int) { return f.at + 1, len(f.items) }

// gap stands before each action: a cell of the edge, and one for the sign of what is chosen.
const gap = 2

// View draws the row as an edge, exactly so many cells.
func (f *Foot) View(width int) string {
	line := f.theme.Own("─")
	if f.theme.Plain { // nothing is drawn but words
		line = " "
	}
	edge := f.theme.OverlayBorder
	var row strings.Builder
	used := 0
	first, last := f.seen(width)
	for i := first; i < last; i++ {
		key, words := f.words(f.items[i])
		sign, keyStyle, wordStyle := " ", f.theme.Key, f.theme.Status
		if f.has && i == f.at {
			sign = f.theme.Gutter.Render(f.theme.Own("▌"))
			keyStyle, wordStyle = keyStyle.Inherit(f.theme.Selected), f.theme.Selected
		}
		row.WriteString(edge.Render(line) + sign + keyStyle.Render(key) + wordStyle.Render(" "+words) + " ")
		used += f.wide(i)
	}
	if more := line + f.theme.Own(" … "); last < len(f.items) && used+render.Width(more) <= width {
		row.WriteString(edge.Render(more))
		used += render.Width(more)
	}
	return render.Pad(row.String()+edge.Render(strings.Repeat(line, max(0, width-used))), width)
}

// At returns the action that is drawn in a cell of a row so wide; ok is false between them.
func (f *Foot) At(x, width int) (b keymap.Binding, ok bool) {
	first, last := f.seen(width)
	left := 0
	for i := first; i < last; i++ {
		if x > left && x < left+f.wide(i)-1 {
			return f.items[i], true
		}
		left += f.wide(i)
	}
	return keymap.Binding{}, false
}

// seen returns which actions are drawn in so many cells, the chosen one among them: from first on, before last.
func (f *Foot) seen(width int) (first, last int) {
	if f.has {
		for left := 0; first < f.at; first++ { // from the first one on, unless the chosen one then has no room
			left = 0
			for i := first; i <= f.at; i++ {
				left += f.wide(i)
			}
			if left <= width {
				break
			}
		}
	}
	used := 0
	for last = first; last < len(f.items); last++ {
		if used += f.wide(last); used > width && last > first {
			break
		}
	}
	return first, last
}

// words are the key of an action and what the row says of it.
func (f *Foot) words(b keymap.Binding) (key, words string) {
	if len(b.Keys) > 0 {
		key = visible.Line(f.theme.Label(keymap.Label(b.Keys[0])))
	}
	return key, b.Hint
}

// wide is how many cells an action takes, with what stands around it.
func (f *Foot) wide(i int) int {
	key, words := f.words(f.items[i])
	return gap + render.Width(key) + 1 + render.Width(words) + 1
}
