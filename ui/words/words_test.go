package words

import (
	"testing"
	"time"

	"reftel/model"
)

func TestAbout(t *testing.T) {
	text := func(number int) model.Block { return model.Block{Kind: model.Paragraph, Number: number, Text: "x"} }
	tests := []struct {
		name  string
		cable model.Cable
		want  string
	}{
		{"nothing known", model.Cable{}, "no date · no text"},
		{"the publisher's name of the post goes before the cable's", model.Cable{
			Date: time.Date(2010, 1, 29, 21, 49, 0, 0, time.FixedZone("CET", 3600)), Origin: "Embassy Lisbon", From: "AMEMBASSY LISBON",
			Blocks: []model.Block{text(0)},
		}, "Fri 29 January 2010, 20:49 UTC · Embassy Lisbon · 1 paragraph"},
		{"a document that has only a day", model.Cable{Date: time.Date(1961, 1, 21, 0, 0, 0, 0, time.UTC), DateKind: model.DayOnly}, "Sat 21 January 1961 · no text"},
		{"a time without a zone", model.Cable{Date: time.Date(1961, 1, 21, 16, 0, 0, 0, time.UTC), DateKind: model.LocalTime},
			"Sat 21 January 1961, 16:00 local time · no text"},
		{"the station of the id is the last resort", model.Cable{Station: "LISBON"}, "no date · LISBON · no text"},
		{"one section goes without saying", model.Cable{From: "AMEMBASSY LISBON", Sections: 1}, "no date · AMEMBASSY LISBON · no text"},
		{"where paragraphs are numbered, those count", model.Cable{Sections: 2, Blocks: []model.Block{text(0), text(1), text(2)}},
			"no date · 2 sections · 2 paragraphs"},
		{"else all count", model.Cable{Blocks: []model.Block{text(0)}}, "no date · 1 paragraph"},
		{"a header is no text", model.Cable{Blocks: []model.Block{{Kind: model.Header, Text: "x"}}}, "no date · no text"},
		{"what is hidden or missing", model.Cable{Blocks: []model.Block{text(0)}, Marks: []model.Mark{{Kind: model.Redaction}, {Kind: model.Redaction}, {Kind: model.Loss}, {Kind: model.Omission}}},
			"no date · 1 paragraph · 2 redactions · 1 lost end"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := About(&tt.cable); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestClassification(t *testing.T) {
	tests := []struct {
		cable model.Cable
		want  string
	}{
		{model.Cable{}, ""},
		{model.Cable{Classification: model.Secret}, "SECRET"},
		{model.Cable{Classification: model.Secret, Caveats: []string{"NOFORN", "REL GBR"}}, "SECRET//NOFORN//REL GBR"},
	}
	for _, tt := range tests {
		if got := Classification(&tt.cable); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 cables", 1: "1 cable", 2: "2 cables"} {
		if got := Count(n, "cable"); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}
