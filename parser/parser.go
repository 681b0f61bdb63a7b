// Package parser reads published forms of diplomatic cables: bytes in, [model.Cable]s out.
//
// The road of a file, and the files of this package along it (their names without .go):
//
//   - parser: Parse, and what all formats share at the end. sniff asks each format whether a file is its own. chunk
//     cuts large files of rows into pieces. document and decode: bytes become text with the way back to them; wide
//     brings the formats that read bytes to files of UTF-16.
//     scan: small readers of text that all others use. warnings: the kinds of doubts.
//   - Formats that frame whole cables, whose header and body are then read as any telegram's:
//     cables.csv: csv, csvrows, csvfield, csvcable.
//     JSON Lines: jsonlines, jsonlines_scan, jsonlines_text, jsonlines_own (anybody's), jsonlines_record and
//     jsonlines_check (what reftel parse prints).
//     Pages: html, htmlscan, htmltags, htmlblocks, htmlwide; site for Cablegate's, newspaper and headlines for others.
//     Plain text: stream finds the cables in it, with heads.
//     National Archives: nara, naralist and naraarchive (the attributes), naranames.
//   - A telegram. Lines: lines, backslash, stamp. Header: envelope, with lineforms (which line is which), label and
//     label_grammar (where a field begins), continuation (which lines go on with it), sectionhead (heads that later
//     sections repeat).
//     Body: items (lines without page markers: pagemark, caption), flat (lines that lost their ends), linebreak
//     (which line ends are meant), sequence, portion and listletter (numbers, markings, letters), heading, typed (texts
//     in capitals), signature; body makes the blocks with draft.
//   - Fields of a telegram: fields fills them, identity date and id, roles what paragraphs are. The grammars:
//     transmission, dates, addressees, classification, executiveorder, tags and tagsmend, subject and titlecase,
//     classifiedby with classifiersegment and classifiername, station, references with reflist, refentry, refitem and
//     reftoken; field has what they share.
//   - Editions, which print documents with notes: edition (heads), editiondate, editionnote, editionsign, editiondoc.
//     FRUS in TEI: tei, teiscan, teielement, teistart, teiend, teitext, teilead, teitable, teilists, teinames,
//     teicable, teidate, teiref. FRUS as text: frustext, frustextdoc, frustextlist. Australian: dfat, dfatmarkdown, dfattext,
//     dfatheading, dfatend.
//   - Marks in finished text: marks calls redaction, redactionwords, extent, exemption, bracket, release,
//     omission, garble, loss, loss_sentence, protect, and citation with citation_id, citation_letter,
//     citation_paragraph, citation_foreign, citation_document, citation_note and citation_telegram; tolerant forgives
//     typing errors.
package parser

import (
	"slices"
	"strings"
	"unicode"

	"reftel/model"
)

// Options steer [Parse].
type Options struct {
	Format model.Format // forces a format; "" sniffs it from the content
	Size   int64        // about how many bytes [Chunks] will read; 0 if that isn't known

	accounts bool // which bytes of the file are markup is asked, too: only tests do
}

// Result is what was read from one file. Every byte of the file that is not white space lies in
// exactly one of: the lead or a piece of a block, a page marker, Furniture, markup.
type Result struct {
	Format    model.Format
	Cables    []*model.Cable
	Furniture []model.Span    // bytes of the file that belong to no cable, in order
	Warnings  []model.Warning // about the file as a whole

	accounts bool         // of Options
	markup   []model.Span // bytes of the file that are markup, in order; complete if accounts is set
	chunk    chunkPlace
	given    int // warnings that came with the chunk
}

// Parse reads the cables of one file. It never fails: what could not be read is in the warnings.
func Parse(file string, data []byte, o Options) Result {
	r := Result{Format: o.Format, accounts: o.accounts}
	r.parse(file, data)
	return r
}

// parse reads data, which is the file or a chunk of it.
func (r *Result) parse(file string, data []byte) {
	r.given = len(r.Warnings)
	var d *document
	if r.Format == "" && !r.chunk.sniffed && !isBinary(data) {
		r.Format = sniffFrame(data)
	}
	switch r.Format {
	case model.CablesCSV:
		readCSV(r, file, data)
		return
	case model.JSONLines:
		if _, wide := wideCoding(data); wide {
			readWideJSONLines(r, file, data)
			return
		}
		d = readJSONLines(r, file, data)
	case model.NARARecord:
		d = readNARA(r, file, data)
	case model.FRUSTEI:
		d = readTEI(r, file, data)
	case model.FRUSText:
		d = readFRUSText(r, file, data)
	case model.DFAT:
		d = readDFAT(r, file, data)
	default:
		d = readLoose(r, file, data)
	}
	if r.Format == "" {
		r.addFurniture(d, model.Span{Start: 0, End: len(d.text)})
	}
	r.Warnings = append(r.Warnings, d.warnings...)
	r.tellEncoding(d)
	r.finish(d)
}

// tellEncoding gives doubts about the characters of the file to the cable that they stand in or behind: whoever
// reads it must know that some were guessed.
func (r *Result) tellEncoding(d *document) {
	for _, w := range d.warnings {
		if w.Kind != WarnEncoding || len(r.Cables) == 0 {
			continue
		}
		of := r.Cables[0]
		for _, c := range r.Cables {
			if c.Source.Span.Start <= w.At.Start {
				of = c
			}
		}
		of.Warnings = append(of.Warnings, w)
	}
}

// readLoose reads what has no frame of its own: web pages and texts that hold telegrams. Which of them it is shows
// when tags and characters are read; a binary, prose and a page about something else are none.
func readLoose(r *Result, file string, data []byte) *document {
	if isHTML(data) {
		p := decodePage(file, data)
		if r.Format == "" {
			r.Format = sniffPage(p)
		}
		switch r.Format {
		case "":
		case model.CablegatePage:
			readSite(r, p)
		default:
			readStream(r, p.document, p.listItems())
		}
		return p.document
	}
	d := decodePlain(file, data)
	if r.Format == "" && !isBinary(data) {
		r.Format = sniffText(d)
	}
	if r.Format != "" {
		readStream(r, d, nil)
	}
	return d
}

// read reads one cable from its lines, which stand in a span of the document, and appends it to the result.
func (t *telegram) read(r *Result, lines []line, pub publisherFields, span model.Span) {
	t.readFrom(r, lines, pub, t.doc.fileSpan(span))
}

// readFrom does the same for a cable whose bytes in the file are known.
func (t *telegram) readFrom(r *Result, lines []line, pub publisherFields, file model.Span) {
	c := t.cable
	if t.drafts == nil {
		t.drafts = &drafts{}
		t.drafts.open(c, reach(t.front)+reach(lines), len(t.front)+len(lines))
	}
	lines = t.markStamps(t.dropBackslashes(lines))
	rest := t.readHeader(lines)
	text := len(c.Blocks)
	if t.archive != nil {
		t.settleNumber(&pub)
	}
	t.fill(pub)
	t.station = c.Station
	if t.archive != nil && t.archive.noText != "" {
		t.listAttributes()
	}
	t.readBody(t.markSections(lines[:max(0, len(lines)-len(rest))], rest))
	t.fillFromText()
	if t.archive != nil && t.archive.noText == "" {
		t.listAttributes()
	}
	t.setSections()
	slices.SortStableFunc(c.Marks, byPlace)
	setRoles(c)
	t.drafts.marker.findMarks(c)
	t.check(text)
	t.drafts.settle(c)
	c.Source = t.doc.source(file)
	r.markup = append(r.markup, t.stops...)
	r.Cables = append(r.Cables, c)
}

// addFurniture notes the text in a span of the document as belonging to no cable.
func (r *Result) addFurniture(d *document, s model.Span) {
	if s = d.trim(model.Span{Start: s.Start, End: max(s.Start, s.End)}); s.Empty() {
		return
	}
	r.Furniture = slices.Grow(r.Furniture, d.runsIn(s))
	d.eachRun(s, func(text, file model.Span) {
		if n := len(r.Furniture); n > 0 && r.Furniture[n-1].End == file.Start {
			r.Furniture[n-1].End = file.End
			return
		}
		if strings.TrimSpace(d.text[text.Start:text.End]) != "" {
			r.Furniture = append(r.Furniture, file)
		}
	})
}

// finish warns of what was not read.
func (r *Result) finish(d *document) {
	if r.accounts {
		r.account(d)
	}
	if len(r.Cables) == 0 && !r.chunk.part {
		r.Warnings = append(r.Warnings, model.Warning{Kind: WarnNoCable, Text: noCable(d)})
	} else if len(r.Furniture) > 0 && r.Format != model.CablegatePage && r.Format != model.FRUSTEI {
		r.Warnings = append(r.Warnings, r.furnitureWarning(d))
	}
}

// account settles which bytes of the file are markup.
func (r *Result) account(d *document) {
	used := slices.Clone(r.Furniture)
	for _, c := range r.Cables {
		used = appendUsed(used, c)
	}
	r.markup = d.unused(r.markup, used)
}

// appendUsed appends the bytes of the file that are in blocks or taken out of them.
func appendUsed(used []model.Span, c *model.Cable) []model.Span {
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if !b.LeadAt.Empty() {
			used = append(used, b.LeadAt)
		}
		for _, p := range b.Pieces {
			used = append(used, p.File)
		}
	}
	for i := range c.Marks {
		if m := &c.Marks[i]; !m.File.Empty() {
			used = append(used, m.File)
		}
	}
	return used
}

// unused returns what of the document's markup and of further markup is really markup, sorted: what is in a
// block or furniture is none, and white space that the file spells out (a line end as an entity) is, unless
// a block has it.
func (d *document) unused(further, used []model.Span) []model.Span {
	sortSpans(d.markup)
	sortSpans(further)
	sortSpans(used)
	return subtract(mergeSpans(mergeSpans(d.markup, further), d.spelled()), used)
}

// spelled returns the white space that the file spells out, in order.
func (d *document) spelled() []model.Span {
	size := 0
	d.eachSpelled(func(model.Span) { size++ })
	spelled := make([]model.Span, 0, size)
	d.eachSpelled(func(s model.Span) { spelled = append(spelled, s) })
	sortSpans(spelled)
	return spelled
}

// eachSpelled calls yield with each white space that the file writes with other characters.
func (d *document) eachSpelled(yield func(file model.Span)) {
	for i := range d.runs {
		r := &d.runs[i]
		if r.kind != decoded {
			continue
		}
		text, file := r.textLen/r.units, r.fileLen/r.units
		for k := range r.units {
			at := model.Span{Start: r.file + k*file, End: r.file + (k+1)*file}
			if isBlank(d.text[r.text+k*text:r.text+(k+1)*text]) && isSpelled(d.data[at.Start:at.End]) {
				yield(at)
			}
		}
	}
}

// isSpelled reports whether bytes of the file that were read as white space are other characters.
func isSpelled(raw []byte) bool { return len(raw) > 0 && raw[0] == '&' || !isBlank(string(raw)) }

// sortSpans sorts by start. Most are in order, or nearly.
func sortSpans(spans []model.Span) {
	byStart := func(a, b model.Span) int { return a.Start - b.Start }
	if !slices.IsSortedFunc(spans, byStart) {
		slices.SortFunc(spans, byStart)
	}
}

// mergeSpans returns the spans of both in one order; both are sorted by start.
func mergeSpans(a, b []model.Span) []model.Span {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0:
		return a
	}
	out := make([]model.Span, 0, len(a)+len(b))
	for _, s := range b {
		for len(a) > 0 && a[0].Start <= s.Start {
			out, a = append(out, a[0]), a[1:]
		}
		out = append(out, s)
	}
	return append(out, a...)
}

func isBlank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) }) < 0
}

// subtract returns the parts of spans that no span of used covers; both are sorted by start.
func subtract(spans, used []model.Span) []model.Span {
	out := make([]model.Span, 0, len(spans))
	next, end := 0, 0
	for _, s := range spans {
		s.Start = max(s.Start, end)
		if s.Empty() {
			continue
		}
		for next < len(used) && used[next].End <= s.Start {
			next++
		}
		for k := next; k < len(used) && used[k].Start < s.End && !s.Empty(); k++ {
			if used[k].Start > s.Start {
				out = append(out, model.Span{Start: s.Start, End: used[k].Start})
			}
			s.Start = max(s.Start, min(used[k].End, s.End))
		}
		if !s.Empty() {
			out = append(out, s)
		}
		end = max(end, s.End)
	}
	return out
}

// noCable says why a file holds no cable.
func noCable(d *document) string {
	switch {
	case len(d.data) == 0:
		return "the file is empty"
	case isBinary(d.data):
		return "it is a binary file, not text: leave it out or convert it to text"
	case isBlank(d.text) && len(d.markup) > 0:
		return "nothing of the page is text: all of it is markup, or stands in elements that browsers do not show"
	case isBlank(d.text):
		return "the file holds nothing but white space"
	}
	return "no cable found: no transmission line, date-time group or classification line begins one"
}
