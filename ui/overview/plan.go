package overview

import "image"

// plan says where the parts stand, from the top left cell of the overlay. An empty rectangle is not drawn.
type plan struct {
	head    int // rows above the parts
	chart   image.Rectangle
	columns [parts]image.Rectangle
	across  int // columns side by side
}

const (
	gap         = 3  // cells between columns
	columnLeast = 24 // cells, that there may be several side by side
	rowsLeast   = 3  // of a column, with its title
	highest     = 8  // rows of a bar
)

// shares are the widths of the columns where all stand side by side: years need little room, TAGS and exemption codes have
// meanings.
var (
	shares          = [parts]int{posts: 10, years: 8, levels: 11, tags: 13}
	redactionShares = [parts]int{posts: 9, years: 15, levels: 10, tags: 8}
)

// plan divides the overlay: above what is said of the list, then the histogram, then the columns, four or two side by
// side or one below the other.
func (o *Overview) plan() plan {
	p := plan{head: 2, across: 1}
	if o.theme.Plain { // the part that has the keys, of the histogram only what is selected
		p.across = int(parts) - 1
		if o.at == chart {
			p.chart = image.Rect(0, p.head, o.width, p.head+1)
		} else {
			p.columns[o.at] = image.Rect(0, p.head, o.width, max(p.head, o.height))
		}
		return p
	}
	switch {
	case o.width >= 4*columnLeast+3*gap:
		p.across = 4
	case o.width >= 2*columnLeast+gap:
		p.across = 2
	}
	bars := min(max(2, o.height/5), highest)
	y := p.head + 1 + bars + 1 // the row above the bars, and that with the labels
	const airy = 20
	if o.height >= airy {
		p.head++ // a blank row
		y += 2   // and the axis
	}
	if p.chart = image.Rect(0, p.head, o.width, y); o.turned {
		p.chart, y = image.Rectangle{}, p.head-1 // no blank row above the columns is needed
	}
	lines := (int(parts) - 1) / p.across
	rows := (o.height-y)/lines - 1 // and a blank row above them
	if rows < rowsLeast {
		return o.oneByOne(p)
	}
	for line := range lines {
		x := 0
		for i := range p.across {
			q := posts + part(line*p.across+i)
			r := image.Rect(x, y+1, x+o.columnWidth(q, p.across), y+1+rows)
			if line == lines-1 {
				r.Max.Y = o.height
			}
			if i == p.across-1 {
				r.Max.X = o.width
			}
			p.columns[q], x = r, r.Max.X+gap
		}
		y += 1 + rows
	}
	return p
}

// columnWidth returns how wide a column is that stands beside others.
func (o *Overview) columnWidth(p part, across int) int {
	room := o.width - gap*(across-1)
	if across < int(parts)-1 {
		return room / across
	}
	of, all := shares, 0
	if o.turned {
		of = redactionShares
	}
	for _, s := range of {
		all += s
	}
	return room * of[p] / all
}

// oneByOne shows the histogram and the column where one is or was last, or only the part that has the keys.
func (o *Overview) oneByOne(p plan) plan {
	p.across = int(parts) - 1 // beside each other, though only one is seen
	y := p.chart.Max.Y + 1
	if o.turned {
		y = p.head
	}
	if o.height-y > rowsLeast {
		p.columns[o.last] = image.Rect(0, y, o.width, o.height)
		return p
	}
	switch {
	case o.height >= 8:
		p.head = 2
	case o.height >= 4:
		p.head = 1
	default:
		p.head = 0
	}
	r := image.Rect(0, p.head, o.width, max(p.head, o.height))
	p.chart = image.Rectangle{}
	if o.at == chart {
		p.chart = r
		p.chart.Max.Y = min(r.Max.Y, r.Min.Y+1+highest+2)
	} else {
		p.columns[o.at] = r
	}
	return p
}
