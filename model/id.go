package model

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// ID is a message reference number: the post's serial for a cable within a year. Ids are compared
// as (Year, Station, Serial), never as strings, because copies pad serials differently.
type ID struct {
	Year    int    // four digits, 1966 to 2029; see [FullYear]
	Station string // canonical post name, capitals without blanks: MEXICO, STPETERSBURG
	Serial  int    // number within year and post, from 1
}

// IsZero reports whether the id is unknown.
func (id ID) IsZero() bool { return id == ID{} }

// String returns the id as it is printed everywhere: 10MEXICO83. The zero id gives "".
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d%s%d", id.Year%100, id.Station, id.Serial)
}

// Compare orders ids by year, station and serial; it returns -1, 0 or 1.
func (id ID) Compare(o ID) int {
	return cmp.Or(cmp.Compare(id.Year, o.Year), strings.Compare(id.Station, o.Station), cmp.Compare(id.Serial, o.Serial))
}

// FullYear turns the two digits of a cable's year into four: 66 to 99 are 19xx, 00 to 29 are
// 20xx (HANDBOOK section 2: cables in machine-readable form begin in 1966). Four-digit years pass
// unchanged; ok is false for anything else.
func FullYear(year int) (full int, ok bool) {
	switch {
	case year >= 1966 && year <= 2029:
		return year, true
	case year >= 66 && year <= 99:
		return 1900 + year, true
	case year >= 0 && year <= 29:
		return 2000 + year, true
	}
	return 0, false
}

// ParseID reads an id as people and publishers write it: 10MEXICO83, 10 MEXICO 000083,
// 1974STATE150591, 2005PANAMA2342, 1975STATE001234_b. Case, blanks, hyphens and padding do not
// matter. The station is taken as written (capitals, no blanks): spelling variants are the
// parser's business. ok is false when s is no id.
func ParseID(s string) (id ID, ok bool) {
	if i := strings.LastIndexByte(s, '_'); i >= 0 && i == len(s)-2 { // PlusD's collection suffix
		s = s[:i]
	}
	var b strings.Builder
	for _, r := range s {
		switch r {
		case ' ', '-', '\'', '.', '\u00a0':
		default:
			b.WriteRune(r)
		}
	}
	s = strings.ToUpper(b.String())
	digits := 0
	for digits < len(s) && isDigit(s[digits]) {
		digits++
	}
	if digits != 2 && digits != 4 {
		return ID{}, false
	}
	year, err := strconv.Atoi(s[:digits])
	if err != nil {
		return ID{}, false
	}
	year, ok = FullYear(year)
	if !ok {
		return ID{}, false
	}
	rest := s[digits:]
	letters := 0
	for letters < len(rest) && (rest[letters] >= 'A' && rest[letters] <= 'Z') {
		letters++
	}
	serial := rest[letters:]
	if letters < 2 || len(serial) == 0 || len(serial) > 8 {
		return ID{}, false
	}
	n, err := strconv.Atoi(serial)
	if err != nil || n <= 0 {
		return ID{}, false
	}
	return ID{Year: year, Station: rest[:letters], Serial: n}, true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// MarshalText writes the printed form.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what [ParseID] reads; "" gives the zero id.
func (id *ID) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*id = ID{}
		return nil
	}
	parsed, ok := ParseID(string(b))
	if !ok {
		return fmt.Errorf("%q is no cable id (year, station, serial: 10MEXICO83)", b)
	}
	*id = parsed
	return nil
}
