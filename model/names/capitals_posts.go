package names

// postEnd returns where a diplomatic post that begins at i, and is called by its city, ends: EMBASSY BONN, CONSULATE GENERAL
// QUILL, USINT BAGHDAD; i if there is none. A post without its city is the sender or the addressee, and no name; an embassy in a
// city is somebody's, and leaves the place a name of its own.
func (c *capitals) postEnd(r run, i int) int {
	key := r.token(i).key
	if !postHeads[key] || r.token(i).possessive() || r.token(i).dead {
		return i
	}
	n := i + 1
	if r.follows(n) && r.token(n).key == "general" {
		n++
	}
	switch {
	case !r.follows(n) || r.token(n).key == "us":
	case c.placeKnown(r, n):
		return c.f.knownEnd(r, n)
	case postTowns[key] && c.kind(n)&(nameShaped|typo) == nameShaped:
		return n + 1 // a city that nothing is known of
	}
	return i
}

var (
	// postHeads are diplomatic posts, by their abbreviations of telegrams too.
	postHeads = set(`embassy amembassy consulate amconsul amcongen congen legation mission usmission usint uslo`)
	// postTowns have nothing but a city right behind them.
	postTowns = set(`amembassy amconsul amcongen consulate congen`)
)
