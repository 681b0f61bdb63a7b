package parser

import "strings"

// behindEntry reports whether item i of a typed text stands below the entry of a list that ends early: with room
// for more than the item's first word.
func (t *telegram) behindEntry(i int) bool {
	const room = 8
	if !t.typed || i == 0 {
		return false
	}
	letter, _, n := t.bullet(i - 1)
	return n > 0 && isLetter(letter[0]) && t.items[i-1].span.Len()+1+firstWord(t.text(i))+room < t.width
}

// findNumbers finds the items that begin numbered paragraphs. A line that begins with a number is
// one only if the number is due: the one after the last, or 1 again in an enclosed text. Years and
// numbers in mid-sentence ("¶2007." of HANDBOOK section 1) and lists inside a paragraph are none.
func (t *telegram) findNumbers() {
	type candidate struct {
		paragraphStart
		item  int
		fresh bool // stands where a paragraph may begin
	}
	const usual = 32
	all := make([]candidate, 0, usual)
	marked := 0
	for i, it := range t.items {
		p, ok := readNumber(t.text(i))
		if !ok && t.typed && (it.gap || i > 0 && t.inTable(i-1)) {
			p, ok = readTypedNumber(t.text(i))
		}
		if !ok || it.glued && p.marking == "" || t.inTable(i) {
			continue
		}
		fresh := it.gap || t.behindEntry(i) || t.typed && i > 0 && t.items[i-1].span.Len()*2 < t.width || t.typed && i > 0 && (t.indent(i) > t.indent(i-1)+1 || strings.Contains(t.text(i-1), "   ")) || i == 0 || endsSentence(t.text(i-1)) || isRule(t.text(i-1)) || allCapitals(t.text(i-1)) && !allCapitals(t.text(i))
		if p.marking != "" {
			marked++
		}
		all = append(all, candidate{p, i, fresh})
	}
	mostlyMarked := marked*2 > len(all)
	dotted := 0
	for _, c := range all {
		if c.marking != "" && !c.bracket {
			dotted++
		}
	}
	const horizon = 64 // numbers that stand further on belong to another part of the text
	ahead := func(from int) []candidate { return all[from+1 : min(len(all), from+1+horizon)] }
	// later tells whether number n stands among the candidates ahead.
	later := func(from, n int, withMarking bool) bool {
		for _, c := range ahead(from) {
			if c.number == n && !c.loose && (c.marking != "" || !withMarking) {
				return true
			}
		}
		return false
	}
	// opens tells whether 2 stands behind a 1 before the number n that is due: an enclosed text begins.
	opens := func(from, n int) bool {
		for _, c := range ahead(from) {
			if c.number == 2 || c.number == n {
				return c.number == 2
			}
		}
		return false
	}
	// listed tells whether number n stands close above in a list inside a paragraph.
	listed := func(from, n int) bool {
		for _, c := range all[max(0, from-4):from] {
			if !t.items[c.item].numbered() && c.number == n {
				return true
			}
		}
		return false
	}
	last := 0
	list := false // in a list "1) (C) ... 2) (C) ..." inside a paragraph
	row := 0      // the last number of a list that began in a table
	for i, c := range all {
		if c.item > 0 && t.inTable(c.item-1) {
			above, _ := readNumber(t.text(c.item - 1))
			row = above.number
		}
		if row > 0 && c.number == row+1 && c.number != last+1 {
			row++
			continue
		}
		list = c.bracket && dotted > 0 && (c.number == 1 || list)
		due := false
		switch gap := c.number - last; {
		case list, c.loose && (last == 0 || c.number != last+1):
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
			due = t.items[c.item].gap && (!mostlyMarked && last > 1 && opens(i, last+1) || !later(i, last+1, false) && later(i, 2, false))
		default: // a number again, or one that goes back
			due = t.items[c.item].gap && gap > -3 && !mostlyMarked && !listed(i, c.number-1) && !later(i, last+1, false)
		}
		if due {
			t.items[c.item].start, t.counted = c.paragraphStart, true
			last = c.number
		}
	}
}
