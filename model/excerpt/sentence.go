package excerpt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// Sentence returns the span of the sentence that holds s, at most so many bytes before it and behind it: beyond those the
// text is cut as [Around] cuts it. A sentence ends at a full stop, question or exclamation mark before a blank, unless the
// stop belongs to an initial or a title, and at an empty line.
func Sentence(text string, s model.Span, before, behind int) model.Span {
	out := Around(text, s, before, behind)
	s.Start, s.End = max(s.Start, out.Start), min(max(s.End, out.Start), out.End)
	head := text[out.Start:s.Start]
	for i := len(head) - 1; i >= 0; i-- {
		if end := sentenceEnd(text, out.Start+i); end >= 0 && end <= s.Start {
			out.Start = end
			break
		}
	}
	for i := s.End; i < out.End; i++ {
		if end := sentenceEnd(text, i); end >= 0 {
			out.End = i + len(strings.TrimRight(text[i:min(end, out.End)], blanks))
			break
		}
	}
	return out
}

// sentenceEnd returns where the next sentence begins, if one ends with the character at i; else -1.
func sentenceEnd(text string, i int) int {
	switch text[i] {
	case '\n':
		if i+1 < len(text) && text[i+1] == '\n' {
			return skipBlanks(text, i)
		}
		return -1
	case '.':
		if isAbbreviated(text[:i]) {
			return -1
		}
	case '!', '?':
	default:
		return -1
	}
	end := i + 1
	for end < len(text) && strings.IndexByte(`")']`, text[end]) >= 0 {
		end++
	}
	if strings.HasPrefix(text[end:], "”") {
		end += len("”")
	}
	if end == len(text) || !isBlank(text[end]) {
		return -1
	}
	next := skipBlanks(text, end)
	if r, _ := utf8.DecodeRuneInString(text[next:]); unicode.IsLower(r) {
		return -1
	}
	return next
}

func skipBlanks(text string, i int) int {
	return i + len(text[i:]) - len(strings.TrimLeft(text[i:], blanks))
}

// titles are words that a full stop shortens in front of a name.
var titles = map[string]bool{"mr": true, "mrs": true, "ms": true, "dr": true, "gen": true, "lt": true, "col": true, "maj": true,
	"capt": true, "adm": true, "amb": true, "sen": true, "rep": true, "gov": true, "prof": true, "st": true, "jr": true, "no": true, "vs": true}

// isAbbreviated reports whether a full stop behind the text shortens its last word: an initial or a title.
func isAbbreviated(text string) bool {
	word := text[strings.LastIndexAny(text, blanks+"(\".-")+1:]
	if r, size := utf8.DecodeRuneInString(word); size == len(word) && unicode.IsLetter(r) {
		return true
	}
	return len(word) <= 4 && titles[strings.ToLower(word)]
}
