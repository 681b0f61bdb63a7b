package names

import (
	"maps"
	"slices"
	"strings"

	"reftel/model"
)

// candidate is a word that nothing is known of, with what speaks for it in all places where it stands.
type candidate struct {
	key                         string
	kind                        wordKind
	words                       int // tokens
	first                       position
	count                       int
	person, place, organization int
}

// weigh notes the word at i, if it is unknown, and what its surroundings say of it.
func (c *capitals) weigh(r run, i int) {
	k := c.kind(i)
	w := r.token(i)
	if k&unknown == 0 || c.foreign && k&leader == 0 || strings.Contains(w.key, " ") || companies[w.key] {
		return
	}
	a := c.candidates[w.key]
	if a == nil {
		a = &candidate{key: w.key, kind: k, words: 1, first: position{r.at, i}}
		c.candidates[w.key] = a
		c.order = append(c.order, a)
	}
	var before, after string
	if i > 0 && w.gap == gapSpace {
		before = r.token(i - 1).key
	}
	if r.follows(i + 1) {
		after = r.token(i + 1).key
	}
	if before == "per" {
		return // DIEM, CAPUT
	}
	a.count++
	short := k&nameShaped == 0 || len(w.key) <= 4 // as acronyms are
	if w.gap == gapStop && r.has(i+1) && (r.token(i+1).gap == gapComma || verbal(after)) && k&typo == 0 {
		a.person++ // begins the sentence
	}
	if r.has(i+1) && r.token(i+1).gap == gapComma && r.token(i+1).key == "who" {
		a.person += 2
	}
	switch {
	case w.possessive() && short && r.follows(i+1) && c.kind(i+1)&(nameShaped|givenName) != 0 && c.kind(i+1)&typo == 0:
		a.organization += 3 // the PVX's ADA QUILL
	case w.possessive() && len(w.key) <= 4:
		a.organization++
		a.person++
	case w.possessive() && k&nameShaped != 0:
		a.person++
	case speaking[after]:
		a.person += 2
		a.organization++
	case acting[after]:
		a.person++
	}
	governs := k&nameShaped != 0 && (ruling[after] && len(w.key) > 4 || c.between(r, i, i+1))
	if governs && !ruling[after] || k&nameShaped != 0 && c.between(r, i-1, i) {
		a.person += 2
	}
	switch {
	case governs && (before == "the" || before == "this"):
		a.person++ // THE QUILL GOVERNMENT
	case before == "the" || before == "this":
		a.organization++
		a.person -= 2
	case before == "in" && i > 1 && printed[r.token(i-2).key] && r.token(i-1).gap == gapSpace:
		a.organization += 4 // AN ARTICLE IN BRONTE
	case before == "in" || before == "at" || before == "near":
		a.place += 2
		a.person--
	case before == "from" || before == "to" || before == "via":
		a.place++
	case spokenTo[before]:
		a.person++
	case before == "by" || before == "with" || before == "that" || before == "and" || before == "of":
		a.person++
		a.organization++
	case ideologies[before] && short:
		a.organization += 2
	}
	if short && c.besideBody(r, i) {
		a.organization += 2
	}
	if pressPeople[after] {
		a.organization += 4
		a.person--
	}
	if i > 0 && bodyNouns[r.token(i-1).key] && w.gap == gapOpenQuote {
		a.organization += 6
	}
	if bodyNouns[before] || before == "line" && i > 1 && carriers[r.token(i-2).key] {
		a.organization += 4
	}
	if bodyPeople[after] {
		a.organization += 2
		a.person--
	}
	if r.has(i+1) && r.token(i+1).gap == gapComma && c.placeKnown(r, i+1) {
		a.place += 3
	}
}

// between reports whether the words at i and n are two who meet, or have something else between them: THE QUILLON-TEYRA TALKS.
func (c *capitals) between(r run, i, n int) bool {
	return r.has(i) && r.has(n+1) && r.token(n).gap == gapHyphen && c.kind(i)&c.kind(n)&nameShaped != 0 && r.follows(n+1) && encounters[r.token(n+1).key]
}

// besideBody reports whether the word at i stands beside a known organization in a list or behind a stroke: IN NATO AND PVX,
// PVX/NATO.
func (c *capitals) besideBody(r run, i int) bool {
	for _, n := range []int{i - 1, i + 1} {
		if !r.has(n) {
			continue
		}
		right := r.token(max(i, n))
		between := r.passage.text[r.token(min(i, n)).full:right.start]
		if key := r.token(n).key; key == "and" || key == "or" {
			if n += n - i; !r.has(n) {
				continue
			}
		} else if right.gap != gapComma && strings.TrimSpace(between) != "/" {
			continue
		}
		if c.kind(n)&bodyAcronym != 0 || c.kind(n)&knownName != 0 && c.kind(n)&english == 0 && !c.placeKnown(r, n) {
			return true
		}
	}
	return false
}

// verbal reports whether a word looks like a verb in the past or the present.
func verbal(w string) bool {
	return isPast(w) || len(w) > 4 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
}

// wordEnding reports whether a word ends as English ones do, and few names.
func wordEnding(w string) bool {
	for _, e := range wordEndings {
		if len(w) > len(e)+3 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

var wordEndings = []string{"ing", "ings", "ous", "ive", "ical", "able", "ible", "less", "ful", "ism", "ology", "graphy", "ized", "ised", "ally", "ously", "ively", "ically",
	"tration", "tional", "uric", "atic", "etic", "otic", "meter", "meters", "wise", "ware", "ates", "ated", "ator", "ators", "ifies", "ified"}

// decide returns the kind that most speaks for.
func (a *candidate) decide() (model.NameKind, bool) {
	person, place, organization := a.person, a.place, a.organization
	if a.count > 1 {
		person++
		organization++
	}
	if a.kind&nameShaped == 0 {
		person -= 3
		place -= 3
		organization++
	} else if len(a.key) <= 4 {
		if person <= 1 && a.organization > 0 {
			organization++
		}
	} else if len(a.key) > 5 {
		organization -= 2
	}
	if len(a.key) < 3 {
		organization -= 2
		place -= 3
		person -= 3
	}
	if a.kind&typo != 0 || wordEnding(a.key) {
		person -= 2
		place -= 2
		organization -= 2
	}
	if syllables[a.key] {
		organization -= 2
	} else if slipOfFunctionWord(a.key) {
		organization--
	}
	if a.kind&leader != 0 {
		person += 3
	}
	if a.kind&bodyAcronym != 0 && a.person <= 3 {
		return model.Organization, true
	}
	if strings.HasPrefix(a.key, "go") && (len(a.key) == 3 || len(a.key) == 4 && a.kind&nameShaped == 0) {
		return model.Organization, true // GOI: a government
	}
	const enough = 2
	switch {
	case person >= enough && person >= place && person >= organization:
		return model.Person, true
	case place >= enough && place >= organization:
		return model.Place, true
	case organization >= enough && organization > person:
		return model.Organization, true
	}
	return "", false
}

// slipOfFunctionWord reports whether a short word is one of the commonest with a letter left out, wrong or exchanged: THIR, PORR.
func slipOfFunctionWord(w string) bool {
	if len(w) < 3 || len(w) > 5 {
		return false
	}
	return slices.ContainsFunc(longFunctionWords, func(f string) bool { return oneSlip(w, f) })
}

// longFunctionWords are those that a slip leaves recognisable.
var longFunctionWords = slices.DeleteFunc(slices.Collect(maps.Keys(functionWords)), func(w string) bool { return len(w) < 4 })

// oneSlip reports whether w is word without one of its letters, with another in its place, or with two exchanged.
func oneSlip(w, word string) bool {
	i := 0
	for i < len(w) && i < len(word) && w[i] == word[i] {
		i++
	}
	switch len(word) - len(w) {
	case 0:
		return i == len(w) || w[i+1:] == word[i+1:] || i+1 < len(w) && w[i] == word[i+1] && w[i+1] == word[i] && w[i+2:] == word[i+2:]
	case 1:
		return w[i:] == word[i+1:]
	}
	return false
}

// placeKnown reports whether a known place begins at i.
func (c *capitals) placeKnown(r run, i int) bool {
	n := c.f.knownEnd(r, i)
	return n > i && c.f.placeAt(r, i, n)
}
