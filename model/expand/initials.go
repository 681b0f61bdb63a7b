package expand

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// connectors are words that an acronym may pass over.
var connectors = set("of the and for in on to a an at by with & de la del los las el y e da do das dos et le les du des und der die das")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, word := range strings.Fields(words) {
		m[word] = true
	}
	return m
}

// mostWords is how many words an acronym can stand for.
const mostWords = 12

// mostLetters is how many letters of a word an acronym can have: Interpol has five.
const mostLetters = 4

// word is a word of a text, or a part of one with hyphens.
type word struct {
	model.Span
	text  string // in small letters
	upper bool   // it begins with a capital
	joint bool   // only a blank, or a hyphen, stands between it and the one before
}

// wordsOf cuts up what may be the meaning of an acronym.
func wordsOf(text string, from int) (out []word) {
	end := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' {
			i += size
			continue
		}
		start := i
		for i < len(text) {
			r, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' && r != '\'' && r != '’' && !(r == '.' && i+1 < len(text) && text[i+1] != ' ') {
				break
			}
			i += size
		}
		between, size := text[end:start], len(withoutPossessive(text[start:i]))
		out = append(out, word{model.Span{Start: from + start, End: from + start + size}, strings.ToLower(strings.ReplaceAll(text[start:start+size], ".", "")), unicode.IsUpper(r) || unicode.IsDigit(r),
			strings.TrimSpace(between) == "" && !strings.Contains(between, "\n") || between == "-"})
		end = i
	}
	return out
}

// initials returns the index of the word with which the words begin whose initials an acronym is; the words end with it.
// It is -1 where there is none. First each word gives one letter, then, where that fails, up to four.
func initials(key string, words []word) int {
	letters := strings.Map(func(r rune) rune {
		if r == '/' || r == '-' || r == '&' {
			return -1
		}
		return unicode.ToLower(r)
	}, key)
	if n := len(words); n == 0 || connectors[words[n-1].text] {
		return -1
	}
	for _, most := range [...]int{1, mostLetters} {
		if i := back(letters, words, most); i >= 0 && len(words)-i > 1 {
			return i
		}
	}
	return -1
}

// back matches the letters from the end.
func back(letters string, words []word, most int) int {
	if letters == "" {
		return len(words)
	}
	n := len(words) - 1
	if n < 0 {
		return -1
	}
	w := words[n].text
	for k := min(most, len(letters), len(w)); k > 0; k-- {
		if rest, ok := strings.CutSuffix(letters, w[:k]); ok {
			if i := back(rest, words[:n], most); i >= 0 && !(i == n && connectors[w]) {
				return i
			}
		}
	}
	if connectors[w] {
		return back(letters, words[:n], most)
	}
	return -1
}

// sameLetters reports whether an acronym has the initials of some words in another order, as those of other languages have:
// Institutional Revolutionary Party (PRI).
func sameLetters(key string, words []word) bool {
	left := strings.ToLower(key)
	for _, w := range words {
		if connectors[w.text] {
			continue
		}
		i := strings.Index(left, w.text[:1])
		if i < 0 {
			return false
		}
		left = left[:i] + left[i+1:]
	}
	return left == ""
}
