package names

// maxTitles is how many titles, or initials, can stand one behind the other.
const maxTitles = 6

// maxPair is how many words a name has that no given name shows.
const maxPair = 4

// person enters the person whose name or title begins at i and returns where the name ends; i if there is none.
func (c *capitals) person(r run, i int) int {
	k := c.kind(i)
	if n := c.f.knownEnd(r, i); n > i+1 && k&title == 0 {
		return i
	}
	switch {
	case k&title != 0 && !r.token(i).possessive():
		return c.titled(r, i)
	case r.token(i).dead:
		return i
	case k&givenName != 0 && (k&english == 0 || c.kind(i+1)&(nameShaped|initial) != 0 && c.kind(i+1)&typo == 0):
		if i > 0 && c.kind(i-1)&english == 0 && c.kind(i-1)&unknown != 0 && r.token(i).gap == gapSpace && !r.token(i-1).possessive() {
			return i // the second name of an unknown one
		}
	case k&initial != 0 && c.initials(r, i):
	case k&(nameShaped|typo) == nameShaped && !c.foreign && c.pair(r, i):
		if end, _ := c.nameEnd(r, i, false); end-i > maxPair {
			return i // a sentence in another language
		}
	default:
		return i
	}
	end, full := c.nameEnd(r, i, false)
	if full < 2 && !(k&initial != 0 && end > i+1) {
		return i
	}
	c.addPerson(r.from(i).to(end), "")
	return end
}

// initials reports whether the letter at i begins a name: J. QUILL, A. B. QUILL. A letter after a stop counts paragraphs.
func (c *capitals) initials(r run, i int) bool {
	if w := r.token(i); w.first || w.end-w.start != 2 || i > 0 && c.kind(i-1)&(nameShaped|initial) != 0 {
		return false
	}
	n := i + 1
	for n-i < maxTitles && r.follows(n) && c.kind(n)&initial != 0 {
		n++
	}
	return r.follows(n) && c.kind(n)&(nameShaped|typo) == nameShaped
}

// pair reports whether two unknown words at i look like a full name.
func (c *capitals) pair(r run, i int) bool {
	if !r.follows(i+1) || r.token(i).possessive() || len(r.token(i).key) < 4 {
		return false
	}
	next := c.kind(i + 1)
	if next&particle != 0 && len(r.token(i+1).key) > 1 && c.kind(i+2)&(nameShaped|typo) == nameShaped && r.follows(i+2) {
		return !c.afterPlaceWord(r, i)
	}
	if next&(nameShaped|typo) != nameShaped || len(r.token(i+1).key) < 4 || c.afterPlaceWord(r, i) {
		return false
	}
	if r.follows(i + 2) {
		after := r.token(i + 2).key
		if officeHeads[after] || placeLast[after] || companies[after] {
			return false
		}
	}
	return true
}

// afterPlaceWord reports whether a word that places stand behind, or an article, stands before the word at i.
func (c *capitals) afterPlaceWord(r run, i int) bool {
	if i == 0 || r.token(i).gap != gapSpace {
		return false
	}
	before := r.token(i - 1).key
	return before == "in" || before == "at" || before == "near" || before == "the" || before == "a" || placeFirst[before] || placeWords[before]
}

// titled enters the person behind the title at i. An office may stand between: MINISTER OF STATE QUILL.
func (c *capitals) titled(r run, i int) int {
	start := i + 1
	for start-i < maxTitles && r.follows(start) && c.kind(start)&title != 0 && c.kind(start)&givenName == 0 && !r.token(start-1).possessive() {
		start++
	}
	if n := c.officeEnd(r, start); n > start {
		start = n
	}
	if !r.has(start) || r.token(start).dead || r.token(start-1).possessive() || r.token(start).gap != gapSpace && r.token(start).gap != gapOpenQuote {
		return i
	}
	end, _ := c.nameEnd(r, start, true)
	if end == start {
		return i
	}
	c.addPerson(r.from(start).to(end), r.token(i).key)
	if plural(r.token(i).key) {
		return c.others(r, end, r.token(i).key)
	}
	return end
}

// others enters the people who share a title: MINISTERS QUILL, MARLOW AND TEYRA.
func (c *capitals) others(r run, end int, title string) int {
	for range maxTitles {
		n := end
		if r.has(n) && r.token(n).key == "and" {
			n++
		} else if !r.has(n) || r.token(n).gap != gapComma {
			return end
		}
		if !r.has(n) || c.kind(n)&(nameShaped|givenName|initial) == 0 || c.kind(n)&(english|typo) != 0 {
			return end
		}
		next, _ := c.nameEnd(r, n, true)
		if next == n {
			return end
		}
		c.addPerson(r.from(n).to(next), title)
		end = next
	}
	return end
}

// officeEnd passes over the office behind a title: OF STATE, FOR FOREIGN AFFAIRS, TO INDIA.
func (c *capitals) officeEnd(r run, i int) int {
	if !r.follows(i) || !officeLinks[r.token(i).key] {
		return i
	}
	for n := i + 1; r.follows(n) && n-i <= 7; n++ {
		k := c.kind(n)
		if k&(unknown|givenName|initial) != 0 && k&english == 0 || n > i+1 && k&derived != 0 {
			return n
		}
		if r.token(n).possessive() {
			return i
		}
		key := r.token(n).key
		if k&(knownName|people|headWord) == 0 && !portfolios[key] && !bodyWords[key] && key != "of" && key != "and" && key != "for" && key != "the" {
			return i
		}
	}
	return i
}

// nameEnd reads on a person's name from i and returns where it ends, and how many of its words are names in full. Behind a
// title any word will do that isn't known to be something else.
func (c *capitals) nameEnd(r run, i int, titled bool) (end, full int) {
	n := i
	for n-i < 6 && r.has(n) && !r.token(n).dead {
		w, k := r.token(n), c.kind(n)
		if n > i && w.gap != gapSpace && w.gap != gapHyphen && !c.nickname(r, n) {
			break
		}
		switch {
		case k&initial != 0:
			if n == i && titled && !(w.end-w.start == 2) || w.end-w.start == 1 && c.kind(n+1)&unknown == 0 {
				return trimParticles(r, i, n), full
			}
		case k&particle != 0 && k&givenName == 0:
			if next := c.kind(n + 1); !r.has(n+1) || r.token(n+1).gap != gapSpace || next&(unknown|givenName|particle|initial) == 0 && !(titled && next&english != 0 && c.surnameWord(r, n+1)) {
				return trimParticles(r, i, n), full
			}
		case k&nameShaped != 0 && (k&typo == 0 || titled && n == i || n > i && c.kind(n-1)&(givenName|initial) != 0):
			full++
		case k&unknown != 0 && titled && n == i && len(w.key) >= 2 && k&typo == 0:
			full++
		case k&givenName != 0 && (k&english == 0 || n == i || titled || c.kind(n+1)&nameShaped != 0):
			full++
		case k&derived != 0 && (titled && n == i || n > i && c.kind(n-1)&(givenName|initial) != 0) && !c.beforeNoun(r, n):
			full++
			n++
			return n, full
		case k&(english|knownName) != 0 && (titled && n == i || n > i && c.kind(n-1)&(givenName|initial|particle) != 0) && c.surnameWord(r, n):
			full++
			n++
			return n, full
		default:
			return trimParticles(r, i, n), full
		}
		n++
		if w.possessive() {
			break
		}
	}
	return trimParticles(r, i, n), full
}

func trimParticles(r run, start, end int) int {
	for end > start && particles[r.token(end-1).key] {
		end--
	}
	return end
}

// nickname reports whether the word at n is within quotes in a name, or the first behind them.
func (c *capitals) nickname(r run, n int) bool {
	switch r.token(n).gap {
	case gapOpenQuote:
		return nicknameEnd(r.passage.tokens, n) > 0
	case gapCloseQuote:
		for j := n - 1; j > n-4 && j >= r.start; j-- {
			if r.token(j).gap == gapOpenQuote {
				return true
			}
		}
	}
	return false
}

// surnameWord reports whether a word that is also something else stands as a surname at i: one of those that are known to
// be both.
func (c *capitals) surnameWord(r run, i int) bool {
	return c.f.t.surnames[r.token(i).key] && c.kind(i)&(title|headWord|people) == 0 && !c.beforeNoun(r, i)
}

// beforeNoun reports whether the word at i stands right before one that makes it an attribute: LABOR MINISTER.
func (c *capitals) beforeNoun(r run, i int) bool {
	return r.follows(i+1) && !r.token(i).possessive() && c.kind(i+1)&(title|headWord) != 0
}

// shownPerson reports whether an English word at i that is somebody's surname, too, is a name there: a title, a given name or
// an initial stands before it.
func (p *passage) shownPerson(i int) bool {
	if i == 0 || p.tokens[i].gap != gapSpace {
		return false
	}
	before := &p.tokens[i-1]
	return titles[before.key] || capitalTitles[before.key] || loadTables().given[before.key] || len(before.key) == 1 && before.end-before.start == 2
}

// addPerson enters a person's name whose words are sure to be one.
func (c *capitals) addPerson(r run, title string) {
	c.f.addPerson(r, title)
}
