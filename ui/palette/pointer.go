package palette

// SelectAt puts the cursor on what stands in a row of the palette, from 0; it reports whether there is something.
func (p *Palette) SelectAt(row int) bool {
	head := p.height - p.body()
	i := p.top + row - head
	if row < head || i >= len(p.rows) {
		return false
	}
	p.cursor = i
	return true
}

// Place says on which of how many rows the cursor is, from 1, and what it shows.
func (p *Palette) Place() (at, of int, text string) {
	r, ok := p.Selected()
	if !ok {
		return 0, len(p.rows), ""
	}
	return p.cursor + 1, len(p.rows), r.Text
}
