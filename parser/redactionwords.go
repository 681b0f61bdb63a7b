package parser

import (
	"strings"

	"reftel/model"
)

// Redactions in words: "[2 lines of source text not declassified]" of the Foreign Relations series
// and "[Name removed]" of newspapers and release offices (HANDBOOK section 3). The spellings differ
// so much, and scanning damages them in so many ways (FORMATS section 5), that they are read by a
// grammar: what is hidden (extent.go), and a word that says that it is.

// redaction is what the words of a mark say.
type redaction struct {
	extent, code string
	known        bool // every word of the extent is of the vocabulary
}

// mark returns the mark for it; why it was made is what the code means.
func (r redaction) mark() model.Mark {
	return model.Mark{Kind: model.Redaction, Extent: r.extent, Code: r.code, Why: exemptionMeaning(r.code)}
}

// redactionVerbs end the redactions of newspapers and release offices: [Name removed].
var redactionVerbs = []string{"removed", "redacted", "withheld", "deleted", "excised", "expunged",
	"censored", "sanitized", "sanitised", "suppressed"}

// redactionNouns stand alone in a bracket for the same.
var redactionNouns = [...]string{"redaction", "deletion", "excision", "excise", "blacked out", "blank in original release"}

// redactionThings are what such redactions hide; the word stands before the verb.
var redactionThings = [...]string{"name", "names", "detail", "details", "source", "sources", "location",
	"locations", "content", "contents", "text", "texts", "information", "info", "word", "words",
	"line", "lines", "sentence", "sentences", "paragraph", "paragraphs", "passage", "passages",
	"section", "sections", "number", "numbers", "date", "dates", "title", "titles", "position",
	"identity", "identities", "reference", "references", "phrase", "phrases", "portion", "portions",
	"material", "place", "places", "country", "company", "organization", "individual",
	"individuals", "person", "persons", "address", "addresses", "amount", "amounts", "page", "pages",
	"email", "contact", "contacts", "surname", "nationality", "data", "identifier", "identifiers"}

// readRedaction reads the words of a bracket: extent and exemption code, as far as stated. words are
// in lower case with one blank between.
func readRedaction(words string) (r redaction, ok bool) {
	if code, isCode := exemptionCodes(words); isCode {
		return redaction{code: code, known: true}, true
	}
	if r, ok = readNotDeclassified(words); ok {
		return r, true
	}
	return readRemoved(words)
}

// redactionLongest bounds the words of an extent: more than that is a drafter's sentence.
const redactionLongest = 16

// readNotDeclassified reads the mark of the Foreign Relations series. Its damaged forms: words run
// together or broken, letters wrong, and the "not" lost, which leaves what only a size or a name makes sure.
func readNotDeclassified(words string) (r redaction, ok bool) {
	letters, at := lastLetters(words)
	end, found := tolerantTail(letters, "declassified")
	if !found {
		before, after, inside := strings.Cut(words, "not declassified")
		if !inside || strings.ContainsAny(words, "[]") || strings.Count(after, " ") > redactionLongest/2 || !scanWordEnd(after, 0) {
			return r, false
		}
		return redactionOfHead(before, true)
	}
	if end >= 3 && redactionIsNot(letters[end-3:end]) {
		return redactionOfHead(words[:at[end-3]], true)
	}
	return redactionOfHead(words[:at[end]], false)
}

// redactionIsNot reports whether three letters before "declassified" are what scanning left of "not".
func redactionIsNot(letters string) bool {
	switch letters {
	case "not", "nto", "n0t", "nol", "nof", "no1", "hot", "riot", "ont":
		return true
	}
	return false
}

// redactionOfHead reads what stands before "not declassified" or, where the "not" was lost, before
// "declassified".
func redactionOfHead(head string, not bool) (r redaction, ok bool) {
	head = strings.ReplaceAll(strings.TrimSpace(head), "not declassified", " ")
	if strings.Count(head, " ") > 2*redactionLongest || strings.Contains(head, ". ") {
		return r, false
	}
	said := redactionWithoutVerb(head)
	e := readExtent(said)
	r = redaction{extent: e.String(), known: e.known}
	if not {
		// A drafter says of a report that it was not declassified, and puts brackets in brackets.
		return r, (e.known || said == head && !strings.Contains(head, "[")) && len(e.words) <= redactionLongest
	}
	return r, e.known && (e.sized || strings.Contains(head, "source text") || extentIsHidden(e))
}

// redactionWithoutVerb takes off the verb that ties what is hidden to the word that says so.
func redactionWithoutVerb(head string) string {
	head = strings.TrimSuffix(head, " been")
	for _, verb := range [...]string{" is", " are", " was", " were", " has", " have", " remain", " remains"} {
		head = strings.TrimSuffix(head, verb)
	}
	return head
}

// extentIsHidden reports whether the last word is a thing of which marks say that it is not declassified,
// and nobody that it is: "[name declassified]" lost its "not".
func extentIsHidden(e extent) bool {
	if len(e.words) == 0 {
		return false
	}
	switch extentSingulars[e.words[len(e.words)-1]] {
	case "line", "name", "number", "cryptonym", "codeword", "amount", "text":
		return true
	}
	return false
}

// readRemoved reads "[2 names removed]", "[redacted]", "[REDACTED - 2 lines]", "[redacted: B6]".
func readRemoved(words string) (r redaction, ok bool) {
	if scanIsOneOf(words, redactionNouns[:]...) {
		return redaction{known: true}, true
	}
	head, tail, found := redactionVerb(words)
	if !found {
		return r, false
	}
	r.known = true
	if rest := strings.Trim(tail, " :-,;()"); rest != "" {
		switch code, isCode := exemptionCodes(strings.TrimSpace(strings.Trim(tail, " :-,;"))); {
		case isCode:
			r.code = code
		case head == "" && redactionIsThing(rest):
			r.extent = readExtent(rest).String()
			return r, true
		case !strings.HasPrefix(rest, "by ") && !strings.HasPrefix(rest, "for ") && !strings.HasPrefix(rest, "under "):
			return r, false
		}
	}
	if head != "" {
		if !redactionIsThing(head) {
			return r, false
		}
		r.extent = readExtent(head).String()
	}
	return r, true
}

// redactionVerb splits words at the verb of a redaction; the last word may be a damaged one.
func redactionVerb(words string) (head, tail string, ok bool) {
	for _, verb := range redactionVerbs {
		at := strings.Index(words, verb)
		if at < 0 || (at > 0 && words[at-1] != ' ') || !scanWordEnd(words, at+len(verb)) {
			continue
		}
		return strings.TrimSpace(words[:at]), strings.TrimSpace(words[at+len(verb):]), true
	}
	at := strings.LastIndexByte(words, ' ')
	if at < 0 || !redactionIsThing(words[:at]) {
		return "", "", false
	}
	_, ok = tolerantMatch(words[at+1:], redactionVerbs)
	return words[:at], "", ok
}

// redactionIsThing reports whether words say what or how much is hidden: at most four words, the
// last a thing of the list ("names", "2 lines", "company name").
func redactionIsThing(words string) bool {
	last := words[strings.LastIndexByte(words, ' ')+1:]
	return words != "" && strings.Count(words, " ") < 4 && scanIsOneOf(last, redactionThings[:]...)
}

// statedRedaction marks what hides words without brackets, as source notes do ("Secret. 6 pages not
// declassified."): i is the start of "declassified". Only a size makes it sure.
func (m *marker) statedRedaction(i int) int {
	const longest, most = 80, 10
	word, end := scanWordAt(m.text, i)
	if !scanIsOneOf(word, "declassified") {
		return i
	}
	not, at := scanWordBefore(m.text, scanBlanksBack(m.text, i))
	if !scanIsOneOf(not, "not") {
		return end
	}
	head, least := scanBlanksBack(m.text, at), m.stated
	m.stated = end
	start, found := head, -1
	var r redaction
	for words := 0; words < most && start > least && head-start < longest; words++ {
		for start > least && !scanIsBlank(m.text[start-1]) && head-start < longest {
			start--
		}
		if c := m.text[start:head]; strings.ContainsAny(c, ".;[]") || !utf8Starts(m.text, start) {
			break
		}
		if e := readExtent(m.text[start:head]); e.known && e.sized {
			r, found = redaction{extent: e.String(), known: true}, start
		} else if !e.known {
			break
		}
		start = scanBlanksBack(m.text, start)
	}
	if found < 0 {
		return end
	}
	m.add(r.mark(), found, end)
	return end
}

// expungedNotes marks what the notes of an edition say of words cut out of the paper before it was
// released: "One line expunged.", "Remainder of this sentence has been expunged."
func (m *marker) expungedNotes() {
	const verb = "expunged"
	for at := 0; ; {
		n := strings.Index(m.text[at:], verb)
		if n < 0 {
			return
		}
		i, last := at+n, at
		at = i + len(verb)
		if !scanWordStart(m.text, i) || !scanWordEnd(m.text, at) {
			continue
		}
		start := max(last, i-bracketLongest/4)
		if k := strings.LastIndexAny(m.text[start:i], ".;:()[]\n"); k >= 0 {
			start += k + 1
		}
		start = scanBlanks(m.text, start)
		for start < i && !utf8Starts(m.text, start) {
			start++
		}
		e := readExtent(redactionWithoutVerb(strings.TrimSpace(m.text[start:i])))
		if e.unit && len(e.words) <= redactionLongest {
			m.add(redaction{extent: e.String()}.mark(), start, at)
		}
	}
}

// utf8Starts reports whether a character begins at i.
func utf8Starts(text string, i int) bool { return i >= len(text) || text[i]&0xc0 != 0x80 }
