package parser

import (
	"cmp"
	"slices"

	"reftel/model"
)

// findMarks adds to c.Marks everything that is found in the text of its blocks: redactions,
// omissions, losses, garbles, requests for protection and references. It expects Blocks and
// References to be final and page markers to stand in c.Marks already; afterwards the marks are in
// reading order, none twice. A loss also sets EndLost of its block.
func findMarks(c *model.Cable) {
	m := marker{c: c}
	for i := range c.Blocks {
		m.scan(i)
	}
	m.markList()
	m.markLosses()
	c.Marks = orderMarks(append(c.Marks, m.found...))
}

// marker walks once over the text of every block. The bytes that can begin a mark are few, so one
// pass looks for them and leaves the rest of the work to the finder of each subject.
type marker struct {
	c     *model.Cable
	found []model.Mark

	block    int
	kind     model.BlockKind
	text     string
	quoted   bool // inside a quotation: a speaker's dots are no omission
	capitals bool // the block has no lower-case letter: capitals prove nothing there

	ticked answer // whether the block has a ticked box

	list     *citationList // of c.References, made when first asked for
	numbers  map[int]bool  // of the paragraphs, made when first asked for
	longRuns answer        // whether a run of four or more X stands anywhere in the cable
}

// answer is a yes or no that is worked out when first asked for.
type answer uint8

const (
	unasked answer = iota
	yes
	no
)

// markTriggers are the bytes at which a mark can begin.
var markTriggers = func() (t [256]bool) {
	for _, b := range []byte("xX[_\".(pPrRsS0123456789\xc2\xe2\xef") {
		t[b] = true
	}
	return t
}()

// scan finds the marks of one block, except losses, which depend on the block behind it.
func (m *marker) scan(block int) {
	b := &m.c.Blocks[block]
	if b.Role == model.TransmissionRole || b.Role == model.PublisherRole {
		return // routing codes and the publisher's own fields hide nothing
	}
	m.block, m.kind, m.text = block, b.Kind, b.Text
	m.quoted, m.capitals, m.ticked = false, !scanHasLower(b.Text), unasked
	running := b.Kind.IsText() || b.Kind == model.Heading || b.Kind == model.Trailer
	for i := 0; i < len(m.text); {
		if !markTriggers[m.text[i]] {
			i++
			continue
		}
		i = max(i+1, m.at(i, running))
	}
}

// at tries the finders whose marks begin with the byte at i. It returns where to go on: the end of
// what was found, or i when nothing was.
func (m *marker) at(i int, running bool) int {
	switch c := m.text[i]; c {
	case 'x', 'X':
		return m.redactedRun(i)
	case '[':
		return m.bracket(i)
	case '_':
		return m.underscores(i)
	case '"':
		m.quoted = !m.quoted
	case '.':
		return m.ellipsis(i)
	case 0xc2, 0xe2, 0xef:
		return m.symbol(i)
	case '(':
		if running {
			return m.protectInParentheses(i)
		}
	default:
		if running {
			return m.word(i, c)
		}
	}
	return i
}

// symbol handles the characters outside ASCII that matter: quotation marks, the inverted question
// marks and replacement characters of a garble.
func (m *marker) symbol(i int) int {
	switch rest := m.text[i:]; {
	case len(rest) < 3:
	case rest[:3] == "\u201c":
		m.quoted = true
	case rest[:3] == "\u201d":
		m.quoted = false
	default:
		return m.brokenCharacters(i)
	}
	return i
}

// word handles the beginnings of words that can be a reference or a request for protection.
func (m *marker) word(i int, c byte) int {
	if isDigit(c) {
		return m.writtenID(i)
	}
	if !scanWordStart(m.text, i) {
		return i
	}
	switch c | 0x20 {
	case 'r':
		return m.citedWord(i)
	case 'p':
		if end := m.paragraphWord(i); end > i {
			return end
		}
		return m.protectInText(i)
	case 's':
		if end := m.septel(i); end > i {
			return end
		}
		return m.protectInText(i)
	}
	return i
}

// add keeps a mark of the current block; its Form is the text at the span.
func (m *marker) add(mark model.Mark, start, end int) {
	mark.Block, mark.Span = m.block, model.Span{Start: start, End: end}
	mark.Form = m.text[start:end]
	m.found = append(m.found, mark)
}

// orderMarks sorts marks in reading order and drops those that say the same of the same place.
func orderMarks(marks []model.Mark) []model.Mark {
	slices.SortStableFunc(marks, func(a, b model.Mark) int {
		return cmp.Or(cmp.Compare(a.Block, b.Block), cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.End, b.Span.End))
	})
	kept := marks[:0]
	for _, mark := range marks {
		if !repeatsMark(kept, mark) {
			kept = append(kept, mark)
		}
	}
	return kept
}

// repeatsMark reports whether one of the last of kept stands at the same place as mark with the
// same kind and target. Page markers are never dropped: each accounts for bytes of the file.
func repeatsMark(kept []model.Mark, mark model.Mark) bool {
	if mark.Kind == model.PageBreak {
		return false
	}
	const near = 8 // marks at one place are few; the bound keeps a hostile list linear
	for i := len(kept) - 1; i >= max(0, len(kept)-near); i-- {
		k := &kept[i]
		if k.Block != mark.Block || k.Span != mark.Span {
			return false
		}
		if k.Kind == mark.Kind && k.Target == mark.Target && k.RefTo == mark.RefTo {
			return true
		}
	}
	return false
}
