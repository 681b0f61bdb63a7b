package names

// holdersEnd returns where the office at i that is called by who holds it ends: PRIME MINISTER'S OFFICE, OFFICE OF THE PRESIDENT; i if
// there is none.
func (c *capitals) holdersEnd(r run, i int) int {
	if r.token(i).key == "office" {
		return c.officeOfEnd(r, i)
	}
	if !holderWords[r.token(i).key] {
		return i
	}
	n := i
	for r.follows(n+1) && n-i < 3 && holderWords[r.token(n).key] && !r.token(n).possessive() {
		n++
	}
	if !holderWords[r.token(n).key] || !r.token(n).possessive() || !r.follows(n+1) || r.token(n+1).key != "office" || n == i && !rulers[r.token(i).key] {
		return i
	}
	return n + 2
}

// officeOfEnd does the same for one that begins with the word for it.
func (c *capitals) officeOfEnd(r run, i int) int {
	n := i + 1
	if !r.follows(n+2) || r.token(n).key != "of" || r.token(n+1).key != "the" || r.token(i).possessive() {
		return i
	}
	start := n + 2
	for n = start; r.follows(n) && n-start < 3 && holderWords[r.token(n).key]; n++ {
		if r.token(n).possessive() {
			return i
		}
	}
	if n == start || n == start+1 && !rulers[r.token(start).key] {
		return i
	}
	return n
}

var (
	// holderWords make up the titles of those who have an office of state.
	holderWords = set(`prime minister president vice premier chancellor attorney general secretary public prosecutor solicitor auditor comptroller`)
	// rulers are such titles of one word.
	rulers = set(`president premier chancellor prosecutor comptroller`)
)
