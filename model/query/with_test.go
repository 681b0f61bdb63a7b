package query

import (
	"testing"
	"time"

	"reftel/model"
)

func TestWithAsksBoth(t *testing.T) {
	for _, tt := range []struct{ typed, condition, want string }{
		{"", "from:LISBON", "from:LISBON "},
		{"   ", "from:LISBON", "from:LISBON "},
		{"harbor ", "from:LISBON", "harbor from:LISBON "},
		{"harb", "from:LISBON", "harb* from:LISBON "},
		{"harb*", "from:LISBON", "harb* from:LISBON "},
		{"from:LISBON ", "date:2009-03..2009-05", "from:LISBON date:2009-03..2009-05 "},
		{"class:S", "tag:PREL", "class:S tag:PREL "},
		{"ship OR boat ", "tag:PREL", "ship OR boat tag:PREL "},
		{"ship OR", "tag:PREL", "tag:PREL ship OR"},
		{`"cold harbor"`, "tag:PREL", `"cold harbor" tag:PREL `},
		{`"cold harb`, "tag:PREL", `tag:PREL "cold harb`},
		{"(ship -old", "tag:PREL", "tag:PREL (ship -old"},
		{"ship -", "tag:PREL", "tag:PREL ship -"},
		{"date:20", "tag:PREL", "tag:PREL date:20"},
		{"tag:PREL ", "tag:PREL", "tag:PREL "},
		{"harbor tag:PREL from:LISBON ", "tag:PREL", "harbor tag:PREL from:LISBON "},
		{"tag:PRE", "tag:PREL", "tag:PRE* tag:PREL "},
		{"there: -", "tag:PREL", "tag:PREL there: -"},
	} {
		if got := With(tt.typed, tt.condition); got != tt.want {
			t.Errorf("%q with %q is %q, want %q", tt.typed, tt.condition, got, tt.want)
		}
	}
}

// A cable answers what was written exactly when it answers what was typed and the condition.
func TestWithFindsNoOthers(t *testing.T) {
	cables := []*model.Cable{
		{Station: "LISBON", From: "AMEMBASSY LISBON", Date: time.Date(2009, 3, 1, 0, 0, 0, 0, time.UTC), Subject: "THE COLD HARBOR"},
		{Station: "LISBONNE", From: "AMCONSUL LISBONNE", Date: time.Date(2009, 5, 31, 23, 59, 0, 0, time.UTC), Subject: "COLD HARBORS"},
		{Station: "ELMSTAD", From: "AMEMBASSY ELMSTAD", Date: time.Date(2009, 6, 1, 0, 0, 0, 0, time.UTC), Subject: "A SHIP"},
	}
	for _, typed := range []string{"", "har", "harbor", "cold OR", "cold OR ship", `"cold har`, `"cold harbor"`, "(cold", "-(ship", "from:LIS", "date:2009", "date:2009-0", "-", "subj", "harbor -"} {
		for _, condition := range []string{"from:LISBON", "date:2009-03..2009-05", `from:"AMEMBASSY ELMSTAD"`} {
			before, err := ParseTyped(typed)
			if err != nil {
				t.Fatal(err)
			}
			alone, err := Parse(condition)
			if err != nil {
				t.Fatal(err)
			}
			both, err := ParseTyped(With(typed, condition))
			if err != nil {
				t.Errorf("%q with %q: %v", typed, condition, err)
				continue
			}
			for _, c := range cables {
				if got, want := both.Matches(c), before.Matches(c) && alone.Matches(c); got != want {
					t.Errorf("%q with %q: %s answers: %v, want %v", typed, condition, c.Station, got, want)
				}
			}
		}
	}
}
