package names

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"reftel/model"
)

// wordKind is what is known of a word in capitals.
type wordKind uint16

const (
	english     wordKind = 1 << iota // a word of the language, or of telegrams
	givenName                        // known as such
	knownName                        // a place or an organization by itself
	title                            // of people, with its abbreviations
	headWord                         // of organizations
	people                           // a demonym
	particle                         //
	initial                          // one letter
	unknown                          // none of these
	nameShaped                       // unknown, and written as people's names are
	derived                          // English by an ending, or two words that ran together: a surname beside a title or a given name
	beginning                        // of an organization or a place, though nothing is one by it alone
	bodyAcronym                      // unknown but for that
	leader                           // the surname of a public figure
	typo                             // unknown, and next to an English word
)

// vocabulary is the English of texts in capitals.
type vocabulary struct {
	words map[string]bool
	short map[string]bool // those of telegrams alone: abbreviations, most of them
	slips []uint32        // hashes of the longer words, and of what is left of them without one letter, sorted

	slipsFrom [1<<16 + 1]uint32 // where those begin that have so many in their upper half
}

// loadVocabulary reads it when the first text in capitals comes.
var loadVocabulary = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{words: fields(englishFile), short: map[string]bool{}}
	maps.Copy(v.words, loadTables().words)
	for w := range fields(telegraphFile) {
		if !v.words[w] {
			v.words[w], v.short[w] = true, true
		}
	}
	for w := range v.words {
		if len(w) >= shortestSlip {
			v.slips = append(v.slips, slipHashes(w)...)
		}
	}
	slices.Sort(v.slips)
	v.slips = slices.Compact(v.slips)
	for _, h := range v.slips {
		v.slipsFrom[h>>16+1]++
	}
	for i := range len(v.slipsFrom) - 1 {
		v.slipsFrom[i+1] += v.slipsFrom[i]
	}
	return v
})

const (
	shortestSlip = 6  // letters of a word whose typing errors are recognised
	longestWord  = 24 // letters; longer ones are words that ran together
)

// has reports whether a word is English: itself, or what is left of it without an ending or a beginning.
func (v *vocabulary) has(w string) bool {
	if v.words[w] {
		return true
	}
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(w, e.ending); ok && len(stem) >= 4 && (v.words[stem+e.instead] || e.doubled && v.words[stem[:len(stem)-1]] && stem[len(stem)-1] == stem[len(stem)-2]) {
			return true
		}
	}
	for _, b := range beginnings {
		if rest, ok := strings.CutPrefix(w, b); ok && len(rest) >= 4 && v.words[rest] {
			return true
		}
	}
	return false
}

var endings = []struct {
	ending, instead string
	doubled         bool
}{
	{"s", "", false}, {"es", "", false}, {"ies", "y", false}, {"ed", "", true}, {"ed", "e", false}, {"ied", "y", false}, {"ing", "", true},
	{"ing", "e", false}, {"ly", "", false}, {"er", "", true}, {"er", "e", false}, {"ers", "", true}, {"ers", "e", false}, {"ness", "", false},
	{"ment", "", false}, {"ments", "", false}, {"able", "", false}, {"ability", "able", false}, {"al", "", false}, {"ity", "", false},
	{"ization", "ize", false}, {"isation", "ise", false}, {"ation", "e", false}, {"ist", "", false}, {"ists", "", false}, {"ism", "", false},
	{"wise", "", false}, {"less", "", false}, {"ful", "", false}, {"man", "", false}, {"men", "", false}, {"ize", "", false}, {"ized", "", false},
}

var beginnings = []string{"un", "re", "non", "over", "under", "inter", "counter", "anti", "pre", "mis", "dis", "co", "sub", "multi", "semi", "super"}

// spelled reports whether a word is English in full.
func (v *vocabulary) spelled(w string) bool { return v.words[w] && !v.short[w] }

// ranTogether reports whether a word is two English ones: WOULDNOT.
func (v *vocabulary) ranTogether(w string) bool {
	if len(w) < 6 {
		return false
	}
	for i := 2; i <= len(w)-2; i++ {
		if (i >= 4 || len(w)-i >= 4) && v.spelled(w[:i]) && v.spelled(w[i:]) && (i > 2 || functionWords[w[:i]]) && (len(w)-i > 2 || functionWords[w[i:]]) {
			return true
		}
	}
	return false
}

// slip reports whether a word is a longer English one with a letter left out, put in, wrong, or exchanged.
func (v *vocabulary) slip(w string) bool {
	if len(w) < shortestSlip-1 {
		return false
	}
	for _, h := range slipHashes(w) {
		if slices.Contains(v.slips[v.slipsFrom[h>>16]:v.slipsFrom[h>>16+1]], h) {
			return true
		}
	}
	return false
}

// slipHashes returns the hashes of a word and of what is left of it without one of its letters but the first.
func slipHashes(w string) []uint32 {
	hashes := make([]uint32, 0, len(w))
	hashes = append(hashes, fnv1a(offset32, w))
	before := uint32(offset32)
	for i := 1; i < len(w); i++ {
		before = fnv1a(before, w[i-1:i])
		hashes = append(hashes, fnv1a(before, w[i+1:]))
	}
	return hashes
}

// offset32 is where a hash of the kind FNV-1a with 32 bits begins.
const offset32 = 2166136261

// fnv1a goes on with a hash.
func fnv1a(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// kind returns what is known of the word at i, nothing beyond the text.
func (c *capitals) kind(i int) wordKind {
	if i < 0 || i >= len(c.kinds) {
		return 0
	}
	return c.kinds[i]
}

// sortAll notes what is known of each word of a text; of numbers and of what holds no name it is nothing.
func (c *capitals) sortAll(p *passage) {
	c.kinds = make([]wordKind, len(p.tokens))
	strange, plain := 0, 0
	for i := range p.tokens {
		w := &p.tokens[i]
		if w.shape == number || w.dead || w.key == "" {
			continue
		}
		var k wordKind
		if e := c.f.acronyms[w.key]; e != nil && e.kind == model.Organization {
			k = kindOf(w.key, true, c.f.t)
		} else {
			k = c.sorted.of(w.key, c.f.t)
		}
		c.kinds[i] = k
		if k&unknown != 0 {
			strange++
		} else {
			plain++
		}
	}
	c.foreign = strange+plain > 12 && strange*5 > plain*2 // in another language, or garbled
}

// kindOf says what tables know of a word; known says that it is a name by itself, in them or in the cable.
func kindOf(key string, known bool, t *tables) wordKind {
	v := loadVocabulary()
	if len(key) == 1 {
		return initial
	}
	listed := listedWords()[key] // most words are in none of the lists: one look tells
	in := func(list map[string]bool) bool { return listed && list[key] }
	var k wordKind
	for _, list := range beginningWords {
		if in(list) {
			k |= beginning
			break
		}
	}
	if in(t.given) {
		k |= givenName
	}
	if in(titles) || in(capitalTitles) {
		k |= title
	}
	if in(officeHeads) {
		k |= headWord
	}
	if in(t.demonyms) {
		k |= people
	}
	if in(particles) {
		k |= particle
	}
	if known {
		k |= knownName
	}
	plain := strings.Trim(key, "abcdefghijklmnopqrstuvwxyz ") == ""
	if !plain || len(key) > longestWord || strings.Trim(key, "ivx") == "" || v.has(key) || in(things) || len(key) > 3 && things[strings.TrimSuffix(key, "s")] || in(calendar) || in(posts) || in(leading) || in(openers) || in(placeLast) || in(placeWords) || hyphenated(v, key) {
		k |= english
	}
	if k&english != 0 && plain && !v.words[key] && !hasNounEnding(key) && len(key) <= longestWord && k&^(english|givenName|beginning) == 0 && !in(things) && !in(calendar) && !in(openers) {
		k |= derived
	}
	if k&^(givenName|beginning) == 0 {
		k |= unknown
		switch {
		case in(t.acronyms):
			k |= bodyAcronym
		case in(t.leaders):
			k |= nameShaped | leader
		case v.ranTogether(key):
			k = k&^unknown | english | derived
		case hasNounEnding(key) && len(key) >= 8:
			k = k&^unknown | english
		case speakable(key):
			k |= nameShaped
		}
		if k&(givenName|leader|bodyAcronym) == 0 && k&unknown != 0 && v.slip(key) {
			k |= typo
		}
	}
	return k
}

// beginningWords are the lists of words with which a name may begin that is found by them.
var beginningWords = []map[string]bool{generalWords, bodyWords, officeHeads, leading, singleBodies, postHeads, chambers, placeFirst, placeWords, named, holderWords}

// listedWords are the words of all lists that [kindOf] looks into, but for the English ones.
var listedWords = sync.OnceValue(func() map[string]bool {
	t, all := loadTables(), map[string]bool{}
	for _, list := range append(slices.Clone(beginningWords), titles, capitalTitles, particles, calendar, posts, openers, placeLast, things, t.given, t.demonyms, t.acronyms, t.leaders) {
		maps.Copy(all, list)
	}
	return all
})

// speakable reports whether a word has vowels among its consonants as people's names do, and no acronym's.
func speakable(w string) bool {
	if len(w) < 3 || !strings.ContainsAny(w, "aeiouy") {
		return false
	}
	parts := strings.FieldsFunc(w, func(r rune) bool { return strings.ContainsRune("aeiouy", r) })
	for _, consonants := range parts {
		if len(consonants) > 5 || len(consonants) > 3 && len(w) < 7 {
			return false
		}
	}
	if n := len(w); n < 6 {
		if last := w[n-2:]; !strings.ContainsAny(last, "aeiouy") && !closings[last] {
			return false
		}
		if first := w[:2]; !strings.ContainsAny(first, "aeiouy") && !openings[first] {
			return false
		}
	}
	return true
}

// Consonants that short names begin and end with.
var (
	openings = set(`bh bl br ch cl cr dh dr dw dz fj fl fr gh gl gr gw hj hs hw kh kl kn kr kw ll mb mc mk mw nd ng nk ny ph pl pr ps rh sc sh sk sl sm sn sp
		sr st sv sw sz th tr ts tw tz vl vr wh wl wr zb zd zh zl zw`)
	closings = set(`bb bs cz ch ck cs dd ds dt ff ft gg gh hl hm hn hr ht hn kh ks ld lf lg lk ll lm ln lp ls lt lz mb mm mp ms nd ng nk nn ns nt nz ph pp ps
		rb rc rd rf rg rk rl rm rn rp rr rs rt rz sh sk sz ss st tch th ts tt tz wk wl wn ws xx zz`)
)

// hyphenated recognises two words, each of them English.
func hyphenated(v *vocabulary, key string) bool {
	left, right, ok := strings.Cut(key, " ")
	return ok && (v.has(left+right) || (v.has(left) || prefixes[left]) && (v.has(right) || loadTables().demonyms[right]))
}

// mendHyphens joins words that a line end broke ("DELE- GATION") in a text in capitals whose lines were joined.
func mendHyphens(text string, tokens []token, t *tables) []token {
	v := loadVocabulary()
	out := tokens[:0]
	for i := range tokens {
		w := tokens[i]
		if len(out) > 0 && w.gap == gapHyphen {
			if last := &out[len(out)-1]; last.end == w.start-1 && v.has(last.key+w.key) && !(v.has(last.key) && v.has(w.key)) && breaksWord(last, &w, v, t) {
				last.end, last.full, last.key = w.end, w.full, last.key+w.key
				continue
			}
		}
		if len(out) > 0 && w.gap == gapOther && text[out[len(out)-1].full:w.start] == "- " {
			if last := &out[len(out)-1]; breaksWord(last, &w, v, t) {
				last.end, last.full, last.key = w.end, w.full, last.key+w.key
				continue
			}
			w.gap, w.first = gapHyphen, false
		}
		out = append(out, w)
	}
	return out
}

// breaksWord reports whether two parts are one word: it is a known one, or they are none.
func breaksWord(left, right *token, v *vocabulary, t *tables) bool {
	if left.dead || right.dead || left.shape == number || right.shape == number || left.possessive() || len(left.key)+len(right.key) > longestWord {
		return false
	}
	whole := left.key + right.key
	known := func(key string) bool {
		return t.given[key] || t.demonyms[key] || t.knows(key)
	}
	return v.has(whole) || known(whole) || !v.has(left.key) && !known(left.key) || !v.has(right.key) && !known(right.key)
}
