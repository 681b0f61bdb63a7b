package reader

import (
	"bytes"
	"iter"
	"sort"
	"strings"

	"reftel/model"
	"reftel/ui/render"
)

// newSourceDoc lays out the bytes of a cable's source, a line of the file a piece of the stack.
func newSourceDoc(c *model.Cable, source []byte, g geometry, r *render.Renderer) *doc {
	d := &doc{cable: c, geo: g, render: r, laid: map[int][]row{}}
	for line := range sourceLines(source) {
		d.items = append(d.items, item{kind: sourceLine, block: -1, text: strings.TrimRight(string(line), "\r\n")})
	}
	if len(d.items) == 0 {
		d.items = append(d.items, item{kind: sourceLine, block: -1})
	}
	return d
}

// lineEntity is how some site pages write the end of a line. A page without any other would be one
// line for the eye, so the view goes on in a new row behind it; the entity itself stays.
var lineEntity = []byte("&#x000A;")

// sourceLines cuts a source into the lines that are shown.
func sourceLines(source []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for line := range bytes.Lines(source) {
			for part := range bytes.SplitAfterSeq(line, lineEntity) {
				if len(part) > 0 && !yield(part) {
					return
				}
			}
		}
	}
}

func sourceGeometry(width int) geometry {
	return geometry{left: 1, measure: max(1, width-2)}
}

// Source reports whether the source is shown.
func (r *Reader) Source() bool { return r.sourceOf != nil }

// ShowSource shows the bytes of the cable's span, at the place that is being read.
func (r *Reader) ShowSource(source []byte) {
	if r.doc == nil || r.sourceOf != nil {
		return
	}
	offset := r.toSource()
	r.sourceOf, r.readFrom = source, r.anchor
	r.focus = nil
	r.relay()
	r.anchor = Anchor{item: lineOf(source, offset), offset: -1}
	r.resettle()
}

// ShowCable goes back from the source to the cable, at the place that the source shows.
func (r *Reader) ShowCable() {
	if r.sourceOf == nil {
		return
	}
	offset := lineStart(r.sourceOf, r.anchor.item)
	r.sourceOf = nil
	r.relay()
	r.anchor = r.fromSource(offset)
	r.resettle()
	r.refind()
}

// toSource returns the offset in the cable's source of the block at the top of the screen.
func (r *Reader) toSource() int {
	top := r.doc.at(r.anchor).item
	if top < cardItems(r.doc.items) {
		return 0
	}
	for _, it := range r.doc.items[top:] {
		if it.block < 0 {
			continue
		}
		if start, ok := blockStart(&r.cable.Blocks[it.block]); ok {
			return start - r.cable.Source.Span.Start
		}
	}
	return 0
}

// fromSource returns the anchor of the block that begins at or before an offset in the source.
func (r *Reader) fromSource(offset int) Anchor {
	type start struct{ offset, item int }
	var starts []start
	for i, it := range r.doc.items {
		if it.block < 0 {
			continue
		}
		if s, ok := blockStart(&r.cable.Blocks[it.block]); ok {
			starts = append(starts, start{s - r.cable.Source.Span.Start, i})
		}
	}
	sort.Slice(starts, func(i, j int) bool { return starts[i].offset < starts[j].offset })
	k := sort.Search(len(starts), func(i int) bool { return starts[i].offset > offset })
	if k == 0 || starts[k-1].item < cardItems(r.doc.items) {
		return Anchor{offset: -1}
	}
	return Anchor{item: starts[k-1].item, offset: -1}
}

// cardItems is the number of items in the header card.
func cardItems(items []item) int {
	for i, it := range items {
		if it.kind == cardEnd {
			return i + 1
		}
	}
	return 0
}

// blockStart returns where a block begins in the file.
func blockStart(b *model.Block) (start int, ok bool) {
	if !b.LeadAt.Empty() {
		return b.LeadAt.Start, true
	}
	if len(b.Pieces) > 0 {
		return b.Pieces[0].File.Start, true
	}
	return 0, false
}

// lineStart returns the offset at which a line of the source begins.
func lineStart(source []byte, line int) int {
	offset := 0
	for l := range sourceLines(source) {
		if line == 0 {
			break
		}
		line--
		offset += len(l)
	}
	return offset
}

// lineOf returns the line of the source in which an offset lies.
func lineOf(source []byte, offset int) int {
	line, end := 0, 0
	for l := range sourceLines(source) {
		if end += len(l); end > offset {
			return line
		}
		line++
	}
	return max(0, line-1)
}
