package names

import "reftel/model"

// organization enters the organization whose name begins at i and returns where it ends; i if there is none.
func (c *capitals) organization(r run, i int) int {
	if n := c.foreignBody(r, i); n > i {
		return c.addBody(r, i, n)
	}
	if n := c.postEnd(r, i); n > i {
		return c.addBody(r, i, n)
	}
	head, special, named := i, 0, 0 // named: words that no other body of the kind has
	for r.has(head) && head-i < 7 && (head == i || r.token(head).gap == gapSpace || r.token(head).gap == gapHyphen) && !r.token(head).dead {
		key, k := r.token(head).key, c.kind(head)
		if companies[key] && head > i && special > 0 {
			return c.addBody(r, i, head+1)
		}
		if officeHeads[key] {
			// NATIONAL PARTY CONGRESS has another behind it.
			for r.follows(head+1) && officeHeads[r.token(head+1).key] && !r.token(head).possessive() && head-i < 7 {
				special++
				head++
			}
			break
		}
		switch {
		case k&(knownName|people|unknown) != 0 && k&english == 0:
			special++
			if k&unknown != 0 || k&knownName != 0 && !c.placeKnown(r, head) {
				named += 2
			} else {
				named++
			}
		case k&(knownName|people) != 0 && head == i && key != "us":
			special++
			named++
		case bodyWords[key] || key == "us":
			special++
			if named == 1 || bodyWords[key] && special > 1 && named == 0 && !loadTables().demonyms[key] {
				named++
			}
		case generalWords[key]:
		case key == "and" && head > i && r.follows(head+1) && (bodyWords[r.token(head+1).key] || portfolios[r.token(head+1).key]):
		case head == i:
			return c.single(r, i)
		default:
			return i
		}
		if r.token(head).possessive() && !possessives[key] && !bodyPeople[key] {
			return i
		}
		head++
	}
	if !r.has(head) || !officeHeads[r.token(head).key] || head > i && r.token(head).gap != gapSpace && r.token(head).gap != gapHyphen {
		return i
	}
	end := head + 1
	if n := c.postEnd(r, head); n > end {
		return c.addBody(r, i, n)
	}
	if n := c.portfolioEnd(r, head); n > end {
		return c.addBody(r, i, n)
	}
	if head == i || special == 0 || plainBody(r, i, head) || weakHeads[r.token(head).key] && named < 2 {
		return c.single(r, i)
	}
	return c.addBody(r, i, end)
}

// foreignBody returns where a name that begins with the word for the body ends: INSTITUTO NACIONAL DE OBRAS; i if none does.
func (c *capitals) foreignBody(r run, i int) int {
	if !leading[r.token(i).key] || r.token(i).possessive() {
		return i
	}
	n := i + 1
	for r.follows(n) && n-i < 8 && (c.kind(n)&(unknown|givenName|knownName|derived) != 0 || particles[r.token(n).key]) {
		n++
		if r.token(n - 1).possessive() {
			break
		}
	}
	if n = trimParticles(r, i+1, n); n > i+1 {
		return n
	}
	return i
}

// single enters a body that goes by one word: CONGRESS, THE NAVY.
func (c *capitals) single(r run, i int) int {
	key := r.token(i).key
	before := ""
	if i > 0 && r.token(i).gap == gapSpace {
		before = r.token(i - 1).key
	}
	switch {
	case !singleBodies[key], indefinite[before]:
		return i
	case articled[key] && before != "the":
		return i
	case key == "congress" && c.convention(r, i):
		return i
	case key == "commonwealth" && r.follows(i+1) && r.token(i+1).key == "of": // a country's full name
		return i
	case key == "treasury" && r.follows(i+1) && securities[r.token(i+1).key]:
		return i
	}
	return c.addBody(r, i, i+1)
}

// convention reports whether the congress at i is a meeting that somebody holds: ITS ANNUAL CONGRESS, THE 25TH CONGRESS, THE
// UNION'S CONGRESS.
func (c *capitals) convention(r run, i int) bool {
	if i == 0 || r.token(i).gap != gapSpace {
		return false
	}
	before := r.token(i - 1)
	return holders[before.key] || before.shape == number || before.possessive() && !c.placeKnown(r, i-1)
}

// plainBody reports whether words and a head say no more than what sort of body it is: POLITICAL PARTY, OPPOSITION PARTY.
func plainBody(r run, i, head int) bool {
	if head-i != 1 {
		return false
	}
	key, before := r.token(head).key, r.token(i).key
	if key == "bank" && (before == "commercial" || before == "foreign" || before == "state") {
		return true
	}
	return vagueHeads[key] && (generalWords[before] || peoplesOnly(r, i))
}

// peoplesOnly reports whether the word at i is a demonym or US: the FRENCH COMPANY has no name.
func peoplesOnly(r run, i int) bool {
	return loadTables().demonyms[r.token(i).key] || r.token(i).key == "us"
}

// addBody enters an organization of the words from i to end.
func (c *capitals) addBody(r run, i, end int) int {
	c.sure(model.Organization, keys(r.passage.tokens[i:end]), position{r.at, i})
	return end
}

// portfolioEnd follows what stands behind a head: MINISTRY OF FOREIGN AFFAIRS AND TRADE, BANK OF QUILL, HOUSE OF
// REPRESENTATIVES.
func (c *capitals) portfolioEnd(r run, head int) int {
	links := r.token(head).key
	i := head + 1
	if r.token(head).possessive() || !r.follows(i) || !(r.token(i).key == "of" || r.token(i).key == "for" || r.token(i).key == "on") || !portfolioHeads[links] {
		return head
	}
	if k := c.kind(i + 1); (links == "department" || links == "dept") && (k&unknown != 0 || c.placeKnown(r, i+1)) {
		return head // a province
	}
	end, proper := head, false
	for n := i + 1; r.has(n) && n-i < 10 && !r.token(n).dead; {
		w, k := r.token(n), c.kind(n)
		if w.gap != gapSpace && w.gap != gapHyphen && !(w.gap == gapComma && portfolios[w.key] && end == n) {
			break
		}
		switch {
		case portfolios[w.key], end > head && hasNounEnding(w.key) && portfolios[r.token(n-1).key], k&(knownName|people|headWord) != 0 && !(w.key == "state" && end > head && n > i+1), k&(unknown|givenName) != 0 && k&english == 0 && (end == head || proper), k&particle != 0 && proper && c.kind(n+1)&(unknown|givenName) != 0, placeFirst[w.key] && c.kind(n+1)&(unknown|givenName) != 0, bodyWords[w.key], generalWords[w.key] && end == head:
			proper = k&(unknown|givenName|particle) != 0 || placeFirst[w.key]
			if !generalWords[w.key] {
				end = n + 1
			}
		case (w.key == "and" || w.key == "the" || w.key == "of" || w.key == "for") && r.follows(n+1):
			if w.key == "and" && !portfolios[r.token(n+1).key] {
				return end
			}
			if w.key == "and" && c.kind(n+1)&title != 0 {
				return end
			}
		default:
			return end
		}
		if w.possessive() {
			return end
		}
		n++
	}
	return end
}
