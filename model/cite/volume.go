package cite

import (
	"regexp"
	"strings"

	"reftel/model"
)

// Volume is a volume of an edition of documents.
type Volume struct {
	Series   string // Foreign Relations of the United States, 1977–1980
	Number   string // XV; XI, Part 1; "" where the name of the volume doesn't tell
	Title    string // of the volume, where the source has it
	Name     string // as its publisher names it: frus1977-80v15
	Inferred bool   // years and number are known from the name of the file alone
}

// frusName is the name of a volume of Foreign Relations: years, volume (E for those that were only published
// electronically), part.
var frusName = regexp.MustCompile(`^frus(\d{4})(?:-(\d{2}|\d{4}))?(?:v(e?)(\d{1,3})(?:p(\d))?)?$`)

// frusYears is how every such name begins.
var frusYears = regexp.MustCompile(`^frus(\d{4})(?:-(\d{2}|\d{4}))?`)

const (
	foreignRelations = "Foreign Relations of the United States"
	australian       = "Documents on Australian Foreign Policy"
)

// volumeOf returns the volume that a document stands in.
func volumeOf(c *model.Cable) Volume {
	v := Volume{Series: c.ID.Volume, Name: c.ID.Volume, Inferred: strings.Contains(c.IDEvidence, "file's name")}
	if number, ok := strings.CutPrefix(v.Name, "dafp"); ok {
		v.Series, v.Number = australian, number
		v.Title = publisherField(c, "vol_full_title")
		if rest, ok := strings.CutPrefix(v.Title, "Volume "+number+":"); ok {
			v.Title = strings.TrimSpace(rest)
		}
		return v
	}
	m := frusYears.FindStringSubmatch(v.Name)
	if m == nil {
		return v
	}
	v.Series = foreignRelations + ", " + years(m[1], m[2])
	if m = frusName.FindStringSubmatch(v.Name); m == nil || m[4] == "" {
		return v
	}
	if v.Number = strings.TrimLeft(m[4], "0"); m[3] == "" {
		v.Number = roman(v.Number)
	} else {
		v.Number = "E–" + v.Number
	}
	if m[5] != "" {
		v.Number += ", Part " + m[5]
	}
	return v
}

// years writes the years of a volume in full: 1977 and 80 are 1977–1980.
func years(first, last string) string {
	if last == "" {
		return first
	}
	return first + "–" + first[:4-len(last)] + last
}

// roman writes a number of at most three digits in Roman figures.
func roman(digits string) string {
	figures := [3][10]string{
		{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"},
		{"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"},
		{"", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"},
	}
	out := ""
	for i := range len(digits) {
		out += figures[len(digits)-1-i][digits[i]-'0']
	}
	return out
}

// text writes the volume for a sentence. The name stands in for a number that isn't known.
func (v Volume) text() string {
	number := "Volume " + v.Number
	switch {
	case v.Series == v.Name:
		return v.Name
	case v.Number == "":
		number = v.Name
	case v.Title != "":
		number += ": " + v.Title
	}
	series, years, dated := strings.Cut(v.Series, ", ")
	if dated {
		number = years + ", " + number
	}
	if v.Inferred {
		number = "[" + number + "]"
	}
	return series + ", " + number
}
