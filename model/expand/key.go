package expand

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model/letters"
)

// longestKey is how long an acronym can be, in bytes.
const longestKey = 14

// Key returns what a word is looked up by: in capitals, without full stops, plural and possessive. U.N. is UN, SEDENA's is
// SEDENA, DTOs is DTO, GoI is GOI.
func Key(word string) string {
	word = singular(withoutPossessive(word))
	if strings.Contains(word, ".") {
		word = strings.ReplaceAll(word, ".", "")
	}
	return strings.ToUpper(word)
}

func withoutPossessive(word string) string {
	for i, r := range word {
		if letters.IsApostrophe(r) {
			if rest := word[i+utf8.RuneLen(r):]; rest == "" || rest == "s" || rest == "S" {
				return word[:i]
			}
		}
	}
	return word
}

// singular takes the small s off capitals.
func singular(word string) string {
	if n := len(word) - 1; n >= 2 && word[n] == 's' && isCapitals(word[:n]) {
		return word[:n]
	}
	return word
}

// isCapitals reports whether a word has capitals and no small letter.
func isCapitals(word string) bool {
	some := false
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		some = some || unicode.IsUpper(r)
	}
	return some
}

// isAcronym reports whether a word is written like an acronym: most of its letters are capitals, and there are two at least.
func isAcronym(word string) bool {
	word = singular(withoutPossessive(word))
	uppers, others := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			uppers++
		case unicode.IsLetter(r):
			others++
		case r == '.' || r == '/' || r == '-' || r == '&' || unicode.IsDigit(r):
		default:
			return false
		}
	}
	return uppers >= 2 && others <= uppers/2 && len(word) <= longestKey && !isHidden(word)
}

// isHidden reports whether a word is one with which somebody hides words: XXXXXXXX.
func isHidden(word string) bool { return len(word) > 1 && strings.Trim(word, "Xx") == "" }

// inCapitals reports whether a text is written in capitals, as all were before about 1995.
func inCapitals(text string) bool {
	uppers, lowers := 0, 0
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z':
			lowers++
		case 'A' <= c && c <= 'Z':
			uppers++
		}
	}
	return uppers > 4*lowers
}
