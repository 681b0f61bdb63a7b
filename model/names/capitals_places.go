package names

import "reftel/model"

// place enters the place that begins at i and has a word that shows it: RIO VERDE PROVINCE, LAKE QUILL, CITY OF QUILL.
func (c *capitals) place(r run, i int) int {
	key := r.token(i).key
	if (placeFirst[key] || placeWords[key]) && r.follows(i+1) && !r.token(i).possessive() {
		n := i + 1
		if r.token(n).key == "of" && placeWords[key] && r.follows(n+1) {
			n++
		}
		start, end := n, n
		for r.has(end) && end-start < 3 && (end == start || r.token(end).gap == gapSpace) && (c.kind(end)&(nameShaped|typo) == nameShaped || c.kind(end)&particle != 0 && r.token(end).key != "of") {
			end++
			if r.token(end - 1).possessive() {
				break
			}
		}
		end = trimParticles(r, start, end)
		if end > start && (placeFirst[key] || n > i+1) {
			from := i
			if !placeFirst[key] {
				from = start
			}
			c.sure(model.Place, keys(r.tokens()[from-r.start:end-r.start]), position{r.at, from})
			return end
		}
		return i
	}
	n := i
	for r.has(n) && n-i < 3 && (n == i || r.token(n).gap == gapSpace) && c.kind(n)&unknown != 0 && !r.token(n).possessive() {
		n++
	}
	if n == i && c.placeKnown(r, i) {
		n = c.f.knownEnd(r, i)
	}
	if n > i && r.follows(n) && (placeLast[r.token(n).key] || c.province(r, i, n)) && !r.token(n-1).possessive() {
		c.sure(model.Place, keys(r.tokens()[i-r.start:n+1-r.start]), position{r.at, i})
		return n + 1
	}
	return i
}

// country reports whether US at i is the country, not the pronoun.
func (p *passage) country(i int) bool {
	w := &p.tokens[i]
	if w.possessive() || p.text[w.start:w.end] != "US" {
		return true
	}
	var before, after string
	if i > 0 && w.gap == gapSpace {
		before = p.tokens[i-1].key
	}
	attribute := false // of what stands behind
	if i+1 < len(p.tokens) {
		next := &p.tokens[i+1]
		after = next.key
		attribute = (next.gap == gapSpace || next.gap == gapHyphen) && !functionWords[after] && !usFollowers[after]
	}
	switch {
	case before == "the" || before == "and" || before == "or" || before == "that" || before == "" || before == "if":
		return true
	case after == "a" || after == "the" || after == "an" || after == "this" || after == "his" || after == "their" || after == "what":
		return false // SHOWS US A TAPE
	case attribute:
		return true
	}
	return !usLeaders[before] && !loadTables().given[before] && !verbal(before)
}

var (
	usLeaders   = set(`to with by for from of let give gave tell told asked help helped between among ask inform told assured give between before gives leave see on`)
	usFollowers = set(`when while because after before about until through there here if than too again also all both directly privately regarding concerning during since under into within`)
)

func isPast(w string) bool { return len(w) > 4 && w[len(w)-2:] == "ed" }
