package names

import (
	"sort"
	"strings"
	"unicode"

	"reftel/model"
)

// passage is a block's text, cut into words.
type passage struct {
	block  int
	text   string
	tokens []token
	caps   bool // written in capitals: a capital says nothing
	titled bool // heading or subject: names are recognised there, not discovered
	early  bool // the summary, or the first paragraph: names may stand there shorter than further down
}

// most is how many bytes of a cable names are looked for in. The longest cable of the largest known set
// has 500 KB; a word cut out of the text takes twenty times its bytes, which a file of 100 MB that
// only looks like a cable must not be given.
const most = 4 << 20

// passages cuts up what names are looked for in: subject, headings and text. Other header lines, the
// signature and what stands behind it hold routing, lists of addressees and the drafters.
func passages(c *model.Cable, t *tables) []passage {
	dead := deadSpans(c)
	var out []passage
	begun, room := false, most
	for i := range c.Blocks {
		b := &c.Blocks[i]
		p := passage{block: i, text: b.Text}
		switch {
		case b.Kind.IsText():
			p.early = b.Role == model.SummaryRole || !begun
			begun = true
		case b.Kind == model.Heading, b.Kind == model.Header && b.Role == model.SubjectRole:
			p.titled = true
		default:
			continue
		}
		if len(p.text) > room {
			p.text = p.text[:strings.LastIndexByte(p.text[:room], ' ')+1]
		}
		room -= len(p.text)
		p.caps = inCapitals(p.text)
		p.tokens = tokenize(p.text, t, dead[i])
		out = append(out, p)
	}
	return out
}

// deadSpans lists, for each block, the redactions and references to cables in order: XXXX is nobody,
// and MEXICO 83 is no place.
func deadSpans(c *model.Cable) map[int][]model.Span {
	dead := map[int][]model.Span{}
	for _, m := range c.Marks {
		if (m.Kind == model.Redaction || m.Kind == model.Citation) && !m.Span.Empty() {
			dead[m.Block] = append(dead[m.Block], m.Span)
		}
	}
	for _, spans := range dead {
		sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	}
	return dead
}

// inCapitals reports whether a text is written in capitals, as all were before about 1995.
func inCapitals(s string) bool {
	uppers, lowers := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			uppers++
		case unicode.IsLower(r):
			lowers++
		}
	}
	return uppers > 4*lowers
}
