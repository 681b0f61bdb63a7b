package parser

import (
	"bytes"
	"strings"

	"reftel/model"
)

// parseReferences reads the REF list of a cable: text of the field, with or without its label, in
// lines or joined. year is the citing cable's, own its id, for the list may hold a page marker that
// names the cable itself. Spans lie in text and read back to Raw. Doubles are kept: one id under two
// letters is two references.
//
// The grammar (HANDBOOK section 2; cablemap's tests show every form):
//
//	list  = { [bullet] entry [";"] }
//	entry = item { sep item } [notes] | words that name no cable
//	item  = [year] station [marks] serial [year] | serial station | serial
//	sep   = "," | "/" | "and" | "&" | newline
//
// A bullet is a letter in one of many dresses; it holds until the next. A bare serial takes the
// station of the item before, across bullets too.
func parseReferences(text string, year int, own model.ID) []model.Reference {
	b := cleanReferences(text)
	l := refList{text: text, refReader: refReader{toks: refTokens(string(b)), year: year, list: true}, own: own, whole: true}
	l.read()
	return l.out
}

// startsReference reports whether s begins with what stands in a REF list: bullets, then a written
// id. It tells a label without its colon from the verb ("REF A) STATE 12345").
func startsReference(s string) bool {
	if len(s) > 80 {
		s = s[:80]
	}
	l := refList{text: s, refReader: refReader{toks: refTokens(refWithoutSigns(s)), list: true}}
	i := 0
	for range 3 {
		_, next, ok := l.bullet(i)
		if !ok {
			break
		}
		i = next
	}
	_, _, ok := l.written(l.skipNoise(i))
	return ok
}

// referenceEntry reads the start of a line of a REF list: the bullet that it begins with, "" if there
// is none, and whether a written id follows. A dash may stand before the bullet.
func referenceEntry(s string) (bullet string, reads bool) {
	const reach = 80
	s = s[:min(len(s), reach)]
	l := refList{text: s, refReader: refReader{toks: refTokens(refWithoutSigns(s)), list: true}}
	i := 0
	for l.is(i, "-") {
		i++
	}
	start := i
	if letter, next, ok := l.bullet(i); ok {
		bullet, i = letter, next
	} else if t, ok := l.tok(i); ok && t.kind == refNumber && len(t.text) <= 2 && t.text[0] != '0' && (l.is(i+1, ".") || l.is(i+1, ")")) {
		bullet, i = t.text, i+2
	}
	_, _, reads = l.written(l.skipNoise(i))
	if start > 0 && bullet == "" {
		return "", false // a title behind a dash
	}
	return bullet, reads
}

// endsReference reports whether s ends the id that text breaks off in: "RIO", "DE JANEIRO 1291".
func endsReference(text, s string) bool {
	cut := len(text)
	for range maxStationWords - 1 {
		if cut <= 0 || !isLetter(text[cut-1]) {
			return false
		}
		cut = strings.LastIndexAny(text[:cut], " \n")
		if tail := text[cut+1:]; startsReference(tail + " " + s) {
			return !startsReference(tail)
		}
	}
	return false
}

// lastBullet returns the bullet that holds at the end of a line of a REF list; held is the one that
// held before it.
func lastBullet(s, held string) string {
	l := refList{text: s, refReader: refReader{toks: refTokens(refWithoutSigns(s)), list: true}, held: held}
	l.read()
	return l.held
}

// cleanReferences returns text with everything blanked that is no part of the list: labels, pilcrows,
// backslashes, page markers, and whatever follows the list. Offsets stay those of text.
func cleanReferences(text string) []byte {
	b := []byte(text)
	if _, n, ok := label(text); ok {
		fieldBlank(b, 0, n)
	}
	fieldBlank(b, refListEnd(string(b)), len(b))
	refBlankSigns(b)
	if fieldMayHoldMarker(string(b)) {
		fieldBlankMarkers(b)
	}
	return b
}

// refWithoutSigns returns a line of the list with the same signs blanked; most lines have none.
func refWithoutSigns(s string) string {
	for i := range len(s) {
		if c := s[i]; c == '\\' || c == '>' || c == '*' || c == 0xC2 || c == 0xEF {
			return string(refBlankSigns([]byte(s)))
		}
	}
	return s
}

// refBlankSigns blanks the signs that publishers put into the list: pilcrows, backslashes at line
// ends, the ">" of a quoted text, no-break spaces.
func refBlankSigns(b []byte) []byte {
	for i := 0; i < len(b); i++ {
		switch {
		case b[i] == '\\' || b[i] == '>' || b[i] == '*':
			b[i] = ' '
		case b[i] == 0xC2 && i+1 < len(b) && (b[i+1] == 0xB6 || b[i+1] == 0xA0): // pilcrow, no-break space
			b[i], b[i+1] = ' ', ' '
		case b[i] == 0xEF && bytes.HasPrefix(b[i:], []byte("\uFFFD")): // a pilcrow that broke
			b[i], b[i+1], b[i+2] = ' ', ' ', ' '
		}
	}
	return b
}

// refSentences begin what often follows the list on its line.
var refSentences = [...]string{"SENSITIVE BUT", "THIS MESSAGE", "THIS CABLE", "THIS IS A", "THIS TELEGRAM",
	"PLEASE PROTECT", "PLEASE HANDLE", "NOT FOR INTERNET", "SUMMARY:", "SUMMARY.", "SUMMARY\n", "BEGIN SUMMARY",
	"ENTIRE TEXT", "REASON:", "REASONS:", "DERIVED FROM", "DECL:", "DECLASSIFY"}

// refListEnd returns where the list ends in its text: at the label of another field, at paragraph 1,
// or at a sentence about the message.
func refListEnd(text string) int {
	end := len(text)
	for at := 0; at < end; {
		n := nextLabel(text[at:end])
		if n < 0 {
			break
		}
		role, size, _ := label(text[at+n : end])
		if role != model.ReferencesRole {
			end = at + n
			break
		}
		at += n + max(size, 1)
	}
	for i := 0; i < end; i++ {
		if i > 0 && isLetter(text[i-1]) {
			continue
		}
		switch text[i] | 0x20 {
		case 's', 't', 'p', 'n', 'b', 'e', 'r', 'd':
			for _, s := range refSentences {
				if hasFoldPrefix(text[i:end], s) {
					return fieldTrimNotice(text, i)
				}
			}
		case '1':
			if fieldParagraphOne(text[:end], i) {
				return i
			}
		}
	}
	return end
}
