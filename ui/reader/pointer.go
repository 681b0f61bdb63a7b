package reader

// CursorRow returns the row of the pane in which the place stands that was jumped to, else the first row of the text, from 0.
func (r *Reader) CursorRow() int {
	head := r.height - r.textHeight()
	if r.doc == nil || r.focus == nil {
		return max(0, head)
	}
	p := r.top
	for row := head; row < r.height; row++ {
		for _, part := range r.doc.rows(p.item)[p.row].parts {
			if s := part.line.Span(); part.block == r.focus.Block && (r.focus.Span.Empty() || s.Overlaps(r.focus.Span)) {
				return row
			}
		}
		q := r.doc.forward(p, 1)
		if q == p {
			break
		}
		p = q
	}
	return max(0, head)
}

// Place says which numbered paragraph is read, and the number of the last; 0 where that isn't known.
func (r *Reader) Place() (number, last int) {
	if r.cable == nil || r.sourceOf != nil || r.doc == nil {
		return 0, 0
	}
	for i := range r.cable.Blocks {
		last = max(last, r.cable.Blocks[i].Number)
	}
	for block := r.Paragraph(); block >= 0; block-- {
		if n := r.cable.Blocks[block].Number; n > 0 {
			return n, last
		}
	}
	return 0, last
}
