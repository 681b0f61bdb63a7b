package screenshots

import (
	"fmt"
	"image/color"
	"strings"
)

// arms says which way the lines of a box drawing character go from the middle of its cell.
type arms struct {
	left, right, up, down bool
	weight                int // pixels
	round                 bool
	dashes                string
}

// boxes holds the box drawing characters (U+2500 and following) that are drawn as lines; of each
// weight: those that go left and right, up and down, the corners, the tees, the cross.
var boxes = boxTable()

func boxTable() map[rune]arms {
	directions := []string{"lr", "ud", "rd", "ld", "ru", "lu", "rud", "lud", "lrd", "lru", "lrud"}
	table := map[rune]arms{}
	for _, set := range []struct {
		characters string
		arms       arms
	}{
		{"─│┌┐└┘├┤┬┴┼", arms{weight: 1}},
		{"━┃┏┓┗┛┣┫┳┻╋", arms{weight: 3}},
		{"──╭╮╰╯", arms{weight: 1, round: true}},
		{"╌╎", arms{weight: 1, dashes: "2 2"}},
		{"┄┆", arms{weight: 1, dashes: "2 1"}},
		{"╍╏", arms{weight: 3, dashes: "2 2"}},
	} {
		for i, r := range []rune(set.characters) {
			a := set.arms
			a.left, a.right = strings.Contains(directions[i], "l"), strings.Contains(directions[i], "r")
			a.up, a.down = strings.Contains(directions[i], "u"), strings.Contains(directions[i], "d")
			if _, ok := table[r]; !ok {
				table[r] = a
			}
		}
	}
	table['╸'] = arms{left: true, weight: 3}
	return table
}

// shape draws a box drawing or block character in the cell; it returns false for any other.
func (p *picture) shape(r rune, x, y int, c color.RGBA) bool {
	if 0x2580 <= r && r <= 0x259f {
		p.block(r, x*cellWidth, y*cellHeight, c)
		return true
	}
	a, ok := boxes[r]
	if !ok {
		return false
	}
	left, top := x*cellWidth, y*cellHeight
	midX, midY := left+cellWidth/2, top+cellHeight/2
	if a.round {
		p.arc(a, left, top, c)
		return true
	}
	if a.left || a.right {
		from, to := midX, midX+1
		if a.left {
			from = left
		}
		if a.right {
			to = left + cellWidth
		}
		p.horizontal(from, to, midY, a.weight, a.dashes, c)
	}
	if a.up || a.down {
		from, to := midY, midY+1
		if a.up {
			from = top
		}
		if a.down {
			to = top + cellHeight
		}
		p.vertical(from, to, midX, a.weight, a.dashes, c)
	}
	return true
}

// arc draws a rounded corner.
func (p *picture) arc(a arms, left, top int, c color.RGBA) {
	// Strokes are centred on half pixels, where straight lines of one pixel lie.
	x, y := float64(left+cellWidth/2)+0.5, float64(top+cellHeight/2)+0.5
	endX, endY := left, top
	if a.right {
		endX += cellWidth
	}
	if a.down {
		endY += cellHeight
	}
	fmt.Fprintf(&p.out, `<path d="M%d %gQ%[3]g %[2]g %[3]g %[4]d" fill="none" stroke="%[5]s"/>`+"\n", endX, y, x, endY, hex(c))
}

// block draws a block element (U+2580 to U+259F).
func (p *picture) block(r rune, x, y int, c color.RGBA) {
	const w, h = cellWidth, cellHeight
	eighth := func(of int, n rune) int { return (of*int(n) + 4) / 8 }
	switch {
	case r == '▀':
		p.fill(x, y, w, h/2, c, 1)
	case '▁' <= r && r <= '█':
		part := eighth(h, r-'▁'+1)
		p.fill(x, y+h-part, w, part, c, 1)
	case '▉' <= r && r <= '▏':
		p.fill(x, y, eighth(w, '▏'-r+1), h, c, 1)
	case r == '▐':
		p.fill(x+w/2, y, w-w/2, h, c, 1)
	case '░' <= r && r <= '▓':
		p.fill(x, y, w, h, c, float64(r-'░'+1)/4)
	case r == '▔':
		p.fill(x, y, w, eighth(h, 1), c, 1)
	case r == '▕':
		p.fill(x+w-eighth(w, 1), y, eighth(w, 1), h, c, 1)
	default:
		p.quadrants(r, x, y, c)
	}
}

// quadrants draws the characters from U+2596 on, which fill some quarters of the cell.
func (p *picture) quadrants(r rune, x, y int, c color.RGBA) {
	const (
		upperLeft = 1 << iota
		upperRight
		lowerLeft
		lowerRight
	)
	filled := [...]int{lowerLeft, lowerRight, upperLeft, upperLeft | lowerLeft | lowerRight, upperLeft | lowerRight,
		upperLeft | upperRight | lowerLeft, upperLeft | upperRight | lowerRight, upperRight,
		upperRight | lowerLeft, upperRight | lowerLeft | lowerRight}[r-'▖']
	const w, h = cellWidth / 2, cellHeight / 2
	for i, at := range [...][4]int{{0, 0, w, h}, {w, 0, cellWidth - w, h}, {0, h, w, cellHeight - h}, {w, h, cellWidth - w, cellHeight - h}} {
		if filled&(1<<i) != 0 {
			p.fill(x+at[0], y+at[1], at[2], at[3], c, 1)
		}
	}
}
