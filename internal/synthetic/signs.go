package synthetic

import (
	"fmt"
	"strings"
)

// signs of hidden names with their counts in the site's pages.
var signs = []struct {
	sign  string
	count int
}{
	{"XXXXXXXXXXXX", 1991}, {"xxxxx", 691}, {"xxxxxxxxxxxx", 534}, {"XXXXXXXXXXX", 108}, {"XXXXXXXXXXXXX", 41}, {"[DETAILS REMOVED]", 32},
	{"[NAME REMOVED]", 31}, {"XXXX", 24}, {"[Name removed]", 17}, {"[Source removed]", 7},
}

// sign picks one.
func (g *Generator) sign() string {
	all := 0
	for _, s := range signs {
		all += s.count
	}
	n := g.rand.IntN(all)
	for _, s := range signs {
		if n -= s.count; n < 0 {
			return s.sign
		}
	}
	return ""
}

// ref writes what stands in a text for something else: a letter of the REF list, another telegram, a paragraph.
func (g *Generator) ref() string {
	switch n := len(g.cited); {
	case n > 1:
		return fmt.Sprintf("ref %c", 'A'+g.rand.IntN(n))
	case n == 1:
		return "reftel"
	case g.chance(2):
		return "septel"
	}
	return "para " + fmt.Sprint(1+g.rand.IntN(3))
}

// id writes the id of another cable in a text.
func (g *Generator) id() string {
	if len(g.made) < fewest {
		return "septel"
	}
	m := g.target(int(g.made[len(g.made)-1].post))
	return strings.Join([]string{fmt.Sprintf("%02d", m.year%100), posts[m.post].words, fmt.Sprint(m.serial)}, " ")
}
