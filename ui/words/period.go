package words

import (
	"fmt"
	"strings"
	"time"
)

// Period says a stretch of whole days, [from, to), in as few words as it has: 2009, March 2009, January to March 2009,
// 29 December 2008 to 4 January 2009, 1966 to 2010.
func Period(from, to time.Time) string {
	last := to.AddDate(0, 0, -1)
	switch {
	case from.YearDay() == 1 && to.YearDay() == 1:
		return stretch(fmt.Sprint(from.Year()), fmt.Sprint(last.Year()))
	case from.Day() == 1 && to.Day() == 1 && from.Year() == last.Year():
		return stretch(from.Format("January"), last.Format("January")) + last.Format(" 2006")
	case from.Day() == 1 && to.Day() == 1:
		return stretch(from.Format("January 2006"), last.Format("January 2006"))
	case from.Year() == last.Year() && from.Month() == last.Month():
		return stretch(from.Format("2"), last.Format("2")) + last.Format(" January 2006")
	case from.Year() == last.Year():
		return stretch(from.Format("2 January"), last.Format("2 January")) + last.Format(" 2006")
	}
	return stretch(from.Format("2 January 2006"), last.Format("2 January 2006"))
}

func stretch(from, to string) string {
	if from == to {
		return from
	}
	return from + " to " + to
}

// TagMeaning cuts the meaning of a TAGS code, as the tables have it, before its first comma or bracket.
func TagMeaning(meaning string) string {
	if i := strings.IndexAny(meaning, ",;("); i > 0 {
		return strings.TrimSpace(meaning[:i])
	}
	return meaning
}

// Years says in which years something is: 2006, 2003–2010, or "no date" where both are 0.
func Years(first, last int) string {
	switch {
	case first == 0:
		return "no date"
	case first == last:
		return fmt.Sprint(first)
	}
	return fmt.Sprintf("%d–%d", first, last)
}
