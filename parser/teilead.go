package parser

import (
	"strings"

	"reftel/model"
)

// What stands before the text of a block: labels of lists, numbers and markings that open a paragraph,
// the telegram's number, labels of header fields.

// seal finishes a block whose words are complete.
func (t *teiDocument) seal(b *teiBlock) {
	if b.block.Kind == model.Preformatted {
		b.alignCells()
		return
	}
	b.seal()
	s := b.done
	switch b.block.Kind {
	case model.Header:
		switch {
		case b.block.Role == model.HeadlineRole:
			t.headline, t.head = s, parseDocumentHead(s)
		case b.lead > 0:
			b.takeLead(t.doc, b.lead)
		case b.block.Role == model.OtherHeaderRole && !b.attached:
			t.telegram = t.telegram || indexFold(s, "telegram") >= 0
		}
	case model.Heading:
		if m, n := teiMarking(s); n > 0 && n < len(s) && s[0] == '(' && b.takeLead(t.doc, n) {
			b.block.Marking = m
		}
	case model.Paragraph, model.SubParagraph:
		switch {
		case isRule(s):
			b.block.Kind = model.Rule
		case b.lead > 0:
			t.labelled(b, s)
		default:
			t.unlabelled(b, s)
		}
	}
}

// mostParagraphs is the highest number that a paragraph is believed to have; what is higher is a year
// or a telegram's number.
const mostParagraphs = 300

// labelled reads an item of a list with its label: "1." numbers a paragraph where the list isn't part of
// another, everything else a sub-paragraph.
func (t *teiDocument) labelled(b *teiBlock, s string) {
	label := strings.TrimSpace(s[:b.lead])
	rest := len(s) - len(strings.TrimLeft(s[b.lead:], " \n"))
	number := strings.TrimSuffix(label, ".")
	b.block.Kind = model.SubParagraph
	if allDigits(number) && len(number) <= 3 && b.depth <= 1 && !b.inside {
		b.block.Kind, b.block.Number = model.Paragraph, refAtoi(number)
		t.opened, t.counted = true, true
	} else if letter := strings.Trim(label, "().[]:, "); len(letter) <= 4 {
		b.block.Letter = letter
	}
	if m, n := teiMarking(s[rest:]); n > 0 && s[rest] == '(' && b.takeLead(t.doc, rest+n) {
		b.block.Marking = m
		return
	}
	b.takeLead(t.doc, b.lead)
}

// unlabelled reads a paragraph or an item that begins as it likes.
func (t *teiDocument) unlabelled(b *teiBlock, s string) {
	plain := b.block.Kind == model.Paragraph && !b.attached
	first := plain && !t.opened
	t.opened = t.opened || plain
	if first && t.isTelegram() {
		if serial, n, ok := parseTelegramNumber(s); ok && serial > 1 {
			t.serial = serial
			t.findSubject(s)
			b.takeLead(t.doc, n)
			return
		}
	}
	if plain && !t.counted && t.isTelegram() && t.field(b, s) {
		return
	}
	if p, ok := readNumber(s); ok && b.block.Kind == model.Paragraph && p.number <= mostParagraphs {
		t.counted = t.counted || plain
		b.block.Number, b.block.Marking = p.number, p.marking
		at := scanBlanks(s, p.lead)
		lead := p.lead
		if m, n := teiMarking(s[at:]); n > 0 && p.marking == "" && s[at] == '(' {
			b.block.Marking, lead = m, at+n
		}
		if s[lead:] == "." { // the marking is all: "1. (S–Entire text)."
			lead++
		}
		b.takeLead(t.doc, lead)
		return
	}
	if plain && !t.counted {
		t.findSubject(s)
	}
	if letter, m, n := readBullet(s); n > 0 {
		b.block.Kind, b.block.Letter, b.block.Marking = model.SubParagraph, letter, m
		b.takeLead(t.doc, n)
		return
	}
	if m, n := teiMarking(s); n > 0 && s[0] == '(' && b.takeLead(t.doc, n) {
		b.block.Marking = m
	}
}

// isTelegram reports whether the head, or in older volumes a line below it, says that the document is a telegram.
func (t *teiDocument) isTelegram() bool {
	return t.telegram || t.head.Station != "" || indexFold(t.headline, "telegram") >= 0 || indexFold(t.headline, "airgram") >= 0
}

// field makes a header block of a telegram's paragraph that is a field: "Subject: ...", "Ref: State 12345."
func (t *teiDocument) field(b *teiBlock, s string) bool {
	role, n, ok := label(s)
	if !ok || n == 0 || strings.IndexByte(s[:n], ':') < 0 {
		return false
	}
	switch role {
	case model.SubjectRole, model.ReferencesRole, model.TagsRole, model.ExecutiveOrderRole:
	default:
		return false
	}
	b.block.Kind, b.block.Role = model.Header, role
	b.takeLead(t.doc, n)
	return true
}

// findSubject finds a subject in the middle of a telegram's first paragraph: "For Smith from Jones. Subj: Talk with
// the minister."
func (t *teiDocument) findSubject(s string) {
	const farthest = 400 // words of address before it
	if t.subject != "" || !t.isTelegram() {
		return
	}
	for _, word := range []string{"subj:", "subject:"} {
		at := indexFold(s[:min(len(s), farthest)], word)
		if at < 0 || !scanWordStart(s, at) {
			continue
		}
		rest := s[at+len(word):]
		for _, end := range []string{" ref:", " refs:", " reference:", " references:", " ref(s):"} {
			if i := indexFold(rest, end); i >= 0 {
				rest = rest[:i]
			}
		}
		rest = strings.TrimSpace(rest)
		if strings.HasSuffix(rest, ".") && !strings.HasSuffix(rest, "..") && strings.Count(lastWord(rest), ".") == 1 {
			rest = rest[:len(rest)-1]
		}
		t.subject = joinLines(rest)
		return
	}
}

// teiMarking reads a portion marking as readMarking does; the dash in it may be a printer's: "(S–Entire text)".
func teiMarking(s string) (m model.Marking, n int) {
	const longest = 60
	if m, n = readMarking(s); n > 0 || s == "" || s[0] != '(' {
		return m, n
	}
	end := strings.IndexByte(s[:min(len(s), longest)], ')')
	if end < 0 {
		return "", 0
	}
	plain := strings.NewReplacer("–", "-", "—", "-").Replace(s[:end+1])
	if m, n = readMarking(plain); n != len(plain) {
		return "", 0
	}
	return m, end + 1
}
