package parser

import (
	"strings"

	"reftel/model"
	"reftel/parser/facts"
)

// refReader reads written ids from the tokens of a REF list, or from one id alone.
type refReader struct {
	toks []refToken
	year int  // of the citing cable, taken where none is written
	list bool // in a REF list a station one typing slip away is believed
}

// writtenRef is one reference as found: the id, whether its year is the citing cable's, and the
// tokens it was read from.
type writtenRef struct {
	id       model.ID
	inferred bool
	from, to int // tokens
}

// maxStationWords is the number of words in the longest name: "SECSTATE WASH DC", "PORT OF SPAIN",
// "ST. PETERSBURG", "HO CHI MINH CITY", each with a word such as EMBASSY before it.
const maxStationWords = 5

// written reads the reference that begins at token i: a year, a station, marks, a serial, a year;
// or the serial first (HANDBOOK section 2). next is the token behind it.
func (r *refReader) written(i int) (w writtenRef, next int, ok bool) {
	year, at := r.yearBefore(i)
	if s, behind, found := r.station(at); found {
		serial, end, ok := r.serial(behind, &year)
		if ok {
			return r.finish(s, serial, year, i, end)
		}
	}
	// 870 ULAANBAATAR: nothing numeric may follow, or the number belongs to what follows.
	if t, ok := r.tok(i); ok && t.kind == refNumber && len(t.text) >= 3 && r.isSerial(i) && !r.plausibleYear(t) {
		if s, behind, found := r.station(i + 1); found {
			if t, more := r.tok(behind); !more || t.kind != refNumber && t.text != "#" {
				return r.finish(s, r.toks[i].value, 0, i, behind)
			}
		}
	}
	return writtenRef{}, i, false
}

func (r *refReader) finish(station string, serial, year, from, to int) (writtenRef, int, bool) {
	w := writtenRef{id: model.ID{Year: year, Station: station, Serial: serial}, from: from, to: to}
	if year == 0 {
		w.id.Year, w.inferred = r.year, r.year != 0
	}
	return w, to, true
}

func (r *refReader) tok(i int) (refToken, bool) {
	if i < 0 || i >= len(r.toks) {
		return refToken{}, false
	}
	return r.toks[i], true
}

func (r *refReader) is(i int, mark string) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].text == mark
}

// yearBefore reads a year in front of a station: 09, '08, 2009, (99), 10-. at is the token behind it,
// i itself when there is none.
func (r *refReader) yearBefore(i int) (year, at int) {
	at = i
	open := r.is(at, "(") || r.is(at, "[")
	if open {
		at++
	}
	at = r.apostrophe(at)
	year, ok := r.yearAt(at)
	if !ok {
		return 0, i
	}
	at++
	if open {
		if !r.is(at, ")") && !r.is(at, "]") {
			return 0, i
		}
		at++
	}
	for r.is(at, "-") || r.is(at, ":") || r.is(at, ",") {
		at++
	}
	return year, at
}

// apostrophe passes over the sign that stands for the century: '08.
func (r *refReader) apostrophe(i int) int {
	if r.is(i, "'") || r.is(i, "’") || r.is(i, "‘") || r.is(i, "`") {
		return i + 1
	}
	return i
}

// yearAt reads a year of two or four digits.
func (r *refReader) yearAt(i int) (year int, ok bool) {
	t, ok := r.tok(i)
	if !ok || t.kind != refNumber || (len(t.text) != 2 && len(t.text) != 4) {
		return 0, false
	}
	return model.FullYear(t.value)
}

// station reads the longest known station that begins at token i. In a list a name that is a single
// slip away from one station counts when a serial follows.
func (r *refReader) station(i int) (station string, next int, ok bool) {
	words := ""
	last := i
	for n := 0; n < maxStationWords; n++ {
		t, more := r.tok(last)
		if !more || t.kind != refWord {
			break
		}
		words += t.text
		last++
		if found, known := canonicalStation(words); known {
			station, next, ok = found, last, true
		}
		for (r.is(last, ".") || r.is(last, "'") || r.is(last, "’") || r.is(last, "-") || r.is(last, "/")) && r.wordAt(last+1) {
			last++
		}
	}
	if !ok && r.list && last > i && r.isSerial(last) {
		if found, near := facts.NearStation(words); near && len(words) >= 4 {
			return found, last, true
		}
	}
	return station, next, ok
}

func (r *refReader) wordAt(i int) bool {
	t, ok := r.tok(i)
	return ok && t.kind == refWord
}

// serial reads the number behind a station and the year that may stand before or behind it: "#3565",
// "(C)02293", ", 1228", "(01) 201265", "701 (08)", "00789/08", "5049-01", "07718 99".
func (r *refReader) serial(i int, year *int) (serial, next int, ok bool) {
	for r.is(i, "#") || r.is(i, ":") || r.is(i, ",") || r.is(i, "-") || r.is(i, ".") {
		i++
	}
	if t, found := r.tok(i); found && t.kind == refWord && isNumberWord(t.text, r.list) {
		i++
		for r.is(i, ".") || r.is(i, "#") {
			i++
		}
	}
	if *year == 0 {
		*year, i = r.yearBetween(i)
	}
	if r.is(i, "(") && r.is(i+2, ")") && r.isSerial(i+3) {
		if y, found := r.yearAt(i + 1); found && *year == 0 {
			*year, i = y, i+3
		} else if t, _ := r.tok(i + 1); t.kind == refWord && len(t.text) <= 3 {
			i += 3
		}
	}
	if !r.isSerial(i) {
		return 0, 0, false
	}
	serial, next = r.toks[i].value, i+1
	if *year != 0 {
		return serial, next, true
	}
	if y, at := r.yearAfter(next); y != 0 {
		*year, next = y, at
	} else if y := r.yearOfDate(next); y != 0 {
		*year = y
	}
	return serial, next, true
}

// yearOfDate returns the year of a date behind a serial, which stays outside the id: "LA PAZ 6652,
// NOVEMBER 23, 1971", "STATE A-1 OF 2007"; 0 when there is none.
func (r *refReader) yearOfDate(i int) int {
	for r.is(i, ",") || r.is(i, "(") || r.is(i, "-") {
		i++
	}
	if t, ok := r.tok(i); ok && t.kind == refWord {
		switch strings.ToUpper(t.text) {
		case "OF", "DATED", "DTD":
			i++
			if y, ok := r.yearAt(i); ok && len(r.toks[i].text) == 4 {
				return r.pastYear(y)
			}
		}
	}
	month := i
	if t, ok := r.tok(i); ok && t.kind == refNumber && len(t.text) <= 2 {
		month++
	}
	if t, ok := r.tok(month); !ok || t.kind != refWord || !isMonth(t.text) {
		return 0
	}
	at := month + 1
	for r.is(at, ".") || r.is(at, ",") {
		at++
	}
	if month == i {
		if t, ok := r.tok(at); !ok || t.kind != refNumber || len(t.text) > 2 {
			return 0
		}
		at++
		for r.is(at, ",") {
			at++
		}
	}
	y, ok := r.yearAt(at)
	if !ok || len(r.toks[at].text) != 4 && month == i {
		return 0
	}
	return r.pastYear(y)
}

// pastYear returns a year that a cited cable can have, 0 for others.
func (r *refReader) pastYear(y int) int {
	if r.year == 0 || y > r.year || y < r.year-40 {
		return 0
	}
	return y
}

// isNumberWord lists words that may stand between a station and its serial: "LONDON TELNO 1234". In
// running text, list being false, most of them say other things too.
func isNumberWord(w string, list bool) bool {
	switch strings.ToUpper(w) {
	case "NO":
		return list || w != "no"
	case "NR", "NUMBER", "CABLE", "TELEGRAM", "TEL", "TELNO":
		return list
	}
	return false
}

// yearBetween reads a year between a station and its serial: "STATE 07 123456", "STATE-07-123456",
// "LONDON 2007/1234"; in running text, where a year may stand behind any city, none is believed. Without
// one it returns 0 and i.
func (r *refReader) yearBetween(i int) (year, next int) {
	at := r.apostrophe(i)
	y, ok := r.yearAt(at)
	if !ok || !r.list || r.year == 0 || y > r.year || y <= r.year-20 {
		return 0, i
	}
	next = at + 1
	if r.is(next, "-") || r.is(next, "/") {
		next++
	}
	t, ok := r.tok(next)
	if !ok || t.lines > 0 || !r.isSerial(next) || len(t.text) < 3 || y == t.value {
		return 0, i
	}
	if n, ok := r.tok(next + 1); ok && n.text == "/" { // 2007/1234/1235 is a list of serials
		return 0, i
	}
	return y, next
}

// isSerial reports whether token i can be a serial: one to seven digits, no zero, not the day of a
// date nor a part of something else (10/01/2002, 20TH, 082030Z).
func (r *refReader) isSerial(i int) bool {
	t, ok := r.tok(i)
	if !ok || t.kind != refNumber || len(t.text) > 7 || t.value <= 0 {
		return false
	}
	next, more := r.tok(i + 1)
	if !more {
		return true
	}
	if next.kind == refWord {
		if isMonth(next.text) {
			return false
		}
		// A bullet or AND may be glued to a serial, other letters may not: 20TH, 082030Z.
		return !next.glued || len(next.text) > 3 && !strings.EqualFold(next.text, "ZDK") || strings.EqualFold(next.text, "AND")
	}
	return next.text != "/" && next.text != "-" || !r.isDate(i)
}

// isDate reports whether a date written with slashes or dashes begins at token i: 01/11/06, 05/DEC/2008.
func (r *refReader) isDate(i int) bool {
	if w, ok := r.tok(i + 2); ok && w.kind == refWord && isMonth(w.text) {
		return true
	}
	if !r.is(i+1, "/") || !r.is(i+3, "/") {
		return false
	}
	day, _ := r.tok(i + 2)
	year, _ := r.tok(i + 4)
	return len(r.toks[i].text) <= 2 && day.kind == refNumber && len(day.text) <= 2 && year.kind == refNumber && len(year.text) != 3
}

// plausibleYear reports whether a number of four digits may be a year close to the citing cable's.
func (r *refReader) plausibleYear(t refToken) bool {
	return len(t.text) == 4 && r.year > 0 && t.value <= r.year && t.value > r.year-10
}

// yearAfter reads a year behind a serial; 0 when there is none. A bare number is one only where
// nothing follows that it could belong to.
func (r *refReader) yearAfter(i int) (year, next int) {
	switch {
	case r.is(i, "(") || r.is(i, "["):
		at := r.apostrophe(i + 1)
		if y, ok := r.yearAt(at); ok && (r.is(at+1, ")") || r.is(at+1, "]")) && (at > i+1 || !r.yearOfNext(i)) {
			return y, at + 2
		}
	case r.is(i, "/") || r.is(i, "-"):
		if y, ok := r.yearAt(i + 1); ok && y <= r.year {
			if t, _ := r.tok(i + 1); t.glued && !r.is(i+2, "/") {
				return y, i + 2
			}
		}
	default:
		y, ok := r.yearAt(i)
		if !ok || y > r.year || r.year == 0 {
			return 0, i
		}
		t, more := r.tok(i + 1)
		if !more || t.lines > 0 || t.kind == refMark && strings.Contains(",;).&", t.text) {
			return y, i + 1
		}
	}
	return 0, i
}

// yearOfNext reports whether the year in brackets at token i belongs to the id behind it: "ROME 709 (08)
// PARIS 542", unless that has its own behind it too.
func (r *refReader) yearOfNext(i int) bool {
	if t, ok := r.tok(i + 3); !ok || t.kind != refWord || t.lines > 0 {
		return false
	}
	_, behind, ok := r.station(i + 3)
	if !ok || !r.isSerial(behind) {
		return false
	}
	_, own := r.yearAt(behind + 2)
	return !(own && (r.is(behind+1, "(") || r.is(behind+1, "[")))
}

var monthNames = [...]string{"JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST",
	"SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"}

// monthOf returns the number of a month written out or cut to three letters or more (SEPT), 0 for
// other words.
func monthOf(word string) int {
	if len(word) < 3 {
		return 0
	}
	word = strings.ToUpper(word)
	for i, m := range monthNames {
		if strings.HasPrefix(m, word) {
			return i + 1
		}
	}
	return 0
}

func isMonth(word string) bool { return monthOf(word) > 0 }
