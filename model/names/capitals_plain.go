package names

import "strings"

// What a head word doesn't name: any body of a sort, a meeting, a province, the bank of a river. And the bodies that go by one word.

// single enters a body that goes by one word, or nearly: CONGRESS, THE NAVY, THE AIR FORCE.
func (c *capitals) single(r run, i int) int {
	key := r.token(i).key
	before := ""
	if i > 0 && r.token(i).gap == gapSpace {
		before = r.token(i - 1).key
	}
	switch {
	case key == "air" && before == "the" && r.follows(i+1) && r.token(i+1).key == "force":
		return c.addBody(r, i, i+2)
	case !singleBodies[key], indefinite[before]:
		return i
	case articled[key] && before != "the":
		return i
	case key == "congress":
		c.congress = append(c.congress, position{r.at, i})
		c.convened = c.convened || c.convention(r, i) || c.meeting(r, i)
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

// plainBody reports whether words and a head say no more than what sort of body it is: POLITICAL PARTY, OPPOSITION PARTY, SOUTH
// AFRICAN POLICE, SCIENTIFIC PARTY.
func plainBody(r run, i, head int) bool {
	key := r.token(head).key
	if head == i+1 {
		switch before := r.token(i).key; {
		case key == "bank" && (before == "commercial" || before == "foreign" || before == "state"):
			return true
		case key == "party" && bodyWords[before] && !causes[before]:
			return true
		}
	}
	if !vagueHeads[key] {
		return false
	}
	peoples := 0
	for ; i < head; i++ {
		if peoplesOnly(r, i) {
			peoples++
		} else if !generalWords[r.token(i).key] {
			return false
		}
	}
	return peoples < 2 || key == "community"
}

// peoplesOnly reports whether the word at i is a demonym or US: the FRENCH COMPANY has no name.
func peoplesOnly(r run, i int) bool {
	return loadTables().demonyms[r.token(i).key] || r.token(i).key == "us"
}

// placesOnly reports whether nothing but places stands from i to end.
func (c *capitals) placesOnly(r run, i, end int) bool {
	for i < end {
		if !c.placeKnown(r, i) {
			return false
		}
		i = c.f.knownEnd(r, i)
	}
	return true
}

// anyOne reports whether the words from i to end, which no body has to itself, stand behind an indefinite article that is theirs:
// A MILITARY TRIBUNAL, and not A MILITARY TRIBUNAL OFFICIAL.
func (c *capitals) anyOne(r run, i, end int) bool {
	if i == 0 || r.token(i).gap != gapSpace || !indefinite[r.token(i-1).key] {
		return false
	}
	return !r.follows(end) || c.kind(end)&title == 0 && !bodyPeople[r.token(end).key]
}

// high reports whether the court, command or commission at i is a HIGH one, which a country has once.
func (c *capitals) high(r run, i int) bool {
	key := r.token(i).key
	return r.token(i-1).key == "high" && (key == "court" || key == "command" || key == "commission")
}

// onThe reports whether the words at i stand behind ON THE: ON THE ECONOMIC FRONT.
func (c *capitals) onThe(r run, i int) bool {
	return i > 1 && r.token(i-1).key == "the" && r.token(i-2).key == "on"
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
	case "corps":
		return before == "press" || before == "diplomatic" || before == "consular"
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

// meeting reports whether the conference or congress at i is one that takes place: CONFERENCE ON TIDES. One of members is a body:
// CONFERENCE OF BISHOPS.
func (c *capitals) meeting(r run, i int) bool {
	if !meetings[r.token(i).key] || !r.follows(i+1) {
		return false
	}
	switch r.token(i + 1).key {
	case "on", "for":
		return r.token(i).key == "conference"
	case "of":
		end := c.portfolioEnd(r, i)
		last := r.token(end - 1).key
		return end > i && !strings.HasSuffix(last, "s") && !(officeHeads[last] && r.token(i).key == "conference")
	}
	return false
}
