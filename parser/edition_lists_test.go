package parser

import (
	"slices"
	"strings"
	"testing"
	"time"

	"reftel/model"
)

// editionText reads a document of the American edition as text, with a dateline and a note on the source.
func editionText(t *testing.T, title string, lines ...string) *model.Cable {
	t.Helper()
	text := "7. " + title + "Source\n\n\nRome, May 2, 1961.\n\n" + strings.Join(lines, "\n\n") + "\n\n\n\n* * *\n\n\n\n* Source: Files. Secret.\n\n1 See Document 3.\n"
	r := Parse("frus1961-63v99.txt", []byte(text), Options{Format: model.FRUSText})
	for _, broken := range evidence("frus1961-63v99.txt", []byte(text), r) {
		t.Error(broken)
	}
	return r.Cables[0]
}

// bodyShape returns kind, lead and first word of each block between the dateline and the notes.
func bodyShape(c *model.Cable) []string {
	var out []string
	for _, b := range c.Blocks {
		if b.Role == model.HeadlineRole || b.Role == model.DatelineRole || b.Role == model.PublisherRole || b.Kind == model.Note || b.Kind == model.Rule {
			continue
		}
		word, _, _ := strings.Cut(b.Text, " ")
		out = append(out, strings.Join(strings.Fields(string(b.Kind)+" "+b.Lead+" "+word), " "))
	}
	return out
}

// The first entry of a list often stands in the middle of the paragraph before it; editors leave
// paragraphs out, so that numbers leap.
func TestFRUSTextLists(t *testing.T) {
	for name, tt := range map[string]struct{ lines, want []string }{
		"numbers behind a colon": {[]string{"There are three lamps: 1. The lamp of the mole.", "2. The lamp of the pier.", "3. The lamp of the bar."},
			[]string{"paragraph There", "paragraph 2. The", "paragraph 3. The"}},
		"a second number without a first": {[]string{"There are lamps.", "2. The lamp of the pier."}, []string{"paragraph There", "paragraph 2."}},
		"letters around numbers": {[]string{"A. The keeper sees the lamps so: 1. They burn.", "2. They smoke.", "B. The pilot sees none."},
			[]string{"sub-paragraph A. The", "paragraph 2. They", "sub-paragraph B. The"}},
		"small letters behind a colon": {[]string{"What he asked for was: a. oil for the lamps;", "b. wicks.", "Mr. Hill agreed."},
			[]string{"paragraph What", "sub-paragraph b. wicks.", "paragraph Mr."}},
		"behind what editors left out": {[]string{"[Here follow paragraphs 1-24 on oil.]", "25. The lamps burn."},
			[]string{"paragraph [Here", "paragraph 25. The"}},
		"a row that begins high": {[]string{"25. The lamps burn.", "They smoke.", "26. The keeper sleeps."},
			[]string{"paragraph 25. The", "paragraph They", "paragraph 26. The"}},
		"a high number alone": {[]string{"25. The lamps burn.", "They smoke."}, []string{"paragraph 25.", "paragraph They"}},
		"(C) behind (B)": {[]string{"(B) Oil.", "(C) Wicks and glass."},
			[]string{"sub-paragraph (B) Oil.", "sub-paragraph (C) Wicks"}},
		"a sentence in quotation marks": {[]string{"The keeper said “Yes.”", "The lamps were lit."}, []string{"paragraph The", "paragraph The"}},
		"rows of a table": {[]string{"Oil of the year.", "Mole 54 Keeper of the first lamp", "Pier 56 Second keeper", "Bar 58 Pilot", "All lamps were lit."},
			[]string{"paragraph Oil", "preformatted Mole", "paragraph All"}},
		"who took part, below the text": {[]string{"They agreed.", "LIST OF PARTICIPANTS", "Jane Hill, Keeper", "Ann Poe, Second Secretary, Embassy of the U.S.L."},
			[]string{"paragraph They", "header LIST OF PARTICIPANTS Jane"}},
		"signed behind a text that ends": {[]string{"Begin text:", "The lamps burn.", "End text.", "Hill"},
			[]string{"paragraph Begin", "paragraph The", "paragraph End", "signature Hill"}},
		"signed above an attachment": {[]string{"I enclose a paper.", "Jane Q. Hill1", "Attachment", "The lamps burn."},
			[]string{"paragraph I", "signature Jane", "heading Attachment", "paragraph The"}},
	} {
		if got := bodyShape(editionText(t, "Memorandum of Conversation", tt.lines...)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// No month has 31 days in April: the last figure is the sign of a note.
func TestSignBehindADay(t *testing.T) {
	for text, want := range map[string][]string{
		"The lamps were lit on April 31 and burned.":    {"*", "1"},
		"The lamps were lit on February 301 and burned": {"*"},
		"The lamps were lit on August 11 and burned":    {"*"},
	} {
		var got []string
		for _, m := range editionText(t, "Memorandum for the Record", text).MarksOf(model.NoteSign) {
			got = append(got, m.Target)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: signs %q, want %q", text, got, want)
		}
	}
}

// The receiver may be glued to its article; a meeting sends nothing.
func TestSenderAndReceiver(t *testing.T) {
	c := editionText(t, "Telegram From the Embassy in France to theDepartment of State", "Oil is dear.")
	if c.From != "Embassy in France" || c.To[0].Name != "Department of State" {
		t.Errorf("from %q to %v", c.From, c.To)
	}
	if c = editionText(t, "Highlights From the Keepers’ Planning Meeting", "Oil is dear."); c.From != "" || c.Origin != "Rome" {
		t.Errorf("from %q, origin %q", c.From, c.Origin)
	}
}

// dfatText reads a document of the Australian edition.
func dfatText(t *testing.T, title string, units ...string) *model.Cable {
	t.Helper()
	text := "---\ndoc_num: 7\ntitle: " + title + "\nvol_id: 42\n---\n\nRome, 2 May 1961\n\n" + strings.Join(units, "\n\n") + "\n"
	r := Parse("x.md", []byte(text), Options{Format: model.DFAT})
	for _, broken := range evidence("x.md", []byte(text), r) {
		t.Error(broken)
	}
	return r.Cables[0]
}

func TestDFATBrokenParagraphs(t *testing.T) {
	for name, tt := range map[string]struct{ units, want []string }{
		"a title before a name":       {[]string{"The lamp was lit by Mr.", "Hill, who slept."}, []string{"paragraph The"}},
		"initials":                    {[]string{"The lamp was lit by A. J.", "Hill, who slept."}, []string{"paragraph The"}},
		"an abbreviation in the text": {[]string{"The keepers of the L.L.B.", "were asleep."}, []string{"paragraph The"}},
		"a sentence that ends so":     {[]string{"They wrote to the L.L.B.", "The lamps burned."}, []string{"paragraph They", "paragraph The"}},
		"a draft in capitals":         {[]string{"They voted on the DR.", "**For Lisbon**", "The lamps burned all night."}, []string{"paragraph They", "heading For", "paragraph The"}},
		"a number alone":              {[]string{"Lamps burn.", "2\\.", "In the meantime they smoke."}, []string{"paragraph Lamps", "paragraph 2. In"}},
		"a number without its stop":   {[]string{"1\\. Oil.", "2\\. Wicks.", "3 Glass is dear."}, []string{"paragraph 1. Oil.", "paragraph 2. Wicks.", "paragraph 3 Glass"}},
		"a day behind a paragraph":    {[]string{"1\\. Oil.", "2\\. Wicks.", "3 May was dark."}, []string{"paragraph 1. Oil.", "paragraph 2. Wicks.", "paragraph 3"}},
		"a heading that nothing sets off": {[]string{"Lamps burn.", "Means Of The Keepers", strings.Repeat("Oil is dear and wicks are dear. ", 6)},
			[]string{"paragraph Lamps", "heading Means", "paragraph Oil"}},
		"an address": {[]string{"Lamps burn.", "For Hill", strings.Repeat("Oil is dear and wicks are dear. ", 6)},
			[]string{"paragraph Lamps", "paragraph For", "paragraph Oil"}},
	} {
		if got := bodyShape(dfatText(t, "Hill to Poe", tt.units...)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// notesOf returns number and text of the notes.
func notesOf(c *model.Cable) []string {
	var out []string
	for _, b := range c.Blocks {
		if b.Kind == model.Note && b.Letter != "" {
			out = append(out, b.Letter+"|"+b.Text)
		}
	}
	return out
}

func TestDFATNotes(t *testing.T) {
	for name, tt := range map[string]struct {
		units    []string
		want     []string
		warnings int
	}{
		"two on one line": {[]string{"Lamps[1] and oil[2].", "[NAA: A1, 2/3]", "1 Document 46. 2 Document 47."},
			[]string{"1|Document 46.", "2|Document 47."}, 0},
		"a number that is no note": {[]string{"Lamps[1].", "[NAA: A1, 2/3]", "1 See page 4. 2 Lamps burned."},
			[]string{"1|See page 4. 2 Lamps burned."}, 0},
		"a row for the editors' words behind a document": {[]string{"Lamps[2] burn.", "[NAA: A1, 2/3]", "**THE LAMPS**", "_The lamps of 1961.[1]_", "1 Jane Hill, Keeper.", "2 Document 3.", "1 See the list of lamps."},
			[]string{"1|Jane Hill, Keeper.", "2|Document 3.", "1|See the list of lamps."}, 0},
		"no sign in a title without any": {[]string{"Lamps[3] burn.", "[NAA: A1, 2/3]", "1 Jane Hill, Keeper.", "2 Ann Poe, Pilot.", "3 Document 3."},
			[]string{"1|Jane Hill, Keeper.", "2|Ann Poe, Pilot.", "3|Document 3."}, 0},
		"a sign that is lost": {[]string{"Lamps[1] burn.", "[NAA: A1, 2/3]", "1 Jane Hill, Keeper.", "2 Ann Poe, Pilot."},
			[]string{"1|Jane Hill, Keeper.", "2|Ann Poe, Pilot."}, 1},
		"a break behind an abbreviation": {[]string{"Lamps[1] burn.", "[NAA: A1, 2/3]", "1 Written by A. J.", "Hill, Keeper."},
			[]string{"1|Written by A. J. Hill, Keeper."}, 0},
		"a further paragraph": {[]string{"Lamps[1] burn.", "[NAA: A1, 2/3]", "1 Written by Hill.", "Read by Poe."},
			[]string{"1|Written by Hill.\nRead by Poe."}, 0},
	} {
		c := dfatText(t, "Hill to Poe", tt.units...)
		if got := notesOf(c); !slices.Equal(got, tt.want) || len(c.Warnings) != tt.warnings {
			t.Errorf("%s: %q, want %q; warnings %v", name, got, tt.want, c.Warnings)
		}
	}
}

func TestTelegramsCited(t *testing.T) {
	for note, want := range map[string][]string{
		"In telegram 4603 from Managua, September 23, the Embassy wrote.":      {"telegram 4603 from Managua -> 78MANAGUA4603"},
		"In telegram 200417 to Cape Town, September 20, the Department":        {"telegram 200417 to Cape Town -> 78STATE200417"},
		"See telegrams 101 and 102 from Moscow.":                               {"telegrams 101 -> 78MOSCOW101", "102 from Moscow -> 78MOSCOW102"},
		"(Telegram 77 from Rome, May 3, 1975; ibid.)":                          {"Telegram 77 from Rome -> 75ROME77"},
		"Telegram 5000 to Moscow, May 3, 1961, was sent.":                      nil, // each post was sent a series of its own
		"telegram 243433 to all diplomatic posts":                              {"telegram 243433 to all -> 78STATE243433"},
		"telegram 55 to the Department of State, and telegram 56 from Smith":   nil,
		"The telegram was 12 pages long. Telegram 13 and a letter from Moscow": nil,
	} {
		c := documentOf(note)
		c.Date = time.Date(1978, time.September, 24, 0, 0, 0, 0, time.UTC)
		findMarks(c)
		if got := citesOf(c); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", note, got, want)
		}
	}
}

func TestDocumentsCitedAskew(t *testing.T) {
	const v = "dafp42/"
	for note, want := range map[string][]string{
		"See footnote 3, Documents 35 and 36.":                               {"footnote 3, Documents 35 -> " + v + "d35 note 3", "36 -> " + v + "d36"},
		"See footnote 4, Do cumen t 21.":                                     {"footnote 4, Do cumen t 21 -> " + v + "d21 note 4"},
		"See Do cument s 31 and 32, and foot note 4, Docu ment 33.":          {"Do cument s 31 -> " + v + "d31", "32 -> " + v + "d32", "foot note 4, Docu ment 33 -> " + v + "d33 note 4"},
		"Document 13, and footnote 3 to that telegram.":                      {"Document 13 -> " + v + "d13", "footnote 3 to that telegram -> " + v + "d13 note 3"},
		"I do cumin tea. Do come on the 21.":                                 {},
		"Document 12. For the paper see footnote 2 of the same document.":    {"Document 12 -> " + v + "d12", "footnote 2 of the same document -> " + v + "d12 note 2"},
		"Documents on Australian Foreign policy 1937-49, vol. V, Document 9": {"Document 9 -> dafp5/d9"},
		"Documents on Australian Foreign Policy 1937-49, vol. V, Document 9. See ibid., vol. VI, Documents 8-9.": {"Document 9 -> dafp5/d9",
			"Documents 8-9 -> dafp6/d8-9"},
		"See ibid., vol. VI, Document 8.":                           {},
		"[Here follow the participants as printed in Document 84.]": {"Document 84 -> " + v + "d84"},
	} {
		c := documentOf(note)
		c.ID.Volume = "dafp42"
		findMarks(c)
		if got := citesOf(c); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", note, got, want)
		}
	}
}
