package names

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"reftel/model"
	"reftel/model/letters"
	"reftel/model/match"
)

// shape is how a word is written.
type shape uint8

const (
	lower   shape = iota
	capital       // Quill, McQuill, al-Mansuri, J.
	upper         // SEVMAR, U.S., QUILL
	number        // begins with a digit
)

// gap is what stands between a word and the one before it.
type gap uint8

const (
	gapSpace gap = iota
	gapHyphen
	gapComma
	gapOpenQuote
	gapCloseQuote
	gapOpenParen
	gapCloseParen
	gapStop // a sentence, a line or the text ended
	gapOther
)

// token is one word of a text.
type token struct {
	start, end int    // without the possessive
	full       int    // with the possessive
	key        string // folded; al and el at the front written alike
	known      *node  // see begin, once looked
	shape      shape
	gap        gap
	first      bool // begins a sentence, so that its capital says nothing
	looked     bool
	dead       bool // part of a redaction or a reference to a cable: no name goes across
}

func (t *token) possessive() bool { return t.full > t.end }
func (t *token) cap() bool        { return t.shape == capital || t.shape == upper }

// tokensPool has the memory of cables before: words of texts are most of what finding names would take.
var tokensPool = sync.Pool{New: func() any { return new([]token) }}

const (
	mostTokens  = 1 << 16 // that memory is kept for
	longPassage = 1 << 14 // bytes of a text whose words get memory of their own
)

// putTokens gives memory back, and holds none of the texts.
func putTokens(tokens *[]token) {
	if cap(*tokens) > mostTokens {
		return
	}
	clear(*tokens)
	*tokens = (*tokens)[:0]
	tokensPool.Put(tokens)
}

// tokenize cuts a text into words and appends them to tokens; small is the same text in small letters (see [inSmall]). dead are spans,
// in order, in which nothing is to be found.
func tokenize(tokens []token, text, small string, t *tables, dead []model.Span) []token {
	begin, end := len(tokens), 0
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c|0x20-'a' >= 26 && c-'0' >= 10 {
				i++
				continue
			}
		} else if r, size := utf8.DecodeRuneInString(text[i:]); !isLetter(r) && !unicode.IsDigit(r) {
			i += size
			continue
		}
		w := word(text, small, i, t)
		w.gap = gapBetween(text[end:w.start], len(tokens) == begin)
		w.first = w.gap == gapStop || w.gap == gapOpenParen || w.gap == gapOpenQuote || w.gap == gapOther
		for len(dead) > 0 && dead[0].End <= w.start {
			dead = dead[1:]
		}
		w.dead = len(dead) > 0 && dead[0].Start < w.full || isXRun(w.key)
		tokens = append(tokens, w)
		end, i = w.full, w.full
	}
	return tokens
}

// word reads the word that begins at text[at].
func word(text, small string, at int, t *tables) token {
	w := token{start: at}
	i, count, uppers, lowers := at, 0, 0, 0
	plain := true   // nothing but letters of ASCII
	dotted := false // U.S.
scan:
	for i < len(text) {
		for i < len(text) && 'a' <= text[i] && text[i] <= 'z' { // most of a text
			count, lowers, i = count+1, lowers+1, i+1
		}
		if i >= len(text) || text[i] == ' ' {
			break
		}
		if text[i]-'A' < 26 {
			count, uppers, i = count+1, uppers+1, i+1
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		next, _ := utf8.DecodeRuneInString(text[min(i+size, len(text)):])
		switch {
		case isLetter(r) || unicode.Is(unicode.Mn, r):
			count++
			if unicode.IsUpper(r) {
				uppers++
			} else if unicode.IsLower(r) {
				lowers++
			}
		case unicode.IsDigit(r):
		case letters.IsApostrophe(r) && isLetter(next) && i > at:
			if possessiveAt(text[i:]) {
				break scan
			}
		case r == '-' && unicode.IsLetter(next) && i > at:
			if !keepsHyphen(text[at:i], text[i+1:], t) {
				break scan
			}
		case r == '.' && unicode.IsLetter(next) && i > at && (dotted || count == 1) && singleLetter(text[i+size:]):
			dotted = true
		default:
			break scan
		}
		i += size
		plain = false
	}
	w.end, w.full = i, i
	if i < len(text) && text[i] == '.' && count > 0 {
		if initial := count == 1 && uppers == 1; dotted || initial || abbreviations[strings.ToLower(text[at:i])] {
			w.end, w.full = i+1, i+1
		}
	}
	if plain {
		w.key = small[at:i]
	} else {
		w.key = key(text[at:i])
	}
	w.shape = shapeOf(text[at:i], lowers == 0 && (uppers >= 2 || dotted))
	if n := possessiveLen(text[w.end:]); n > 0 {
		w.full = w.end + n
	}
	return w
}

// shapeOf says how a word is written; capitals tells that it has no small letter and more than one
// capital.
func shapeOf(word string, capitals bool) shape {
	first := rune(word[0])
	if first >= utf8.RuneSelf {
		first, _ = utf8.DecodeRuneInString(word)
	}
	switch {
	case unicode.IsDigit(first):
		return number
	case capitals:
		return upper
	case unicode.IsUpper(first) || arabicArticle(word) && hasInnerCapital(word):
		return capital
	}
	return lower
}

// key folds a word. The Arabic article is written al and el, one as often as the other, and with
// or without a hyphen (HANDBOOK section 4).
func key(s string) string {
	k := match.Fold(s)
	if arabicArticle(s) && strings.HasPrefix(k, "el ") {
		k = "al " + k[3:]
	}
	return k
}

// inSmall returns a text with the letters of ASCII in small, each where it stands. It is the text itself if it has no others.
func inSmall(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return 'A' <= r && r <= 'Z' }) {
		return s
	}
	b := []byte(s)
	for i, c := range b {
		if c-'A' < 26 {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// arabicArticle reports whether a word begins with an article that a hyphen ties to it.
func arabicArticle(s string) bool {
	if len(s) < 3 || s[2] != '-' {
		return false
	}
	switch strings.ToLower(s[:2]) {
	case "al", "el", "ad", "an", "ar", "as", "at", "az", "ul", "ed", "ez", "es":
		return true
	}
	return false
}

func hasInnerCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s[3:])
	return unicode.IsUpper(r)
}

// keepsHyphen says whether left-right is one word (Dae-wun, al-Mansuri, Abdul-Tamrin) or two
// (U.S.-Mexico, Sonora-based, anti-American).
func keepsHyphen(left, right string, t *tables) bool {
	const longest = 48 // bytes; beyond, a chain of hyphens is no name, and folding it anew at each costs its square
	if len(left) > longest {
		return false
	}
	r, _ := utf8.DecodeRuneInString(right)
	if arabicArticle(left + "-") {
		return true
	}
	l, _ := utf8.DecodeRuneInString(left)
	if !unicode.IsUpper(l) || isAcronym(left) && unicode.IsLower(r) {
		return !unicode.IsUpper(r) && !unicode.IsUpper(l)
	}
	end := strings.IndexFunc(right, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(right)
	}
	lk, rk := match.Fold(left), match.Fold(right[:end])
	if prefixes[lk] {
		return true
	}
	if unicode.IsLower(r) {
		return !t.words[rk] && !t.demonyms[rk]
	}
	if isAcronym(left) && isAcronym(right[:end]) && len(left) <= 5 {
		return false
	}
	n := t.known.step(lk)
	return (n == nil || n.forms == nil) && !t.demonyms[lk] && !t.words[lk]
}

// isLetter reports whether a rune is a letter and no apostrophe: Unicode counts the modifier letters among the
// letters, with which some editions print every apostrophe ("Quillʼs").
func isLetter(r rune) bool { return unicode.IsLetter(r) && !letters.IsApostrophe(r) }

// singleLetter reports whether s begins with exactly one letter.
func singleLetter(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	r, _ := utf8.DecodeRuneInString(s[size:])
	return !unicode.IsLetter(r)
}

// possessiveAt reports whether s begins with an apostrophe and a lone s.
func possessiveAt(s string) bool { return possessiveLen(s) > 0 }

// possessiveLen is the length of the 's, or of what transmission made of it (",s"), that s begins with.
func possessiveLen(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || !letters.IsApostrophe(r) && r != ',' {
		return 0
	}
	rest := s[size:]
	if rest == "" || rest[0] != 's' && rest[0] != 'S' {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(rest[1:]); unicode.IsLetter(next) || unicode.IsDigit(next) {
		return 0
	}
	return size + 1
}

// isXRun recognises redactions that nobody has marked: HANDBOOK section 3.
func isXRun(key string) bool {
	return len(key) >= 3 && strings.Trim(key, "x") == ""
}

// gapBetween sorts what stands between two words.
func gapBetween(s string, start bool) gap {
	if start {
		return gapStop
	}
	switch s {
	case " ", "  ":
		return gapSpace
	case "-":
		return gapHyphen
	case ", ", ",":
		return gapComma
	}
	if strings.ContainsAny(s, "\n.!?:¶•") || strings.Contains(s, "--") {
		return gapStop
	}
	switch trimmed := strings.TrimSpace(s); {
	case trimmed == "":
		return gapSpace
	case trimmed == ",":
		return gapComma
	case strings.HasSuffix(trimmed, "("):
		return gapOpenParen
	case strings.HasPrefix(trimmed, ")"):
		return gapCloseParen
	case isQuote(trimmed) && s[0] == ' ':
		return gapOpenQuote
	case isQuote(trimmed):
		return gapCloseQuote
	}
	return gapOther
}

func isQuote(s string) bool {
	switch s {
	case "\"", "“", "”", "'", "‘", "’", "''", "``":
		return true
	}
	return false
}
