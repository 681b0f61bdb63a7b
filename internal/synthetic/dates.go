package synthetic

import (
	"sort"
	"time"
)

// written is how many cables in a thousand a year has. The published ones begin in 1966 and end in February of 2010;
// nine in ten are of the last seven years.
var written = []struct {
	year  int
	share float64
}{
	{1966, 0.1}, {1973, 0.1}, {1977, 0.1}, {1979, 0.2}, {1983, 0.3}, {1985, 1}, {1986, 2}, {1987, 2}, {1988, 3}, {1989, 3}, {1990, 4}, {1991, 4},
	{1992, 4}, {1993, 4}, {1994, 4}, {1995, 5}, {1996, 5}, {1997, 4}, {1998, 4}, {1999, 4}, {2000, 4}, {2001, 8}, {2002, 16}, {2003, 40}, {2004, 52},
	{2005, 110}, {2006, 175}, {2007, 170}, {2008, 170}, {2009, 182}, {2010, 40},
}

// lastDays is how many days of the last year have cables.
const lastDays = 59

// until is the share of all cables that are of a year or one before it.
var until = func() []float64 {
	var out []float64
	sum := 0.0
	for _, w := range written {
		sum += w.share
		out = append(out, sum)
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}()

// dateAt returns the minute at which a share of all cables is written, of 0 to 1: it never goes back.
func dateAt(share float64) time.Time {
	i := min(sort.SearchFloat64s(until, share), len(written)-1)
	before := 0.0
	if i > 0 {
		before = until[i-1]
	}
	days := 365.0
	if i == len(written)-1 {
		days = lastDays
	}
	within := (share - before) / (until[i] - before)
	start := time.Date(written[i].year, 1, 1, 0, 0, 0, 0, time.UTC)
	return start.Add(time.Duration(within*days*24*60) * time.Minute)
}
