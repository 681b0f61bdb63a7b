package parser

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"reftel/model"
)

func readVolume(t testing.TB) (Result, []byte) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "tei-volume.xml"))
	if err != nil {
		t.Fatal(err)
	}
	r := Parse("tei-volume.xml", data, Options{})
	if r.Format != model.FRUSTEI || len(r.Cables) != 5 {
		t.Fatalf("%d cables, format %q", len(r.Cables), r.Format)
	}
	return r, data
}

// A volume gives one cable for each document, named by volume and number; what stands around them belongs to none.
func TestTEIVolume(t *testing.T) {
	r, data := readVolume(t)
	for _, broken := range evidence("tei-volume.xml", data, r) {
		t.Error(broken)
	}
	var all string
	for i, want := range []struct {
		number, date string
		level        model.Level
		subject      string
		signed       string
		paragraphs   []int
		notes        int
	}{
		{"78LISBON2214", "1978-03-04 18:07", model.Secret, "Lamps & Oil", "Quill", []int{1, 2, 3}, 2},
		{"", "1978-03-06 00:00", model.Confidential, "Dark Lamps", "Mara Lindqvist", []int{1}, 4},
		{"", "1978-03-07 00:00", 0, "", "", nil, 0},
		{"", "1952-05-06 16:00", model.Restricted, "", "[name not declassified]", []int{1, 2}, 1},
		{"78STATE51234", "1978-05-06 16:00", model.LimitedOfficialUse, "Bad Oil", "", []int{1, 2}, 1},
	} {
		c := r.Cables[i]
		all += checkText(c)
		notes := 0
		for _, b := range c.Blocks {
			if b.Kind == model.Note {
				notes++
			}
		}
		if c.ID != (model.ID{Volume: "frus1977-80v99", Serial: i + 1}) || c.Number().String() != want.number || c.Date.Format("2006-01-02 15:04") != want.date ||
			c.Classification != want.level || c.Subject != want.subject || strings.Join(c.SignedBy, "|") != want.signed ||
			!slices.Equal(numbers(c), want.paragraphs) || notes != want.notes {
			t.Errorf("document %d: %s, %s, %v, %v, %q, %q, paragraphs %v, %d notes", i+1, c.ID, c.Number(), c.Date, c.Classification, c.Subject, c.SignedBy, numbers(c), notes)
		}
		checkMentions(t, c)
	}
	for _, word := range []string{"This volume is about", "Ambassador to Portugal", "Index", "Lighthouses of the South"} {
		if strings.Contains(all, word) {
			t.Errorf("%q stands in a cable", word)
		}
	}
}

func checkText(c *model.Cable) string {
	var b strings.Builder
	for i := range c.Blocks {
		b.WriteString(c.Blocks[i].Lead + " " + c.Blocks[i].Text + "\n")
	}
	return b.String()
}

// Words that page breaks, markup and line ends of the file cut are whole again, and what was taken out is kept as a mark.
func TestTEIText(t *testing.T) {
	r, data := readVolume(t)
	c := r.Cables[0]
	at, _ := c.Paragraph(2)
	b := c.Blocks[at]
	if b.Marking != "TS" || b.Lead != "2. (TS)" || !strings.HasPrefix(b.Text, "The lamps of the LH at the cape went dark on Tuesday, and Brandt-Okoro’s men were remarkably slow. The oil came from [name not declassified] in a Western ship") {
		t.Errorf("paragraph 2: %q %q %q", b.Lead, b.Marking, b.Text)
	}
	var found []string
	for _, m := range c.Marks {
		if m.Block == at {
			found = append(found, fmt.Sprintf("%s %s%d before %q", m.Kind, m.Target, m.Page, b.Text[m.Span.Start:min(len(b.Text), m.Span.Start+6)]))
		}
		if m.Kind == model.PageBreak && string(data[m.File.Start:m.File.End]) != m.Form {
			t.Errorf("page break %q is %q in the file", m.Form, data[m.File.Start:m.File.End])
		}
	}
	want := []string{`page 2 before " on Tu"`, `page 3 before "ably s"`, `note 20 before " The o"`, `redaction 0 before "[name "`, `redaction 0 before "[2½ l"`}
	if !slices.Equal(found, want) {
		t.Errorf("marks: %q", found)
	}
	if whole := c.Blocks[at-1]; whole.Lead != "1. (S–Entire text)." || whole.Text != "" || whole.Marking != "S-Entire text" {
		t.Errorf("paragraph 1: %+v", whole)
	}
}

// Lists are header fields, numbered paragraphs, lettered points or bare ones; tables keep their columns.
func TestTEIBlocks(t *testing.T) {
	r, _ := readVolume(t)
	for _, tt := range []struct {
		cable int
		want  model.Block
	}{
		{0, model.Block{Kind: model.SubParagraph, Letter: "A", Lead: "A)", Text: "for oil;"}},
		{0, model.Block{Kind: model.SubParagraph, Letter: "—", Lead: "—", Text: "for wicks of the HB pattern."}},
		{0, model.Block{Kind: model.Signature, Text: "Quill"}},
		{1, model.Block{Kind: model.Header, Lead: "TO", Text: "The Director"}},
		{1, model.Block{Kind: model.Header, Lead: "PARTICIPANTS", Text: "The Director\nTomas Hale"}},
		{1, model.Block{Kind: model.Heading, Text: "What was decided"}},
		{1, model.Block{Kind: model.SubParagraph, Text: "to count the wicks."}},
		{1, model.Block{Kind: model.Paragraph, Text: "All this is cheap."}},
		{1, model.Block{Kind: model.Preformatted, Text: "Lamp     Oil\nNorth    3 barrels"}},
		{1, model.Block{Kind: model.Rule, Text: "* * *"}},
		{1, model.Block{Kind: model.Signature, Text: "Mara Lindqvist\nHarbour Board"}},
		{1, model.Block{Kind: model.Heading, Text: "Attachment"}},
		{1, model.Block{Kind: model.Note, Letter: "2", Lead: "2", Text: "First paragraph of a note.\nIts second, with a page break."}},
		{3, model.Block{Kind: model.Paragraph, Number: 1, Marking: "S", Lead: "1. (S)", Text: "The lamp oil is bad."}},
		{3, model.Block{Kind: model.SubParagraph, Letter: "b", Lead: "b.", Text: "to sell it."}},
		{3, model.Block{Kind: model.SubParagraph, Text: "Both at once."}},
	} {
		if !slices.ContainsFunc(r.Cables[tt.cable].Blocks, func(b model.Block) bool {
			return b.Kind == tt.want.Kind && b.Number == tt.want.Number && b.Letter == tt.want.Letter && b.Marking == tt.want.Marking && b.Lead == tt.want.Lead && b.Text == tt.want.Text
		}) {
			t.Errorf("document %d has no block %+v:\n%s", tt.cable+1, tt.want, checkText(r.Cables[tt.cable]))
		}
	}
}

// References lead to documents, notes and pages, in this volume and others; web pages are none.
func TestTEIReferences(t *testing.T) {
	r, _ := readVolume(t)
	var got []string
	for _, m := range r.Cables[0].MarksOf(model.Citation) {
		if r.Cables[0].Blocks[m.Block].Kind == model.Note {
			target := m.Target
			if m.Note != "" {
				target += " note " + m.Note
			}
			if m.Volume != "" {
				target = m.Volume + " page " + strconv.Itoa(m.Page)
			}
			got = append(got, fmt.Sprintf("%s: %s %s %v %s", m.Form, m.RefTo, target, m.IDs, m.State))
		}
	}
	want := []string{
		"Document 2: document 2 [frus1977-80v99/d2] ",
		"footnote 2, Document 2: document 2 note 2 [frus1977-80v99/d2] ",
		"footnote 1 above: note 1 [] resolved",
		"Document 12 of another volume: document 12 [frus1952-54v98/d12] ",
		"p. 1116: page frus1952-54v98 page 1116 [] ",
		"p. 2: page 2 [] ",
		"that volume: document frus1952-54v98 [] no cable",
	}
	if !slices.Equal(got, want) {
		t.Errorf("references:\n%s", strings.Join(got, "\n"))
	}
	nested := parseTEI(t, "frus1977-80v99.xml", teiOpen+`<p>See <ref target="#d1">Document <ref target="#d2">2</ref> and <ref target="#d3">3</ref></ref> and <ref target="#d4">4</ref>.</p></div>`)
	got = nil
	for _, m := range nested.Cables[0].MarksOf(model.Citation) {
		got = append(got, m.Form+": "+m.Target)
	}
	if want := []string{"Document 2 and 3: 1", "4: 4"}; !slices.Equal(got, want) {
		t.Errorf("references in one another: %q, want %q", got, want)
	}
	for _, i := range []int{0, 4} {
		if refs := r.Cables[i].References; len(refs) != 1 || refs[0].ID.IsZero() {
			t.Errorf("document %d: REF list %+v", i+1, refs)
		}
	}
}

// Names have the editors' keys, and what the volume's lists say; markup in the middle of a word, or around a portion marking, is no name.
func TestTEINames(t *testing.T) {
	r, _ := readVolume(t)
	c := r.Cables[0]
	got := map[string]string{}
	for _, n := range c.Names {
		got[n.Key+n.Forms[0]] = fmt.Sprintf("%s %s (%s) %d", n.Kind, n.Name, n.Note, len(n.Mentions))
		if n.Origin != model.FromMarkup {
			t.Errorf("%s: origin %q", n.Name, n.Origin)
		}
	}
	for key, want := range map[string]string{
		"p_QA_1Quill":        "person Ada Quill (Ambassador to Portugal from 1977) 2",
		"p_BT1Brandt-Okoro":  "person Tobias Brandt-Okoro, Jr. (Minister of Ports) 1",
		"p_LM_1Lindqvist":    "person Mara Lindqvist (member, HB Staff) 1",
		"t_HB_1HB":           "organization HB (Harbour Board) 2",
		"t_LH_1LH":           "term LH (lighthouse) 1",
		"t_HBLH_1HB pattern": "term HB pattern () 1",
		"Lisbon":             "place Lisbon () 1",
		"p_WT_2West":         "",
		"t_TS_1TS":           "",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
	if !slices.ContainsFunc(c.Warnings, func(w model.Warning) bool { return w.Kind == WarnNames && strings.HasPrefix(w.Text, "2 places") }) {
		t.Errorf("warnings: %v", c.Warnings)
	}
	kinds := map[string]model.NameKind{}
	for _, n := range r.Cables[4].Names {
		kinds[n.Name] = n.Kind
	}
	if kinds["FRN"] != model.Place || kinds["DHB"] != model.Term {
		t.Errorf("kinds: %v", kinds)
	}
}

// A volume in UTF-16 is the same volume.
func TestTEIEncodings(t *testing.T) {
	r, data := readVolume(t)
	wide := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(string(data))) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	for name, copied := range map[string][]byte{"UTF-16": wide, "CRLF": []byte(strings.ReplaceAll(string(data), "\n", "\r\n")),
		"BOM": append([]byte("\ufeff"), data...)} {
		other := Parse("tei-volume.xml", copied, Options{})
		for _, broken := range evidence("tei-volume.xml", copied, other) {
			t.Errorf("%s: %s", name, broken)
		}
		if len(other.Cables) != len(r.Cables) {
			t.Errorf("%s: %d cables", name, len(other.Cables))
			continue
		}
		for i, c := range other.Cables {
			if a, b := recordOf(t, r.Cables[i]), recordOf(t, c); a != b {
				t.Errorf("%s: document %d differs:\n%s\n%s", name, i+1, a, b)
			}
		}
	}
}

// recordOf is the record of a cable without its place in the file.
func recordOf(t *testing.T, c *model.Cable) string {
	t.Helper()
	twin := *c
	twin.Source = model.Source{}
	twin.Marks = slices.Clone(c.Marks)
	for i := range twin.Marks {
		twin.Marks[i].Form = joinLines(twin.Marks[i].Form)
	}
	line, err := json.Marshal(&twin)
	if err != nil {
		t.Fatal(err)
	}
	return string(line)
}

// The dates of the markup: times with a zone are exact, hours may stand in the words only.
func TestTEITime(t *testing.T) {
	for _, tt := range []struct {
		in, when string
		exact    bool
	}{
		{"1978-09-24T02:19:00+00:00", "1978-09-24T02:19:00Z", true},
		{"1978-09-23T21:19:00-05:00", "1978-09-24T02:19:00Z", true},
		{"1978-09-23T21:19-05:00", "1978-09-24T02:19:00Z", true},
		{"1961-01-21T16:00:00", "1961-01-21T16:00:00Z", false},
		{"1953-11-11", "1953-11-11T00:00:00Z", false},
		{"1953-11", "1953-11-01T00:00:00Z", false},
		{"1953", "1953-01-01T00:00:00Z", false},
	} {
		when, _, exact, ok := teiTime(tt.in)
		if !ok || when.Format(time.RFC3339) != tt.when || exact != tt.exact {
			t.Errorf("%s: %v, %v, %v", tt.in, when, exact, ok)
		}
	}
	if _, _, _, ok := teiTime("spring"); ok {
		t.Error("spring is no date")
	}
}

// The work grows as the file does, whatever it repeats.
func TestTEIWorkGrowsWithTheInput(t *testing.T) {
	const small, factor = 8_000, 4
	allocated := func(text string) float64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Parse("f", []byte(text), Options{Format: model.FRUSTEI})
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	for _, unit := range []string{"<hi>", "</hi>", "<p>", "<p", "<", "<!--", "<![CDATA[", "<?x ", "<!DOCTYPE a [", "]>", "<note n='1'>", "<pb/>", "&", "&a;", "<a b='", "<a b=\"x\" ",
		"<persName>x", "<ref target='#d1'>", "<list><item>", "<row><cell>", "<div type='document'>", "<label>1</label>", "</div>", "<head>", "x\n\n", "<closer><signed>"} {
		for _, before := range []string{"", `<div type="document" xml:id="d1"><p>x `, `<div type="document"><table><row>`} {
			one := allocated(before + strings.Repeat(unit, small/len(unit)))
			many := allocated(before + strings.Repeat(unit, factor*small/len(unit)))
			if many > 2*factor*one {
				t.Errorf("%q behind %q: %.0f bytes, for %d times as much %.0f", unit, before, one, factor, many)
			}
		}
	}
}

func BenchmarkTEI(b *testing.B) {
	data := bigVolume(b, 4<<20)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		Parse("frus1977-80v99.xml", data, Options{})
	}
}

// bigVolume repeats the documents of our own volume until it has a real one's size.
func bigVolume(t testing.TB, size int) []byte {
	_, data := readVolume(t)
	text := string(data)
	start := strings.Index(text, `<div type="chapter" xml:id="ch1">`)
	end := strings.LastIndex(text, "</body>")
	end = strings.LastIndex(text[:end], "</div>")
	return []byte(text[:start] + strings.Repeat(text[start:end], size/(end-start)) + text[end:])
}
