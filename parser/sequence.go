package parser

// numbered finds the items that begin numbered paragraphs. A line that begins with a number is
// one only if the number is due: the one after the last, or 1 again in an enclosed text. Years and
// numbers in mid-sentence ("¶2007." of HANDBOOK section 1) and lists inside a paragraph are none.
func (t *telegram) numbered() map[int]paragraphStart {
	type candidate struct {
		paragraphStart
		item  int
		fresh bool // stands where a paragraph may begin
	}
	var all []candidate
	marked := 0
	for i, it := range t.items {
		p, ok := readNumber(t.text(i))
		if !ok || it.glued && p.marking == "" {
			continue
		}
		fresh := it.gap || i == 0 || endsSentence(t.text(i-1)) || isRule(t.text(i-1)) || allCapitals(t.text(i-1)) && !allCapitals(t.text(i))
		if p.marking != "" {
			marked++
		}
		all = append(all, candidate{p, i, fresh})
	}
	mostlyMarked := marked*2 > len(all)
	// later[i] tells whether number n stands among the candidates behind i.
	later := func(from, n int, withMarking bool) bool {
		const horizon = 64 // numbers that stand further on belong to another part of the text
		for _, c := range all[from+1 : min(len(all), from+1+horizon)] {
			if c.number == n && (c.marking != "" || !withMarking) {
				return true
			}
		}
		return false
	}
	out := make(map[int]paragraphStart, len(all))
	last := 0
	for i, c := range all {
		due := false
		switch gap := c.number - last; {
		case c.marking == "" && !c.fresh:
		case last == 0:
			due = c.number == 1 || c.marking != "" && c.number < 100 || c.number < 50 && later(i, c.number+1, false) && !later(i, 1, false)
		case gap == 1:
			// An unmarked "4." among marked paragraphs is a list if the marked 4 comes later.
			due = c.marking != "" || !mostlyMarked || !later(i, c.number, true)
		case gap > 1 && gap <= 12:
			due = c.marking != "" || c.fresh && gap <= 4 && !later(i, last+1, false) && (later(i, c.number+1, false) || !mostlyMarked && t.items[c.item].gap)
		case gap > 12:
			due = c.marking != "" && c.number < 200
		case c.marking != "":
			due = true
		case c.number == 1:
			due = t.items[c.item].gap && !later(i, last+1, false) && later(i, 2, false)
		default: // a number again, or one that goes back
			due = t.items[c.item].gap && gap > -3 && !mostlyMarked && !later(i, last+1, false)
		}
		if due {
			out[c.item] = c.paragraphStart
			last = c.number
		}
	}
	return out
}
