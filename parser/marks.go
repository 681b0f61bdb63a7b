package parser

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reftel/model"
)

// findMarks adds to c.Marks everything that is found in the text of its blocks: redactions,
// omissions, losses, garbles, requests for protection and references. It expects Blocks and
// References to be final and page markers to stand in c.Marks already; afterwards the marks are in
// reading order, none twice. A loss also sets EndLost of its block.
//
// What the reader of a format has marked already (the references of a volume's markup) stands; the
// same place is not marked a second time. A cable can be nothing but marks, so their number is bounded.
func findMarks(c *model.Cable) { new(marker).findMarks(c) }

// findMarks does so with a marker that may have read another cable before: it takes over the memory of its marks.
func (m *marker) findMarks(c *model.Cable) {
	*m = marker{c: c, found: m.found[:0], triggers: &markTriggers}
	if c.ID.IsDocument() {
		m.triggers = &documentTriggers
	}
	m.given = givenMarks(c.Marks)
	for i := range c.Blocks {
		m.scan(i)
	}
	m.markList()
	m.markLosses()
	if m.full {
		c.Warnings = append(c.Warnings, model.Warning{Kind: WarnMarks,
			Text: fmt.Sprintf("the cable has more than %d marks: what stands behind them in its text is not marked", marksMost)})
	}
	c.Marks = orderMarks(append(c.Marks, m.found...))
}

// marksMost bounds the marks found in one cable. Real ones have hundreds; each takes more than 200
// bytes of memory, so that a file of nothing but brackets would take a hundred times its size.
const marksMost = 1 << 16

// marker walks once over the text of every block. The bytes that can begin a mark are few, so one
// pass looks for them and leaves the rest of the work to the finder of each subject.
type marker struct {
	c     *model.Cable
	found []model.Mark

	block    int
	kind     model.BlockKind
	text     string
	quoted   bool   // inside a quotation: a speaker's dots are no omission
	capitals answer // whether the block has no lower-case letter: capitals prove nothing there

	triggers *[256]trigger
	given    []model.Mark // references and signs of notes that stood in the cable before, in reading order
	full     bool         // there are too many marks: no more are kept

	ticked answer // whether the block has a ticked box
	partly answer // whether the cable was released in part

	stated  int             // end of the last "declassified" of the block outside brackets
	foreign documentCited   // the last document of another volume
	ranged  int             // ids of documents that were cited: ranges of them are bounded together
	notes   map[string]bool // signs of the document's notes, made when first asked for

	list     *citationList     // of c.References, made when first asked for
	listed   map[model.ID]bool // ids of c.References, made when first asked for
	numbers  map[int]bool      // of the paragraphs, made when first asked for
	longRuns answer            // whether a run of four or more X stands anywhere in the cable
}

// answer is a yes or no that is worked out when first asked for.
type answer uint8

const (
	unasked answer = iota
	yes
	no
)

// trigger says of a byte whether a mark can begin with it, and what can begin one directly behind it:
// so one pass over a text needs no more than a table and what the byte before left.
type trigger uint8

const (
	triggerSign trigger = 1 << iota // a mark can begin with it anywhere: runs of X are glued to words
	triggerWord                     // a mark can begin with it at the start of a word

	triggerAny    = triggerSign | triggerWord
	triggerBehind = 2 // how far the bits of what can begin a mark behind the byte are shifted
)

// markTriggers are those of cables; documents of an edition also cite each other and their notes.
var (
	markTriggers     = triggersOf("bdprs")
	documentTriggers = triggersOf("bdprsfnt")
)

// triggersOf returns the triggers where words of marks begin with the small letters given, or their capitals.
func triggersOf(letters string) (t [256]trigger) {
	for i := range t {
		t[i] = triggerAny << triggerBehind
		if isAlnum(byte(i)) {
			t[i] = triggerSign << triggerBehind
		}
	}
	for _, c := range []byte(letters) {
		t[c] |= triggerWord
		t[c&^0x20] |= triggerWord
	}
	for _, c := range []byte("xX[_\".(#0123456789\xc2\xe2\xef") {
		t[c] |= triggerSign
	}
	return t
}

// scan finds the marks of one block, except losses, which depend on the block behind it.
func (m *marker) scan(block int) {
	b := &m.c.Blocks[block]
	if b.Role == model.TransmissionRole || b.Role == model.PublisherRole {
		return // routing codes and the publisher's own fields hide nothing
	}
	m.block, m.kind, m.text = block, b.Kind, b.Text
	m.quoted, m.capitals, m.ticked, m.stated = false, unasked, unasked, 0
	running := b.Kind.IsText() || b.Kind == model.Heading || b.Kind == model.Trailer
	if b.Kind != model.Header && m.withdrawalCard(b.Number) {
		return
	}
	text, triggers, can := m.text, m.triggers, triggerAny
	if !running {
		can = triggerSign
	}
	for i, allowed := 0, can; !m.full; can = triggers[text[i-1]] >> triggerBehind & allowed {
		for _, c := range []byte(text[i:]) {
			t := triggers[c]
			if t&can != 0 {
				break
			}
			can = t >> triggerBehind & allowed
			i++
		}
		if i == len(text) {
			break
		}
		if triggers[text[i]]&triggerSign != 0 {
			i = max(i+1, m.at(i, running))
		} else {
			i = max(i+1, m.word(i))
		}
	}
	if b.Kind != model.Header {
		m.releaseLines()
	}
	if b.Kind == model.Note {
		m.expungedNotes()
	}
}

// at tries the finders whose marks begin with the sign or digit at i. It returns where to go on: the
// end of what was found, or i when nothing was.
func (m *marker) at(i int, running bool) int {
	switch c := m.text[i]; c {
	case 'x', 'X':
		if i > 0 && isLetter(m.text[i-1]) && !(i+1 < len(m.text) && redactionIsX(m.text[i+1])) {
			return i // "example": a single one in a word hides nothing
		}
		return m.redactedRun(i)
	case '[':
		return m.bracket(i)
	case '_':
		return m.underscores(i)
	case '"':
		m.quoted = !m.quoted
	case '.':
		if strings.HasPrefix(m.text[i+1:], " .") {
			return m.ellipsis(i)
		}
	case 0xc2, 0xe2, 0xef:
		return m.symbol(i)
	case '#':
		return m.hashes(i)
	case '(':
		if end, ok := m.garbleInParentheses(i); ok {
			return end
		}
		if running {
			if strings.HasPrefix(m.text[i:], "(b)") || strings.HasPrefix(m.text[i:], "(B)") {
				return m.releaseCode(i)
			}
			return m.protectInParentheses(i)
		}
	default:
		if running {
			return m.number(i)
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

// number handles digits, which can be an exemption code or the serial of a cable.
func (m *marker) number(i int) int {
	if i+1 < len(m.text) && (m.text[i+1] == '.' || i+2 < len(m.text) && redactionIsX(m.text[i+2])) && scanWordStart(m.text, i) {
		if end := m.releaseCode(i); end > i {
			return end
		}
	}
	return m.writtenID(i)
}

// word handles the beginnings of words that can be a reference, a code or a request for protection. The
// letters behind the first are asked before a finder is: few words are left then.
func (m *marker) word(i int) int {
	var find func(m *marker, i int) int
	switch m.text[i] | 0x20 {
	case 'b':
		if m.goesOn(i, "(") || m.digitBehind(i) { // B1, B(1)
			find = (*marker).releaseCode
		}
	case 'd':
		switch {
		case m.goesOn(i, "oc"), m.goesOn(i, "o "): // document, also with blanks between its letters
			find = (*marker).documentWord
		case m.goesOn(i, "ec"): // declassified
			find = (*marker).statedRedaction
		}
	case 'f', 'n':
		if m.goesOn(i, "o") { // footnote, note
			find = (*marker).noteWord
		}
	case 't':
		if m.goesOn(i, "el") { // telegram
			find = (*marker).telegramWord
		}
	case 'r':
		if m.goesOn(i, "ef") || m.goesOn(i, "et") { // ref, reftel, retel
			find = (*marker).citedWord
		}
	case 'p':
		switch {
		case m.goesOn(i, "ar"): // para
			find = (*marker).paragraphWord
		case m.goesOn(i, "rm"), m.digitBehind(i): // PRM, P1
			find = (*marker).releaseCode
		case m.goesOn(i, "le"), m.goesOn(i, "ls"): // please
			find = (*marker).protectInText
		}
	case 's':
		switch {
		case m.goesOn(i, "ep"): // septel
			find = (*marker).septel
		case m.goesOn(i, "ta"): // STAT
			find = (*marker).releaseCode
		case m.goesOn(i, "tr"), m.goesOn(i, "ou"): // strictly, source
			find = (*marker).protectInText
		}
	}
	if find == nil || !scanWordStart(m.text, i) {
		return i
	}
	return find(m, i)
}

// digitBehind reports whether a digit stands behind the byte at i.
func (m *marker) digitBehind(i int) bool { return i+1 < len(m.text) && isDigit(m.text[i+1]) }

// goesOn reports whether the signs, at most two, stand behind the byte at i; small letters stand for capitals as well.
func (m *marker) goesOn(i int, signs string) bool {
	if i+len(signs) >= len(m.text) {
		return false
	}
	for k := range len(signs) {
		if c := m.text[i+1+k]; c != signs[k] && (!isUpper(c) || c|0x20 != signs[k]) {
			return false
		}
	}
	return true
}

// add keeps a mark of the current block; its Form is the text at the span.
func (m *marker) add(mark model.Mark, start, end int) {
	if m.full = m.full || len(m.found) >= marksMost; m.full || mark.Kind == model.Citation && m.isGiven(start, end) {
		return
	}
	mark.Block, mark.Span = m.block, model.Span{Start: start, End: end}
	mark.Form = m.text[start:end]
	m.found = append(m.found, mark)
}

// givenMarks returns the references and the signs of notes among marks, in reading order.
func givenMarks(marks []model.Mark) []model.Mark {
	var given []model.Mark
	for _, mark := range marks {
		if mark.Kind == model.Citation || mark.Kind == model.NoteSign {
			given = append(given, mark)
		}
	}
	slices.SortStableFunc(given, byPlace)
	return given
}

// givenFrom returns the index of the first of m.given that can reach into the current block from at
// on. They don't overlap each other, so only the one before the place can.
func (m *marker) givenFrom(at int) int {
	if len(m.given) == 0 {
		return 0
	}
	first, _ := slices.BinarySearchFunc(m.given, model.Mark{Block: m.block, Span: model.Span{Start: at, End: at}}, byPlace)
	return max(0, first-1)
}

// isGiven reports whether a reference stood at a place of the current block before.
func (m *marker) isGiven(start, end int) bool {
	for k := m.givenFrom(start); k < len(m.given); k++ {
		g := &m.given[k]
		if g.Block > m.block || g.Block == m.block && g.Span.Start >= end {
			break
		}
		if g.Kind == model.Citation && g.Block == m.block && g.Span.Overlaps(model.Span{Start: start, End: end}) {
			return true
		}
	}
	return false
}

// byPlace orders marks as they are read.
func byPlace(a, b model.Mark) int {
	return cmp.Or(cmp.Compare(a.Block, b.Block), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
}

// orderMarks sorts marks in reading order and drops those that say the same of the same place.
func orderMarks(marks []model.Mark) []model.Mark {
	slices.SortStableFunc(marks, byPlace)
	kept := marks[:0]
	for _, mark := range marks {
		if !repeatsMark(kept, mark) {
			kept = append(kept, mark)
		}
	}
	return kept
}

// repeatsMark reports whether one of the last of kept stands at the same place as mark with the
// same kind and target. Page markers and stamps are never dropped: each accounts for bytes of the file.
func repeatsMark(kept []model.Mark, mark model.Mark) bool {
	if mark.Kind == model.PageBreak || mark.Kind == model.Stamp {
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
