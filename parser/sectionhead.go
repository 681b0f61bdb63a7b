package parser

import (
	"strconv"
	"strings"

	"reftel/model"
	"reftel/parser/facts"
)

// Long telegrams were sent in sections, each a message of its own with a complete head: the sheet's line,
// lists of offices, date-time group, addressees, classification line, often E.O., TAGS and subject again.
// The text goes on below it, also in mid-sentence. Such a head is made one page marker.

// sectionHead is the head of a further section.
type sectionHead struct {
	start, end        int // lines
	section, sections int
	serial            int

	receivers []string // lines of TO and INFO
	fields    []sectionField
	at        model.Span // in the document
}

// sectionField is a labelled field of such a head.
type sectionField struct {
	role model.Role
	text string
}

// sections reads the heads of the sections of one telegram.
type sections struct {
	*telegram
	lines []line
	known map[string]bool // lines of the first head, without blanks

	signer    string                // who signs at the end of every section
	receivers map[string]bool       // of the first head
	values    map[model.Role]string // of its labelled fields, without blanks
}

// markSections makes one marked line of each head that a further section repeats in the text; first are
// the lines of the telegram's own head.
func (t *telegram) markSections(first, text []line) []line {
	n := len(text)
	if n == 0 || t.cable.Serial == 0 && t.line.Serial == 0 {
		return text
	}
	if span := t.doc.text[text[0].raw.Start:text[n-1].raw.End]; !strings.Contains(span, "SECTION") && !strings.Contains(span, "PAGE 01") {
		return text
	}
	s := &sections{telegram: t, lines: text, known: make(map[string]bool, len(first))}
	for _, l := range first {
		if !l.blank() && l.mark == nil {
			s.known[squeeze(t.doc.line(l))] = true
		}
	}
	s.readFirst()
	out := text[:0:0]
	for i := 0; i < n; {
		h, ok := s.head(i)
		if !ok {
			out = append(out, text[i])
			i++
			continue
		}
		for h.start > 0 && len(out) > 0 && s.foot(out[len(out)-1]) {
			h.start--
			out = out[:len(out)-1]
		}
		for h.start < i && (text[h.start].blank() || text[h.start].mark != nil) {
			out = append(out, text[h.start])
			h.start++
		}
		l := spanOf(text[h.start:h.end], pageMark{page: h.section, pages: h.sections, serial: h.serial, station: t.cable.Station, head: true})
		h.at = l.span
		out = append(out, l)
		s.compare(&h)
		i = h.end
	}
	return out
}

// readFirst notes what the heads of further sections are compared with.
func (s *sections) readFirst() {
	s.signer = s.lastName()
	s.receivers, s.values = map[string]bool{}, map[model.Role]string{}
	for _, list := range [][]model.Addressee{s.cable.To, s.cable.Info} {
		for _, a := range list {
			s.receivers[squeeze(a.Name)] = true
		}
	}
	for _, b := range s.headers() {
		if isRepeated(b.Role) && s.values[b.Role] == "" {
			s.values[b.Role] = squeeze(b.Text)
		}
	}
}

// lastName returns the name that stands at the end of the text, "" when none does.
func (s *sections) lastName() string {
	const longest = 32
	for i := len(s.lines) - 1; i >= 0; i-- {
		l := s.lines[i]
		if l.blank() || l.mark != nil {
			continue
		}
		text := s.doc.line(l)
		switch {
		case isTrailer(text):
		case len(text) <= longest && allCapitals(text) && isNameLike(text):
			return text
		default:
			return ""
		}
	}
	return ""
}

// foot reports whether a line above a head belongs to the end of the section before it.
func (s *sections) foot(l line) bool {
	if l.blank() || l.mark != nil {
		return l.mark == nil || l.mark.stamp
	}
	text := s.doc.line(l)
	return isEndSign(text) || isSheetHead(text) || text == s.signer
}

// head reads the head that begins with line i.
func (s *sections) head(i int) (h sectionHead, ok bool) {
	if s.lines[i].blank() || s.lines[i].mark != nil || !s.begins(i) {
		return h, false
	}
	h.start = i
	end, ok := s.envelope(i, &h)
	if !ok {
		return h, false
	}
	h.end = end
	s.fieldsOf(&h)
	if h.sections == 0 {
		h.sections = s.line.Sections
	}
	return h, true
}

// begins reports whether line i can begin a head.
func (s *sections) begins(i int) bool {
	text := s.doc.line(s.lines[i])
	if !isUpper(text[0]) {
		return false
	}
	if strings.HasPrefix(text, "PAGE 01") {
		m, ok := sheetMarker(text)
		return ok && m.section > 1
	}
	if role := envelopeLine(text); role == model.TransmissionRole || role == model.DateTimeGroupRole {
		return true
	}
	c, ok := parseClassificationLine(text)
	return ok && c.Section > 1 && s.own(c.Serial)
}

// own reports whether a serial is the telegram's.
func (s *sections) own(serial int) bool {
	return serial > 0 && (serial == s.cable.Serial || serial == s.line.Serial)
}

// envelope reads the lines from i down to the classification line and returns the line behind it. ok is
// false when they are no head, or that of another telegram.
func (s *sections) envelope(i int, h *sectionHead) (end int, ok bool) {
	var role model.Role // of the addressees that go on
	sheet := false
	for n := 0; i < len(s.lines) && n < headReach; i++ {
		l := s.lines[i]
		if l.blank() || l.mark != nil && l.mark.stamp {
			continue
		}
		if l.mark != nil {
			return 0, false
		}
		n++
		text := s.doc.line(l)
		if m, ok := sheetMarker(text); ok {
			if sheet && m.page == 1 || !s.own(m.serial) {
				return 0, false
			}
			sheet, h.section, h.serial = true, max(m.section, 1), m.serial
			if text = strings.TrimSpace(text[m.span.End:]); text == "" {
				continue
			}
		}
		if c, ok := parseClassificationLine(text); ok && s.own(c.Serial) && (c.Section > 1 || h.section > 1) {
			if c.Section > 0 {
				h.section, h.sections = c.Section, c.Sections
			}
			h.serial = c.Serial
			return i + 1, true
		}
		switch next := envelopeLine(text); {
		case isOfficeLine(text), isSheetHead(text), isEndSign(text):
		case next == model.TransmissionRole, next == model.DateTimeGroupRole, next == model.FromRole:
			role = next
		case next == model.ToRole, next == model.InfoRole:
			role = next
			_, receiver, _ := strings.Cut(text, " ")
			h.receivers = append(h.receivers, receiver)
		case (role == model.ToRole || role == model.InfoRole) && len(text) <= 80 && allCapitals(text):
			h.receivers = append(h.receivers, text)
		default:
			return 0, false
		}
	}
	return 0, false
}

// isOfficeLine reports whether a line is the communications centre's, or the lists of offices with all that
// follows them in a copy that lost its line ends.
func isOfficeLine(s string) bool {
	return isCentreLine(s) || (strings.HasPrefix(s, "INFO ") || strings.HasPrefix(s, "ACTION ")) && isOfficeList(s)
}

// fieldsOf takes the lines below the classification line into the head: those that stand in the first head
// too, captions, and labelled fields.
func (s *sections) fieldsOf(h *sectionHead) {
	const reach = 30 // lines with text
	for i, n := h.end, 0; i < len(s.lines) && n < reach; i++ {
		l := s.lines[i]
		if l.blank() || l.mark != nil && l.mark.stamp {
			continue
		}
		if l.mark != nil {
			return
		}
		n++
		text := s.doc.line(l)
		if m, ok := sheetMarker(text); ok {
			if text = strings.TrimSpace(text[m.span.End:]); text == "" {
				continue // the head goes on behind it, or ends before it
			}
		}
		switch role, _, ok := label(text); {
		case len(h.fields) > 0 && s.continues(h, text):
		case ok && isRepeated(role) && len(text) < 400:
			s.labelled(h, text)
		case s.known[squeeze(text)], isCaption(text), s.endsSubject(text):
		case isSheetHead(text):
			continue // of a sheet whose marker follows
		default:
			return
		}
		h.end = i + 1
	}
}

// isRepeated reports whether a labelled field is one that the heads of further sections repeat.
func isRepeated(role model.Role) bool {
	switch role {
	case model.ExecutiveOrderRole, model.TagsRole, model.SubjectRole, model.ReferencesRole:
		return true
	}
	return false
}

// labelled notes the fields of one line.
func (s *sections) labelled(h *sectionHead, text string) {
	for {
		at := fieldBreak(text)
		part := text
		if at > 0 {
			part = text[:at]
		}
		if role, n, ok := label(part); ok {
			value := part[n:]
			if tail := classificationTail(value); tail > 0 {
				value = value[:tail]
			}
			h.fields = append(h.fields, sectionField{role, strings.TrimSpace(value)})
		}
		if at <= 0 {
			return
		}
		text = text[at:]
	}
}

// continues reports whether a line goes on with the last field of a head as it goes on in the first head,
// and adds it.
func (s *sections) continues(h *sectionHead, text string) bool {
	f := &h.fields[len(h.fields)-1]
	whole := squeeze(f.text + text)
	if len(whole) == len(squeeze(f.text)) || !strings.HasPrefix(s.values[f.role], whole) {
		return false
	}
	f.text += " " + text
	return true
}

// endsSubject reports whether a line is the second half of the subject, whose first half a copy has lost.
func (s *sections) endsSubject(text string) bool {
	const shortest = 8 // letters
	half := squeeze(text)
	return len(half) >= shortest && strings.HasSuffix(s.values[model.SubjectRole], half)
}

// compare warns where a head says something that the first does not.
func (s *sections) compare(h *sectionHead) {
	var differ []string
	if len(h.receivers) > 0 {
		for _, a := range parseAddressees(strings.Join(h.receivers, "\n")) {
			if !isNear(squeeze(a.Name), s.receivers) {
				differ = append(differ, "the addressee "+strconv.Quote(a.Name))
			}
		}
	}
	for _, f := range h.fields {
		switch f.role {
		case model.SubjectRole:
			if subject, _ := parseSubject(f.text); !strings.HasPrefix(squeeze(s.cable.Subject), squeeze(subject)) {
				differ = append(differ, "the subject "+strconv.Quote(subject))
			}
		case model.TagsRole:
			differ = append(differ, s.otherTags(f.text)...)
		}
	}
	if len(differ) > 0 {
		s.warn(WarnSectionHead, s.doc.fileSpan(h.at), "the head of section "+strconv.Itoa(h.section)+" differs from the first: it has "+strings.Join(differ, ", "))
	}
}

// otherTags names the TAGS of a head that the cable's own are not.
func (s *sections) otherTags(text string) []string {
	var out []string
	for _, tag := range parseTags(text) {
		found := false
		for _, own := range s.cable.Tags {
			found = found || own.Code == tag.Code
		}
		if !found {
			out = append(out, "the tag "+tag.Code)
		}
	}
	return out
}

// isNear reports whether a name is among the known ones, one typing slip, and words lost at the end,
// aside.
func isNear(name string, known map[string]bool) bool {
	if known[name] {
		return true
	}
	const most = 200 // a longer list is not searched for slips
	if len(known) > most {
		return false
	}
	for k := range known {
		if strings.HasPrefix(k, name) || strings.HasPrefix(name, k) || facts.OneSlip(name, k) {
			return true
		}
	}
	return false
}
