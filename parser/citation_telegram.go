package parser

import (
	"strings"
	"time"

	"reftel/model"
)

// Telegrams that the notes of the American edition cite in prose: "telegram 4603 from Managua, September
// 23", "Telegrams 12345 and 12346 to all posts". Who sent one is certain only where a post is named behind "from", or
// a receiver behind "to": that one was the Department's, which numbers them in one series since 1966.

// telegramWord marks the telegrams that the phrase at i names. It returns the end of their numbers; i if there is none.
func (m *marker) telegramWord(i int) int {
	word, at := scanWordAt(m.text, i)
	if !scanIsOneOf(word, "telegram", "telegrams") || !strings.HasPrefix(m.c.ID.Volume, "frus") {
		return i
	}
	plural := strings.HasSuffix(word, "s")
	var items []documentItem
	for len(items) < citationMost {
		start := scanBlanks(m.text, at)
		end := m.signCut(start, scanDigits(m.text, start))
		if end == start || end-start > longestSerial || end < len(m.text) && isLetter(m.text[end]) {
			break
		}
		items = append(items, documentItem{first: refAtoi(m.text[start:end]), start: start, end: end})
		next, more := m.documentNext(end)
		if at = end; !plural || !more {
			break
		}
		at = next
	}
	if len(items) == 0 {
		return i
	}
	last := items[len(items)-1].end
	station, behind := m.telegramSender(last)
	if station == "" {
		return i
	}
	year, inferred := m.telegramYear(behind)
	if year == 0 || station == "STATE" && time.Date(year, m.c.Date.Month(), max(1, m.c.Date.Day()), 0, 0, 0, 0, time.UTC).Before(oneSeries) {
		return i
	}
	for k, item := range items {
		id := model.ID{Year: year, Station: station, Serial: item.first}
		if item.first == 0 || id == m.c.Number() {
			continue
		}
		mark := model.Mark{Kind: model.Citation, RefTo: model.ToCable, Target: id.String(), IDs: []model.ID{id}}
		if inferred {
			mark.Why = citationYearInferred
		}
		start, end := item.start, item.end
		if k == 0 {
			start = i
		}
		if k == len(items)-1 {
			end = behind
		}
		m.add(mark, start, end)
	}
	return behind
}

// telegramSender reads who sent the telegram whose number ends at i: "from Moscow", "to Panama City", "to all
// posts". behind is where the words end.
func (m *marker) telegramSender(i int) (station string, behind int) {
	const mostWords = 4
	at := i
	if strings.HasPrefix(m.text[at:], ",") {
		at++
	}
	word, stop := scanWordAt(m.text, scanBlanks(m.text, at))
	if word != "from" && word != "to" {
		return "", i
	}
	start := scanBlanks(m.text, stop)
	if first, end := scanWordAt(m.text, start); word == "to" && first == "all" {
		return "STATE", end
	}
	var ends []int
	for end := start; len(ends) < mostWords && end < len(m.text) && isUpper(m.text[end]); {
		for end < len(m.text) && (isLetter(m.text[end]) || m.text[end] >= 0x80 || m.text[end] == '\'') {
			end++
		}
		ends = append(ends, end)
		if !strings.HasPrefix(m.text[end:], " ") {
			break
		}
		end++
	}
	for k := len(ends) - 1; k >= 0; k-- {
		name, known := canonicalStation(m.text[start:ends[k]])
		if !known {
			continue
		}
		if word == "to" {
			if name == "STATE" {
				return "", i // whoever sent it to the Department
			}
			name = "STATE"
		}
		return name, ends[k]
	}
	return "", i
}

// telegramYear reads the year of the date behind a telegram's sender: "from Moscow, May 9, 1961". Without one the year is the
// document's.
func (m *marker) telegramYear(at int) (year int, inferred bool) {
	const reach = 40
	d := datelineReader{toks: datelineTokens(m.text[at:min(len(m.text), at+reach)])}
	if strings.HasPrefix(m.text[at:], ", ") && len(d.toks) > 1 {
		if _, month := datelineMonth(d.toks[0].text); month {
			if when, end := d.day(0); end > 0 {
				return when.Year(), false
			}
		}
	}
	if m.c.Date.IsZero() {
		return 0, false
	}
	return m.c.Date.Year(), true
}
