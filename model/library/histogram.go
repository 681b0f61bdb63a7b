package library

import (
	"fmt"
	"time"

	"reftel/model/query"
)

// Histogram is how many cables there are in one stretch of time after the other, from the first date to the last.
type Histogram struct {
	Step Step
	Bars []Bar // none: no cable has a date
}

// Bar is a stretch of time, [From, To), and how many cables are dated in it.
type Bar struct {
	From, To time.Time
	Cables   int
}

// Query returns what narrows a list to the cables of a bar, and to no others: date:2009-03..2009-05.
func (b Bar) Query() string {
	layout, last := time.DateOnly, b.To.AddDate(0, 0, -1)
	switch {
	case b.From.YearDay() == 1 && b.To.YearDay() == 1:
		layout = "2006"
	case b.From.Day() == 1 && b.To.Day() == 1:
		layout = "2006-01"
	}
	from, to := b.From.Format(layout), last.Format(layout)
	if from == to {
		return string(query.Date) + ":" + from
	}
	return string(query.Date) + ":" + from + ".." + to
}

// Step is how long the stretch of a bar is: so many days, or so many months. Weeks begin on Mondays, quarters with
// January, decades with the years in 0.
type Step struct{ Days, Months int }

// The steps that have names; longer ones are several years.
var (
	Day     = Step{Days: 1}
	Week    = Step{Days: 7}
	Month   = Step{Months: 1}
	Quarter = Step{Months: 3}
	Year    = Step{Months: 12}
)

// String names a step: "month", "10 years".
func (s Step) String() string {
	switch s {
	case Day:
		return "day"
	case Week:
		return "week"
	case Month:
		return "month"
	case Quarter:
		return "quarter"
	case Year:
		return "year"
	}
	return fmt.Sprintf("%d years", s.Months/12)
}

// NewHistogram counts dates, which are in order, in seconds since 1970, with the shortest step that needs no more than
// so many bars.
func NewHistogram(dates []int64, bars int) Histogram {
	if len(dates) == 0 || bars < 1 {
		return Histogram{}
	}
	first, last := utc(dates[0]), utc(dates[len(dates)-1])
	steps := []Step{Day, Week, Month, Quarter, Year}
	for _, years := range []int{2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000} {
		steps = append(steps, Step{Months: 12 * years})
	}
	for _, s := range steps {
		if s.between(first, last) < bars {
			return Histogram{s, bucketsOf(dates, s)}
		}
	}
	return Histogram{}
}

// bucketsOf counts dates, which are in order, by one step.
func bucketsOf(dates []int64, s Step) (bars []Bar) {
	for i := 0; i < len(dates); {
		b := Bar{From: s.begin(utc(dates[i]))}
		if len(bars) > 0 {
			b.From = bars[len(bars)-1].To
		}
		b.To = s.next(b.From)
		for end := b.To.Unix(); i < len(dates) && dates[i] < end; i++ {
			b.Cables++
		}
		bars = append(bars, b)
	}
	return bars
}

// Shorter reports whether a step is shorter than another.
func (s Step) Shorter(than Step) bool { return s.Months*31+s.Days < than.Months*31+than.Days }

// begin returns the beginning of the stretch that a moment is in.
func (s Step) begin(t time.Time) time.Time {
	y, m, d := t.Date()
	if s.Months == 0 {
		if s.Days == 7 {
			d -= (int(t.Weekday()) + 6) % 7
		}
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	months := months(t)
	return time.Date(0, time.Month(1+months-months%s.Months), 1, 0, 0, 0, 0, time.UTC)
}

// Begins reports whether such a stretch begins in a bar.
func (s Step) Begins(b Bar) bool {
	last := s.begin(b.To.Add(-time.Nanosecond))
	return !last.Before(b.From)
}

// next returns the beginning of the next stretch.
func (s Step) next(begin time.Time) time.Time { return begin.AddDate(0, s.Months, s.Days) }

// between returns how many stretches lie between those of two moments.
func (s Step) between(first, last time.Time) int {
	if s.Months > 0 {
		return months(last)/s.Months - months(first)/s.Months
	}
	const day = 24 * 60 * 60
	return int((s.begin(last).Unix() - s.begin(first).Unix()) / int64(day*s.Days))
}

// months counts the months from the year 0 on. No cable is older.
func months(t time.Time) int { return t.Year()*12 + int(t.Month()) - 1 }

// utc returns a moment by its seconds.
func utc(seconds int64) time.Time { return time.Unix(seconds, 0).UTC() }
