package parser

import (
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"reftel/model"
	"reftel/parser/facts"
)

// What the documents of an edition say in prose: the head over each of them, the dateline below it, and
// the number that opens the text of a telegram. The note on the source is in editionnote.go, dates
// are in editiondate.go.

// documentHead is the head over a document: "107. Telegram From the Embassy in Nicaragua to the
// Department of State".
type documentHead struct {
	Number   int    // of the document in its volume; 0 where the head doesn't say it
	From, To string // as written, without "the"
	Station  string // canonical; only where the head says that a post, or the Department, sends a telegram
}

// parseDocumentHead reads a head on one line, of the American edition ("Memorandum From the Ambassador
// to Portugal (Jones) to Secretary of State Smith") or the Australian one ("Cablegram from Jones to
// Smith", "CABLEGRAM TO LONDON", "Jones to Smith").
func parseDocumentHead(head string) documentHead {
	var h documentHead
	number, n := documentNumber(head)
	h.Number = number
	words := withoutExtract(unglued(oneLine(head[n:])))
	at, length := headWord(words, 0, "from", "by")
	kind := words
	if at >= 0 {
		kind, words = words[:at], words[at+length:]
		h.From, h.To = splitSender(words)
	} else {
		h.From, h.To = splitSender(words)
		switch {
		case h.To == "":
			h.From = "" // a title without a sender
		case paperKind(h.From): // "CABLEGRAM TO LONDON"
			kind, h.From = h.From, ""
		}
	}
	h.From, h.To = withoutThe(h.From), withoutThe(h.To)
	if strings.Contains(strings.ToLower(kind), "telegram") {
		h.Station = sendingStation(h.From)
	}
	return h
}

// documentNumber reads the number before a head, "107. ", and returns how many bytes it takes; 0 when
// there is none.
func documentNumber(head string) (number, n int) {
	end := scanDigits(head, 0)
	if end == 0 || end > 4 || end >= len(head) || head[end] != '.' || end+1 < len(head) && !scanIsBlank(head[end+1]) {
		return 0, 0
	}
	return refAtoi(head[:end]), scanBlanks(head, end+1)
}

// withoutExtract takes off what says that a document is only a part of another, or of what was said: "Extract from
// Letter from Jones to Smith". Nobody sends what it is from: "Highlights From the Secretary's Meeting".
func withoutExtract(head string) string {
	at, length := headWord(head, 0, "from")
	if at < 0 || !scanIsOneOf(lastWord(head[:at]), "extract", "extracts", "excerpt", "excerpts", "highlights", "passage", "passages") {
		return head
	}
	return head[at+length:]
}

// unglued sets the blanks behind small words of a head that scanning lost: "From theEmbassy in France toAll Posts".
func unglued(s string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(s, " ") {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		for _, small := range [...]string{"from", "to", "the", "of", "in", "at", "by", "and", "for"} {
			if n := len(small); len(word) > n && isUpper(word[n]) && isLower(word[n-1]) && hasFoldPrefix(word, small) {
				b.WriteString(word[:n] + " ")
				word = word[n:]
				break
			}
		}
		b.WriteString(word)
	}
	return b.String()
}

// headWord returns where one of words stands in s from at on, between blanks, and how many bytes it takes with them; -1 if none
// does.
func headWord(s string, at int, words ...string) (start, length int) {
	for i := at; i < len(s); i++ {
		if s[i] != ' ' && i > 0 {
			continue
		}
		from := i
		if s[i] == ' ' {
			from++
		}
		for _, w := range words {
			if end := from + len(w); end < len(s) && s[end] == ' ' && hasFoldPrefix(s[from:], w) {
				return i, end + 1 - i
			}
		}
	}
	return -1, 0
}

// officesTo are the last words of offices that stand "to" somebody, so that the word after them doesn't
// begin the receiver: the Ambassador to Portugal, the Mission to the United Nations.
var officesTo = []string{"ambassador", "ambassador-designate", "designate", "representative", "delegate", "delegation",
	"mission", "envoy", "adviser", "advisor", "observer", "assistant", "minister"}

// splitSender cuts "the Embassy in Portugal to the Department of State" into sender and receiver.
func splitSender(s string) (from, to string) {
	for at := 0; ; {
		i, n := headWord(s, at, "to")
		if i < 0 {
			return s, ""
		}
		next, _ := headWord(s, i+n, "to")
		if next < 0 || !scanIsOneOf(lastWord(s[:i]), officesTo...) {
			return s[:i], s[i+n:]
		}
		at = i + n
	}
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// withoutThe takes the article off a sender or receiver.
func withoutThe(s string) string {
	s = strings.TrimSpace(s)
	if hasFoldPrefix(s, "the ") {
		return s[len("the "):]
	}
	return s
}

// paperKind reports whether s names a kind of paper rather than somebody who sends one.
func paperKind(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return scanIsOneOf(word, "cablegram", "savingram", "telegram", "airgram", "circular", "letter", "memorandum", "message", "minute",
		"submission", "note", "despatch", "dispatch", "teletype", "brief", "report")
}

// postWords are how the American edition names an office abroad before its place.
var postWords = [...]string{"Embassy in ", "Embassy at ", "Embassy Office in ", "Embassy Branch Office in ", "Legation in ",
	"Consulate General in ", "Consulate General at ", "Consulate in ", "Consulate at ", "Liaison Office in ", "Interests Section in ", "Mission in "}

// sendingStation returns the station of a telegram's sender: "Embassy in Nicaragua" gives MANAGUA,
// "Department of State" STATE. "" for persons and for offices whose series of numbers isn't known.
func sendingStation(from string) string {
	if strings.EqualFold(from, "Department of State") || strings.EqualFold(from, "Secretary of State") {
		return "STATE"
	}
	if strings.EqualFold(from, "Mission to the United Nations") || strings.EqualFold(from, "Mission at the United Nations") {
		return "USUNNEWYORK"
	}
	for _, w := range postWords {
		if !hasFoldPrefix(from, w) {
			continue
		}
		place := withoutThe(from[len(w):])
		if strings.HasPrefix(w, "Embassy in") || strings.HasPrefix(w, "Legation") || strings.HasPrefix(w, "Liaison") || strings.HasPrefix(w, "Interests") {
			if station, ok := countryPosts()[squeeze(place)]; ok {
				return station
			}
		}
		if station, known := canonicalStation(place); known {
			return station
		}
	}
	return ""
}

// capitals are the places of embassies in countries with several posts, and in countries under the
// names that the volumes on 1945 to 1990 use.
var capitals = map[string]string{
	"Algeria": "Algiers", "Australia": "Canberra", "Austria": "Vienna", "Belgium": "Brussels", "Brazil": "Brasilia", "Burma": "Rangoon",
	"Cameroon": "Yaounde", "Canada": "Ottawa", "Chad": "Ndjamena", "China": "Beijing", "Colombia": "Bogota", "Egypt": "Cairo",
	"France": "Paris", "Germany": "Bonn", "Greece": "Athens", "Honduras": "Tegucigalpa", "India": "New Delhi", "Indonesia": "Jakarta",
	"Iran": "Tehran", "Iraq": "Baghdad", "Israel": "Tel Aviv", "Italy": "Rome", "Japan": "Tokyo", "Libya": "Tripoli", "Malaysia": "Kuala Lumpur",
	"Mexico": "Mexico", "Morocco": "Rabat", "Netherlands": "The Hague", "New Zealand": "Wellington", "Pakistan": "Islamabad",
	"Philippines": "Manila", "Poland": "Warsaw", "Portugal": "Lisbon", "Saudi Arabia": "Jidda", "South Africa": "Pretoria", "Spain": "Madrid",
	"Sweden": "Stockholm", "Switzerland": "Bern", "Syria": "Damascus", "Tanzania": "Dar es Salaam", "Thailand": "Bangkok", "Turkey": "Ankara",
	"United Kingdom": "London", "Venezuela": "Caracas", "Vietnam": "Saigon", "Viet-Nam": "Saigon", "Republic of Vietnam": "Saigon",
	"Republic of Viet-Nam": "Saigon", "Great Britain": "London", "Soviet Union": "Moscow", "Russia": "Moscow", "Yugoslavia": "Belgrade",
	"Czechoslovakia": "Prague", "Federal Republic of Germany": "Bonn", "West Germany": "Bonn", "Ceylon": "Colombo", "United Arab Republic": "Cairo",
	"Korea": "Seoul", "Republic of Korea": "Seoul", "Republic of China": "Taipei", "People's Republic of China": "Beijing",
	"People’s Republic of China": "Beijing", "Khmer Republic": "Phnom Penh", "Ivory Coast": "Abidjan", "Rumania": "Bucharest", "Siam": "Bangkok",
	"Union of South Africa": "Pretoria", "Upper Volta": "Ouagadougou", "Zaire": "Kinshasa", "Holy See": "Vatican",
}

// countryPosts leads from a country's name, letters only, to the station of the embassy there.
var countryPosts = sync.OnceValue(func() map[string]string {
	posts, many := map[string]string{}, map[string]bool{}
	for _, p := range facts.Stations() {
		for _, country := range p.Countries {
			name := squeeze(country)
			if _, twice := posts[name]; twice {
				many[name] = true
			}
			posts[name] = p.Station
		}
	}
	for name := range many {
		delete(posts, name) // which of them is the embassy isn't known, unless capitals says it
	}
	for country, city := range capitals {
		if station, known := canonicalStation(city); known {
			posts[squeeze(country)] = station
		}
	}
	return posts
})

// oneSeries is when the Department began to number all its telegrams of a year in one series; before,
// each post was sent a series of its own, so that a number alone names no telegram.
var oneSeries = time.Date(1966, time.July, 1, 0, 0, 0, 0, time.UTC)

// setNumber fills the cable's message reference number from the head, the dateline and the number that
// opens the text. The place in the dateline is where the sender was; it decides which post of a
// country it is.
func (h documentHead) setNumber(c *model.Cable, place string, serial int) {
	station := h.Station
	if station == "" || serial <= 0 || c.Date.IsZero() || station == "STATE" && c.Date.Before(oneSeries) {
		return
	}
	if there, known := canonicalStation(place); known && station != "STATE" {
		station = there
	}
	c.Year, c.Station, c.Serial = c.Date.Year(), station, serial
}

// longestSerial is how many digits a telegram's number has at most.
const longestSerial = 6

// parseTelegramNumber reads the number that opens the text of a telegram, "6968. For Asst. Sec. ...": n is
// the length of the lead, "6968.". A first paragraph that has the number 1 and a portion marking is
// none.
func parseTelegramNumber(text string) (serial, n int, ok bool) {
	end := scanDigits(text, 0)
	if end == 0 || end > longestSerial || end >= len(text) || text[end] != '.' {
		return 0, 0, false
	}
	serial, n = refAtoi(text[:end]), end+1
	rest := text[n:]
	if r, _ := utf8.DecodeRuneInString(rest); serial == 0 || rest != "" && !unicode.IsSpace(r) {
		return 0, 0, false
	}
	if _, marking := readMarking(strings.TrimLeft(rest, " ")); serial == 1 && marking > 0 {
		return 0, 0, false
	}
	return serial, n, true
}
