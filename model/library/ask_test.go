package library

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/query"
)

func TestAskAnswersWhatConcernsSeveralCables(t *testing.T) {
	citing := refer(t, cable(t, "10PORTVERDE7", "2010-01-20"), "10STATE12?", "10QUITO3")
	copied := refer(t, cable(t, "10PORTVERDE7", "2010-01-20"), "10QUITO3")
	copied.Source.File = "copy.txt"
	l := libraryOf(citing, copied, cable(t, "09STATE12", "2009-01-01"), cable(t, "10LIMA44", "2010-06-01"))
	tests := []struct{ asked, want string }{
		{"ref:09STATE12", "10PORTVERDE7"}, // by the January rule
		{"ref:10STATE12", ""},
		{"ref:10QUITO3", "10PORTVERDE7 10PORTVERDE7"}, // missing, and still cited
		{"citedby:10PORTVERDE7", "09STATE12"},
		{"citedby:09STATE12", ""},
		{"is:copy", "10PORTVERDE7 10PORTVERDE7"},
		{"-is:copy", "09STATE12 10LIMA44"},
	}
	for _, tt := range tests {
		q, err := query.Parse(tt.asked)
		if err != nil {
			t.Fatal(err)
		}
		q = q.Bind(l.Ask)
		found := slices.DeleteFunc(slices.Clone(l.Cables()), func(c *model.Cable) bool { return !q.Matches(c) })
		if got := ids(found); got != tt.want {
			t.Errorf("%s finds %q, want %q", tt.asked, got, tt.want)
		}
	}
}

func TestHitsStandInTheOrderOfTheSource(t *testing.T) {
	c := cable(t, "09PORTVERDE1", "2009-01-30")
	c.Blocks = []model.Block{
		{Kind: model.Header, Role: model.SubjectRole, Text: "A BELL"},
		{Kind: model.Paragraph, Text: "The tower has a bell, the bell a crack."},
	}
	q, err := query.Parse("bell crack date:2009")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range Hits(c, q) {
		got = append(got, fmt.Sprintf("%d:%s", p.Block, p.Span.In(c.Blocks[p.Block].Text)))
	}
	if want := "0:BELL 1:bell 1:bell 1:crack"; strings.Join(got, " ") != want {
		t.Errorf("hits %q, want %q", got, want)
	}
}
