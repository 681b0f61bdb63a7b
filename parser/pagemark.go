package parser

import (
	"strconv"
	"strings"
	"unicode"

	"reftel/model"
)

// pageMark is a page marker found in the text (HANDBOOK section 1, "Page markers").
type pageMark struct {
	span    model.Span // in the document, with the lines of classification and captions that belong to it
	station string     // as written: "MEXICO", cut at ten letters: "PORT AU PR"
	serial  int
	page    int // 2 of "002 OF 005", 1 of "001.2 OF 005"
	pages   int // 5 of "002 OF 005"; 0 in the older form, which does not say how many sheets there are
	section int // of the older form, where PAGE counts sheets: 1 of "PAGE 02 ... 01 OF 03"
	sheets  bool
	head    bool // the head of a further section, which page and pages count then
	stamp   bool // no page marker but a stamp of those who released the paper
}

func (m pageMark) mark(d *document, at int) model.Mark {
	kind := model.PageBreak
	if m.stamp {
		kind = model.Stamp
	}
	return model.Mark{Kind: kind, Span: model.Span{Start: at, End: at},
		Form: strings.Clone(d.text[m.span.Start:m.span.End]), Page: m.page, Pages: m.pages, Head: m.head, File: d.fileSpan(m.span)}
}

// shortestSerial is the number of digits that the serial of a page marker has at least; only the older form,
// with the word PAGE, has shorter ones.
const shortestSerial = 5

// sheetWord begins the older form of a page marker.
const sheetWord = "PAGE "

// mayHoldPageMark reports whether a page marker may stand in a line; sheets says that the older form may.
func mayHoldPageMark(s string, sheets bool) bool {
	for i := shortestSerial - 1; !sheets && i < len(s); i += shortestSerial { // no serial fits between two of these
		if isDigit(s[i]) && scanDigits(s, i)-scanDigitsBack(s, i) >= shortestSerial {
			return true
		}
	}
	return sheets
}

// findPageMark looks for a page marker in one line. station is the cable's own station without
// blanks, "" if unknown; it tells how many words before the serial belong to a marker that stands
// inside a sentence. m.span is relative to s.
func findPageMark(s, station string) (m pageMark, ok bool) { return findPageMarkFrom(s, station, 0) }

// findPageMarkFrom does so in the rest of a line of which more was looked through: clear is how far no marker was found that
// counts pages. What was cut off may have hidden one at the beginning of the rest, so that is looked at again.
func findPageMarkFrom(s, station string, clear int) (m pageMark, ok bool) {
	const again = 256 // bytes; a marker is shorter
	if clear > again {
		if m, ok = firstSectionMarker(s, station, 0, again); ok {
			return m, true
		}
	}
	if m, ok = firstSectionMarker(s, station, max(0, clear), len(s)); ok {
		return m, true
	}
	return sheetMarker(s)
}

// firstSectionMarker reads the first marker that counts pages whose " OF " begins in s[from:to].
func firstSectionMarker(s, station string, from, to int) (m pageMark, ok bool) {
	to = min(len(s), to+len("OF 0"))
	for from < to {
		i := indexOfNumber(s[from:to])
		if i < 0 {
			break
		}
		if m, ok = sectionMarker(s, from+i, station); ok {
			return m, true
		}
		from += i + len(" OF ")
	}
	return m, false
}

// indexOfNumber returns where " OF " stands in front of a digit, blind to case; -1 if nowhere.
func indexOfNumber(s string) int {
	for i := 0; i+len(" OF 0") <= len(s); i++ {
		if s[i] == ' ' && s[i+1]|0x20 == 'o' && s[i+2]|0x20 == 'f' && s[i+3] == ' ' && isDigit(s[i+4]) {
			return i
		}
	}
	return -1
}

// sectionMarker reads "MEXICO 00000083  001.2 OF 005" around the " OF " at s[of].
func sectionMarker(s string, of int, station string) (m pageMark, ok bool) {
	end := of + 4
	for end < len(s) && isDigit(s[end]) {
		end++
	}
	start := of
	for start > 0 && (isDigit(s[start-1]) || s[start-1] == '.') {
		start--
	}
	number := s[start:of]
	if end-of-4 != 3 || len(number) < 3 || number[0] == '.' {
		return m, false
	}
	m.pages, _ = strconv.Atoi(s[of+4 : end])
	whole, _, _ := strings.Cut(number, ".")
	m.page, _ = strconv.Atoi(whole)
	if hidden := strings.TrimSpace(s[:start]); end == len(s) && len(hidden) >= shortestSerial && isRedacted(hidden) {
		m.station, m.span.End = hidden, end // "XXXXXXXXXXXX  002 OF 002": a publisher hid the post and its serial
		return m, true
	}
	serialEnd := len(strings.TrimRight(s[:start], " "))
	serial := serialEnd
	for serial > 0 && isDigit(s[serial-1]) {
		serial--
	}
	if serialEnd-serial < shortestSerial || serialEnd-serial > 9 || serialEnd == start {
		return m, false
	}
	m.serial, _ = strconv.Atoi(s[serial:serialEnd])
	from, found := stationBefore(s[:serial], station)
	if !found {
		return m, false
	}
	m.station = strings.TrimSpace(s[from:serial])
	m.span = model.Span{Start: from, End: end}
	return m, true
}

// stationBefore finds where the station's name begins that ends s. Inside a line it takes as many
// words as are a prefix of the cable's own station, else one word in capitals.
func stationBefore(s, station string) (start int, ok bool) {
	trimmed := strings.TrimRight(s, " ")
	if trimmed == "" {
		return 0, false
	}
	if len(trimmed) <= 18 && isStationName(trimmed) && (station == "" || isStationPrefix(trimmed, station)) {
		return 0, true
	}
	best := -1
	for at, words := len(trimmed), 0; at > 0 && words < 4; words++ {
		at = strings.LastIndexByte(trimmed[:at], ' ')
		if isStationPrefix(trimmed[at+1:], station) {
			best = at + 1
		}
		if at < 0 {
			break
		}
		at = len(strings.TrimRight(trimmed[:at], " "))
	}
	if best >= 0 {
		return best, true
	}
	last := strings.LastIndexByte(trimmed, ' ') + 1
	if isStationName(trimmed[last:]) && allCapitals(trimmed[last:]) {
		return last, true
	}
	return 0, last == 0 && isStationName(trimmed)
}

// isStationPrefix compares without blanks and case: "PORT AU PR" begins PORTAUPRINCE.
func isStationPrefix(words, station string) bool {
	if station == "" {
		return false
	}
	short := squeeze(words)
	return len(short) >= 3 && strings.HasPrefix(station, short)
}

func isStationName(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && r != ' ' && r != '\'' && r != '.' && r != '-' {
			return false
		}
	}
	return s != ""
}

// sheetMarker reads the older "PAGE 02        HARARE  06677  01 OF 03  291400Z". Words of
// classification before it on the line belong to it.
func sheetMarker(s string) (m pageMark, ok bool) {
	at := strings.Index(s, sheetWord)
	if at < 0 {
		return m, false
	}
	if before := strings.TrimSpace(s[:at]); before != "" {
		start := classificationTail(before)
		if start < 0 {
			return m, false
		}
		m.span.Start = start
	} else {
		m.span.Start = at
	}
	rest := s[at+len(sheetWord):]
	fields := wordSpans(rest, 12)
	if len(fields) < 3 {
		return m, false
	}
	word := func(i int) string { return fields[i].In(rest) }
	if m.page, ok = sheetNumber(word(0)); !ok {
		return m, false
	}
	if isRouteSerial(word(1)) { // "PAGE 02 RUEHLIA0417 C O N F I D E N T I A L LISBON 000417"
		if c, ok := parseClassificationLine(rest[fields[2].Start:]); ok && c.Serial > 0 {
			m.serial, m.station, m.sheets = c.Serial, c.Station, true
			m.span.End = len(s)
			return m, true
		}
	}
	i := 1
	for i < len(fields) && isStationName(word(i)) {
		i++
	}
	if i == 1 || i > 5 || i == len(fields) {
		return m, false
	}
	serial, err := strconv.Atoi(word(i))
	if err != nil || len(word(i)) < 3 {
		return m, false
	}
	m.serial, m.sheets = serial, true
	m.station = rest[fields[1].Start:fields[i-1].End]
	end := fields[i].End
	i++
	if i+1 < len(fields) && isSeries(word(i)) && allDigits(word(i+1)) {
		end = fields[i+1].End
		i += 2
	}
	if i+2 < len(fields) && strings.EqualFold(word(i+1), "OF") {
		if section, err := strconv.Atoi(word(i)); err == nil && allDigits(word(i+2)) {
			m.section, end = section, fields[i+2].End
			i += 3
		}
	}
	if i < len(fields) && (isDayTime(word(i)) || m.section > 0 && i+1 == len(fields) && allDigits(word(i))) {
		end = fields[i].End
		i++
	} else if m.section == 0 && !(i == len(fields) && m.span.Start == 0 && isKnownPost(m.station)) {
		return m, false
	}
	if i+1 < len(fields) && word(i) == "POSS" && word(i+1) == "DUPE" {
		end = fields[i+1].End
	}
	m.span.End = at + len(sheetWord) + end
	return m, true
}

// isSeries reports whether a word names the series of telegrams to or from a travelling Secretary, whose
// number follows the Department's own: "STATE 123456 TOSEC 040123".
func isSeries(s string) bool { return s == "TOSEC" || s == "SECTO" }

func isKnownPost(words string) bool {
	_, known := canonicalStation(words)
	return known
}

func sheetNumber(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && len(s) <= 3 && n > 0
}

// isRouteSerial reports whether a word is a routing indicator with a serial behind it: RUEHLIA0417.
func isRouteSerial(s string) bool {
	letters := scanLetters(s, 0)
	return letters >= 5 && letters <= 8 && s[0] == 'R' && allDigits(s[letters:])
}

// isDayTime reports whether s is the day and time of a date-time group: 291400Z.
func isDayTime(s string) bool {
	if len(s) != 7 || s[6]|0x20 != 'z' {
		return false
	}
	for i := range 6 {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}
