package words

import (
	"fmt"
	"strings"

	"reftel/model"
)

// What reftel itself says inside a cable stands between these brackets, and nothing else does: where a source has
// them, their code is shown (see [Unbracketed]).
const (
	Opening = "⟦"
	Closing = "⟧"
)

// Note returns words of reftel's own for a place inside a cable.
func Note(words string) string { return Opening + words + Closing }

var brackets = strings.NewReplacer(Opening, "⟨U+27E6⟩", Closing, "⟨U+27E7⟩")

// Unbracketed keeps words of a source from passing for a note.
func Unbracketed(s string) string { return brackets.Replace(s) }

// Words of a cable that were looked for, or in which copies differ, stand between these signs where no style shows them, and
// nothing else does: see [Foreign].
const (
	OpeningHit = "⟪"
	ClosingHit = "⟫"
)

var hits = strings.NewReplacer(OpeningHit, "⟨U+27EA⟩", ClosingHit, "⟨U+27EB⟩")

// Foreign keeps words of a source from passing for a note, or for what was looked for or differs.
func Foreign(s string) string { return hits.Replace(Unbracketed(s)) }

// Sign stands for a mark that has no words in the text: p2/5 where a page begins, stamp, note 3.
func Sign(m model.Mark) string {
	switch {
	case m.Kind == model.Stamp:
		return "stamp"
	case m.Kind == model.NoteSign:
		return "note " + m.Target
	case m.Page == 0:
		return "page"
	}
	what := "p"
	if m.Head {
		what = "section "
	}
	if m.Pages == 0 {
		return fmt.Sprintf("%s%d", what, m.Page)
	}
	return fmt.Sprintf("%s%d/%d", what, m.Page, m.Pages)
}

// Lost says that a copy dropped words, and what shows it, if that is known.
func Lost(why string) string {
	if why == "" {
		return "lost in this copy"
	}
	return "lost in this copy: " + why
}
