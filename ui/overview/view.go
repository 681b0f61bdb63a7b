package overview

import (
	"strings"

	"reftel/model/library"
	"reftel/ui/render"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// View draws the overview, exactly the size it was given.
func (o *Overview) View() string {
	p := o.plan()
	rows := o.head(p.head)
	if said := o.nothing(); said != "" {
		rows = append(rows, o.theme.Dim.Render(render.Pad(" "+said, o.width)))
		return strings.Join(fill(rows, o.width, o.height), "\n")
	}
	if !p.chart.Empty() {
		rows = append(rows, o.chart(p.chart.Dx(), p.chart.Dy())...)
	}
	for first := posts; first < parts; first += part(p.across) {
		rows = append(rows, o.beside(p, first)...)
	}
	return strings.Join(fill(rows, o.width, o.height), "\n")
}

// beside draws the columns that stand side by side from one on, and a blank row above them where it is free.
func (o *Overview) beside(p plan, first part) (rows []string) {
	for q := first; q < min(parts, first+part(p.across)); q++ {
		r := p.columns[q]
		if r.Empty() {
			continue
		}
		drawn := o.column(q).draw(o.theme, r.Dx(), r.Dy(), o.whole(), o.at == q)
		if rows == nil {
			rows = make([]string, len(drawn))
		}
		for i := range drawn {
			if r.Min.X > 0 {
				rows[i] += strings.Repeat(" ", gap)
			}
			rows[i] += drawn[i]
		}
	}
	if len(rows) > 0 && (!p.chart.Empty() || o.turned && first > posts) {
		rows = append([]string{strings.Repeat(" ", o.width)}, rows...)
	}
	return rows
}

// head says in so many rows how many cables there are, when they were sent and how many are redacted, and what narrows the list.
func (o *Overview) head(height int) []string {
	title, counts := "Overview", o.counts
	if o.turned {
		title, counts = "Redactions", o.redactionCounts
	}
	rows := []string{render.Pad(" "+o.theme.Title.Render(title)+"  "+o.theme.Dim.Render(counts()), o.width),
		render.Pad(" "+o.chips(), o.width)}
	return fill(rows[:min(height, len(rows))], o.width, height)
}

// whole is what the shares of the columns are of.
func (o *Overview) whole() int {
	if o.turned {
		return o.redactions.Hidden.All.Redactions
	}
	return o.content.Facets.Cables
}

func (o *Overview) counts() string {
	if !o.counted {
		return ""
	}
	f, bars := o.content.Facets, o.bars()
	said := words.Count(f.Cables, "cable")
	if f.Cables < o.content.Total {
		said = words.Number(f.Cables) + " of " + words.Count(o.content.Total, "cable")
	}
	span, undated := "", ""
	if n := len(f.Years); n > 1 && n < Most && f.Histogram.Step.Months >= library.Year.Months { // bars may be longer
		span = f.Years[n-1].Value + " to " + f.Years[0].Value
	} else if len(bars) > 0 {
		span = words.Period(bars[0].From, bars[len(bars)-1].To)
	}
	if f.Undated > 0 {
		undated = words.Number(f.Undated) + " without a date"
	}
	redacted := ""
	if f.Redacted > 0 {
		redacted = words.Number(f.Redacted) + " redacted (" + percent(f.Redacted, f.Cables) + ")"
	}
	return words.Join(" · ", said, span, undated, redacted)
}

// chips shows what narrows the list.
func (o *Overview) chips() string {
	var chips []string
	if filter := strings.TrimSpace(o.content.Filter); filter != "" {
		chips = append(chips, o.theme.ChipActive.Render(" "+visible.Line(filter)+" "))
	}
	if o.content.Name != "" {
		chips = append(chips, o.theme.ChipActive.Render(" @"+visible.Line(o.content.Name)+" "))
	}
	return strings.Join(chips, " ")
}

// nothing says why there is nothing to draw, "" where there is.
func (o *Overview) nothing() string {
	switch {
	case !o.counted:
		return "Counting …"
	case o.turned && o.content.Facets.Redacted == 0 && o.content.Facets.Cables > 0:
		return "Nothing is redacted in them."
	case o.content.Facets.Cables > 0:
		return ""
	case o.content.Filter != "" || o.content.Name != "":
		return "No cable matches. " + visible.Line(o.widenKey) + " takes the last narrowing back, " + visible.Line(o.filterKey) + " changes the filter."
	}
	return "There is no cable yet."
}

// fill adds blank rows up to a height, and cuts what is over.
func fill(rows []string, width, height int) []string {
	for len(rows) < height {
		rows = append(rows, strings.Repeat(" ", max(0, width)))
	}
	return rows[:max(0, height)]
}
