package words

import (
	"strings"

	"reftel/model"
)

// Dates is a way to write dates; "" is ISO.
type Dates string

// The ways to write dates.
const (
	ISO        Dates = "iso"         // 2010-01-29
	DayFirst   Dates = "day-first"   // 29.01.2010
	MonthFirst Dates = "month-first" // 01/29/2010
	Spelled    Dates = "spelled"     // 29 Jan 2010
	Military   Dates = "military"    // 29 JAN 10, as a date-time group has it
)

// AllDates lists the ways to write dates, the default one first.
func AllDates() []Dates { return []Dates{ISO, DayFirst, MonthFirst, Spelled, Military} }

// noDate stands where a cable has none.
const noDate = "no date"

// layouts are the forms of a way to write dates, as package time wants them: in a column, in a narrower one, in one with no
// room for the year, and in full.
var layouts = map[Dates]struct{ day, narrow, short, full, clock string }{
	ISO:        {"2006-01-02", "02 Jan 06", "02 Jan", "Mon 2 January 2006", "15:04"},
	DayFirst:   {"02.01.2006", "02.01.06", "02.01.", "Mon 2 January 2006", "15:04"},
	MonthFirst: {"01/02/2006", "01/02/06", "01/02", "Mon January 2, 2006", "3:04 PM"},
	Spelled:    {"02 Jan 2006", "02 Jan 06", "02 Jan", "Mon 2 January 2006", "15:04"},
	Military:   {"02 Jan 06", "02 Jan 06", "02 Jan", "Mon 2 January 2006", "1504"},
}

// Day is Dates.Day with dates as they are written by default.
func Day(c *model.Cable) string { return ISO.Day(c) }

// Moment is Dates.Moment with dates as they are written by default.
func Moment(c *model.Cable) string { return ISO.Moment(c) }

// Day returns the date of a cable as a column has it: 2010-01-29, or "no date".
func (d Dates) Day(c *model.Cable) string { return d.write(c, layouts[d.known()].day) }

// Fitting returns the date in the first of these forms that takes no more than so many cells: 2010-01-29, 29 Jan 10, and where
// none does 29 Jan, for the id has the year; or "no date".
func (d Dates) Fitting(c *model.Cable, cells int) string {
	l := layouts[d.known()]
	for _, layout := range []string{l.day, l.narrow} {
		if len(layout) <= cells {
			return d.write(c, layout)
		}
	}
	return d.write(c, l.short)
}

// Wide is how many cells Day takes, and Narrow how many the shorter form with the year.
func (d Dates) Wide() int   { return len(layouts[d.known()].day) }
func (d Dates) Narrow() int { return len(layouts[d.known()].narrow) }

// Moment returns date and time of a cable in full, as far as they are known: Fri 29 January 2010, 20:49
// UTC, or "no date".
func (d Dates) Moment(c *model.Cable) string {
	l := layouts[d.known()]
	switch c.DateKind {
	case model.DayOnly:
		return d.write(c, l.full)
	case model.LocalTime:
		return d.write(c, l.full+", "+l.clock+" local time")
	}
	return d.write(c, l.full+", "+l.clock+" UTC")
}

// known returns the way itself, ISO for one that there isn't.
func (d Dates) known() Dates {
	if _, ok := layouts[d]; ok {
		return d
	}
	return ISO
}

func (d Dates) write(c *model.Cable, layout string) string {
	if c.Date.IsZero() {
		return noDate
	}
	written := c.Date.UTC().Format(layout)
	if d == Military && !strings.Contains(layout, "January") {
		return strings.ToUpper(written)
	}
	return written
}
