// Package parser reads published forms of diplomatic cables: bytes in, [model.Cable]s out.
//
// The road of a file, and the files of this package along it:
//
//   - a large file of rows is cut into pieces that are parsed on their own: chunk.go
//   - bytes become text with the way back to them: document.go, decode.go, html.go; what the text
//     is: sniff.go
//   - the rows of cables.csv: csv.go and csvrows.go, csvfield.go, csvcable.go, csvwide.go
//   - the text is cut into cables and what belongs to none: site.go for a Cablegate page, stream.go
//     with heads.go and newspaper.go for all others
//   - the lines of a cable (lines.go, backslash.go) are read as header fields: envelope.go, with
//     lineforms.go (which line is which), label.go (where a field begins) and continuation.go (which
//     lines go on with it)
//   - what is left is the text: items.go (lines without page markers: pagemark.go), flat.go (lines
//     that lost their ends), sequence.go and portion.go (numbers and markings of paragraphs),
//     heading.go, signature.go, and body.go, which makes the blocks with draft.go
//   - what stands in the text and is none becomes marks first: stamps (stamp.go) and the heads that the
//     sections of a long telegram repeat (sectionhead.go); typed.go knows the ways of texts in capitals
//   - records of the National Archives: nara.go, with naralist.go and naraarchive.go for the attributes below
//     the text and naranames.go for the persons among them
//   - the fields are filled from the header blocks: fields.go, and identity.go for date and id, with a
//     file for the grammar of each field: transmission, dates, addressees, classification, executiveorder, tags, subject,
//     classifiedby and classifiername, references with reflist, refentry, refitem, reftoken and
//     station; what they share is in field.go
//   - roles of paragraphs: roles.go; marks in the text: marks.go, with a file for each kind:
//     redaction, bracket, exemption, omission, loss and loss_sentence, garble, protect, citation and
//     its forms
//   - warnings.go names the doubts that a cable or a file may leave; scan.go holds what reads bytes everywhere
package parser

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"reftel/model"
)

// Options steer [Parse].
type Options struct {
	Format model.Format // forces a format; "" sniffs it from the content
	Size   int64        // about how many bytes [Chunks] will read; 0 if that isn't known
}

// Result is what was read from one file. Every byte of the file that is not white space lies in
// exactly one of: the lead or a piece of a block, a page marker, Furniture, Markup.
type Result struct {
	Format    model.Format
	Cables    []*model.Cable
	Furniture []model.Span    // bytes of the file that belong to no cable, in order
	Markup    []model.Span    // bytes of the file that are markup, in order
	Warnings  []model.Warning // about the file as a whole

	chunk chunkPlace
	given int // warnings that came with the chunk
}

// Parse reads the cables of one file. It never fails: what could not be read is in the warnings.
func Parse(file string, data []byte, o Options) Result {
	r := Result{Format: o.Format}
	r.parse(file, data)
	return r
}

// parse reads data, which is the file or a chunk of it.
func (r *Result) parse(file string, data []byte) {
	r.given = len(r.Warnings)
	var d *document
	if r.Format == "" && !isBinary(data) {
		r.Format = sniffFrame(data)
	}
	switch r.Format {
	case model.CablesCSV:
		readCSV(r, file, data)
		return
	case model.JSONLines:
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
	r.finish(d)
}

// readLoose reads what has no frame of its own: web pages and texts that hold telegrams.
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
	slices.SortStableFunc(c.Marks, func(a, b model.Mark) int {
		if a.Block != b.Block {
			return a.Block - b.Block
		}
		return a.Span.Start - b.Span.Start
	})
	setRoles(c)
	findMarks(c)
	t.check(text)
	sum := sha256.Sum256(t.doc.data[file.Start:file.End])
	c.Source = model.Source{File: t.doc.file, Span: file, SHA256: hex.EncodeToString(sum[:])}
	r.Markup = append(r.Markup, t.stops...)
	r.Cables = append(r.Cables, c)
}

// addFurniture notes the text in a span of the document as belonging to no cable.
func (r *Result) addFurniture(d *document, s model.Span) {
	if s = d.trim(model.Span{Start: s.Start, End: max(s.Start, s.End)}); s.Empty() {
		return
	}
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

// finish puts the accounts of the file in order, and warns of what was not read.
func (r *Result) finish(d *document) {
	used := slices.Clone(r.Furniture)
	for _, c := range r.Cables {
		used = appendUsed(used, c)
	}
	r.Markup = d.unused(append(r.Markup, d.markup...), used)
	if len(r.Cables) == 0 && !r.chunk.part {
		r.Warnings = append(r.Warnings, model.Warning{Kind: WarnNoCable, Text: noCable(d)})
	} else if len(r.Furniture) > 0 && r.Format != model.CablegatePage && r.Format != model.FRUSTEI {
		r.Warnings = append(r.Warnings, r.furnitureWarning(d))
	}
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

// unused returns what of the markup is really markup, sorted: what is in a block or furniture is none, and
// white space that the file spells out (a line end as an entity) is, unless a block has it.
func (d *document) unused(markup, used []model.Span) []model.Span {
	for _, run := range d.runs {
		if run.kind == decoded && isBlank(d.text[run.text:run.text+run.textLen]) && !isBlank(string(d.data[run.file:run.file+run.fileLen])) {
			markup = append(markup, model.Span{Start: run.file, End: run.file + run.fileLen})
		}
	}
	sortSpans(markup)
	sortSpans(used)
	return subtract(markup, used)
}

// sortSpans sorts by start. Most are in order, or nearly.
func sortSpans(spans []model.Span) {
	byStart := func(a, b model.Span) int { return a.Start - b.Start }
	if !slices.IsSortedFunc(spans, byStart) {
		slices.SortFunc(spans, byStart)
	}
}

func isBlank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) }) < 0
}

// subtract returns the parts of spans that no span of used covers; both are sorted by start.
func subtract(spans, used []model.Span) []model.Span {
	out := spans[:0:0]
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
		return "the file is binary, not text"
	case isBlank(d.text):
		return "the file holds nothing but white space"
	}
	return "no cable found: no transmission line, date-time group or classification line begins one"
}
