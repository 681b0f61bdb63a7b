package parser

import (
	"strings"
	"unicode"

	"reftel/model"
)

// Square brackets hold most words that somebody else put into a text: what was redacted, what an
// editor left out, what could not be read. Only listed forms count; drafters use brackets too.

// bracketLongest bounds what is read behind an opening bracket.
const bracketLongest = 200

// bracketVerbs end the redactions of newspapers and release offices: [Name removed].
var bracketVerbs = [...]string{"removed", "redacted", "withheld", "deleted", "excised", "expunged",
	"censored", "sanitized", "suppressed"}

// bracketThings are what such redactions hide; the word stands before the verb.
var bracketThings = [...]string{"name", "names", "detail", "details", "source", "sources", "location",
	"locations", "content", "contents", "text", "texts", "information", "info", "word", "words",
	"line", "lines", "sentence", "sentences", "paragraph", "paragraphs", "passage", "passages",
	"section", "sections", "number", "numbers", "date", "dates", "title", "titles", "position",
	"identity", "identities", "reference", "references", "phrase", "phrases", "portion", "portions",
	"material", "place", "places", "country", "company", "organization", "individual",
	"individuals", "person", "persons", "address", "addresses", "amount", "amounts", "page", "pages",
	"email", "contact", "contacts", "surname", "nationality", "data", "identifier", "identifiers"}

// bracket marks what the bracket at i holds, if it is one of the listed forms.
func (m *marker) bracket(i int) int {
	end := i + 1
	for end < len(m.text) && m.text[end] != ']' {
		if m.text[end] == '[' || end-i > bracketLongest {
			return m.damagedBracket(i)
		}
		end++
	}
	if end == len(m.text) {
		return m.damagedBracket(i)
	}
	content := m.text[i+1 : end]
	end++
	if strings.Trim(content, " .\u2026\n") == "" && strings.ContainsAny(content, ".\u2026") {
		if !m.quoted { // a drafter cuts a quotation short, a publisher cuts the cable
			m.add(model.Mark{Kind: model.Omission}, i, end)
		}
		return end
	}
	words := bracketWords(content)
	switch {
	case words == "":
		return m.emptyBracket(i, end)
	case bracketIsOmission(words):
		m.add(model.Mark{Kind: model.Omission}, i, end)
	case garbleIsBracket(words):
		m.add(model.Mark{Kind: model.Garble, Why: garbleSaid}, i, end)
	default:
		extent, code, ok := bracketRedaction(words)
		if !ok {
			return i // the text inside is read as any other: [ref A], [XXXX told us]
		}
		m.add(model.Mark{Kind: model.Redaction, Extent: extent, Code: code}, i, end)
	}
	return end
}

// bracketWords returns the words in a bracket: lower case, one blank between, without the
// underscores and asterisks that stand for italics.
func bracketWords(content string) string {
	words := strings.FieldsFunc(content, func(r rune) bool {
		return r == '_' || r == '*' || unicode.IsSpace(r)
	})
	return strings.ToLower(strings.Join(words, " "))
}

// bracketIsOmission reports whether the words are an editor's: [Omitted here is ...],
// [matter omitted], [2 paragraphs omitted].
func bracketIsOmission(words string) bool {
	return strings.HasPrefix(words, "omitted here") || strings.HasPrefix(words, "here follow") ||
		words == "omitted" || strings.HasSuffix(words, " omitted") ||
		strings.HasPrefix(words, "matter omit") || strings.HasPrefix(words, "imatter omit")
}

// bracketRedaction reads the words of a redaction: extent and exemption code, as far as stated.
func bracketRedaction(words string) (extent, code string, ok bool) {
	if code, ok = exemptionCodes(words); ok {
		return "", code, true
	}
	if head, found := bracketNotDeclassified(words); found {
		return bracketExtent(head), "", true
	}
	head, tail, found := bracketVerb(words)
	if !found {
		return "", "", false
	}
	if tail != "" {
		rest := strings.Trim(tail, " :-,;()")
		if c, isCode := exemptionCodes(rest); isCode {
			code = c
		} else if head == "" && bracketIsExtent(rest) {
			return rest, "", true
		} else if rest != "" && !strings.HasPrefix(rest, "by ") && !strings.HasPrefix(rest, "for ") &&
			!strings.HasPrefix(rest, "under ") {
			return "", "", false
		}
	}
	if head != "" && !bracketIsExtent(head) {
		return "", "", false
	}
	return head, code, true
}

// bracketNotDeclassified returns what stands before "not declassified", the mark of the Foreign
// Relations series. FORMATS section 5 lists the damaged ones: words run together, the "not" lost.
func bracketNotDeclassified(words string) (head string, ok bool) {
	words = strings.TrimSuffix(words, ".")
	head, ok = strings.CutSuffix(words, "declassified")
	if !ok {
		return "", false
	}
	head = strings.TrimSpace(head)
	if cut, found := strings.CutSuffix(head, "not"); found {
		return strings.TrimSpace(cut), true
	}
	return head, strings.Contains(head, "source text") || strings.HasSuffix(head, "lines") ||
		strings.HasSuffix(head, " line")
}

// bracketExtent shortens "3 lines of source text" to "3 lines", also where words ran together.
func bracketExtent(head string) string {
	for _, s := range []string{"of source text", "ofsource text", "of sourcetext", "ofsourcetext"} {
		head = strings.ReplaceAll(head, s, "")
	}
	head = strings.ReplaceAll(strings.Join(strings.Fields(head), " "), " )", ")")
	return strings.TrimSpace(head)
}

// bracketVerb splits words at the verb of a redaction.
func bracketVerb(words string) (head, tail string, ok bool) {
	for _, verb := range bracketVerbs {
		at := strings.Index(words, verb)
		if at < 0 || (at > 0 && words[at-1] != ' ') || !scanWordEnd(words, at+len(verb)) {
			continue
		}
		return strings.TrimSpace(words[:at]), strings.TrimSpace(words[at+len(verb):]), true
	}
	return "", "", false
}

// bracketIsExtent reports whether words say what or how much is hidden: at most four words, the
// last a thing of the list ("names", "2 lines", "company name").
func bracketIsExtent(words string) bool {
	fields := strings.Fields(words)
	return len(fields) > 0 && len(fields) <= 4 && scanIsOneOf(fields[len(fields)-1], bracketThings[:]...)
}

// emptyBracket marks [ ], a blank of the Chile releases, with the exemption code beside it. In a
// block with ticked boxes the empty ones are boxes too.
func (m *marker) emptyBracket(i, end int) int {
	if m.ticked == unasked {
		m.ticked = no
		if strings.Contains(m.text, "[X]") || strings.Contains(m.text, "[x]") {
			m.ticked = yes
		}
	}
	if m.ticked == yes {
		return end
	}
	end, code := m.codeBehind(end)
	m.add(model.Mark{Kind: model.Redaction, Code: code}, i, end)
	return end
}

// damagedBracket marks "[matter omitted" whose closing bracket was misread as a letter: FORMATS
// section 7 lists the spellings.
func (m *marker) damagedBracket(i int) int {
	for _, form := range [...]string{"matter omitted", "matter omittea", "imatter omitted"} {
		if end := i + 1 + len(form); end <= len(m.text) && strings.EqualFold(m.text[i+1:end], form) {
			for end < len(m.text) && isLetter(m.text[end]) {
				end++
			}
			m.add(model.Mark{Kind: model.Omission}, i, end)
			return end
		}
	}
	return i
}
