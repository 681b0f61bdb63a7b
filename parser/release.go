package parser

import (
	"strings"

	"reftel/model"
)

// Signs of a release office that stand for hidden words outside brackets (HANDBOOK section 3): codes
// in the margin, the stamp EXCISE, withdrawal cards.

// releaseSigns are words of the stamps on a paper that an office released in part. Codes are looked
// for in running text only where one of them stands: B1 is a visa and an airplane too.
var releaseSigns = [...]string{"RELEASE IN PART", "RELEASED IN PART", "DENIED IN FULL", "U.S. Department of State Case No", "US Department of State Case No",
	"Sanitized Copy", "SANITIZED COPY", "Approved for Release", "Approved For Release", "APPROVED FOR RELEASE", "CIA-RDP", "DECLASSIFIED IN PART", "Declassified in Part"}

// releaseIsStamp reports whether a word is the stamp of the Chile project for words cut out.
func releaseIsStamp(word string) bool { return scanIsOneOf(word, "excise", "excised") }

// released reports whether a stamp says that the cable was released in part.
func (m *marker) released() bool {
	if m.partly == unasked {
		m.partly = no
		for i := range m.c.Blocks {
			if releaseSigned(m.c.Blocks[i].Text) {
				m.partly = yes
			}
		}
		for i := range m.c.Marks {
			if s := &m.c.Marks[i]; s.Kind == model.Stamp && releaseSigned(s.Form) {
				m.partly = yes
			}
		}
	}
	return m.partly == yes
}

func releaseSigned(text string) bool {
	for _, sign := range releaseSigns {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return false
}

// releaseReasons stand before a code that is no redaction: they say why something is classified.
var releaseReasons = [...]string{"reason", "reasons", "section", "sections", "sec", "under", "per", "decl", "exemption", "exemptions",
	"order", "marked", "form", "visa", "visas", "on", "by", "e.o", "foia", "and", "or", "class", "type", "paragraph", "article"}

// releaseCode marks the exemption codes at i in the text of a paper that was released in part.
func (m *marker) releaseCode(i int) int {
	if exemptionCodeAt(m.text[i:]) == 0 || !m.released() {
		return i
	}
	before := scanBlanksBack(m.text, i)
	word, _ := scanWordBefore(m.text, before)
	if scanIsOneOf(strings.Trim(word, ".()"), releaseReasons[:]...) || before > 0 && strings.IndexByte(":/", m.text[before-1]) >= 0 {
		return i
	}
	end, code := m.codeBehind(i)
	if code == "" {
		return i
	}
	if next, _ := scanWordAt(m.text, scanBlanks(m.text, end)); scanIsOneOf(next, "visa", "visas") || strings.HasPrefix(m.text[end:], "/") {
		return end
	}
	m.add(redaction{code: code}.mark(), i, end)
	return end
}

// releaseLongest bounds the lines that may be a stamp, and the blocks that may be a withdrawal card.
const (
	releaseLongest = 60
	cardLongest    = 1500
)

// releaseLines marks lines that are nothing but the stamp EXCISE or exemption codes of which one is
// no ordinary word. Lines with anything else on them are left to the finders of running text.
func (m *marker) releaseLines() {
	for start := 0; start < len(m.text); {
		end := len(m.text)
		if n := strings.IndexByte(m.text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if line := strings.TrimSpace(m.text[start:end]); line != "" && len(line) <= releaseLongest {
			if r, ok := releaseLine(line); ok && (r.code == "" || !m.released()) { // else found in running text
				at := start + strings.Index(m.text[start:end], line)
				m.add(r.mark(), at, at+len(line))
			}
		}
		start = end + 1
	}
}

// releaseLine reads a line of a stamp.
func releaseLine(line string) (r redaction, ok bool) {
	word, end := scanWordAt(line, 0)
	if word != "" && releaseIsStamp(word) && strings.ToUpper(word) == word {
		rest := strings.TrimSpace(line[end:])
		code, isCode := exemptionCodes(rest)
		return redaction{code: code}, isCode || rest == ""
	}
	code, isCode := exemptionCodes(line)
	sure := strings.Contains(code, "(") || strings.Contains(code, "25X") || strings.Contains(code, "50X1") || strings.Contains(code, "STATINTL")
	return redaction{code: code}, isCode && sure
}

// cardTitles begin the cards that archives put in the place of a paper.
var cardTitles = [...]string{"withdrawal card", "withdrawal notice", "withdrawal slip", "withdrawal sheet"}

// cardSentences say the same in a sentence, if one of cardReasons stands beside it.
var (
	cardSentences = [...]string{"document has been withdrawn", "record has been withdrawn", "telegram has been withdrawn",
		"item has been withdrawn", "document withdrawn", "withdrawn from this file", "withdrawn in its entirety", "withdrawn in full"}
	cardReasons = [...]string{"archives", "declassif", "exemption", "exempt", "access", "security-classified", "restricted"}
)

// withdrawalCard marks a block that stands in place of a paper that was withdrawn, and reports
// whether it is one. Treaties are withdrawn from by notices too, so a title has to begin the block.
func (m *marker) withdrawalCard(number int) bool {
	if number > 0 || len(m.text) > cardLongest || !strings.Contains(m.text, "ithdr") && !strings.Contains(m.text, "ITHDR") {
		return false
	}
	for _, title := range cardTitles {
		if hasFoldPrefix(m.text, title) {
			m.add(redaction{extent: "document"}.mark(), 0, len(title))
			return true
		}
	}
	because := false
	for _, reason := range cardReasons {
		because = because || indexFold(m.text, reason) >= 0
	}
	for _, sign := range cardSentences {
		if at := indexFold(m.text, sign); because && at >= 0 {
			m.add(redaction{extent: "document"}.mark(), at, at+len(sign))
			return true
		}
	}
	return false
}
