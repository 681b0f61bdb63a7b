package list

import (
	"strings"

	"charm.land/lipgloss/v2"

	"reftel/model/library/shelf"
	"reftel/ui/render"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// Column names one thing that a row says of a cable, where a cable is one row.
type Column string

// The columns.
const (
	LevelColumn   Column = "level"
	DateColumn    Column = "date"
	IDColumn      Column = "id"
	OriginColumn  Column = "origin"
	SignsColumn   Column = "signs"
	SubjectColumn Column = "subject"
)

// Columns lists all columns in the order in which they stand by default.
func Columns() []Column {
	return []Column{LevelColumn, DateColumn, IDColumn, OriginColumn, SignsColumn, SubjectColumn}
}

// SetColumns says which columns a row has, from left to right; none: all, in the default order.
func (l *List) SetColumns(columns []Column) { l.columns = columns }

const (
	idCells     = 22 // room for the ids of most documents: frus1977-80v11p1/d107
	originCells = 22
	signCells   = 5
)

// inColumns is a cable in one row. The subject takes the room that the other columns leave.
func (l *List) inColumns(r shelf.Row, bar string, style lipgloss.Style, lead, title string) string {
	columns := l.columns
	if len(columns) == 0 {
		columns = Columns()
	}
	used := 2 + 1 // the bar and a blank before, a blank behind
	for i, c := range columns {
		used += l.wide(c)
		if i+1 < len(columns) {
			used += gap(c)
		}
	}
	var b strings.Builder
	b.WriteString(bar + " ")
	for i, c := range columns {
		if c == SubjectColumn {
			room := max(0, l.width-used-render.Width(lead))
			b.WriteString(l.theme.Dim.Render(lead) + style.Render(render.Pad(title, room)))
		} else {
			b.WriteString(l.cell(c, r))
		}
		if i+1 < len(columns) {
			b.WriteString(strings.Repeat(" ", gap(c)))
		}
	}
	return render.Pad(b.String()+" ", l.width)
}

// gap is how many blanks stand behind a column.
func gap(c Column) int {
	switch c {
	case LevelColumn:
		return 1
	case SignsColumn:
		return 0
	}
	return 2
}

// wide is how many cells a column takes, 0 for the subject.
func (l *List) wide(c Column) int {
	switch c {
	case LevelColumn:
		return levelCells
	case DateColumn:
		return l.dates.Wide()
	case IDColumn:
		return idCells
	case OriginColumn:
		return originCells
	case SignsColumn:
		return signCells
	}
	return 0
}

// cell draws a column of a cable, all but the subject.
func (l *List) cell(c Column, r shelf.Row) string {
	switch c {
	case LevelColumn:
		return l.level(r.Cable)
	case SignsColumn:
		signs, cells := l.signs(r)
		return signs + strings.Repeat(" ", signCells-cells)
	case DateColumn:
		return l.theme.Dim.Render(render.Pad(l.dates.Day(r.Cable), l.dates.Wide()))
	case IDColumn:
		id := idOf(r.Cable)
		if r.Cable.ID.IsDocument() {
			id = tail(id, idCells)
		}
		return l.theme.Dim.Render(render.Pad(id, idCells))
	}
	return l.theme.Dim.Render(render.Pad(visible.Line(words.Post(r.Cable)), originCells))
}
