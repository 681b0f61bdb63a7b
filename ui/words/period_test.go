package words_test

import (
	"testing"
	"time"

	"reftel/ui/words"
)

func TestPeriod(t *testing.T) {
	for _, tt := range []struct{ from, to, want string }{
		{"2009-03-05", "2009-03-06", "5 March 2009"},
		{"2009-01-01", "2009-01-02", "1 January 2009"},
		{"2009-03-02", "2009-03-09", "2 to 8 March 2009"},
		{"2009-03-30", "2009-04-06", "30 March to 5 April 2009"},
		{"2008-12-29", "2009-01-05", "29 December 2008 to 4 January 2009"},
		{"2009-03-01", "2009-04-01", "March 2009"},
		{"2009-12-01", "2010-01-01", "December 2009"},
		{"2009-01-01", "2009-04-01", "January to March 2009"},
		{"2008-11-01", "2009-04-01", "November 2008 to March 2009"},
		{"2009-01-01", "2010-01-01", "2009"},
		{"1966-01-01", "2011-01-01", "1966 to 2010"},
		{"0000-01-01", "2000-01-01", "0 to 1999"},
	} {
		from, err := time.Parse(time.DateOnly, tt.from)
		if err != nil {
			t.Fatal(err)
		}
		to, err := time.Parse(time.DateOnly, tt.to)
		if err != nil {
			t.Fatal(err)
		}
		if got := words.Period(from, to); got != tt.want {
			t.Errorf("%s to %s is %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestTagMeaning(t *testing.T) {
	for meaning, want := range map[string]string{"": "", "Military operations": "Military operations", "Labor (unions), wages": "Labor", "(none)": "(none)"} {
		if got := words.TagMeaning(meaning); got != want {
			t.Errorf("%q is %q, want %q", meaning, got, want)
		}
	}
}
