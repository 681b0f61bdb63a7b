package parser

import (
	"slices"
	"testing"

	"reftel/model"
)

// Shapes of a volume's documents beside those of the fixture: abstracts, titles set in the middle, small figures, deletions,
// figures, sides of a conversation, two signers, enclosures with a dateline of their own.
func TestTEIShapes(t *testing.T) {
	r := parseTEI(t, "frus1969-76v77.xml", `<TEI xml:id="frus1969-76v77"><text><front><div xml:id="persons"><list>
<item><hi rend="strong"><persName xml:id="p_DJ1">Doe, Jane</persName></hi>, Keeper of the Lamps</item></list></div>
<div xml:id="terms"><list><item><hi rend="strong"><term xml:id="t_LLB1">LLB</term></hi>, Lamp Lighting Board</item></list></div></front>
<body><div type="compilation"><head>Lamps</head><div type="chapter"><head>Oil</head>
<div type="document" subtype="historical-document" n="2" xml:id="d2"><head>2. Memorandum of Conversation<note n="1" xml:id="d2fn1" type="source">Source: Lamp
Files. Secret.</note></head>
<note type="summary" rend="inline"><p>Doe and Roe talked about oil.</p></note>
<opener><dateline><placeName>Rome</placeName>, <date when="1971-05-02">May 2, 1971</date>, 4 p.m.</dateline></opener>
<list type="participants"><head>PARTICIPANTS</head><item><hi rend="strong">U.S.</hi><list><item><persName corresp="#p_DJ1">Miss Doe</persName></item></list></item></list>
<ab rend="left">Lamps</ab><p rend="center">Oil and Wicks</p><p rend="center">The lamps were lit.</p>
<p>The <gloss target="#t_LLB1">LLB</gloss> paid 2<hi rend="superscript">1</hi>/2 pence on the 2<hi rend="superscript">nd</hi>. <del>It burns.</del></p>
<figure><graphic url="fig1"/><head>Map 1</head><figDesc>A map of the harbor</figDesc></figure>
<closer><signed><hi rend="strong">Jane Doe</hi></signed></closer>
<closer><signed><list><item><persName>Tom Roe</persName></item><item>Harbor Master</item></list></signed></closer>
<frus:attachment xml:id="d2a1"><head>Attachment<note n="2" xml:id="d2fn2">Secret.</note></head>
<dateline><date when="1971-05-01">May 1, 1971</date>.</dateline><p>1. Oil is dear.</p></frus:attachment>
</div></div></div></body></text></TEI>`)
	if len(r.Cables) != 1 {
		t.Fatalf("%d documents", len(r.Cables))
	}
	c := r.Cables[0]
	want := []string{"header/headline ", "header/headline note ", "header/dateline ", "header/header PARTICIPANTS", "paragraph/body ", "heading/ ",
		"paragraph/body ", "paragraph/body ", "heading/ ", "paragraph/body ", "signature/ ", "signature/ ", "heading/ ", "header/dateline ",
		"paragraph/body 1.", "note/source note 1", "note/ 2"}
	if got := shape(c); !slices.Equal(got, want) {
		t.Errorf("blocks %q, want %q", got, want)
	}
	if !slices.Equal(c.HeadlineNotes, []string{"Doe and Roe talked about oil."}) || !slices.Equal(c.SignedBy, []string{"Jane Doe", "Tom Roe"}) {
		t.Errorf("abstract %q, signed by %q", c.HeadlineNotes, c.SignedBy)
	}
	if got := c.Blocks[7].Text; got != "The LLB paid 2 1/2 pence on the 2nd. It burns." {
		t.Errorf("small figures: %q", got)
	}
	if c.Date.Format("2006-01-02 15:04") != "1971-05-02 16:00" || c.DateKind != model.LocalTime {
		t.Errorf("date %v, %s", c.Date, c.DateKind)
	}
	i := slices.IndexFunc(c.Names, func(n model.Name) bool { return n.Key == "t_LLB1" })
	if i < 0 || c.Names[i].Note != "Lamp Lighting Board" || c.Names[i].Kind != model.Organization {
		t.Errorf("names %+v", c.Names)
	}
}
