package library

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reftel/model"
)

// Hidden says how much is redacted in a set of cables, and how that is spread. The length of a redaction's sign says
// nothing about what it hides, so the share of a text is that of its paragraphs in which something is hidden.
type Hidden struct {
	All   Concealed
	Posts []Concealed // those with most redactions first
	Years []Concealed // in order; the last one, without a value, has what is not dated
	Kinds []Concealed // name, line, paragraph ...: what the marks say that they hide; see KindOf
	Codes []Concealed // exemption codes; one without a value has the redactions that give none
}

// Concealed is how much is redacted in the cables that share a value, or how many redactions do.
type Concealed struct {
	Value      string // LISBON, 2009, name, B1; "" where there is none
	Meaning    string // of an exemption code
	Cables     int    // of that post or year
	Redacted   int    // of them, in which something is
	Redactions int
	Paragraphs int // of the redacted cables, with what is part of them; footnotes and headers don't count
	Touched    int // of these, in which something is hidden
}

// Hiding counts what is redacted.
type Hiding struct {
	all                        Concealed
	posts, years, kinds, codes map[string]*Concealed
}

// NewHiding returns a count of nothing.
func NewHiding() *Hiding {
	return &Hiding{posts: map[string]*Concealed{}, years: map[string]*Concealed{}, kinds: map[string]*Concealed{}, codes: map[string]*Concealed{}}
}

// Note counts a cable of the set, of which no more need be known than a list shows.
func (h *Hiding) Note(c *model.Cable) {
	for _, n := range h.of(c) {
		n.Cables++
	}
}

// Read counts what is redacted in a cable, which was noted as well.
func (h *Hiding) Read(c *model.Cable) {
	marks := c.MarksOf(model.Redaction)
	paragraphs, touched := paragraphsOf(c, marks)
	for _, n := range h.of(c) {
		n.Redacted++
		n.Redactions += len(marks)
		n.Paragraphs += paragraphs
		n.Touched += touched
	}
	for _, m := range marks {
		entry(h.kinds, KindOf(m)).Redactions++
		codes, meanings := strings.Split(m.Code, ", "), strings.Split(m.Why, "; ")
		for i, code := range codes {
			n := entry(h.codes, code)
			n.Redactions++
			if m.Code != "" && len(codes) == len(meanings) {
				n.Meaning = meanings[i]
			}
		}
	}
}

// of returns the counts that a cable belongs to.
func (h *Hiding) of(c *model.Cable) [3]*Concealed {
	year := ""
	if !c.Date.IsZero() {
		year = fmt.Sprintf("%04d", c.Date.Year())
	}
	return [3]*Concealed{&h.all, entry(h.posts, PostOf(c)), entry(h.years, year)}
}

func entry(in map[string]*Concealed, value string) *Concealed {
	if in[value] == nil {
		in[value] = &Concealed{Value: value}
	}
	return in[value]
}

// Hidden returns what was counted. Posts and years in which nothing is redacted are left out.
func (h *Hiding) Hidden() Hidden {
	out := Hidden{All: h.all, Posts: sorted(h.posts), Years: sorted(h.years), Kinds: sorted(h.kinds), Codes: sorted(h.codes)}
	slices.SortFunc(out.Years, func(a, b Concealed) int {
		if a.Value == "" || b.Value == "" {
			return strings.Compare(b.Value, a.Value)
		}
		return strings.Compare(a.Value, b.Value)
	})
	return out
}

// sorted returns the counts that have redactions, those with most first.
func sorted(of map[string]*Concealed) []Concealed {
	var out []Concealed
	for _, n := range of {
		if n.Redactions > 0 {
			out = append(out, *n)
		}
	}
	slices.SortFunc(out, func(a, b Concealed) int {
		return cmp.Or(b.Redactions-a.Redactions, strings.Compare(a.Value, b.Value))
	})
	return out
}

// paragraphsOf counts the paragraphs of a cable, each with its sub-paragraphs and tables and what stands below its number
// without one, and those in which there is one of the marks.
func paragraphsOf(c *model.Cable, marks []model.Mark) (all, touched int) {
	marked := map[int]bool{} // blocks
	for _, m := range marks {
		marked[m.Block] = true
	}
	in, numbered, hit := false, false, false
	for i := range c.Blocks {
		switch b := &c.Blocks[i]; {
		case b.Kind == model.Note:
			continue
		case !b.Kind.IsText():
			in = false
			continue
		case !in, b.Number > 0, b.Kind == model.Paragraph && !numbered:
			all++
			in, numbered, hit = true, b.Number > 0, false
		}
		if marked[i] && !hit {
			touched++
			hit = true
		}
	}
	return all, touched
}

// Kinds of redactions that don't say what they hide.
const (
	RowOfX   = "row of X"
	Unstated = "not stated"
)

// KindOf returns what a redaction says that it hides, as one word in the singular: line for "2 lines" and "less than 1
// line", name, paragraph for "1 paragraph (6 lines)".
func KindOf(m model.Mark) string {
	extent, _, _ := strings.Cut(m.Extent, " (")
	extent, _, _ = strings.Cut(extent, " of ")
	words := strings.Fields(extent)
	if len(words) == 0 {
		if x := strings.Trim(m.Form, "[]() "); x != "" && strings.Trim(x, "xX ") == "" {
			return RowOfX
		}
		return Unstated
	}
	word := words[len(words)-1]
	switch {
	case strings.HasSuffix(word, "ies"):
		return strings.TrimSuffix(word, "ies") + "y"
	case strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "ches"):
		return strings.TrimSuffix(word, "es")
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return strings.TrimSuffix(word, "s")
	}
	return word
}
