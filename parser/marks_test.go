package parser

import (
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"reftel/model"
)

// cableOf makes a cable of 2010 from Mexico whose text is paragraphs 1, 2, 3 ...
func cableOf(texts ...string) *model.Cable {
	c := &model.Cable{ID: model.ID{Year: 2010, Station: "MEXICO", Serial: 83}, Year: 2010}
	for i, t := range texts {
		c.Blocks = append(c.Blocks, model.Block{Kind: model.Paragraph, Number: i + 1, Text: t})
	}
	return c
}

// formsOf returns the forms of the marks of one kind that are found in text.
func formsOf(kind model.MarkKind, text string) []string {
	c := cableOf(text)
	findMarks(c)
	var forms []string
	for _, m := range c.MarksOf(kind) {
		forms = append(forms, m.Form)
	}
	return forms
}

// testForms checks the forms of one kind in the text of every case: the parts of the text that
// are set in guillemets, which are taken out first. A text without any is a false friend.
func testForms(t *testing.T, kind model.MarkKind, cases []string) {
	t.Helper()
	for _, marked := range cases {
		var want []string
		for rest := marked; ; {
			_, after, found := strings.Cut(rest, "«")
			if !found {
				break
			}
			form, tail, _ := strings.Cut(after, "»")
			want, rest = append(want, form), tail
		}
		text := strings.NewReplacer("«", "", "»", "").Replace(marked)
		if got := formsOf(kind, text); !slices.Equal(got, want) {
			t.Errorf("%s in %q:\n got %q\nwant %q", kind, text, got, want)
		}
	}
}

// checkMarks holds what every mark of every cable promises.
func checkMarks(t *testing.T, c *model.Cable) {
	t.Helper()
	for i, m := range c.Marks {
		if m.Block < 0 || m.Block >= len(c.Blocks) {
			t.Fatalf("mark %+v lies in no block", m)
		}
		text := c.Blocks[m.Block].Text
		if m.Span.Start < 0 || m.Span.End < m.Span.Start || m.Span.End > len(text) {
			t.Fatalf("mark %+v lies outside its block of %d bytes", m, len(text))
		}
		if got := text[m.Span.Start:m.Span.End]; m.Kind != model.PageBreak && m.Kind != model.Stamp && got != m.Form {
			t.Errorf("mark %+v: text there is %q", m, got)
		}
		place := m.Kind == model.Loss || m.Kind == model.PageBreak || m.Kind == model.Stamp
		if m.Span.Empty() != place && m.Kind != model.NoteSign {
			t.Errorf("mark %+v: only losses, page markers, stamps and signs of notes are places", m)
		}
		if !utf8.ValidString(m.Form) {
			t.Errorf("mark %+v cuts a character", m)
		}
		if m.Kind == model.Loss && !c.Blocks[m.Block].EndLost {
			t.Errorf("mark %+v: EndLost is not set", m)
		}
		if m.Kind == model.Citation && m.RefTo == "" {
			t.Errorf("mark %+v refers to nothing", m)
		}
		if i == 0 {
			continue
		}
		before := c.Marks[i-1]
		if before.Block > m.Block || before.Block == m.Block && before.Span.Start > m.Span.Start {
			t.Errorf("marks %+v and %+v are not in reading order", before, m)
		}
		if m.Kind != model.PageBreak && m.Kind == before.Kind && m.Block == before.Block && m.Span == before.Span &&
			m.Target == before.Target && m.RefTo == before.RefTo {
			t.Errorf("mark %+v stands twice", m)
		}
	}
}

// everyMark is a text with all that marks are made of; the property test cuts and shuffles it.
const everyMark = `XXXXXXXXXXXX (strictly protect) told PolOff (ref A, para 3) that businessmanXXXX X X X X [NAME REMOVED]
said “we . . . xxx” "no [...] more". . . . See refs B-D, E and F, reftel's paras 3-4; para 5, paras 2 through 4, septel.
09 MEXICO 2952, STATE 12345, 10MEXICO83 [garble] QA"z_1in ¿¿¿¿ ���� [2-1/2 lines of source text not declassified] [ ] B1
____ 1.4(b) [Omitted here is a list.] [2 lines not declassified [matter omittedj(#) (GARBLE) [1 line [of source text] not declassified] please protect his identity. MM/DD/XXXX www.xxxx.example Mr. XXX [xx] hearts and`

func TestMarksPromises(t *testing.T) {
	text := everyMark
	for cut := 0; cut < len(text); cut++ {
		c := cableOf("1", text[:cut], strings.ToValidUTF8(text[cut:], "?"))
		c.Blocks[1].Text = strings.ToValidUTF8(text[:cut], "?")
		c.References = []model.Reference{{Bullet: "A", Kind: model.RefCable, ID: model.ID{Year: 2009, Station: "STATE", Serial: 1}}}
		findMarks(c)
		checkMarks(t, c)
	}
}

func TestMarksOfHeader(t *testing.T) {
	c := cableOf("text of one.")
	c.Blocks = append([]model.Block{
		{Kind: model.Header, Role: model.TransmissionRole, Text: "VZCZCXXXX0001"},
		{Kind: model.Header, Role: model.SubjectRole, Text: "MEETING WITH XXXXXXXXXXXX"},
		{Kind: model.Header, Role: model.ClassifiedByRole, Text: "XXXXXXXXXXXX for reasons 1.4 (b) and (d)."},
		{Kind: model.Header, Role: model.ExecutiveOrderRole, Text: "DECL: X1"},
		{Kind: model.Header, Role: model.TagsRole, Text: "XA, XF, XL, OVIP (XXXXXXXXXXXX)"},
		{Kind: model.Header, Role: model.AttentionRole, Text: "STATE 12345 FOR S/S (PROTECT), SEE PARA 1"},
	}, c.Blocks...)
	findMarks(c)
	checkMarks(t, c)
	var blocks []int
	for _, m := range c.Marks {
		if m.Kind != model.Redaction {
			t.Errorf("%+v: only redactions, omissions and garbles are looked for in headers", m)
		}
		blocks = append(blocks, m.Block)
	}
	if want := []int{1, 2, 4}; !slices.Equal(blocks, want) {
		t.Errorf("redactions in blocks %v, want %v", blocks, want)
	}
}

func TestMarksKeepPageMarkers(t *testing.T) {
	c := cableOf("XXXXXXXXXXXX said that one of the XXXXXXXXXXXX.", "Two.")
	page := model.Mark{Kind: model.PageBreak, Block: 0, Span: model.Span{Start: 20, End: 20}, Page: 2, Pages: 5, Form: "MEXICO 00000083 002 OF 005"}
	c.Marks = []model.Mark{page, page}
	findMarks(c)
	var kinds []string
	for _, m := range c.Marks {
		kinds = append(kinds, string(m.Kind))
	}
	want := []string{"redaction", "page", "page", "redaction"}
	if !slices.Equal(kinds, want) {
		t.Errorf("marks are %v, want %v", kinds, want)
	}
}

// TestMarksAreBounded: a file can be nothing but marks, and each takes far more memory than its text.
func TestMarksAreBounded(t *testing.T) {
	for name, unit := range map[string]string{"runs": "XXXX ", "brackets": "[] ", "letters": "ref A ", "garbles": "(#)", "documents": "Documents 1-64 ", "codes": "[B1]"} {
		c := cableOf(strings.Repeat(unit, marksMost+1), "XXXXXXXXXXXX")
		c.ID = model.ID{Volume: "v", Serial: 1}
		for i := range citationMost {
			c.References = append(c.References, model.Reference{Bullet: "A", Kind: model.RefCable, ID: model.ID{Year: 2009, Station: "STATE", Serial: i + 1}, Block: 1, Span: model.Span{Start: 0, End: 1}})
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		findMarks(c)
		runtime.ReadMemStats(&after)
		if len(c.Marks) != marksMost || len(c.Warnings) != 1 || c.Warnings[0].Kind != WarnMarks {
			t.Errorf("%s: %d marks, warnings %v", name, len(c.Marks), c.Warnings)
		}
		if most := uint64(marksMost) * 2500; after.TotalAlloc-before.TotalAlloc > most {
			t.Errorf("%s: %d MB were asked for", name, (after.TotalAlloc-before.TotalAlloc)>>20)
		}
	}
}

func FuzzMarks(f *testing.F) {
	f.Add(everyMark, "A. STATE 1 B. E-MAIL")
	f.Add("ref A-Z and A, B & C/D (ref a) reftel 2", "")
	f.Add("[[[[ matter omitted [ not declassified ] ]]] [[X]", "x")
	f.Add("[less than 1 1ineofsource text notdeclassified] [matter omittedj[2] [11/2 lines declassified [Table (3 columns, 4 rows) not decl- assified]", "")
	f.Add("See footnotes 1, 2-3 and 4, Document 13, Documents 3-5 and 7, vol. XX, Part 1, Document 9, note 2", "Foreign Relations, 1961–1963, vol. V, Document 1")
	f.Add("RELEASE IN PART B1 1.4(B),(D) 25X1A9a [ ] EXCISE B6 ____ STAT", "WITHDRAWAL CARD\nEXCISE\n6 pages not declassified. One line expunged")
	f.Add("please please strictly protect the the source, again (protect", "¶")
	f.Add("\xef\xbf\xbd\xef\xbf \xc2\xbf\xc2\xbf\xc2 paras ¶3 \xe2\x80", "\xff")
	f.Fuzz(func(t *testing.T, text, list string) {
		text, list = strings.ToValidUTF8(text, "\ufffd"), strings.ToValidUTF8(list, "\ufffd")
		read := func() *model.Cable {
			c := cableOf(text, list, text)
			c.Blocks[1].Kind = model.Heading
			c.Blocks = append(c.Blocks, model.Block{Kind: model.Note, Letter: "1", Text: text})
			if len(text)%2 == 0 {
				c.ID = model.ID{Volume: "frus1961-63v05", Serial: 9}
			}
			if len(list) > 2 {
				c.References = []model.Reference{
					{Bullet: "A", Kind: model.RefCable, ID: model.ID{Year: 2009, Station: "STATE", Serial: 1}, Block: 1, Span: model.Span{Start: 0, End: len(list)}},
					{Bullet: "2", Kind: model.RefEmail, Block: 9, Span: model.Span{Start: 5, End: 4}},
				}
			}
			findMarks(c)
			return c
		}
		c := read()
		checkMarks(t, c)
		if again := read(); len(again.Marks) != len(c.Marks) {
			t.Errorf("%d marks, then %d in the same cable", len(c.Marks), len(again.Marks))
		}
	})
}

func BenchmarkMarks(b *testing.B) {
	text := strings.Repeat("The Ambassador told the Minister on January 14 that Mexico supports a resolution. ", 60) + everyMark
	c := cableOf(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		c.Marks = nil
		findMarks(c)
	}
}
