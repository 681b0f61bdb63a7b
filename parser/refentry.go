package parser

import (
	"strings"

	"reftel/model"
)

// entry reads the tokens [i, end) of one entry: ids and bare serials, then what is left over.
func (l *refList) entry(i, end int) {
	all := l.toks
	l.toks = all[:end]
	defer func() { l.toks = all }()

	gap, year, items := i, 0, 0 // gap: the first token that no item has taken
	fresh := true               // an item may begin here
	foreign := false            // words of no item stand between the last item and here
	for at := i; at < end; {
		if next := l.skipNoise(at); next > at && next < end {
			fresh = true
			at = next
			continue
		}
		if fresh && (l.is(at, "(") || l.is(at, "[")) {
			sure := refReader{toks: l.toks, year: l.year}
			if _, _, ok := sure.written(at + 1); ok {
				at++
				continue
			}
		}
		if fresh {
			if w, next, ok := l.written(at); ok {
				l.leftOver(gap, at)
				l.add(w)
				year, items, foreign = 0, items+1, false
				if !w.inferred {
					year = w.id.Year
				}
				at = l.notes(next)
				gap = at
				continue
			}
			if w, next, ok := l.bareSerial(at, year, items > 0); ok && !foreign {
				l.add(w)
				items, at = items+1, l.notes(next)
				gap = at
				continue
			}
		}
		t := l.toks[at]
		separator := t.kind == refMark && strings.Contains(",/&;)", t.text)
		foreign = foreign || !separator
		fresh = separator || at+1 < end && l.toks[at+1].lines > 0 || at == i && t.kind == refNumber && len(t.text) == 2
		at++
	}
	if items == 0 && l.onlyPrevious(i, end) {
		l.out[len(l.out)-1].AndPrevious = true
		return
	}
	if items == 0 || gap > i {
		l.leftOver(gap, end)
	}
}

// onlyPrevious reports whether an entry says only "and previous", of the entry before it.
func (l *refList) onlyPrevious(i, end int) bool {
	return len(l.out) > 0 && l.wordAt(i) && end-i <= 3 && l.andPrevious(i)
}

// bareSerial reads a serial without a station, which takes the one before: "BRASILIA 2799 AND 2764",
// "MANILA 2969 B. 2962". Only a whole item counts, so that dates and numbers of reports do not.
func (l *refList) bareSerial(i, year int, sameEntry bool) (w writtenRef, next int, ok bool) {
	if l.station == "" {
		return w, i, false
	}
	from := i
	if y, at := l.yearBetween(i); y != 0 && at == i+1 { // "AND 07 1235"
		year, i = y, at
	}
	if !l.isSerial(i) || len(l.toks[i].text) < 2 || !sameEntry && l.plausibleYear(l.toks[i]) {
		return w, i, false
	}
	next = i + 1
	if y, at := l.yearAfter(next); y != 0 {
		year, next = y, at
	}
	t, more := l.tok(next)
	switch {
	case !more:
	case t.text == "/" && (!sameEntry || len(l.toks[i].text) <= 2):
		return w, i, false
	case t.kind == refMark && strings.Contains(",;/&.(", t.text):
	case t.kind == refWord && (isSkipWord(t.text) || strings.EqualFold(t.text, "ET")):
	case t.lines > 0 && !sameEntry:
	default:
		return w, i, false
	}
	w, next, _ = l.finish(l.station, l.toks[i].value, year, from, next)
	return w, next, true
}

// add appends an item, unless it is the cable itself.
func (l *refList) add(w writtenRef) {
	l.station = w.id.Station
	if w.id == l.own {
		return
	}
	span := l.span(w.from, w.to)
	l.out = append(l.out, model.Reference{Bullet: l.held, Kind: model.RefCable, ID: w.id,
		YearInferred: w.inferred, AndPrevious: l.andPrevious(w.to), Raw: span.In(l.text), Span: span})
}

// span returns the bytes of the tokens [from, to).
func (l *refList) span(from, to int) model.Span {
	return model.Span{Start: l.toks[from].start, End: l.toks[to-1].end}
}

// andPrevious reports whether "and previous" follows token i.
func (l *refList) andPrevious(i int) bool {
	for j := i; j < len(l.toks) && j < i+6; j++ {
		if t := l.toks[j]; t.kind == refWord {
			word := strings.ToUpper(t.text)
			switch {
			case strings.HasPrefix("PREVIOUS", word) && len(word) >= 4, word == "EARLIER", word == "PRIOR":
				return true
			case word != "AND" && word != "NOTAL" && word != "ET":
				return false
			}
		} else if t.kind == refNumber {
			return false
		}
	}
	return false
}

// maxNote is the number of tokens a note in brackets may have.
const maxNote = 60

// notes passes over what may follow an id in brackets: (NOTAL), (EXDIS), the title of the cable. A
// bracket that holds an id is no note.
func (l *refList) notes(i int) int {
	for l.is(i, "(") || l.is(i, "[") {
		if _, _, ok := l.written(i + 1); ok {
			return i
		}
		if _, _, ok := l.written(i); ok { // (08) ROME 12
			return i
		}
		j := i + 1
		for j < len(l.toks) && j < i+maxNote && !l.is(j, ")") && !l.is(j, "]") {
			j++
		}
		if !l.is(j, ")") && !l.is(j, "]") {
			return i
		}
		i = j + 1
	}
	return i
}

// leftOver makes references of the words [from, to) of an entry that no item has taken. Beside ids
// only what names something counts ("STATE 12345, DOE E-MAIL OF 3/4"); without any the whole entry
// is one thing that is no cable.
func (l *refList) leftOver(from, to int) {
	bare := len(l.out) == 0 || l.out[len(l.out)-1].Bullet != l.held || l.is(from-1, ";")
	// A title behind an id, or a word about it, is no entry: "-- A REPORT ON HARBOURS", "CIRCULAR".
	title := !bare && from < to && (to == from+1 || l.is(from, "-") || l.is(from, ":") || strings.EqualFold(l.toks[from].text, "DTG"))
	for from < to && l.leadsNowhere(l.toks[from]) {
		from++
	}
	for to > from && (strings.Contains(",;:-&", l.toks[to-1].text) || strings.EqualFold(l.toks[to-1].text, "AND")) {
		to--
	}
	if from >= to {
		return
	}
	if l.is(to-1, ".") && l.isAirgram(from, to) {
		to--
	}
	span := l.span(from, to)
	raw := span.In(l.text)
	kind := refKindOf(raw)
	if l.isAirgram(from, to) {
		kind = model.RefTelegram
	}
	if title && (kind == model.RefTelegram || kind == model.RefReport) {
		return
	}
	if kind == model.RefOther {
		if !bare || l.saysNothing(from, to) {
			return
		}
		if l.isSeries(from, to) {
			kind = model.RefTelegram
		}
	}
	l.out = append(l.out, model.Reference{Bullet: l.held, Kind: kind, Raw: raw, Span: span})
}

// leadsNowhere reports whether a token at the start of left-over words says nothing: a mark that opens
// nothing, AND, REF.
func (l *refList) leadsNowhere(t refToken) bool {
	if t.kind == refMark {
		return !strings.Contains("([\"'", t.text)
	}
	return t.kind == refWord && !strings.EqualFold(t.text, "SEE") && (isSkipWord(t.text) || isRefWord(t.text))
}

// saysNothing reports whether the tokens are no entry: "None", "N/A", stray letters and marks.
func (l *refList) saysNothing(from, to int) bool {
	if to-from <= 4 {
		switch strings.ToUpper(l.span(from, to).In(l.text)) {
		case "NONE", "N/A", "NIL", "NONE.", "NA", "N/A.":
			return true
		}
	}
	if (l.is(from, "(") && l.markingEnd(from) == to) || to == from+1 && strings.EqualFold(l.toks[from].text, "SEE") {
		return true
	}
	for i := from; i < to; i++ {
		if t := l.toks[i]; t.kind == refWord && len(t.text) > 1 || t.kind == refNumber && len(t.text) > 2 {
			return false
		}
	}
	return true
}

// isSeries reports whether the tokens are a word or three and one number: a telegram of a series or
// agency that is no known station ("USDEL 00007").
func (l *refList) isSeries(from, to int) bool {
	last := l.toks[to-1]
	if last.kind != refNumber || len(last.text) < 3 || to-from > 4 {
		return false
	}
	for i := from; i < to-1; i++ {
		if l.toks[i].kind != refWord {
			return false
		}
	}
	return to-from > 1
}

// isAirgram reports whether the tokens begin with an airgram's number, perhaps behind a post's name: A-23,
// "LA PAZ A-23 OF MAY 8".
func (l *refList) isAirgram(from, to int) bool {
	for i := from; i+2 < to && i <= from+maxStationWords; i++ {
		if airgramAt(l.toks, i) {
			return true
		}
	}
	return false
}

// airgramAt reports whether an airgram's number begins at token i: a letter A (CA for a circular one), a
// hyphen and a number in one piece.
func airgramAt(toks []refToken, i int) bool {
	return i+2 < len(toks) && (strings.EqualFold(toks[i].text, "A") || toks[i].text == "CA") && toks[i+1].text == "-" && toks[i+1].glued &&
		toks[i+2].kind == refNumber && toks[i+2].glued
}

// refKindOf tells from its words what an entry is that names no cable (HANDBOOK section 2).
func refKindOf(raw string) model.ReferenceKind {
	words := strings.FieldsFunc(strings.ToUpper(raw), func(r rune) bool {
		return r < '0' || r > '9' && r < 'A' || r > 'Z' && r < 0x80
	})
	kind := model.RefOther
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch w {
		case "EMAIL", "EMAILS", "EMAILED", "EMAL":
			return model.RefEmail
		case "E":
			if strings.HasPrefix(next, "MAIL") {
				return model.RefEmail
			}
		case "TELCON", "TELCONS", "PHONECON", "PHONE", "TELEPHONE", "FONECON", "TELECON":
			return model.RefPhone
		case "BOOK", "ISBN", "FAM", "FAH": // the Foreign Affairs Manual and its handbooks
			kind = firstKind(kind, model.RefBook)
		case "TEL", "CALL", "CALLS":
			if next == "CON" || w != "TEL" {
				return model.RefPhone
			}
		case "TELEGRAM", "TELEGRAMS", "CABLE", "CABLES", "MSG", "MESSAGE", "DTG", "AIRGRAM", "TOSEC", "SECTO", "CIRCULAR":
			kind = firstKind(kind, model.RefTelegram)
		case "REPORT", "REPORTS", "REPORTING", "IIR", "OSC", "FBIS", "TD", "TDX", "INCSR", "STUDY", "POINT", "POINTS", "DAILY", "314", "ASSESSMENT", "INTSUM":
			kind = firstKind(kind, model.RefReport)
		}
	}
	return kind
}

func firstKind(kind, found model.ReferenceKind) model.ReferenceKind {
	if kind == model.RefOther {
		return found
	}
	return kind
}
