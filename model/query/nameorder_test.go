package query

import (
	"testing"

	"reftel/model"
)

// A name with a comma is asked for surname first and the other way round, as it is written in the cable or in an index.
func TestNamesAreAskedForInBothOrders(t *testing.T) {
	named := func(names ...string) *model.Cable {
		c := &model.Cable{}
		for _, n := range names {
			c.Names = append(c.Names, model.Name{Name: n, Kind: model.Person, Forms: []string{n}})
		}
		return c
	}
	for _, tt := range []struct {
		typed bool
		query string
		cable *model.Cable
		want  bool
	}{
		{false, `name:"brito, anselmo"`, named("Anselmo Brito"), true},
		{false, `name:"BRITO, Anselmo"`, named("Brito, Anselmo"), true},
		{false, `name:"brito,anselmo"`, named("Anselmo Brito"), true},
		{false, `name:"peña lopez, marisol"`, named("Marisol Pena Lopez"), true},
		{false, `name:"brito, anselmo"`, named("Anselmo Quill", "Helio Brito"), false},
		{false, `name:"brito, anselmo"`, named("Anselmo X. Brito"), false},
		{false, `name:"anselmo, brito"`, named("Anselmo Brito"), true},
		{false, `name:"brito anselmo"`, named("Anselmo Brito"), false}, // a phrase keeps its order
		{false, `name:"brito,"`, named("Anselmo Brito"), true},
		{false, `name:", brito"`, named("Anselmo Brito"), true},
		{false, `-name:"brito, anselmo"`, named("Anselmo Brito"), false},
		{false, `name:"brito, ans"`, named("Anselmo Brito"), false},
		{true, `name:"brito`, named("Anselmo Brito"), true},
		{true, `name:"brito,`, named("Anselmo Brito"), true},
		{true, `name:"brito, `, named("Anselmo Brito"), true},
		{true, `name:"brito, ans`, named("Anselmo Brito"), true},
		{true, `name:"brito, anselmo`, named("Anselmo Brito"), true},
		{true, `name:"brito, anselmo"`, named("Anselmo Brito"), true},
		{true, `name:"brito, x`, named("Anselmo Brito"), false},
	} {
		parse := Parse
		if tt.typed {
			parse = ParseTyped
		}
		q, err := parse(tt.query)
		if err != nil {
			t.Errorf("%s: %v", tt.query, err)
			continue
		}
		if got := q.Matches(tt.cable); got != tt.want {
			t.Errorf("%s (typed: %v) finds %v: %v, want %v", tt.query, tt.typed, tt.cable.Names[0].Name, got, tt.want)
		}
	}
}
