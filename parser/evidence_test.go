package parser

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// evidence checks what DESIGN section 2 promises of a parsed file: (a) every byte that is not
// white space is accounted for exactly once, (b) every span lies inside its block and reads back
// to the bytes it names, (c) parsing again gives the same. It returns what is broken, at most a
// few findings.
func evidence(file string, data []byte, r Result) []string {
	e := &evidenceCheck{data: data}
	e.coding, e.wide = wideCoding(data)
	again := Parse(file, data, Options{Format: r.Format, accounts: true})
	e.accounts(again)
	for i, c := range r.Cables {
		e.cable = fmt.Sprintf("cable %d (%s)", i, c.ID)
		e.source(c)
		e.blocks(c)
		e.marks(c)
		e.references(c)
	}
	first, err1 := json.Marshal(r.Cables)
	second, err2 := json.Marshal(again.Cables)
	if err1 != nil || err2 != nil || !bytes.Equal(first, second) {
		e.fail("parsing twice gives two records")
	}
	return e.found
}

type evidenceCheck struct {
	data   []byte
	wide   bool   // UTF-16 or UTF-32
	coding coding // of which form
	cable  string
	found  []string
}

func (e *evidenceCheck) fail(format string, args ...any) {
	if len(e.found) < 8 {
		e.found = append(e.found, e.cable+": "+fmt.Sprintf(format, args...))
	}
}

// accounts checks rule (a).
func (e *evidenceCheck) accounts(r Result) {
	type entry struct {
		model.Span
		what string
	}
	var all []entry
	add := func(s model.Span, what string) {
		if s.Start < 0 || s.End > len(e.data) || s.Start > s.End {
			e.fail("%s %v lies outside the file", what, s)
			return
		}
		if !s.Empty() {
			all = append(all, entry{s, what})
		}
	}
	for _, s := range r.Furniture {
		add(s, "furniture")
		for _, c := range r.Cables {
			// A site's page may have words between a cable's table and its text.
			if c.Source.Span.Overlaps(s) && r.Format != model.CablegatePage {
				e.fail("furniture %v lies inside the cable %s at %v", s, c.ID, c.Source.Span)
			}
		}
	}
	for _, s := range r.markup {
		add(s, "markup")
	}
	for _, c := range r.Cables {
		for i, b := range c.Blocks {
			add(b.LeadAt, fmt.Sprintf("lead of block %d", i))
			for _, p := range b.Pieces {
				add(p.File, fmt.Sprintf("piece of block %d", i))
			}
		}
		for _, m := range c.Marks {
			add(m.File, string(m.Kind)+" mark")
		}
	}
	slices.SortFunc(all, func(a, b entry) int { return a.Start - b.Start })
	at, before := 0, "start of file"
	for _, s := range all {
		if s.Start < at {
			e.fail("%s and %s both hold byte %d", before, s.what, s.Start)
		} else {
			e.blank(model.Span{Start: at, End: s.Start}, before, s.what)
		}
		if s.End > at {
			at, before = s.End, s.what
		}
	}
	e.blank(model.Span{Start: at, End: len(e.data)}, before, "end of file")
}

// blank checks that a stretch of the file that nothing accounts for is white space. A byte of zero that is no
// whole character of UTF-16 or UTF-32 is a part of one.
func (e *evidenceCheck) blank(s model.Span, before, after string) {
	for at := s.Start; at < s.End; {
		r, n := e.character(e.data[at:s.End], at)
		if !unicode.IsSpace(r) && !(e.wide && r == 0) {
			e.fail("byte %d %q between %s and %s belongs to nothing: %q", at, r, before, after, e.data[at:min(s.End, at+40)])
			return
		}
		at += n
	}
}

// character reads the character at the beginning of data, which stands at a place of the file.
func (e *evidenceCheck) character(data []byte, at int) (r rune, size int) {
	if width := e.coding.width; e.wide && len(data) >= width && (at-e.coding.mark)%width == 0 {
		if width == 2 {
			return rune(e.coding.order.Uint16(data)), width
		}
		return rune(e.coding.order.Uint32(data)), width
	}
	return utf8.DecodeRune(data)
}

func (e *evidenceCheck) source(c *model.Cable) {
	s := c.Source.Span
	if s.Start < 0 || s.End > len(e.data) || s.Start > s.End || len(c.Source.SHA256) != 64 {
		e.fail("source %v of %d bytes, hash %q", s, len(e.data), c.Source.SHA256)
	}
}

// blocks checks rule (b) for pieces.
func (e *evidenceCheck) blocks(c *model.Cable) {
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if !utf8.ValidString(b.Text) || !utf8.ValidString(b.Lead) {
			e.fail("block %d is no UTF-8", i)
		}
		end, file := 0, 0
		for _, p := range b.Pieces {
			if p.Text.Start < end || p.Text.End > len(b.Text) || p.File.Start < file || p.Text.Start > p.Text.End {
				e.fail("block %d: piece %v out of order", i, p)
				break
			}
			if p.Verbatim() && p.Text.In(b.Text) != string(e.data[p.File.Start:p.File.End]) {
				e.fail("block %d: %q is not %q", i, p.Text.In(b.Text), e.data[p.File.Start:p.File.End])
			}
			for _, r := range b.Text[end:p.Text.Start] {
				if r != ' ' && r != '\n' {
					e.fail("block %d: %q at %d comes from nowhere", i, r, end)
				}
			}
			end, file = p.Text.End, p.File.End
		}
		if b.Text[end:] != "" {
			e.fail("block %d: the end %q comes from nowhere", i, b.Text[end:])
		}
	}
}

// marks checks rule (b) for marks, and their order.
func (e *evidenceCheck) marks(c *model.Cable) {
	block, at := 0, 0
	for _, m := range c.Marks {
		if m.Block < 0 || m.Block >= len(c.Blocks) {
			e.fail("mark %+v in no block", m)
			continue
		}
		text := c.Blocks[m.Block].Text
		if m.Span.Start < 0 || m.Span.End > len(text) || m.Span.Start > m.Span.End {
			e.fail("mark %+v outside its block of %d bytes", m, len(text))
			continue
		}
		if m.File.Empty() && m.Form != "" && m.Span.In(text) != m.Form {
			e.fail("mark %+v reads %q", m, m.Span.In(text))
		}
		if m.Block < block || m.Block == block && m.Span.Start < at {
			e.fail("mark %+v is out of order", m)
		}
		block, at = m.Block, m.Span.Start
	}
}

func (e *evidenceCheck) references(c *model.Cable) {
	for _, r := range c.References {
		if r.Block < 0 || r.Block >= len(c.Blocks) || r.Span.In(c.Blocks[r.Block].Text) != r.Raw {
			e.fail("reference %+v does not read back", r)
		}
	}
}
