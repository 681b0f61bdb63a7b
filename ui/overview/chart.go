package overview

import (
	"fmt"
	"strings"

	"reftel/model/library"
	"reftel/ui/bar"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/words"
)

// histogram is a picture of bars in a room of so many cells: each bar has the cells [edge(i), edge(i+1)).
type histogram struct {
	bars     []library.Bar // those that fit
	selected int           // of them
	most     int           // cables of a bar
	margin   int           // cells to the left, for the highest count
	room     int           // cells for the bars
}

// widest is how many cells a bar may take.
const widest = 16

// picture lays the bars out in a width. Of more bars than there are cells those around the selected one are shown.
func (o *Overview) picture(width int) histogram {
	h := histogram{bars: o.bars(), selected: o.bar}
	for _, b := range h.bars {
		h.most = max(h.most, b.Cables)
	}
	if h.margin = len(words.Number(h.most)) + 1; h.margin > width/3 {
		h.margin = 0
	}
	h.room = max(1, width-h.margin)
	if over := len(h.bars) - h.room; over > 0 {
		first := min(max(0, h.selected-h.room/2), over)
		h.bars, h.selected = h.bars[first:first+h.room], h.selected-first
	}
	h.room = min(h.room, widest*len(h.bars))
	return h
}

// edge returns the cell in which a bar begins.
func (h *histogram) edge(i int) int { return i * h.room / len(h.bars) }

// row draws a row of the bars; all are so many rows high, and so many of them are below. Wide bars have a gap between them.
func (h *histogram) row(t *theme.Theme, high, below int, lit bool) string {
	const gapFrom = 3
	var cells strings.Builder
	var before string
	for i, b := range h.bars {
		wide := h.edge(i+1) - h.edge(i)
		gap := ""
		if h.room/len(h.bars) >= gapFrom {
			wide, gap = wide-1, " "
		}
		drawn := strings.Repeat(bar.Upright(bar.Eighths(b.Cables, h.most, high), below), wide)
		if lit && i == h.selected {
			before = t.Bar.Render(cells.String()) + t.BarLit.Render(drawn)
			cells.Reset()
			drawn = ""
		}
		cells.WriteString(drawn + gap)
	}
	return before + t.Bar.Render(cells.String())
}

// chart draws the histogram with what is selected in words, the count of the highest bar and the labels of its axis, in
// exactly the size given. Where it is low, first the axis goes, then the labels, then the words.
func (o *Overview) chart(width, height int) []string {
	focused := o.at == chart
	var rows []string
	if o.theme.Plain {
		return []string{o.chartTitle(width, focused)}
	}
	if height > 1 {
		rows = append(rows, o.chartTitle(width, focused))
	}
	if len(o.bars()) == 0 {
		rows = append(rows, render.Pad(" "+o.theme.Dim.Render("No cable is dated."), width))
		return fill(rows, width, height)
	}
	const labelsFrom, axisFrom = 4, 5 // rows
	high := height - len(rows)
	if height >= labelsFrom {
		high--
	}
	if height >= axisFrom {
		high--
	}
	h := o.picture(width)
	for below := high - 1; below >= 0; below-- {
		count := ""
		if below == high-1 && h.margin > 0 {
			count = words.Number(h.most) + " "
		}
		rows = append(rows, render.Pad(o.theme.Dim.Render(fmt.Sprintf("%*s", h.margin, count))+h.row(o.theme, high, below, focused), width))
	}
	labels := h.labels(o.content.Facets.Histogram.Step)
	if height >= axisFrom {
		rows = append(rows, o.axis(h, labels, width, focused))
	}
	if height >= labelsFrom {
		rows = append(rows, o.theme.Dim.Render(render.Pad(strings.Repeat(" ", h.margin)+h.write(labels), width)))
	}
	return fill(rows, width, height)
}

// chartTitle says how long a bar is, and of the selected one when it is and how many cables it has.
func (o *Overview) chartTitle(width int, focused bool) string {
	style := o.theme.PaneTitle
	if focused {
		style = o.theme.PaneTitleFocused
	}
	bars := o.bars()
	if len(bars) == 0 {
		return render.Pad(" "+style.Render("Over time"), width)
	}
	title, b := "By "+o.content.Facets.Histogram.Step.String(), bars[o.bar]
	said := words.Period(b.From, b.To) + " · " + words.Count(b.Cables, "cable")
	if share := percent(b.Cables, o.content.Facets.Cables); render.Width(title)+render.Width(said)+len(share)+8 <= width {
		said += " · " + share
	}
	said = render.Truncate(said, width-1)
	room := width - render.Width(said) - 1
	if room < render.Width(title)+3 {
		title = ""
	}
	lit := o.theme.Dim
	if focused {
		lit = o.theme.BarLit
	}
	return render.Pad(" "+style.Render(title), room) + lit.Render(said) + " "
}

// axis draws the line below the bars, with ticks above the labels and a sign below the selected bar.
func (o *Overview) axis(h histogram, labels []label, width int, focused bool) string {
	line := make([]string, h.room)
	for i := range line {
		line[i] = "─"
	}
	for _, l := range labels {
		line[l.at] = "┬"
	}
	at := (h.edge(h.selected) + h.edge(h.selected+1) - 1) / 2
	sign := o.theme.GutterBlurred
	if focused {
		sign = o.theme.Gutter
	}
	zero := ""
	if h.margin > 0 {
		zero = "0 "
	}
	drawn := o.theme.Dim.Render(fmt.Sprintf("%*s", h.margin, zero)) + o.theme.Separator.Render(strings.Join(line[:at], "")) +
		sign.Render("▲") + o.theme.Separator.Render(strings.Join(line[at+1:], ""))
	return render.Pad(drawn, width)
}
