// Package frame composes a screen of exactly width by height cells from what panes draw, whatever
// is in it.
//
// Panes give lines that mostly have the right width already, so a row of the screen is a few
// strings one after the other; only where a pane covers part of another (a palette over the
// reader) is a string cut.
package frame

import (
	"image"
	"strings"
)

// Canvas is a screen in the making. What is placed later covers what was placed before.
type Canvas struct {
	size image.Point
	rows [][]piece // each from left to right, without overlaps
}

// piece is a part of a row: text of exactly width cells that begins at column x.
type piece struct {
	x, width int
	text     string
}

func (p piece) end() int { return p.x + p.width }

// New returns a blank canvas of width by height cells.
func New(width, height int) *Canvas {
	size := image.Pt(max(width, 0), max(height, 0))
	return &Canvas{size, make([][]piece, size.Y)}
}

// Place draws content, which may hold styles, into a rectangle of the canvas: its lines are cut or
// filled up with blanks to the rectangle's width, lines too many are left out, and lines missing
// are blank. What lies outside the canvas is left out. A line's styles end with it.
func (c *Canvas) Place(r image.Rectangle, content string) {
	seen := r.Intersect(image.Rectangle{Max: c.size})
	if seen.Empty() {
		return
	}
	for y := r.Min.Y; y < seen.Max.Y; y++ {
		line, rest, _ := strings.Cut(content, "\n")
		content = rest
		if y < seen.Min.Y {
			continue
		}
		text, have := sound(line)
		text = fit(text, have, r.Dx())
		if left := seen.Min.X - r.Min.X; seen.Dx() < r.Dx() {
			text = cutRight(cutLeft(text, r.Dx(), left), r.Dx()-left, seen.Dx())
		}
		c.rows[y] = insert(c.rows[y], piece{seen.Min.X, seen.Dx(), text})
	}
}

// insert puts a piece into a row, over those that are there.
func insert(row []piece, p piece) []piece {
	if n := len(row); n == 0 || row[n-1].end() <= p.x {
		return append(row, p)
	}
	out := make([]piece, 0, len(row)+2)
	placed := false
	place := func() {
		if !placed {
			out, placed = append(out, p), true
		}
	}
	for _, q := range row {
		if q.x >= p.end() {
			place()
		}
		if q.end() <= p.x || q.x >= p.end() {
			out = append(out, q)
			continue
		}
		if q.x < p.x {
			out = append(out, piece{q.x, p.x - q.x, cutRight(q.text, q.width, p.x-q.x)})
		}
		place()
		if q.end() > p.end() {
			out = append(out, piece{p.end(), q.end() - p.end(), cutLeft(q.text, q.width, p.end()-q.x)})
		}
	}
	place()
	return out
}

// String returns the screen: as many lines as it is high, joined by "\n", each exactly as wide as
// it is. A canvas without rows gives "".
func (c *Canvas) String() string {
	size := c.size.Y
	for _, row := range c.rows {
		for _, p := range row {
			size += len(p.text) + len(reset)
		}
	}
	var b strings.Builder
	b.Grow(size)
	for y, row := range c.rows {
		if y > 0 {
			b.WriteByte('\n')
		}
		x, before := 0, ""
		for _, p := range row {
			if p.x > x {
				keepApart(&b, before, spaces)
				blanks(&b, p.x-x)
				before = spaces
			}
			keepApart(&b, before, p.text)
			b.WriteString(p.text)
			x, before = p.end(), p.text
		}
		if x < c.size.X {
			keepApart(&b, before, spaces)
		}
		blanks(&b, c.size.X-x)
	}
	return b.String()
}
