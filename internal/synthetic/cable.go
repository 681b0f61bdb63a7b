// Package synthetic makes fictional cables in any number, for benchmarks: the forms and their proportions
// are those of the published ones (FORMATS sections 1 to 3, 6), the words are made up. The same seed gives the same bytes.
//
// What is kept of a cable is eight bytes, so that a library may have millions. Words are drawn so that few are frequent
// and most are rare (prose.go), people come back under several forms of their names (people.go), and of the cables
// that are cited 57 in 100 are there (references.go).
package synthetic

import (
	"math"
	"math/rand/v2"
	"strings"
	"time"
)

// Cable is a fictional cable.
type Cable struct {
	Number     int // running number
	Date       time.Time
	ID         string   // 07LISBON1234
	Origin     string   // Embassy Lisbon
	Level      string   // CONFIDENTIAL//NOFORN
	References []string // ids
	Station    string   // LISBON
	Serial     int
	Subject    string
	Header     []string // the transmission lines, or the sentence that stands in their place
	Body       []string // lines
	Text       []string // the paragraphs of the body, not wrapped
}

// Generator makes cables.
type Generator struct {
	rand *rand.Rand
	rows int // of the library; 0: cables have dates in no order
	last int // running number

	made    []made // all cables so far
	serials map[made]uint32

	cast  cast // this and what follows are of the cable that is being made
	cited []made
	year  int
	hides bool
	prose []byte
}

// New returns a generator of cables of any time. Two with the same seed make the same cables.
func New(seed uint64) *Generator {
	return &Generator{rand: rand.New(rand.NewPCG(seed, 1966)), serials: map[made]uint32{}}
}

// NewLibrary returns a generator of a number of cables, the oldest first, as they stand in cables.csv.
func NewLibrary(seed uint64, rows int) *Generator {
	g := New(seed)
	g.rows = rows
	g.made = make([]made, 0, rows)
	return g
}

// one returns one of several texts.
func (g *Generator) one(of []string) string { return of[g.rand.IntN(len(of))] }

// chance is true once in n times.
func (g *Generator) chance(n int) bool { return g.rand.IntN(n) == 0 }

// Next makes the next cable.
func (g *Generator) Next() Cable {
	share := g.rand.Float64()
	if g.rows > 0 {
		share = min(1, (float64(g.last)+share)/float64(g.rows))
	}
	g.last++
	p := g.post()
	post := &posts[p]
	c := Cable{Number: g.last, Date: dateAt(share), Station: post.station, Origin: post.origin, Level: g.level()}
	c.Serial = g.serial(p, c.Date.Year())
	c.ID = g.made[len(g.made)-1].id()
	g.cast.begin(g, p)
	c.Subject = strings.ToUpper(g.text(g.pattern(subjects)))
	cited := g.cites(p)
	for _, m := range cited {
		c.References = append(c.References, m.id())
	}
	g.header(&c, post)
	g.body(&c, post, cited)
	return c
}

// level picks a classification in the proportions of the site's pages.
func (g *Generator) level() string {
	n := g.rand.IntN(605 + 290 + 217 + 79 + 68 + 36)
	for _, l := range levels {
		if n -= l.pages; n < 0 {
			return l.name
		}
	}
	return ""
}

var levels = []struct {
	name  string
	pages int
}{{"CONFIDENTIAL", 605}, {"SECRET", 290}, {"SECRET//NOFORN", 217}, {"CONFIDENTIAL//NOFORN", 79}, {"UNCLASSIFIED//FOR OFFICIAL USE ONLY", 68}, {"UNCLASSIFIED", 36}}

// Sizes of bodies in bytes. Half are shorter than the middle one; few are much longer, and those make the mean row 6.8 kB.
const (
	shortest = 240
	middle   = 3380
	longest  = 500_000
	spread   = 1.05 // of the logarithm
)

func (g *Generator) size() int {
	return min(max(shortest, int(middle*math.Exp(spread*g.rand.NormFloat64()))), longest)
}
