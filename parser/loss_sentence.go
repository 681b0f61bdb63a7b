package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lossShortest is the length in bytes from which the end of a paragraph is judged. Shorter ones
// are as often lines of a list or titles, which end without a full stop.
const lossShortest = 80

// lossTail is how far back from the end titles and addresses are looked for.
const lossTail = 100

// lossDemanding are words that no sentence ends with: articles, prepositions, conjunctions,
// auxiliaries, possessives.
var lossDemanding = [...]string{"a", "an", "the", "and", "or", "but", "nor", "of", "to", "with", "by", "for",
	"from", "at", "as", "in", "into", "on", "onto", "upon", "between", "among", "against", "under",
	"during", "toward", "towards", "than", "via", "per", "despite", "is", "are", "was", "were", "be",
	"been", "being", "am", "has", "have", "had", "will", "would", "could", "should", "may", "might",
	"must", "its", "their", "his", "her", "our", "my", "your", "whose", "who", "which", "that", "if",
	"because", "although", "while", "whether", "when", "where", "very", "such", "including", "former",
	"every", "each"}

// lossInSentence reports whether text breaks off before the end of a sentence: open when it ends
// in a letter, a digit or a comma, and not with an end marker, a title glued to the text, or a
// web address; proven when it ends with a comma or a word that no sentence ends with.
func lossInSentence(text string) (open, proven bool) {
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	if len(text) < lossShortest {
		return false, false
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	if r != ',' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false, false
	}
	if lossSentenceEnds(text) || lossEndMarker(text) || lossTitle(text) || lossAddress(text) {
		return false, false
	}
	word, _ := lossWordBefore(text, len(text))
	return true, r == ',' || scanIsOneOf(word, lossDemanding[:]...)
}

// lossSentenceEnds reports whether text ends a sentence. An 8 behind the full stop is a closing quotation
// mark that changed in transmission (FORMATS section 1).
func lossSentenceEnds(text string) bool {
	text = strings.TrimSuffix(text, "8")
	return text != "" && strings.IndexByte(".!?\":;)]*=-_/", text[len(text)-1]) >= 0 || strings.HasSuffix(text, "\u201d")
}

// lossEndMarker reports whether one of the last three words is END: "End Summary", "End of text".
func lossEndMarker(text string) bool {
	for range 3 {
		word, start := lossWordBefore(text, len(text))
		if scanIsOneOf(word, "end") {
			return true
		}
		text = text[:scanBlanksBack(text, start)]
	}
	return false
}

// lossTitle reports whether text ends with words that all begin with a capital, behind the end of
// a sentence: a signature or the next heading, which flattened copies put on the same line.
func lossTitle(text string) bool {
	for end := len(text); len(text)-end < lossTail; {
		word, start := lossWordBefore(text, end)
		if word == "" {
			return false
		}
		r, _ := utf8.DecodeRuneInString(word)
		if len(word) > 3 && !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			return false
		}
		end = scanBlanksBack(text, start)
		if lossSentenceEnds(text[:end]) {
			return true
		}
	}
	return false
}

// lossAddress reports whether the last words hold a web or mail address: publishers break them at
// the end of a line, and a signature may follow.
func lossAddress(text string) bool {
	tail := strings.ToLower(text[max(0, len(text)-lossTail):])
	for _, sign := range [...]string{"://", "www.", ".gov", ".mil", ".com", ".org"} {
		if strings.Contains(tail, sign) {
			return true
		}
	}
	at := strings.IndexByte(tail, '@')
	return at > 0 && at+1 < len(tail) && isAlnum(tail[at-1]) && isAlnum(tail[at+1])
}

// lossWordBefore returns what stands between the last blank before end and end; "" if that is
// longer than any word.
func lossWordBefore(text string, end int) (word string, start int) {
	const longest = 200
	start = end
	for start > 0 && !scanIsBlank(text[start-1]) {
		if end-start == longest {
			return "", start
		}
		start--
	}
	return text[start:end], start
}
