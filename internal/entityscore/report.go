package entityscore

import (
	"fmt"
	"strings"

	"reftel/model"
)

// Measures of a result by name, in the order of the table.
func (r *Result) Measures() []struct {
	Name   string
	Counts map[model.NameKind]Count
} {
	return []struct {
		Name   string
		Counts map[model.NameKind]Count
	}{{"entities", r.Entities}, {"mentions", r.Mentions}, {"strict", r.Strict}}
}

// String returns a table of all measures.
func (r *Result) String() string {
	var b strings.Builder
	for _, m := range r.Measures() {
		for _, kind := range Kinds {
			c := m.Counts[kind]
			fmt.Fprintf(&b, "%-9s %-13s precision %.3f  recall %.3f  F1 %.3f  (%d of %d, %d of %d)\n",
				m.Name, kind, c.Precision(), c.Recall(), c.F1(), c.Right, c.Given, c.Found, c.Gold)
		}
	}
	return b.String()
}
