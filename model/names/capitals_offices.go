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
	if c.kind(i)&beginning != 0 {
		if n := max(c.foreignBody(r, i), c.postEnd(r, i), c.hotelEnd(r, i), c.broadcasterEnd(r, i), c.holdersEnd(r, i)); n > i {
			return n
		}
	}
	if roles[r.token(i).key] {
		return i
	}
	head, special, named := i, 0, 0 // named: words that no other body of the kind has
	for r.has(head) && head-i < 7 && (head == i || c.goesOn(r, head)) && !r.token(head).dead {
		key, k := r.token(head).key, c.kind(head)
		if n := c.f.knownEnd(r, head); n > head+1 && !r.token(n-1).possessive() && c.f.placeAt(r, head, n) {
			special, named, head = special+1, named+1, n // SRI LANKA, HONG KONG
			continue
		}
		if n := c.firmEnd(r, head, special, named); n > head && head > i {
			return n
		}
		if k&beginning != 0 {
			if n := c.chamberEnd(r, head); n > head {
				return n
			}
		}
		if officeHeads[key] || special > 1 && c.forces(r, head) && !(r.follows(head+1) && (officeHeads[r.token(head+1).key] || bodyWords[r.token(head+1).key])) {
			// NATIONAL PARTY CONGRESS has another behind it.
			for r.follows(head+1) && officeHeads[r.token(head+1).key] && !r.token(head).possessive() && head-i < 7 {
				if head > i || !loose[r.token(head).key] {
					special++
				}
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
		case generalWords[key] || trades[key] && named > 1 || c.forces(r, head):
		case key == "and" && head > i && r.follows(head+1) && (bodyWords[r.token(head+1).key] || portfolios[r.token(head+1).key]):
		default:
			return i
		}
		if r.token(head).possessive() && !possessives[key] && !bodyPeople[key] {
			return i
		}
		head++
	}
	if !r.has(head) || !officeHeads[r.token(head).key] && !c.forces(r, head) || head > i && !c.goesOn(r, head) {
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
	switch key := r.token(head).key; {
	case head == i, named < 2 && c.anyOne(r, i, end):
		return i
	case ordinals[r.token(i).key] && (units[key] || key == "committee" && head == i+1), key == "command" && sides[r.token(i).key],
		c.high(r, head), key == "service" && special > 1, occupations[r.token(head-1).key] && (key == "union" || key == "association" || key == "federation"):
		return end
	case special == 0, c.province(r, i, head), plainBody(r, i, head), weakHeads[key] && named < 2, localHeads[key] && c.placesOnly(r, i, head),
		key == "authority" && special == 1 && bodyWords[r.token(head-1).key] && !works[r.token(head-1).key],
		postHeads[key] && bodyWords[r.token(head-1).key], key == "front" && special == 1 && c.onThe(r, i):
		return i
	}
	return end
}

// goesOn reports whether the word at i goes on with the name of the one before it; the apostrophe of a plural may stand between.
func (c *capitals) goesOn(r run, i int) bool {
	switch r.token(i).gap {
	case gapSpace, gapHyphen:
		return true
	case gapCloseQuote, gapOther, gapOpenQuote:
		before := r.token(i - 1)
		between := strings.TrimSpace(r.passage.text[before.full:r.token(i).start])
		return strings.HasSuffix(before.key, "s") && (between == "'" || between == "’")
	}
	return false
}

// forces reports whether the word at i is the head of what armed forces are called: NAVAL FORCES, AIR FORCE, GENERAL STAFF.
func (c *capitals) forces(r run, i int) bool {
	if i == 0 || r.token(i).gap != gapSpace {
		return false
	}
	before := r.token(i - 1).key
	switch r.token(i).key {
	case "force", "forces":
		return services[before]
	case "staff":
		return before == "general"
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

// addBody enters an organization of the words from i to end, with the acronym in parentheses behind it that no words explain.
func (c *capitals) addBody(r run, i, end int) int {
	words, at := keys(r.passage.tokens[i:end]), position{r.at, i}
	c.sure(model.Organization, words, at)
	if r.has(end) && r.token(end).gap == gapOpenParen && closes(r.passage, end) {
		acronym := r.token(end).key
		if own := c.f.acronyms[acronym]; own != nil && own.kind == model.Organization && own.canonical == acronym {
			c.f.acronyms[acronym] = c.f.organization(words, at)
		}
	}
	return end
}

// portfolioEnd follows what stands behind a head: MINISTRY OF FOREIGN AFFAIRS AND TRADE, BANK OF QUILL, HOUSE OF
// REPRESENTATIVES.
func (c *capitals) portfolioEnd(r run, head int) int {
	links := r.token(head).key
	i := head + 1
	if (links == "directorate" || links == "secretariat") && r.follows(i) && r.token(i).key == "general" {
		i++
	}
	if link := onlyLinks[links]; link != "" && r.follows(i) && r.token(i).key != link {
		return head
	}
	if vagueOf[links] { // THE AUTHORITY OF QUILL
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
		case portfolios[w.key], end > head && hasNounEnding(w.key) && portfolios[r.token(n-1).key], k&(knownName|people|headWord) != 0 && w.key != "us" && w.key != "who" && !(w.key == "state" && end > head && n > i+1), k&(unknown|givenName) != 0 && k&english == 0 && (end == head || proper), k&particle != 0 && proper && c.kind(n+1)&(unknown|givenName) != 0, placeFirst[w.key] && c.kind(n+1)&(unknown|givenName) != 0, bodyWords[w.key], generalWords[w.key] && end == head:
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

// onlyLinks are the words that alone can follow some heads within a name.
var onlyLinks = map[string]string{"movement": "for", "congress": "of"}
