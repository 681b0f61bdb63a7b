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
		w.id.Year, w.inferred = r.year, true
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
	if r.is(at, "'") || r.is(at, "’") || r.is(at, "‘") || r.is(at, "`") {
		at++
	}
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
	var words strings.Builder
	last := i
	for n := 0; n < maxStationWords; n++ {
		t, more := r.tok(last)
		if !more || t.kind != refWord {
			break
		}
		words.WriteString(t.text)
		last++
		if found, known := canonicalStation(words.String()); known {
			station, next, ok = found, last, true
		}
		for (r.is(last, ".") || r.is(last, "'") || r.is(last, "’") || r.is(last, "-") || r.is(last, "/")) && r.wordAt(last+1) {
			last++
		}
	}
	if !ok && r.list && last > i && r.isSerial(last) {
		if found, near := facts.NearStation(words.String()); near && words.Len() >= 4 {
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
	if t, found := r.tok(i); found && t.kind == refWord && (t.text == "NO" || t.text == "No") {
		i++
		if r.is(i, ".") {
			i++
		}
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
	}
	return serial, next, true
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
	case (r.is(i, "(") || r.is(i, "[")) && (r.is(i+2, ")") || r.is(i+2, "]")):
		if y, ok := r.yearAt(i + 1); ok {
			return y, i + 3
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
