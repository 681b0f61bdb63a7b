package parser

import (
	"iter"
	"slices"
	"strings"

	"reftel/model"
)

// The fields of a cable, filled from its header blocks.

// headers walks over the header blocks, with their indices.
func (t *telegram) headers() iter.Seq2[int, *model.Block] {
	return func(yield func(int, *model.Block) bool) {
		for i := range t.cable.Blocks {
			if b := &t.cable.Blocks[i]; b.Kind == model.Header && !yield(i, b) {
				return
			}
		}
	}
}

// fill reads the cable's fields from its header blocks, in their order.
func (t *telegram) fill(pub publisherFields) {
	c := t.cable
	t.fillEnvelope()
	t.setDate(pub)
	line, lineBlock := t.classified()
	t.setID(pub, line, lineBlock)
	t.fillFields()
	t.line = line
	if c.Classification == model.LevelUnknown && pub.level != "" {
		level, rest, _ := strings.Cut(pub.level, "//")
		if l := model.Marking(strings.TrimSpace(level)).Level(); l != model.LevelUnknown {
			c.Classification = l
			if rest != "" && !strings.Contains(rest, "FOR OFFICIAL") {
				c.Caveats = append(c.Caveats, rest)
			}
		}
	}
}

// fillEnvelope reads the lines of the transmission part.
func (t *telegram) fillEnvelope() {
	c := t.cable
	var lines []string
	for _, b := range t.headers() {
		switch b.Role {
		case model.TransmissionRole:
			lines = append(lines, b.Text)
		case model.DateTimeGroupRole:
			if dtg, when, precedence, ok := parseDateTimeGroup(b.Text); ok && c.DTG == "" {
				c.DTG, c.Date, c.Precedence, c.DateEvidence = dtg, when, precedence, "date-time group"
			}
		case model.FromRole:
			if c.From == "" {
				c.From = oneLine(b.Text)
			}
		case model.ToRole:
			c.To = append(c.To, parseAddressees(b.Text)...)
		case model.InfoRole:
			c.Info = append(c.Info, parseAddressees(b.Text)...)
		}
	}
	if len(lines) > 0 {
		c.Transmission = parseTransmission(lines)
	}
}

// classified returns the first classification line that names a serial, else the first one, and
// gives the cable its level, caveats and captions.
func (t *telegram) classified() (line classificationLine, block int) {
	c := t.cable
	block = -1
	for i, b := range t.headers() {
		if b.Role != model.ClassificationRole {
			continue
		}
		l, ok := parseClassificationLine(b.Text)
		if !ok {
			continue
		}
		c.Classification = max(c.Classification, l.Level)
		addNew(&c.Caveats, l.Caveats...)
		addNew(&c.Captions, l.Captions...)
		if block < 0 || line.Serial == 0 && l.Serial > 0 {
			line, block = l, i
		}
	}
	for _, b := range t.headers() {
		if b.Role != model.CaptionRole {
			continue
		}
		for _, w := range strings.FieldsFunc(b.Text, func(r rune) bool { return strings.ContainsRune(" /,-.;:", r) }) {
			switch {
			case w == "NOFORN" || w == "ORCON" || w == "NF" || w == "RELIDO" || w == "PROPIN":
				addNew(&c.Caveats, w)
			case captions[w]:
				addNew(&c.Captions, w)
			}
		}
	}
	if slices.Contains(c.Captions, "SENSITIVE") && c.Classification == model.Unclassified {
		c.Classification = model.Sensitive
	}
	c.Section, c.Sections = line.Section, line.Sections
	return line, block
}

// fillFields reads the labelled fields.
func (t *telegram) fillFields() {
	c := t.cable
	year := c.Year
	if year == 0 && !c.Date.IsZero() {
		year = c.Date.Year()
	}
	var subject []string
	tags := map[model.Tag]bool{}
	for i, b := range t.headers() {
		switch b.Role {
		case model.ExecutiveOrderRole:
			order, on, raw := parseExecutiveOrder(b.Lead + " " + b.Text)
			if c.ExecutiveOrder == "" && c.DeclassifyRaw == "" {
				c.ExecutiveOrder, c.DeclassifyOn, c.DeclassifyRaw = order, on, raw
			}
		case model.TagsRole:
			for _, tag := range parseTags(b.Text) {
				if !tags[tag] {
					tags[tag] = true
					c.Tags = append(c.Tags, tag)
				}
			}
		case model.SubjectRole:
			if len(subject) == 0 {
				s, m := parseSubject(b.Text)
				subject, c.SubjectMarking = append(subject, s), m
			}
		case model.ReferencesRole:
			for _, r := range parseReferences(b.Text, year, c.ID) {
				r.Block = i
				c.References = append(c.References, r)
			}
		case model.ClassifiedByRole:
			names, reasons := parseClassifiedBy(b.Text)
			addNew(&c.ClassifiedBy, names...)
			addNew(&c.Reasons, reasons...)
		case model.NoticeRole:
			t.warn(WarnExtract, t.blockSpan(i), "the publisher says that this is a partial extract of the cable")
		}
	}
	c.Subject = strings.Join(subject, " ")
}

// fillFromText reads who classified the cable from paragraph 1, where the header does not say it: so it
// stands in the cables of 1995 and 1996 ("1. (U) CLASSIFIED BY ...").
func (t *telegram) fillFromText() {
	c := t.cable
	if len(c.ClassifiedBy) > 0 || len(c.Reasons) > 0 {
		return
	}
	at, ok := c.Paragraph(1)
	if !ok {
		return
	}
	text := c.Blocks[at].Text
	const reach = 120 // "CONFIDENTIAL - ENTIRE TEXT. CLASSIFIED BY DCM JANE DOE"
	if n := nextLabel(text[:min(len(text), reach)]); n >= 0 && model.Marking(text[:n]).Level() != model.LevelUnknown {
		text = text[n:]
	}
	if role, _, ok := label(text); ok && role == model.ClassifiedByRole {
		c.ClassifiedBy, c.Reasons = parseClassifiedBy(text)
	}
}

// addNew appends the words that are not in the list yet; "" is none.
func addNew[T ~string](list *[]T, words ...T) {
	for _, w := range words {
		if w != "" && !slices.Contains(*list, w) {
			*list = append(*list, w)
		}
	}
}
