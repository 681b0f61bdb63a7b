package library

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
	"reftel/model/query"
	"reftel/parser/facts"
)

// Facets say how a set of cables is spread: over posts, years, classifications and TAGS, and over time.
type Facets struct {
	Cables    int // in the set
	Undated   int // of them, in no year and no bar
	Redacted  int // of them, in which something is
	Posts     []Count
	Years     []Count // the latest first; all others by how many cables they have
	Levels    []Count
	Tags      []Count
	Histogram Histogram
}

// Count is how many cables of a set share a value.
type Count struct {
	Value   string // LISBON, 2009, SECRET, PREL
	Cables  int
	Query   string // what narrows a list to them: tag:PREL
	Meaning string // of a TAGS code, in words; "" when nothing is known
}

// Tally is what facets are made of, counted in whatever way there is.
type Tally struct {
	Cables   int
	Redacted int
	Dates    []int64 // of the cables that have one: seconds since 1970, in order
	Posts    map[string]int
	Levels   map[model.Level]int
	Tags     map[string]int
}

// FacetsOf counts cables. They are in the order of [Compare]. No list has more than top rows, the histogram not more
// than so many bars.
func FacetsOf(cables []*model.Cable, top, bars int) Facets {
	t := Tally{Cables: len(cables), Posts: map[string]int{}, Levels: map[model.Level]int{}, Tags: map[string]int{}}
	for _, c := range cables {
		if !c.Date.IsZero() {
			t.Dates = append(t.Dates, c.Date.Unix())
		}
		if post := PostOf(c); post != "" {
			t.Posts[post]++
		}
		if !c.Classification.IsZero() {
			t.Levels[c.Classification]++
		}
		if query.Contains(c, query.HasRedaction) {
			t.Redacted++
		}
		for _, code := range TagCodes(c) {
			t.Tags[code]++
		}
	}
	return t.Facets(top, bars)
}

// Facets makes lists of what was counted.
func (t Tally) Facets(top, bars int) Facets {
	f := Facets{Cables: t.Cables, Undated: t.Cables - len(t.Dates), Redacted: t.Redacted, Histogram: NewHistogram(t.Dates, bars)}
	f.Posts = counts(t.Posts, top, func(post string) (string, string) { return post, condition(query.From, post) })
	f.Tags = counts(t.Tags, top, func(code string) (string, string) { return code, condition(query.Tag, code) })
	for i := range f.Tags {
		_, f.Tags[i].Meaning = facts.TagMeaning(f.Tags[i].Value)
	}
	f.Levels = counts(t.Levels, top, func(l model.Level) (string, string) { return l.String(), condition(query.ClassOf, l.Letter()) })
	for years := bucketsOf(t.Dates, Year); len(years) > 0 && len(f.Years) < top; years = years[:len(years)-1] {
		if y := years[len(years)-1]; y.Cables > 0 {
			value := fmt.Sprintf("%04d", y.From.Year())
			f.Years = append(f.Years, Count{Value: value, Cables: y.Cables, Query: condition(query.Date, value)})
		}
	}
	return f
}

// counts returns the values that most cables have, and those of as many in the order of their names.
func counts[K comparable](of map[K]int, top int, say func(K) (value, query string)) []Count {
	var out []Count
	for key, n := range of {
		value, asked := say(key)
		out = append(out, Count{Value: value, Cables: n, Query: asked})
	}
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(b.Cables-a.Cables, strings.Compare(a.Value, b.Value))
	})
	return out[:min(len(out), max(top, 0))]
}

// condition writes a field of a query.
func condition(f query.Field, value string) string {
	if strings.ContainsFunc(value, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		value = `"` + strings.NewReplacer(`"`, " ", "“", " ", "”", " ", "„", " ").Replace(value) + `"`
	}
	return string(f) + ":" + value
}

// longestValue is how many bytes of a value are told apart.
const longestValue = 120

// PostOf returns the post that a cable is counted for: as its number has it, else as the publisher names it, else the
// sender; "" when none is known.
func PostOf(c *model.Cable) string { return value(cmp.Or(c.Station, c.Origin, c.From)) }

// TagCodes returns the TAGS that a cable is counted for, each once: its own and those of the archive's indexers.
func TagCodes(c *model.Cable) []string {
	var out []string
	for _, tags := range [][]model.Tag{c.Tags, c.IndexerTags} {
		for _, t := range tags {
			if code := value(t.Code); code != "" && !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return out
}

// value cuts what is too long to be a value, between two letters.
func value(s string) string {
	if len(s) <= longestValue {
		return s
	}
	end := longestValue
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}
