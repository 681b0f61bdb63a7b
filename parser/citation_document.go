package parser

import (
	"fmt"
	"strconv"
	"strings"

	"reftel/model"
)

// References of editions: their notes cite documents of the same volume ("see Document 9", "Documents
// 12-14"), of other volumes ("vol. XXIV, Document 34") and notes ("footnote 2 above", "footnote 1,
// Document 13"). Only cables whose id is that of a document are searched for them.

// documentReach is how far before a number the name of another volume is looked for.
const documentReach = 120

// documentItem is one number of a list of documents or notes, or a range of them.
type documentItem struct {
	first, last int
	start, end  int
}

// documentCited is the last document of another volume that was cited: a list may go on with it.
type documentCited struct {
	block, end int
	volume     string // "" where it isn't known which
}

// documentWord marks the documents that the phrase at i names, each number by itself, the first with
// the word before it. It returns the end of the phrase; i if there is none.
func (m *marker) documentWord(i int) int {
	if !m.c.ID.IsDocument() {
		return i
	}
	plural, at, ok := documentName(m.text, i)
	if !ok {
		return i
	}
	items := m.documentItems(at, plural)
	if len(items) == 0 {
		return i
	}
	end := items[len(items)-1].end
	volume := m.documentVolume(i)
	if volume == "" {
		m.foreign = documentCited{m.block, end, ""}
		return end
	}
	note := 0
	if len(items) == 1 {
		note, end = m.noteBehind(end)
		items[0].end = end
	}
	for k, item := range items {
		start := item.start
		if k == 0 {
			start = i
		}
		m.addDocument(volume, item, note, start)
	}
	if volume != m.c.ID.Volume {
		m.foreign = documentCited{m.block, end, volume}
	}
	return end
}

// documentName reads the word for documents at i. It has a capital, as their names have: a document is anything.
func documentName(text string, i int) (plural bool, end int, ok bool) {
	if i >= len(text) || text[i] != 'D' {
		return false, i, false
	}
	word, end := tolerantWordAt(text, i, "documents", "document")
	return word == "documents", end, word != ""
}

// addDocument adds the reference to the documents of one item, or to a note of its first. The target
// is the number in the volume: "13", "12-14", "13 note 1".
func (m *marker) addDocument(volume string, item documentItem, note, start int) {
	mark := model.Mark{Kind: model.Citation, RefTo: model.ToDocument}
	for n := item.first; n <= item.last && len(mark.IDs) < citationMost && (n == item.first || m.ranged < marksMost); n++ {
		mark.IDs = append(mark.IDs, model.ID{Volume: volume, Serial: n})
		m.ranged++
	}
	mark.Target = strconv.Itoa(item.first)
	switch {
	case note > 0:
		mark.Note = strconv.Itoa(note)
	case item.last > item.first:
		mark.Target += fmt.Sprintf("-%d", item.last)
	}
	m.add(mark, start, item.end)
}

// documentItems reads the numbers behind the word for them; more than one only behind a plural.
func (m *marker) documentItems(at int, plural bool) []documentItem {
	var items []documentItem
	for len(items) < citationMost {
		item, ok := m.documentItem(scanBlanks(m.text, at))
		if !ok {
			break
		}
		items = append(items, item)
		if !plural {
			break
		}
		if at, ok = m.documentNext(item.end); !ok {
			break
		}
	}
	return items
}

// documentItem reads a number or a range at i.
func (m *marker) documentItem(i int) (item documentItem, ok bool) {
	first, end, ok := m.documentNumber(i)
	if !ok {
		return item, false
	}
	item = documentItem{first, first, i, end}
	at := end
	switch rest := m.text[at:]; {
	case strings.HasPrefix(rest, "-"):
		at++
	case strings.HasPrefix(rest, "\u2013"):
		at += len("\u2013")
	default:
		return item, true
	}
	last, stop, ok := m.documentNumber(at)
	if !ok {
		return item, true
	}
	if digits := stop - at; last < first && digits < end-i { // 112-14
		if whole, err := strconv.Atoi(m.text[i:end-digits] + m.text[at:stop]); err == nil {
			last = whole
		}
	}
	if last > first {
		item.last, item.end = last, stop
	}
	return item, true
}

// documentNumber reads a number of at most four figures at i. The sign of a note glued to it is none
// of it; a year is no number of a document.
func (m *marker) documentNumber(i int) (n, end int, ok bool) {
	end = scanDigits(m.text, i)
	if end-i > 6 {
		return 0, i, false
	}
	end = m.signCut(i, end)
	if end == i || end-i > 4 || end < len(m.text) && isLetter(m.text[end]) {
		return 0, i, false
	}
	n, err := strconv.Atoi(m.text[i:end])
	if err != nil || n == 0 || n >= 1800 && n <= 2100 {
		return 0, i, false
	}
	return n, end, true
}

// signCut returns the place in [start, end) where the sign of a note begins, end if there is none.
func (m *marker) signCut(start, end int) int {
	for k := m.givenFrom(start); k < len(m.given); k++ {
		g := &m.given[k]
		if g.Block != m.block || g.Span.Start >= end {
			break
		}
		if g.Kind == model.NoteSign && g.Span.Start > start {
			return g.Span.Start
		}
	}
	return end
}

// documentNext reads what separates numbers of a list.
func (m *marker) documentNext(end int) (at int, ok bool) {
	at = end
	comma := strings.HasPrefix(m.text[at:], ",")
	if comma {
		at++
	}
	at = scanBlanks(m.text, at)
	if word, stop := scanWordAt(m.text, at); scanIsOneOf(word, "and", "or", "through", "to") && at > end {
		return stop, true
	}
	if strings.HasPrefix(m.text[at:], "&") {
		return at + 1, true
	}
	return at, comma && at > end+1
}

// documentVolume returns the volume whose document is cited at i: the cable's own, unless another one
// is named directly before; "" where that can't be told.
func (m *marker) documentVolume(i int) string {
	if f := m.foreign; f.block == m.block && f.end > 0 && f.end <= i && documentGoesOn(m.text[f.end:i]) {
		return f.volume
	}
	from := max(0, i-documentReach)
	before := m.text[from:i]
	at := strings.LastIndex(before, "vol")
	if at < 0 || !documentIsVolume(before[at:]) {
		return m.c.ID.Volume
	}
	series := before[:at]
	year := strings.LastIndexAny(series, "0123456789")
	for year > 0 && (isDigit(series[year-1]) || series[year-1] == '-' || series[year-1] >= 0x80) {
		year--
	}
	frus := strings.Contains(series, "Foreign Relations") || strings.Contains(series, "FRUS") ||
		strings.HasPrefix(m.c.ID.Volume, "frus") && !strings.Contains(series, "Documents on")
	switch {
	case year >= 0 && len(series)-year < 16 && frus:
		if name, ok := frusVolumeName(strings.ReplaceAll(before[year:], "\u2013", "-"), true); ok {
			return name
		}
	case strings.HasPrefix(m.c.ID.Volume, "dafp") &&
		(indexFold(series, "Australian Foreign Policy") >= 0 || strings.HasPrefix(m.foreign.volume, "dafp") && endsInIbid(series)):
		number := strings.TrimLeft(strings.TrimPrefix(before[at:], "vol"), "ume. ")
		if n := romanNumber(number[:scanLetters(number, 0)]); n > 0 {
			return fmt.Sprintf("dafp%d", n)
		}
	}
	return ""
}

// endsInIbid reports whether words end in "ibid.": the series of the reference before.
func endsInIbid(s string) bool {
	word := lastWord(strings.TrimRight(s, " ,"))
	return strings.EqualFold(strings.TrimLeft(word, "("), "ibid.")
}

// documentGoesOn reports whether words between two references only tie them together.
func documentGoesOn(between string) bool {
	return len(between) <= 8 && scanIsOneOf(strings.Trim(between, " ,;\n"), "", "and", "or")
}

// documentIsVolume reports whether words name a volume and nothing else: "vol. XI, Part 2, ".
func documentIsVolume(words string) bool {
	fields := strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(" ,.\n-", r) || r == '\u2013' })
	if len(fields) < 2 {
		return false
	}
	for k, w := range fields {
		known := scanIsOneOf(w, "vol", "vols", "volume", "volumes", "part", "parts", "pt", "and", "footnote", "note", "footnotes", "e")
		if !known && (k == 0 || romanNumber(w) == 0 && !allDigits(w)) {
			return false
		}
	}
	return true
}

// documentsBehind reads the documents to which the note whose number ends at end belongs: ", Document
// 13", "to Document 13", ", Documents 13 and 14".
func (m *marker) documentsBehind(end int) []documentItem {
	at := end
	if strings.HasPrefix(m.text[at:], ",") {
		at++
	}
	at = scanBlanks(m.text, at)
	if word, stop := scanWordAt(m.text, at); scanIsOneOf(word, "to", "of", "in", "under") {
		at = scanBlanks(m.text, stop)
	}
	plural, stop, ok := documentName(m.text, at)
	if !ok {
		return nil
	}
	return m.documentItems(stop, plural)
}
