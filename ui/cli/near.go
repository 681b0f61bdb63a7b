package cli

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"reftel/model"
)

// mostNear is how many ids a message offers in place of one that isn't there.
const mostNear = 5

// nearIDs returns ids of the station that somebody wrote, or of one whose name begins alike, the
// nearest in number first. The year may be missing.
func nearIDs(cables []*model.Cable, written string) []string {
	station, numbers := apart(written)
	if len(station) < 2 {
		return nil
	}
	year, serial := 0, 0
	switch len(numbers) {
	case 0:
	case 1:
		serial = numbers[0]
	default:
		year, _ = model.FullYear(numbers[0])
		serial = numbers[len(numbers)-1]
	}
	var near []model.ID
	for _, c := range cables {
		id := c.ID
		if id.Station != "" && (strings.HasPrefix(id.Station, station) || strings.HasPrefix(station, id.Station)) {
			near = append(near, id)
		}
	}
	distance := func(id model.ID) (years, serials int) {
		if year != 0 {
			years = abs(id.Year - year)
		}
		return years, abs(id.Serial - serial)
	}
	slices.SortFunc(near, func(a, b model.ID) int {
		aYears, aSerials := distance(a)
		bYears, bSerials := distance(b)
		return cmp.Or(aYears-bYears, aSerials-bSerials, a.Compare(b))
	})
	near = slices.Compact(near)
	var out []string
	for _, id := range near[:min(len(near), mostNear)] {
		out = append(out, id.String())
	}
	return out
}

func abs(n int) int { return max(n, -n) }

// apart takes letters and numbers apart: "10 mexico city 083" gives MEXICOCITY and 10, 83.
func apart(s string) (letters string, numbers []int) {
	var word strings.Builder
	inNumber := false
	for _, r := range strings.ToUpper(s) {
		isDigit := r >= '0' && r <= '9'
		switch {
		case isDigit && !inNumber:
			numbers = append(numbers, 0)
			fallthrough
		case isDigit:
			n := &numbers[len(numbers)-1]
			digit, _ := strconv.Atoi(string(r))
			*n = min(*n*10+digit, 1e8)
		case r >= 'A' && r <= 'Z':
			word.WriteRune(r)
		}
		inNumber = isDigit
	}
	return word.String(), numbers
}
