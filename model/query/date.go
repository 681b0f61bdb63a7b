package query

import (
	"fmt"
	"strings"
	"time"
)

// readDates reads a day, a month, a year, or a stretch of them: 2010-01-29, 2009-12..2010-01, ..1979, >=2009-06.
// The last one of a stretch is in it.
func readDates(s string) (Node, error) {
	if from, to, ok := strings.Cut(s, ".."); ok {
		return stretch(from, to)
	}
	sign, rest := comparison(s)
	start, end, err := period(rest)
	if err != nil {
		return nil, err
	}
	switch sign {
	case ">=":
		return Dated{From: start}, nil
	case ">":
		return Dated{From: end}, nil
	case "<=":
		return Dated{To: end}, nil
	case "<":
		return Dated{To: start}, nil
	}
	return Dated{start, end}, nil
}

func stretch(from, to string) (Node, error) {
	var d Dated
	var err error
	if from == "" && to == "" {
		return nil, fmt.Errorf("date:.. has no date on either side: write date:2009.., date:..2010 or date:2009..2010")
	}
	if from != "" {
		if d.From, _, err = period(from); err != nil {
			return nil, err
		}
	}
	if to != "" {
		if _, d.To, err = period(to); err != nil {
			return nil, err
		}
	}
	if from != "" && to != "" && !d.From.Before(d.To) {
		return nil, fmt.Errorf("%s is after %s: write date:%s..%s", from, to, to, from)
	}
	return d, nil
}

// period reads a year, a month or a day, in UTC; end is the first moment behind it.
func period(s string) (start, end time.Time, err error) {
	forms := []struct {
		layout             string
		years, months, day int
	}{{"2006", 1, 0, 0}, {"2006-1", 0, 1, 0}, {"2006-1-2", 0, 0, 1}}
	plain := strings.NewReplacer("/", "-", ".", "-").Replace(s)
	for _, f := range forms {
		if t, err := time.Parse(f.layout, plain); err == nil {
			return t, t.AddDate(f.years, f.months, f.day), nil
		}
	}
	return start, end, fmt.Errorf("%q is no date: write a year, a month or a day, as in date:2010, date:2010-01, date:2010-01-29, or two of them with .. between", s)
}
