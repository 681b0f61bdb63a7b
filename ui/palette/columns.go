package palette

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"reftel/ui/bar"
	"reftel/ui/words"
)

// leastName is how many cells a name has at least, before its columns go.
const leastName = 19

// nameColumns is what is known of a name: how it comes to be in the answer, its kind, how often it stands, in which years
// and how often in each, and in how many cables: those behind go first where there is no room.
var nameColumns = []struct {
	of    func(Row, bar.Period) string
	right bool // numbers stand below each other
}{
	{func(r Row, _ bar.Period) string { return r.Note }, false},
	{func(r Row, _ bar.Period) string { return words.NameKind(r.Name.Kind, r.Name.Alone) }, false},
	{func(r Row, _ bar.Period) string { return words.Number(r.Name.Mentions) + "×" }, true},
	{func(r Row, _ bar.Period) string { return words.Years(r.Name.Years.First, r.Name.Years.Last) }, false},
	{yearsBar, false},
	{func(r Row, _ bar.Period) string { return words.Count(r.Name.Cables, "cable") }, true},
}

// nameNote sets the columns of a name, those on the screen below each other, as many as there is room for.
func (p *Palette) nameNote(r Row) string {
	var note strings.Builder
	used := 0
	over := p.period()
	if p.theme.Plain {
		over = bar.Period{}
	}
	for _, column := range nameColumns {
		wide := 0
		for _, shown := range p.onScreen() {
			if shown.Name != nil {
				wide = max(wide, ansi.StringWidth(column.of(shown, over)))
			}
		}
		if wide == 0 {
			continue
		}
		if used += wide + 2; used > p.width-5-leastName {
			break
		}
		cell := column.of(r, over)
		room := strings.Repeat(" ", max(0, wide-ansi.StringWidth(cell)))
		if column.right {
			cell = room + cell
		} else {
			cell += room
		}
		note.WriteString("  " + cell)
	}
	return note.String()
}
