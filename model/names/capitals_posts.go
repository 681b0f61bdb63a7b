package names

// postEnd returns where a diplomatic post that begins at i, and is called by where it stands, ends: EMBASSY BONN, EMBASSY AT
// THE HAGUE, CONSULATE GENERAL IN QUILL; i if there is none. A post without its city is the sender or the addressee, and no name.
func (c *capitals) postEnd(r run, i int) int {
	key := r.token(i).key
	if !postHeads[key] || r.token(i).possessive() || r.token(i).dead {
		return i
	}
	n := i + 1
	if r.follows(n) && r.token(n).key == "general" {
		n++
	}
	if linked := r.follows(n) && (r.token(n).key == "in" || r.token(n).key == "at"); linked && postHouses[key] {
		n++
	} else if linked {
		return i
	}
	if n > i+1 && r.follows(n) && r.token(n).key == "the" && !c.placeKnown(r, n) {
		n++ // NETHERLANDS
	}
	if !r.follows(n) || r.token(n).key == "us" {
		return i
	}
	if c.placeKnown(r, n) {
		return c.f.knownEnd(r, n)
	}
	if postTowns[key] && n == i+1 && c.kind(n)&(nameShaped|typo) == nameShaped {
		return n + 1 // a city that nothing is known of
	}
	return i
}

var (
	// postHeads are diplomatic posts, by their abbreviations of telegrams too.
	postHeads = set(`embassy amembassy consulate amconsul amcongen congen legation mission usmission usint uslo`)
	// postHouses stand IN or AT a city; A MISSION IN BONN may be a journey.
	postHouses = set(`embassy consulate congen legation`)
	// postTowns have nothing but a city right behind them.
	postTowns = set(`amembassy amconsul amcongen consulate`)
)
