package compare

import (
	"slices"
	"strings"
	"time"

	"reftel/model"
	"reftel/model/match"
)

// Field is a part of the header that says something else in the two copies, or that one of them has alone.
type Field struct {
	Name   string   // classification, TAGS, references ...
	A, B   []string // what that copy has and the other has not
	Absent Side     // the copy that has nothing of the kind, if one is without
}

// fields compares the headers by what they say, however it is written. The subject and other sentences of the header are
// not among them: they are compared word by word.
func fields(a, b *model.Cable) []Field {
	var out []Field
	for _, f := range []struct {
		name string
		of   func(*model.Cable) []string
	}{
		{"classification", func(c *model.Cable) []string { return some(c.Classification.String()) }},
		{"caveats", func(c *model.Cable) []string { return c.Caveats }},
		{"captions", func(c *model.Cable) []string { return c.Captions }},
		{"precedence", precedences},
		{"date-time group", func(c *model.Cable) []string { return some(c.DTG) }},
		{"from", func(c *model.Cable) []string { return some(c.From) }},
		{"to", func(c *model.Cable) []string { return addressees(c.To) }},
		{"info", func(c *model.Cable) []string { return addressees(c.Info) }},
		{"executive order", func(c *model.Cable) []string { return some(c.ExecutiveOrder) }},
		{"declassify on", func(c *model.Cable) []string { return some(c.DeclassifyOn) }},
		{"TAGS", tags},
		{"references", references},
	} {
		out = add(out, f.name, f.of(a), f.of(b))
	}
	dateA, dateB := dates(a, b)
	return add(out, "date", some(dateA), some(dateB))
}

// add adds a field of two copies, if it differs.
func add(out []Field, name string, a, b []string) []Field {
	f := Field{Name: name, A: without(a, b), B: without(b, a)}
	switch {
	case len(a) == 0:
		f.Absent = SideA
	case len(b) == 0:
		f.Absent = SideB
	}
	if len(f.A)+len(f.B) == 0 {
		return out
	}
	return append(out, f)
}

// some is a list of one value, or of none.
func some(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

// without returns the values that are not among others, each once, whatever their case and punctuation.
func without(values, others []string) []string {
	seen := map[string]bool{}
	for _, o := range others {
		seen[folded(o)] = true
	}
	var out []string
	for _, v := range values {
		if f := folded(v); !seen[f] {
			seen[f] = true
			out = append(out, v)
		}
	}
	return out
}

func folded(s string) string { return strings.ReplaceAll(match.Fold(s), " ", "") }

func precedences(c *model.Cable) []string {
	var out []string
	for _, p := range c.Precedence {
		out = append(out, string(p))
	}
	return out
}

func addressees(list []model.Addressee) []string {
	var out []string
	for _, a := range list {
		out = append(out, a.Name)
	}
	return out
}

func tags(c *model.Cable) []string {
	var out []string
	for _, t := range c.Tags {
		out = append(out, t.Code)
	}
	return out
}

// references returns the entries of the REF list: ids where they lead to cables, else as they are written.
func references(c *model.Cable) []string {
	var out []string
	for _, r := range c.References {
		if r.ID.IsZero() {
			out = append(out, r.Raw)
		} else {
			out = append(out, r.ID.String())
		}
	}
	return slices.Clip(out)
}

// dates writes the dates of two copies as exactly as both are known.
func dates(a, b *model.Cable) (inA, inB string) {
	layout := "2006-01-02 15:04"
	if a.DateKind != "" || b.DateKind != "" {
		layout = time.DateOnly
	}
	write := func(c *model.Cable) string {
		if c.Date.IsZero() {
			return ""
		}
		return c.Date.UTC().Format(layout)
	}
	return write(a), write(b)
}
