// Package overview is the overlay that says what a list of cables is: how many, from when, by whom, how secret and of
// what, with a bar for each value and a histogram of the cables over time.
//
//	Overview  20 of 251,287 cables · 1966 to 2010
//	 harbor date:2009
//
//	By month                  March 2009 · 3 cables · 15%
//	 3 ▂▅  █▃▁
//	   ┴──────┴──────
//	   2009   Jul
//
//	Posts 4       Years 2      Classification 3    TAGS 12
//	▌LISBON ███ 12  2010 ██ 8   S SECRET  █ 2       PREL ███ 11
//
// A second page says what is redacted in them.
//
// One of these five parts has the keys. Where there is no room for all of them, the columns are shown one at a
// time, and where there is none for that either, the part that has the keys.
package overview

import (
	"slices"

	"reftel/model/library"
	"reftel/ui/theme"
)

// Most is how many values of a kind are worth asking for.
const Most = 1000

// Content is what the overview is of.
type Content struct {
	Facets library.Facets
	Total  int    // cables of the library, shown or not
	Filter string // what narrows the list, as typed
	Name   string // and the name that does
}

// part is one of the parts that can have the keys: the histogram, or a column.
type part int

const (
	chart part = iota // the histogram
	posts
	years
	levels
	tags
	parts // how many there are
)

// Overview draws what was counted, and walks about in it.
type Overview struct {
	theme         *theme.Theme
	width, height int

	counted bool
	content Content
	at      part          // which has the keys
	last    part          // the column that had them last
	bar     int           // the selected one of the histogram
	columns [parts]column // that of the histogram is not used

	turned     bool          // the page of redactions is shown
	other      part          // what has the keys on the page that is not shown
	redacted   [parts]column // of the page of redactions; that of the histogram is not used
	redactions Redactions

	widenKey, filterKey string
}

// New returns an overview of which nothing is counted yet.
func New(t *theme.Theme) *Overview {
	o := &Overview{theme: t, widenKey: "Backspace", filterKey: "/"}
	o.Open()
	return o
}

// SetKeys says which keys take the last narrowing back, and change the filter.
func (o *Overview) SetKeys(widens, filters string) { o.widenKey, o.filterKey = widens, filters }

// SetTheme changes the colours.
func (o *Overview) SetTheme(t *theme.Theme) { o.theme = t }

// SetSize gives the overlay its size in cells, without its border.
func (o *Overview) SetSize(width, height int) {
	o.width, o.height = width, height
	o.scroll()
}

// Bars returns how many bars of a histogram fit.
func (o *Overview) Bars() int {
	const counts = len("251,287 ")
	return max(1, o.width-counts)
}

// Open begins anew, with nothing counted.
func (o *Overview) Open() {
	o.counted, o.content, o.at, o.last, o.bar = false, Content{}, chart, posts, 0
	o.turned, o.other, o.redacted, o.redactions = false, posts, redactionColumns(), Redactions{}
	o.columns = [parts]column{
		posts:  {title: "Posts", none: "no post is known"},
		years:  {title: "Years", none: "none is dated"},
		levels: {title: "Classification", none: "none is classified"},
		tags:   {title: "TAGS", none: "none has TAGS"},
	}
}

// Show shows what was counted. What was selected stays selected, where it is still there; a histogram of shorter bars
// begins with the highest.
func (o *Overview) Show(c Content) {
	o.bar = reselect(o.content.Facets.Histogram, o.bar, c.Facets.Histogram)
	o.content, o.counted = c, true
	o.columns[posts].show(rowsOf(c.Facets.Posts))
	o.columns[years].show(rowsOf(c.Facets.Years))
	o.columns[levels].show(levelRows(c.Facets.Levels))
	o.columns[tags].show(tagRows(c.Facets.Tags))
	if o.empty(o.at) && !o.turned {
		o.Begin(1)
	}
	o.scroll()
}

// reselect returns the bar in which the one begins that was selected before, or the highest.
func reselect(before library.Histogram, bar int, now library.Histogram) int {
	if len(before.Bars) == 0 || now.Step.Shorter(before.Step) {
		return peak(now.Bars)
	}
	from := before.Bars[bar].From
	if i := slices.IndexFunc(now.Bars, func(b library.Bar) bool { return !from.Before(b.From) && from.Before(b.To) }); i >= 0 {
		return i
	}
	return peak(now.Bars)
}

// peak returns the place of the highest bar, the first of several.
func peak(bars []library.Bar) int {
	best := 0
	for i, b := range bars {
		if b.Cables > bars[best].Cables {
			best = i
		}
	}
	return best
}

// Selected returns the condition that narrows a list to what is selected; ok is false where that is no cable.
func (o *Overview) Selected() (condition string, ok bool) {
	switch {
	case o.empty(o.at):
		return "", false
	case o.at == chart:
		b := o.bars()[o.bar]
		return b.Query(), b.Cables > 0
	}
	c := o.column(o.at)
	condition = c.rows[c.cursor].query
	return condition, condition != ""
}

// bars are those of the histogram, of which the page of redactions has none.
func (o *Overview) bars() []library.Bar {
	if o.turned {
		return nil
	}
	return o.content.Facets.Histogram.Bars
}

// column returns a column of the page that is shown.
func (o *Overview) column(p part) *column {
	if o.turned {
		return &o.redacted[p]
	}
	return &o.columns[p]
}

// unit is what a column counts.
func (o *Overview) unit() string {
	if o.turned {
		return "redaction"
	}
	return "cable"
}

// empty reports whether there is nothing to select in a part.
func (o *Overview) empty(p part) bool {
	if p == chart {
		return len(o.bars()) == 0
	}
	return len(o.column(p).rows) == 0
}
