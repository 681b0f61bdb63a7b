// Package parser reads published forms of diplomatic cables: bytes in, [model.Cable]s out.
//
// The road of a file, and the files of this package along it:
//
//   - bytes become text with the way back to them: document.go, decode.go, html.go; what the text
//     is: sniff.go
//   - the text is cut into cables and what belongs to none: site.go for a Cablegate page, stream.go
//     with heads.go and newspaper.go for all others
//   - the lines of a cable (lines.go, backslash.go) are read as header fields: envelope.go, with
//     lineforms.go (which line is which), label.go (where a field begins) and continuation.go (which
//     lines go on with it)
//   - what is left is the text: items.go (lines without page markers: pagemark.go), flat.go (lines
//     that lost their ends), sequence.go and portion.go (numbers and markings of paragraphs),
//     heading.go, signature.go, and body.go, which makes the blocks with draft.go
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
}

// Result is what was read from one file. Every byte of the file that is not white space lies in
// exactly one of: the lead or a piece of a block, a page marker, Furniture, Markup.
type Result struct {
	Format    model.Format
	Cables    []*model.Cable
	Furniture []model.Span    // bytes of the file that belong to no cable, in order
	Markup    []model.Span    // bytes of the file that are markup, in order
	Warnings  []model.Warning // about the file as a whole
}

// Parse reads the cables of one file. It never fails: what could not be read is in the warnings.
func Parse(file string, data []byte, o Options) Result {
	r := Result{Format: o.Format}
	var d *document
	if isHTML(data) {
		p := decodePage(file, data)
		d = p.document
		if r.Format == "" {
			r.Format = sniffPage(p)
		}
		switch r.Format {
		case "":
		case model.CablegatePage:
			readSite(&r, p)
		default:
			readStream(&r, d, p.listItems())
		}
	} else {
		d = decodePlain(file, data)
		if r.Format == "" && !isBinary(data) {
			r.Format = sniffText(d)
		}
		if r.Format != "" {
			readStream(&r, d, nil)
		}
	}
	if r.Format == "" {
		r.addFurniture(d, model.Span{Start: 0, End: len(d.text)})
	}
	r.Warnings = append(r.Warnings, d.warnings...)
	r.finish(d)
	return r
}

// read reads one cable from its lines and appends it to the result.
func (t *telegram) read(r *Result, lines []line, pub publisherFields, span model.Span) {
	c := t.cable
	lines = t.dropBackslashes(lines)
	rest := t.readHeader(lines)
	text := len(c.Blocks)
	t.fill(pub)
	t.station = c.Station
	t.readBody(rest)
	t.fillFromText()
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
	file := t.doc.fileSpan(span)
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

// finish puts the accounts of the file in order: what is in a block or furniture is no markup, and
// white space that the file spells out (a line end as an entity) is markup unless a block has it.
func (r *Result) finish(d *document) {
	used := slices.Clone(r.Furniture)
	for _, c := range r.Cables {
		for i := range c.Blocks {
			b := &c.Blocks[i]
			if !b.LeadAt.Empty() {
				used = append(used, b.LeadAt)
			}
			for _, p := range b.Pieces {
				used = append(used, p.File)
			}
		}
		for _, m := range c.Marks {
			if m.Kind == model.PageBreak {
				used = append(used, m.File)
			}
		}
	}
	byStart := func(a, b model.Span) int { return a.Start - b.Start }
	slices.SortFunc(used, byStart)
	markup := append(r.Markup, d.markup...)
	for _, run := range d.runs {
		file := string(d.data[run.file : run.file+run.fileLen])
		if run.kind == decoded && isBlank(d.text[run.text:run.text+run.textLen]) && !isBlank(file) {
			markup = append(markup, model.Span{Start: run.file, End: run.file + run.fileLen})
		}
	}
	slices.SortFunc(markup, byStart)
	r.Markup = subtract(markup, used)
	if len(r.Cables) == 0 {
		r.Warnings = append(r.Warnings, model.Warning{Kind: WarnNoCable, Text: noCable(d)})
	} else if len(r.Furniture) > 0 && r.Format != model.CablegatePage {
		r.Warnings = append(r.Warnings, r.furnitureWarning(d))
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
