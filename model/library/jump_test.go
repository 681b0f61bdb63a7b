package library

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"reftel/model"
)

// mark makes a mark on the words form of a block.
func mark(c *model.Cable, kind model.MarkKind, block int, form string) model.Mark {
	at := strings.Index(c.Blocks[block].Text, form)
	return model.Mark{Kind: kind, Block: block, Span: model.Span{Start: at, End: at + len(form)}, Form: form}
}

func TestTargetsAreEverythingOneCanJumpTo(t *testing.T) {
	c := refer(t, cable(t, "09PORTVERDE7", "2009-06-20"), "09STATE8")
	c.References[0].State = model.NotInLibrary
	c.References = append(c.References, model.Reference{Bullet: "B", Kind: model.RefEmail, Raw: "Quill-Marsh e-mail", Block: 0, Span: model.Span{Start: 9, End: 9}})
	c.Blocks = append(c.Blocks,
		model.Block{Kind: model.Heading, Text: "The Harbour"},
		model.Block{Kind: model.Paragraph, Number: 5, Marking: "C", Text: "Minister Quill said (ref A) that XXXXXXXXXXXX would pay; see para 9."},
		model.Block{Kind: model.SubParagraph, Letter: "A", Text: "[matter omitted] and then the sea"},
		model.Block{Kind: model.SubParagraph, Letter: "-", Text: "a bullet"},
		model.Block{Kind: model.Preformatted, Text: "1  2"},
		model.Block{Kind: model.Rule, Text: "---"},
		model.Block{Kind: model.Paragraph, Text: "no number"},
	)
	refA := mark(c, model.Citation, 2, "ref A")
	refA.IDs, refA.State = []model.ID{id(t, "09STATE8")}, model.NotInLibrary
	para := mark(c, model.Citation, 2, "para 9")
	para.RefTo, para.Target, para.State = model.ToParagraph, "9", model.NoSuchParagraph
	onList := mark(c, model.Citation, 0, "09STATE8")
	lost := model.Mark{Kind: model.Loss, Block: 3, Span: model.Span{Start: 33, End: 33}, Why: "ends in mid-sentence"}
	c.Marks = []model.Mark{onList, refA, mark(c, model.Redaction, 2, "XXXXXXXXXXXX"), para,
		mark(c, model.Omission, 3, "[matter omitted]"), lost, {Kind: model.PageBreak, Block: 3}}
	c.Names = []model.Name{{Name: "Ada Quill", Kind: model.Person, Mentions: []model.Mention{{Block: 2, Span: model.Span{Start: 9, End: 14}}}}}

	var got []string
	for _, target := range Targets(c) {
		got = append(got, fmt.Sprintf("%s %d | %s | %s", target.Kind, target.Block, target.Label, target.Text))
	}
	want := []string{
		"reference 0 | REF A | 09STATE8 → 09STATE8 (not in library)",
		"reference 0 | REF B | Quill-Marsh e-mail",
		"heading 1 | Heading | The Harbour",
		"paragraph 2 | ¶5 (C) | Minister Quill said (ref A) that XXXXXXXXXXXX would pay; see para 9.",
		"reference 2 | Reference | ref A → 09STATE8 (not in library)",
		"redaction 2 | Redaction 1 of 1 | Minister Quill said (ref A) that XXXXXXXXXXXX would pay; see para 9.",
		"reference 2 | Reference | para 9 (no such paragraph)",
		"paragraph 3 | ¶5a | [matter omitted] and then the sea",
		"omission 3 | Omission 1 of 1 | [matter omitted] and then the sea",
		"loss 3 | Loss 1 of 1 | [matter omitted] and then the sea (ends in mid-sentence)",
		"paragraph 4 | ¶5 | a bullet",
		"paragraph 5 | ¶5 table | 1  2",
		"paragraph 7 | ¶ | no number",
	}
	if !slices.Equal(got, want) {
		t.Errorf("targets\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestMarksAreShownAmongTheirWords(t *testing.T) {
	long := strings.Repeat("é harbour ", 20) + "XXXX\n" + strings.Repeat("Ärger, sea ", 20)
	at := strings.Index(long, "XXXX")
	got := inContext(long, model.Span{Start: at, End: at + 4})
	if want := "…é harbour é harbour é harbour é harbour XXXX Ärger, sea Ärger, sea Ärger, sea Ärger, sea…"; got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
	for cut := range len(long) {
		if s := inContext(long, model.Span{Start: cut, End: cut}); len(s) > 2*contextBytes+8 {
			t.Errorf("%d bytes of context", len(s))
		}
	}
	solid := strings.Repeat("é", 200)
	if s := inContext(solid, model.Span{Start: 200, End: 202}); !utf8.ValidString(s) {
		t.Errorf("runes are cut: %q", s)
	}
	if s := inContext("short", model.Span{Start: 90, End: 95}); s != "short" {
		t.Errorf("a span beyond the text gives %q", s)
	}
}

func searchList(t *testing.T) []*model.Cable {
	var out []*model.Cable
	for i, text := range []string{"the harbour, the harbour", "nothing", "Harbour dues", "sea"} {
		c := cable(t, fmt.Sprintf("09PORTVERDE%d", i+1), "2009-01-01")
		c.Blocks = []model.Block{
			{Kind: model.Header, Text: "harbour in a header line"},
			{Kind: model.Paragraph, Text: "first"}, {Kind: model.Paragraph, Text: text}}
		out = append(out, c)
	}
	out[1].Marks = []model.Mark{{Kind: model.Redaction, Block: 1, Span: model.Span{End: 5}}, {Kind: model.Loss, Block: 2}}
	return out
}

func TestSearchGoesOnIntoTheNextCable(t *testing.T) {
	cables := searchList(t)
	tests := []struct {
		from   int
		d      Direction
		needle string
		want   string
	}{
		{-1, Forward, "harbour", "0 0:0-7"}, // in the header
		{0, Forward, "harbour", "1 0:0-7"},
		{0, Forward, "Harbour d", "2 2:0-9"},
		{3, Forward, "harbour", "none"},
		{4, Backward, "harbour", "3 0:0-7"},
		{2, Backward, "harbour", "1 0:0-7"}, // in the header
		{0, Backward, "harbour", "none"},
		{-1, Forward, "header", "0 0:13-19"},
	}
	for _, tt := range tests {
		got := "none"
		if h, ok := NextWith(t.Context(), cables, tt.from, tt.d, tt.needle); ok {
			got = fmt.Sprintf("%d %d:%s", h.Index, h.Block, h.Span)
			if h.Cable != cables[h.Index] {
				t.Error("index and cable differ")
			}
		}
		if got != tt.want {
			t.Errorf("from %d, %+d, %q: %s, want %s", tt.from, tt.d, tt.needle, got, tt.want)
		}
	}
	ended, stop := context.WithCancel(t.Context())
	stop()
	if _, ok := NextWith(ended, cables, -1, Forward, "harbour"); ok {
		t.Error("a search that was stopped finds nothing")
	}
}

func TestMarksAreWalkedAcrossCables(t *testing.T) {
	cables := searchList(t)
	if h, ok := NextMarked(t.Context(), cables, -1, Forward, model.Redaction); !ok || h.Index != 1 || h.Block != 1 {
		t.Errorf("next redaction: %+v, %t", h, ok)
	}
	if h, ok := NextMarked(t.Context(), cables, 4, Backward, model.Loss, model.Omission); !ok || h.Index != 1 || h.Block != 2 {
		t.Errorf("previous loss: %+v, %t", h, ok)
	}
	if _, ok := NextMarked(t.Context(), cables, 1, Forward, model.Redaction); ok {
		t.Error("there is no further redaction")
	}
}
