package parser

import (
	"strings"

	"reftel/model"
)

// idMostWords bounds the words of a station's name.
const idMostWords = 4

// writtenID marks the cable whose serial are the digits at i, if the name of a post stands before
// them: "09 MEXICO 2952", "10MEXICO83", "STATE 12345". It returns the end of the digits.
func (m *marker) writtenID(i int) int {
	end := scanDigits(m.text, i)
	if end-i > 8 || !m.idEnds(end) {
		return end
	}
	last := i
	if last > 0 && (m.text[last-1] == ' ' || m.text[last-1] == '\n' || m.text[last-1] == '-' || m.text[last-1] == '#') {
		last--
		if m.text[last] == '#' && last > 0 && m.text[last-1] == ' ' {
			last--
		}
	}
	if last == 0 || !isLetter(m.text[last-1]) {
		return end
	}
	// The longest name that is a post's wins: NEW DELHI, not DELHI.
	var starts [idMostWords]int
	words := 0
	for at := last; words < idMostWords; words++ {
		start := at
		for start > 0 && at-start < 24 && (isLetter(m.text[start-1]) || m.text[start-1] == '.' || m.text[start-1] == '\'') {
			start--
		}
		if start == at || !isUpper(m.text[start]) {
			break
		}
		starts[words] = start
		if start == 0 || (m.text[start-1] != ' ' && m.text[start-1] != '\n') {
			words++
			break
		}
		at = start - 1
	}
	for n := words - 1; n >= 0; n-- {
		if m.idFrom(starts[n], i, end) {
			break
		}
	}
	return end
}

// idEnds reports whether a number that ends at end can be a serial: no part of a longer number,
// time, percentage or word.
func (m *marker) idEnds(end int) bool {
	if end >= len(m.text) {
		return true
	}
	c := m.text[end]
	if !scanWordEnd(m.text, end) || c == '%' {
		return false
	}
	return strings.IndexByte(".,:-/", c) < 0 || end+1 >= len(m.text) || !isDigit(m.text[end+1])
}

// idFrom marks the id whose station begins at start, serial at digits. A year before the station
// proves an id; without one, the way it is written must.
func (m *marker) idFrom(start, digits, end int) bool {
	from, dated := m.idYear(start)
	if !dated {
		from = start
		if !scanWordStart(m.text, start) || !m.idIsPlausible(start, digits, end) && !m.idIsListed(start, end) {
			return false
		}
	}
	id, inferred, ok := parseWrittenID(m.text[from:end], m.year())
	if !ok || id.Station == m.c.ID.Station && id.Serial == m.c.ID.Serial {
		return ok // the cable's own: what is left of a page marker, with a section for a year
	}
	mark := model.Mark{Kind: model.Citation, RefTo: model.ToCable, Target: id.String(), IDs: []model.ID{id}}
	if inferred {
		mark.Why = citationYearInferred
	}
	m.add(mark, from, end)
	return true
}

// idYear looks for a year of two or four digits directly before the station.
func (m *marker) idYear(station int) (start int, ok bool) {
	end := station
	if end > 0 && (m.text[end-1] == ' ' || m.text[end-1] == '-') {
		end--
	}
	start = end
	for start > 0 && end-start < 5 && isDigit(m.text[start-1]) {
		start--
	}
	if n := end - start; n != 2 && n != 4 || !scanWordStart(m.text, start) {
		return station, false
	}
	value := 0
	for _, c := range []byte(m.text[start:end]) {
		value = value*10 + int(c-'0')
	}
	_, ok = model.FullYear(value)
	return start, ok
}

// idIsPlausible reports whether a post's name and a number without a year are an id. A padded
// serial always is. A name in capitals among small letters is, unless the number is too short or
// may be a year (LONDON 2012); in other texts the id must stand in parentheses or behind "see".
func (m *marker) idIsPlausible(start, digits, end int) bool {
	n := end - digits
	if n < 3 {
		return false
	}
	if m.text[digits] == '0' {
		return true
	}
	if n == 4 && (m.text[digits:digits+2] == "19" || m.text[digits:digits+2] == "20") {
		return false
	}
	capitals := true
	for _, c := range []byte(m.text[start:digits]) {
		capitals = capitals && !isLower(c)
	}
	if capitals && !m.allCapitals() {
		return true
	}
	before := scanBlanksBack(m.text, start)
	if before > 0 && m.text[before-1] == '(' {
		return true
	}
	word, _ := scanWordBefore(m.text, before)
	return scanIsOneOf(strings.TrimPrefix(word, "("), "see", "ref", "refs", "reftel", "reftels", "telegram", "cable")
}

// idIsListed reports whether a post's name and a number are a cable of the REF list: what proves nothing by the way
// it is written, as in a text in capitals, is proven by the list.
func (m *marker) idIsListed(start, end int) bool {
	if len(m.c.References) == 0 {
		return false
	}
	id, _, ok := parseWrittenID(m.text[start:end], m.year())
	if m.listed == nil {
		m.listed = make(map[model.ID]bool, len(m.c.References))
		for _, r := range m.c.References {
			m.listed[r.ID] = true
		}
	}
	return ok && m.listed[id]
}

// allCapitals reports whether the block has no lower-case letter.
func (m *marker) allCapitals() bool {
	if m.capitals == unasked {
		m.capitals = no
		if !scanHasLower(m.text) {
			m.capitals = yes
		}
	}
	return m.capitals == yes
}

// year returns the year of the cable, from which years that are not written are inferred.
func (m *marker) year() int {
	switch {
	case m.c.Year != 0:
		return m.c.Year
	case m.c.ID.Year != 0:
		return m.c.ID.Year
	case !m.c.Date.IsZero():
		return m.c.Date.Year()
	}
	return 0
}
