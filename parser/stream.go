package parser

import (
	"strings"

	"reftel/model"
)

// stream is a text that holds cables one behind the other: a newspaper's page or a file of
// telegrams.
type stream struct {
	doc    *document
	lines  []line
	signs  []sign       // of each line
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
	if crowded(d.text) {
		r.addFurniture(d, model.Span{Start: 0, End: len(d.text)})
		r.Warnings = append(r.Warnings, model.Warning{Kind: WarnLineEnds, Text: "the file is hardly more than line ends: it was not searched for cables"})
		return
	}
	s := &stream{doc: d, list: list, format: r.Format, lines: d.headLines(len(d.text))}
	s.signs = make([]sign, len(s.lines))
	for i, l := range s.lines {
		if !l.blank() {
			s.signs[i] = s.lineSign(i)
		}
	}
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
			end = s.textEnd(start, s.headline(limit, start+1))
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

// text returns line i without the backslash that a database's export form has at its end.
func (s *stream) text(i int) string {
	return strings.TrimRight(strings.TrimSuffix(s.doc.line(s.lines[i]), `\`), " ")
}

// headless reports whether a line begins a telegram that lost its head: the executive order or the TAGS.
func (s *stream) headless(text string) bool {
	role, _, ok := label(text)
	return ok && s.format == model.Telegram && (role == model.ExecutiveOrderRole || role == model.TagsRole)
}

// firstField returns the line where a telegram begins that lost its head, of which line i is the executive order
// or the TAGS: the first line of the text if that is a field too, which here stands before them.
func (s *stream) firstField(i int) int {
	for j := range i {
		if s.lines[j].blank() {
			continue
		}
		if _, n, ok := label(s.text(j)); ok && n > 0 {
			return j
		}
		break
	}
	return i
}

// prefix returns the first line that belongs to the cable whose head begins at line start: a
// newspaper's headline and bullets, or the classification and the lists of offices above a telegram.
// Lines before floor belong to something else.
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
		switch {
		case isOffices(text), allDigits(text) && len(text) <= 6:
		case isEndSign(text) || isRule(text):
			return first
		case classificationTail(text) == 0 && s.closes(i, first, floor):
			return first
		case !isTrailer(text) && !isCaption(text) && !isNotice(text):
			return first
		}
		first = i
	}
	return first
}

// closes reports whether the classification alone on line i is the last line of the cable before, not
// the first of the one whose head begins at line first: it stands no farther from the text above.
func (s *stream) closes(i, first, floor int) bool {
	above := s.skipBlanks(i-1, floor)
	if above < floor || isEndSign(s.text(above)) {
		return false
	}
	if s.signs[first].rank == publisherRank && classificationTail(s.text(first)) != 0 {
		return false // the head of a sheet
	}
	return i-above <= first-i
}

// closed returns where a telegram ends that NNNN closes: words behind it are somebody else's, unless
// they are its next section.
func (s *stream) closed(start, end int) int {
	for i := start; i < end; i++ {
		if s.text(i) != "NNNN" {
			continue
		}
		stop := i + 1
		for ; stop < end && (s.lines[stop].blank() || isTrailer(s.text(stop))); stop++ {
		}
		if !s.anotherSection(stop, end) {
			return stop
		}
	}
	return end
}

// anotherSection reports whether a line of a head stands in lines [from, end).
func (s *stream) anotherSection(from, end int) bool {
	for i := from; i < end && i < from+headReach; i++ {
		if s.signs[i].rank == dateRank || s.signs[i].rank == classificationRank {
			return true
		}
	}
	return false
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
