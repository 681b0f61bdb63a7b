package words_test

import (
	"testing"
	"time"

	"reftel/model"
	"reftel/ui/words"
)

func TestDatesAreWrittenInEveryWay(t *testing.T) {
	c := &model.Cable{Date: time.Date(2010, 1, 9, 20, 49, 0, 0, time.UTC)}
	for _, w := range []struct {
		dates                      words.Dates
		day, narrow, short, moment string
	}{
		{"", "2010-01-09", "09 Jan 10", "09 Jan", "Sat 9 January 2010, 20:49 UTC"},
		{words.ISO, "2010-01-09", "09 Jan 10", "09 Jan", "Sat 9 January 2010, 20:49 UTC"},
		{words.DayFirst, "09.01.2010", "09.01.10", "09.01.", "Sat 9 January 2010, 20:49 UTC"},
		{words.MonthFirst, "01/09/2010", "01/09/10", "01/09", "Sat January 9, 2010, 8:49 PM UTC"},
		{words.Spelled, "09 Jan 2010", "09 Jan 10", "09 Jan", "Sat 9 January 2010, 20:49 UTC"},
		{words.Military, "09 JAN 10", "09 JAN 10", "09 JAN", "Sat 9 January 2010, 2049 UTC"},
		{"nonsense", "2010-01-09", "09 Jan 10", "09 Jan", "Sat 9 January 2010, 20:49 UTC"},
	} {
		if day, moment := w.dates.Day(c), w.dates.Moment(c); day != w.day || moment != w.moment {
			t.Errorf("%q: %s, %s; want %s, %s", w.dates, day, moment, w.day, w.moment)
		}
		for cells, want := range map[int]string{-3: w.short, 0: w.short, len(w.narrow) - 1: w.short, len(w.narrow): w.narrow, len(w.day): w.day, 80: w.day} {
			if got := w.dates.Fitting(c, cells); got != want {
				t.Errorf("%q: in %d cells %s, want %s", w.dates, cells, got, want)
			}
		}
		if got := len(w.dates.Day(c)); got != w.dates.Wide() {
			t.Errorf("%q: a day has %d cells, Wide says %d", w.dates, got, w.dates.Wide())
		}
		if got := w.dates.Day(&model.Cable{}); got != "no date" {
			t.Errorf("%q: a cable without a date is of %q", w.dates, got)
		}
	}
	if len(words.AllDates()) != 5 {
		t.Errorf("there are %d ways to write dates", len(words.AllDates()))
	}
}
