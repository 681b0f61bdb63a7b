package synthetic

import (
	"fmt"
	"strings"
)

// How often things stand in bodies: one time in so many.
const (
	wrappedOf   = 1245 // bodies, of which
	wrapped     = 713  // have lines of at most width letters; the others have one for each paragraph
	width       = 68
	sectionSize = 6500 // bytes; longer texts have marks where a section began
	decimal     = 4    // longer cables in which they stand where the second page of one began
	hiding      = 4    // cables in which names are hidden
	hidden      = 4    // names in those
	headed      = 4    // paragraphs with a heading in front
	damaged     = 6    // cables in which apostrophes became commas
	broken      = 70   // cables that end in the middle
	summarized  = 3    // of four
)

// body writes the text.
func (g *Generator) body(c *Cable, p *post, cited []made) {
	g.cited, g.year, g.hides = cited, c.Date.Year(), g.chance(hiding)
	size := g.size()
	sections := 1 + size/sectionSize
	g.head(c, p, sections)
	w := bodyWriter{c: c, wrapped: g.rand.IntN(wrappedOf) < wrapped, mark: g.mark(c, p, sections)}
	damage := g.chance(damaged)
	for number := 1; w.written < size; number++ {
		if number > 1 && g.chance(headed) {
			words := g.text(g.pattern(headings))
			if c.isOld() {
				words = strings.ToUpper(words)
			}
			c.Body = append(c.Body, words+" ", strings.Repeat("-", len(words))+" ", "")
		}
		text := g.paragraph(number, c.Level, size-w.written)
		if damage {
			text = strings.ReplaceAll(text, "'", ",") // as the site's program wrote curly apostrophes
		}
		if c.isOld() {
			text = strings.ToUpper(text)
		}
		w.paragraph(text)
	}
	if g.chance(broken) {
		c.Body = append(c.Body, fmt.Sprintf("%d. ", len(c.Text)+1)+string(g.words(nil, 4))+"...")
		return
	}
	c.Body = append(c.Body, strings.ToUpper(personOf(uint64(c.Date.Year()/3)<<20|uint64(p.step)<<10|uint64(len(p.words))).surname)+" ")
}

// head writes what stands in front of the paragraphs.
func (g *Generator) head(c *Cable, p *post, sections int) {
	add := func(lines ...string) { c.Body = append(c.Body, lines...) }
	if c.isExtract() {
		add(c.Date.Format("Monday, 02 January 2006, 15:04 "))
	}
	level, _, _ := strings.Cut(c.Level, "/")
	if level == "UNCLASSIFIED" {
		level = "UNCLAS"
	} else {
		level = strings.Join(strings.Split(level, ""), " ")
	}
	if sections > 1 && sections < 100 {
		level += fmt.Sprintf(" SECTION 01 OF %02d", sections)
	}
	add(fmt.Sprintf("%s %s %06d ", level, p.words, c.Serial), "", "SIPDIS ", "")
	switch {
	case strings.HasSuffix(c.Level, "NOFORN"):
		add("NOFORN ", "")
	case strings.HasSuffix(c.Level, "ONLY"):
		add("SENSITIVE ", "")
	}
	order := "E.O. 12958: DECL: " + c.Date.AddDate(10, 0, 0).Format("01/02/2006")
	switch year := c.Date.Year(); {
	case level == "UNCLAS":
		order = "E.O. 12958: N/A"
	case year < 1983:
		order = "E.O. 11652: GDS"
	case year < typewritten:
		order = "E.O. 12356: DECL: OADR"
	}
	add(order+" ", "TAGS: "+g.one(tags)+" ", "SUBJECT: "+c.Subject+" ", "")
	for i, m := range g.cited {
		switch {
		case len(g.cited) == 1:
			add("REF: " + g.written(m, g.year) + " ")
		case i == 0:
			add("REF: A. " + g.written(m, g.year) + " ")
		default:
			add(fmt.Sprintf("     %c. %s ", 'A'+i, g.written(m, g.year)))
		}
	}
	if level != "UNCLAS" && !c.isOld() {
		by := g.cast.people[0]
		add("", fmt.Sprintf("Classified By: Ambassador %s %s for reasons 1.4 (b) and (d). ", by.given, by.surname))
	}
	add("")
}

// mark returns what writes the line that stands where a section begins, or in some cables where its second page does
// (001.2), and the empty line when neither does.
func (g *Generator) mark(c *Cable, p *post, sections int) func(written int) string {
	station := p.words[:min(len(p.words), 10)]
	half, second := 2, "" // halves of sections that stand before the next mark
	if g.chance(decimal) {
		half, second = 1, ".2"
	}
	return func(written int) string {
		if half >= 2*sections || sections > 99 || written < half*sectionSize/2 {
			return ""
		}
		number := 1 + half/2
		half += 2
		return fmt.Sprintf("%s %08d  %03d%s OF %03d ", station, c.Serial, number, second, sections)
	}
}

// bodyWriter gives paragraphs to a body.
type bodyWriter struct {
	c       *Cable
	wrapped bool
	mark    func(written int) string
	written int
}

// paragraph writes one. A mark stands behind it, or in the middle of its lines.
func (w *bodyWriter) paragraph(text string) {
	c := w.c
	c.Text = append(c.Text, text)
	w.written += len(text)
	mark := w.mark(w.written)
	if !w.wrapped {
		c.Body = append(c.Body, text+" ", "")
		if mark != "" {
			c.Body = append(c.Body, mark, "")
		}
		return
	}
	first := len(c.Body)
	c.Body = wrap(c.Body, text, width)
	if mark == "" {
		c.Body = append(c.Body, "")
		return
	}
	at := first + (len(c.Body)-first+1)/2
	rest := append([]string{"", mark, ""}, c.Body[at:]...)
	c.Body = append(append(c.Body[:at], rest...), "")
}

// paragraph writes a numbered paragraph of at most about so many bytes with its marking, and what stands in one now
// and then.
func (g *Generator) paragraph(number int, level string, most int) string {
	marking := "(C)"
	switch level[0] {
	case 'U':
		marking = "(SBU)"
	case 'S':
		marking = g.one([]string{"(S)", "(S/NF)", "(C)"})
	}
	b := fmt.Appendf(g.prose[:0], "%d. %s ", number, marking)
	summary := number == 1 && g.rand.IntN(4) < summarized
	if summary {
		b = append(b, "Summary: "...)
	}
	for i := range 3 + g.rand.IntN(9) {
		if i > 0 {
			if len(b) > most {
				break
			}
			b = append(b, "  "...)
		}
		b = g.fill(b, g.pattern(sentences))
	}
	if summary {
		b = append(b, "  End Summary."...)
	}
	g.prose = b
	return string(b)
}

// wrap breaks a text into lines that end in a blank, and appends them.
func wrap(lines []string, text string, width int) []string {
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
