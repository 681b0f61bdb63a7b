package parser

import (
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// parseTEI reads a text as an edition's and checks the evidence.
func parseTEI(t *testing.T, file, text string) Result {
	t.Helper()
	r := Parse(file, []byte(text), Options{Format: model.FRUSTEI})
	for _, broken := range evidence(file, []byte(text), r) {
		t.Errorf("%.80q: %s", text, broken)
	}
	for _, c := range r.Cables {
		checkMentions(t, c)
	}
	return r
}

const teiOpen = `<div type="document" xml:id="d7" n="7"><head>7. Memorandum for the Record</head>`

// A broken tag costs itself: the words around it stay, and a warning says where it is.
func TestTEIBrokenTags(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"no end of a start tag", `<p>Mr. <persName corresp="#p_A_1" Quill</persName> came.</p>`, "Mr. Quill came."},
		{"no quotation mark", `<p>The <gloss target="#t_A>OAS</gloss> met.</p>`, "The OAS met."},
		{"no end tag", `<p>The <hi rend="italic">Mole was built.</p>`, "The Mole was built."},
		{"half an end tag", `<p>The <hi>Mole</hi was built.</p>`, "The Mole was built."},
		{"a lone sign", `<p>Oil < wicks & lamps.</p>`, "Oil < wicks & lamps."},
		{"an end without a start", `<p>One.</hi></note> Two.</p>`, "One. Two."},
		{"a note without an end", `<p>One.<note n="2">Two.</p>`, "One."},
		{"no attribute value", `<p>One <ref target=>two</ref>.</p>`, "One two."},
		{"a comment without an end", `<p>One <!-- two.</p>`, "One two."},
		{"an unknown entity", `<p>One &bomb; two &#8212; three.</p>`, "One &bomb; two — three."},
		{"an unknown element", `<p>One <zebra>two</zebra>.</p>`, "One two."},
		{"CDATA", `<p>One <![CDATA[<two> & ]]>three.</p>`, "One <two> & three."},
		{"comment and instruction", `<p>One<!-- <p> --><?x </p> ?> two.</p>`, "One two."},
		{"words outside of elements", `One two.`, "One two."},
	} {
		r := parseTEI(t, "f.xml", teiOpen+tt.in+"<p>After.</p></div>")
		if len(r.Cables) != 1 {
			t.Errorf("%s: %d cables", tt.name, len(r.Cables))
			continue
		}
		text := checkText(r.Cables[0])
		if !strings.Contains(text, " "+tt.want+"\n") || !strings.Contains(text, " After.\n") {
			t.Errorf("%s: %q", tt.name, text)
		}
		warned := slices.ContainsFunc(r.Warnings, func(w model.Warning) bool { return w.Kind == WarnMarkup && strings.HasPrefix(w.Text, "line 1: ") })
		if fine := slices.Contains([]string{"an unknown entity", "an unknown element", "CDATA", "comment and instruction", "words outside of elements"}, tt.name); warned == fine {
			t.Errorf("%s: warnings %v", tt.name, r.Warnings)
		}
	}
}

// A broken tag of a document does not cost the documents beside it.
func TestTEIBrokenDocuments(t *testing.T) {
	second := `<div type="document" xml:id="d8"><head>8. Letter</head><p>Eight.</p></div>`
	for name, tt := range map[string]struct {
		in   string
		want []int
	}{
		"lost end":      {teiOpen + `<p>Seven.` + second, []int{7, 8}},
		"broken start":  {`<div type="document" xml:id="d7" <head>7. Letter</head><p>Seven.</p></div>` + second, []int{7, 8}},
		"ends in a tag": {second + `<div type="document" xml:id="d9"><p>Nine.</p><p>Ten <persName corr`, []int{8, 9}},
	} {
		r := parseTEI(t, "f.xml", "<TEI><text><body>"+tt.in)
		var got []int
		for _, c := range r.Cables {
			got = append(got, c.ID.Serial)
			if n := len(c.Blocks); n == 0 || c.Blocks[n-1].Text == "" {
				t.Errorf("%s: %s has no text", name, c.ID)
			}
		}
		if !slices.Equal(got, tt.want) || len(r.Warnings)+len(r.Cables[len(r.Cables)-1].Warnings) == 0 {
			t.Errorf("%s: documents %v, warnings %v", name, got, r.Warnings)
		}
	}
	r := parseTEI(t, "f.xml", `<TEI><text><body><div type="chapter"><head>A</head><div n="1"><p>Lost.</p></div><p>Stray.</p></div></body></text></TEI>`)
	if len(r.Cables) != 0 || !slices.ContainsFunc(r.Warnings, func(w model.Warning) bool { return w.Kind == WarnFurniture }) {
		t.Errorf("stray paragraphs: %d cables, %v", len(r.Cables), r.Warnings)
	}
}

// A slice of a volume may begin and end in the middle of a document; what is there is read.
func TestTEISlices(t *testing.T) {
	_, data := readVolume(t)
	text := string(data)
	at := strings.Index(text, "remark<pb")
	end := strings.Index(text, "What was decided")
	r := parseTEI(t, "frus1977-80v99_d1.xml", text[at:end])
	if len(r.Cables) != 2 || r.Cables[0].ID.String() != "frus1977-80v99/d1" || r.Cables[1].ID.String() != "frus1977-80v99/d2" {
		t.Fatalf("%d cables", len(r.Cables))
	}
	if first := r.Cables[0]; first.IDEvidence != "xml:id of a note, volume from the file's name" || !strings.Contains(checkText(first), "remarkably slow.") ||
		len(first.MarksOf(model.Redaction)) != 2 || len(first.SignedBy) != 1 {
		t.Errorf("first: %s, %q", first.IDEvidence, checkText(first))
	}
	if !slices.ContainsFunc(r.Cables[1].Warnings, func(w model.Warning) bool { return strings.HasPrefix(w.Text, "the file ends inside") }) {
		t.Errorf("second: %v", r.Cables[1].Warnings)
	}
	if got := formatOf([]byte(text[at:end])); got != model.FRUSTEI {
		t.Errorf("a slice is %q", got)
	}
	inside := text[at:strings.Index(text, "<closer>")]
	if r := parseTEI(t, "slice.xml", inside); len(r.Cables) != 1 || r.Cables[0].ID != (model.ID{Volume: unnamedVolume, Serial: 1}) {
		t.Errorf("a slice of one document: %d cables", len(r.Cables))
	}
}

// Elements inside one another without end, and entities that would explode, do no harm.
func TestTEIHostile(t *testing.T) {
	const deep = 100_000
	for _, name := range []string{"hi", "p", "note", "div", "list", "persName", "table", "item", "zebra"} {
		r := parseTEI(t, "f.xml", teiOpen+strings.Repeat("<"+name+">", deep)+"x"+strings.Repeat("</"+name+">", deep)+"<p>After.</p></div>")
		if len(r.Cables) != 1 || !strings.Contains(checkText(r.Cables[0]), "After.") || len(r.Warnings) > mostBroken+1 {
			t.Errorf("%s: %d cables, %d warnings", name, len(r.Cables), len(r.Warnings))
		}
	}
	bomb := `<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><TEI>` + teiOpen + `<p>&b;</p></div></TEI>`
	r := parseTEI(t, "f.xml", bomb)
	if len(r.Cables) != 1 || !strings.Contains(checkText(r.Cables[0]), "&b;") || len(r.Furniture) > 0 {
		t.Errorf("bomb: %+v", r)
	}
}

// What says which document it is, surest first.
func TestTEIIdentity(t *testing.T) {
	body := `<head>7. Letter</head><p>Text.</p></div>`
	for _, tt := range []struct{ file, text, id, evidence string }{
		{"x.xml", `<TEI xml:id="frus1969-76v01"><div type="document" xml:id="d7">` + body, "frus1969-76v01/d7", "xml:id, volume from the root element"},
		{"x.xml", `<TEI><teiHeader><bibl type="frus-volume-id">frus1952-54Guat</bibl></teiHeader><div type="document" n="7">` + body, "frus1952-54guat/d7", "number of the element, volume from the header"},
		{"x.xml", `<TEI><teiHeader><idno>frus1952-54v04</idno></teiHeader><div type="document">` + body, "frus1952-54v04/d7", "number in the head, volume from the header"},
		{"frus1961-63v05.xml.gz", `<div type="document" xml:id="d7">` + body, "frus1961-63v05/d7", "xml:id, volume from the file's name"},
		{"x.xml", `<div type="document" xml:id="d7">` + body, "frus/d7", "xml:id, volume from nothing"},
		{"x.xml", `<div type="document"><head>Letter</head></div>`, "", ""},
	} {
		r := parseTEI(t, tt.file, tt.text)
		if len(r.Cables) != 1 || r.Cables[0].ID.String() != tt.id || r.Cables[0].IDEvidence != tt.evidence {
			t.Errorf("%s: %s (%s)", tt.text, r.Cables[0].ID, r.Cables[0].IDEvidence)
		}
	}
}

func TestSniffTEI(t *testing.T) {
	for text, want := range map[string]bool{
		`<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><div type='document'><p>x</p></div></text></TEI>`:              true,
		`<div type="document" xml:id="d1"><p>x</p></div>`:                                                              true,
		`<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><l>A poem</l></text></TEI>`:                                    false,
		`<html><body><div type="document">x</div></body></html>`:                                                       false,
		`The tag <persName> marks a name.`:                                                                             false,
		"How documents look: `<div type=\"document\" xml:id=\"d1\">`, " + strings.Repeat("and so on. ", 99) + "</div>": false,
		``: false,
	} {
		if got := looksLikeTEI([]byte(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// Older volumes have a line above the dateline that says what the paper is, a second line for when it came,
// and dates that the editors worked out.
func TestTEIOlderVolumes(t *testing.T) {
	r := parseTEI(t, "frus1945v09.xml", `<TEI><div type="document" xml:id="d3"><head>The Ambassador in Portugal (<persName>Quill</persName>) to the Secretary of State</head>
		<opener><seg rendition="#left">825.24/9: Telegram</seg> <dateline><placeName>Lisbon</placeName>, <date when="1945-05-06">May 6, 1945</date>—4 p.m.<lb/>[Received May 7—3:50 a.m.]</dateline></opener>
		<p>1234. Subject: Oil. Refs: (a) Lisbon 12.</p></div>
		<div type="document" xml:id="d4"><head>Memorandum</head><opener><dateline>[<placeName>Rome</placeName>,] <date notBefore="1945-05-08" notAfter="1945-05-09">undated</date></dateline></opener>
		<p>Text of <persName corresp="#p_A_1 #p_B_1">the Quills</persName>.</p></div></TEI>`)
	if len(r.Cables) != 2 {
		t.Fatalf("%d cables", len(r.Cables))
	}
	c := r.Cables[0]
	if c.Date.Format("2006-01-02 15:04") != "1945-05-06 16:00" || c.DateEvidence != "dateline" || c.Subject != "Oil" || c.Blocks[1].Text != "825.24/9: Telegram" ||
		c.Blocks[3].Lead != "1234." {
		t.Errorf("telegram: %v (%s), subject %q\n%s", c.Date, c.DateEvidence, c.Subject, checkText(c))
	}
	c = r.Cables[1]
	if c.Date.Format("2006-01-02") != "1945-05-08" || c.DateEvidence != "the editors' date in the dateline" || c.Names[len(c.Names)-1].Key != "p_A_1" {
		t.Errorf("memorandum: %v (%s), names %+v", c.Date, c.DateEvidence, c.Names)
	}
}
