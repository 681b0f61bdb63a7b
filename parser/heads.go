package parser

import (
	"slices"
	"strconv"
	"strings"

	"reftel/model"
)

// rank is the place of a line in the order in which the lines above a cable's text stand.
type rank int

const (
	noRank        rank = iota
	publisherRank      // Date: and Source:, or the first sheet of the older layout
	officeRank         // ACTION EUR-12, INFO OCT-01 ISO-00: the offices that got a copy
	transmissionRank
	originRank
	dateRank
	addressRank
	classificationRank
	textRank
)

// sign says which line of a cable's head a line is. key is what tells the head of one cable from that
// of another; section is the telegram's section that the line names.
type sign struct {
	rank    rank
	key     string
	section int
}

// lineSign reads the sign of line i.
func (s *stream) lineSign(i int) sign {
	text := s.text(i)
	if len(text) > 400 {
		return sign{rank: textRank}
	}
	switch role := envelopeLine(text); role {
	case model.TransmissionRole:
		if strings.HasPrefix(text, "DE ") {
			return sign{rank: originRank, key: text}
		}
		return sign{rank: transmissionRank}
	case model.DateTimeGroupRole:
		dtg, _, _, _ := parseDateTimeGroup(text)
		return sign{rank: dateRank, key: dtg}
	case model.FromRole, model.ToRole, model.InfoRole:
		if role == model.InfoRole && isOfficeList(text) {
			return sign{rank: officeRank}
		}
		return sign{rank: addressRank}
	}
	if (strings.HasPrefix(text, "ACTION ") || strings.HasPrefix(text, "ORIGIN ")) && isOfficeList(text) {
		return sign{rank: officeRank}
	}
	if name, value := publisherLine(text); value != "" && s.format == model.NewspaperPage {
		if _, ok := readStamp(value); ok || name == "Source:" && strings.HasPrefix(s.text(max(0, s.skipBlanks(i-1, 0))), "Date:") {
			return sign{rank: publisherRank}
		}
	}
	if m, ok := sheetMarker(text); ok {
		if m.page == 1 {
			return sign{publisherRank, squeeze(m.station) + text[m.span.Start:m.span.End], m.section}
		}
		return sign{}
	}
	if c, ok := parseClassificationLine(text); ok && c.Serial > 0 && c.Station != "" {
		return sign{classificationRank, squeeze(c.Station) + "#" + strconv.Itoa(c.Serial), c.Section}
	}
	if _, n, ok := label(text); ok && n > 0 {
		return sign{rank: textRank}
	}
	if _, ok := readNumber(text); ok {
		return sign{rank: textRank}
	}
	return sign{}
}

// head is what the lines above a cable's text say about which cable it is.
type head struct {
	keys    [textRank]string // by rank
	section int              // 2 of SECTION 02 OF 03; 0 where none is named
	fields  bool             // header fields or numbered text follow
}

// headReach is how many lines a head has at most, down to the classification line.
const headReach = 80

// headAt reads the head that begins at line i, or of which line i is a part.
func (s *stream) headAt(i int) head {
	const fieldReach = 12 // lines between the classification and the first field
	var h head
	for end := i + headReach; i < min(end, len(s.lines)); i++ {
		g := s.signs[i]
		switch {
		case g.rank == textRank:
			h.fields = true
			return h
		case s.text(i) == "NNNN" || g.key != "" && h.keys[g.rank] != "":
			return h
		case g.key != "":
			h.keys[g.rank] = g.key
		}
		h.section = max(h.section, g.section)
		if g.rank == classificationRank {
			end = min(end, i+fieldReach)
		}
	}
	return h
}

// same reports whether two heads name the same telegram. Sections of a telegram may have been sent a
// few minutes apart, so only the month of their date-time groups must agree.
func (h *head) same(other *head) bool {
	dtg, otherDTG := h.keys[dateRank], other.keys[dateRank]
	if other.section > 1 && len(dtg) > len("292049Z") && len(otherDTG) > len("292049Z") {
		dtg, otherDTG = dtg[len("292049Z"):], otherDTG[len("292049Z"):]
	}
	if id, otherID := h.keys[classificationRank], other.keys[classificationRank]; id != "" && otherID != "" {
		return id == otherID && (dtg == otherDTG || dtg == "" || otherDTG == "")
	}
	for _, r := range []rank{dateRank, originRank, publisherRank} {
		if h.keys[r] != "" && other.keys[r] != "" {
			return h.keys[r] == other.keys[r]
		}
	}
	return false
}

// known reports whether a head names any telegram.
func (h *head) known() bool { return h.keys != [textRank]string{} }

// fill takes over what h lacks.
func (h *head) fill(other *head) {
	for r, key := range other.keys {
		if h.keys[r] == "" {
			h.keys[r] = key
		}
	}
	h.section = max(h.section, other.section)
}

// starts finds the lines where cables begin: a line of the head that stands earlier in the order than
// what the cable before already has. The head of a cable repeated in its text begins no cable, nor does
// that of its next section, nor one that follows header fields which lost their own: a truncated record
// has the header twice. The same head behind a whole text begins a copy.
func (s *stream) starts() []int {
	var out []int
	var current head
	reached := textRank // what the cable so far has
	ended := false      // NNNN was seen
	numbered := false   // a numbered paragraph was seen
	for i, l := range s.lines {
		if l.blank() {
			continue
		}
		at, text := s.signs[i].rank, s.text(i)
		switch {
		case text == "NNNN":
			ended = true
			continue
		case at == noRank:
			continue
		case at < textRank && (len(out) == 0 && !(numbered && at == addressRank) || reached >= classificationRank && at < addressRank ||
			reached == textRank && at == classificationRank && (numbered || current.known()) || ended):
			h := s.headAt(i)
			switch again := current.same(&h); {
			case len(out) == 0 && numbered && h.section > 1: // of a telegram whose own head is lost
				out = append(out, s.firstLine())
				current, reached, numbered = h, at, false
			case len(out) > 0 && at == officeRank && h.keys[dateRank] == "": // no head: the text speaks of offices
			case len(out) == 0, !again, h.section <= max(current.section, 1) && (ended || numbered && h.fields):
				out = append(out, i)
				current, reached, ended, numbered = h, at, false, false
			default:
				current.fill(&h)
				ended, numbered = false, false
			}
		case at == textRank && len(out) == 0 && s.headless(text):
			out = append(out, s.firstField(i))
		}
		if _, ok := readNumber(text); ok {
			numbered = true
		}
		reached = max(reached, at)
	}
	if len(out) > 0 {
		return out
	}
	if first := s.firstLine(); first >= 0 {
		return []int{first} // no head at all
	}
	return nil
}

// firstLine returns the first line with text, -1 if there is none.
func (s *stream) firstLine() int {
	return slices.IndexFunc(s.lines, func(l line) bool { return !l.blank() })
}
