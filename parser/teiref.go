package parser

import (
	"strconv"
	"strings"

	"reftel/model"
)

// What the states of an edition's references rest on (Mark.Why).
const teiWholeVolume = "a whole volume"

// resolve turns a reference's target into what it leads to: "#d169", "#d172fn3", "frus1977-80v23#d12",
// "frus1952-54v04#pg_1116". ok is false where it leads to nothing that a reader of cables could open: a
// web page, a chapter, an entry of the index. Whether another document is there, the library knows.
func (t *teiDocument) resolve(m *model.Mark, own model.ID) (ok bool) {
	target := m.Target
	m.Target = ""
	volume, place, found := strings.Cut(target, "#")
	if strings.Contains(volume, ":") {
		return false
	}
	named := volumeName(volume)
	switch {
	case volume == "":
		named = own.Volume
	case named == "":
		return false
	case !found || place == "":
		m.RefTo, m.Target, m.State, m.Why = model.ToDocument, named, model.NoCable, teiWholeVolume
		return true
	}
	if page, is := strings.CutPrefix(place, "pg_"); is {
		m.RefTo, m.Target = model.ToPage, page
		if allDigits(page) {
			m.Page = max(0, refAtoi(page))
		}
		if named != own.Volume {
			m.Volume = named
		}
		return page != ""
	}
	document, note := splitPlace(place)
	if document == 0 {
		return false
	}
	id := model.ID{Volume: named, Serial: document}
	switch {
	case note == "":
		m.RefTo, m.Target = model.ToDocument, strconv.Itoa(document)
		m.IDs = []model.ID{id}
	case id == own:
		if number, known := t.noteIDs[place]; known {
			note = number
		}
		m.RefTo, m.Target, m.State = model.ToNote, note, model.NoSuchParagraph
		for _, b := range t.notes {
			if b.block.Letter == note {
				m.State = model.Resolved
				break
			}
		}
	default:
		m.RefTo, m.Target, m.Note = model.ToDocument, strconv.Itoa(document), note
		m.IDs = []model.ID{id}
	}
	return true
}

// splitPlace reads the place of a document or a note in it: d169, d172fn3. document is 0 when it is neither.
func splitPlace(place string) (document int, note string) {
	if len(place) < 2 || place[0] != 'd' || len(place) > 16 {
		return 0, ""
	}
	end := scanDigits(place, 1)
	if end == 1 || end > 6 {
		return 0, ""
	}
	note, _ = strings.CutPrefix(place[end:], "fn")
	if note == place[end:] {
		note = ""
	}
	return refAtoi(place[1:end]), note
}
