package parser

import (
	"strings"

	"reftel/model"
)

// Paragraphs that are none of the cable that names them: of articles and resolutions, of the telegram or paper named
// before them ("your 2490, paragraph 4") or behind ("paragraph 4 of our 767").

// paragraphOfText are words for texts that have articles and paragraphs of their own: "Article 4,
// paragraph 1" is none of this cable's.
var paragraphOfText = [...]string{"article", "articles", "art", "art.", "unscr", "unscrs", "unsc", "scr",
	"resolution", "resolutions", "res", "res.", "section", "sec.", "annex", "chapter", "protocol", "title",
	"unga", "unga/res", "gares", "principle", "rule", "regulation", "law", "code", "clause", "appendix"}

// paragraphOfResolution stand before the word where a resolution or treaty is cited.
var paragraphOfResolution = [...]string{"operative", "operational", "op", "preambular", "preamble", "pp",
	"sub", "treaty's", "resolution's"}

// paragraphTelegrams are words for a telegram or paper that a number behind them tells from this one.
var paragraphTelegrams = [...]string{"tel", "telegram", "cablegram", "savingram", "cable", "message", "memorandum", "memo",
	"despatch", "dispatch", "letter", "embtel", "deptel", "contel", "embtels", "deptels"}

// noteSignMost is how long the sign of a note in brackets can be.
const noteSignMost = len("[^100]")

// paragraphsAreForeign reports whether the phrase [i, end) names paragraphs of another text: of
// an article or resolution named before it, of a telegram or text named before or after it.
func (m *marker) paragraphsAreForeign(i, end int) bool {
	if strings.HasSuffix(m.text[:i], "-") || strings.HasSuffix(m.text[:i], "\u2013") { // sub-paragraph 5
		return true
	}
	here, _ := scanWordAt(m.text, scanBlanks(m.text, m.behindPart(end)))
	if scanIsOneOf(here, "above", "below") {
		return false
	}
	return m.paragraphsOfNamed(m.beforeParagraphs(i)) || m.paragraphsOfOther(end)
}

// beforeParagraphs returns where the words before the phrase at i end: "4319,[5] (" is passed over back to the number.
func (m *marker) beforeParagraphs(i int) int {
	before := scanBlanksBack(m.text, i)
	for before > 0 {
		at := before
		if c := m.text[before-1]; c == ',' || c == '(' {
			at--
		} else if at = m.noteSignBack(before); at == before {
			break
		}
		before = scanBlanksBack(m.text, at)
	}
	return before
}

// noteSignBack returns where the sign of a note that ends at end begins, "[5]" or "[^5]"; end if there is none.
func (m *marker) noteSignBack(end int) int {
	from := max(0, end-noteSignMost)
	open := from + strings.LastIndexByte(m.text[from:end], '[')
	if open < from || m.text[end-1] != ']' {
		return end
	}
	if number := strings.TrimPrefix(m.text[open+1:end-1], "^"); number == "" || !allDigits(number) {
		return end
	}
	return open
}

// paragraphsOfNamed reports whether the words that end at before say whose paragraphs follow: "Article 4", "your",
// "telegram 2490", "the Minister's".
func (m *marker) paragraphsOfNamed(before int) bool {
	text := m.text
	if m.citesCableAt(before) || paragraphOwner(text[:before]) { // "09 MEXICO 2952, para 6"
		return true
	}
	word, start := scanWordBefore(text, before)
	word = strings.TrimLeft(word, "(")
	if scanIsOneOf(word, paragraphOfResolution[:]...) || scanIsOneOf(word, paragraphOfText[:]...) || scanIsOneOf(word, "your", "his", "their", "its") {
		return true
	}
	numbered := strings.ContainsAny(word, "0123456789")
	if numbered && m.c.ID.IsDocument() { // "your telegram 2490, paragraph 4"
		return true
	}
	if numbered || len(word) == 1 && isUpper(word[0]) { // "Article 4, paragraph 1", "Section C, paragraph 1"
		above, _ := scanWordBefore(text, scanBlanksBack(text, start))
		lower := strings.ToLower(word)
		return scanIsOneOf(above, paragraphOfText[:]...) || strings.HasPrefix(lower, "unscr") || strings.HasPrefix(lower, "s/res")
	}
	return false
}

// paragraphOwner reports whether text ends with the possessive of somebody else than the telegram itself.
func paragraphOwner(text string) bool {
	cut := len(text)
	for _, s := range []string{"'s", "\u2019s", "\u02bcs"} {
		if rest, ok := strings.CutSuffix(text, s); ok {
			cut = len(rest)
		}
	}
	if cut == len(text) {
		return false
	}
	word, _ := scanWordBefore(text, cut)
	return word != "" && !scanIsOneOf(word, paragraphTelegrams[:]...) && !scanIsOneOf(word, "paper", "report")
}

// citesCableAt reports whether a reference to another cable by its id ends at end.
func (m *marker) citesCableAt(end int) bool {
	if len(m.found) == 0 {
		return false
	}
	last := &m.found[len(m.found)-1]
	return last.Block == m.block && last.RefTo == model.ToCable && last.Span.End == end
}

// paragraphsOfOther reports whether what follows the phrase that ends at end says whose
// paragraphs they are: "of the communique", "of ref A", "in reftel", "my 802". "Of this cable" is here.
func (m *marker) paragraphsOfOther(end int) bool {
	at := m.behindPart(end)
	if strings.ContainsRune(m.text[at:scanBlanks(m.text, at)], '\n') {
		return false
	}
	if strings.HasPrefix(m.text[at:], ",") { // "para 5, ref A", "paragraph 3, Document 13", "paragraph 5, cable 417"
		at = scanBlanks(m.text, at+1)
		next, _ := scanWordAt(m.text, at)
		return paragraphReftel(next) || next == "Document" || m.namesTelegram(at)
	}
	at = scanBlanks(m.text, at)
	word, stop := scanWordAt(m.text, at)
	stop = scanBlanks(m.text, stop)
	next, after := scanWordAt(m.text, stop)
	switch {
	case paragraphReftel(word), scanIsOneOf(word, "section", "chapter", "article"):
		return true
	case scanIsOneOf(word, "in", "from"):
		return paragraphReftel(next)
	case scanIsOneOf(word, "my", "our", "your"):
		return m.ownTelegram(stop) || scanIsOneOf(next, "immediately", "preceding", "previous")
	case !scanIsOneOf(word, "of"):
		return m.namesTelegram(at) || m.namesTelegramOf(at)
	case scanIsOneOf(next, "this", "our"):
		return m.ownTelegram(scanBlanks(m.text, after))
	case scanIsOneOf(next, "the"):
		thing, _ := scanWordAt(m.text, scanBlanks(m.text, after))
		return !scanIsOneOf(thing, "present", "cable", "telegram", "message")
	}
	return true
}

// behindPart returns where a phrase that ends at end goes on behind the part of the paragraph it names and the
// sign of a note: 2(a), 3D, 21 (b), 11[6].
func (m *marker) behindPart(end int) int {
	text, at := m.text, end
	for {
		stop := paragraphPart(text, scanBlanks(text, at))
		if stop < 0 {
			break
		}
		at = stop
	}
	if at+1 < len(text) && isLetter(text[at]) && scanWordEnd(text, at+1) { // 3D
		at++
	}
	if n := strings.IndexByte(text[at:min(len(text), at+noteSignMost)], ']'); n > 0 && m.noteSignBack(at+n+1) == at {
		at += n + 1
	}
	return at
}

// paragraphPart returns where the part of a paragraph that begins at i ends, "(a)" or "(iii)"; -1 if there is none.
func paragraphPart(text string, i int) int {
	const longest = len("(viii)")
	if i >= len(text) || text[i] != '(' {
		return -1
	}
	n := strings.IndexByte(text[i:min(len(text), i+longest)], ')')
	if n < 0 {
		return -1
	}
	part := strings.TrimSpace(text[i+1 : i+n])
	if part == "" || scanLetters(part, 0) < len(part) && !allDigits(part) {
		return -1
	}
	return i + n + 1
}

// paragraphReftel reports whether a word stands for a telegram referred to.
func paragraphReftel(word string) bool {
	return scanIsOneOf(word, "ref", "refs", "reftel", "reftels", "retel", "septel", "septels")
}

// ownTelegram reports whether "our" before i stands for another telegram or paper: "our 767", "our telegram 417",
// "our draft".
func (m *marker) ownTelegram(i int) bool {
	word, _ := scanWordAt(m.text, i)
	return scanIsOneOf(word, "draft") || i < len(m.text) && isDigit(m.text[i]) || m.namesTelegram(i)
}

// namesTelegram reports whether a word for a telegram with its number stands at i.
func (m *marker) namesTelegram(i int) bool {
	word, end := scanWordAt(m.text, i)
	if !scanIsOneOf(word, paragraphTelegrams[:]...) {
		return false
	}
	if end < len(m.text) && m.text[end] == '.' {
		end++
	}
	at := scanBlanks(m.text, end)
	return at < len(m.text) && isDigit(m.text[at])
}

// namesTelegramOf reports whether a telegram with the name of its post stands at i: "Kuala Lumpur's 2312".
func (m *marker) namesTelegramOf(i int) bool {
	const mostWords = 3
	for range mostWords {
		word, end := scanWordAt(m.text, i)
		if word == "" || !isUpper(word[0]) {
			return false
		}
		for _, s := range []string{"'s ", "\u2019s "} {
			if at := end + len(s); strings.HasPrefix(m.text[end:], s) {
				return at < len(m.text) && isDigit(m.text[at])
			}
		}
		i = scanBlanks(m.text, end)
	}
	return false
}
