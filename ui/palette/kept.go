package palette

import (
	"fmt"

	"reftel/model/excerpt"
	"reftel/model/notebook"
	"reftel/ui/words"
)

// MarkRow shows a mark: its letter, where it leads, and the words there.
func MarkRow(m notebook.Mark) Row {
	return Row{Sign: string(Marks), Text: words.Join("  ", string(m.Letter), placeOf(m.Anchor), firstWords(m.Quote)), Note: "mark"}
}

// NoteRow shows a note: where it is, and its first words.
func NoteRow(n notebook.Note) Row {
	return Row{Sign: string(Marks), Text: words.Join("  ", placeOf(n.Anchor), excerpt.OneLine(firstWords(n.Text))), Note: "note"}
}

func placeOf(a notebook.Anchor) string {
	if a.Paragraph > 0 {
		return fmt.Sprintf("%s ¶%d", nameOf(a), a.Paragraph)
	}
	return nameOf(a)
}

// nameOf is the id of a cable, or its title where it has none.
func nameOf(a notebook.Anchor) string {
	if a.ID.IsZero() {
		return firstWords(a.Title)
	}
	return a.ID.String()
}
