// Package status is the last row of the screen: what just happened, how far reading has come, and
// the keys that are at hand.
package status

import (
	"strings"

	"reftel/keymap"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/visible"
)

// Line is what the status row shows. The fields are in the order of importance: where the row is
// short, the later ones go.
type Line struct {
	Where   string // what has the keys, and where in it one is, when that is to be said
	Still   bool   // nothing changes by itself: no bar, no numbers while Loading
	Pending string // keys of a sequence that has begun
	Message string // what just happened; may hold text of a cable
	Error   bool   // Message is an error
	Loading bool
	Done    float64 // 0 to 1, while Loading
	Count   string  // while Loading: "312 cables"
	StopKey string  // while Loading: the key that stops it
	Pace    string  // while Loading a large library: "14 MB a second · 1m20s left"
	Hints   []keymap.Binding
}

const barCells = 16

// View draws the row, exactly width cells.
func (l Line) View(t *theme.Theme, width int) string {
	var left string
	add := func(part string) {
		if left == "" || render.Width(left)+render.Width(part) <= width {
			left += part
		}
	}
	if l.Where != "" {
		add(t.Status.Render(" " + visible.Line(strings.ReplaceAll(l.Where, "\n", " "))))
	}
	if l.Pending != "" {
		add(t.Key.Render(" " + visible.Line(l.Pending) + " "))
	}
	if l.Message != "" {
		style := t.StatusInfo
		if l.Error {
			style = t.StatusError
		}
		add(style.Render(" " + visible.Line(strings.ReplaceAll(l.Message, "\n", " "))))
	}
	if l.Loading && l.Still {
		add(t.Status.Render(" Reading. " + visible.Line(l.StopKey) + " stops."))
	} else if l.Loading && l.Pending == "" {
		said := " " + l.Count
		if l.Pace != "" {
			said += " · " + l.Pace
		}
		add(" " + bar(t, l.Done) + t.Status.Render(said+" · "+visible.Line(l.StopKey)+" stops"))
	}
	used := render.Width(left)
	if used > width {
		return render.Pad(left, width)
	}
	hints := fit(t, l.Hints, width-used-2)
	gap := width - used - render.Width(hints)
	return left + strings.Repeat(" ", max(0, gap)) + hints
}

// bar draws the progress bar.
func bar(t *theme.Theme, done float64) string {
	n := min(max(0, int(done*barCells)), barCells)
	return t.ProgressDone.Render(strings.Repeat("━", n)) + t.ProgressRest.Render(strings.Repeat("╌", barCells-n))
}

// fit draws as many hints as there is room for, the first ones first.
func fit(t *theme.Theme, hints []keymap.Binding, room int) string {
	var parts []string
	used := 0
	for _, b := range hints {
		if len(b.Keys) == 0 {
			continue
		}
		words := b.Hint
		if words == "" {
			words = b.Help
		}
		key := visible.Line(t.Label(keymap.Label(b.Keys[0])))
		w := render.Width(key) + 1 + render.Width(words) + 2
		if used+w > room {
			break
		}
		used += w
		parts = append(parts, t.Key.Render(key)+" "+t.Status.Render(words)+"  ")
	}
	return strings.TrimSuffix(strings.Join(parts, ""), " ")
}
