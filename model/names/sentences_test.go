package names

import (
	"testing"

	"reftel/model"
)

func TestSentences(t *testing.T) {
	c := &model.Cable{Blocks: []model.Block{
		{Kind: model.Paragraph, Text: "Quill rowed. Mr. Quill met Quill's brother. Nobody saw them."},
		{Kind: model.Paragraph, Text: "Quill"},
	}}
	n := model.Name{Name: "Quill", Mentions: []model.Mention{
		{Block: 0, Span: model.Span{Start: 0, End: 5}},
		{Block: 0, Span: model.Span{Start: 17, End: 22}},
		{Block: 0, Span: model.Span{Start: 27, End: 32}},
		{Block: 1, Span: model.Span{Start: 0, End: 5}},
	}}
	want := []struct {
		text   string
		places int
	}{{"Quill rowed.", 1}, {"Mr. Quill met Quill's brother.", 2}, {"Quill", 1}}
	got := Sentences(c, n, 100)
	if len(got) != len(want) {
		t.Fatalf("%d sentences, want %d: %v", len(got), len(want), got)
	}
	for i, s := range got {
		if text := s.Span.In(c.Blocks[s.Block].Text); text != want[i].text || len(s.Places) != want[i].places {
			t.Errorf("sentence %d is %q with %d mentions, want %q with %d", i, text, len(s.Places), want[i].text, want[i].places)
		}
		for _, p := range s.Places {
			if p.In(c.Blocks[s.Block].Text) != "Quill" {
				t.Errorf("sentence %d: %q is no mention", i, p.In(c.Blocks[s.Block].Text))
			}
		}
	}
}
