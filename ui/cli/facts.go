package cli

import (
	"strings"

	"reftel/model"
	"reftel/model/excerpt"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// fallbackSign marks a title that is no subject, but the publisher's headline or the first words
// of the text.
const fallbackSign = "~ "

// fallbackBytes is how much of the text is shown in place of a subject.
const fallbackBytes = 70

// flat makes words of a source harmless and puts them on one line.
func flat(s string) string { return visible.Line(excerpt.OneLine(s)) }

// id returns the id of a cable as it is printed, or says that it has none.
func id(c *model.Cable) string {
	if c.ID.IsZero() {
		return "no id"
	}
	return c.ID.String()
}

// title returns the subject of a cable, or what stands in for it.
func title(c *model.Cable) string {
	title, fallback := c.Title()
	if fallback && title != "" {
		return fallbackSign + excerpt.FirstWords(title, fallbackBytes)
	}
	return title
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
	out := words.Join(", ", what, inferred, previous, string(r.State))
	if r.Bullet != "" {
		return quoteLine(r.Bullet) + ": " + out
	}
	return out
}
