package parser

import (
	"strconv"
	"strings"

	"reftel/model"
)

// References to footnotes of editions: "footnote 2 above", "footnote 1, Document 13".

// citationNoSuchNote says why the reference to a note leads nowhere (Mark.Why).
const citationNoSuchNote = "the document has no such note"

// noteBehind reads ", footnote 2" behind a document's number. It returns the note, 0 without one, and
// the end of what it read.
func (m *marker) noteBehind(end int) (note, stop int) {
	if !strings.HasPrefix(m.text[end:], ",") {
		return 0, end
	}
	word, at := scanWordAt(m.text, scanBlanks(m.text, end+1))
	if !scanIsOneOf(word, "footnote", "note", "fn") {
		return 0, end
	}
	if n, stop, ok := m.documentNumber(scanBlanks(m.text, at)); ok {
		return n, stop
	}
	return 0, end
}

// noteWord marks the notes that the phrase at i names: of this document, or of another one that is
// named behind ("footnote 1, Document 13"). Notes on pages of other books are nobody's here.
func (m *marker) noteWord(i int) int {
	word, at := tolerantWordAt(m.text, i, "footnotes", "footnote", "notes", "note")
	long := strings.HasPrefix(word, "foot")
	if word == "" || !long && (m.kind != model.Note || !m.noteIsCited(i)) {
		return i
	}
	items := m.documentItems(at, strings.HasSuffix(word, "s"))
	if len(items) == 0 {
		return i
	}
	end := items[len(items)-1].end
	if documents := m.documentsBehind(end); len(documents) > 0 {
		stop := documents[len(documents)-1].end
		volume := m.documentVolume(i)
		if volume == "" {
			m.foreign = documentCited{m.block, stop, ""}
			return stop
		}
		m.addDocument(volume, documents[0], items[0].first, i)
		for _, d := range documents[1:] {
			m.addDocument(volume, d, 0, d.start)
		}
		return stop
	}
	same := sameDocument(m.text, end)
	if k := len(m.found) - 1; k >= 0 && same > end && m.found[k].Block == m.block && m.found[k].RefTo == model.ToDocument {
		cited := m.found[k].IDs[0]
		end = same
		m.addDocument(cited.Volume, documentItem{cited.Serial, cited.Serial, i, end}, items[0].first, i)
		return end
	}
	if m.noteIsForeign(i, end) {
		return end
	}
	if word, stop := scanWordAt(m.text, scanBlanks(m.text, end)); len(items) == 1 && scanIsOneOf(word, "above", "below") {
		end, items[0].end = stop, stop
	}
	for k, item := range items {
		start := item.start
		if k == 0 {
			start = i
		}
		mark := model.Mark{Kind: model.Citation, RefTo: model.ToNote, Target: strconv.Itoa(item.first), State: model.Resolved}
		if !m.hasNote(mark.Target) {
			mark.State, mark.Why = model.NoSuchParagraph, citationNoSuchNote
		}
		m.add(mark, start, item.end)
	}
	return end
}

// noteIsCited reports whether "note" at i is a noun: "note 3 points" is a verb.
func (m *marker) noteIsCited(i int) bool {
	before := scanBlanksBack(m.text, i)
	if before > 0 && m.text[before-1] == '(' {
		return true
	}
	word, _ := scanWordBefore(m.text, before)
	return scanIsOneOf(strings.TrimLeft(word, "("), "see", "in", "and", "also", "or", "under", "at", "to")
}

// sameDocument returns the end of words at i that stand for the document cited last, " of the same document", " to that
// telegram"; i where there are none.
func sameDocument(text string, i int) int {
	word, at := scanWordAt(text, scanBlanks(text, i))
	if !scanIsOneOf(word, "to", "of", "in", "under") {
		return i
	}
	word, at = scanWordAt(text, scanBlanks(text, at))
	if scanIsOneOf(word, "the") {
		word, at = scanWordAt(text, scanBlanks(text, at))
	}
	if !scanIsOneOf(word, "same", "that") {
		return i
	}
	if word, at = tolerantWordAt(text, scanBlanks(text, at), "document", "telegram", "cablegram", "memorandum", "paper"); word == "" {
		return i
	}
	return at
}

// noteIsForeign reports whether the notes named in [i, end) are those of another book: "page 494,
// footnote 3", "footnote 6 on page 503", "footnote 3 thereto", "the file cited in footnote 2, page 8".
func (m *marker) noteIsForeign(i, end int) bool {
	word, stop := scanWordAt(m.text, scanBlanks(m.text, end))
	if strings.HasPrefix(m.text[end:], ",") {
		word, _ = scanWordAt(m.text, scanBlanks(m.text, end+1))
	} else if scanIsOneOf(word, "on", "of", "to", "in") {
		word, _ = scanWordAt(m.text, scanBlanks(m.text, stop))
		if scanIsOneOf(word, "the", "this") {
			return false
		}
	}
	if scanIsOneOf(word, "thereto", "page", "pages", "pp", "p") {
		return true
	}
	before := strings.TrimRight(m.text[max(0, i-documentReach/4):i], " ,\n(")
	number := strings.TrimRight(before, "0123456789-\u2013")
	return len(number) < len(before) && (strings.HasSuffix(number, "page ") || strings.HasSuffix(number, "pages ") ||
		strings.HasSuffix(number, "p. ") || strings.HasSuffix(number, "pp. "))
}

// hasNote reports whether the document has a note with the sign.
func (m *marker) hasNote(sign string) bool {
	if m.notes == nil {
		m.notes = make(map[string]bool)
		for i := range m.c.Blocks {
			if b := &m.c.Blocks[i]; b.Kind == model.Note {
				m.notes[b.Letter] = true
			}
		}
	}
	return m.notes[sign]
}
