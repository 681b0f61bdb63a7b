package bar

import (
	"testing"

	"reftel/model/names"
)

func TestYears(t *testing.T) {
	in := func(pairs ...int) (out []names.Year) {
		for i := 0; i < len(pairs); i += 2 {
			out = append(out, names.Year{Year: pairs[i], Mentions: pairs[i+1]})
		}
		return out
	}
	tests := []struct {
		first, last, most int
		years             []names.Year
		want              string
	}{
		{2008, 2010, 12, in(2008, 1, 2010, 8), "▁ ▇"},
		{2008, 2008, 12, in(2008, 3), "▇"},
		{1973, 2010, 12, in(1973, 1, 1974, 1, 2010, 1), "▇        ▄"}, // four years a cell
		{2000, 2011, 12, in(2000, 5), "▇           "},
		{2000, 2010, 12, in(0, 70, 1999, 70, 2011, 70, 2005, 1), "     ▇     "}, // without a date, outside
		{2000, 2002, 12, nil, "   "},
		{0, 0, 12, in(2000, 1), ""},
		{2000, 2010, 0, in(2000, 1), ""},
		{2000, 2010, 1, in(2000, 1, 2010, 1), "▇"},
	}
	for _, tt := range tests {
		if got := Years(tt.years, Over(tt.first, tt.last, tt.most)); got != tt.want {
			t.Errorf("%v from %d to %d in %d cells is %q, want %q", tt.years, tt.first, tt.last, tt.most, got, tt.want)
		}
	}
}
