package parser

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// The signs of notes in plain text: small figures above the line became digits glued to the word or
// stop before them ("conversation.2 He", "July 101" for the note 1 at July 10). A digit counts as a sign
// only when a note has that number, and the signs stand in the order of the notes.

// signPlace is a place that may be the sign of a note.
type signPlace struct {
	block  int
	span   model.Span
	number int
	weight int // how surely it is one
}

// How surely digits are a sign.
const (
	signAfterStop  = 8 // behind a stop or a small letter
	signAfterWord  = 6 // behind a capital
	signAfterDay   = 5 // behind a day or a year, which would be none with it
	signAfterCited = 5 // behind a number that the note repeats
	signAfterTel   = 3 // behind the number of a telegram
	signAfterAny   = 1 // behind another number with a word in capitals before it
)

// findSigns marks the signs of the document's notes, and warns of notes whose sign it doesn't find.
func (e *editionDoc) findSigns() {
	var notes []int
	var numbers []int
	var missing []string
	for i := range e.cable.Blocks {
		if b := &e.cable.Blocks[i]; b.Kind == model.Note && allDigits(b.Letter) && b.Letter != "" {
			notes, numbers = append(notes, i), append(numbers, refAtoi(b.Letter))
		}
	}
	if len(notes) == 0 {
		return
	}
	places := e.signPlaces(notes, numbers)
	found := alignSigns(numbers, places)
	for k, at := range found {
		if at < 0 {
			missing = append(missing, e.cable.Blocks[notes[k]].Letter)
			continue
		}
		p := places[at]
		e.sign(p.block, p.span, e.cable.Blocks[notes[k]].Letter)
	}
	e.warnLostSigns(missing)
}

// warnLostSigns warns of the notes whose signs were not found.
func (e *editionDoc) warnLostSigns(numbers []string) {
	switch {
	case len(numbers) == 1:
		e.warn(WarnNotes, "the sign of note "+numbers[0]+" was not found in the text")
	case len(numbers) > 1:
		e.warn(WarnNotes, "the signs of notes "+strings.Join(numbers, ", ")+" were not found in the text")
	}
}

// signPlaces returns the places that may be signs of the notes, in order.
func (e *editionDoc) signPlaces(notes, numbers []int) []signPlace {
	known := map[int][]string{} // texts of the notes with a number
	for k, i := range notes {
		known[numbers[k]] = append(known[numbers[k]], e.cable.Blocks[i].Text)
	}
	var places []signPlace
	for i := range e.cable.Blocks {
		b := &e.cable.Blocks[i]
		if b.Kind == model.Note {
			continue
		}
		text := b.Text
		for at := 0; at < len(text); {
			if !isDigit(text[at]) {
				at++
				continue
			}
			end := scanDigits(text, at)
			if signEnds(text, end) {
				for _, p := range signsIn(text, at, end, known) {
					p.block = i
					places = append(places, p)
				}
			}
			at = end
		}
	}
	return places
}

// signEnds reports whether the sign of a note can end at i.
func signEnds(text string, i int) bool {
	if i == len(text) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[i:])
	if next == '.' || next == ',' || next == ':' {
		return i+1 == len(text) || !isDigit(text[i+1])
	}
	return unicode.IsSpace(next) || strings.ContainsRune(";)]?!\"\u201d\u2019\u2014\u2013\u2026", next)
}

// signsIn returns what the digits text[at:end] may be signs of.
func signsIn(text string, at, end int, known map[int][]string) []signPlace {
	const longest = 8
	if at == 0 || end-at > longest || text[at] == '0' {
		return nil
	}
	if end-at <= 3 {
		if n := refAtoi(text[at:end]); known[n] != nil {
			if w := signWeight(text, at, end); w > 0 {
				return []signPlace{{span: model.Span{Start: at, End: end}, number: n, weight: w}}
			}
		}
	}
	var out []signPlace
	for digits := 1; digits <= 2 && digits < end-at; digits++ {
		cut := end - digits
		if text[cut] == '0' {
			continue
		}
		n := refAtoi(text[cut:end])
		notes := known[n]
		if notes == nil {
			continue
		}
		if w := splitWeight(text, at, cut, end, notes); w > 0 {
			out = append(out, signPlace{span: model.Span{Start: cut, End: end}, number: n, weight: w})
		}
	}
	return out
}

// signWeight judges digits that are glued to what stands before them.
func signWeight(text string, at, end int) int {
	before, n := utf8.DecodeLastRuneInString(text[:at])
	rest := text[:at-n]
	previous, _ := utf8.DecodeLastRuneInString(rest)
	switch {
	case before == ',' && unicode.IsDigit(previous):
		return signAfterStop
	case before == '.' && unicode.IsDigit(previous): // "of 1961.1 In", not "8.6 percent"
		if after := strings.TrimLeft(text[end:], " "); after == "" || len(after) < len(text)-end && startsUpper(after) {
			return signAfterStop
		}
	case before == ':' && unicode.IsDigit(previous): // "of 1961:1", "May 20:1", not "5:57" or a ratio
		number, start := lossWordBefore(text, at-1)
		word, _ := lossWordBefore(text, scanBlanksBack(text, start))
		if _, month := datelineMonth(word); end-at == 1 && (month || len(number) == 4) {
			return signAfterStop
		}
	case before == '\u02bc' || before == '\u2019' || before == '\'': // workers'1, not '61
		if unicode.IsLetter(previous) {
			return signAfterStop
		}
	case strings.ContainsRune(".,;:)]!?\"\u201d", before):
		return signAfterStop
	case unicode.IsLower(before):
		return signAfterStop
	case unicode.IsUpper(before) && (unicode.IsLetter(previous) || previous == '.'):
		return signAfterWord
	case unicode.IsUpper(before) && previous == '/': // S/P1
		return signAfterTel
	}
	return 0
}

// splitWeight judges digits of which the last, from cut on, may be the sign.
func splitWeight(text string, at, cut, end int, notes []string) int {
	if before, _ := utf8.DecodeLastRuneInString(text[:at]); !unicode.IsSpace(before) && before != '(' && before != '\u2014' && before != '/' {
		return 0
	}
	kept := text[at:cut]
	word, start := lossWordBefore(text, scanBlanksBack(text, at))
	whole, day := refAtoi(text[at:end]), refAtoi(kept)
	if word == "and" { // "June 3 and 43"
		_, start = lossWordBefore(text, scanBlanksBack(text, start))
		word, _ = lossWordBefore(text, scanBlanksBack(text, start))
	}
	if m, month := datelineMonth(strings.Trim(word, ".,(")); month && whole > longestMonth(m) && len(kept) <= 2 && day >= 1 && day <= longestMonth(m) {
		return signAfterDay
	}
	year := whole >= earliestDocument && whole <= latestDocument
	if len(kept) == 4 && day >= earliestDocument && day <= latestDocument {
		return signAfterDay
	}
	if len(kept) < 2 {
		return 0
	}
	for _, note := range notes {
		if i := strings.Index(note, kept); i >= 0 && scanWordStart(note, i) && scanWordEnd(note, i+len(kept)) {
			return signAfterCited
		}
	}
	switch {
	case len(kept) < 3 && text[at-1] != '/' || year:
	case isTelegramWord(word):
		return signAfterTel
	case startsUpper(word):
		return signAfterAny
	}
	return 0
}

// longestMonth returns how many days a month can have.
func longestMonth(m time.Month) int {
	const leapYear = 1960
	return time.Date(leapYear, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// isTelegramWord reports whether a word calls the number behind it that of a telegram.
func isTelegramWord(word string) bool {
	word = strings.ToLower(strings.Trim(word, ".,;:("))
	for _, w := range []string{"deptel", "embtel", "telegram", "cable", "contel", "airgram", "despatch", "dispatch"} {
		if strings.TrimSuffix(word, "s") == w {
			return true
		}
	}
	return strings.HasSuffix(word, "\u02bcs") || strings.HasSuffix(word, "\u2019s") || strings.HasSuffix(word, "'s")
}

// alignSigns chooses the surest places that stand in the order of the notes: for each note the index
// of its place, -1 where it has none. Documents with very many of both are read in order without
// choosing.
func alignSigns(numbers []int, places []signPlace) []int {
	const most = 1 << 20
	found := make([]int, len(numbers))
	for k := range found {
		found[k] = -1
	}
	rows, columns := len(numbers)+1, len(places)+1
	if rows*columns > most {
		k := 0
		for i, p := range places {
			if k < len(numbers) && p.number == numbers[k] {
				found[k] = i
				k++
			}
		}
		return found
	}
	best := make([]int32, rows*columns) // of the notes from k on and the places from i on
	for k := len(numbers) - 1; k >= 0; k-- {
		for i := len(places) - 1; i >= 0; i-- {
			w := max(best[(k+1)*columns+i], best[k*columns+i+1])
			if p := places[i]; p.number == numbers[k] {
				w = max(w, best[(k+1)*columns+i+1]+int32(p.weight))
			}
			best[k*columns+i] = w
		}
	}
	for k, i := 0, 0; k < len(numbers) && i < len(places); {
		here := best[k*columns+i]
		switch {
		case places[i].number == numbers[k] && here == best[(k+1)*columns+i+1]+int32(places[i].weight):
			found[k] = i
			k, i = k+1, i+1
		case here == best[k*columns+i+1]:
			i++
		default:
			k++
		}
	}
	return found
}
