package cli

import (
	"fmt"
	"strings"

	"reftel/model"
)

// joined puts what is not empty together.
func joined(separator string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, separator)
}

// classified returns level and caveats as the cables write them: SECRET//NOFORN.
func classified(c *model.Cable) string {
	return joined("//", append([]string{c.Classification.String()}, c.Caveats...)...)
}

// when returns date and time in words.
func when(c *model.Cable) string {
	if c.Date.IsZero() {
		return "no date"
	}
	return c.Date.UTC().Format("Mon 2 January 2006, 15:04 UTC")
}

// origin names the post: as the publisher does, else as the cable does, else as the id does.
func origin(c *model.Cable) string {
	switch {
	case c.Origin != "":
		return c.Origin
	case c.From != "":
		return c.From
	}
	return c.Station
}

func sections(c *model.Cable) string {
	if c.Sections < 2 {
		return ""
	}
	return fmt.Sprintf("%d sections", c.Sections)
}

// counted says how much there is to read, and what is missing.
func counted(c *model.Cable) string {
	redactions, losses, numbered, all := 0, 0, 0, 0
	for i := range c.Marks {
		switch c.Marks[i].Kind {
		case model.Redaction:
			redactions++
		case model.Loss:
			losses++
		}
	}
	for i := range c.Blocks {
		if b := &c.Blocks[i]; b.Kind == model.Paragraph {
			all++
			if b.Number > 0 {
				numbered++
			}
		}
	}
	if numbered > 0 {
		all = numbered
	}
	return joined(" · ", some(all, "paragraph"), some(redactions, "redaction"), some(losses, "lost end"))
}

// some returns a count with its noun, "" for none.
func some(n int, noun string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// firstWords cuts a text that stands in for a subject.
func firstWords(s string) string {
	const enough = 70
	words := strings.Join(strings.Fields(s), " ")
	if len(words) <= enough {
		return words
	}
	if end := strings.LastIndexByte(words[:enough], ' '); end > 0 {
		return words[:end] + " …"
	}
	return words
}

// tagMeanings spells out the TAGS whose meaning is known.
func tagMeanings(c *model.Cable) string {
	var parts []string
	for _, t := range c.Tags {
		if t.Meaning != "" {
			parts = append(parts, quoteLine(t.Code)+" "+t.Meaning)
		}
	}
	return strings.Join(parts, " · ")
}

// leadsTo says what an entry of the REF list is and whether it can be followed: "A: 09MEXICO3195,
// year inferred, not in library".
func leadsTo(r *model.Reference) string {
	what := string(r.Kind)
	if !r.ID.IsZero() {
		what = r.ID.String()
	}
	inferred, previous := "", ""
	if r.YearInferred {
		inferred = "year inferred"
	}
	if r.AndPrevious {
		previous = "and earlier ones"
	}
	out := joined(", ", what, inferred, previous, string(r.State))
	if r.Bullet != "" {
		return quoteLine(r.Bullet) + ": " + out
	}
	return out
}
