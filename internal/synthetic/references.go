package synthetic

import (
	"fmt"
	"math"
)

// made is a cable that there is already, in eight bytes: a library of any size is remembered by those alone.
type made struct {
	serial     uint32
	year, post uint16
}

func (m made) id() string {
	return fmt.Sprintf("%02d%s%d", m.year%100, posts[m.post].station, m.serial)
}

// Of the numbers of a post, each third one belongs to a cable that is in no library: what is cited and missing.
const absent = 3

// serial gives a cable the next serial of its post and year, and remembers it.
func (g *Generator) serial(p, year int) int {
	key := made{year: uint16(year), post: uint16(p)}
	next := g.serials[key] + 1 + uint32(g.rand.IntN(posts[p].step))
	if next%absent == 0 {
		next++
	}
	g.serials[key] = next
	key.serial = next
	g.made = append(g.made, key)
	return int(next)
}

// Of 1,295 pages 710 have a REF list; of the ids cited in all cables 57 in 100 are there (FORMATS 1, HANDBOOK 2).
const (
	citing   = 710. / 1295
	resolved = 0.57
)

// cites picks the cables that one of a post cites: mostly recent ones, often the post's own.
func (g *Generator) cites(p int) (out []made) {
	if g.rand.Float64() > citing || len(g.made) < fewest {
		return nil
	}
	for count := 1 + int(-math.Log(1-g.rand.Float64())*0.9); len(out) < min(count, 12); {
		m := g.target(p)
		for _, o := range out {
			if o == m {
				return out // a list that would repeat itself ends
			}
		}
		out = append(out, m)
	}
	return out
}

// target picks a cable that one of a post may cite, or the number of one that there is not.
func (g *Generator) target(p int) made {
	m := g.earlier(p)
	if g.rand.Float64() > resolved {
		m.serial = max(absent, m.serial/absent*absent)
	}
	return m
}

// fewest is how many cables there are before any is cited.
const fewest = 10

// earlier picks a cable that was made before the last one. Half of those tried are of the same post.
func (g *Generator) earlier(p int) (m made) {
	own := g.chance(2)
	for range 200 {
		back := g.rand.Float64()
		m = g.made[len(g.made)-2-int(back*back*back*float64(min(len(g.made)-1, 60_000)))]
		if !own || int(m.post) == p {
			break
		}
	}
	return m
}

// written writes a reference as REF lists do: without a year when it is that of the citing cable.
func (g *Generator) written(m made, year int) string {
	words := posts[m.post].words
	switch {
	case int(m.year) == year && !g.chance(8):
		return fmt.Sprintf("%s %d", words, m.serial)
	case g.chance(12):
		return fmt.Sprintf("%d %s %06d", m.year, words, m.serial)
	}
	return fmt.Sprintf("%02d %s %d", m.year%100, words, m.serial)
}
