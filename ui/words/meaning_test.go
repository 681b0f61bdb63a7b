package words_test

import (
	"testing"

	"reftel/model"
	"reftel/model/expand"
	"reftel/ui/words"
)

func TestTermsSayWhereTheyAreFrom(t *testing.T) {
	c := &model.Cable{Blocks: []model.Block{
		{Kind: model.Header, Role: model.SubjectRole, Text: "The FWA"},
		{Kind: model.Paragraph, Number: 3, Text: "Federal Widget Agency (FWA)"},
		{Kind: model.SubParagraph, Letter: "a", Text: "and"},
	}}
	id := model.ID{Year: 2009, Station: "MEXICO", Serial: 2952}
	for _, tt := range []struct {
		meanings []expand.Meaning
		want     string
	}{
		{[]expand.Meaning{{Words: "Widgets", From: expand.Here, Block: 2}}, "W: Widgets, defined in this cable, paragraph 3"},
		{[]expand.Meaning{{Words: "Widgets", From: expand.Here, Block: 0, Loose: true}}, "W: Widgets, stands beside it in this cable, subject"},
		{[]expand.Meaning{{Words: "Widgets", From: expand.Library, ID: id, Cables: 15}}, "W: Widgets, defined in 09MEXICO2952 and 14 others"},
		{[]expand.Meaning{{Words: "Widgets", From: expand.Library, ID: id, Cables: 1}, {Words: "Wood", From: expand.Glossary}},
			"W: Widgets, defined in 09MEXICO2952; or Wood, reftel's glossary"},
		{[]expand.Meaning{{Words: "Government of India", From: expand.ByPost}}, "W: Government of India, by the post"},
		{[]expand.Meaning{{Words: "Government of India", From: expand.Possible}, {Words: "Government of Iran", From: expand.Possible}},
			"W: Government of India or of Iran, the post does not tell which"},
		{[]expand.Meaning{{Words: "Terrorists", From: expand.TagTable}}, "W: Terrorists, table of TAGS"},
	} {
		if got := words.Term(c, expand.Term{Word: "W", Meanings: tt.meanings}); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
