package parser

import (
	"strings"

	"reftel/model"
)

// parseSubject reads the SUBJECT field: text of the field with or without its label. subject is one
// line, letters as written; marking is the portion marking that stood in brackets at its start or
// end. What follows on the same line without a label of its own is cut off: a page marker, the first
// paragraph, a sentence about the handling of the message.
func parseSubject(text string) (subject string, marking model.Marking) {
	if _, n, ok := label(text); ok {
		text = text[n:]
	}
	subject = oneLine(fieldWithoutMarkers(text[:subjectEnd(text)]))
	if strings.IndexByte(subject, '\\') >= 0 {
		subject = subjectEscapes.Replace(subject)
	}
	subject = subjectWithoutMarks(strings.TrimRight(subject, " ¶")) // of the first paragraph behind it
	if strings.HasPrefix(subject, "(") {
		if inside, rest, ok := strings.Cut(subject[1:], ")"); ok && subjectMarking(inside) {
			return subjectWithoutMarks(rest), model.Marking(strings.TrimSpace(inside))
		}
	}
	if open := strings.LastIndexByte(subject, '('); open > 0 && strings.HasSuffix(subject, ")") {
		if inside := subject[open+1 : len(subject)-1]; subjectMarking(inside) && !strings.ContainsAny(inside, "0123456789") {
			return strings.TrimSpace(subject[:open]), model.Marking(inside)
		}
	}
	return subject, ""
}

// subjectWithoutMarks takes off what is left of a doubled separator: "SUBJECT:: ", "SUBJECT - ", "(C): ".
func subjectWithoutMarks(s string) string {
	s = strings.TrimSpace(s)
	for _, mark := range [...]string{": ", "- "} {
		s = strings.TrimLeft(strings.TrimPrefix(s, mark), " ")
	}
	return s
}

// subjectEscapes are quotation marks as databases write them out.
var subjectEscapes = strings.NewReplacer(`\'`, `'`, `\"`, `"`)

// subjectMarking reports whether the words in a bracket are a portion marking.
func subjectMarking(inside string) bool {
	inside = strings.TrimSpace(inside)
	return len(inside) <= 24 && model.Marking(inside).Level() != model.LevelUnknown
}

// subjectNotices begin a sentence about the message; it is no part of the subject on whose line it is.
var subjectNotices = [...]string{"SENSITIVE BUT", "THIS MESSAGE IS", "THIS CABLE IS", "THIS IS AN ACTION", "NOT FOR INTERNET", "DERIVED FROM:",
	"REASON: 1", "REASONS: 1"}

// subjectEnd returns where the subject ends in its text: at a label, a blank line behind its first
// words, paragraph 1, a ruled line or a notice.
func subjectEnd(text string) int {
	end := len(text)
	if n := nextLabel(text); n >= 0 {
		end = n
	}
	begun := false
	for at := 0; at < end; {
		line := text[at:end]
		if n := strings.IndexByte(line, '\n'); n >= 0 {
			line = line[:n]
		}
		words := strings.Trim(line, " \t\r\\")
		if words == "" && begun || strings.HasPrefix(words, "----") || strings.HasPrefix(words, "====") {
			return at
		}
		if _, _, ok := label(line); ok && at > 0 {
			return at
		}
		begun = begun || words != ""
		for i := range len(line) {
			switch line[i] | 0x20 {
			case '1' | 0x20:
				if fieldParagraphOne(text[:end], at+i) {
					return at + i
				}
			case 's', 't', 'n', 'd', 'r':
				if i > 0 && isLetter(line[i-1]) {
					continue
				}
				for _, notice := range subjectNotices {
					if hasFoldPrefix(line[i:], notice) && at+i > 0 {
						return fieldTrimNotice(text, at+i)
					}
				}
			}
		}
		at += len(line) + 1
	}
	return end
}
