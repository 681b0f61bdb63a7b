package cite

import (
	"fmt"
	"strconv"
	"strings"
)

// What programs that keep references are told is the same in every format; the fields for which they have no place are
// in the note.

// title returns what stands for the title. Programs want one: where the source has neither subject nor headline, it is
// what the house style begins with, in square brackets.
func (c Citation) title() string {
	if c.Title == "" {
		return "[" + c.who() + "]"
	}
	return c.Title
}

// genre says what sort of document a telegram is: Telegram 83 to the Department of State.
func (c Citation) genre() string {
	c.From = ""
	return c.who()
}

// container returns the title of the volume that a document stands in, and of the series, if they differ.
func (v Volume) container() (title, series string) {
	if v.Title != "" {
		return v.Title, v.Series
	}
	return v.Series, ""
}

// note says what has no field of its own: classification, paragraph, archive, what was inferred, and which bytes of
// which file were read, so that a text that was changed later can be told.
func (c Citation) note() string {
	parts := []string{c.Classification, upperFirst(c.Place)}
	if c.Volume != nil {
		parts = append(parts, "Document "+strconv.Itoa(c.ID.Serial))
		if c.Volume.Number == "" && c.Volume.Series != c.Volume.Name {
			parts = append(parts, "Volume "+c.Volume.Name)
		}
		if c.Serial > 0 {
			parts = append(parts, "Telegram "+strconv.Itoa(c.Serial))
		}
	}
	parts = append(parts, c.Archive)
	if c.Headline {
		parts = append(parts, "The title is the publisher's headline")
	}
	if c.Date.supplied != "" {
		parts = append(parts, "Date from the "+c.Date.supplied)
	}
	if c.Volume != nil && c.Volume.Inferred {
		parts = append(parts, "Id from "+line(c.evidence))
	}
	if c.File != "" {
		read := "Read from " + strings.TrimSpace(c.Kind+" "+c.File)
		if !c.Source.Span.Empty() {
			read += fmt.Sprintf(", bytes %d to %d", c.Source.Span.Start, c.Source.Span.End)
		}
		if c.Source.SHA256 != "" {
			read += ", SHA-256 " + line(c.Source.SHA256)
		}
		parts = append(parts, read)
	}
	return joined(". ", parts...)
}

func upperFirst(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
