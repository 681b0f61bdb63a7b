package compare

// texts is two cables as tokens.
type texts struct{ a, b *text }

// farthest is how many words a hunk is moved at most.
const farthest = 64

// tidy makes hunks fit for readers: words that happen to stand in both of two long passages that differ are taken into
// the difference, and what only one copy has begins and ends where paragraphs and sentences do, as far as it is open
// where it begins.
func (t *texts) tidy(hunks []hunk) []hunk {
	hunks = t.join(hunks)
	for i := range hunks {
		h := &hunks[i]
		left, right := h.a0, len(t.a.tokens)-h.a1 // words that both copies have around it, those beside the next hunk not counted
		if i > 0 {
			left = h.a0 - hunks[i-1].a1 - 1
		}
		if i+1 < len(hunks) {
			right = hunks[i+1].a0 - h.a1 - 1
		}
		left, right = min(left, farthest), min(right, farthest)
		move := 0
		switch {
		case h.a0 == h.a1:
			move = slide(t.b, h.b0, h.b1, left, right)
		case h.b0 == h.b1:
			move = slide(t.a, h.a0, h.a1, left, right)
		}
		*h = hunk{h.a0 + move, h.a1 + move, h.b0 + move, h.b1 + move}
	}
	return hunks
}

// slide returns by how many tokens [from, to) is best moved, at most so many to the left or right: "the red, the blue"
// against "the blue" may lack "the red," or "red, the".
func slide(t *text, from, to, left, right int) int {
	best, most := 0, t.edges(from, to)
	for move := 1; move <= right && t.tokens[from+move-1].key == t.tokens[to+move-1].key; move++ {
		if score := t.edges(from+move, to+move); score > most {
			best, most = move, score
		}
	}
	for move := 1; move <= left && t.tokens[from-move].key == t.tokens[to-move].key; move++ {
		if score := t.edges(from-move, to-move); score > most {
			best, most = -move, score
		}
	}
	return best
}

// edges says how well [from, to) agrees with the borders of paragraphs and sentences.
func (t *text) edges(from, to int) int {
	score := 0
	begins, ends := t.beginsBlock(from), t.beginsBlock(to)
	switch {
	case begins && ends:
		score = 8
	case begins || ends:
		score = 4
	}
	if begins || t.endsSentence(from-1) {
		score++
	}
	if ends || t.endsSentence(to-1) {
		score++
	}
	return score
}

// beginsBlock reports whether the token at i is the first of its block, or i the end of the text.
func (t *text) beginsBlock(i int) bool {
	return i <= 0 || i >= len(t.tokens) || t.tokens[i-1].place.Block != t.tokens[i].place.Block
}

// endsSentence reports whether the token at i is a full stop or the like.
func (t *text) endsSentence(i int) bool {
	if i < 0 || t.tokens[i].sort != punctuation {
		return false
	}
	raw := t.raw(i)
	return raw[0] == '.' || raw[0] == '!' || raw[0] == '?'
}

// join takes a few words between two hunks into them, where both are much longer than that, all is in one block, and
// nothing is hidden or left out there: around such signs every word that both copies have matters.
func (t *texts) join(hunks []hunk) []hunk {
	const times = 3
	var out []hunk
	joined := false // the last of out, which has been looked at therefore
	for _, h := range hunks {
		if n := len(out); n > 0 {
			last := &out[n-1]
			fromA, fromB := last.a0, last.b0
			if joined {
				fromA, fromB = max(last.a0, last.a1-1), max(last.b0, last.b1-1)
			}
			same := h.a0 - last.a1
			if same <= gram && same*times <= min(last.size(), h.size()) && last.replaces() && h.replaces() &&
				t.a.isPlain(fromA, h.a1) && t.b.isPlain(fromB, h.b1) {
				last.a1, last.b1, joined = h.a1, h.b1, true
				continue
			}
		}
		out, joined = append(out, h), false
	}
	return out
}

func (h hunk) size() int { return max(h.a1-h.a0, h.b1-h.b0) }

// replaces reports whether both copies have something there.
func (h hunk) replaces() bool { return h.a0 < h.a1 && h.b0 < h.b1 }

// isPlain reports whether tokens are all in one block and none is the sign of something hidden or left out.
func (t *text) isPlain(from, to int) bool {
	for i := from; i < to; i++ {
		if t.tokens[i].sort > punctuation || t.tokens[i].place.Block != t.tokens[from].place.Block {
			return false
		}
	}
	return true
}
