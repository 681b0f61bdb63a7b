package parser

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"reftel/model"
)

// The simple form of docs/JSONL.md, for anybody's own material: a telegram as text, and what is known
// about it beside.

// ownField says how a key of the simple form is read.
type ownField uint8

const (
	textField ownField = iota // holds the telegram
	idField
	dateField
	roleField // is read like the telegram's own line of that role, where the telegram has none
	originField
	headlineField
)

// ownKeys are the keys of the simple form.
var ownKeys = map[string]ownField{
	"header": textField, "body": textField, "text": textField, "paragraphs": textField,
	"id": idField, "date": dateField, "origin": originField, "headline": headlineField,
	"dtg": roleField, "from": roleField, "to": roleField, "info": roleField, "classification": roleField, "captions": roleField,
	"executive_order": roleField, "tags": roleField, "subject": roleField, "references": roleField, "classified_by": roleField,
}

// ownRoles are the lines of a telegram that keys stand for.
var ownRoles = map[string]model.Role{
	"dtg": model.DateTimeGroupRole, "from": model.FromRole, "to": model.ToRole, "info": model.InfoRole,
	"classification": model.ClassificationRole, "captions": model.CaptionRole, "executive_order": model.ExecutiveOrderRole,
	"tags": model.TagsRole, "subject": model.SubjectRole, "references": model.ReferencesRole, "classified_by": model.ClassifiedByRole,
}

// ownValue is a member of the record whose value has become text: one span, or one for each string of a list.
type ownValue struct {
	member
	field ownField
	known bool
	spans []model.Span
}

// readOwn reads a record of the simple form, which stands at at.
func (j *jsonReader) readOwn(text *jsonText, members []member, at model.Span) {
	c := &model.Cable{Format: model.JSONLines}
	t := &telegram{doc: text.document, cable: c}
	values := make([]ownValue, 0, len(members))
	for _, m := range members {
		if !j.absent(m.value) {
			values = append(values, j.ownValue(text, m))
		}
	}
	text.finish()
	pub := publisherFields{}
	for i := range values {
		j.refuseCrowded(text, &values[i])
		if v := &values[i]; v.field != textField || !v.known {
			j.ownBlock(t, v, &pub)
		}
	}
	lines := t.ownLines(values)
	t.station = ownStation(pub.id, text.document, lines)
	t.readFrom(j.r, lines, pub, at)
}

// ownValue makes text of a member's value. A value of a type that its key doesn't take becomes a field of
// the publisher's, as it is written.
func (j *jsonReader) ownValue(text *jsonText, m member) ownValue {
	v := ownValue{member: m}
	v.field, v.known = ownKeys[m.key]
	if namesID(m.key, j.data, m.value) {
		v.field, v.known = idField, true
	}
	list := v.known && (v.field == roleField || m.key == "paragraphs")
	switch first := j.first(m.value); {
	case first == '"':
		v.spans = append(v.spans, text.add(m.value, false))
	case first == '[' && list && j.onlyStrings(m.value):
		eachElement(j.data, m.value, func(s model.Span) { v.spans = append(v.spans, text.add(s, false)) })
	default:
		if v.known {
			takes := "a string"
			if list {
				takes = "a string or a list of strings"
			}
			j.warn(m.value, fmt.Sprintf("%q takes %s: its value is kept as a field of the publisher's", m.key, takes))
			v.known = false
		}
		v.spans = append(v.spans, text.raw(m.value))
	}
	return v
}

// namesID reports whether a member is one of those that other people's records have for the id, and holds one:
// {"name": "1975BONN00621"}.
func namesID(key string, data []byte, value model.Span) bool {
	if key != "name" && key != "number" && key != "mrn" || value.Len() > 64 || jsonByte(data, value.Start) != '"' {
		return false
	}
	_, ok := model.ParseID(jsonString(data, value))
	return ok
}

// refuseCrowded makes a text of hardly anything but line ends a field of the publisher's.
func (j *jsonReader) refuseCrowded(text *jsonText, v *ownValue) {
	for _, s := range v.spans {
		if v.known && crowded(text.text[s.Start:s.End]) {
			j.warn(v.value, fmt.Sprintf("the value of %q is hardly more than line ends: it is kept as a field of the publisher's", v.key))
			v.known = false
		}
	}
}

// onlyStrings reports whether a list holds nothing but strings.
func (j *jsonReader) onlyStrings(list model.Span) bool {
	only := true
	eachElement(j.data, list, func(s model.Span) { only = only && j.first(s) == '"' })
	return only
}

// ownBlock makes a header block of what the record says beside the text.
func (j *jsonReader) ownBlock(t *telegram, v *ownValue, pub *publisherFields) {
	b := newDraft(t.doc, model.Header, model.PublisherRole)
	b.block.Lead = strings.TrimSpace(jsonString(j.data, v.keyAt))
	if b.block.Lead != "" {
		b.block.LeadAt = model.Span{Start: v.keyAt.Start + 1, End: v.keyAt.End - 1}
	}
	for _, s := range v.spans {
		if !v.known {
			b.line(t.doc.trim(s), nil)
			continue
		}
		for _, l := range t.doc.lines(s) {
			if !l.blank() {
				b.line(l.span, nil)
			}
		}
	}
	at := b.finish(t.cable)
	if !v.known {
		return
	}
	block := &t.cable.Blocks[at]
	value := block.Text
	switch v.field {
	case idField:
		if _, ok := model.ParseID(value); !ok {
			j.warn(v.value, fmt.Sprintf("%q is no id of a cable (year, station, serial: 10MEXICO83, or volume and document: frus1977-80v15/d107)", value))
		}
		if pub.id == "" {
			pub.id, pub.idAt = value, v.value
		}
	case dateField:
		stamp, ok := ownDate(value)
		if _, _, _, group := parseDateTimeGroup(value); group {
			t.given = append(t.given, givenField{at, model.DateTimeGroupRole})
			return
		}
		if !ok {
			j.warn(v.value, fmt.Sprintf("%q is no date (2010-01-29, 2010-01-29T20:49:00Z, 292049Z JAN 10)", value))
			return
		}
		pub.created, pub.dateAt = stamp, v.value
	case originField:
		t.cable.Origin = value
	case headlineField:
		block.Role, t.cable.Headline = model.HeadlineRole, value
	case roleField:
		role := ownRoles[v.key]
		if v.key == "classification" {
			pub.level = value
			if l, ok := parseClassificationLine(value); !ok || l.Level == model.LevelUnknown {
				if model.Marking(value).Level() == model.LevelUnknown {
					j.warn(v.value, fmt.Sprintf("%q is no classification (UNCLASSIFIED, CONFIDENTIAL, SECRET//NOFORN)", value))
				}
				return
			}
		}
		t.given = append(t.given, givenField{at, role})
	}
}

// ownDate writes a date of the simple form as publishers do: a moment in UTC, or a day. A time without a
// zone is taken for UTC.
func ownDate(s string) (stamp string, ok bool) {
	s = strings.TrimSpace(s)
	if _, err := time.Parse(time.DateOnly, s); err == nil {
		return s, true
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15:04Z07:00", time.DateTime, "2006-01-02 15:04", "2006-01-02 15:04:05Z07:00"} {
		if when, err := time.Parse(layout, s); err == nil {
			return when.UTC().Format(time.DateTime), true
		}
	}
	return "", false
}

// ownLines returns the lines of the telegram: of its header first, which is t.front where it stands behind
// the text in the file, then of the texts in their order.
func (t *telegram) ownLines(values []ownValue) []line {
	var lines []line
	add := func(to *[]line, s model.Span) {
		end := model.Span{Start: s.End, End: s.End}
		*to = append(append(*to, t.doc.lines(s)...), line{raw: end, span: end})
	}
	header := slices.IndexFunc(values, func(v ownValue) bool { return v.known && v.key == "header" })
	if header >= 0 {
		behind := slices.ContainsFunc(values[:header], func(v ownValue) bool { return v.known && v.field == textField })
		to := &lines
		if behind {
			to = &t.front
		}
		add(to, values[header].spans[0])
	}
	for i, v := range values {
		if !v.known || v.field != textField || i == header {
			continue
		}
		for _, s := range v.spans {
			add(&lines, s)
		}
	}
	return lines
}

// ownStation returns the station whose page markers the text may have.
func ownStation(id string, d *document, lines []line) string {
	if id, ok := model.ParseID(id); ok && id.Station != "" {
		return id.Station
	}
	for _, l := range lines {
		if c, ok := parseClassificationLine(d.line(l)); ok && c.Serial > 0 {
			return squeeze(c.Station)
		}
	}
	return ""
}
