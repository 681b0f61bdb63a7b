package query

import (
	"slices"
	"strings"

	"reftel/model"
)

// holds reports whether the words stand in the field of a cable.
func (f InField) holds(c *model.Cable) bool {
	return slices.ContainsFunc(Texts(c, f.Field), f.Text.in) || f.Field == ID && f.Text.isID(c.ID)
}

// isID reports whether an id is the one that is asked for, or begins as it does.
func (t *Text) isID(id model.ID) bool {
	if !t.ID.IsZero() {
		return t.ID == id
	}
	written := strings.ToLower(id.String())
	asked := strings.Join(t.Words, "")
	return written == asked || t.Prefix && strings.HasPrefix(written, asked)
}

// Texts returns what a cable has in a field that is searched by words, one text for each entry.
func Texts(c *model.Cable, f Field) []string {
	switch f {
	case ID:
		return []string{c.Station}
	case From:
		return []string{c.From, c.Origin, c.Station}
	case To:
		var out []string
		for _, addressees := range [][]model.Addressee{c.To, c.Info} {
			for _, a := range addressees {
				out = append(out, a.Name)
			}
		}
		return out
	case Tag:
		var out []string
		for _, tags := range [][]model.Tag{c.Tags, c.IndexerTags} {
			for _, t := range tags {
				out = append(out, t.Code, t.Meaning)
			}
		}
		return out
	case Subject:
		return []string{c.Subject, c.Headline}
	case Name:
		var out []string
		for i := range c.Names {
			out = append(append(out, c.Names[i].Name), c.Names[i].Forms...)
		}
		return out
	}
	return nil
}

// marksOf are the kinds of marks that make a cable have something.
var marksOf = map[Thing]model.MarkKind{
	HasRedaction: model.Redaction, HasOmission: model.Omission, HasLoss: model.Loss, HasGarble: model.Garble, HasReference: model.Citation,
}

// Contains reports whether a cable has something in its text.
func Contains(c *model.Cable, what Thing) bool {
	if what == HasSummary {
		return c.Summary != ""
	}
	kind, ok := marksOf[what]
	return ok && slices.ContainsFunc(c.Marks, func(m model.Mark) bool { return m.Kind == kind }) ||
		what == HasReference && len(c.References) > 0
}
