package parser

import (
	"strings"

	"reftel/model"
)

// References in the text (HANDBOOK section 2): to letters of the REF list, to the list as a whole,
// to other cables by id, to paragraphs, to telegrams that are not named.

// Why a reference leads nowhere, or with what doubt it does (Mark.Why).
const (
	citationNoList       = "the cable has no REF list"
	citationNoSuchLetter = "the REF list has no such letter"
	citationOnlyEntry    = "the only entry of the REF list, which has no letter"
	citationYearInferred = "year inferred"
	citationNoCable      = "the entry of the REF list is no cable: " // and what it is instead
)

// citationList is the REF list as references in the text look things up in it.
type citationList struct {
	entries []model.Reference
	all     []model.ID // every cable, as listed

	looked []letterLeads // where letters lead that were looked up before: marks share the ids
}

// letterLeads says where the letters from first to last lead.
type letterLeads struct {
	first, last byte
	ids         []model.ID
	state       model.RefState
	why         string
}

// refList returns the REF list of the cable.
func (m *marker) refList() *citationList {
	if m.list == nil {
		m.list = &citationList{entries: m.c.References}
		for i := range m.c.References {
			if r := &m.c.References[i]; r.Kind == model.RefCable {
				m.list.all = appendNewID(m.list.all, r.ID)
			}
		}
	}
	return m.list
}

// citationMost bounds the ids of one reference: no REF list is longer, whatever a damaged file says.
const citationMost = 64

func appendNewID(ids []model.ID, id model.ID) []model.ID {
	if id.IsZero() || len(ids) == citationMost {
		return ids
	}
	for _, have := range ids {
		if have == id {
			return ids
		}
	}
	return append(ids, id)
}

// has reports whether an entry has the bullet.
func (l *citationList) has(bullet string) bool {
	for i := range l.entries[:min(len(l.entries), citationMost)] {
		if strings.EqualFold(l.entries[i].Bullet, bullet) {
			return true
		}
	}
	return false
}

// letters fills in where the letters from first to last lead (the same for a single one). A list
// of one entry needs no letter: that entry is A.
func (l *citationList) letters(mark *model.Mark, first, last byte) {
	if len(l.entries) == 1 && l.entries[0].Bullet == "" && first == 'A' && last == 'A' {
		l.bullets(mark, func(string) bool { return true })
		if mark.Why == "" {
			mark.Why = citationOnlyEntry
		}
		return
	}
	for _, leads := range l.looked {
		if leads.first == first && leads.last == last {
			mark.IDs, mark.State, mark.Why = leads.ids, leads.state, leads.why
			return
		}
	}
	l.bullets(mark, func(bullet string) bool {
		return len(bullet) == 1 && first <= bullet[0]&^0x20 && bullet[0]&^0x20 <= last
	})
	l.looked = append(l.looked, letterLeads{first, last, mark.IDs, mark.State, mark.Why})
}

// bullets fills in where the entries with the wanted bullets lead. Every entry counts that stands
// under one: a letter may hold several cables, and lists repeat letters.
func (l *citationList) bullets(mark *model.Mark, wanted func(bullet string) bool) {
	listed, other := false, model.ReferenceKind("")
	for i := range l.entries[:min(len(l.entries), citationMost)] {
		r := &l.entries[i]
		switch {
		case !wanted(r.Bullet):
			continue
		case r.Kind == model.RefCable:
			mark.IDs = appendNewID(mark.IDs, r.ID)
		default:
			other = r.Kind
		}
		listed = true
	}
	switch {
	case listed && len(mark.IDs) == 0:
		mark.State, mark.Why = model.NoCable, citationNoCable+string(other)
	case listed:
	case len(l.entries) == 0:
		mark.State, mark.Why = model.LetterWithoutList, citationNoList
	default:
		mark.State, mark.Why = model.LetterWithoutList, citationNoSuchLetter
	}
}

// whole fills in where the list as a whole leads.
func (l *citationList) whole(mark *model.Mark) {
	mark.IDs = l.all[:len(l.all):len(l.all)]
	switch {
	case len(l.entries) == 0:
		mark.State, mark.Why = model.LetterWithoutList, citationNoList
	case len(l.all) == 0:
		mark.State, mark.Why = model.NoCable, citationNoCable+string(l.entries[0].Kind)
	}
}

// markList adds a mark for every entry of the REF list, at its place in the header.
func (m *marker) markList() {
	for i := range m.c.References {
		r := &m.c.References[i]
		if r.Block < 0 || r.Block >= len(m.c.Blocks) || r.Span.Empty() || r.Span.In(m.c.Blocks[r.Block].Text) == "" {
			continue
		}
		mark := model.Mark{Kind: model.Citation, RefTo: model.ToCable, State: model.NoCable}
		if r.Kind == model.RefCable {
			mark.State, mark.Target, mark.IDs = "", r.ID.String(), []model.ID{r.ID}
			if r.YearInferred {
				mark.Why = citationYearInferred
			}
		} else {
			mark.Why = citationNoCable + string(r.Kind)
		}
		m.block, m.text = r.Block, m.c.Blocks[r.Block].Text
		m.add(mark, r.Span.Start, r.Span.End)
	}
}

// septel marks the word at i: another telegram that is not named, and perhaps was never written.
func (m *marker) septel(i int) int {
	word, end := scanWordAt(m.text, i)
	if !scanIsOneOf(word, "septel", "septels") {
		return i
	}
	m.add(model.Mark{Kind: model.Citation, RefTo: model.ToSeptel, State: model.Unnamed}, i, end)
	return m.skipForeignParagraphs(end)
}
