// Package words says what a cable is in the words that panes and commands show of it, so that the
// list, the reader and `reftel show` say the same thing the same way.
//
// What it returns holds words of the source as they are: whoever prints them makes them visible.
package words

import (
	"fmt"
	"slices"
	"strings"

	"reftel/model"
)

// Join puts the parts that are not empty together.
func Join(separator string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, separator)
}

// Count returns a number with its noun: 1 cable, 3 cables.
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Number(n) + " " + noun + "s"
}

// countIfAny is Count, but "" for none.
func countIfAny(n int, noun string) string {
	if n == 0 {
		return ""
	}
	return Count(n, noun)
}

// Post names where a cable was written: as the publisher does, else as its FROM line does, else as
// its id does.
func Post(c *model.Cable) string {
	switch {
	case c.Origin != "":
		return c.Origin
	case c.From != "":
		return c.From
	}
	return c.Station
}

// Classification returns level and caveats as cables write them: SECRET//NOFORN.
func Classification(c *model.Cable) string {
	return Join("//", append([]string{c.Classification.String()}, c.Caveats...)...)
}

// Indexed says under which TAGS the archive's indexers filed a cable beside its own, "" for none.
func Indexed(c *model.Cable) string {
	if len(c.IndexerTags) == 0 {
		return ""
	}
	codes := make([]string, len(c.IndexerTags))
	for i, t := range c.IndexerTags {
		codes[i] = t.Code
	}
	return "indexers added: " + strings.Join(codes, " · ")
}

// About is Dates.About with dates as they are written by default.
func About(c *model.Cable) string { return ISO.About(c) }

// About says in one line when and where a cable was written, how long it is, and what is hidden or
// missing.
func (d Dates) About(c *model.Cable) string {
	sections := ""
	if c.Sections > 1 {
		sections = Count(c.Sections, "section")
	}
	redactions, losses := 0, 0
	for i := range c.Marks {
		switch c.Marks[i].Kind {
		case model.Redaction:
			redactions++
		case model.Loss:
			losses++
		}
	}
	text := countIfAny(paragraphs(c), "paragraph")
	if !slices.ContainsFunc(c.Blocks, func(b model.Block) bool { return b.Kind.IsText() }) {
		text = "no text"
	}
	return Join(" · ", d.Moment(c), Post(c), sections, text,
		countIfAny(redactions, "redaction"), countIfAny(losses, "lost end"))
}

// paragraphs counts the numbered paragraphs, or all of them where none is numbered.
func paragraphs(c *model.Cable) int {
	numbered, all := 0, 0
	for i := range c.Blocks {
		if b := &c.Blocks[i]; b.Kind == model.Paragraph {
			all++
			if b.Number > 0 {
				numbered++
			}
		}
	}
	if numbered > 0 {
		return numbered
	}
	return all
}

// PageMark says what a page marker or stamp is that was taken out of the text: "page 2 of 5 begins here",
// and the words that stood there, on one line.
func PageMark(m model.Mark) string {
	return Join(": ", PageMarkKind(m), PageMarkWords(m))
}

// PageMarkKind says what it is alone.
func PageMarkKind(m model.Mark) string {
	switch {
	case m.Kind == model.Stamp:
		return "a stamp stood here"
	case m.Head && m.Pages > 0:
		return fmt.Sprintf("section %d of %d begins here and repeats the head", m.Page, m.Pages)
	case m.Head:
		return fmt.Sprintf("section %d begins here and repeats the head", m.Page)
	case m.Pages > 0:
		return fmt.Sprintf("page %d of %d begins here", m.Page, m.Pages)
	case m.Page > 0:
		return fmt.Sprintf("page %d begins here", m.Page)
	}
	return "page marker"
}

// PageMarkWords returns the words that stood there on one line, "" where they were markup.
func PageMarkWords(m model.Mark) string {
	if strings.HasPrefix(m.Form, "<") {
		return ""
	}
	return strings.Join(strings.Fields(m.Form), " ")
}

// Named says who or what a name is, and who found it where it was not reftel: "Ada Quill, Ambassador from
// 1977, marked by the editors".
func Named(n model.Name) string {
	found := ""
	switch n.Origin {
	case model.FromMarkup:
		found = "marked by the editors"
	case model.FromIndexers:
		found = "noted by the archive's indexers"
	}
	return Join(", ", n.Name, n.Note, found)
}

// NameKind says what a name stands for. A surname alone may be several people, and is never called a person.
func NameKind(k model.NameKind, alone bool) string {
	if alone && k == model.Person {
		return "surname alone"
	}
	return string(k)
}
