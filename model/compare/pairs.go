package compare

// pairs sets the blocks of two cables side by side: those belong together that have more words in common with each other
// than with any other block.
func (t *texts) pairs(hunks []hunk) []Pair {
	common := map[Pair]int{}
	count := func(a, b, n int) {
		for i := range n {
			if !t.a.tells(a + i) {
				continue
			}
			common[Pair{t.a.tokens[a+i].place.Block, t.b.tokens[b+i].place.Block}]++
		}
	}
	a, b := 0, 0
	for _, h := range hunks {
		count(a, b, h.a0-a)
		a, b = h.a1, h.b1
	}
	count(a, b, len(t.a.tokens)-a)
	bestA, bestB := map[int]Pair{}, map[int]Pair{}
	for p, n := range common {
		if o, ok := bestA[p.A]; !ok || n > common[o] || n == common[o] && p.B < o.B {
			bestA[p.A] = p
		}
		if o, ok := bestB[p.B]; !ok || n > common[o] || n == common[o] && p.A < o.A {
			bestB[p.B] = p
		}
	}
	var out []Pair
	rest := t.b.blocks
	for _, block := range t.a.blocks {
		p, ok := bestA[block]
		if !ok || bestB[p.B] != p {
			out = append(out, Pair{block, -1})
			continue
		}
		for len(rest) > 0 && rest[0] < p.B {
			out = append(out, Pair{-1, rest[0]})
			rest = rest[1:]
		}
		out = append(out, p)
		rest = rest[1:]
	}
	for _, block := range rest {
		out = append(out, Pair{-1, block})
	}
	return out
}

// tells reports whether a token tells its block from others: a word, or the number of a paragraph.
func (t *text) tells(i int) bool {
	k := t.tokens[i]
	return k.sort == word && (!k.place.Lead || isDigit(t.raw(i)[0]))
}
