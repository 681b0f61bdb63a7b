package library

import (
	"slices"
	"testing"

	"reftel/model"
)

func TestHiddenIsCounted(t *testing.T) {
	redacted := func(written, date string, marks ...model.Mark) *model.Cable {
		c := cable(t, written, date)
		c.Blocks = []model.Block{
			{Kind: model.Header, Role: model.SubjectRole, Text: "X"},
			{Kind: model.Paragraph, Number: 1}, {Kind: model.SubParagraph}, {Kind: model.SubParagraph},
			{Kind: model.Heading}, {Kind: model.Paragraph, Number: 2}, {Kind: model.Note}, {Kind: model.Preformatted}, {Kind: model.Signature},
		}
		for i := range marks {
			marks[i].Kind = model.Redaction
		}
		c.Marks = append(marks, model.Mark{Kind: model.Omission, Block: 5})
		return c
	}
	h := NewHiding()
	for _, c := range []*model.Cable{
		redacted("09LISBON1", "2009-01-05", model.Mark{Block: 2, Extent: "2 lines"}, model.Mark{Block: 3, Form: "XXXXX"}, model.Mark{Block: 6, Form: "[excised]"}),
		redacted("09LISBON2", "2009-01-06", model.Mark{Block: 0, Extent: "name", Code: "B1, 1.4(D)", Why: "defense; foreign relations"}, model.Mark{Block: 7, Code: "B1", Why: "defense"}),
		redacted("08VIENNA1", "", model.Mark{Block: 5, Extent: "1 line"}),
	} {
		h.Note(c)
		h.Read(c)
	}
	h.Note(cable(t, "09LISBON3", "2009-02-01"))
	h.Note(cable(t, "09QUITO1", "2009-02-01"))
	got := h.Hidden()
	if want := (Concealed{Cables: 5, Redacted: 3, Redactions: 6, Paragraphs: 6, Touched: 3}); got.All != want {
		t.Errorf("in all %+v, want %+v", got.All, want)
	}
	for _, tt := range []struct {
		name      string
		got, want []Concealed
	}{
		{"posts", got.Posts, []Concealed{{Value: "LISBON", Cables: 3, Redacted: 2, Redactions: 5, Paragraphs: 4, Touched: 2}, {Value: "VIENNA", Cables: 1, Redacted: 1, Redactions: 1, Paragraphs: 2, Touched: 1}}},
		{"years", got.Years, []Concealed{{Value: "2009", Cables: 4, Redacted: 2, Redactions: 5, Paragraphs: 4, Touched: 2}, {Cables: 1, Redacted: 1, Redactions: 1, Paragraphs: 2, Touched: 1}}},
		{"kinds", got.Kinds, []Concealed{{Value: "line", Redactions: 2}, {Value: "not stated", Redactions: 2}, {Value: "name", Redactions: 1}, {Value: "row of X", Redactions: 1}}},
		{"codes", got.Codes, []Concealed{{Redactions: 4}, {Value: "B1", Meaning: "defense", Redactions: 2}, {Value: "1.4(D)", Meaning: "foreign relations", Redactions: 1}}},
	} {
		if !slices.Equal(tt.got, tt.want) {
			t.Errorf("%s: %+v, want %+v", tt.name, tt.got, tt.want)
		}
	}
}

func TestKindsOfRedactions(t *testing.T) {
	for extent, want := range map[string]string{"2 lines": "line", "less than 1 line": "line", "1 paragraph (6 lines)": "paragraph", "name": "name",
		"2 lines of 2-column text": "line", "dollar amount": "amount", "2 entries": "entry", "1 1/2 pages": "page", "address": "address", "": Unstated} {
		if got := KindOf(model.Mark{Extent: extent, Form: "[excised]"}); got != want {
			t.Errorf("%q is %q, want %q", extent, got, want)
		}
	}
	for form, want := range map[string]string{"XXXXXXXX": RowOfX, "xxxxx": RowOfX, "[xxx xxx]": RowOfX, "[...]": Unstated, "": Unstated} {
		if got := KindOf(model.Mark{Form: form}); got != want {
			t.Errorf("%q is %q, want %q", form, got, want)
		}
	}
}
