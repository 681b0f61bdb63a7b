package spelling

import (
	"slices"
	"strings"
)

// maxReadings is how many readings of one word are kept: each doubtful letter multiplies them.
const maxReadings = 12

// maxLetters is the longest word that is read: what is longer is no name.
const maxLetters = 40

// Readings returns how a folded word may sound, each once; nil where that can't be told (digits, other scripts). Of a word
// that is still being typed (finished is false) the end is not interpreted.
func Readings(word string, finished bool) []string {
	word = latin(word)
	if word == "" || len(word) > maxLetters {
		return nil
	}
	stem, tail := word, one("")
	if finished {
		stem, tail = ending(word)
	}
	read := []string{""}
	stem, read = beginning(stem, read)
	for at := 0; at < len(stem); {
		r := ruleAt(stem[at:])
		if r.letters == "h" && at > 0 && !isVowel(stem[at-1]) { // Ghandi, Bhutto
			at++
			continue
		}
		read = extend(read, r.sounds)
		at += len(r.letters)
	}
	read = extend(read, tail)
	for i, s := range read {
		read[i] = tidy(s, finished)
	}
	slices.Sort(read)
	return slices.Compact(read)
}

// latin returns a word in the letters a to z; "" if it has others that it cannot tell.
func latin(word string) string {
	plain := true
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	var b strings.Builder
	for _, r := range word {
		s, ok := cyrillic[r]
		switch {
		case ok:
			b.WriteString(s)
		case 'a' <= r && r <= 'z':
			b.WriteRune(r)
		default:
			return ""
		}
	}
	return b.String()
}

// ending takes the end off that says how it sounds as a whole.
func ending(word string) (stem string, sounds []string) {
	for _, e := range endings {
		if len(word) > len(e.letters)+2 && strings.HasSuffix(word, e.letters) {
			return strings.TrimSuffix(word, e.letters), e.sounds
		}
	}
	if n := len(word); n > 3 && word[n-1] == 'e' && !isVowel(word[n-2]) { // Poutine, Eltsine
		return word[:n-1], one("")
	}
	return word, one("")
}

// beginning reads Mac, and the servant (abd) with the article that is bound to him: Abd al-, Abdel, Abdul, and Abdur-, Abder-,
// where the article has taken the sound that follows.
func beginning(word string, read []string) (rest string, _ []string) {
	if rest, ok := strings.CutPrefix(word, "mc"); ok && len(rest) > 2 {
		return rest, one("mak")
	}
	if word == "abd" {
		return "", one("abdal")
	}
	if rest, ok := servant(word); ok {
		return strings.TrimPrefix(rest, "l"), one("abdal")
	}
	return word, read
}

// servant takes abd and the vowel of the article off a word.
func servant(word string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(word, "abd")
	if !ok || len(rest) < 2 || !isVowel(rest[0]) || isVowel(rest[1]) {
		return word, false
	}
	return rest[1:], true
}

// Servant returns whom a man serves whose name is written in one word, with the article or what became of it: rahman of
// abderrahman, aziz of abdulaziz.
func Servant(word string) (master string, ok bool) {
	const shortest = 4
	rest, ok := servant(word)
	if ok && (rest[0] == 'l' || len(rest) > 1 && rest[0] == rest[1]) {
		rest = rest[1:]
	}
	return rest, ok && len(rest) >= shortest
}

// ruleAt returns the rule for the letters at the beginning of s, which is not empty.
func ruleAt(s string) rule {
	if s[0] == 'c' && len(s) > 1 && strings.IndexByte("eiy", s[1]) >= 0 {
		return rule{letters: "c", sounds: one("s")}
	}
	for _, r := range byLetter[s[0]-'a'] {
		if strings.HasPrefix(s, r.letters) {
			return r
		}
	}
	return rule{letters: s[:1], sounds: one(s[:1])}
}

// byLetter are the rules by their first letter, the longest first.
var byLetter = func() (out [26][]rule) {
	for _, r := range rules {
		c := r.letters[0] - 'a'
		out[c] = append(out[c], r)
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b rule) int { return len(b.letters) - len(a.letters) })
	}
	return out
}()

// extend puts each of the sounds behind each of the readings.
func extend(read, sounds []string) []string {
	if len(sounds) == 1 {
		for i := range read {
			read[i] += sounds[0]
		}
		return read
	}
	out := make([]string, 0, len(read)*len(sounds))
	for _, sound := range sounds { // the usual sounds are kept where there are too many
		for _, r := range read {
			if len(out) < maxReadings {
				out = append(out, r+sound)
			}
		}
	}
	return out
}

// tidy makes one of doubled sounds, and drops an h that nobody hears at the end.
func tidy(read string, finished bool) string {
	var b strings.Builder
	b.Grow(len(read))
	var last byte
	for i := range len(read) {
		if c := read[i]; c != last {
			b.WriteByte(c)
			last = c
		}
	}
	s := b.String()
	if n := len(s); finished && n > 2 && s[n-1] == 'h' && isVowel(s[n-2]) {
		return s[:n-1]
	}
	return s
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
