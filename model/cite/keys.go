package cite

import (
	"fmt"
	"strings"
	"unicode"
)

// Keys gives the citations of one file keys of their own: the id (10MEXICO83, frus1961-63v05-d10), with -p5 for a paragraph,
// and the beginning of the hash of the source for what has no id. What comes again, as copies of a cable do, has -2, -3
// and so on behind it. Keys hold letters and digits of ASCII and hyphens, which every program takes.
// The zero value is ready.
type Keys struct{ given map[string]bool }

// Of returns a key that was not given before.
func (k *Keys) Of(c Citation) string {
	key := safe(c.ID.String())
	if key == "" {
		key = "cable"
		if sum := safe(c.Source.SHA256); sum != "" {
			key += "-" + sum[:min(len(sum), 12)]
		}
	}
	if c.Place != "" {
		kind, rest, _ := strings.Cut(c.Place, " ")
		number, _, _ := strings.Cut(rest, " ")
		if number = safe(number); number != "" {
			key += "-" + kind[:1] + number
		}
	}
	if k.given == nil {
		k.given = map[string]bool{}
	}
	own := key
	for n := 2; k.given[own]; n++ {
		own = fmt.Sprintf("%s-%d", key, n)
	}
	k.given[own] = true
	return own
}

// safe keeps letters, digits and inner hyphens of ASCII; a slash becomes a hyphen.
func safe(s string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r == '/':
			return '-'
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) || r == '-':
			return r
		}
		return -1
	}, s), "-")
}
