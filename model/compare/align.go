package compare

import (
	"cmp"
	"slices"
)

// hunk is a stretch of one list that has another, or nothing, in the other list. What stands between two hunks is the
// same in both.
type hunk struct{ a0, a1, b0, b1 int }

// What bounds the work. Without such bounds a text made for it could take hours.
const (
	gram     = 3   // words in a row that are looked for first
	deepest  = 24  // how often a gap is divided
	mostEdit = 200 // edits that are looked for where no word is the only one of its kind
)

// aligner aligns two lists of keys. The keys are below a bound, so that tables serve to count them.
type aligner struct {
	a, b  []int32
	seen  []occurrence // by key; empty between two uses
	hunks []hunk
	paths []int32 // of myers, used again
}

// occurrence is how often a key stands in a range of each list, up to 2, and where.
type occurrence struct {
	inA, inB int8
	atA, atB int32
}

// align returns what differs between two lists of keys, all of them below bound, in order.
//
// It is a patience diff: stretches of three words that stand once in each text hold the two together, the most of them
// that are in the same order; then single words that stand once in what lies between; and in the small gaps that are
// left the shortest list of edits is sought (Myers), as far as it is short. Anything else differs as a whole.
func align(a, b []int32, bound int) []hunk {
	d := &aligner{a: a, b: b}
	gramsA, gramsB, grams := gramsOf(a, b)
	top := &aligner{a: gramsA, b: gramsB, seen: make([]occurrence, grams)}
	anchors := top.anchors(hunk{0, len(gramsA), 0, len(gramsB)})
	d.seen = make([]occurrence, bound)
	d.between(hunk{0, len(a), 0, len(b)}, anchors, 0)
	return d.hunks
}

// gramsOf numbers the stretches of words: the first list has that which begins at each word.
func gramsOf(a, b []int32) (gramsA, gramsB []int32, bound int) {
	numbers := map[[gram]int32]int32{}
	of := func(keys []int32) []int32 {
		out := make([]int32, max(0, len(keys)-gram+1))
		for i := range out {
			g := [gram]int32(keys[i : i+gram])
			n, ok := numbers[g]
			if !ok {
				n = int32(len(numbers))
				numbers[g] = n
			}
			out[i] = n
		}
		return out
	}
	gramsA, gramsB = of(a), of(b)
	return gramsA, gramsB, len(numbers)
}

// pair is two places that are taken for the same.
type pair struct{ a, b int }

// between aligns the gaps that anchors leave in a range.
func (d *aligner) between(r hunk, anchors []pair, depth int) {
	a, b := r.a0, r.b0
	for _, p := range anchors {
		if p.a < a || p.b < b { // in what was found to be the same already
			continue
		}
		d.gap(hunk{a, p.a, b, p.b}, depth)
		a, b = p.a+1, p.b+1
		for a < r.a1 && b < r.b1 && d.a[a] == d.b[b] {
			a, b = a+1, b+1
		}
	}
	d.gap(hunk{a, r.a1, b, r.b1}, depth)
}

// gap aligns a range, which may be empty.
func (d *aligner) gap(r hunk, depth int) {
	for r.a0 < r.a1 && r.b0 < r.b1 && d.a[r.a0] == d.b[r.b0] {
		r.a0, r.b0 = r.a0+1, r.b0+1
	}
	for r.a0 < r.a1 && r.b0 < r.b1 && d.a[r.a1-1] == d.b[r.b1-1] {
		r.a1, r.b1 = r.a1-1, r.b1-1
	}
	switch {
	case r.a0 == r.a1 && r.b0 == r.b1:
		return
	case r.a0 == r.a1 || r.b0 == r.b1:
		d.differs(r)
		return
	}
	if depth < deepest {
		if anchors := d.anchors(r); len(anchors) > 0 {
			d.between(r, anchors, depth+1)
			return
		}
	}
	d.myers(r)
}

// differs adds a hunk, which may go on where the last one ends.
func (d *aligner) differs(r hunk) {
	if n := len(d.hunks); n > 0 && d.hunks[n-1].a1 == r.a0 && d.hunks[n-1].b1 == r.b0 {
		d.hunks[n-1].a1, d.hunks[n-1].b1 = r.a1, r.b1
		return
	}
	d.hunks = append(d.hunks, r)
}

// anchors returns the keys that stand once in a range of each list: as many as are in the same order in both.
func (d *aligner) anchors(r hunk) []pair {
	for i, key := range d.a[r.a0:r.a1] {
		o := &d.seen[key]
		o.inA, o.atA = min(o.inA+1, 2), int32(r.a0+i)
	}
	for i, key := range d.b[r.b0:r.b1] {
		o := &d.seen[key]
		o.inB, o.atB = min(o.inB+1, 2), int32(r.b0+i)
	}
	var once []pair // in the order of a
	for i, key := range d.a[r.a0:r.a1] {
		if o := d.seen[key]; o.inA == 1 && o.inB == 1 {
			once = append(once, pair{r.a0 + i, int(o.atB)})
		}
	}
	for _, key := range d.a[r.a0:r.a1] {
		d.seen[key] = occurrence{}
	}
	for _, key := range d.b[r.b0:r.b1] {
		d.seen[key] = occurrence{}
	}
	return longestRise(once)
}

// longestRise returns the most pairs that can be kept so that b rises as a does.
func longestRise(pairs []pair) []pair {
	if len(pairs) == 0 {
		return nil
	}
	var ends []int // by length: the pair with which a rise of that length ends lowest
	before := make([]int, len(pairs))
	for i, p := range pairs {
		at, _ := slices.BinarySearchFunc(ends, p.b, func(end, b int) int { return cmp.Compare(pairs[end].b, b) })
		before[i] = -1
		if at > 0 {
			before[i] = ends[at-1]
		}
		if at == len(ends) {
			ends = append(ends, i)
		} else {
			ends[at] = i
		}
	}
	out := make([]pair, len(ends))
	for i, k := len(out)-1, ends[len(ends)-1]; i >= 0; i, k = i-1, before[k] {
		out[i] = pairs[k]
	}
	return out
}
