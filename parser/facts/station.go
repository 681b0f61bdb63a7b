package facts

import (
	"sort"
	"strconv"
	"strings"
	"sync"
)

// Post is a station: an office that numbers its own cables.
type Post struct {
	Station   string   // name in ids: MEXICO, STPETERSBURG
	Countries []string // it stands in or answers for; none for offices at home
	Regions   []string // west_asia
	First     int      // year of its first cable in Cablegate, 0 when it has none there
	Last      int      // and of the last
}

type stationTable struct {
	posts   []Post // sorted by station
	index   map[string]int
	aliases map[string]string
}

var stations = sync.OnceValue(func() stationTable {
	t := stationTable{index: map[string]int{}, aliases: map[string]string{}}
	eachRow("stations.tsv", func(c [5]string) {
		t.index[c[0]] = len(t.posts)
		t.posts = append(t.posts, Post{Station: c[0], Countries: splitList(c[1]), Regions: splitList(c[2]),
			First: number(c[3]), Last: number(c[4])})
	})
	eachRow("aliases.tsv", func(c [5]string) { t.aliases[c[0]] = c[1] })
	return t
})

func splitList(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// Stations returns every known station, sorted by name. The slice is shared: don't change it.
func Stations() []Post { return stations().posts }

// PostOf returns what is known about a station given by its canonical name.
func PostOf(station string) (Post, bool) {
	t := stations()
	i, ok := t.index[station]
	if !ok {
		return Post{}, false
	}
	return t.posts[i], true
}

// Station returns the canonical name of a station written in any way: "Mexico City" gives MEXICO,
// "N'Djamena" NDJAMENA, SECSTATE STATE, "0TTAWA" OTTAWA, "EMBASSY VIENNA" VIENNA, and names that
// page markers cut ("PORT AU PR", "VATICA") the one station that begins so. known is false for
// anything else; station then is words in capitals without blanks.
//
// Where cablemap's two tables of spellings disagree this is the one for ids of cables, so that a
// reference meets the cable it names: BRUSSELS stays, TAIPEI is AITTAIPEI.
func Station(words string) (station string, known bool) {
	name := squeeze(words)
	if found, ok := look(name); ok {
		return found, true
	}
	for _, prefix := range [...]string{"AMEMBASSY", "USEMBASSY", "EMBASSY", "AMCONSUL", "AMCONGEN", "CONGEN", "CONSULATEGENERAL", "CONSULATE", "USMISSION",
		"USINT", "USLO", "USOP", "REO", "UNCLASSIFIED", "UNCLASS", "UNCLAS", "CONFIDENTIAL", "EFTO", "NOFORN"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			if found, ok := look(rest); ok {
				return found, true
			}
			if found, ok := look("US" + rest); ok && prefix == "USMISSION" { // US Mission NATO
				return found, true
			}
		}
	}
	return name, false
}

// shortestCut is the shortest cut name that is believed: 1970s page markers and archives cut
// stations at 6 letters, later ones at 10 with the blanks.
const shortestCut = 6

func look(name string) (string, bool) {
	t := stations()
	if alias, ok := t.aliases[name]; ok {
		return alias, true
	}
	if i, ok := t.index[name]; ok {
		return t.posts[i].Station, true
	}
	if len(name) < shortestCut {
		return "", false
	}
	i := sort.Search(len(t.posts), func(i int) bool { return t.posts[i].Station >= name })
	if i == len(t.posts) || !strings.HasPrefix(t.posts[i].Station, name) {
		return "", false
	}
	if i+1 < len(t.posts) && strings.HasPrefix(t.posts[i+1].Station, name) {
		return "", false
	}
	return look(t.posts[i].Station)
}

var places = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, p := range stations().posts {
		m[p.Station] = true
		for _, country := range p.Countries {
			m[squeeze(country)] = true
		}
	}
	return m
})

// IsPlace reports whether a word is the name of a post or of a country that has one.
func IsPlace(word string) bool { return places()[squeeze(word)] }

// NearStation returns the one station whose name differs from words by a single typing slip: a
// letter lost, doubled, wrong, or two exchanged ("Colomobo" gives COLOMBO); or else the one whose
// name begins with words ("TEGU"). Where several do, one of which lost a letter is likelier than one
// with a wrong letter, and a post of Cablegate likelier than one known from older papers. ok is
// false when none fits, or several do equally. It is a guess: only for places where nothing but a
// station can stand.
func NearStation(words string) (station string, ok bool) {
	name := squeeze(words)
	if len(name) < 4 || name == "PARA" || name == "PARAS" { // SEE PARA 5
		return "", false
	}
	if OneSlip(name, "SECSTATE") {
		return "STATE", true
	}
	begin := ""
	best := 4
	for _, p := range stations().posts {
		if strings.HasPrefix(p.Station, name) {
			if begin != "" {
				begin = "several"
			} else {
				begin = p.Station
			}
		}
		if len(p.Station) < 5 || !OneSlip(name, p.Station) {
			continue
		}
		rank := 0
		if len(name) >= len(p.Station) {
			rank = 1
		}
		if p.First == 0 {
			rank += 2
		}
		switch {
		case rank < best:
			station, best, ok = p.Station, rank, true
		case rank == best:
			ok = false
		}
	}
	switch {
	case ok:
		return Station(station)
	case best == 4 && begin != "":
		return Station(begin)
	}
	return "", false
}

// NearShortStation returns the one post of Cablegate with a name of four letters from which words differ by a
// single typing slip: RGA gives RIGA. It is a guess for places where nothing but a damaged station can stand.
func NearShortStation(words string) (station string, ok bool) {
	name := squeeze(words)
	if len(name) < 3 {
		return "", false
	}
	for _, p := range stations().posts {
		if len(p.Station) != 4 || p.First == 0 || !OneSlip(name, p.Station) {
			continue
		}
		if ok {
			return "", false
		}
		station, ok = p.Station, true
	}
	return station, ok
}

// GarbledStation returns the one station that words mean in which transmission made a Q of one to three
// letters: QXICO gives MEXICO. ok is false when no station fits, or several do.
func GarbledStation(words string) (station string, ok bool) {
	const most = 3
	name := squeeze(words)
	head, tail, found := strings.Cut(name, "Q")
	if !found || strings.Contains(tail, "Q") || len(name) < 5 {
		return "", false
	}
	for _, p := range stations().posts {
		hidden := len(p.Station) - len(head) - len(tail)
		if hidden < 1 || hidden > most || !strings.HasPrefix(p.Station, head) || !strings.HasSuffix(p.Station, tail) {
			continue
		}
		if ok {
			return "", false
		}
		station, ok = p.Station, true
	}
	return station, ok
}

// OneSlip reports whether a becomes b by exactly one typing slip: a letter lost, added or wrong, or
// two neighbours exchanged.
func OneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if a[i+1:] == b[i+1:] {
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// squeeze turns words into the form of the tables: capitals, letters only, a zero read as O, the
// accents that Spanish, Portuguese and French names of posts have taken off.
func squeeze(words string) string {
	if isSqueezed(words) {
		return words
	}
	var b strings.Builder
	b.Grow(len(words))
	for _, r := range words {
		switch {
		case r >= 'A' && r <= 'Z':
			b.WriteByte(byte(r))
		case r >= 'a' && r <= 'z':
			b.WriteByte(byte(r) - 'a' + 'A')
		case r == '0':
			b.WriteByte('O')
		default:
			if i := strings.IndexRune(accented, r); i >= 0 {
				b.WriteByte(plain[i/2])
			}
		}
	}
	return b.String()
}

// isSqueezed reports whether words are nothing but capitals, as most are that are asked for.
func isSqueezed(words string) bool {
	for i := range len(words) {
		if words[i] < 'A' || words[i] > 'Z' {
			return false
		}
	}
	return true
}

// accented and plain go together letter by letter; every accented letter has two bytes.
const (
	accented = "áàâãäéèêëíîïóôõöúûüçñÁÀÂÃÄÉÈÊËÍÎÏÓÔÕÖÚÛÜÇÑ"
	plain    = "AAAAAEEEEIIIOOOOUUUCNAAAAAEEEEIIIOOOOUUUCN"
)
