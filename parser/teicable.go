package parser

import (
	"fmt"
	"slices"
	"strings"

	"reftel/model"
)

// unnamedVolume is the volume of documents that nothing says to be of any.
const unnamedVolume = "frus"

// cable makes a cable of a document.
func (r *teiReader) cable(t *teiDocument) *model.Cable {
	c := &model.Cable{Format: model.FRUSTEI, Headline: t.headline, SignedBy: t.signers, Warnings: t.warnings}
	r.setID(c, t)
	place := t.setDate(c)
	if c.Date.IsZero() {
		c.Warnings = append(c.Warnings, model.Warning{Kind: WarnNoDate, Text: "no date: the document has no dateline, and its element says none"})
	}
	t.head.setNumber(c, place, t.serial)
	t.setSender(c, place)
	names := teiNames{lists: &r.lists}
	for i, b := range t.blocks {
		t.addBlock(c, b, i, &names)
	}
	t.readFields(c)
	t.findReferences(c)
	setRoles(c)
	for _, b := range t.notes {
		t.addBlock(c, b, len(c.Blocks), &names)
	}
	t.readSourceNote(c)
	names.finish(c, t.misnamed)
	findMarks(c)
	if !slices.ContainsFunc(c.Blocks, func(b model.Block) bool { return b.Kind.IsText() }) {
		c.Warnings = append(c.Warnings, model.Warning{Kind: WarnNoText, Text: "the document has no text"})
	}
	file := r.fileSpan(t.span)
	c.Source = r.source(file)
	return c
}

// addBlock adds a block with its marks and names.
func (t *teiDocument) addBlock(c *model.Cable, b *teiBlock, at int, names *teiNames) {
	names.add(at, b.block.Text, b.mentions)
	t.misnamed += b.misnamed
	for _, m := range b.marks {
		m.Block = at
		if m.Kind == model.Citation {
			m.Form = m.Span.In(b.block.Text)
			if !t.resolve(&m, c.ID) {
				continue
			}
		}
		c.Marks = append(c.Marks, m)
	}
	c.Blocks = append(c.Blocks, b.block)
}

// setID sets the id: the volume's name and the document's number in it.
func (r *teiReader) setID(c *model.Cable, t *teiDocument) {
	evidence := ""
	number, rest := 0, ""
	if n, tail := leadingNumber(strings.TrimPrefix(t.id, "d")); n > 0 {
		number, rest, evidence = n, tail, "xml:id"
	} else if n, tail := leadingNumber(t.number); n > 0 {
		number, rest, evidence = n, tail, "number of the element"
	} else if t.head.Number > 0 {
		number, evidence = t.head.Number, "number in the head"
	} else if n := t.noteDocument(); n > 0 {
		number, evidence = n, "xml:id of a note"
	} else if _, n := splitFileName(r.file); n > 0 && len(r.docs) == 1 {
		number, evidence = n, "the file's name"
	}
	if number == 0 {
		c.Warnings = append(c.Warnings, model.Warning{Kind: WarnNoID, Text: "nothing says which document of the volume this is"})
		return
	}
	volume, from := r.volume, r.volumeEvidence
	if volume == "" {
		volume, from = unnamedVolume, "nothing"
		c.Warnings = append(c.Warnings, model.Warning{Kind: WarnID, Text: "neither the header nor the file's name says which volume this is: the id has " + unnamedVolume + " in its place"})
	}
	c.ID = model.ID{Volume: volume, Serial: number}
	c.IDEvidence = evidence + ", volume from " + from
	if rest != "" {
		c.Warnings = append(c.Warnings, model.Warning{Kind: WarnID, Text: fmt.Sprintf("the document's number has letters behind it (%d%s), which its id leaves out", number, rest)})
	}
	if t.head.Number > 0 && t.head.Number != number {
		c.Warnings = append(c.Warnings, model.Warning{Kind: WarnID, Text: fmt.Sprintf("the head has the number %d, the markup %d", t.head.Number, number)})
	}
}

// leadingNumber reads the digits at the start of s, at most six.
func leadingNumber(s string) (n int, rest string) {
	end := scanDigits(s, 0)
	if end == 0 || end > 6 {
		return 0, s
	}
	return refAtoi(s[:end]), s[end:]
}

// noteDocument returns the document that the ids of the notes name, 0 when they name none or several.
func (t *teiDocument) noteDocument() int {
	document := 0
	for id := range t.noteIDs {
		n, note := splitPlace(id)
		if n == 0 || note == "" || document != 0 && n != document {
			return 0
		}
		document = n
	}
	return document
}

// setSender fills sender, receiver and post from the head.
func (t *teiDocument) setSender(c *model.Cable, place string) {
	c.From = t.head.From
	if t.head.To != "" {
		c.To = []model.Addressee{{Name: t.head.To}}
	}
	if c.Origin = t.head.From; c.Origin == "" {
		c.Origin = place
	}
}

// readFields fills the fields that header blocks give.
func (t *teiDocument) readFields(c *model.Cable) {
	from, to := false, false
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind != model.Header || t.blocks[i].attached || b.Text == "" {
			continue
		}
		switch b.Role {
		case model.SubjectRole:
			if c.Subject == "" {
				c.Subject = joinLines(strings.TrimSpace(b.Text))
				if m, n := teiMarking(c.Subject); n > 0 && c.Subject[0] == '(' {
					c.SubjectMarking, c.Subject = m, strings.TrimSpace(c.Subject[n:])
				}
			}
		case model.FromRole:
			if !from {
				c.From, from = joinLines(b.Text), true
			}
		case model.ToRole:
			if !to {
				c.To, to = nil, true
			}
			c.To = appendAddressees(c.To, b.Text)
		case model.HeadlineNoteRole:
			c.HeadlineNotes = append(c.HeadlineNotes, joinLines(b.Text))
		case model.InfoRole:
			c.Info = appendAddressees(c.Info, b.Text)
		case model.TagsRole:
			c.Tags = append(c.Tags, parseTags(b.Text)...)
		case model.ExecutiveOrderRole:
			c.ExecutiveOrder, c.DeclassifyOn, c.DeclassifyRaw = parseExecutiveOrder(b.Text)
		case model.ReferencesRole:
			t.readReferences(c, i)
		}
	}
	if c.Subject == "" {
		c.Subject = t.subject
	}
}

// readReferences reads a REF list. Its ids are message reference numbers, as the telegrams cite each other.
func (t *teiDocument) readReferences(c *model.Cable, block int) {
	if len(c.References) > 0 || c.Date.IsZero() {
		return
	}
	refs := parseReferences(c.Blocks[block].Text, c.Date.Year(), c.Number())
	for i := range refs {
		refs[i].Block = block
	}
	c.References = refs
}

// findReferences finds a REF list in the middle of a telegram's first paragraph: "For Smith from Jones. Subj: Oil. Ref:
// State 51234." Only what names a cable counts there.
func (t *teiDocument) findReferences(c *model.Cable) {
	const farthest, longest = 400, 200
	if len(c.References) > 0 || c.Date.IsZero() || !t.isTelegram() {
		return
	}
	for i := range c.Blocks[:min(len(c.Blocks), 8)] {
		b := &c.Blocks[i]
		if b.Kind != model.Paragraph || t.blocks[i].attached {
			continue
		}
		if b.Number > 1 {
			return
		}
		for _, word := range []string{"ref:", "refs:", "ref(s):", "reftel:", "reference:", "references:"} {
			at := indexFold(b.Text[:min(len(b.Text), farthest)], word)
			if at < 0 || !scanWordStart(b.Text, at) {
				continue
			}
			for _, ref := range parseReferences(b.Text[at:min(len(b.Text), at+longest)], c.Date.Year(), c.Number()) {
				if ref.Kind == model.RefCable {
					ref.Block, ref.Span = i, ref.Span.Shift(at)
					c.References = append(c.References, ref)
				}
			}
			return
		}
	}
}

func appendAddressees(to []model.Addressee, lines string) []model.Addressee {
	for line := range strings.SplitSeq(lines, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			to = append(to, model.Addressee{Name: line})
		}
	}
	return to
}

// readSourceNote takes classification, precedence and handling from the note on the source.
func (t *teiDocument) readSourceNote(c *model.Cable) {
	for i, b := range t.notes {
		if b.block.Role != model.SourceNoteRole || b.attached {
			continue
		}
		n := parseSourceNote(c.Blocks[len(t.blocks)+i].Text)
		c.Classification, c.Precedence, c.Captions, c.Caveats = n.Level, n.Precedence, n.Captions, n.Caveats
		return
	}
}
