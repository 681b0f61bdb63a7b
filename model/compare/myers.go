package compare

// myers aligns a range by the fewest edits (Eugene W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986), if
// those are not more than mostEdit; else the whole range differs. For each number of edits it keeps how far every
// diagonal reaches, to find the way back.
func (d *aligner) myers(r hunk) {
	n, m := r.a1-r.a0, r.b1-r.b0
	if n-m > mostEdit || m-n > mostEdit {
		d.differs(r)
		return
	}
	// reach[k+edits] is how far diagonal k, which is a less b, is walked; -1: not at all.
	var steps [][]int32
	d.paths = d.paths[:0]
	var last []int32
	for edits := 0; edits <= mostEdit; edits++ {
		start := len(d.paths)
		for range 2*edits + 1 {
			d.paths = append(d.paths, -1)
		}
		reach := d.paths[start:]
		for k := -edits; k <= edits; k += 2 {
			x := int32(0)
			if edits > 0 {
				if x, _ = enter(last, edits, k, n, m); x < 0 {
					continue
				}
			}
			y := x - int32(k)
			for x < int32(n) && y < int32(m) && d.a[r.a0+int(x)] == d.b[r.b0+int(y)] {
				x, y = x+1, y+1
			}
			reach[k+edits] = x
			if int(x) == n && int(y) == m {
				d.walkBack(r, steps, edits)
				return
			}
		}
		steps = append(steps, reach)
		last = reach
	}
	d.differs(r)
}

// enter returns where diagonal k is entered with so many edits, when last has how far those are walked with one less: from
// the diagonal above by leaving out a word of b, or from that below by leaving out one of a. It is -1 if neither leads
// there inside n words of a and m of b.
func enter(last []int32, edits, k, n, m int) (x int32, fromAbove bool) {
	above, below := int32(-1), int32(-1)
	if at := k + edits; at < len(last) && last[at] >= 0 && int(last[at])-k <= m {
		above = last[at]
	}
	if at := k + edits - 2; at >= 0 && last[at] >= 0 && int(last[at]) < n {
		below = last[at] + 1
	}
	return max(above, below), above >= below
}

// walkBack adds the hunks of the way that was found with so many edits.
func (d *aligner) walkBack(r hunk, steps [][]int32, edits int) {
	n, m := r.a1-r.a0, r.b1-r.b0
	var back []hunk // single edits, the last one first
	for x, y := n, m; edits > 0; edits-- {
		k := x - y
		entered, fromAbove := enter(steps[edits-1], edits, k, n, m)
		x, y = int(entered), int(entered)-k
		if fromAbove {
			y--
			back = append(back, hunk{r.a0 + x, r.a0 + x, r.b0 + y, r.b0 + y + 1})
		} else {
			x--
			back = append(back, hunk{r.a0 + x, r.a0 + x + 1, r.b0 + y, r.b0 + y})
		}
	}
	for i := len(back) - 1; i >= 0; i-- {
		d.differs(back[i])
	}
}
