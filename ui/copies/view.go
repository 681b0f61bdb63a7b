package copies

import (
	"fmt"
	"strings"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/ui/render"
	"reftel/ui/words"
)

// barSign stands beside what is selected.
const barSign = "▌"

// head is how many rows stand above what scrolls: a title, the names of the copies, a blank row where there is room.
func (c *Copies) head() int {
	names := 2
	if c.columns() {
		names = 1
	}
	const airy = 16
	switch {
	case !c.shown:
		return min(1, c.height)
	case c.height >= airy:
		return 1 + names + 1
	case c.height >= 2*(1+names):
		return 1 + names
	case c.height >= 3:
		return 1
	}
	return 0
}

// body is how many rows scroll.
func (c *Copies) body() int { return max(1, c.height-c.head()) }

// View draws the overlay, exactly the size it was given.
func (c *Copies) View() string {
	head := c.head()
	rows := make([]string, 0, max(0, c.height))
	if head > 0 {
		rows = append(rows, c.title())
	}
	switch {
	case c.failed != "":
		rows = append(rows, c.aside(c.failed)...)
	case !c.shown:
		rows = append(rows, c.aside("Comparing …")...)
	default:
		if head > 1 {
			rows = append(rows, c.names()...)
		}
		for len(rows) < head {
			rows = append(rows, strings.Repeat(" ", max(0, c.width)))
		}
		rows = append(rows, c.text(c.height-len(rows))...)
	}
	for len(rows) < c.height {
		rows = append(rows, strings.Repeat(" ", max(0, c.width)))
	}
	return strings.Join(rows[:max(0, c.height)], "\n")
}

// text draws the rows that are in sight.
func (c *Copies) text(height int) []string {
	selected, found := c.stop()
	at := c.extentOf(selected)
	var out []string
	for p := c.top; len(out) < height; {
		r := c.rows(p.entry)[p.row]
		barred := found && !r.plain && !p.before(at.first) && !at.last.before(p)
		out = append(out, c.draw(r, barred, selected.change))
		q := c.forward(p, 1)
		if q == p {
			break
		}
		p = q
	}
	return out
}

// aside is a sentence in place of a comparison.
func (c *Copies) aside(sentence string) []string {
	t := &text{}
	t.WriteString(c.theme.Own(quoted(sentence)))
	var out []string
	for _, l := range c.lines(t, min(c.width-barWidth, widestText)) {
		out = append(out, render.Pad(" "+l.styled(c.theme.Dim, nil, c.theme.Dim), c.width))
	}
	return out
}

// title says which cable is compared, and which difference is selected.
func (c *Copies) title() string {
	about := ""
	place := ""
	if c.shown {
		titled := c.content.Comparison.A
		if titled.Subject == "" {
			titled = c.content.Comparison.B
		}
		subject, _ := titled.Title()
		about = words.Join("  ", idOf(titled), excerpt.FirstWords(subject, max(1, c.width)))
		place = words.Join(" · ", c.place(), c.other())
	}
	if place != "" {
		place = "  " + place + " "
	}
	room := max(0, c.width-render.Width(place))
	said := " " + c.theme.Title.Render("Comparison") + "  " + c.theme.Dim.Render(harmless(about))
	return c.theme.Own(render.Pad(render.Pad(said, room)+c.theme.Dim.Render(place), c.width))
}

func idOf(cable *model.Cable) string {
	if cable.ID.IsZero() {
		return ""
	}
	return cable.ID.String()
}

// place says which of the differences is selected.
func (c *Copies) place() string {
	if _, ok := c.stop(); !ok {
		return ""
	}
	return fmt.Sprintf("difference %s of %s", words.Number(c.selected+1), words.Number(len(c.view().stops)))
}

// other says which of several other copies is compared.
func (c *Copies) other() string {
	if c.content.Of < 2 {
		return ""
	}
	return fmt.Sprintf("other copy %d of %d", c.content.At, c.content.Of)
}

// names draws what the copies are called, a bar beside the one that is chosen.
func (c *Copies) names() []string {
	said := func(side, room int) string {
		cable := c.content.Comparison.Cable(side)
		bar, style := " ", c.theme.PaneTitle
		if side == c.side {
			bar, style = c.theme.Gutter.Render(barSign), c.theme.PaneTitleFocused
		}
		name := c.content.Names[side]
		if !c.columns() {
			name = [2]string{minus, plus}[side] + " " + name
		}
		about := words.Join(" · ", string(cable.Format), c.dates.Day(cable))
		return c.theme.Own(render.Pad(bar+style.Render(harmless(name))+c.theme.Dim.Render(" · "+harmless(about)), room))
	}
	if !c.columns() {
		return []string{said(0, c.width), said(1, c.width)}
	}
	left := barWidth + c.room() + labelGap - 1
	return []string{render.Pad(strings.Repeat(" ", left)+said(0, 1+c.cellRoom())+c.theme.Separator.Render(c.theme.Own(" │"))+said(1, 1+c.cellRoom()), c.width)}
}
