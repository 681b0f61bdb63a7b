package parser

import (
	"strconv"
	"strings"

	"reftel/model"
)

// stream is a text that holds cables one behind the other: a newspaper's page or a file of
// telegrams.
type stream struct {
	doc    *document
	lines  []line
	list   map[int]bool // text offsets where a page's list items begin
	format model.Format
}

// listItems returns where the items of a page's lists begin.
func (p *page) listItems() map[int]bool {
	out := map[int]bool{}
	for _, e := range p.elements {
		if s := p.trim(e.text); e.tag == "li" && !s.Empty() {
			out[s.Start] = true
		}
	}
	return out
}

// readStream cuts a text into cables and reads them. What belongs to none is furniture.
func readStream(r *Result, d *document, list map[int]bool) {
	s := &stream{doc: d, list: list, format: r.Format, lines: d.lines(model.Span{Start: 0, End: len(d.text)})}
	starts := s.starts()
	at := 0 // lines up to here are used
	for i, start := range starts {
		limit := len(s.lines)
		if i+1 < len(starts) {
			limit = starts[i+1]
		}
		first := s.prefix(start, at)
		r.addFurniture(d, s.span(at, first))
		end := limit
		switch {
		case s.format == model.NewspaperPage:
			end = s.textEnd(start, limit)
		case i+1 < len(starts):
			end = s.prefix(starts[i+1], start+1)
		}
		if s.format != model.NewspaperPage {
			end = s.closed(start, end)
		}
		s.readCable(r, first, start, end)
		at = end
	}
	r.addFurniture(d, s.span(at, len(s.lines)))
}

// span returns the text from line a up to line b.
func (s *stream) span(a, b int) model.Span {
	if a >= b {
		return model.Span{}
	}
	return model.Span{Start: s.lines[a].raw.Start, End: s.lines[b-1].raw.End}
}

func (s *stream) text(i int) string { return s.doc.line(s.lines[i]) }

// The order in which the lines above a cable's text stand.
const (
	noRank = iota
	publisherRank
	transmissionRank
	originRank
	dateRank
	addressRank
	classificationRank
	textRank
)

// lineSign says which line of a cable's head line i is; key is what tells the head of one cable
// from that of another.
func (s *stream) lineSign(i int) (rank int, key string) {
	text := s.text(i)
	if len(text) > 400 {
		return textRank, ""
	}
	switch envelopeLine(text) {
	case model.TransmissionRole:
		if strings.HasPrefix(text, "DE ") {
			return originRank, text
		}
		return transmissionRank, ""
	case model.DateTimeGroupRole:
		dtg, _, _, _ := parseDateTimeGroup(text)
		return dateRank, dtg
	case model.FromRole, model.ToRole, model.InfoRole:
		return addressRank, ""
	}
	if name, value := publisherLine(text); value != "" && s.format == model.NewspaperPage {
		if _, ok := readStamp(value); ok || name == "Source:" && i > 0 && strings.HasPrefix(s.text(i-1), "Date:") {
			return publisherRank, ""
		}
	}
	if m, ok := sheetMarker(text); ok {
		if m.page == 1 {
			return publisherRank, squeeze(m.station) + text[m.span.Start:m.span.End]
		}
		return noRank, ""
	}
	if c, ok := parseClassificationLine(text); ok && c.Serial > 0 && c.Station != "" {
		return classificationRank, squeeze(c.Station) + "#" + strconv.Itoa(c.Serial)
	}
	if _, n, ok := label(text); ok && n > 0 {
		return textRank, ""
	}
	if _, ok := readNumber(text); ok {
		return textRank, ""
	}
	return noRank, ""
}

// starts finds the lines where cables begin: a line of the head that stands earlier in the order
// than what the cable before already has. The head of a cable repeated in its text begins no cable, nor
// does one that follows header fields which lost their own: a truncated record has the header twice.
func (s *stream) starts() []int {
	var out []int
	keys := map[string]bool{}
	reached := textRank // what the cable so far has
	ended := false      // NNNN was seen
	numbered := false   // a numbered paragraph was seen
	for i, l := range s.lines {
		if l.blank() {
			continue
		}
		rank, key := s.lineSign(i)
		text := s.text(i)
		switch {
		case text == "NNNN":
			ended = true
			continue
		case rank == noRank:
			continue
		case rank < textRank && (len(out) == 0 && !(numbered && rank == addressRank) || reached >= classificationRank && rank < addressRank ||
			reached == textRank && rank == classificationRank && (numbered || len(keys) > 0) || ended) && !keys[key]:
			out = append(out, i)
			clear(keys)
			reached, ended, numbered = rank, false, false
		case rank == textRank && len(out) == 0 && s.headless(text):
			out = append(out, i)
		}
		if _, ok := readNumber(text); ok {
			numbered = true
		}
		if key != "" {
			keys[key] = true
		}
		reached = max(reached, rank)
	}
	if len(out) > 0 {
		return out
	}
	for i, l := range s.lines { // no head at all: the text begins with the first line
		if !l.blank() {
			return []int{i}
		}
	}
	return nil
}

// headless reports whether a line begins a telegram that lost its head: the executive order or the TAGS.
func (s *stream) headless(text string) bool {
	role, _, ok := label(text)
	return ok && s.format == model.Telegram && (role == model.ExecutiveOrderRole || role == model.TagsRole)
}

// prefix returns the first line that belongs to the cable whose head begins at line start: a
// newspaper's headline and bullets, or the classification above a telegram. Lines before floor
// belong to something else.
func (s *stream) prefix(start, floor int) int {
	if s.format == model.NewspaperPage {
		return s.headline(start, floor)
	}
	first := start
	for i := start - 1; i >= floor && start-i < 12; i-- {
		if s.lines[i].blank() {
			continue
		}
		text := s.text(i)
		if !isTrailer(text) && !isCaption(text) && !isNotice(text) || strings.Trim(text, "N") == "" || isRule(text) {
			break
		}
		first = i
	}
	return first
}

// closed returns where a telegram ends that NNNN closes: words behind it are somebody else's.
func (s *stream) closed(start, end int) int {
	for i := start; i < end; i++ {
		if s.text(i) != "NNNN" {
			continue
		}
		for i++; i < end && (s.lines[i].blank() || isTrailer(s.text(i))); i++ {
		}
		return i
	}
	return end
}

// readCable reads the cable in lines [first, end), whose head begins at start.
func (s *stream) readCable(r *Result, first, start, end int) {
	c := &model.Cable{Format: s.format}
	t := &telegram{doc: s.doc, cable: c}
	var pub publisherFields
	from := first
	if s.format == model.NewspaperPage {
		from = s.readPublisher(c, first, start, end, &pub)
	}
	for _, l := range s.lines[from:end] {
		if line, ok := parseClassificationLine(s.doc.line(l)); ok && line.Serial > 0 {
			t.station = squeeze(line.Station)
			break
		}
	}
	lines := append([]line(nil), s.lines[from:end]...)
	t.read(r, lines, pub, s.doc.trim(s.span(first, end)))
}
