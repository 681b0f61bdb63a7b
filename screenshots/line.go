package screenshots

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"
)

// crisp opens a group of shapes whose edges shall lie on pixels at every scale, so that no
// background shines through between those that touch.
const crisp = `<g shape-rendering="crispEdges">` + "\n"

// area is a filled rectangle.
type area struct {
	x, y, width, height int
	color               color.RGBA
	opacity             float64
}

// fill adds an area; one that continues the last one to the right becomes part of it.
func (p *picture) fill(x, y, width, height int, c color.RGBA, opacity float64) {
	if n := len(p.areas); n > 0 {
		last := &p.areas[n-1]
		if last.x+last.width == x && last.y == y && last.height == height && last.color == c && last.opacity == opacity {
			last.width += width
			return
		}
	}
	p.areas = append(p.areas, area{x, y, width, height, c, opacity})
}

func (p *picture) writeAreas(b *strings.Builder) {
	b.WriteString(crisp)
	for _, a := range p.areas {
		a.write(b)
	}
	b.WriteString("</g>\n")
}

func (a area) write(b *strings.Builder) {
	fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"`, a.x, a.y, a.width, a.height, hex(a.color))
	if a.opacity < 1 {
		fmt.Fprintf(b, ` fill-opacity="%g"`, a.opacity)
	}
	b.WriteString("/>\n")
}

// line is a straight stroke, horizontal or vertical.
type line struct {
	vertical bool
	at       int // its y, or its x when vertical
	from, to int
	weight   int
	dashes   string
	color    color.RGBA
}

func (p *picture) horizontal(from, to, y, weight int, dashes string, c color.RGBA) {
	p.lines = append(p.lines, line{false, y, from, to, weight, dashes, c})
}

func (p *picture) vertical(from, to, x, weight int, dashes string, c color.RGBA) {
	p.lines = append(p.lines, line{true, x, from, to, weight, dashes, c})
}

// writeLines writes the lines, those that continue one another as one.
func (p *picture) writeLines(b *strings.Builder) {
	p.sortLines()
	b.WriteString(crisp)
	for i := 0; i < len(p.lines); {
		l := p.lines[i]
		for i++; i < len(p.lines) && continues(l, p.lines[i]); i++ {
			l.to = max(l.to, p.lines[i].to)
		}
		l.write(b)
	}
	b.WriteString("</g>\n")
}

// sortLines brings lines that continue one another together.
func (p *picture) sortLines() {
	slices.SortStableFunc(p.lines, func(a, b line) int {
		return cmp.Or(
			cmp.Compare(hex(a.color), hex(b.color)), cmp.Compare(a.weight, b.weight), cmp.Compare(a.dashes, b.dashes),
			compareBool(a.vertical, b.vertical), cmp.Compare(a.at, b.at), cmp.Compare(a.from, b.from))
	})
}

func continues(a, b line) bool {
	return a.color == b.color && a.weight == b.weight && a.dashes == b.dashes &&
		a.vertical == b.vertical && a.at == b.at && b.from <= a.to
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// write draws the line as a rectangle, whose edges lie on pixels, or dashed.
func (l line) write(b *strings.Builder) {
	if l.dashes != "" {
		at := float64(l.at) + 0.5
		d := fmt.Sprintf("M%d %gH%d", l.from, at, l.to)
		if l.vertical {
			d = fmt.Sprintf("M%g %dV%d", at, l.from, l.to)
		}
		fmt.Fprintf(b, `<path d="%s" stroke="%s" stroke-width="%d" stroke-dasharray="%s"/>`+"\n", d, hex(l.color), l.weight, l.dashes)
		return
	}
	a := area{l.from, l.at - l.weight/2, l.to - l.from, l.weight, l.color, 1}
	if l.vertical {
		a = area{l.at - l.weight/2, l.from, l.weight, l.to - l.from, l.color, 1}
	}
	a.write(b)
}
