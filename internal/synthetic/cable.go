// Package synthetic makes fictional cables in any number, for benchmarks: the forms and their proportions
// are those of the published ones (FORMATS sections 1 to 3, 6), the words are made up. The same seed gives the same bytes.
package synthetic

import (
	"fmt"
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
	rand   *rand.Rand
	number int
	rows   []byte // of the CSV that is being read
	left   int
}

// New returns a generator. Two with the same seed make the same cables.
func New(seed uint64) *Generator {
	return &Generator{rand: rand.New(rand.NewPCG(seed, 1966))}
}

// one returns one of several texts.
func (g *Generator) one(of []string) string { return of[g.rand.IntN(len(of))] }

// chance is true once in n times.
func (g *Generator) chance(n int) bool { return g.rand.IntN(n) == 0 }

// Next makes the next cable.
func (g *Generator) Next() Cable {
	g.number++
	c := Cable{Number: g.number}
	post := posts[g.rand.IntN(len(posts))]
	c.Station, c.Origin = post.station, post.origin
	c.Date = time.Date(2003, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(g.rand.IntN(7*365*24*60)) * time.Minute)
	c.Serial = 1 + g.rand.IntN(4000)
	c.ID = fmt.Sprintf("%02d%s%d", c.Date.Year()%100, post.station, c.Serial)
	c.Level = g.one(levels)
	c.Subject = strings.ToUpper(g.fill(g.one(subjects)))
	if g.chance(2) {
		for range 1 + g.rand.IntN(3) {
			c.References = append(c.References, fmt.Sprintf("%02d%s%d", c.Date.Year()%100, posts[g.rand.IntN(len(posts))].station, 1+g.rand.IntN(9000)))
		}
	}
	g.header(&c, post)
	g.body(&c, post)
	return c
}

// header writes the transmission lines. One cable in five is a partial extract without them.
func (g *Generator) header(c *Cable, p post) {
	if g.chance(5) {
		c.Header = []string{"This record is a partial extract of the original cable. The full text of the original cable is not available. "}
		return
	}
	dtg := strings.ToUpper(c.Date.Format("021504Z Jan 06"))
	c.Header = []string{
		fmt.Sprintf("VZCZCXRO%04d", g.rand.IntN(10000)),
		"PP RUEHAB RUEHCD RUEHEF",
		fmt.Sprintf("DE %s #%04d/01 %03d%s", p.route, c.Serial, c.Date.YearDay(), c.Date.Format("1504")),
		"ZNY CCCCC ZZH",
		"P " + dtg,
		"FM AMEMBASSY " + p.words,
		fmt.Sprintf("TO RUEHC/SECSTATE WASHDC PRIORITY %04d", g.rand.IntN(10000)),
		"INFO RUEHZZ/ALL POSTS COLLECTIVE PRIORITY",
	}
	for range g.rand.IntN(8) {
		to := posts[g.rand.IntN(len(posts))]
		c.Header = append(c.Header, fmt.Sprintf("%s/AMEMBASSY %s %04d", to.route, to.words, g.rand.IntN(10000)))
	}
}

// body writes the text: lines wrapped at 68 letters, or one for each paragraph.
func (g *Generator) body(c *Cable, p post) {
	size := min(400+int(-math.Log(1-g.rand.Float64())*6200), 60_000)
	wrapped := g.rand.IntN(1245) < 713
	sections := 1 + size/7000
	title, _, _ := strings.Cut(c.Level, "/")
	line := strings.Join(strings.Split(title, ""), " ")
	if sections > 1 {
		line += fmt.Sprintf(" SECTION 01 OF %02d", sections)
	}
	c.Body = append(c.Body, fmt.Sprintf("%s %s %06d ", line, p.words, c.Serial), "", "SIPDIS ", "")
	if strings.Contains(c.Level, "NOFORN") {
		c.Body = append(c.Body, "NOFORN ", "")
	}
	c.Body = append(c.Body,
		"E.O. 12958: DECL: "+c.Date.AddDate(10, 0, 0).Format("01/02/2006")+" ",
		"TAGS: "+g.one(tags)+" ",
		"SUBJECT: "+c.Subject+" ", "")
	for i, ref := range c.References {
		if i == 0 {
			c.Body = append(c.Body, fmt.Sprintf("REF: A. %s ", written(ref)))
		} else {
			c.Body = append(c.Body, fmt.Sprintf("     %c. %s ", 'A'+i, written(ref)))
		}
	}
	c.Body = append(c.Body, "", g.fill("Classified By: Ambassador {person} for reasons 1.4 (b) and (d). "), "")
	section, written := 1, 0
	for number := 1; written < size; number++ {
		if number > 1 && g.chance(4) {
			title := g.fill(g.one(headings))
			c.Body = append(c.Body, title+" ", strings.Repeat("-", len(title))+" ", "")
		}
		text := g.paragraph(number, c.Level)
		c.Text = append(c.Text, text)
		written += len(text)
		if !wrapped {
			c.Body = append(c.Body, text+" ", "")
		} else {
			c.Body = append(c.Body, wrap(text, 68)...)
			c.Body = append(c.Body, "")
		}
		if section < sections && written > section*7000 {
			section++
			marker := fmt.Sprintf("%s %08d  %03d OF %03d ", cut(p.words, 10), c.Serial, section, sections)
			at := len(c.Body) - 1 // in front of the blank line, or inside the paragraph
			if wrapped {
				at -= min(2, at)
			}
			c.Body = append(c.Body[:at], append([]string{"", marker, ""}, c.Body[at:]...)...)
		}
	}
	c.Body = append(c.Body, strings.ToUpper(g.one(surnames))+" ")
}

// paragraph writes a numbered paragraph with its marking, and what stands in one now and then.
func (g *Generator) paragraph(number int, level string) string {
	mark := "(C)"
	switch {
	case strings.HasPrefix(level, "UNCLASSIFIED"):
		mark = "(SBU)"
	case strings.HasPrefix(level, "SECRET"):
		mark = g.one([]string{"(S)", "(S/NF)", "(C)"})
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d. %s ", number, mark)
	if number == 1 {
		b.WriteString("Summary: ")
	}
	for i := range 3 + g.rand.IntN(6) {
		if i > 0 {
			b.WriteString("  ")
		}
		b.WriteString(g.fill(g.one(sentences)))
	}
	if number == 1 {
		b.WriteString("  End Summary.")
	}
	text := b.String()
	if number%5 == 4 && g.chance(3) {
		text = strings.ReplaceAll(text, "'", ",") // as the site's program wrote curly apostrophes
	}
	return text
}

// written writes an id as a REF list does.
func written(id string) string {
	i := 2
	for i < len(id) && id[i] > '9' {
		i++
	}
	return id[:2] + " " + id[2:i] + " " + id[i:]
}

func cut(s string, n int) string { return s[:min(len(s), n)] }

// wrap breaks a text into lines that end in a blank.
func wrap(text string, width int) (lines []string) {
	for len(text) > width {
		at := strings.LastIndexByte(text[:width], ' ')
		if at <= 0 {
			break
		}
		lines = append(lines, text[:at+1])
		text = strings.TrimLeft(text[at+1:], " ")
	}
	return append(lines, text+" ")
}
