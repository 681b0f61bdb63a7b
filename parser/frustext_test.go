package parser

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// fixture parses one of our own fictional documents and checks its evidence.
func editionFixture(t *testing.T, name string) Result {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	r := Parse(name, data, Options{})
	for _, broken := range evidence(name, data, r) {
		t.Error(broken)
	}
	return r
}

// noteSigns returns the words before the sign of each note, with its number.
func noteSigns(c *model.Cable) []string {
	var out []string
	for _, m := range c.MarksOf(model.NoteSign) {
		text := c.Blocks[m.Block].Text[:m.Span.Start]
		out = append(out, strings.TrimRight(lastWord(strings.TrimSpace(text)), " ")+"|"+m.Target)
	}
	return out
}

func TestFRUSText(t *testing.T) {
	r := editionFixture(t, "frus.txt")
	if r.Format != model.FRUSText || len(r.Cables) != 3 {
		t.Fatalf("%d documents, format %q", len(r.Cables), r.Format)
	}
	if len(r.Furniture) != 2 {
		t.Errorf("furniture: %v, want the title page and the index", r.Furniture)
	}

	c := r.Cables[0]
	if c.ID.String() != "frus1961-63v42/d1" || !strings.Contains(c.IDEvidence, "title page") || c.Number().String() != "1961LISBON1706" {
		t.Errorf("id %s from %q, number %s", c.ID, c.IDEvidence, c.Number())
	}
	if c.Headline != "Telegram From the Embassy in Portugal to the Department of State" || c.From != "Embassy in Portugal" ||
		len(c.To) != 1 || c.To[0].Name != "Department of State" {
		t.Errorf("head %q, from %q, to %v", c.Headline, c.From, c.To)
	}
	if got := c.Date.Format("2006-01-02 15:04"); got != "1961-01-21 16:00" || c.DateEvidence != "dateline" {
		t.Errorf("date %s from %s", got, c.DateEvidence)
	}
	if c.Classification != model.Secret || !slices.Equal(c.Precedence, []model.Precedence{model.Priority}) || !slices.Equal(c.Caveats, []string{"NOFORN"}) {
		t.Errorf("%v, %v, %v", c.Classification, c.Precedence, c.Caveats)
	}
	want := []string{
		"header/headline 1.", "header/dateline ", "paragraph/body 1706.", "paragraph/body 1.", "paragraph/body 2.", "paragraph/body ",
		"signature/ ", "rule/ ", "note/source note *", "note/ 1", "note/ 2", "note/ 3",
	}
	if got := shape(c); !slices.Equal(got, want) {
		t.Errorf("blocks\n%q, want\n%q", got, want)
	}
	if got, want := noteSigns(c), []string{"State|*", "1705).|1", "winter.|2", "10|3"}; !slices.Equal(got, want) {
		t.Errorf("signs %q, want %q", got, want)
	}
	if !slices.Equal(c.SignedBy, []string{"Jones"}) || len(c.MarksOf(model.Redaction)) != 1 || len(c.Warnings) != 0 {
		t.Errorf("signed by %q, %d redactions, warnings %v", c.SignedBy, len(c.MarksOf(model.Redaction)), c.Warnings)
	}
	if got := c.Blocks[10].Text; !strings.HasSuffix(got, "\nHe sent a picture of them.") {
		t.Errorf("a note's second paragraph: %q", got)
	}

	if c = r.Cables[1]; c.Headline != "Editorial Note" || !c.Date.IsZero() || len(c.Warnings) != 0 || len(c.Blocks) != 2 {
		t.Errorf("editorial note: %q, %v, %v", c.Headline, c.Warnings, shape(c))
	}

	c = r.Cables[2]
	want = []string{"header/headline 3.", "header/dateline ", "header/subject SUBJECT", "header/header PARTICIPANTS", "paragraph/body ", "heading/ ",
		"paragraph/body ", "sub-paragraph/body (a)", "sub-paragraph/body (b)", "signature/ ", "signature/ ", "rule/ ",
		"note/source note *", "note/ 1", "note/ 2"}
	if got := shape(c); !slices.Equal(got, want) {
		t.Errorf("blocks\n%q, want\n%q", got, want)
	}
	if c.Subject != "Lamps and Oil" || !slices.Equal(c.SignedBy, []string{"John Hill"}) || c.Classification != model.LevelUnknown {
		t.Errorf("subject %q, signed by %q, %v", c.Subject, c.SignedBy, c.Classification)
	}
	if got := c.Blocks[3].Text; strings.Count(got, "\n") != 3 {
		t.Errorf("participants %q", got)
	}
}

// shape returns kind, role and lead of each block.
func shape(c *model.Cable) []string {
	var out []string
	for _, b := range c.Blocks {
		out = append(out, string(b.Kind)+"/"+string(b.Role)+" "+b.Lead)
	}
	return out
}

func TestFRUSVolume(t *testing.T) {
	for file, want := range map[string]string{
		"frus_1958_60_volume7_clean.txt": "frus1958-60v07",
		"frus1977-80v42_d31.txt":         "frus1977-80v42",
		"FRUS 1969-1976 vol 17 part 2":   "frus1969-76v17p2",
		"lamps/d7.txt":                   "lamps",
		"d7.txt":                         "d7",
		"My Volume (2).txt":              "my-volume-2",
		"42.txt":                         "frus",
		"":                               "frus",
	} {
		if got, evidence := frusVolume(file, ""); got != want || evidence == "" {
			t.Errorf("%q: %q (%s), want %q", file, got, evidence, want)
		}
		if id, ok := model.ParseID(want + "/d1"); !ok || id.Volume != want {
			t.Errorf("%q is no volume that an id can be read from", want)
		}
	}
	if got, _ := frusVolume("x.txt", "Foreign Relations of the United States, 1958–1960, Volume X, Part 1, Lamps"); got != "frus1958-60v10p1" {
		t.Errorf("title page: %q", got)
	}
}

// A volume may lack documents, and numbered paragraphs begin none.
func TestFRUSTextDocuments(t *testing.T) {
	const text = "4. Memorandum for the RecordSource\n\n\nRome, May 2, 1961.\n\n1. The lamp is the first Source.\n\n5. Source\n\n2. The oil.\n\n* * *\n\n" +
		"* Source: Files. Secret.\n\n\n\n9. Editorial Note\n\n\nThe lamps.\n\n3. Memorandum for the FilesSource\n\nNo document: its number is lower.\n"
	r := Parse("v.txt", []byte(text), Options{})
	if len(r.Cables) != 2 || r.Cables[0].ID.Serial != 4 || r.Cables[1].ID.Serial != 9 {
		t.Fatalf("%d documents", len(r.Cables))
	}
	for _, broken := range evidence("v.txt", []byte(text), r) {
		t.Error(broken)
	}
	if got := numbers(r.Cables[0]); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("paragraphs %v", got)
	}
}

func TestFRUSPageMarks(t *testing.T) {
	const text = "4. Memorandum for the RecordSource\n\n\nRome, May 2, 1961.\n\nThe lamp.\n\n[Pg. 62 is part of Doc. 4]\n\nThe oil.\n\n* * *\n\n* Source: Files. Secret.\n"
	r := Parse("v.txt", []byte(text), Options{})
	for _, broken := range evidence("v.txt", []byte(text), r) {
		t.Error(broken)
	}
	marks := r.Cables[0].MarksOf(model.PageBreak)
	if len(marks) != 1 || marks[0].Page != 62 || marks[0].Span.Start != len("The lamp.") {
		t.Errorf("page marks %+v", marks)
	}
}

func TestNoteSignsInPlainText(t *testing.T) {
	for text, want := range map[string][]string{
		"He met them (telegram 1706).1 When he left.2":          {"1706).|1", "left.|2"},
		"a meeting with Kuznetsov1 and Hill2":                   {"Kuznetsov|1", "Hill|2"},
		"in January 1961.1 In 1961,2 he":                        {"1961.|1", "1961,|2"},
		"of November 21, 1959:1 he came at 5:27 p.m. on time.2": {"1959:|1", "time.|2"},
		"your letter of July 101 and May 52":                    {"10|1", "5|2"},
		"in 19612 and 19601":                                    {"1960|1"}, // out of order: only one of them can be
		"Deptels 16681 and 17412 to Rome":                       {"1668|1", "1741|2"},
		"June 3 and 41":                                         {"4|1"},
		"the keepersʼ1 lamps “burn”2":                           {"keepersʼ|1", "“burn”|2"},
		"8.1 percent, U-1, NIE 11-4-1, (1) and ʼ1":              nil,
		"about 1 lamp, 2 ships; 12 and 5:1 p.m.":                nil,
		"Lot 66 D1 and 1,2":                                     {"1,|2"},
	} {
		e := &editionDoc{cable: &model.Cable{Blocks: []model.Block{{Kind: model.Paragraph, Text: text},
			{Kind: model.Note, Letter: "1", Text: "Not found."}, {Kind: model.Note, Letter: "2", Text: "Not found either."}}}}
		e.findSigns()
		if got := noteSigns(e.cable); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if found := len(e.cable.Marks); (found < 2) != (len(e.cable.Warnings) == 1) {
			t.Errorf("%q: %d signs, warnings %v", text, found, e.cable.Warnings)
		}
	}
}

func TestEditionsAreSniffed(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want bool
	}{
		"a document":          {"7. Memorandum of ConversationSource\n\n\nRome, May 2, 1961.\n\nText.\n\n* * *\n\n* Source: Files. Secret.\n", true},
		"an editorial note":   {"\n\n5. Editorial Note\n\n\nOn May 2 the lamps were lit.\n", true},
		"lines of Windows":    {"7. Memorandum of ConversationSource\r\n\r\nText.\r\n\r\n* * *\r\n\r\n* Source: Files.\r\n", true},
		"a list of links":     {"1. OpenSource\n* Source: the web\n", false},
		"no note on a source": {"7. The Power of the SourceSource\n\nText about * sources.\n", false},
		"a numbered telegram": {"1. (C) The keeper asked for oil.\n\n2. (C) Source: the harbor.\n\n* Source: x\n", false},
		"prose":               {"The Editorial Note in the volume says little.\n", false},
		"nothing":             {"", false},
	} {
		if got := looksLikeFRUSText([]byte(tt.text)); got != tt.want {
			t.Errorf("%s: FRUS text %v, want %v", name, got, tt.want)
		}
		if looksLikeDFAT([]byte(tt.text)) {
			t.Errorf("%s: taken for the Australian edition", name)
		}
	}
	for name, tt := range map[string]struct {
		text string
		want bool
	}{
		"a document":         {"---\ndoc_date: '1961-05-02'\ndoc_num: 7\ntitle: Lamps\nvol_id: 42\n---\n\nRome, 2 May 1961\n", true},
		"another's pages":    {"---\ntitle: Lamps\ndate: 2020-01-01\n---\n\n# Lamps\n", false},
		"keys in the text":   {"---\ntitle: Lamps\n---\n\ndoc_num: 7\nvol_id: 42\n", false},
		"no end":             {"---\ndoc_num: 7\ntitle: Lamps\nvol_id: 42\n", false},
		"a rule at the top":  {"-----\ndoc_num: 7\ntitle: Lamps\nvol_id: 42\n---\n", false},
		"keys without fence": {"doc_num: 7\ntitle: Lamps\nvol_id: 42\n---\n", false},
	} {
		if got := looksLikeDFAT([]byte(tt.text)); got != tt.want {
			t.Errorf("%s: DFAT %v, want %v", name, got, tt.want)
		}
		if looksLikeFRUSText([]byte(tt.text)) {
			t.Errorf("%s: taken for FRUS", name)
		}
	}
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		if got := looksLikeFRUSText(data); got != (name == "frus.txt") {
			t.Errorf("%s: FRUS text %v", name, got)
		}
		if got := looksLikeDFAT(data); got != strings.HasPrefix(name, "dfat-") {
			t.Errorf("%s: DFAT %v", name, got)
		}
	}
}
