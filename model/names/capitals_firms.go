package names

// firmEnd returns where a firm ends of whose name the words before i are the beginning: QUILLON TRADING CO, QUILLON LINES, INC.; i if
// it ends in no word that firms have. special of the words before say which one it is, and named says how surely.
func (c *capitals) firmEnd(r run, i, special, named int) int {
	key := r.token(i).key
	if !companies[key] || special == 0 || goods[key] && (named < 2 || !c.distinct(r, i)) || key == "times" && c.kind(i-1)&(people|english) != 0 {
		return i
	}
	end := i + 1
	if r.follows(end) && officeHeads[r.token(end).key] && !companies[r.token(end).key] {
		return i // NATIONAL SHIPPING BOARD
	}
	for r.has(end) && !r.token(end-1).possessive() && companies[r.token(end).key] &&
		(r.token(end).gap == gapSpace || r.token(end).gap == gapComma && incorporated[r.token(end).key]) {
		end++
	}
	if officeHeads[r.token(end-1).key] {
		end = max(end, c.portfolioEnd(r, end-1)) // OF INDIA
	}
	return end
}

// distinct reports whether a word before i, up to where the name can begin, is nothing but a name.
func (c *capitals) distinct(r run, i int) bool {
	for n := i - 1; n >= 0 && i-n < 5 && r.token(n+1).gap == gapSpace; n-- {
		if k := c.kind(n); k&(nameShaped|typo) == nameShaped || k&givenName != 0 && k&english == 0 {
			return true
		}
	}
	return false
}

// hotelEnd returns where the hotel that begins at i ends: HOTEL QUILLON; i if none does.
func (c *capitals) hotelEnd(r run, i int) int {
	if r.token(i).key != "hotel" || r.token(i).possessive() || !r.follows(i+1) {
		return i
	}
	if k := c.kind(i + 1); k&(nameShaped|typo) == nameShaped || hotels[r.token(i+1).key] {
		return i + 2
	}
	return i
}

// broadcasterEnd returns where the station at i that is called by where it sends from ends: RADIO QUILL, VOICE OF QUILL; i if there
// is none.
func (c *capitals) broadcasterEnd(r run, i int) int {
	n := i + 1
	switch {
	case r.token(i).key == "radio" && r.follows(n):
	case r.token(i).key == "voice" && r.follows(n) && r.token(n).key == "of" && r.follows(n+1):
		n++
	default:
		return i
	}
	if r.token(n).key == "us" || !c.placeKnown(r, n) {
		return i
	}
	return c.f.knownEnd(r, n)
}

// chamberEnd returns where the committee of a parliament's chamber at i ends: HOUSE WAYS AND MEANS COMMITTEE; i if there is none.
func (c *capitals) chamberEnd(r run, i int) int {
	if !chambers[r.token(i).key] || r.token(i).possessive() {
		return i
	}
	for n := i + 1; r.follows(n) && n-i < 7; n++ {
		key := r.token(n).key
		if committees[key] {
			if n == i+1 && key != "committee" && key != "subcommittee" {
				return i
			}
			return max(n+1, c.portfolioEnd(r, n))
		}
		if !bodyWords[key] && !portfolios[key] && !generalWords[key] && key != "and" && !chamberWords[key] {
			return i
		}
	}
	return i
}

var (
	// companies end the name of a firm.
	companies = set(`co corp corporation inc ltd limited ab ag gmbh sa spa nv bv oy kk plc company airlines airways airline petroleum
		industries bros brothers shipyard shipyards steamship shipping motors electric chemical chemicals
		construction enterprises hotel hotels gazette tribune herald pharmaceuticals electronics laboratories railways
		railroad railroads textiles machinery engineering trading times chronicle`)

	// goods are those among them that are also what is made and sold: FRENCH CHEMICALS are no firm.
	goods = set(`company petroleum industries shipyard shipyards shipping motors electric chemical chemicals
		construction enterprises hotels hotel pharmaceuticals electronics laboratories textiles machinery engineering trading brothers`)

	// incorporated may have a comma before them.
	incorporated = set(`co corp inc ltd limited ab ag gmbh sa spa nv bv plc`)

	// trades stand between what a firm is called and the word for it: QUILLON MACHINE COMPANY.
	trades = set(`machine machinery tool trading engineering consulting contracting lumber timber rubber tire paper cement glass textile
		brewing packing canning foods fruit products foundry equipment instrument instruments manufacturing milling electronics
		data computer systems drilling marine salvage publishing printing motor airplane aluminum metals motors shoe leather`)

	// hotels are called so besides by names.
	hotels = set(`continental intercontinental imperial plaza palace grand royal metropole majestic bristol crown excelsior`)

	// chambers have committees.
	chambers = set(`house senate congressional parliamentary knesset bundestag diet commons lords`)

	committees = set(`committee subcommittee cmte`)

	// chamberWords are what their committees are for besides.
	chamberWords = set(`ways means appropriations judiciary rules services operations veterans conference ethics`)
)
