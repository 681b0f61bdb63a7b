// Package screenshots turns frames of the program into pictures for its README and into plain text
// that tests compare.
//
// A picture is one SVG file without fonts, scripts or style sheets, as GitHub shows it: it must look
// the same in every browser with whatever monospaced font is there. So every piece of text says how
// wide it is to be drawn, and boxes, bars and underlines are drawn as shapes, which join.
package screenshots

import (
	"encoding/xml"
	"fmt"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Measures of a picture in pixels.
const (
	cellWidth  = 9
	cellHeight = 20
	fontSize   = 15 // of which a cell is 0.6 wide, as in most monospaced fonts
	baseline   = 15 // from the top of a cell
	padding    = 12 // around the cells
	titleBar   = 34
	corner     = 9
)

// fonts are those of GitHub's own code blocks.
const fonts = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"

// Options say how a picture looks; the zero value is a dark terminal without a title.
type Options struct {
	Title string // in the title bar, and what screen readers say
	Light bool   // a terminal with a light background
}

// SVG draws a frame, as the program's View returns it, of width by height cells as a picture. What
// the frame has beyond that is left out, what it lacks is blank.
func SVG(frame string, width, height int, o Options) string {
	width, height = max(width, 1), max(height, 1)
	p := &picture{colors: darkColors}
	if o.Light {
		p.colors = lightColors
	}
	screen := cells(frame, width, height)
	for y := range height {
		p.backgrounds(screen, y, width)
	}
	for y := range height {
		p.row(screen, y, width)
	}
	return p.page(width*cellWidth, height*cellHeight, o)
}

// Text returns a frame without its styles: a line for each row, without the blanks at its end, each
// ended by "\n".
func Text(frame string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(ansi.Strip(frame), "\n") {
		b.WriteString(strings.TrimRight(line, " "))
		b.WriteByte('\n')
	}
	return b.String()
}

// cells reads a frame into cells.
func cells(frame string, width, height int) uv.ScreenBuffer {
	screen := uv.NewScreenBuffer(width, height)
	screen.Method = ansi.GraphemeWidth
	uv.NewStyledString(frame).Draw(screen, screen.Bounds())
	return screen
}

// picture is an SVG in the making; positions count from the first cell.
type picture struct {
	colors colors
	areas  []area // backgrounds and blocks, below the text
	out    strings.Builder
	lines  []line
}

// page puts window and title around what was drawn.
func (p *picture) page(width, height int, o Options) string {
	w, h := width+2*padding, height+2*padding+titleBar-padding/2
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" role="img">`+"\n", w, h)
	if o.Title != "" {
		fmt.Fprintf(&b, "<title>%s</title>\n", escaped(o.Title))
	}
	fmt.Fprintf(&b, `<rect x="0.5" y="0.5" width="%d" height="%d" rx="%d" fill="%s" stroke="%s"/>`+"\n",
		w-1, h-1, corner, hex(p.colors.background), hex(p.colors.frame))
	for i, c := range []string{"#ff5f57", "#febc2e", "#28c840"} {
		fmt.Fprintf(&b, `<circle cx="%d" cy="%d" r="6" fill="%s"/>`+"\n", padding+8+20*i, titleBar/2, c)
	}
	fmt.Fprintf(&b, `<g font-family="%s" font-size="%d">`+"\n", fonts, fontSize)
	if o.Title != "" {
		fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle" font-size="13" fill="%s">%s</text>`+"\n",
			w/2, titleBar/2+5, hex(p.colors.title), escaped(o.Title))
	}
	fmt.Fprintf(&b, `<g transform="translate(%d,%d)" xml:space="preserve">`+"\n", padding, titleBar+padding/2)
	p.writeAreas(&b)
	b.WriteString(p.out.String())
	p.writeLines(&b)
	b.WriteString("</g>\n</g>\n</svg>\n")
	return b.String()
}

// backgrounds draws what lies behind the characters of row y.
func (p *picture) backgrounds(screen uv.ScreenBuffer, y, width int) {
	for x := 0; x < width; {
		_, bg := p.paint(screen.CellAt(x, y))
		end := x + 1
		for end < width {
			if _, next := p.paint(screen.CellAt(end, y)); next != bg {
				break
			}
			end++
		}
		if bg != p.colors.background {
			p.fill(x*cellWidth, y*cellHeight, (end-x)*cellWidth, cellHeight, bg, 1)
		}
		x = end
	}
}

// escaped returns s as XML text; what XML can't hold becomes U+FFFD.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return b.String()
}
