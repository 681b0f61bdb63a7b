package cite

import (
	"fmt"
	"time"

	"reftel/model"
)

// date is the day of a cable, as far as it is known.
type date struct {
	day      time.Time // zero: not known
	year     int       // of the id, where the day isn't known; else 0
	supplied string    // what tells the date if the document itself does not; else ""
}

// dateOf returns the day of a cable.
func dateOf(c *model.Cable) date {
	if c.Date.IsZero() {
		if c.Year == 0 {
			return date{}
		}
		return date{year: c.Year, supplied: "id"}
	}
	d := date{day: c.Date.UTC()}
	switch c.DateEvidence {
	case "", "date-time group", "dateline":
	default:
		d.supplied = line(c.DateEvidence)
	}
	return d
}

// text writes the date for a sentence, in square brackets where the document doesn't have it; "" when nothing is known.
func (d date) text() string {
	written := ""
	switch {
	case !d.day.IsZero():
		written = d.day.Format("January 2, 2006")
	case d.year > 0:
		written = fmt.Sprint(d.year)
	}
	if written != "" && d.supplied != "" {
		return "[" + written + "]"
	}
	return written
}

// calendarYear returns the year, 0 when it isn't known.
func (d date) calendarYear() int {
	if d.day.IsZero() {
		return d.year
	}
	return d.day.Year()
}
