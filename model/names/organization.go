package names

import (
	"strings"

	"reftel/model"
)

// joinsOffice recognises an "and" within an organization's name (Fish and Wildlife Service): common
// words on both sides, and a head word behind.
func (f *finder) joinsOffice(tokens []token, and int) bool {
	last := &tokens[and-1]
	if last.shape != capital || !f.t.words[last.key] || heads[last.key] || titles[last.key] || last.possessive() {
		return false
	}
	for i := and + 1; i < len(tokens) && i <= and+5 && tokens[i].gap == gapSpace && tokens[i].shape == capital; i++ {
		if heads[tokens[i].key] {
			return i > and+1
		}
		if !f.t.words[tokens[i].key] || titles[tokens[i].key] {
			return false
		}
	}
	return false
}

// headEnd returns where the organization that the run begins with ends, 0 if it begins with none.
func (f *finder) headEnd(r run) int {
	if r.contains(posts) {
		return 0
	}
	head := -1
	for i := r.start; i < r.end; i++ {
		if n := f.knownEnd(r, i); n > i+1 && n < r.end+1 && f.placeAt(r, i, n) {
			i = n - 1 // West Bank
			continue
		}
		if heads[r.token(i).key] {
			head = i
		}
	}
	if head < 0 {
		return 0
	}
	for i := r.start; i < head; i++ {
		// "President Quill's Party" is cut by the possessive; "General Quill Army" is left to the title.
		if titles[r.token(i).key] && !f.common(r.token(i+1).key) && !heads[r.token(i+1).key] {
			return 0
		}
	}
	end := head + 1
	if end == r.end && !r.token(head).possessive() {
		end = f.tail(r, end)
	}
	if end-r.start < 2 || f.allGeneric(r.to(end)) {
		return 0
	}
	return end
}

// tail follows an organization's name over its connectors: Ministry of Foreign Affairs and Trade.
func (f *finder) tail(r run, end int) int {
	for {
		i := end
		for r.follows(i) && connectors[r.token(i).key] && r.token(i).shape == lower && i-end < 3 {
			i++
		}
		if i == end || !r.follows(i) || !r.token(i).cap() {
			return end
		}
		link := r.token(end).key
		if end == r.end && !joining[link] || titles[r.token(i).key] || link == "and" && (i > end+1 || heads[r.token(i).key] || !f.common(r.token(i).key)) {
			return end
		}
		if link == "to" || link == "in" || link == "on" && !f.common(r.token(i).key) {
			return end
		}
		for r.follows(i) && r.token(i).cap() && !titles[r.token(i).key] && i-r.start < maxRun {
			if r.token(i).key == "state" && r.has(i+1) && titles[r.token(i+1).key] {
				return i // Ministry of Defense State Secretary
			}
			if last := r.token(i - 1); i > end+1 && last.cap() && f.common(last.key) && f.nameLike(r.token(i)) && vague[r.token(end-1).key] {
				return i // Ministry of Foreign Affairs and its holder
			}
			i++
			if r.token(i - 1).possessive() {
				return i
			}
		}
		end = i
	}
}

// allGeneric reports whether a name with a head word says no more than what sort of body it is.
func (f *finder) allGeneric(r run) bool {
	for _, w := range r.tokens() {
		if !heads[w.key] && !generic[w.key] && !f.t.demonyms[w.key] {
			return false
		}
	}
	last := r.token(r.end - 1)
	if r.end-r.start == 2 && founded[r.token(r.start).key] && founding[last.key] {
		return false // the Federal Police, the Central Bank: each country has one
	}
	return !r.contains(f.t.demonyms) || r.end-r.start == 2 && vague[last.key]
}

func (f *finder) addOrganization(r run) {
	words := keys(r.tokens())
	f.local.addWords(words, form{entity: f.organization(words, r.position())})
}

// isKnown reports whether a word alone is a known place or organization.
func (f *finder) isKnown(w *token) bool { return f.t.begin(w).isName() }

// knows reports whether a word alone is a known place or organization.
func (t *tables) knows(word string) bool {
	return t.known.step(word).isName()
}

// placeEnd returns where a place that a word such as Puerto or Province shows ends, i if there is none.
func (f *finder) placeEnd(r run, i int) int {
	if placeFirst[r.token(i).key] && i+1 < r.end && !r.token(i).possessive() {
		n := i + 1
		for n < r.end && n-i < 4 && (particles[r.token(n).key] || !f.common(r.token(n).key) && !placeLast[r.token(n).key]) && !f.t.demonyms[r.token(n).key] {
			n++
			if r.token(n - 1).possessive() {
				break
			}
		}
		if n > i+1 {
			return n
		}
		return i
	}
	n := i
	for n < r.end && n-i < 3 && r.token(n).shape == capital && !placeLast[r.token(n).key] && !f.common(r.token(n).key) &&
		!titles[r.token(n).key] && !f.t.demonyms[r.token(n).key] && !r.token(n).possessive() {
		n++
	}
	if n > i && n < r.end && placeLast[r.token(n).key] {
		return n + 1
	}
	return i
}

// addPlace enters a place. A town called Ciudad X may go by X further on (HANDBOOK section 4).
func (f *finder) addPlace(r run) {
	words := keys(r.tokens())
	e := f.entity(model.Place, words, r.position())
	f.local.addWords(words, form{entity: e})
	if len(words) == 2 && words[0] == "ciudad" {
		f.local.addWords(words[1:], form{entity: e, short: true})
	}
}

// knownEnd returns where the longest known name that begins at i ends, i if there is none.
func (f *finder) knownEnd(r run, i int) int {
	end := i
	if i >= r.end {
		return end
	}
	n := f.t.begin(r.token(i))
	for j := i; j < r.end; j++ {
		if j > i {
			n = n.step(r.token(j).key)
		}
		if n == nil {
			break
		}
		if n.forms != nil {
			end = j + 1
		}
		if r.token(j).possessive() {
			break
		}
	}
	return end
}

// placeAt reports whether the known name in tokens [i, end) is a place.
func (f *finder) placeAt(r run, i, end int) bool {
	n := f.t.begin(r.token(i))
	for i++; i < end; i++ {
		n = n.step(r.token(i).key)
	}
	return n.isName() && n.forms[0].entity.kind == model.Place
}

// article reports whether a particle is the article that newspapers and houses have: El Mundo is nobody.
func article(k string) bool {
	return k == "el" || k == "la" || k == "los" || k == "las" || k == "le" || k == "der"
}

// addPlural takes "the Lanternfish" and its like for a group: a plural with a capital that is no people.
func (f *finder) addPlural(r run) {
	w := r.token(r.start)
	k := w.key
	singular := strings.TrimSuffix(k, "s")
	if w.first || w.gap != gapSpace || !r.has(r.start-1) || r.token(r.start-1).key != "the" || len(k) < 5 || singular == k ||
		f.common(k) || f.common(singular) || f.t.demonyms[k] || f.t.given[singular] || w.possessive() {
		return
	}
	for _, people := range []string{"ss", "us", "is", "ans", "ists", "ites", "ers", "ics", "ese", "ish", "ias", "nis", "kis", "tis", "sis"} {
		if strings.HasSuffix(k, people) {
			return
		}
	}
	if r.follows(r.end) && r.token(r.end).cap() {
		return
	}
	e := f.organization([]string{k}, r.position())
	f.local.addWords([]string{k}, form{entity: e})
	f.local.addWords([]string{singular}, form{entity: e})
}
