package parser

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"

	"reftel/model"
)

// document is a file as text, with the way back to its bytes. The parser works on text alone and
// names places by offsets into it; pieces turns them into offsets into the file at the end.
type document struct {
	file string
	data []byte
	text string

	// runs lead from text to data, in order. nil means that text and data are the same bytes.
	runs     []run
	asked    int          // the run that runAt found last
	markup   []model.Span // bytes of the file that are no text: tags, byte order mark
	warnings []model.Warning
}

// source says which bytes of the file a cable was read from.
func (d *document) source(file model.Span) model.Source {
	sum := sha256.Sum256(d.data[file.Start:file.End])
	return model.Source{File: d.file, Span: file, SHA256: hex.EncodeToString(sum[:])}
}

// run is a stretch of text that was read from a stretch of the file. A run whose bytes are the
// same on both sides can be cut anywhere; so can a wide run, where every byte of text is one
// unit of 16 or 32 bits of the file; all others are decoded characters (entities, Windows-1252 bytes), all as
// long as each other on either side, between which it can be cut. A file can be nothing but such
// characters, and a run for each would take fifty times its size.
type run struct {
	text, file       int
	textLen, fileLen int
	kind             runKind
	units            int // decoded characters
}

// part returns the run from text place from to text place to. A decoded character that they cut is in it
// with all its bytes of the file.
func (r run) part(from, to int) run {
	from, to = max(from, r.text), min(to, r.text+r.textLen)
	p := run{text: from, textLen: to - from, kind: r.kind}
	switch r.kind {
	case sameBytes:
		p.file, p.fileLen = r.file+from-r.text, to-from
	case wideBytes:
		width := r.fileLen / r.textLen
		p.file, p.fileLen = r.file+width*(from-r.text), width*(to-from)
	case decoded:
		text, file := r.textLen/r.units, r.fileLen/r.units
		first, last := (from-r.text)/text, (to-r.text+text-1)/text
		p.file, p.fileLen, p.units = r.file+file*first, file*(last-first), last-first
	}
	return p
}

// goesOn reports whether next continues r with characters of the same kind.
func (r run) goesOn(next run) bool {
	if r.kind != next.kind || r.text+r.textLen != next.text || r.file+r.fileLen != next.file {
		return false
	}
	return r.kind != decoded || r.textLen*next.units == next.textLen*r.units && r.fileLen*next.units == next.fileLen*r.units
}

type runKind uint8

const (
	sameBytes runKind = iota
	wideBytes
	decoded
)

// addRun appends a run, making one of two that lie side by side.
func (d *document) addRun(r run) {
	if r.textLen == 0 && r.fileLen == 0 {
		return
	}
	if r.kind == decoded {
		r.units = max(r.units, 1)
	}
	if n := len(d.runs); n > 0 && d.runs[n-1].goesOn(r) {
		last := &d.runs[n-1]
		last.textLen += r.textLen
		last.fileLen += r.fileLen
		last.units += r.units
		return
	}
	if n := len(d.runs); n == cap(d.runs) {
		d.runs = slices.Grow(d.runs, n+1) // twice as many: append grows long slices by a quarter, and copies them often
	}
	d.runs = append(d.runs, r)
}

// runAt returns the index of the first run that ends behind a place of the text. Spans are mostly asked for in
// their order, so the run of the last question is tried first: runs don't overlap.
func (d *document) runAt(at int) int {
	if i := d.asked; i < len(d.runs) && d.runs[i].text <= at && at < d.runs[i].text+d.runs[i].textLen {
		return i
	}
	d.asked = sort.Search(len(d.runs), func(i int) bool { return d.runs[i].text+d.runs[i].textLen > at })
	return d.asked
}

// eachRun calls yield with the parts of text span s that were read from the file and where they
// stand there, in order.
func (d *document) eachRun(s model.Span, yield func(text, file model.Span)) {
	d.eachPart(s, func(p run) {
		yield(model.Span{Start: p.text, End: p.text + p.textLen}, model.Span{Start: p.file, End: p.file + p.fileLen})
	})
}

// eachPart does the same with the parts as runs.
func (d *document) eachPart(s model.Span, yield func(run)) {
	if s.Empty() {
		return
	}
	if d.runs == nil {
		yield(run{text: s.Start, file: s.Start, textLen: s.Len(), fileLen: s.Len()})
		return
	}
	for _, r := range d.runs[d.runAt(s.Start):] {
		if r.text >= s.End {
			return
		}
		yield(r.part(s.Start, s.End))
	}
}

// runsIn returns at most how many parts eachRun has for text span s.
func (d *document) runsIn(s model.Span) int {
	first := sort.Search(len(d.runs), func(i int) bool { return d.runs[i].text+d.runs[i].textLen > s.Start })
	return sort.Search(len(d.runs)-first, func(i int) bool { return d.runs[first+i].text >= s.End })
}

// fileSpan returns the bytes of the file between the first and the last byte of text span s. The
// empty span gives the place in front of the next byte.
func (d *document) fileSpan(s model.Span) model.Span {
	var out model.Span
	found := false
	d.eachRun(s, func(_, file model.Span) {
		if !found {
			out, found = file, true
		}
		out.End = max(out.End, file.End)
	})
	if found {
		return out
	}
	at := len(d.data)
	if d.runs == nil {
		at = min(s.Start, at)
	} else if i := sort.Search(len(d.runs), func(i int) bool { return d.runs[i].text >= s.Start }); i < len(d.runs) {
		at = d.runs[i].file
	}
	return model.Span{Start: at, End: at}
}

// appendPieces appends the pieces of document span s, which stands at offset at of a block's text.
//
// A decoded character can by chance be as long as its source (a letter with an accent in UTF-16);
// pieces of equal length promise equal bytes, so such a one is split into two of unequal length.
func (d *document) appendPieces(pieces []model.Piece, s model.Span, at int) []model.Piece {
	d.eachRun(s, func(text, file model.Span) {
		block := text.Shift(at - s.Start)
		if block.Len() == file.Len() && d.text[text.Start:text.End] != string(d.data[file.Start:file.End]) {
			pieces = append(pieces,
				model.Piece{Text: model.Span{Start: block.Start, End: block.Start}, File: model.Span{Start: file.Start, End: file.Start + 1}})
			file.Start++
		}
		if n := len(pieces); n > 0 {
			last := &pieces[n-1]
			if last.Verbatim() && block.Len() == file.Len() && last.Text.End == block.Start && last.File.End == file.Start {
				last.Text.End, last.File.End = block.End, file.End
				return
			}
		}
		pieces = append(pieces, model.Piece{Text: block, File: file})
	})
	return pieces
}
