package parser

import (
	"fmt"
	"slices"
	"testing"

	"reftel/model"
)

// documentOf makes a document of an edition: two paragraphs, and a text as its note 1 beside notes 2 and 3.
func documentOf(note string) *model.Cable {
	c := cableOf("One.", "Two.")
	c.ID = model.ID{Volume: "frus1961-63v05", Serial: 40}
	for i, text := range []string{note, "Two.", "Three."} {
		c.Blocks = append(c.Blocks, model.Block{Kind: model.Note, Letter: fmt.Sprint(i + 1), Text: text})
	}
	return c
}

// citesOf returns the references of a cable as "form -> target", the target of a document in its volume.
func citesOf(c *model.Cable) []string {
	var out []string
	for _, m := range c.MarksOf(model.Citation) {
		target := m.Target
		if m.RefTo == model.ToDocument && len(m.IDs) > 0 {
			target = m.IDs[0].Volume + "/d" + m.Target
		}
		if m.Note != "" {
			target += " note " + m.Note
		}
		out = append(out, m.Form+" -> "+target)
	}
	return out
}

func TestDocumentsCited(t *testing.T) {
	const v = "frus1961-63v05/"
	for text, want := range map[string][]string{
		"See Document 9.":                                 {"Document 9 -> " + v + "d9"},
		"(Document 9)":                                    {"Document 9 -> " + v + "d9"},
		"See Documents 3 and 5.":                          {"Documents 3 -> " + v + "d3", "5 -> " + v + "d5"},
		"See Documents 12-14, 88, 89, and 90.":            {"Documents 12-14 -> " + v + "d12-14", "88 -> " + v + "d88", "89 -> " + v + "d89", "90 -> " + v + "d90"},
		"See Documents 112–14.":                           {"Documents 112–14 -> " + v + "d112-114"},
		"See Documents 193 and 195. The next":             {"Documents 193 -> " + v + "d193", "195 -> " + v + "d195"},
		"See footnote 1, Document 13.":                    {"footnote 1, Document 13 -> " + v + "d13 note 1"},
		"Footnote 6 to Document 13 says":                  {"Footnote 6 to Document 13 -> " + v + "d13 note 6"},
		"See Document 20, footnote 2.":                    {"Document 20, footnote 2 -> " + v + "d20 note 2"},
		"See Document 86, note 1.":                        {"Document 86, note 1 -> " + v + "d86 note 1"},
		"See footnote 2 above.":                           {"footnote 2 above -> 2"},
		"See footnote 3 below, and footnote 2.":           {"footnote 3 below -> 3", "footnote 2 -> 2"},
		"On the file cited in note 2.":                    {"note 2 -> 2"},
		"See footnotes 2 and 3.":                          {"footnotes 2 -> 2", "3 -> 3"},
		"See footnote 7.":                                 {"footnote 7 -> 7"},
		"to paragraph 2. See NIE 11, paragraphs 161-164.": {"paragraph 2 -> 2"}, // a note's own paragraphs are those that the document has
		"See paragraph 3, Document 13.":                   {"Document 13 -> " + v + "d13"},
		"Your 134[1] paragraph 2, their 4319,[2] paragraph 2 and 845[2](paragraph 2 (c))":          {},
		"(your paragraph 2), the Envoy\u2019s paragraph 2 and Sub\u2013paragraph 2":                {},
		"paragraph 2 (c) of our 767, paragraph 2[3] of our telegram 12, para 2 of our draft":       {},
		"paragraph 2 my 802, para 2 Embtel 28, paragraph 2 Port Vale's 2312, para 2, cable 211":    {},
		"Section C, paragraph 2 and paragraph 2 section A":                                         {},
		"the Envoy's (paragraph 2 (a) above), this telegram's paragraph 2; paragraph 2\nour draft": {"paragraph 2 -> 2", "paragraph 2 -> 2", "paragraph 2 -> 2"},
		"paragraph 2 of Document 13":                                                {"Document 13 -> " + v + "d13"},
		"See Foreign Relations, 1961–1963, vol. XXIV, Document 34.":                 {"Document 34 -> frus1961-63v24/d34"},
		"Ibid., 1958–1960, vol. X, Part 1, Documents 3 and 4.":                      {"Documents 3 -> frus1958-60v10p1/d3", "4 -> frus1958-60v10p1/d4"},
		"ibid., vol. XXIV, Document 34":                                             {}, // of which years, nobody knows
		"Documents on German Foreign Policy, vol. V, Document 7":                    {},
		"Printed in Documents on Disarmament, 1962, vol. I, pp. 1-3.":               {},
		"Declassified Documents, 1977, 73B; Documents 1961":                         {},
		"Ibid., vol. VII, page 512, footnote 4 thereto, and footnote 7 on page 521": {},
		"Ibid., page 97, footnote 4)":                                               {},
		"Please note 3 points. A document 5 pages long; Document A; Document 5th":   {},
	} {
		c := documentOf(text)
		findMarks(c)
		checkMarks(t, c)
		if got := citesOf(c); !slices.Equal(got, want) && len(got)+len(want) > 0 {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
		plain := cableOf(text)
		findMarks(plain)
		for _, m := range plain.MarksOf(model.Citation) {
			if m.RefTo == model.ToDocument || m.RefTo == model.ToNote {
				t.Errorf("%q: %+v in a cable of no edition", text, m)
			}
		}
	}
}

func TestDocumentRangeHasAllIDs(t *testing.T) {
	c := documentOf("Documents 12-14")
	findMarks(c)
	if m := c.MarksOf(model.Citation); len(m) != 1 || len(m[0].IDs) != 3 || m[0].IDs[2].Serial != 14 {
		t.Errorf("a range: %+v", m)
	}
	c = documentOf("Documents 1-9999")
	findMarks(c)
	if m := c.MarksOf(model.Citation); len(m) != 1 || len(m[0].IDs) != citationMost {
		t.Errorf("a range without end has %d ids", len(m[0].IDs))
	}
}

func TestNotesCitedHaveStates(t *testing.T) {
	c := documentOf("See footnotes 2 and 7.")
	findMarks(c)
	m := c.MarksOf(model.Citation)
	if len(m) != 2 || m[0].State != model.Resolved || m[1].State != model.NoSuchParagraph || m[1].Why != citationNoSuchNote {
		t.Errorf("%+v", m)
	}
}

// TestMarkupIsNotMarkedTwice: what the reader of a format has marked stands alone, and the sign of a
// note glued to a number is none of it.
func TestMarkupIsNotMarkedTwice(t *testing.T) {
	c := documentOf("See Document 9 and Documents 3 and 52.")
	given := model.Mark{Kind: model.Citation, Block: 2, Span: model.Span{Start: 4, End: 14}, Form: "Document 9", RefTo: model.ToDocument, Target: "x", IDs: []model.ID{{Serial: 1}}}
	sign := model.Mark{Kind: model.NoteSign, Block: 2, Span: model.Span{Start: 36, End: 37}, Form: "2", Target: "2"}
	c.Marks = []model.Mark{sign, given}
	findMarks(c)
	checkMarks(t, c)
	want := []string{"Document 9 -> /dx", "Documents 3 -> frus1961-63v05/d3", "5 -> frus1961-63v05/d5"}
	if got := citesOf(c); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Where a document begins to number with 2, what stands before is "paragraph 1 above".
func TestUnwrittenFirstParagraph(t *testing.T) {
	for text, want := range map[string]model.RefState{
		"As in paragraph 1 (b) above.": model.ParagraphHere,
		"Their paragraph is fine.":     "",
		"On paragraph 1: it is fine.":  model.NoSuchParagraph, // of the draft that is discussed
	} {
		c := cableOf("One.", text)
		c.ID = model.ID{Volume: "dafp42", Serial: 40}
		c.Blocks[0].Number, c.Blocks[1].Number = 0, 2
		findMarks(c)
		var state model.RefState
		for _, m := range c.MarksOf(model.Citation) {
			state = m.State
		}
		if state != want {
			t.Errorf("%q: %q, want %q", text, state, want)
		}
		if at, ok := c.Paragraph(1); !ok || at != 0 {
			t.Errorf("paragraph 1 is block %d, %v", at, ok)
		}
	}
}
