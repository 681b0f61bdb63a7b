package names

// findTitled finds people in texts in capitals, where nothing but a title shows a name. The name is
// the word after the title; a second one belongs to it when the first is a given name, an initial
// or a particle, or when the two stand together more than once.
func (f *finder) findTitled(at int, p *passage) {
	pairs := map[string]int{}
	for i := 1; i < len(p.tokens); i++ {
		if p.tokens[i].gap == gapSpace {
			pairs[p.tokens[i-1].key+" "+p.tokens[i].key]++
		}
	}
	for i := 0; i+1 < len(p.tokens); i++ {
		if !titles[p.tokens[i].key] || p.tokens[i].possessive() {
			continue
		}
		end := i + 1
		for end < len(p.tokens) && end-i <= 5 && f.nameInCapitals(p.tokens, i+1, end, pairs) {
			end++
			if p.tokens[end-1].possessive() {
				break
			}
		}
		for end > i+1 && particles[p.tokens[end-1].key] {
			end--
		}
		if end > i+1 {
			f.addPerson(run{passage: p, at: at, start: i + 1, end: end}, p.tokens[i].key)
			i = end - 1
		}
	}
}

// nameInCapitals reports whether the word at i goes on a name that begins at start.
func (f *finder) nameInCapitals(tokens []token, start, i int, pairs map[string]int) bool {
	w := &tokens[i]
	if w.gap != gapSpace || w.dead || w.shape == number || titles[w.key] || heads[w.key] || posts[w.key] || things[w.key] ||
		f.t.demonyms[w.key] || calendar[w.key] || openers[w.key] || f.isKnown(w) || hasNounEnding(w.key) {
		return false
	}
	if particles[w.key] {
		return i+1 < len(tokens) && tokens[i+1].gap == gapSpace && !f.t.words[tokens[i+1].key]
	}
	if f.t.words[w.key] {
		return false
	}
	if i == start {
		return true
	}
	last := &tokens[i-1]
	return f.t.given[last.key] || len(last.key) == 1 || len(w.key) == 1 || particles[last.key] || pairs[last.key+" "+w.key] > 1
}
