package parser

import (
	"strconv"
	"strings"
	"time"
)

// readStamp reads a publisher's date: "2010-01-29 20:49:00", "2010-01-29 20:08", "2010-01-29".
func readStamp(s string) (when time.Time, ok bool) {
	s = strings.TrimSpace(s)
	colons := strings.Count(s, ":")
	for _, layout := range [...]string{"2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02T15:04:05Z", "2006-01-02"} {
		if strings.Count(layout, ":") != colons {
			continue // a failure is told in words that are thrown away
		}
		if when, err := time.Parse(layout, s); err == nil {
			return when, true
		}
	}
	return time.Time{}, false
}

// readDateline reads "Tuesday, 20 January 2004, 09:44".
func readDateline(s string) (when time.Time, ok bool) {
	if len(s) > 48 || !strings.Contains(s, ",") {
		return time.Time{}, false
	}
	s = oneLine(s)
	for _, layout := range []string{"Monday, 2 January 2006, 15:04", "Monday, 2 January 2006"} {
		if when, err := time.Parse(layout, s); err == nil {
			return when, true
		}
	}
	return time.Time{}, false
}

// twelveHourMinutes reports whether a site's time shows the hour of the twelve-hour clock where
// the minutes belong: "20:08" for any minute of 20:xx (FORMATS section 1, "Wrong metadata"). Its
// minutes are unknown then.
func twelveHourMinutes(when time.Time) bool {
	hour := when.Hour() % 12
	if hour == 0 {
		hour = 12
	}
	return when.Minute() == hour
}

// aboutSameDay reports whether two moments lie at most one day apart. A telegram written at night
// carries the day of the post in one place and that of Greenwich in another.
func aboutSameDay(a, b time.Time) bool {
	apart := a.Sub(b)
	return apart.Abs() <= 36*time.Hour
}

// shortDay writes a day for a warning.
func shortDay(t time.Time) string {
	return strconv.Itoa(t.Day()) + " " + t.Format("January 2006")
}
