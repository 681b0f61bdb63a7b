package parser

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"reftel/model"
)

// publisherFields are what a publisher says about a cable, read from its table or its lines.
type publisherFields struct {
	id      string // Reference ID
	idAt    model.Span
	created string // Created, or Date:
	dateAt  model.Span
	site    bool // a site's table, whose minutes are wrong
	level   string
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
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind != model.Header {
			continue
		}
		switch b.Role {
		case model.TransmissionRole:
			lines = append(lines, b.Text)
		case model.DateTimeGroupRole:
			if dtg, when, precedence, ok := parseDateTimeGroup(b.Text); ok && c.DTG == "" {
				c.DTG, c.Date, c.Precedence, c.DateEvidence = dtg, when, precedence, "date-time group"
			}
		case model.FromRole:
			if c.From == "" {
				c.From = strings.Join(strings.Fields(b.Text), " ")
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

// setDate takes the first of date-time group, dateline and publisher's date, and compares them.
func (t *telegram) setDate(pub publisherFields) {
	c := t.cable
	created, known := readStamp(pub.created)
	if c.DTG != "" {
		if known && !sameDay(c.Date, created) {
			t.warn(WarnDate, pub.dateAt, fmt.Sprintf("the date-time group says %s and the publisher %s: the date-time group is used", shortDay(c.Date), shortDay(created)))
		}
		return
	}
	for i := range c.Blocks {
		if b := &c.Blocks[i]; b.Kind == model.Header && b.Role == model.DatelineRole {
			if when, ok := readDateline(b.Text); ok {
				c.Date, c.DateEvidence = when, "dateline"
				break
			}
		}
	}
	switch {
	case !c.Date.IsZero():
		if known && !sameDay(c.Date, created) {
			t.warn(WarnDate, pub.dateAt, fmt.Sprintf("the dateline says %s and the publisher %s: the dateline is used", shortDay(c.Date), shortDay(created)))
		}
	case known && pub.site && twelveHourMinutes(created):
		c.Date = created.Truncate(time.Hour)
		c.DateEvidence = "publisher's date; its minutes are wrong, only the hour is known"
	case known:
		c.Date, c.DateEvidence = created, "publisher's date"
	default:
		t.warn(WarnNoDate, model.Span{}, "no date: the cable has neither a date-time group nor a publisher's date, and stands last in lists")
	}
}

// classified returns the first classification line that names a serial, else the first one, and
// gives the cable its level, caveats and captions.
func (t *telegram) classified() (line classificationLine, block int) {
	c := t.cable
	block = -1
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind != model.Header || b.Role != model.ClassificationRole {
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
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind != model.Header || b.Role != model.CaptionRole {
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

func addNew(list *[]string, words ...string) {
	for _, w := range words {
		if w != "" && !slices.Contains(*list, w) {
			*list = append(*list, w)
		}
	}
}

// claim is one place of the cable that says which cable it is.
type claim struct {
	id       model.ID
	evidence string
	at       model.Span
}

// setID takes the id from the publisher, else from the classification line, else from the DE line
// or a page marker, and says which; where two of them differ it warns.
func (t *telegram) setID(pub publisherFields, line classificationLine, block int) {
	c := t.cable
	var claims []claim
	if id, mended := publishersID(pub.id, line); !id.IsZero() {
		if mended {
			t.warn(WarnID, pub.idAt, fmt.Sprintf("the publisher's reference id %q is damaged: it is read as %s", pub.id, id))
		}
		claims = append(claims, claim{id, "publisher's reference id", pub.idAt})
	}
	year := c.Date.Year()
	dated := "date-time group"
	if c.DTG == "" {
		dated = c.DateEvidence
	}
	if c.Date.IsZero() && len(claims) > 0 {
		year, dated = claims[0].id.Year, claims[0].evidence
	}
	if line.Serial > 0 && line.Station != "" {
		if station, _ := canonicalStation(line.Station); station != "" && year > 1 {
			claims = append(claims, claim{model.ID{Year: year, Station: station, Serial: line.Serial},
				"classification line and " + dated, t.blockSpan(block)})
		}
	}
	if len(claims) == 0 && c.From != "" && c.Transmission != nil && year > 1 {
		serial := strings.TrimLeft(c.Transmission.Serial, "0")
		if station, known := canonicalStation(c.From); known && serial != "" {
			if id, ok := model.ParseID(fmt.Sprintf("%d%s%s", year, station, serial)); ok {
				claims = append(claims, claim{id, "DE line, FM line and " + dated, model.Span{}})
			}
		}
	}
	if len(claims) == 0 && len(t.pages) > 0 && year > 1 {
		m := t.pages[0]
		if station, known := canonicalStation(m.station); known && m.serial > 0 {
			claims = append(claims, claim{model.ID{Year: year, Station: station, Serial: m.serial}, "page marker and " + dated, t.doc.fileSpan(m.span)})
		}
	}
	if len(claims) == 0 {
		why := "nothing names the post and the number"
		if line.Serial > 0 && year <= 1 {
			why = "no date tells the year of " + strings.TrimSpace(line.Station) + " " + strconv.Itoa(line.Serial)
		}
		t.warn(WarnNoID, model.Span{}, "no id: "+why+", so references to the cable cannot find it")
		return
	}
	first := claims[0]
	c.ID, c.IDEvidence = first.id, first.evidence
	c.Year, c.Station, c.Serial = first.id.Year, first.id.Station, first.id.Serial
	for _, other := range claims[1:] {
		if other.id == first.id {
			c.IDEvidence += ", " + other.evidence
			continue
		}
		t.warn(WarnID, other.at, fmt.Sprintf("the %s says %s and the %s %s: one of them belongs to another cable, and the first is used", first.evidence, first.id, other.evidence, other.id))
	}
}

// publishersID reads the id in a publisher's table; mended says that its program had mixed up the
// classification line ("09SCTION08OF09NAIROBI809"). A station that the cable's own classification line
// spells the same way is not damaged, only unknown. The zero id means that there is none.
func publishersID(written string, line classificationLine) (id model.ID, mended bool) {
	id, whole := model.ParseID(written)
	if station, known := canonicalStation(id.Station); whole && known {
		id.Station = station
		return id, false
	}
	if whole && squeeze(line.Station) == id.Station {
		return id, false
	}
	if repaired, ok := repairID(written); ok {
		return repaired, true
	}
	return id, false
}

// blockSpan returns the bytes of a block's text, the zero span for no block.
func (t *telegram) blockSpan(i int) model.Span {
	if i < 0 {
		return model.Span{}
	}
	b := &t.cable.Blocks[i]
	s, _ := b.FileSpan(model.Span{Start: 0, End: len(b.Text)})
	return s
}

func (t *telegram) warn(kind model.WarningKind, at model.Span, text string) {
	t.cable.Warnings = append(t.cable.Warnings, model.Warning{Kind: kind, At: at, Text: text})
}

// fillFields reads the labelled fields.
func (t *telegram) fillFields() {
	c := t.cable
	year := c.Year
	if year == 0 && !c.Date.IsZero() {
		year = c.Date.Year()
	}
	var subject []string
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind != model.Header {
			continue
		}
		switch b.Role {
		case model.ExecutiveOrderRole:
			order, on, raw := parseExecutiveOrder(b.Lead + " " + b.Text)
			if c.ExecutiveOrder == "" && c.DeclassifyRaw == "" {
				c.ExecutiveOrder, c.DeclassifyOn, c.DeclassifyRaw = order, on, raw
			}
		case model.TagsRole:
			for _, tag := range parseTags(b.Text) {
				if !slices.Contains(c.Tags, tag) {
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
	if role, _, ok := label(text); ok && role == model.ClassifiedByRole {
		c.ClassifiedBy, c.Reasons = parseClassifiedBy(text)
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
	for _, m := range t.pages {
		section := m.page
		if m.sheets {
			section = m.section
		}
		if section >= 1 && section <= line.Sections {
			seen[section], marked = true, true
		}
	}
	var missing []string
	for n := 1; n <= line.Sections; n++ {
		if !seen[n] {
			missing = append(missing, fmt.Sprint(n))
		}
	}
	switch {
	case len(missing) == 0:
	case !marked:
		t.warn(WarnSections, model.Span{}, fmt.Sprintf("the classification line counts %d sections and the text has no page markers: nothing shows whether all of it is here", line.Sections))
	case len(missing) == 1:
		t.warn(WarnSections, model.Span{}, fmt.Sprintf("no page marker begins section %s of %d: it may be missing", missing[0], line.Sections))
	default:
		t.warn(WarnSections, model.Span{}, fmt.Sprintf("no page markers begin sections %s of %d: they may be missing", strings.Join(missing, ", "), line.Sections))
	}
}
