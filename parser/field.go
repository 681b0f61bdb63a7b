package parser

import "strings"

// What the readers of header fields share: blanking what is no part of the field and finding its end.

// fieldBlank overwrites bytes with blanks; line ends stay, and so do all offsets.
func fieldBlank(b []byte, from, to int) {
	for i := from; i < to; i++ {
		if b[i] != '\n' {
			b[i] = ' '
		}
	}
}

// fieldTrimNotice moves back over a bracket or portion marking before a sentence: "(U) This message".
func fieldTrimNotice(text string, i int) int {
	head := strings.TrimRight(text[:i], " \n\t")
	if open := strings.LastIndexByte(head, '('); open >= 0 && strings.HasSuffix(head, ")") && len(head)-open <= 6 {
		return open
	}
	return i
}

// fieldParagraphOne reports whether the first paragraph of the text begins at text[i]: "1." with a
// blank or bracket behind it and something before it, for a list may be numbered itself.
func fieldParagraphOne(text string, i int) bool {
	if i == 0 || strings.TrimSpace(text[:i]) == "" || i+2 > len(text) || text[i+1] != '.' {
		return false
	}
	if c := text[i-1]; c != '\n' && c != ' ' && c != 0xB6 {
		return false
	}
	rest := strings.TrimLeft(text[i+2:], " ")
	switch {
	case rest == "":
		return true
	case rest[0] == '(':
		return true
	case text[i-1] == '\n' || text[i-1] == 0xB6 || strings.HasSuffix(text[:i], "\n "):
		return isLetter(rest[0]) && !startsReference(rest)
	}
	return hasFoldPrefix(rest, "SUMMARY") || hasFoldPrefix(rest, "BEGIN SUMMARY")
}

// fieldWithoutMarkers returns the text with the markers blanked that fall into it.
func fieldWithoutMarkers(text string) string {
	if !fieldMayHoldMarker(text) {
		return text
	}
	b := []byte(text)
	fieldBlankMarkers(b)
	return string(b)
}

// fieldMayHoldMarker reports whether the text has a serial of eight digits, where O may stand for a zero, or
// the word PAGE: every marker has one of them, and hardly any field.
func fieldMayHoldMarker(text string) bool {
	const serial = 8
	digits := 0
	for i := range len(text) {
		switch c := text[i]; {
		case isDigit(c) || c|0x20 == 'o':
			if digits++; digits == serial {
				return true
			}
			continue
		case c|0x20 == 'p' && hasFoldPrefix(text[i:], "PAGE"):
			return true
		}
		digits = 0
	}
	return false
}

// fieldBlankMarkers blanks the markers that fall into the list: "MANILA 00000924  003 OF 005",
// "CONFIDENTIAL PAGE 02 ROME 01196 01 OF 02 082030Z".
func fieldBlankMarkers(b []byte) {
	r := refReader{toks: refTokens(string(b))}
	for i := 0; i < len(r.toks); i++ {
		t := r.toks[i]
		switch {
		case t.kind == refNumber && len(t.text) == 8 && r.wordAt(i-1):
			from := i - 1
			for n := 1; n < maxStationWords && r.wordAt(from-1) && r.toks[from].lines == 0; n++ {
				if s, _, ok := r.station(from); ok && s != "" {
					break
				}
				from--
			}
			if _, next, ok := r.station(from); !ok || next != i {
				from = i - 1
			}
			to := r.sectionOf(i + 1)
			fieldBlank(b, r.toks[from].start, r.toks[to-1].end)
			i = to - 1
		case t.kind == refWord && strings.EqualFold(t.text, "PAGE") && r.wordAt(i+2):
			to := i + 2
			for to < len(r.toks) && r.wordAt(to) && to < i+2+maxStationWords {
				to++
			}
			if n, ok := r.tok(to); !ok || n.kind != refNumber {
				continue
			}
			to = r.sectionOf(to + 1)
			if n, ok := r.tok(to); ok && n.kind == refNumber && len(n.text) == 6 && r.is(to+1, "Z") {
				to += 2
			}
			from := i
			if from > 0 && fieldLevelWord(r.toks[from-1].text) {
				from--
			}
			fieldBlank(b, r.toks[from].start, r.toks[to-1].end)
			i = to - 1
		}
	}
}

// sectionOf returns the token behind "001.2 OF 003" at token i, or i.
func (r *refReader) sectionOf(i int) int {
	at := i
	number := func() bool {
		t, ok := r.tok(at)
		if ok && t.kind == refNumber {
			at++
		}
		return ok && t.kind == refNumber
	}
	if !number() {
		return i
	}
	if r.is(at, ".") {
		at++
		number()
	}
	if t, ok := r.tok(at); !ok || !strings.EqualFold(t.text, "OF") {
		return i
	}
	at++
	if !number() {
		return i
	}
	return at
}

func fieldLevelWord(w string) bool {
	switch strings.ToUpper(w) {
	case "UNCLASSIFIED", "UNCLAS", "CONFIDENTIAL", "SECRET", "NOFORN":
		return true
	}
	return false
}
