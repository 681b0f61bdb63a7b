package parser

import "strings"

// Words of a small vocabulary, read through the damage that scanning and typing do to them: figures
// for letters, letters dropped, doubled or exchanged, blanks lost (FORMATS section 5).

// tolerantLongest bounds the words that are compared; longer ones are several run together.
const tolerantLongest = 24

// tolerantLetters turns the figures and signs that scanners take for letters into those letters.
var tolerantLetters = strings.NewReplacer("1", "l", "|", "l", "0", "o", "5", "s", "\ufb01", "fi", "\ufb02", "fl")

// tolerantAllowed is how many typing errors a word of n letters may have: none in a short one, which
// would be another word.
func tolerantAllowed(n int) int {
	switch {
	case n < 4:
		return 0
	case n < 7:
		return 1
	}
	return 2
}

// tolerantMatch returns the word of the vocabulary that word most likely is, both in lower case: the
// same, the same but for figures that stand for letters, or with few enough typing errors. The first
// letter of a word is hardly ever the wrong one, so it has to agree where two errors are allowed.
func tolerantMatch(word string, vocabulary []string) (match string, ok bool) {
	least := tolerantAllowed(tolerantLongest) + 1
	compare := func(word string) {
		for _, w := range vocabulary {
			errors := tolerantErrors(word, w)
			if errors <= tolerantAllowed(len(w)) && errors < least {
				match, least = w, errors
			}
		}
	}
	compare(word)
	for _, shape := range tolerantShapes {
		if least > 0 && len(word) <= tolerantLongest && strings.Contains(word, shape[0]) {
			compare(strings.Replace(word, shape[0], shape[1], 1))
		}
	}
	return match, match != ""
}

// tolerantWordAt returns which of the words, in lower case, stands at i, blind to case and to blanks that a scanner has
// set between its letters ("Do cumen t"), and where it ends; "" if none does. Of two words that begin alike the longer
// one comes first.
func tolerantWordAt(text string, i int, words ...string) (word string, end int) {
	for _, w := range words {
		if end := tolerantSpaced(text, i, w); end > i && scanWordEnd(text, end) {
			return w, end
		}
	}
	return "", i
}

// tolerantSpaced returns the end of a word at i whose letters may have blanks between them; i if it isn't there.
func tolerantSpaced(text string, i int, word string) int {
	at := i
	for k := range len(word) {
		if k > 0 && at < len(text) && text[at] == ' ' {
			at++
		}
		if at >= len(text) || text[at]|0x20 != word[k] {
			return i
		}
		at++
	}
	return at
}

// tolerantShapes are letters that look like two others in print, and the other way round.
var tolerantShapes = [...][2]string{{"rn", "m"}, {"m", "in"}, {"m", "rn"}, {"vv", "w"}, {"cl", "d"}, {"ii", "n"}}

// tolerantErrors counts the typing errors that lead from word to want: a letter too many, missing,
// wrong, or two exchanged. Counts beyond those that are ever allowed come back as a large one.
func tolerantErrors(word, want string) int {
	const many = 99
	most := tolerantAllowed(len(want))
	if len(word) > tolerantLongest || len(word) > len(want)+most || len(want) > len(word)+most {
		return many
	}
	if word == want {
		return 0
	}
	if strings.ContainsAny(word, "01|5") {
		if word = tolerantLetters.Replace(word); word == want {
			return 0
		}
	}
	if most == 0 || most > 1 && word[0] != want[0] {
		return many
	}
	// The rows of the table of distances; two letters exchanged need the row before the last.
	var rows [3][tolerantLongest + 1]int
	for j := range len(want) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(word); i++ {
		now, last, older := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		now[0] = i
		for j := 1; j <= len(want); j++ {
			cost := 1
			if word[i-1] == want[j-1] {
				cost = 0
			}
			now[j] = min(now[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && word[i-1] == want[j-2] && word[i-2] == want[j-1] {
				now[j] = min(now[j], older[j-2]+1)
			}
		}
	}
	if errors := rows[len(word)%3][len(want)]; errors <= most {
		return errors
	}
	return many
}

// tolerantTail looks for word at the end of letters, which has no blanks, and returns where it begins.
func tolerantTail(letters, word string) (at int, ok bool) {
	least := tolerantAllowed(len(word)) + 1
	most := least - 1
	for n := len(word) + most; n >= len(word)-most && n > 0; n-- {
		if n > len(letters) {
			continue
		}
		if errors := tolerantErrors(letters[len(letters)-n:], word); errors < least || errors == least && n == len(word) {
			at, least = len(letters)-n, errors
		}
	}
	return at, least <= most
}
