package parser

import (
	"fmt"
	"strings"

	"reftel/model"
)

// The kinds of warnings, for counting.
const (
	WarnNoCable        model.WarningKind = "no cable"        // the file holds no cable
	WarnFurniture      model.WarningKind = "furniture"       // text of the page that belongs to no cable
	WarnEncoding       model.WarningKind = "encoding"        // bytes that are no UTF-8
	WarnNoID           model.WarningKind = "no id"           // nothing in the cable says which it is
	WarnID             model.WarningKind = "id"              // two places give two ids
	WarnNoDate         model.WarningKind = "no date"         // no date-time group and nothing in its place
	WarnDate           model.WarningKind = "date"            // two places give two days
	WarnSections       model.WarningKind = "sections"        // sections are missing
	WarnSectionHead    model.WarningKind = "section head"    // the head of a section differs from the first
	WarnNumbers        model.WarningKind = "numbers"         // paragraph numbers leave a gap or go back
	WarnNoText         model.WarningKind = "no text"         // a header and nothing else
	WarnExtract        model.WarningKind = "partial extract" // the publisher says that it is not the whole cable
	WarnReferences     model.WarningKind = "references"      // the text cites a list that is not there
	WarnClassification model.WarningKind = "classification"  // the publisher gives another one than the cable's own line
	WarnSubject        model.WarningKind = "subject"         // the publisher gives another one than the cable's own
	WarnRow            model.WarningKind = "row"             // a row of a table is damaged, or was left out
	WarnLines          model.WarningKind = "lines"           // the text has more lines than are read as paragraphs
	WarnLineEnds       model.WarningKind = "line ends"       // hardly anything but line ends
	WarnMarks          model.WarningKind = "marks"           // more marks than are kept
	WarnRecord         model.WarningKind = "record"          // a record of JSON Lines, or something that it says, can't be used
	WarnMarkup         model.WarningKind = "markup"          // a tag is broken, or has no partner
	WarnNames          model.WarningKind = "names"           // the edition's editors marked names wrongly
	WarnNotes          model.WarningKind = "notes"           // signs and notes of an edition's document don't fit each other
)

func (t *telegram) warn(kind model.WarningKind, at model.Span, text string) {
	t.cable.Warnings = append(t.cable.Warnings, model.Warning{Kind: kind, At: at, Text: text})
}

// check warns of what a reader should know about the cable as a whole.
func (t *telegram) check(text int) {
	c := t.cable
	last, words := 0, 0
	outer := 0 // number of the paragraph that an enclosed text stands in
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind.IsText() {
			words++
		}
		if digits := scanDigits(b.Letter, 0); digits > 0 && digits < len(b.Letter) && refAtoi(b.Letter[:digits]) == last+1 {
			last++ // 6A, 6B: the paragraph has only parts
		}
		if b.Number == 0 {
			continue
		}
		at := t.blockSpan(i)
		at.Start = b.LeadAt.Start
		switch {
		case last == 0 && b.Number > 1:
			t.warn(WarnNumbers, at, fmt.Sprintf("the first paragraph has the number %d: what stood before it is not in this copy, or was not numbered", b.Number))
		case b.Number == 1 && last > 0: // an enclosed text counts anew
			outer = last
		case outer > 0 && b.Number == outer+1 && b.Number != last+1:
			outer = 0
		case b.Number > last+1:
			t.warn(WarnNumbers, at, fmt.Sprintf("paragraph %d follows paragraph %d: what stood between them is missing, or the numbers are wrong", b.Number, last))
		case b.Number == last:
			t.warn(WarnNumbers, at, fmt.Sprintf("two paragraphs have the number %d: references to it lead to the first", b.Number))
		case b.Number < last:
			t.warn(WarnNumbers, at, fmt.Sprintf("paragraph %d follows paragraph %d: the numbers go back, and some stand twice", b.Number, last))
		}
		last = b.Number
	}
	switch {
	case words > 0:
	case t.archive != nil && t.archive.noText != "":
		t.warn(WarnNoText, model.Span{}, t.archive.noText)
	default:
		t.warn(WarnNoText, model.Span{}, "the cable has a header and no text: the copy is cut short, or only the header was published")
	}
	if len(c.References) > 0 {
		return
	}
	for _, m := range c.Marks {
		if m.State == model.LetterWithoutList {
			t.warn(WarnReferences, model.Span{}, fmt.Sprintf("REF list missing: the text cites %q, and no list says which cable that is", m.Form))
			return
		}
	}
}

// setSections compares the page markers with the number of sections of the classification line.
func (t *telegram) setSections() {
	line := t.line
	if line.Sections < 2 || line.Sections > 99 {
		return
	}
	seen := make([]bool, line.Sections+1)
	if line.Section <= line.Sections {
		seen[max(line.Section, 1)] = true
	}
	marked := false
	last, back := 0, 0 // section that stands behind a later one
	for _, m := range t.pages {
		section := m.page
		if m.sheets {
			section = m.section
		}
		if section < last && section > 0 && back == 0 {
			back = section
		}
		last = max(last, section)
		if section >= 1 && section <= line.Sections {
			seen[section], marked = true, true
		}
	}
	if back > 0 {
		t.warn(WarnSections, model.Span{}, fmt.Sprintf("section %d stands behind section %d: the sections are out of order, or one stands twice", back, last))
	}
	var missing []string
	for n := 1; n <= line.Sections; n++ {
		if !seen[n] {
			missing = append(missing, fmt.Sprint(n))
		}
	}
	switch {
	case len(missing) == 0:
	case !marked && line.Section > 1:
		t.warn(WarnSections, model.Span{}, fmt.Sprintf("the classification line says that this is section %d of %d: the others are not here", line.Section, line.Sections))
	case !marked:
		t.warn(WarnSections, model.Span{}, fmt.Sprintf("the classification line counts %d sections and the text has no page markers: nothing shows whether all of it is here", line.Sections))
	case len(missing) == 1:
		t.warn(WarnSections, model.Span{}, fmt.Sprintf("no page marker begins section %s of %d: it may be missing", missing[0], line.Sections))
	default:
		t.warn(WarnSections, model.Span{}, fmt.Sprintf("no page markers begin sections %s of %d: they may be missing", strings.Join(missing, ", "), line.Sections))
	}
}

// furnitureWarning says how many lines of a file belong to no cable, and which they are.
func (r *Result) furnitureWarning(d *document) model.Warning {
	const most = 5 // places that are named
	var places []string
	count, more, first, last := 0, 0, 0, 0
	place := func() {
		switch {
		case first == 0:
		case len(places) == most:
			more++
		case first == last:
			places = append(places, fmt.Sprintf("line %d", first))
		default:
			places = append(places, fmt.Sprintf("lines %d to %d", first, last))
		}
	}
	next := 0
	for i, l := range d.lines(model.Span{Start: 0, End: len(d.text)}) {
		if l.blank() {
			continue
		}
		at := d.fileSpan(l.span)
		for next < len(r.Furniture) && r.Furniture[next].End <= at.Start {
			next++
		}
		switch {
		case next == len(r.Furniture) || r.Furniture[next].Start >= at.End:
			place()
			first = 0
			continue
		case first == 0:
			first = i + 1
		}
		last = i + 1
		count++
	}
	place()
	text := fmt.Sprintf("%d lines belong to no cable", count)
	if count == 1 {
		text = "1 line belongs to no cable"
	}
	switch {
	case r.Format == model.NewspaperPage:
		text += ": menus and other texts of the page"
	case more > 0:
		text += fmt.Sprintf(": %s and %d more places", strings.Join(places, ", "), more)
	case len(places) > 0:
		text += ": " + strings.Join(places, ", ")
	}
	return model.Warning{Kind: WarnFurniture, At: r.Furniture[0], Text: text}
}
