package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// Square brackets hold most words that somebody else put into a text: what was redacted, what an
// editor left out, what could not be read. Drafters use brackets too, so only what the grammars of
// redactions (redactionwords.go), omissions (omission.go) and garbles (garble.go) know is a mark.

const (
	// bracketLongest bounds what is read as words behind an opening bracket.
	bracketLongest = 400
	// bracketFarthest bounds the search for the closing one: editors describe in brackets what they left out.
	bracketFarthest = 4000
	// bracketDeepest bounds brackets in brackets; together with the bounds above it keeps the work linear.
	bracketDeepest = 3
)

// bracket marks what the bracket at i holds, if it is one of the known forms.
func (m *marker) bracket(i int) int {
	end, ok := bracketEnd(m.text, i)
	if !ok {
		return m.damagedBracket(i)
	}
	content := m.text[i+1 : end-1]
	if strings.Trim(content, " .\u2026\n") == "" && strings.ContainsAny(content, ".\u2026") {
		if !m.quoted { // a drafter cuts a quotation short, a publisher cuts the cable
			m.add(model.Mark{Kind: model.Omission}, i, end)
		}
		return end
	}
	if omissionBegins(content) {
		m.add(model.Mark{Kind: model.Omission}, i, end)
		if m.c.ID.IsDocument() {
			return i // the editors' words may cite a document
		}
		return end
	}
	if len(content) > bracketLongest {
		return i
	}
	words := bracketWords(content)
	if words == "" {
		return m.emptyBracket(i, end)
	}
	if r, found := readRedaction(words); found {
		if r.extent == "" && r.code == "" {
			end, r.code = m.codeBehind(end)
		}
		m.add(r.mark(), i, end)
		return end
	}
	switch {
	case omissionEnds(words):
		m.add(model.Mark{Kind: model.Omission}, i, end)
	case garbleIsWords(words):
		m.add(model.Mark{Kind: model.Garble, Why: garbleSaid}, i, end)
	default:
		return i // the text inside is read as any other: [ref A], [XXXX told us]
	}
	return end
}

// bracketEnd returns the end of the bracket that opens at i, brackets inside it included.
func bracketEnd(text string, i int) (end int, ok bool) {
	depth := 0
	for end = i; end < len(text) && end-i < bracketFarthest; end++ {
		switch text[end] {
		case '[':
			if depth++; depth > bracketDeepest {
				return i, false
			}
		case ']':
			if depth--; depth == 0 {
				return end + 1, true
			}
		}
	}
	return i, false
}

// bracketWords returns the words in a bracket: lower case, one blank between, without the
// underscores and asterisks that stand for italics.
func bracketWords(content string) string {
	words := strings.FieldsFunc(content, func(r rune) bool {
		return r == '_' || r == '*' || r == '\\' || unicode.IsSpace(r)
	})
	return strings.ToLower(strings.Join(words, " "))
}

// emptyBracket marks [ ], a blank of the Chile releases, with the exemption code or the stamp EXCISE
// beside it. In a block with ticked boxes the empty ones are boxes too; an empty text before an
// address is Markdown's link.
func (m *marker) emptyBracket(i, end int) int {
	if m.ticked == unasked {
		m.ticked = no
		if strings.Contains(m.text, "[X]") || strings.Contains(m.text, "[x]") {
			m.ticked = yes
		}
	}
	if m.ticked == yes || strings.HasPrefix(m.text[end:], "(") {
		return end
	}
	if word, stop := scanWordAt(m.text, scanBlanks(m.text, end)); releaseIsStamp(word) {
		end = stop
	}
	end, code := m.codeBehind(end)
	m.add(redaction{code: code}.mark(), i, end)
	return end
}

// damagedBracket marks a redaction or an omission whose closing bracket is missing or was misread:
// "[2 lines not declassified", "[matter omittedj". It reads words up to the one that ends such a mark.
func (m *marker) damagedBracket(i int) int {
	const longest, most = 160, 16
	limit := min(len(m.text), i+1+longest)
	at := i + 1
	for words := 0; words < most; words++ {
		for at < limit && !scanIsBlank(m.text[at]) && m.text[at] != '[' && m.text[at] != ']' {
			at++
		}
		if at == len(m.text) || scanIsBlank(m.text[at]) || m.text[at] == ']' || m.text[at] == '[' {
			if end, ok := m.unclosed(i, at); ok {
				return end
			}
		}
		for at < limit && (scanIsBlank(m.text[at]) || m.text[at] == ']') {
			at++
		}
		if at >= limit || m.text[at] == '[' {
			break
		}
	}
	return i
}

// unclosed marks the redaction or omission that opens at i and whose last word ends at end.
func (m *marker) unclosed(i, end int) (stop int, ok bool) {
	content := strings.TrimRight(m.text[i+1:end], ".,;:)}|!")
	last := content[strings.LastIndexAny(content, " \n\t")+1:]
	tail := make([]byte, 0, tolerantLongest)
	for k := 0; k < len(last) && len(tail) < tolerantLongest; k++ {
		tail = append(tail, last[k])
	}
	word := strings.ToLower(string(tail))
	if _, is := tolerantTail(word, "declassified"); !is && tolerantErrors(word, "omitted") > 2 {
		return i, false
	}
	words := bracketWords(content)
	if r, found := readRedaction(words); found && r.known {
		stop = i + 1 + len(content)
		if stop < len(m.text) && strings.IndexByte(")}|!", m.text[stop]) >= 0 { // the closing bracket, misread
			stop++
		}
		m.add(r.mark(), i, stop)
		return stop, true
	}
	if omissionIsMatter(words) {
		stop = i + 1 + len(content)
		m.add(model.Mark{Kind: model.Omission}, i, stop)
		return stop, true
	}
	return i, false
}

// lastLetters returns the last letters and digits of words, at most 40, without what stands between
// them, and where each stands in words. Blanks are lost and added so often that the words at the end
// of a mark are looked for in these.
func lastLetters(words string) (letters string, at []int) {
	const most = 40
	var found [most]byte
	places := make([]int, most)
	n := most
	for i := len(words) - 1; i >= 0 && n > 0; i-- {
		switch c := words[i]; {
		case isAlnum(c) || c == '|':
			n--
			found[n], places[n] = c, i
		case c >= utf8.RuneSelf:
			return string(found[n:]), places[n:]
		}
	}
	return string(found[n:]), places[n:]
}
