package library

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"reftel/model"
	"reftel/model/excerpt"
)

// TargetKind says what sort of place a [Target] is.
type TargetKind string

// The kinds of targets.
const (
	TargetParagraph TargetKind = "paragraph" // or a footnote of an edition
	TargetHeading   TargetKind = "heading"
	TargetReference TargetKind = "reference"
	TargetRedaction TargetKind = "redaction"
	TargetOmission  TargetKind = "omission"
	TargetLoss      TargetKind = "loss"
)

// Target is a place in a cable that one can jump to.
type Target struct {
	Kind  TargetKind
	Block int
	Span  model.Span // in the block's text
	Label string     // what sort of place, as a list shows it: ¶5 (C), Heading, Redaction 2 of 7
	Text  string     // the words there; of a mark, the words around it
}

// contextBytes is how much of the text before and behind a mark a target shows.
const contextBytes = 48

// Targets returns the places of a cable in reading order; at one place, the larger thing first.
// Names are not among them: those are looked up in the whole library ([Library.Names]). States of
// references are those of the cable: see [Library.SetStates].
func Targets(c *model.Cable) []Target {
	var out []Target
	number := 0 // of the paragraph that sub-paragraphs and tables belong to
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if b.Kind == model.Heading || b.Kind == model.Paragraph {
			number = b.Number
		}
		switch {
		case b.Kind == model.Heading:
			out = append(out, Target{TargetHeading, i, whole(b), "Heading", b.Text})
		case b.Kind == model.Note:
			out = append(out, Target{TargetParagraph, i, whole(b), noteLabel(b), b.Text})
		case b.Kind.IsText():
			out = append(out, Target{TargetParagraph, i, whole(b), paragraphLabel(b, number), b.Text})
		}
	}
	for i := range c.References {
		r := &c.References[i]
		label := "REF"
		if r.Bullet != "" {
			label += " " + r.Bullet
		}
		text := leadsTo(r.Raw, []model.ID{r.ID}, "", r.State)
		out = append(out, Target{TargetReference, r.Block, r.Span, label, text})
	}
	out = append(out, markTargets(c)...)
	slices.SortStableFunc(out, func(a, b Target) int {
		return cmp.Or(a.Block-b.Block, a.Span.Start-b.Span.Start, b.Span.End-a.Span.End)
	})
	return out
}

// markTargets returns the marks one can jump to.
func markTargets(c *model.Cable) []Target {
	var out []Target
	list := newReferenceList(c)
	count, number := map[model.MarkKind]int{}, map[model.MarkKind]int{}
	for i := range c.Marks {
		count[c.Marks[i].Kind]++
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		if m.Block < 0 || m.Block >= len(c.Blocks) {
			continue
		}
		number[m.Kind]++
		label := fmt.Sprintf("%s %d of %d", capitalized(string(m.Kind)), number[m.Kind], count[m.Kind])
		text := c.Blocks[m.Block].Text
		switch m.Kind {
		case model.Citation:
			if list.holds(m) {
				continue // stands there as an entry of the list
			}
			out = append(out, Target{TargetReference, m.Block, m.Span, "Reference", leadsTo(m.Form, m.IDs, paragraphTarget(m), m.State)})
		case model.Redaction:
			out = append(out, Target{TargetRedaction, m.Block, m.Span, label, inContext(text, m.Span)})
		case model.Omission:
			out = append(out, Target{TargetOmission, m.Block, m.Span, label, inContext(text, m.Span)})
		case model.Loss:
			shown := inContext(text, m.Span)
			if m.Why != "" {
				shown = strings.TrimSpace(shown + " (" + m.Why + ")")
			}
			out = append(out, Target{TargetLoss, m.Block, m.Span, label, shown})
		}
	}
	return out
}

func whole(b *model.Block) model.Span { return model.Span{End: len(b.Text)} }

// paragraphLabel names a text block by the number of its paragraph, letter and portion marking, as
// far as it has them.
func paragraphLabel(b *model.Block, number int) string {
	label := "¶"
	if number > 0 {
		label = fmt.Sprintf("¶%d", number)
	}
	if r, size := utf8.DecodeRuneInString(b.Letter); size > 0 && size == len(b.Letter) && isLetterOrDigit(r) {
		label += strings.ToLower(b.Letter)
	}
	if b.Kind == model.Preformatted {
		label += " table"
	}
	if b.Marking != "" {
		label += " (" + string(b.Marking) + ")"
	}
	return label
}

// noteLabel names a footnote by its sign.
func noteLabel(b *model.Block) string {
	switch {
	case b.Role == model.SourceNoteRole:
		return "Source note"
	case b.Letter != "":
		return "Note " + b.Letter
	}
	return "Note"
}

func isLetterOrDigit(r rune) bool {
	return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
}

// paragraphTarget names the place in the same cable that a reference leads to, "" if there is none.
func paragraphTarget(m *model.Mark) string {
	switch {
	case m.State != model.ParagraphHere:
		return ""
	case m.RefTo == model.ToNote:
		return "note " + m.Target
	}
	return "¶" + m.Target
}

// leadsTo writes a reference with what it leads to and its state: ref A → 09STATE12345 (resolved).
func leadsTo(form string, ids []model.ID, paragraph string, state model.RefState) string {
	var targets []string
	for _, id := range ids {
		if !id.IsZero() {
			targets = append(targets, id.String())
		}
	}
	if paragraph != "" {
		targets = append(targets, paragraph)
	}
	out := excerpt.OneLine(form)
	if len(targets) > 0 {
		out += " → " + strings.Join(targets, ", ")
	}
	if state != "" && paragraph == "" {
		out += " (" + string(state) + ")"
	}
	return out
}

func capitalized(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// inContext returns the words at a span with some before and behind, on one line, an ellipsis
// where words are left out.
func inContext(text string, s model.Span) string {
	around := excerpt.Around(text, s, contextBytes, contextBytes)
	words := excerpt.OneLine(around.In(text))
	if around.Start > 0 {
		words = "…" + words
	}
	if around.End < len(text) {
		words += "…"
	}
	return words
}
