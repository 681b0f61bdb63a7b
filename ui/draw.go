package ui

import (
	"fmt"
	"image"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/ui/frame"
	"reftel/ui/layout"
	"reftel/ui/render"
	"reftel/ui/status"
	"reftel/ui/words"
)

// View draws the screen: exactly width by height cells.
func (a *App) View() tea.View {
	v := tea.NewView(a.screen())
	v.AltScreen = true
	v.WindowTitle = "reftel"
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if x, y, shown := a.cursor(); shown {
		v.Cursor = tea.NewCursor(x, y)
	}
	return v
}

// screen composes the panes, the lines between them, the status row and the overlay.
func (a *App) screen() string {
	if a.width <= 0 || a.height <= 0 {
		return ""
	}
	canvas := frame.New(a.width, a.height)
	l := a.layout
	if l.TooSmall {
		canvas.Place(image.Rect(0, 0, a.width, 1), fmt.Sprintf("needs %dx%d cells", layout.MinWidth, layout.MinHeight))
		return canvas.String()
	}
	if !l.List.Empty() {
		canvas.Place(l.List, a.theme.Own(a.list.View()))
	}
	if a.bare() && !l.Reader.Empty() {
		canvas.Place(a.beside())
		l.Reader, l.Sidebar, l.Separators = image.Rectangle{}, image.Rectangle{}, nil
	}
	if !l.Reader.Empty() {
		canvas.Place(l.Reader, a.reader.View())
	}
	if !l.Sidebar.Empty() {
		canvas.Place(l.Sidebar, a.theme.Own(a.sidebar.View()))
	}
	for _, s := range l.Separators {
		canvas.Place(s, strings.TrimSuffix(strings.Repeat(a.theme.Separator.Render(a.theme.Own("│"))+"\n", s.Dy()), "\n"))
	}
	if !l.Tabs.Empty() {
		canvas.Place(l.Tabs, a.tabs())
	}
	canvas.Place(l.Status, a.theme.Own(a.statusRow()))
	for _, o := range []overlay{a.beneath, a.overlay} {
		if o != noOverlay {
			canvas.Place(a.overlayBox(o), a.overlayView(o))
		}
	}
	return canvas.String()
}

// tabs names the panes where only one fits on the screen.
func (a *App) tabs() string {
	var b strings.Builder
	for _, p := range layout.Panes() {
		style := a.theme.Chip
		if p == a.focus {
			style = a.theme.ChipActive
		}
		b.WriteString(style.Render(tabName(p)))
	}
	return b.String()
}

// statusRow draws the last row: the line that is typed, or messages, progress and hints.
func (a *App) statusRow() string {
	if a.prompt.kind != noPrompt {
		note := a.completions(a.width - a.width/2 - 1)
		if a.message != "" {
			style := a.theme.StatusInfo
			if a.wrong {
				style = a.theme.StatusError
			}
			note = style.Render(render.Truncate("  "+a.message, a.width/2))
		}
		sign := a.theme.Prompt.Render(" " + a.prompt.sign())
		return sign + render.Pad(a.line.View(a.promptRoom()), a.promptRoom()) + note
	}
	line := status.Line{Message: a.message, Error: a.wrong, Hints: a.hints()}
	if len(a.pending) > 0 {
		line.Pending = strings.Join(a.pending, "") + "…"
		line.Message = ""
		line.Hints = a.keys.Continuations(keymap.Chain(a.scope()), a.pending)
	}
	if a.options.Plain {
		line.Where, line.Still, line.Hints = a.where(), true, a.plainHints()
	}
	if a.loading.active {
		p := a.loading.progress
		line.Loading, line.StopKey = true, a.keyWord(a.scope(), keymap.StepBack)
		if p.Bytes > 0 {
			line.Done = float64(p.BytesDone) / float64(p.Bytes)
		}
		line.Count, line.Pace = words.Count(len(a.shelf.All()), "cable"), a.loading.pace
	}
	return line.View(&a.theme, a.width)
}

// hints are the keys worth showing now.
func (a *App) hints() []keymap.Binding {
	hints := a.keys.Hints(keymap.Chain(a.scope())...)
	if over := scopeOver(a.overlay); over != "" && !a.options.Plain { // its lower edge says the rest
		return slices.DeleteFunc(hints, func(b keymap.Binding) bool { return b.Scope == over && ofFoot(b) })
	}
	if a.overlay != paletteOverlay {
		return hints
	}
	row, _ := a.palette.Selected()
	return slices.DeleteFunc(hints, func(b keymap.Binding) bool {
		return b.Action == keymap.PaletteNext && a.palette.Own() || // it has no kinds
			b.Action == keymap.EditName && a.mentions == nil && row.Name == nil
	})
}

func (a *App) promptRoom() int { return max(1, a.width/2-len(a.prompt.sign())) }

// overlayView draws an overlay in its frame.
func (a *App) overlayView(o overlay) string {
	box, pad := a.overlayBox(o), padding(o)
	content := ""
	switch o {
	case helpOverlay:
		content = a.help.View()
	case overviewOverlay:
		content = a.overview.View()
	case copiesOverlay:
		content = a.copies.View()
	case noteOverlay:
		content = a.note.View()
	default:
		content = a.palette.View()
	}
	if o != copiesOverlay { // which has much text of cables
		content = a.theme.Own(content)
	}
	if a.options.Plain {
		if o == a.overlay && a.foot.Has() { // in place of the last row, as there is no frame
			content = content[:strings.LastIndexByte(content, '\n')+1] + a.edge(o, box.Dx())
		}
		return content
	}
	t := a.theme.OverlayBorder
	side := t.Render(a.theme.Own("│"))
	width := max(0, box.Dx()-2)
	rows := []string{t.Render(a.theme.Own("╭" + strings.Repeat("─", width) + "╮"))}
	for _, row := range strings.Split(content, "\n") {
		rows = append(rows, side+pad+row+pad+side)
	}
	return strings.Join(append(rows, t.Render(a.theme.Own("╰"))+a.edge(o, width)+t.Render(a.theme.Own("╯"))), "\n")
}

// padding is what stands between the frame of an overlay and what is in it.
func padding(o overlay) string {
	if o == paletteOverlay {
		return ""
	}
	return " "
}

// cursor says where the terminal's cursor stands, which is only shown while something is typed.
func (a *App) cursor() (x, y int, shown bool) {
	switch {
	case a.layout.TooSmall:
		return 0, 0, false
	case a.prompt.kind != noPrompt:
		return 1 + len(a.prompt.sign()) + a.line.Cursor(), a.height - 1, true
	case a.overlay == noteOverlay && !a.foot.Has():
		x, y := a.note.Cursor()
		inside := a.boxed(noteOverlay)
		return inside.Min.X + x, inside.Min.Y + y, true
	case a.overlay == paletteOverlay:
		x, y := a.palette.Cursor()
		inside := a.boxed(paletteOverlay)
		return inside.Min.X + x, inside.Min.Y + y, true
	case a.options.Plain:
		x, y := a.spot()
		return x, y, true
	}
	return 0, 0, false
}
