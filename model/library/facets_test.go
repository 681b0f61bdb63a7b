package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"reftel/model"
	"reftel/model/query"
)

func listed(all []Count) string {
	var out []string
	for _, c := range all {
		out = append(out, fmt.Sprintf("%s %d", c.Value, c.Cables))
	}
	return strings.Join(out, ", ")
}

func TestFacetsOf(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	tags := func(codes ...string) (out []model.Tag) {
		for _, c := range codes {
			out = append(out, model.Tag{Code: c})
		}
		return out
	}
	cables := []*model.Cable{
		{Station: "PORTVERDE", Date: day("1976-03-01"), Classification: model.Secret, Tags: tags("PREL", "PGOV", "PREL")},
		{Station: "PORTVERDE", Date: day("2009-12-31"), Classification: model.Secret, Tags: tags("PREL"), IndexerTags: tags("PREL", "X-1")},
		{Origin: "Embassy Cold Harbor", Date: day("2009-01-01"), Classification: model.Sensitive, Marks: []model.Mark{{Kind: model.Redaction}, {Kind: model.Redaction}, {Kind: model.Loss}}},
		{From: "AMEMBASSY ELMSTAD", Station: strings.Repeat("É", 100)},
	}
	slices.SortFunc(cables, Compare)
	f := FacetsOf(cables, 10, 50)
	long := strings.Repeat("É", 60)
	for _, tt := range []struct{ what, got, want string }{
		{"posts", listed(f.Posts), "PORTVERDE 2, Embassy Cold Harbor 1, " + long + " 1"},
		{"years", listed(f.Years), "2009 2, 1976 1"},
		{"levels", listed(f.Levels), "SECRET 2, UNCLASSIFIED//FOR OFFICIAL USE ONLY 1"},
		{"tags", listed(f.Tags), "PREL 2, PGOV 1, X-1 1"},
		{"step", f.Histogram.Step.String(), "year"},
		{"meaning", f.Tags[0].Meaning + "|" + f.Tags[2].Meaning, "External political relations|"},
		{"queries", f.Posts[1].Query + " " + f.Years[0].Query + " " + f.Levels[1].Query + " " + f.Tags[2].Query, `from:"Embassy Cold Harbor" date:2009 class:SBU tag:"X-1"`},
		{"cables", fmt.Sprint(f.Cables, f.Undated, f.Redacted), "4 1 1"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %s, want %s", tt.what, tt.got, tt.want)
		}
	}
	if f = FacetsOf(cables, 1, 1); listed(f.Posts) != "PORTVERDE 2" || listed(f.Years) != "2009 2" || len(f.Histogram.Bars) != 1 {
		t.Errorf("the first of each: %+v", f)
	}
	if f = FacetsOf(nil, 10, 10); len(f.Years) > 0 || len(f.Histogram.Bars) > 0 {
		t.Errorf("of nothing: %+v", f)
	}
}

// Whoever follows a facet finds at least the cables that it counted.
func TestFacetsAreQueries(t *testing.T) {
	l := New()
	Load(t.Context(), Inputs([]string{"../../sample/cables", "../../parser/testdata"}, nil), LoadOptions{}, l.Add)
	f := FacetsOf(l.Cables(), 1000, 50)
	checked := 0
	for _, counts := range [][]Count{f.Posts, f.Years, f.Levels, f.Tags} {
		for _, c := range counts {
			q, err := query.Parse(c.Query)
			if err != nil {
				t.Errorf("%s: %v", c.Query, err)
				continue
			}
			n := 0
			for _, cable := range l.Cables() {
				if q.Matches(cable) {
					n++
				}
			}
			if n < c.Cables {
				t.Errorf("%s finds %d cables, want at least %d", c.Query, n, c.Cables)
			}
			checked++
		}
	}
	if checked < 40 {
		t.Errorf("only %d facets", checked)
	}
}

func TestHistogram(t *testing.T) {
	at := func(s string) int64 {
		d, err := time.Parse(time.DateTime, s+" 12:00:00")
		if err != nil {
			t.Fatal(err)
		}
		return d.Unix()
	}
	tests := []struct {
		dates      []string
		bars       int
		step       string
		first, end string
		counts     string
	}{
		{[]string{"2009-03-05", "2009-03-05", "2009-03-07"}, 10, "day", "2009-03-05", "2009-03-08", "[2 0 1]"},
		{[]string{"2009-03-05", "2009-03-09"}, 4, "week", "2009-03-02", "2009-03-16", "[1 1]"},
		{[]string{"2008-12-31", "2009-02-28"}, 5, "month", "2008-12-01", "2009-03-01", "[1 0 1]"},
		{[]string{"2008-12-31", "2009-04-01"}, 3, "quarter", "2008-10-01", "2009-07-01", "[1 0 1]"},
		{[]string{"2003-05-01", "2010-01-01"}, 8, "year", "2003-01-01", "2011-01-01", "[1 0 0 0 0 0 0 1]"},
		{[]string{"1969-12-31", "2010-01-01"}, 5, "20 years", "1960-01-01", "2020-01-01", "[1 0 1]"},
		{[]string{"1969-12-31", "2010-01-01"}, 6, "10 years", "1960-01-01", "2020-01-01", "[1 0 0 0 0 1]"},
		{[]string{"0001-01-01", "9999-12-31"}, 1, "10000 years", "0000-01-01", "10000-01-01", "[2]"},
		{[]string{"1000-01-01"}, 1, "day", "1000-01-01", "1000-01-02", "[1]"},
	}
	for _, tt := range tests {
		var dates []int64
		for _, d := range tt.dates {
			dates = append(dates, at(d))
		}
		h := NewHistogram(dates, tt.bars)
		var counts []int
		for i, b := range h.Bars {
			counts = append(counts, b.Cables)
			if i > 0 && !b.From.Equal(h.Bars[i-1].To) {
				t.Errorf("%v: bars don't join: %v", tt.dates, h.Bars)
			}
		}
		if len(counts) == 0 {
			t.Errorf("%v in %d bars: none", tt.dates, tt.bars)
			continue
		}
		first, end := h.Bars[0].From.Format(time.DateOnly), h.Bars[len(h.Bars)-1].To.Format(time.DateOnly)
		if h.Step.String() != tt.step || first != tt.first || end != tt.end || fmt.Sprint(counts) != tt.counts {
			t.Errorf("%v in %d bars: %s, %s to %s: %v", tt.dates, tt.bars, h.Step, first, end, counts)
		}
	}
}

// A bar's condition finds the cables of the bar and no others, whatever the step.
func TestTheConditionOfABarFindsItsCables(t *testing.T) {
	var dates []int64
	var cables []*model.Cable
	add := func(d time.Time) {
		dates = append(dates, d.Unix())
		cables = append(cables, &model.Cable{Date: d})
	}
	for d := time.Date(1998, 12, 30, 23, 59, 59, 0, time.UTC); d.Year() < 2002; d = d.Add(55 * time.Hour) {
		add(d)
		add(d.Truncate(24 * time.Hour))
	}
	slices.Sort(dates)
	if NewHistogram(dates, 1<<20).Step != Day {
		t.Fatal("so many bars may be days")
	}
	steps := map[Step]string{}
	for bars := 1; bars < 2000; bars = bars*3/2 + 1 {
		h := NewHistogram(dates, bars)
		steps[h.Step] = h.Bars[0].Query()
		for _, b := range h.Bars {
			q, err := query.Parse(b.Query())
			if err != nil {
				t.Fatalf("%s: %v", b.Query(), err)
			}
			n := 0
			for _, c := range cables {
				if q.Matches(c) {
					n++
				}
			}
			if n != b.Cables {
				t.Errorf("%s finds %d cables, want %d", b.Query(), n, b.Cables)
			}
		}
	}
	for step, want := range map[Step]string{Day: "date:1998-12-30", Week: "date:1998-12-28..1999-01-03", Month: "date:1998-12",
		Quarter: "date:1998-10..1998-12", Year: "date:1998", {Months: 24}: "date:1998..1999"} {
		if got := steps[step]; got != want {
			t.Errorf("the first %s is asked for as %q, want %q", step, got, want)
		}
	}
	all := Bar{From: time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC), To: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}
	if got := all.Query(); got != "date:0000..9999" {
		t.Errorf("all years are asked for as %q", got)
	}
}

// However far apart the dates, there are no more bars than asked for, and every cable is in one.
func TestHistogramNeverHasTooManyBars(t *testing.T) {
	for _, span := range []int64{0, 1, 3600, 86400, 40 * 86400, 900 * 86400, 9000 * 86400, 90000 * 86400, 2e11} {
		for bars := 1; bars < 70; bars++ {
			dates := []int64{12345, 12345 + span/3, 12345 + span}
			h := NewHistogram(dates, bars)
			n := 0
			for _, b := range h.Bars {
				n += b.Cables
			}
			if len(h.Bars) > bars || n != len(dates) {
				t.Errorf("%d seconds in %d bars: %d bars with %d cables", span, bars, len(h.Bars), n)
			}
		}
	}
}
