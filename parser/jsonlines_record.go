package parser

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"reftel/model"
)

// A record as reftel parse prints it gives the same cable again. It is taken at its word only as far as
// it fits together: jsonlines_check.go.

// recordKeys are those of such a record; keys that are read on their own are false.
var recordKeys = map[string]bool{"id": true, "year": true, "station": true, "serial": true, "id_evidence": true,
	"format": true, "headline": true, "headline_notes": true, "origin": true, "date": true, "date_kind": true, "date_evidence": true,
	"dtg": true, "precedence": true, "transmission": true, "from": true, "to": true, "info": true,
	"classification": true, "caveats": true, "captions": true, "section": true, "sections": true,
	"executive_order": true, "declassify_on": true, "declassify_raw": true, "tags": true, "subject": true, "subject_marking": true,
	"indexer_tags": true, "classified_by": true, "reasons": true, "summary": true, "signed_by": true, "warnings": true,
	"blocks": false, "marks": false, "names": false, "references": false, "source": false}

// recordReader puts one record together.
type recordReader struct {
	*jsonReader
	text *jsonText
	c    *model.Cable

	blocks []recordBlock
	index  []int // of a block of the record in the cable's, -1 if it was dropped
}

// recordBlock is a block while the text of its record isn't complete yet.
type recordBlock struct {
	model.Block
	span  model.Span // in the record's text
	extra bool       // an unknown key of the record
}

// readRecord reads a record as reftel parse prints it. Where the cable was read from at first (its source)
// stands in the line only: the new source is the line itself.
func (j *jsonReader) readRecord(text *jsonText, members []member, at model.Span) {
	rec := &recordReader{jsonReader: j, text: text, c: &model.Cable{}}
	later := map[string]model.Span{}
	for _, m := range members {
		whole, known := recordKeys[m.key]
		switch {
		case !known:
			rec.extra(m)
		case j.absent(m.value):
		case whole:
			rec.field(m)
		default:
			later[m.key] = m.value
		}
	}
	rec.readBlocks(later["blocks"])
	text.finish()
	for i := range rec.blocks {
		b := &rec.blocks[i]
		b.Text = text.text[b.span.Start:b.span.End]
		b.Pieces = text.appendPieces(nil, b.span, 0)
		rec.c.Blocks = append(rec.c.Blocks, b.Block)
	}
	c := rec.c
	rec.list(later, "references", rec.reference)
	rec.list(later, "marks", rec.mark)
	rec.list(later, "names", rec.name)
	slices.SortStableFunc(c.Marks, byPlace)
	rec.settle()
	c.Source = j.d.source(at)
	j.r.Cables = append(j.r.Cables, c)
}

// field reads a member that is taken as a whole.
func (r *recordReader) field(m member) {
	before := *r.c
	object := slices.Concat([]byte("{"), r.data[m.keyAt.Start:m.value.End], []byte("}"))
	if err := json.Unmarshal(object, r.c); err != nil {
		*r.c = before
		r.warn(m.value, fmt.Sprintf("the value of %q is not what reftel parse prints, and is left out: %s", m.key, jsonReason(err)))
	}
}

// settle fills what follows from the rest, and takes back what can't be.
func (r *recordReader) settle() {
	c := r.c
	if id := c.ID; c.Number().IsZero() && !id.IsDocument() {
		c.Year, c.Station, c.Serial = id.Year, id.Station, id.Serial
	}
	if !slices.Contains(model.Formats(), c.Format) {
		c.Format = model.JSONLines
	}
	for i := range c.Warnings {
		c.Warnings[i].Kind = WarnRecord
	}
}

// extra keeps a member that no record of reftel's has as a field of the publisher's, behind the blocks.
func (r *recordReader) extra(m member) {
	if r.absent(m.value) {
		return
	}
	b := recordBlock{extra: true, Block: model.Block{Kind: model.Header, Role: model.PublisherRole,
		Lead: strings.TrimSpace(jsonString(r.data, m.keyAt))}}
	if b.Lead != "" {
		b.LeadAt = model.Span{Start: m.keyAt.Start + 1, End: m.keyAt.End - 1}
	}
	if r.first(m.value) == '"' {
		b.span = r.text.add(m.value, true)
	} else {
		b.span = r.text.raw(m.value)
	}
	r.blocks = append(r.blocks, b)
}

// readBlocks reads the blocks; those of unknown keys come behind them.
func (r *recordReader) readBlocks(array model.Span) {
	extra := r.blocks
	r.blocks = nil
	if r.isList("blocks", array) {
		eachElement(r.data, array, func(v model.Span) {
			b, ok := r.block(v)
			if !ok {
				r.index = append(r.index, -1)
				return
			}
			r.index = append(r.index, len(r.blocks))
			r.blocks = append(r.blocks, b)
		})
	}
	r.blocks = append(r.blocks, extra...)
}

// block reads one block; its text goes to the record's.
func (r *recordReader) block(v model.Span) (b recordBlock, ok bool) {
	if r.first(v) != '{' {
		r.warn(v, "a block that is no object is left out")
		return b, false
	}
	var text, lead model.Span
	head := []byte("{")
	eachMember(r.data, v, func(key, value model.Span) {
		switch string(r.data[key.Start+1 : key.End-1]) {
		case "text":
			if text.Empty() {
				text = value
			}
			return
		case "lead":
			lead = value
		}
		if len(head) > 1 {
			head = append(head, ',')
		}
		head = append(head, r.data[key.Start:value.End]...)
	})
	if r.first(text) != '"' || text.Empty() {
		r.warn(v, `a block without a string as its "text" is left out`)
		return b, false
	}
	if err := json.Unmarshal(append(head, '}'), &b.Block); err != nil {
		r.warn(v, "of a block only the text is read: "+jsonReason(err))
		b.Block = model.Block{Kind: model.Paragraph}
	}
	b.span = r.text.add(text, true)
	if b.Lead != "" && r.first(lead) == '"' && !lead.Empty() {
		b.LeadAt = model.Span{Start: lead.Start + 1, End: lead.End - 1}
	}
	r.checkBlock(&b.Block, v)
	return b, true
}

// isList reports whether a member is there and a list.
func (r *recordReader) isList(key string, v model.Span) bool {
	if v.Empty() {
		return false
	}
	if r.first(v) != '[' {
		r.warn(v, fmt.Sprintf("the value of %q is no list, and is left out", key))
		return false
	}
	return true
}

// list reads the elements of a list one by one: one that is broken, or does not fit the blocks, is left
// out with a warning that says why.
func (r *recordReader) list(members map[string]model.Span, key string, read func(element model.Span) error) {
	array := members[key]
	if !r.isList(key, array) {
		return
	}
	n := 0
	eachElement(r.data, array, func(v model.Span) {
		if err := read(v); err != nil {
			r.warn(v, fmt.Sprintf("entry %d of %q is left out: %s", n, key, jsonReason(err)))
		}
		n++
	})
}

// jsonReason says what an error of encoding/json means, without its package's name.
func jsonReason(err error) string {
	const longest = 200
	s := strings.TrimPrefix(err.Error(), "json: ")
	return string(bytes.ToValidUTF8([]byte(s[:min(len(s), longest)]), nil))
}
