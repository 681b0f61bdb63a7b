package overview

import (
	"fmt"
	"strings"
	"time"

	"reftel/model/library"
)

// label is written below the axis from a cell on.
type label struct {
	at   int
	said string
}

// apart is how many cells at least lie between two labels.
const apart = 2

// labels returns as many labels as there is room for: of every bar, else of the bars in which a month begins, or a
// quarter, or a year, or so many years, else of the first bar alone.
func (h *histogram) labels(step library.Step) []label {
	for _, every := range spacings(step) {
		var out []label
		for i, b := range h.bars {
			if every == step || every.Begins(b) {
				out = append(out, label{h.edge(i), say(b, every, len(out) == 0)})
			}
		}
		if last := len(out) - 1; last > 0 && out[last].at+len(out[last].said) > h.room {
			out = out[:last]
		}
		if len(out) > 0 && lieApart(out) {
			return out
		}
	}
	return []label{{0, say(h.bars[0], step, true)}}
}

// spacings returns how far labels may stand apart where bars are so long, the least first.
func spacings(step library.Step) []library.Step {
	out := []library.Step{step}
	add := func(s library.Step) {
		if longer := s.Months > step.Months; longer && (step.Months == 0 || s.Months%step.Months == 0) {
			out = append(out, s)
		}
	}
	add(library.Month)
	add(library.Quarter)
	for years := 1; years <= 10000; years *= 10 {
		for _, n := range []int{1, 2, 5} {
			add(library.Step{Months: 12 * n * years})
		}
	}
	return out
}

// say names a bar: a day with its month, a month; the first one and every January with its year.
func say(b library.Bar, every library.Step, first bool) string {
	begin := b.From
	if every.Months > 0 && begin.Day() > 1 { // a week in which a month begins
		begin = b.To.AddDate(0, 0, -1)
	}
	year := fmt.Sprint(begin.Year())
	switch {
	case every.Months%12 == 0 && every.Months > 0:
		return year
	case every.Months > 0 && begin.Month() == time.January:
		return year
	case every.Months > 0 && first:
		return begin.Format("Jan ") + year
	case every.Months > 0:
		return begin.Format("Jan")
	case first:
		return begin.Format("2 Jan ") + year
	}
	return begin.Format("2 Jan")
}

// lieApart reports whether no label comes near the next.
func lieApart(labels []label) bool {
	for i, l := range labels[1:] {
		if labels[i].at+len(labels[i].said)+apart > l.at {
			return false
		}
	}
	return true
}

// write puts labels into a row.
func (h *histogram) write(labels []label) string {
	var b strings.Builder
	for _, l := range labels {
		b.WriteString(strings.Repeat(" ", max(0, l.at-b.Len())) + l.said)
	}
	return b.String()
}
