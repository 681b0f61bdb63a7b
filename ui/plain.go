package ui

import (
	"fmt"
	"image"
	"strings"

	"reftel/keymap"
	"reftel/ui/layout"
)

// With Options.Plain the screen is fit to be read out from top to bottom: one pane at a time, or what lies over it, from edge
// to edge; no lines, boxes, bars and nothing that changes by itself, all signs in ASCII. The status line says in words what
// has the keys and where in it one is, and the cursor of the terminal stands there.

// where says in words what has the keys, and where in it one is.
func (a *App) where() string {
	if b, ok := a.foot.Chosen(); ok {
		at, of := a.foot.Place()
		return fmt.Sprintf("Actions, %d of %d: %s.", at, of, b.Help)
	}
	switch a.overlay {
	case paletteOverlay:
		at, of, text := a.palette.Place()
		if at == 0 {
			return "Palette: nothing matches."
		}
		return fmt.Sprintf("Palette, %d of %d: %s.", at, of, text)
	case noteOverlay:
		return "Note."
	case helpOverlay:
		return "Help."
	case overviewOverlay:
		return "Overview, " + a.overview.Where() + "."
	case copiesOverlay:
		return "Comparison, " + a.copies.Where() + "."
	}
	switch a.focus {
	case layout.Reader:
		if a.reader.Cable() == nil {
			return "Reader, empty."
		}
		if n, last := a.reader.Place(); n > 0 {
			return fmt.Sprintf("Reader, paragraph %d of %d.", n, last)
		}
		return "Reader."
	case layout.Sidebar:
		tab, at, of := a.sidebar.Where()
		if of == 0 {
			return fmt.Sprintf("Sidebar, %s: empty.", strings.ToLower(tab))
		}
		return fmt.Sprintf("Sidebar, %s, %d of %d.", strings.ToLower(tab), at, of)
	}
	if a.list.Len() == 0 {
		return "List, empty."
	}
	return fmt.Sprintf("List, %d of %d.", a.list.Place(a.list.Selected())+1, a.list.Len())
}

// spot is where the cursor of the terminal stands in what has the keys.
func (a *App) spot() (x, y int) {
	if a.foot.Has() {
		return 0, a.overlayBox(a.overlay).Max.Y - 1
	}
	switch a.overlay {
	case helpOverlay:
		return 0, 0
	case overviewOverlay:
		return 0, a.overview.CursorRow()
	case copiesOverlay:
		return 0, a.copies.CursorRow()
	}
	switch a.focus {
	case layout.Reader:
		return 0, a.layout.Reader.Min.Y + a.reader.CursorRow()
	case layout.Sidebar:
		return 0, a.layout.Sidebar.Min.Y + a.sidebar.CursorRow()
	}
	return 0, a.layout.List.Min.Y + a.list.CursorRow()
}

// boxed returns what the frame of an overlay leaves of its box: rows and columns at each side.
func (a *App) boxed(o overlay) (inside image.Rectangle) {
	box := a.overlayBox(o)
	if a.options.Plain {
		return box
	}
	box = box.Inset(1)
	box.Min.X += len(padding(o))
	box.Max.X -= len(padding(o))
	return box
}

// plainHints are the keys that the status line names: fewer, as they are read out every time.
func (a *App) plainHints() []keymap.Binding {
	var out []keymap.Binding
	for _, b := range a.hints() {
		if b.Action == keymap.OpenHelp || b.Action == keymap.StepBack || b.Action == keymap.FootNext || b.Action == keymap.OverviewNext || b.Action == keymap.FootDo {
			out = append(out, b)
		}
	}
	return out
}
