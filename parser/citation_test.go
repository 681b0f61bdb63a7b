package parser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// mexicoList is a REF list with a letter that holds two cables, one that stands twice, and one
// that is an e-mail.
func mexicoList() []model.Reference {
	id := func(year int, station string, serial int) model.ID {
		return model.ID{Year: year, Station: station, Serial: serial}
	}
	return []model.Reference{
		{Bullet: "A", Kind: model.RefCable, ID: id(2009, "MEXICO", 3573)},
		{Bullet: "B", Kind: model.RefCable, ID: id(2010, "STATE", 1201)},
		{Bullet: "B", Kind: model.RefCable, ID: id(2010, "STATE", 1202)},
		{Bullet: "C", Kind: model.RefEmail},
	}
}

// citations returns the references found in the text as "form > target state ids".
func citations(c *model.Cable) []string {
	findMarks(c)
	var out []string
	for _, m := range c.MarksOf(model.Citation) {
		s := fmt.Sprintf("%s > %s", m.Form, m.RefTo)
		if m.RefTo != model.ToCable {
			s += " " + m.Target
		} else if len(m.IDs) > 0 && m.Target != m.IDs[0].String() {
			s += " but target " + m.Target
		}
		if m.State != "" {
			s += " (" + string(m.State) + ")"
		}
		for _, id := range m.IDs {
			s += " " + id.String()
		}
		out = append(out, strings.Join(strings.Fields(s), " "))
	}
	return out
}

func TestCitedLetters(t *testing.T) {
	a, b, c := "letter A 09MEXICO3573", "letter B 10STATE1201 10STATE1202", "letter C (no cable)"
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"He agreed (ref a).", []string{"ref a > " + a}},
		{"As in Ref A, he", []string{"Ref A > " + a}},
		{"as ref. b says", []string{"ref. b > " + b}},
		{"delivered ref a demarche", []string{"ref a > " + a}},
		{"see Reftel B's points", []string{"Reftel B > " + b}},
		{"Refs A and B", []string{"Refs A > " + a, "B > " + b}},
		{"(refs A,B and C)", []string{"refs A > " + a, "B > " + b, "C > " + c}},
		{"reftels C/D", []string{"reftels C > " + c}}, // D is on no list: A/S is an office
		{"refs A-B", []string{"refs A-B > letter A-B 09MEXICO3573 10STATE1201 10STATE1202"}},
		{"REFTELS A THROUGH C AND", []string{"REFTELS A THROUGH C > letter A-C 09MEXICO3573 10STATE1201 10STATE1202"}},
		{"ref A & B; then", []string{"ref A > " + a, "B > " + b}},
		{"ref (a) and (b)", []string{"ref (a) > " + a, "(b) > " + b}},
		{"ref A and ref C.", []string{"ref A > " + a, "ref C > " + c}},
		{"Ref\nB, and", []string{"Ref\nB > " + b}},
		{"see ref D", []string{"ref D > letter D (letter without list)"}},
		{"ref A and a new law", []string{"ref A > " + a}},
		{"ref b and a new law", []string{"ref b > " + b}},
		{"ref A, I think", []string{"ref A > " + a}},
		{"ref A/DCM", nil},
		{"ref U.S. sources and ref e-mail", nil},
	} {
		cable := cableOf(tc.text)
		cable.References = mexicoList()
		var want []string
		for _, w := range tc.want {
			want = append(want, strings.Join(strings.Fields(w), " "))
		}
		if got := citations(cable); !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", tc.text, got, want)
		}
		checkMarks(t, cable)
	}
}

func TestCitedLists(t *testing.T) {
	all := " 09MEXICO3573 10STATE1201 10STATE1202"
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"as reported reftel, he", []string{"reftel > list" + all}},
		{"Reftels. And retel", []string{"Reftels > list" + all, "retel > list" + all}},
		{"reftel a new law", []string{"reftel > list" + all}},
		{"reftel I told", []string{"reftel > list" + all}},
		{"per reftel, in septel and SEPTELS", []string{"reftel > list" + all, "septel > septel (unnamed)", "SEPTELS > septel (unnamed)"}},
		{"(ref) and (see ref) and ref points", []string{"ref > list" + all, "ref > list" + all, "ref > list" + all}},
		{"REFTEL: MEXICO", nil},
		{"a reform, the preferable referee; ref was", nil},
		{"(see ref 2) and (ref 2010)", []string{"ref 2 > letter 2 (letter without list)"}},
		{"reftel 2 says", []string{"reftel > list" + all}},
	} {
		cable := cableOf(tc.text)
		cable.References = mexicoList()
		if got := citations(cable); !slices.Equal(got, tc.want) {
			t.Errorf("%q:\n got %q\nwant %q", tc.text, got, tc.want)
		}
	}
}

func TestCitationsWithoutList(t *testing.T) {
	cable := cableOf("(ref a), reftel")
	want := []string{"ref a > letter A (letter without list)", "reftel > list (letter without list)"}
	if got := citations(cable); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, m := range cable.Marks {
		if m.Why != citationNoList {
			t.Errorf("%s: why is %q", m.Form, m.Why)
		}
	}
}

func TestCitationsOfOneEntry(t *testing.T) {
	cable := cableOf("ref A, ref B, reftel 2")
	cable.References = mexicoList()[:1]
	cable.References[0].Bullet = ""
	want := []string{"ref A > letter A 09MEXICO3573", "ref B > letter B (letter without list)", "reftel > list 09MEXICO3573"}
	if got := citations(cable); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	cable = cableOf("see reftel 2.")
	cable.References = mexicoList()[:2]
	cable.References[0].Bullet, cable.References[1].Bullet = "1", "2"
	if got := citations(cable); !slices.Equal(got, []string{"reftel 2 > letter 2 10STATE1201"}) {
		t.Errorf("numbered list: got %q", got)
	}
}

func TestCitedParagraphs(t *testing.T) {
	here := func(form, n string) string { return form + " > paragraph " + n + " (paragraph)" }
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"(see Para 2)", []string{here("Para 2", "2")}},
		{"paragraph 3 below", []string{here("paragraph 3", "3")}},
		{"paras 2 and 4", []string{here("paras 2", "2"), here("4", "4")}},
		{"paragraphs 2 through 4.", []string{here("paragraphs 2", "2"), here("4", "4")}},
		{"paras 1, 3-4", []string{here("paras 1", "1"), here("3", "3"), here("4", "4")}},
		{"(paragraph 3-end)", []string{here("paragraph 3", "3")}},
		{"paragraph four and para. 2", []string{here("paragraph four", "4"), here("para. 2", "2")}},
		{"in paragraph ¶3.", []string{here("paragraph ¶3", "3")}},
		{"para 99", []string{"para 99 > paragraph 99 (no such paragraph)"}},
		{"in para 3, 12 officers", []string{here("para 3", "3")}},
		{"paragraph 2 of this cable", []string{here("paragraph 2", "2")}},
		{"para 2 in Arabic", []string{here("para 2", "2")}},
		{"paragraphs of Article 57, section 1.4, para 1.4, para 3,000", nil},
		{"Article 4, paragraph 1, UNSCR 1737 paragraph 2 and operative paragraph 3", nil},
		{"paragraph 3 of the summit communique, paragraph 1 of UNSCR 1822", nil},
		{"your paragraph 2, para 3 of our telegram 417", nil},
		{"para 3 of our telegram", []string{here("para 3", "3")}},
		{"sub-paragraph 2, parastatal 3, para-military 4", nil},
		{"Justicia Para Todos, para 3 personas, para 2010", nil},
		{"the 3 paragraphs; para 4th; para 2%", nil},
	} {
		cable := cableOf(tc.text, "two", "three", "four")
		if got := citations(cable); !slices.Equal(got, tc.want) {
			t.Errorf("%q:\n got %q\nwant %q", tc.text, got, tc.want)
		}
	}
}

func TestParagraphsOfAnotherTelegram(t *testing.T) {
	for _, text := range []string{"ref A paras 3-4", "ref A, para 3", "ref A (para 3)", "ref A's para 3 and 4.",
		"para 3 of ref A", "paras 3 and 4 ref A", "para 2 in ref A"} {
		cable := cableOf(text, "two", "three", "four")
		cable.References = mexicoList()
		if got := citations(cable); !slices.Equal(got, []string{"ref A > letter A 09MEXICO3573"}) {
			t.Errorf("%q: %q", text, got)
		}
	}
	cable := cableOf("reftel's para 2 and septel, paras 3-4", "two", "three", "four")
	if got := citations(cable); len(got) != 2 {
		t.Errorf("reftel's para 2: %q", got)
	}
}

func TestCitedIDs(t *testing.T) {
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"see 09 MEXICO 2952.", []string{"09 MEXICO 2952 > cable 09MEXICO2952"}},
		{"in 09STATE83 and", []string{"09STATE83 > cable 09STATE83"}},
		{"2008 STATE 000083,", []string{"2008 STATE 000083 > cable 08STATE83"}},
		{"08-OTTAWA-57", []string{"08-OTTAWA-57 > cable 08OTTAWA57"}},
		{"Ref A (05 Paris 5459 -- a title)", []string{"Ref A > letter A (letter without list)", "05 Paris 5459 > cable 05PARIS5459"}},
		{"in STATE 12345 we", []string{"STATE 12345 > cable 10STATE12345"}},
		{"(Bamako 538)", []string{"Bamako 538 > cable 10BAMAKO538"}},
		{"See Harare 885", []string{"Harare 885 > cable 10HARARE885"}},
		{"NEW DELHI 4201 says", []string{"NEW DELHI 4201 > cable 10NEWDELHI4201"}},
		{"our 10MEXICO83, 10 MEXICO 000083", nil},
		{"PAGE 03 MEXICO 00083 and SECTION 02 OF 03 MEXICO 000083", nil},
		{"Article 57, December 3-4, UNSCR 1737, F-4E, section 1.4, in July 2009", nil},
		{"flight IB 6401, tel. 555-1234, LONDON 2012, Paris 300 people, Mexico 45%", nil},
		{"Moscow 1980, MADRID 2004, PARIS 12,500, BERLIN 10:30, ROME 15", nil},
		{"MEXICO 2952-2955 and MEXICO 295/08", nil},
	} {
		if got := citations(cableOf(tc.text)); !slices.Equal(got, tc.want) {
			t.Errorf("%q:\n got %q\nwant %q", tc.text, got, tc.want)
		}
	}
	if got := citations(cableOf("THE ARMY OF MEXICO 5000 MEN IN PARIS 300")); len(got) != 0 {
		t.Errorf("capitals prove nothing in a text of capitals: %q", got)
	}
	listed := cableOf("AS STATE 1201 SAYS, THE ARMY SENT 1202 MEN AND MEXICO 5000")
	listed.References = mexicoList()
	if got := citations(listed); !slices.Equal(got, []string{"STATE 1201 > cable 10STATE1201"}) {
		t.Errorf("what the REF list names is proven: %q", got)
	}
}

func TestCitationsOfRefList(t *testing.T) {
	cable := cableOf("See ref B.")
	cable.Blocks = append([]model.Block{{Kind: model.Header, Role: model.ReferencesRole, Lead: "REF:",
		Text: "A. STATE 1201 (NOTAL) B. DOE/ROE E-MAIL OF MAY 1"}}, cable.Blocks...)
	cable.References = []model.Reference{
		{Bullet: "A", Kind: model.RefCable, ID: model.ID{Year: 2010, Station: "STATE", Serial: 1201}, YearInferred: true, Span: model.Span{Start: 3, End: 13}},
		{Bullet: "B", Kind: model.RefEmail, Span: model.Span{Start: 25, End: 48}},
		{Bullet: "C", Kind: model.RefEmail, Block: 7, Span: model.Span{Start: 2, End: 4}}, // in no block: nothing to mark
	}
	want := []string{"STATE 1201 > cable 10STATE1201", "DOE/ROE E-MAIL OF MAY 1 > cable (no cable)", "ref B > letter B (no cable)"}
	if got := citations(cable); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if why := cable.Marks[0].Why; why != citationYearInferred {
		t.Errorf("a year that is not written is inferred: %q", why)
	}
	checkMarks(t, cable)
}

// A paragraph behind another cable's id is a paragraph of that cable.
func TestParagraphsOfAnotherCable(t *testing.T) {
	for text, want := range map[string]int{
		"see para 1 of 09 PONTA DELGADA 23":        0,
		"of 09 PONTA DELGADA 23, para 1.":          0,
		"of 09 PONTA DELGADA 23 (paras 1 and 2).":  0,
		"of 09 PONTA DELGADA 23. Para 1 says more": 1,
		"as in para 1": 1,
	} {
		cable := cableOf(text, "The second.")
		findMarks(cable)
		got := 0
		for _, m := range cable.Marks {
			if m.RefTo == model.ToParagraph {
				got++
			}
		}
		if got != want {
			t.Errorf("%q: %d references to paragraphs of this cable, want %d", text, got, want)
		}
	}
}
