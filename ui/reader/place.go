package reader

import "reftel/model"

// Paragraph returns the block that is read: the one jumped to, else the first paragraph from the top of the screen on; -1
// where there is none.
func (r *Reader) Paragraph() int {
	if r.doc == nil || r.sourceOf != nil {
		return -1
	}
	if r.focus != nil {
		return r.focus.Block
	}
	for _, it := range r.doc.items[r.top.item:] {
		if it.block >= 0 && r.cable.Blocks[it.block].Kind == model.Paragraph {
			return it.block
		}
	}
	return -1
}

// Here returns the place that is read: the one jumped to, else the block at the top of the screen and the byte of its text
// with which the screen begins; -1 while that is no part of the text.
func (r *Reader) Here() (block, offset int) {
	if r.focus != nil {
		return r.focus.Block, r.focus.Span.Start
	}
	if a := r.Anchor(); r.doc != nil && a.offset >= 0 {
		return a.block, a.offset
	}
	return -1, 0
}

// Return puts a byte of a block's text at the top of the screen.
func (r *Reader) Return(block, offset int) {
	if r.doc == nil {
		return
	}
	if item, ok := r.doc.itemOf()[block]; ok {
		r.GoTo(Anchor{item, block, offset})
	}
}
