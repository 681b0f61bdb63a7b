package parser

import "strings"

// Headings of the Australian edition that nothing sets off: "Introduction", "2. Future of the Islands".

// titles reports whether a unit without emphasis is the heading of the text behind it: few words with
// capitals, or with a number, above a paragraph.
func (t *dfatDoc) titles(i, notes int) bool {
	const longest, paragraph = 80, 120
	u := t.units[i]
	s := t.words(u)
	if len(s) > longest || u.end-u.first != 1 || i+1 >= notes || s[0] == '[' {
		return false
	}
	next := t.units[i+1]
	words := t.words(next)
	if _, n := documentNumber(words); t.isArchive(next) || words[0] == '[' || len(words) < paragraph && (n == 0 || isHeadingLine(words)) {
		return false
	}
	_, n := documentNumber(s)
	title := s[n:]
	return title != "" && isUpper(title[0]) && isHeadingLine(title) && isTitle(title) && !strings.ContainsAny(title, ".,:[(\"") && !strings.Contains(title, "\u2014") &&
		!strings.HasSuffix(title, "-") && !titleOfOffice(title) && (n > 0 || isTitleCase(title))
}

// isTitleCase reports whether all words of a title have capitals but the small ones.
func isTitleCase(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if w[0] < 0x80 && !isUpper(w[0]) && !scanIsOneOf(w, "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or",
			"over", "the", "to", "under", "upon", "with") {
			return false
		}
	}
	return true
}

// titleOfOffice reports whether a short line is somebody's office below his name, or words of a telegram around a text.
func titleOfOffice(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return scanIsOneOf(first, officeWords[:]...) || scanIsOneOf(lastWord(s), officeWords[:]...) ||
		scanIsOneOf(first, "begins", "begin", "message", "text", "quote", "sir", "excellency", "gentlemen", "ends", "end", "resume", "secret", "confidential")
}
