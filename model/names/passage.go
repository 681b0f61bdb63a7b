package names

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

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
// signature and what stands behind it hold routing, lists of addressees and the drafters. tokens is memory for the words.
func passages(c *model.Cable, given []model.Name, t *tables, tokens *[]token) []passage {
	dead := deadSpans(c, given)
	var out []passage
	begun, room := false, most
	for i := range c.Blocks {
		b := &c.Blocks[i]
		p := passage{block: i, text: b.Text}
		switch {
		case b.Role == model.SourceNoteRole:
			continue // archive, file, markings, who drafted and cleared
		case b.Kind == model.Note:
			dead[i] = withArchives(dead[i], b.Text)
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
		if small := inSmall(p.text); len(p.text) > longPassage {
			p.tokens = tokenize(make([]token, 0, len(p.text)/6+1), p.text, small, t, dead[i])
		} else {
			begin := len(*tokens)
			*tokens = tokenize(*tokens, p.text, small, t, dead[i])
			p.tokens = slices.Clip((*tokens)[begin:])
		}
		if p.caps && !p.titled {
			p.tokens = mendHyphens(p.text, p.tokens, t)
		}
		out = append(out, p)
	}
	return out
}

// deadSpans lists, for each block, where nothing is to be found, in order: redactions and references
// (XXXX is nobody, and MEXICO 83 is no place), and what the source itself has marked as a name.
func deadSpans(c *model.Cable, given []model.Name) map[int][]model.Span {
	dead := map[int][]model.Span{}
	for _, n := range given {
		for _, m := range n.Mentions {
			dead[m.Block] = append(dead[m.Block], m.Span)
		}
	}
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

// archives are the words with which the citation of a paper in an archive begins; libraries have any name before theirs.
var archives = []string{"National Archives", "Central Files", "Central Foreign Policy File", "Department of State, ", "Ibid",
	"Washington National Records Center", "RG ", "Lot File"}

const libraryWord = " Library"

// withArchives adds to the dead spans of a note the citations of papers in archives: from the word that
// begins one to the end of the sentence or of the parentheses.
func withArchives(dead []model.Span, text string) []model.Span {
	for at := 0; at < len(text); {
		start := len(text)
		for _, word := range archives {
			if i := strings.Index(text[at:min(start+len(word), len(text))], word); i >= 0 {
				start = min(start, at+i)
			}
		}
		start = at + min(start-at, libraryStart(text[at:min(start+len(libraryWord), len(text))]))
		if start == len(text) {
			break
		}
		at = start + citationEnd(text[start:])
		dead = append(dead, model.Span{Start: start, End: at})
	}
	sort.Slice(dead, func(i, j int) bool { return dead[i].Start < dead[j].Start })
	return dead
}

// libraryStart returns where the name of a library begins, a word with a capital before "Library"; the end of text if
// none stands there.
func libraryStart(text string) int {
	for at := 0; ; at += len(libraryWord) {
		i := strings.Index(text[at:], libraryWord)
		if i < 0 {
			return len(text)
		}
		at += i
		start := strings.LastIndexAny(text[:at], " \n(") + 1
		if r, _ := utf8.DecodeRuneInString(text[start:at]); unicode.IsUpper(r) {
			return start
		}
	}
}

// citationEnd returns where the citation that text begins with ends: at a closing parenthesis or at a full
// stop before a capital, which a number or an abbreviation of a file is not.
func citationEnd(text string) int {
	for i := range len(text) {
		switch {
		case text[i] == ')', text[i] == '\n':
			return i + 1
		case text[i] == '.' && i+2 < len(text) && text[i+1] == ' ' && 'A' <= text[i+2] && text[i+2] <= 'Z' && !endsInNumber(text[:i]):
			return i + 1
		}
	}
	return len(text)
}

// endsInNumber reports whether text ends in the word that is short for number: "No", "Nos".
func endsInNumber(text string) bool {
	switch text[strings.LastIndexAny(text, " \n(")+1:] {
	case "No", "no", "Nos", "nos":
		return true
	}
	return false
}

// inCapitals reports whether a text is written in capitals, as all were before about 1995.
func inCapitals(s string) bool {
	uppers, lowers := 0, 0
	for i, size := 0, 0; i < len(s); i += size {
		size = 1
		switch c := s[i]; {
		case 'a' <= c && c <= 'z':
			lowers++
		case 'A' <= c && c <= 'Z':
			uppers++
		case c >= utf8.RuneSelf:
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); unicode.IsUpper(r) {
				uppers++
			} else if unicode.IsLower(r) {
				lowers++
			}
		}
	}
	return uppers > 4*lowers
}
