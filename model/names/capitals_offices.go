package names

import (
	"strings"

	"reftel/model"
)

// organization enters the organization whose name begins at i and returns where it ends; i if there is none.
func (c *capitals) organization(r run, i int) int {
	if n := c.body(r, i); n > i {
		return c.addBody(r, i, n)
	}
	return c.single(r, i)
}

// body returns where the organization that begins at i and has a word that shows it ends; i if there is none.
func (c *capitals) body(r run, i int) int {
	if n := c.foreignBody(r, i); n > i {
		return n
	}
	if n := max(c.postEnd(r, i), c.hotelEnd(r, i), c.broadcasterEnd(r, i)); n > i {
		return n
	}
	head, special, named := i, 0, 0 // named: words that no other body of the kind has
	for r.has(head) && head-i < 7 && (head == i || r.token(head).gap == gapSpace || r.token(head).gap == gapHyphen) && !r.token(head).dead {
		key, k := r.token(head).key, c.kind(head)
		if n := c.firmEnd(r, head, special, named); n > head && head > i {
			return n
		}
		if n := c.chamberEnd(r, head); n > head {
			return n
		}
		if officeHeads[key] || special > 1 && c.forces(r, head) {
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
			if k&(unknown|typo) == unknown || k&knownName != 0 && !c.placeKnown(r, head) {
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
		case generalWords[key] || trades[key] && named > 1:
		case key == "and" && head > i && r.follows(head+1) && (bodyWords[r.token(head+1).key] || portfolios[r.token(head+1).key]):
		default:
			return i
		}
		if r.token(head).possessive() && !possessives[key] && !bodyPeople[key] {
			return i
		}
		head++
	}
	if !r.has(head) || !officeHeads[r.token(head).key] && !c.forces(r, head) || head > i && r.token(head).gap != gapSpace && r.token(head).gap != gapHyphen {
		return i
	}
	return c.headed(r, i, head, special, named)
}

// headed returns where the organization ends whose head word has words before it, behind it, or both; special of them say which one it is.
func (c *capitals) headed(r run, i, head, special, named int) int {
	end := head + 1
	if n := c.postEnd(r, head); n > end {
		return n
	}
	if c.meeting(r, head) || c.idiom(r, head) {
		return i
	}
	if n := c.portfolioEnd(r, head); n > end {
		return n
	}
	if head == i || special == 0 || c.province(r, i, head) || plainBody(r, i, head) || weakHeads[r.token(head).key] && named < 2 || named < 2 && c.anyOne(r, i, end) {
		return i
	}
	return end
}

// anyOne reports whether the words from i to end, which no body has to itself, stand behind an indefinite article that is theirs:
// A MILITARY TRIBUNAL, and not A MILITARY TRIBUNAL OFFICIAL.
func (c *capitals) anyOne(r run, i, end int) bool {
	if i == 0 || r.token(i).gap != gapSpace || !indefinite[r.token(i-1).key] {
		return false
	}
	return !r.follows(end) || c.kind(end)&title == 0 && !bodyPeople[r.token(end).key]
}

// idiom reports whether a head word means something else behind the word that stands there: EAST BANK, IN FRONT OF.
func (c *capitals) idiom(r run, head int) bool {
	if head == 0 || r.token(head).gap != gapSpace {
		return false
	}
	switch before := r.token(head - 1).key; r.token(head).key {
	case "bank":
		return sides[before]
	case "front":
		return before == "in"
	}
	return false
}

// province reports whether the department at head is one of a country's: it has nothing but a place before it, and nothing behind.
func (c *capitals) province(r run, i, head int) bool {
	if key := r.token(head).key; key != "department" && key != "dept" || head == i || r.token(i).key == "us" || c.portfolioEnd(r, head) > head {
		return false
	}
	for ; i < head; i++ {
		if c.kind(i)&(nameShaped|typo) != nameShaped && !c.placeKnown(r, i) && c.kind(i)&particle == 0 {
			return false
		}
	}
	return true
}

// forces reports whether the word at i is the head of what armed forces are called: NAVAL FORCES, AIR FORCE.
func (c *capitals) forces(r run, i int) bool {
	return i > 0 && (r.token(i).key == "forces" || r.token(i).key == "force") && r.token(i).gap == gapSpace && services[r.token(i-1).key]
}

// meeting reports whether the conference at i is one that takes place: CONFERENCE ON TIDES. One of members is a body: CONFERENCE OF
// BISHOPS.
func (c *capitals) meeting(r run, i int) bool {
	if r.token(i).key != "conference" || !r.follows(i+1) {
		return false
	}
	switch r.token(i + 1).key {
	case "on", "for":
		return true
	case "of":
		end := c.portfolioEnd(r, i)
		return end > i && !strings.HasSuffix(r.token(end-1).key, "s") && !officeHeads[r.token(end-1).key]
	}
	return false
}

// foreignBody returns where a name that begins with the word for the body ends: INSTITUTO NACIONAL DE OBRAS; i if none does.
func (c *capitals) foreignBody(r run, i int) int {
	if !leading[r.token(i).key] || r.token(i).possessive() {
		return i
	}
	n := i + 1
	for r.follows(n) && n-i < 8 && (c.kind(n)&(unknown|givenName|knownName|derived) != 0 || particles[r.token(n).key]) {
		if n > i+1 && !particles[r.token(n-1).key] && c.placeKnown(r, n) {
			break // its address
		}
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
	case key == "congress":
		c.congress = append(c.congress, position{r.at, i})
		c.convened = c.convened || c.convention(r, i)
		return i + 1
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
	if vagueOf[links] && c.kind(head+2)&(unknown|givenName|knownName) != 0 { // THE AUTHORITY OF QUILL
		return head
	}
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
		if m := c.f.knownEnd(r, n); m > n+1 {
			n, end, proper = m, m, false // INDIAN OCEAN
			if r.token(m - 1).possessive() {
				return end
			}
			continue
		}
		switch {
		case portfolios[w.key], end > head && hasNounEnding(w.key) && portfolios[r.token(n-1).key], k&(knownName|people|headWord) != 0 && w.key != "us" && !(w.key == "state" && end > head && n > i+1), k&(unknown|givenName) != 0 && k&english == 0 && (end == head || proper), k&particle != 0 && proper && c.kind(n+1)&(unknown|givenName) != 0, placeFirst[w.key] && c.kind(n+1)&(unknown|givenName) != 0, bodyWords[w.key], generalWords[w.key] && end == head:
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
