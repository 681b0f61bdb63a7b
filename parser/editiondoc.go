package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reftel/model"
)

// editionDoc is one document of an edition while its blocks are made.
type editionDoc struct {
	doc   *document
	cable *model.Cable
	place string // of the dateline
}

// part is one block to be made: a lead, and spans of the document that are its text.
type part struct {
	kind   model.BlockKind
	role   model.Role
	number int
	letter string
	lead   model.Span
	text   []model.Span
	hard   bool // each span is a line of its own; otherwise they read on
}

// add makes a block and returns its index.
func (e *editionDoc) add(p part) int {
	b := newDraft(e.doc, p.kind, p.role)
	b.block.Number, b.block.Letter = p.number, p.letter
	b.lead(p.lead)
	for _, s := range p.text {
		if s = e.doc.trim(s); p.hard {
			b.line(s, nil)
		} else {
			b.join(s, nil)
		}
	}
	return b.finish(e.cable)
}

// sign marks the sign of a note in a block's text.
func (e *editionDoc) sign(block int, at model.Span, target string) {
	e.cable.Marks = append(e.cable.Marks, model.Mark{Kind: model.NoteSign, Block: block, Span: at,
		Form: at.In(e.cable.Blocks[block].Text), Target: target})
}

// warn notes a doubt about the document.
func (e *editionDoc) warn(kind model.WarningKind, text string) {
	e.cable.Warnings = append(e.cable.Warnings, model.Warning{Kind: kind, Text: text})
}

// applySource takes level, precedence and handling from the note on the source.
func (e *editionDoc) applySource(note string) {
	s, c := parseSourceNote(note), e.cable
	c.Classification = max(c.Classification, s.Level)
	for _, p := range s.Precedence {
		addNew(&c.Precedence, p)
	}
	addNew(&c.Caveats, s.Caveats...)
	addNew(&c.Captions, s.Captions...)
}

// finish reads what depends on all blocks, and appends the document to the result. span is the
// document's, in the text.
func (e *editionDoc) finish(r *Result, span model.Span) {
	c := e.cable
	setEditionRoles(c)
	slices.SortStableFunc(c.Marks, byPlace)
	findMarks(c)
	file := e.doc.fileSpan(e.doc.trim(span))
	c.Source = e.doc.source(file)
	r.Cables = append(r.Cables, c)
}

// setEditionRoles sets the roles of paragraphs and headings. Notes keep theirs: they are the editors',
// no part of a summary or a comment.
func setEditionRoles(c *model.Cable) {
	text := c.Blocks
	notes := slices.IndexFunc(text, func(b model.Block) bool { return b.Kind == model.Note })
	if notes >= 0 {
		c.Blocks = text[:notes]
	}
	setRoles(c)
	c.Blocks = text
	for i := max(notes, 0); i < len(text); i++ {
		if text[i].Kind != model.Note && text[i].Kind.IsText() && text[i].Role == "" { // the editors' remarks between notes
			text[i].Role = model.BodyRole
		}
	}
}

// isHeadingLine reports whether a line that stands alone titles what follows: short, and no sentence.
func isHeadingLine(s string) bool {
	const longest = 100
	if len(s) > longest || s == "" {
		return false
	}
	s = strings.TrimRight(s, "0123456789")      // the sign of a note
	s = strings.TrimRight(s, "\u201d\u2019\"'") // of a sentence that somebody says
	if strings.Contains(s, ": 1. ") {           // an entry of a list stands behind it
		return false
	}
	return s == "" || strings.IndexByte(".!?:;,)]", s[len(s)-1]) < 0 && startsUpper(s)
}

// withoutSigns takes the signs of notes out of a block's text: "Dean Jones4" gives "Dean Jones".
func (e *editionDoc) withoutSigns(block int) string {
	text := e.cable.Blocks[block].Text
	var b strings.Builder
	at := 0
	for _, m := range e.cable.Marks {
		if m.Block == block && m.Kind == model.NoteSign && m.Span.Start >= at {
			b.WriteString(text[at:m.Span.Start])
			at = m.Span.End
		}
	}
	b.WriteString(text[at:])
	return oneLine(b.String())
}

// officeWords are what an office below a signature is told by.
var officeWords = [...]string{"secretary", "ambassador", "director", "minister", "chairman", "president", "administrator", "counselor",
	"representative", "chief", "assistant", "special", "adviser", "charge", "chargé", "acting", "counsel", "general", "deputy", "first",
	"prime", "treasurer", "division", "branch", "section", "department", "supreme", "commander", "press"}

// signerName returns the name in a line of a closer, without the office behind it: "JOHN HILL Minister
// for Works" gives "JOHN HILL"; "" for an office alone.
func signerName(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if scanIsOneOf(strings.Trim(w, ",."), officeWords[:]...) {
			if i < 2 { // "Asia Division", "American Ambassador"
				return ""
			}
			words = words[:i]
			break
		}
	}
	name := strings.TrimRight(strings.Join(words, " "), ",")
	if name == "" || name[0] == '[' || !isSignerLine(name) {
		return ""
	}
	if utf8.RuneCountInString(lastWord(name)) > 3 && !strings.HasSuffix(name, "Jr.") { // not "W.M.B."
		name = strings.TrimRight(name, ".")
	}
	return name
}

// setSigners fills SignedBy from the signature blocks.
func (e *editionDoc) setSigners() {
	for i := range e.cable.Blocks {
		if e.cable.Blocks[i].Kind == model.Signature {
			addNew(&e.cable.SignedBy, signerName(e.withoutSigns(i)))
		}
	}
}

// isCloserLine reports whether a line can stand in a closer: a name or an office.
func isCloserLine(s string) bool {
	const longest = 90
	if len(s) > longest || strings.ContainsAny(s, ":;?!") || strings.HasSuffix(s, ",") || strings.HasPrefix(s, "\u201c") || strings.HasPrefix(s, "(") {
		return false
	}
	name := strings.TrimRight(s, "0123456789")
	if name == "" || strings.ContainsAny(name, "0123456789") ||
		strings.HasSuffix(name, ".") && (utf8.RuneCountInString(name) > 10 || !isSignerLine(name)) && !strings.HasSuffix(name, "Jr.") {
		return false // "End text."
	}
	return startsUpper(name) && (name[0] != '[' || strings.Contains(name, "declassified]"))
}

// isSignerLine reports whether every word of a line can be part of a name.
func isSignerLine(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if !startsUpper(w) && !scanIsOneOf(w, "de", "von", "van", "of", "and") || strings.HasPrefix(w, "-") {
			return false
		}
	}
	return len(words) <= 6
}
