package lookup

import (
	"strings"
	"unicode/utf8"

	"reftel/model/match"
	"reftel/model/names/spelling"
)

// level is how a single word is found, the best first. Each takes in the ones before.
type level uint8

const (
	whole level = iota // it is the word
	begins
	inside
	same // sounds the same
	near // sounds nearly the same
	oneSlip
	far // sounds much the same, or the word may go on so
	twoSlips
	scattered
)

// term is one word that was typed.
type term struct {
	search *search
	text   string

	from, to int           // words that begin with it
	found    map[int]level // other words
	whole    bitmap        // rows that have it
	begins   bitmap        // rows that have a word which begins with it
	rest     bitmap        // rows at the levels looked at so far
	reached  level         // the last of them
	asked    bool          // whole and begins are known
}

// at returns the rows in which the term is found at a level or better. Levels beyond begins are asked in order.
func (t *term) at(l level) bitmap {
	if !t.asked {
		t.literally()
	}
	switch l {
	case whole:
		return t.whole
	case begins:
		return t.begins
	}
	if t.reached == begins && t.begins != nil {
		t.rest = t.search.copied(t.begins)
	}
	for ; t.reached < l; t.reached++ {
		switch t.reached + 1 {
		case inside:
			t.within()
		case same:
			t.sounding()
		case oneSlip:
			t.slips()
		case scattered:
			t.scattered()
		}
		for word, at := range t.found {
			if at == t.reached+1 {
				t.search.mark(word, &t.rest)
			}
		}
	}
	return t.rest
}

// literally marks the words that begin with the term.
func (t *term) literally() {
	words := t.search.set.words
	t.asked = true
	t.from, t.to = words.beginning(t.text)
	t.reached = begins
	for word := t.from; word < t.to; word++ {
		if word == t.from && len(words.word(word)) == len(t.text) {
			t.search.mark(word, &t.whole)
			t.begins = t.search.copied(t.whole)
			continue
		}
		if (word-t.from)%polled == 0 && t.search.ended() {
			return
		}
		t.search.mark(word, &t.begins)
	}
}

// within takes the words that have the term inside. One letter is in nearly every word: the masks of the rows tell that sooner.
func (t *term) within() {
	if !t.isLetter() {
		t.search.set.words.holding(t.text, func(word int) { t.take(word, inside) })
		return
	}
	letter := mask(t.text)
	if t.rest == nil {
		t.rest = t.search.bitmap()
	}
	for row, has := range t.search.set.letters {
		if has&letter != 0 {
			t.rest.set(row)
		}
	}
}

func (t *term) isLetter() bool { return len(t.text) == 1 && class(t.text[0]) == 1 }

// take notes that a word is found at a level, unless it is at a better one.
func (t *term) take(word int, l level) {
	if word >= t.from && word < t.to {
		return
	}
	if known, ok := t.found[word]; !ok || l < known {
		t.found[word] = l
	}
}

// takeText notes the word of that text, if there is one.
func (t *term) takeText(text string, l level) {
	if word, ok := t.search.set.words.find(text); ok {
		t.take(word, l)
	}
}

// heard is the shortest word, and the fewest consonants of an unfinished one, whose sound says anything.
const (
	heard     = 3
	consonant = 2
)

// sounding takes the words that may sound like the term: at same, near and far.
func (t *term) sounding() {
	for _, other := range spelling.Given(t.text) {
		t.takeText(other, same)
	}
	for _, other := range spelling.Pinyin(t.text) {
		t.takeText(other, same)
	}
	for _, other := range spelling.WadeGiles(t.text) {
		t.takeText(strings.ReplaceAll(other, " ", ""), same)
	}
	if len(t.text) < heard {
		return
	}
	sounds := t.search.set.sounds
	finished := spelling.Readings(t.text, true)
	for _, sound := range finished {
		sounds.alike(spelling.Skeleton(sound), func(i int, whole bool) {
			if !whole {
				return
			}
			d, _ := spelling.Distance(sound, sounds.sound(i))
			switch least := allowance(sound); {
			case d == 0:
				t.take(int(sounds.word[i]), same)
			case d <= min(1, least):
				t.take(int(sounds.word[i]), near)
			case d <= least:
				t.take(int(sounds.word[i]), far)
			}
		})
	}
	if len(t.text) <= heard {
		return
	}
	for _, sound := range spelling.Readings(t.text, false) {
		skeleton := spelling.Skeleton(sound)
		if len(skeleton) < consonant {
			continue
		}
		n := 0
		sounds.alike(skeleton, func(i int, _ bool) {
			if n++; n%polled == 0 && t.search.ended() {
				return
			}
			if _, d := spelling.Distance(sound, sounds.sound(i)); d <= 1 {
				t.take(int(sounds.word[i]), far)
			}
		})
	}
}

// allowance is how far a word that sounds like a reading may be from it.
func allowance(sound string) int {
	switch n := len(sound); {
	case n < 4:
		return 0
	case n < 6:
		return 1
	}
	return 2
}

// slips takes the words that the term may be a slip of: at oneSlip and twoSlips. Words of up to seven letters begin as they should,
// unless the first two letters are exchanged.
func (t *term) slips() {
	slip := match.NewSlip(t.text)
	if slip.Allowed() == 0 {
		return
	}
	words := t.search.set.words
	if slip.Allowed() > 1 {
		t.slipsAmong(slip, 0, words.len())
		return
	}
	first, second := t.text[:1], t.text[1:2]
	if t.text[0] >= utf8.RuneSelf {
		_, size := utf8.DecodeRuneInString(t.text)
		first, second = t.text[:size], ""
	}
	from, to := words.beginning(first)
	t.slipsAmong(slip, from, to)
	if second != "" && second[0] < utf8.RuneSelf {
		from, to = words.beginning(second + first)
		t.slipsAmong(slip, from, to)
	}
}

// slipsAmong looks at the words from one number to another.
func (t *term) slipsAmong(slip match.Slip, from, to int) {
	const shortest = 5 // word of which a beginning may be mistyped
	letters := mask(t.text)
	for i := from; i < to; i++ {
		if (i-from)%polled == 0 && t.search.ended() {
			return
		}
		word := t.search.set.words.word(i)
		if lacks(letters, t.search.set.masks[i]) > slip.Allowed() || len(word) < len(t.text)-2*slip.Allowed() {
			continue
		}
		wrong, begin := slip.Distance(word)
		switch {
		case wrong <= 1:
			t.take(i, oneSlip)
		case wrong <= slip.Allowed(), begin <= slip.Allowed() && len(t.text) >= shortest:
			t.take(i, twoSlips)
		}
	}
}

// scattered takes the words that have the letters of the term in order, and not many others: mnstry.
func (t *term) scattered() {
	const fewest, dilution = 4, 3
	if len(t.text) < fewest {
		return
	}
	words := t.search.set.words
	letters := mask(t.text)
	from, to := words.beginning(t.text[:1])
	for i := from; i < to; i++ {
		if w := words.word(i); lacks(letters, t.search.set.masks[i]) == 0 && len(w) <= dilution*len(t.text) && scatteredIn(t.text, w) {
			t.take(i, scattered)
		}
	}
}

// scatteredIn reports whether a text has the letters of a term in order.
func scatteredIn(term, text string) bool {
	n := 0
	for i := 0; i < len(text) && n < len(term); i++ {
		if text[i] == term[n] {
			n++
		}
	}
	return n == len(term)
}

// levelOf says how the term is found in a word of a row.
func (t *term) levelOf(word string) (l level, ok bool) {
	switch {
	case word == t.text:
		return whole, true
	case strings.HasPrefix(word, t.text):
		return begins, true
	case t.isLetter() && strings.Contains(word, t.text):
		return inside, true
	}
	if number, known := t.search.set.words.find(word); known {
		l, ok = t.found[number]
	}
	return l, ok
}
