package cli

import (
	"strconv"
	"strings"

	"reftel/model"
	"reftel/model/cite"
	"reftel/ui/words"
)

// tableHead names the columns of an export as a table.
var tableHead = []string{"id", "date", "classification", "captions", "post", "to", "subject", "headline", "tags", "references",
	"paragraphs", "redactions", "omissions", "losses", "file", "sha256", "citation"}

// tableRow returns the cells of a cable. What the source does not have is an empty cell.
func tableRow(c *model.Cable) []string {
	day := ""
	if !c.Date.IsZero() {
		day = words.Day(c)
	}
	var to, tags, refs []string
	for _, a := range c.To {
		to = append(to, a.Name)
	}
	for _, tag := range c.Tags {
		tags = append(tags, tag.Code)
	}
	seen := map[model.ID]bool{{}: true}
	for _, r := range c.References {
		if id := r.ID.String(); !seen[r.ID] {
			seen[r.ID] = true
			refs = append(refs, id)
		}
	}
	paragraphs := 0
	for i := range c.Blocks {
		if c.Blocks[i].Kind == model.Paragraph {
			paragraphs++
		}
	}
	count := func(kind model.MarkKind) string { return strconv.Itoa(len(c.MarksOf(kind))) }
	return []string{c.ID.String(), day, words.Classification(c), strings.Join(c.Captions, " "), words.Post(c), strings.Join(to, "; "), c.Subject, c.Headline,
		strings.Join(tags, " "), strings.Join(refs, " "), strconv.Itoa(paragraphs), count(model.Redaction), count(model.Omission), count(model.Loss),
		c.Source.File, c.Source.SHA256, cite.Of(c).Text()}
}
