// Package palette is the box in which everything can be found by typing a few letters.
package palette

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"reftel/ui/input"
	"reftel/ui/render"
	"reftel/ui/theme"
	"reftel/ui/visible"
)

// Palette shows an input line and the rows that match it.
type Palette struct {
	theme         *theme.Theme
	width, height int
	input         *input.Line
	rows          []Row
	total         int
	cursor, top   int
	waiting       bool   // for the first rows
	why           string // that takes longer than usual
	title, about  string // of a list of its own, instead of the kinds
	count         string // what it has, instead of the number of rows
	kindKey       string
}

// New returns a closed palette.
func New(t *theme.Theme) *Palette {
	return &Palette{theme: t, input: input.New(), kindKey: "Tab"}
}

// SetTheme changes the colours.
func (p *Palette) SetTheme(t *theme.Theme) { p.theme = t }

// SetKindKey says which key turns to the next kind.
func (p *Palette) SetKindKey(key string) { p.kindKey = key }

// SetSize gives the palette its size in cells, without its border.
func (p *Palette) SetSize(width, height int) {
	p.width, p.height = width, height
	p.Move(0)
}

// Open empties the palette and narrows it to a kind.
func (p *Palette) Open(k Kind) {
	p.Wait("")
	p.title, p.about, p.count = "", "", ""
	p.input.Set("")
	if k != All {
		p.input.Set(string(k))
	}
}

// Wait takes the rows away until there are others; why says what takes longer than usual, "" if nothing does.
func (p *Palette) Wait(why string) {
	p.rows, p.total, p.cursor, p.top, p.waiting, p.why = nil, 0, 0, 0, true, why
}

// Offer opens the palette for a kind with a query that the next letter replaces.
func (p *Palette) Offer(k Kind, query string) {
	p.Open(k)
	p.input.Offer(string(k), query)
}

// OpenList empties the palette for a list of its own, which has a title and something about it instead of the kinds.
func (p *Palette) OpenList(title, about string) {
	p.Open(All)
	p.title, p.about = title, about
}

// SetAbout changes what stands beside the title, and what is said of the number of rows.
func (p *Palette) SetAbout(about, count string) { p.about, p.count = about, count }

// Own reports whether a list of its own is shown, which has no kinds.
func (p *Palette) Own() bool { return p.title != "" }

// Typed returns what stands in the input line, the sign of the kind included.
func (p *Palette) Typed() string { return p.input.Value() }

// Type hands a message to the input line; it reports whether the text changed.
func (p *Palette) Type(msg tea.Msg) (cmd tea.Cmd, changed bool) {
	return p.input.Update(msg)
}

// Turn narrows to another kind, dir places on, and keeps the query. A list of its own has no kinds.
func (p *Palette) Turn(dir int) {
	if p.title != "" {
		return
	}
	kind, query := Parse(p.input.Value())
	i := slices.Index(kinds, kind)
	kind = kinds[(i+dir+len(kinds))%len(kinds)]
	if kind != All {
		query = string(kind) + query
	}
	p.input.Set(query)
}

// Show replaces the rows. What was known of the years of names that are still there stays.
func (p *Palette) Show(rows []Row, total int) {
	keepYears(rows, p.rows)
	p.rows, p.total, p.cursor, p.top, p.waiting = rows, total, 0, 0, false
}

// Grow replaces the rows by the same and more behind them. The cursor stays.
func (p *Palette) Grow(rows []Row, total int) {
	p.rows, p.total, p.waiting = rows, total, false
	p.Move(0)
}

// AtTop reports whether the cursor is on the best row, or there is none.
func (p *Palette) AtTop() bool { return p.cursor == 0 }

// Ahead is how many rows there are behind those on the screen.
func (p *Palette) Ahead() int { return len(p.rows) - p.top - p.body() }

// Selected returns the row under the cursor.
func (p *Palette) Selected() (Row, bool) {
	if p.cursor < len(p.rows) {
		return p.rows[p.cursor], true
	}
	return Row{}, false
}

// Move moves the cursor by n rows.
func (p *Palette) Move(n int) {
	p.cursor = min(max(0, p.cursor+n), max(0, len(p.rows)-1))
	p.top = max(min(p.top, p.cursor), p.cursor-p.body()+1)
}

// Page moves the cursor by n pages.
func (p *Palette) Page(n int) { p.Move(n * max(1, p.body()-1)) }

// HalfPage moves the cursor by n half pages.
func (p *Palette) HalfPage(n int) { p.Move(n * max(1, p.body()/2)) }

// Top moves the cursor to the best row.
func (p *Palette) Top() { p.Move(-len(p.rows)) }

// Bottom moves the cursor to the last row.
func (p *Palette) Bottom() { p.Move(len(p.rows)) }

// body is the number of rows below input and kinds. A very low palette leaves the kinds out, so that
// there is always a row to choose.
func (p *Palette) body() int {
	if p.low() {
		return max(1, p.height-1)
	}
	return p.height - 2
}

func (p *Palette) low() bool { return p.height < 3 }

// Cursor returns where the text cursor stands, from the top left cell of the palette.
func (p *Palette) Cursor() (x, y int) {
	return p.input.Cursor() + len(": "), 0
}

// View draws the palette, exactly the size it was given.
func (p *Palette) View() string {
	rows := []string{
		render.Pad(p.theme.Prompt.Render(": ")+p.typed(p.width-2), p.width),
	}
	if !p.low() {
		rows = append(rows, p.kindRow())
	}
	if len(p.rows) > 0 || !p.waiting && p.input.Value() == "" {
		for i := p.top; i < len(p.rows) && len(rows) < p.height; i++ {
			rows = append(rows, p.row(i))
		}
	} else {
		rows = append(rows, p.theme.Dim.Render(render.Pad("  "+p.none(), p.width)))
	}
	for len(rows) < p.height {
		rows = append(rows, strings.Repeat(" ", p.width))
	}
	return strings.Join(rows[:max(0, p.height)], "\n")
}

// typed draws the input line. What is only offered is lit as what is selected is elsewhere.
func (p *Palette) typed(width int) string {
	line := p.input.View(width)
	if !p.input.Offered() {
		return line
	}
	sign, _ := Parse(p.input.Value())
	rest := strings.TrimRight(strings.TrimPrefix(line, string(sign)), " ")
	return string(sign) + p.theme.Match.Render(rest)
}

// none says why there are no rows.
func (p *Palette) none() string {
	if p.waiting {
		return cmp.Or(p.why, "Looking …")
	}
	if p.title != "" {
		return "Nothing matches."
	}
	return "Nothing matches. " + visible.Line(p.kindKey) + " looks for another kind of thing."
}

// kindRow names the kinds with their signs, the one in force lit, and the number of rows; or the title of a list of its own.
func (p *Palette) kindRow() string {
	count := fmt.Sprintf("%d ", p.total)
	if p.count != "" {
		count = p.count + " "
	}
	room := max(0, p.width-len(count))
	return render.Pad(p.kinds(room), room) + p.theme.Dim.Render(render.Truncate(count, p.width))
}

func (p *Palette) kinds(room int) string {
	if p.title != "" {
		title := p.theme.ChipActive.Render(" " + render.Truncate(visible.Line(p.title), max(0, room-2)) + " ")
		return title + p.theme.Dim.Render(render.Truncate("  "+visible.Line(p.about), max(0, room-ansi.StringWidth(title))))
	}
	now, _ := Parse(p.input.Value())
	var b strings.Builder
	for _, k := range kinds {
		words := kindWords[k]
		if k != All {
			words = string(k) + " " + words
		}
		if k == now {
			b.WriteString(p.theme.ChipActive.Render(" " + words + " "))
		} else {
			if k != All {
				words = string(k)
			}
			b.WriteString(p.theme.Chip.Render(" " + words + " "))
		}
	}
	return b.String()
}

// row draws one row: bar, sign, text with what matched lit, note.
func (p *Palette) row(i int) string {
	r := p.rows[i]
	if r.Brief != "" && p.width < briefBelow {
		r = r.brief()
	}
	bar, base := " ", p.theme.Text
	if i == p.cursor {
		bar, base = p.theme.Gutter.Render("▌"), p.theme.Selected
	}
	note := visible.Line(r.Note)
	if r.Action != "" {
		note = p.theme.Label(note)
	}
	switch l := r.Level.Letter(); {
	case l != "":
		note = l
	case r.Name != nil:
		note = p.nameNote(r)
	case ansi.StringWidth(note) > p.width/2:
		note = render.Truncate(note, p.width/2)
	}
	room := max(0, p.width-5-ansi.StringWidth(note))
	head := bar + p.theme.Dim.Render(render.Pad(r.Sign, 2))
	tail := p.theme.Dim.Render(note)
	if r.Level != 0 {
		tail = p.theme.Marking[r.Level].Render(note)
	}
	return render.Pad(head+p.lit(r, base, room)+" "+tail+" ", p.width)
}
