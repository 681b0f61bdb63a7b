package model

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// ID names a cable: by its message reference number, which is the post's serial within a year, or,
// in an edition of documents (FRUS, the Australian series), by volume and document number. Ids are
// compared field by field, never as strings, because copies pad serials differently.
type ID struct {
	Year    int    // four digits; see [FullYear]; 0 for a document of an edition, and where a citation leaves it open
	Station string // canonical post name, capitals without blanks: MEXICO, STPETERSBURG
	Serial  int    // number within year and post, or within the volume, from 1

	// Volume names the volume of an edition as its publisher does: frus1977-80v15. "" for a message
	// reference number.
	Volume string
}

// IsZero reports whether the id is unknown.
func (id ID) IsZero() bool { return id == ID{} }

// IsDocument reports whether the id is that of a document in an edition.
func (id ID) IsDocument() bool { return id.Volume != "" }

// String returns the id as it is printed everywhere: 10MEXICO83, 1961MOSCOW1706 where two digits
// would be read as another century, MEXICO83 where the year isn't known, frus1977-80v15/d107. The zero id gives "".
func (id ID) String() string {
	switch {
	case id.IsZero():
		return ""
	case id.IsDocument():
		return fmt.Sprintf("%s/d%d", id.Volume, id.Serial)
	}
	if id.Year == 0 { // cited without a year, by a cable that has none
		return fmt.Sprintf("%s%d", id.Station, id.Serial)
	}
	if full, ok := FullYear(id.Year % 100); !ok || full != id.Year {
		return fmt.Sprintf("%d%s%d", id.Year, id.Station, id.Serial)
	}
	return fmt.Sprintf("%02d%s%d", id.Year%100, id.Station, id.Serial)
}

// Compare orders ids by volume, year, station and serial; it returns -1, 0 or 1.
func (id ID) Compare(o ID) int {
	return cmp.Or(strings.Compare(id.Volume, o.Volume), cmp.Compare(id.Year, o.Year), strings.Compare(id.Station, o.Station), cmp.Compare(id.Serial, o.Serial))
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

// earliestYear is the first year that four digits may name: FRUS begins with 1861.
const earliestYear = 1861

// ParseID reads an id as people and publishers write it: 10MEXICO83, 10 MEXICO 000083,
// 1974STATE150591, 2005PANAMA2342, 1975STATE001234_b, frus1977-80v15/d107. Case, blanks, hyphens and padding do not
// matter. The station is taken as written (capitals, no blanks): spelling variants are the
// parser's business. ok is false when s is no id.
func ParseID(s string) (id ID, ok bool) {
	if volume, number, found := strings.Cut(strings.TrimSpace(s), "/"); found {
		return parseDocumentID(volume, number)
	}
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
	if full, known := FullYear(year); known {
		year = full
	} else if year < earliestYear || year > 1965 {
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

// parseDocumentID reads the two halves of frus1977-80v15/d107. A volume's name is small letters, digits
// and hyphens, and begins with a letter; the d may be missing.
func parseDocumentID(volume, number string) (ID, bool) {
	volume = strings.ToLower(volume)
	if volume == "" || volume[0] < 'a' || volume[0] > 'z' {
		return ID{}, false
	}
	for i := range len(volume) {
		if c := volume[i]; !isDigit(c) && c != '-' && c != '_' && c != '.' && (c < 'a' || c > 'z') {
			return ID{}, false
		}
	}
	n, err := strconv.Atoi(strings.TrimPrefix(strings.ToLower(number), "d"))
	if err != nil || n <= 0 || len(number) > 8 {
		return ID{}, false
	}
	return ID{Volume: volume, Serial: n}, true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// MarshalText writes the printed form.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what [ParseID] reads, and a post with a serial as [ID.String] writes it where the year isn't known;
// "" gives the zero id.
func (id *ID) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*id = ID{}
		return nil
	}
	parsed, ok := ParseID(string(b))
	if !ok && b[0] >= 'A' && b[0] <= 'Z' {
		if parsed, ok = ParseID("10" + string(b)); ok {
			parsed.Year = 0
		}
	}
	if !ok {
		return fmt.Errorf("%q is no cable id (year, station, serial: 10MEXICO83, or volume and document: frus1977-80v15/d107)", b)
	}
	*id = parsed
	return nil
}
