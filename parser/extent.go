package parser

import (
	"strconv"
	"strings"
	"unicode"
)

// The extent of a redaction is what its mark says of the words hidden: how many lines, a name, a
// number. It is kept in one normal form whatever the spelling, so that marks can be counted by it:
//
//   - small letters, one blank between words; the spellings of damaged words mended
//   - numbers in figures: "2 lines", "1 1/2 lines", "1/2 page". Editions print fractions as 1-1/2 and
//     1½; where the hyphen was lost (11/2) the last figure before the slash belongs to the fraction,
//     and a fraction of two halves or more (22/2) is one half. A fraction of which only the hyphen is
//     left (1-) can't be restored
//   - the unit in the number that its figure demands: "1 line" also where "1 lines" is written
//   - without "of source text", which all of them mean; "of 2-column text" stays, because such lines
//     are short
//   - what stands in parentheses behind: "1 paragraph (6 lines)", "table (3 columns, 4 rows)"
//
// Words that are no part of the vocabulary stay as they are: "folder title".

// extentUnits are the things that marks count or name, in the singular, first those that tell a size.
var extentUnits = []string{"line", "word", "sentence", "paragraph", "page", "column", "row", "subparagraph",
	"section", "half-page", "entry", "footnote", "item", "name", "number", "cryptonym", "codeword", "amount", "table", "list", "text",
	"heading", "title", "location", "figure", "date", "place", "country", "source", "identity", "position",
	"map", "chart", "signature", "initial", "address", "attachment", "enclosure", "annex", "appendix", "tab", "part", "portion",
	"remainder", "phrase", "letter", "symbol", "digit", "percentage", "distribution", "office", "designation",
	"organization", "agency", "caption", "pseudonym", "alias", "indicator", "document", "message", "telegram",
	"dispatch", "report", "cable", "restriction", "marking", "group", "matter", "passage", "information", "detail", "reference", "material", "content"}

// extentSizes is how many of extentUnits tell a size: with a number and one of them nothing else can be meant.
const extentSizes = 10

// extentFillers are the other words of marks.
var extentFillers = []string{"of", "and", "in", "the", "less", "than", "more", "about", "approximately", "dollar", "monetary",
	"folder", "handling", "classification", "additional", "remaining", "entire", "first", "last", "half", "several", "few", "or",
	"blank", "handwritten", "not", "declassified", "over", "nearly", "almost", "code", "drafting"}

// extentNumerals are the numbers that marks write out.
var extentNumerals = [...]string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve"}

// extentVocabulary is what damaged words are compared with: units and their plurals, fillers, numerals.
var extentVocabulary = func() (v []string) {
	for _, u := range extentUnits {
		v = append(v, u, extentPlural(u))
	}
	return append(append(v, extentFillers...), extentNumerals[1:]...)
}()

var (
	extentKnown     = extentSet(extentVocabulary)
	extentSingulars = func() map[string]string {
		m := make(map[string]string)
		for _, u := range extentUnits {
			m[u], m[extentPlural(u)] = u, u
		}
		return m
	}()
	extentSizeUnits = extentSet(extentUnits[:extentSizes])
)

func extentSet(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// extentPlural returns the plural of a unit.
func extentPlural(unit string) string {
	switch {
	case strings.HasSuffix(unit, "try") || strings.HasSuffix(unit, "ity") || strings.HasSuffix(unit, "ncy"):
		return unit[:len(unit)-1] + "ies"
	case strings.HasSuffix(unit, "x") || strings.HasSuffix(unit, "s") || strings.HasSuffix(unit, "ch"):
		return unit + "es"
	}
	return unit + "s"
}

// extent is the words of a mark, read.
type extent struct {
	words []string
	known bool // every word is of the vocabulary
	unit  bool // one of them is a unit
	sized bool // a number and a unit that tells a size are among them
}

// readExtent reads what stands before "not declassified" in a mark.
func readExtent(words string) extent {
	e := extent{known: true}
	tokens := extentTokens(words)
	for i := 0; i < len(tokens); i++ {
		parts, ok := extentSplit(tokens[i])
		if i+1 < len(tokens) && (!ok || !extentIsWord(tokens[i+1])) {
			if joined := strings.TrimSuffix(tokens[i], "-") + tokens[i+1]; extentKnown[joined] { // a word that a line end broke
				parts, ok = []string{joined}, true
				i++
			}
		}
		e.known = e.known && ok
		e.words = append(e.words, parts...)
	}
	e.dropSourceText()
	e.joinFractions()
	e.agree()
	return e
}

// String returns the extent in its normal form.
func (e extent) String() string {
	var b strings.Builder
	for i, w := range e.words {
		if i > 0 && w != ")" && w != "," && e.words[i-1] != "(" {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// extentTokens cuts words at blanks, parentheses and commas. Fractions come out with a hyphen and a
// slash, whatever characters draw them.
func extentTokens(words string) []string {
	words = strings.ToLower(words)
	var b strings.Builder
	digit := false
	for _, r := range words {
		fraction := ""
		switch {
		case r == '½':
			fraction = "1/2"
		case r == '¼':
			fraction = "1/4"
		case r == '¾':
			fraction = "3/4"
		case r == '⅓':
			fraction = "1/3"
		case r == '⅔':
			fraction = "2/3"
		case r == '\u2044':
			r = '/'
		case unicode.Is(unicode.Pd, r):
			r = '-'
		case r == '(' || r == ')' || r == ',':
			b.WriteByte(' ')
			b.WriteRune(r)
			r = ' '
		case r == '*' || r == '_' || r == '[' || r == ']' || r == '{' || r == '}' || r == ';' || r == ':' || unicode.IsSpace(r):
			r = ' '
		}
		if fraction != "" {
			if digit {
				b.WriteByte('-')
			}
			b.WriteString(fraction)
		} else {
			b.WriteRune(r)
		}
		digit = r < 0x80 && isDigit(byte(r))
	}
	fields := strings.Fields(b.String())
	tokens := fields[:0]
	for _, f := range fields {
		word := strings.Trim(f, "-.\"'\u201c\u201d\u2019")
		if word != "" && f[len(f)-1] == '-' { // the rest of a fraction, or of a word that a line end broke
			word += "-"
		}
		if word != "" {
			tokens = append(tokens, word)
		}
	}
	return tokens
}

// extentIsWord reports whether a token needs no mending.
func extentIsWord(token string) bool {
	_, number := extentNumber(token)
	return number || extentKnown[token] || strings.Contains("(),", token)
}

// extentSplit reads one token, which may be several words run together: a number and a unit (3lines),
// words (ofsource). ok is false where it is none of the vocabulary; it comes back as it is then.
func extentSplit(token string) (words []string, ok bool) {
	if token == "(" || token == ")" || token == "," || strings.HasSuffix(token, "-column") && isDigit(token[0]) {
		return []string{token}, true
	}
	if number, isNumber := extentNumber(token); isNumber {
		return []string{number}, true
	}
	if words = extentExact(token); words != nil {
		return words, true
	}
	if w, found := tolerantMatch(token, extentVocabulary); found {
		return []string{extentMend(w)}, true
	}
	for n := min(len(token)-1, tolerantLongest); n > 1; n-- { // a word run together with a damaged one
		if !extentKnown[token[:n]] {
			continue
		}
		if rest, found := tolerantMatch(token[n:], extentVocabulary); found {
			return []string{token[:n], extentMend(rest)}, true
		}
	}
	return []string{token}, false
}

// longestRun is the length of the longest token that is cut into words.
const longestRun = 3 * tolerantLongest

// extentExact cuts a token into words of the vocabulary and numbers; nil if that leaves something over.
func extentExact(token string) []string {
	if len(token) > longestRun {
		return nil
	}
	var dead [longestRun + 1]bool
	return extentCut(token, &dead)
}

// extentCut is extentExact for what is left of a token. dead notes, by their length, the ends that can't be
// cut, so that none is tried twice.
func extentCut(token string, dead *[longestRun + 1]bool) []string {
	if dead[len(token)] {
		return nil
	}
	if w := tolerantLetters.Replace(token); extentKnown[token] {
		return []string{extentMend(token)}
	} else if extentKnown[w] {
		return []string{extentMend(w)}
	}
	for n := min(len(token)-1, tolerantLongest); n > 0; n-- {
		head := token[:n]
		number, isNumber := extentNumber(head)
		switch {
		case isNumber && (n == 1 || scanLetters(token, 0) == 0 && strings.IndexFunc(head, unicode.IsLetter) < 0):
			head = number
		case n < 2 || !extentKnown[head]:
			continue
		}
		if rest := extentCut(token[n:], dead); rest != nil {
			return append([]string{extentMend(head)}, rest...)
		}
	}
	dead[len(token)] = true
	return nil
}

// extentMend returns the usual spelling of a word: figures for numerals.
func extentMend(word string) string {
	for n, numeral := range extentNumerals {
		if n > 0 && word == numeral {
			return strconv.Itoa(n)
		}
	}
	return word
}

// extentFigures turns the letters that scanners take for figures into those figures.
var extentFigures = strings.NewReplacer("l", "1", "i", "1", "|", "1", "o", "0")

// extentNumber reads a number of at most four figures, with or without a fraction, in which letters
// may stand for figures. It returns the number in its normal form.
func extentNumber(token string) (number string, ok bool) {
	if token == "l" || token == "i" || token == "|" {
		return "1", true
	}
	if token == "" || len(token) > 9 || !strings.ContainsAny(token, "0123456789") {
		return "", false
	}
	token = extentFigures.Replace(token)
	whole, fraction, found := strings.Cut(token, "-")
	if !found {
		whole, fraction = "", token
		if !strings.Contains(token, "/") {
			whole, fraction = token, ""
		}
	}
	if whole != "" && (scanDigits(whole, 0) != len(whole) || len(whole) > 4) {
		return "", false
	}
	whole = strings.TrimLeft(whole, "0")
	if fraction == "" {
		return whole, whole != ""
	}
	over, under, found := strings.Cut(fraction, "/")
	if !found || over == "" || scanDigits(over, 0) != len(over) || len(over) > 4 ||
		len(under) != 1 || under[0] < '2' || under[0] > '9' {
		return "", false
	}
	if whole == "" {
		whole, over = over[:len(over)-1], over[len(over)-1:]
	}
	switch {
	case len(over) != 1 || over == "0":
		return "", false
	case over >= under && whole != "":
		over = "1"
	}
	if whole == "" {
		return over + "/" + under, true
	}
	return whole + " " + over + "/" + under, true
}

// dropSourceText takes out "of source text", and "source" of "2-column source text".
func (e *extent) dropSourceText() {
	kept := e.words[:0]
	for i := 0; i < len(e.words); i++ {
		rest := e.words[i:]
		switch {
		case len(rest) > 2 && rest[0] == "of" && rest[1] == "source" && rest[2] == "text":
			i += 2
			continue
		case len(rest) > 1 && rest[0] == "of" && rest[1] == "text" && len(kept) > 0:
			i++
			continue
		case len(rest) > 1 && rest[0] == "source" && rest[1] == "text" && len(kept) > 0:
			if len(kept) > 0 && strings.HasSuffix(kept[len(kept)-1], "-column") {
				continue
			}
			i++
			continue
		}
		kept = append(kept, rest[0])
	}
	e.words = kept
	for len(e.words) > 0 && (e.words[len(e.words)-1] == "," || e.words[len(e.words)-1] == "of") {
		e.words = e.words[:len(e.words)-1]
	}
}

// joinFractions makes one number of a whole one and the fraction behind it: "2", "1/2".
func (e *extent) joinFractions() {
	kept := e.words[:0]
	for i := 0; i < len(e.words); i++ {
		w := e.words[i]
		if n := len(kept); n > 0 && len(w) == 3 && w[1] == '/' && scanDigits(kept[n-1], 0) == len(kept[n-1]) {
			kept[n-1] += " " + w
			continue
		}
		kept = append(kept, w)
	}
	e.words = kept
}

// agree puts units in the number that the figure before them demands, and notes what the words say.
func (e *extent) agree() {
	for i, w := range e.words {
		singular, isUnit := extentSingulars[w]
		if !isUnit {
			continue
		}
		e.unit = true
		if i+1 < len(e.words) && w == singular && extentSingulars[e.words[i+1]] != "" {
			continue // the first half of "document numbers"
		}
		counts := i - 1
		if counts > 0 && extentSingulars[e.words[counts]] == e.words[counts] {
			counts--
		}
		if counts < 0 || !isDigit(e.words[counts][0]) || strings.HasSuffix(e.words[counts], "-column") {
			continue
		}
		e.sized = e.sized || extentSizeUnits[singular]
		e.words[i] = extentPlural(singular)
		if n := e.words[counts]; n == "1" || len(n) == 3 && n[1] == '/' {
			e.words[i] = singular
		}
	}
}
