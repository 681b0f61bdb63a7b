package screenshots

import (
	"fmt"
	"image/color"
	"strings"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
)

// look is what the text of one run has in common.
type look struct {
	color        color.RGBA
	bold, italic bool
}

// run is text that is drawn in one piece.
type run struct {
	look
	x, cells int
	text     strings.Builder
	blanks   int // at its end
}

// row draws the characters of row y. Runs end where the look changes and before two blanks, so that
// columns hold even where a viewer does not obey the stated width; characters that a font may lack
// and another one draws wider have a run of their own.
func (p *picture) row(screen uv.ScreenBuffer, y, width int) {
	var r run
	flush := func() {
		p.text(&r, y)
		r = run{}
	}
	for x := 0; x < width; x++ {
		c := screen.CellAt(x, y)
		if c == nil || c.Width == 0 { // the second half of a wide character
			continue
		}
		fg, _ := p.paint(c)
		p.strokes(c, x, y, fg)
		l := look{fg, c.Style.Attrs&uv.AttrBold != 0, c.Style.Attrs&uv.AttrItalic != 0}
		first, size := utf8.DecodeRuneInString(c.Content)
		switch {
		case c.Content == "" || c.Content == " " || c.Style.Attrs&uv.AttrConceal != 0:
			if r.cells > 0 {
				r.blanks++
			}
			if r.blanks == 2 {
				flush()
			}
			continue
		case size == len(c.Content) && p.shape(first, x, y, fg):
			flush()
			continue
		}
		ordinary := size == len(c.Content) && first < 0x530 && c.Width == 1 // Latin, Greek, Cyrillic
		if r.cells > 0 && (r.look != l || !ordinary) {
			flush()
		}
		if r.cells == 0 {
			r.look, r.x = l, x
		}
		r.text.WriteString(strings.Repeat(" ", r.blanks))
		r.text.WriteString(c.Content)
		r.cells += r.blanks + c.Width
		r.blanks = 0
		if !ordinary {
			flush()
		}
	}
	flush()
}

// text draws a run on row y.
func (p *picture) text(r *run, y int) {
	if r.cells == 0 {
		return
	}
	fmt.Fprintf(&p.out, `<text x="%d" y="%d" textLength="%d" lengthAdjust="spacingAndGlyphs" fill="%s"`,
		r.x*cellWidth, y*cellHeight+baseline, r.cells*cellWidth, hex(r.color))
	if r.bold {
		p.out.WriteString(` font-weight="bold"`)
	}
	if r.italic {
		p.out.WriteString(` font-style="italic"`)
	}
	p.out.WriteString(">" + escaped(r.text.String()) + "</text>\n")
}

// strokes draws the lines under and through a cell.
func (p *picture) strokes(c *uv.Cell, x, y int, fg color.RGBA) {
	from, to := x*cellWidth, (x+c.Width)*cellWidth
	at := y*cellHeight + baseline + 2
	under := fg
	if c.Style.UnderlineColor != nil {
		under = p.colors.of(c.Style.UnderlineColor, fg)
	}
	switch c.Style.Underline {
	case uv.UnderlineNone:
	case uv.UnderlineDouble:
		p.horizontal(from, to, at, 1, "", under)
		p.horizontal(from, to, at+2, 1, "", under)
	case uv.UnderlineSingle:
		p.horizontal(from, to, at, 1, "", under)
	default:
		p.horizontal(from, to, at, 1, "2 2", under)
	}
	if c.Style.Attrs&uv.AttrStrikethrough != 0 {
		p.horizontal(from, to, y*cellHeight+baseline-5, 1, "", fg)
	}
}
