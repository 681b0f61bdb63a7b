package cite

import (
	"strconv"
	"strings"
)

// Text returns the citation as a sentence in the house style.
func (c Citation) Text() string {
	title := ""
	if c.Title != "" {
		title = "“" + c.Title + "”"
	}
	var parts []string
	if c.Volume != nil {
		if title == "" {
			title = c.who()
		} else if c.Serial > 0 {
			title += " (telegram " + strconv.Itoa(c.Serial) + ")"
		}
		parts = []string{title, c.Date.text(), c.Classification, c.Volume.text(), "Document " + strconv.Itoa(c.ID.Serial), c.Archive, c.Place}
	} else {
		if c.Headline {
			title = "published as " + title
		}
		day := c.Date.text()
		if day == "" {
			day = "no date"
		}
		parts = []string{c.who(), title, day, c.Classification, c.Place, c.number(), c.Archive}
	}
	file := strings.TrimSpace(c.Kind + " " + c.File)
	if c.File == "" {
		file = ""
	} else {
		file = " (" + file + ")"
	}
	return joined(", ", parts...) + file + "."
}

// number names what to ask for: the id speaks for itself.
func (c Citation) number() string {
	if c.Archive != "" && c.Number != "" {
		return "document number " + c.Number
	}
	return c.Number
}

// joined puts the parts that are not empty together.
func joined(separator string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, separator)
}
