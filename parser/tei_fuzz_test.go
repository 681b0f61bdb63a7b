package parser

import (
	"testing"

	"reftel/model"
)

// No bytes make the reader of editions in TEI panic or lose one of them.
func FuzzTEI(f *testing.F) {
	addSeeds(f, "tei*.xml")
	for _, seed := range []string{`<div type="document" xml:id="d1"><head>1. A</head><p>b &amp; c</p></div>`,
		`<p>x</note> y</p></div><div type="document"><note n="1"><p>z`, `<div type="document"><table><row><cell>a</cell><cell/><cell>b</cell></row></table>`,
		`<list><label>1.</label><item>(S) a</item></list>`, `<p><persName corresp="#p_A">a</persName>b <![CDATA[c & d]]> &#160;<!-- e -->`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range []model.Format{"", model.FRUSTEI} {
			r := Parse("fuzz", data, Options{Format: format})
			for _, broken := range evidence("fuzz", data, r) {
				t.Errorf("as %q: %s", format, broken)
			}
			for _, c := range r.Cables {
				checkMentions(t, c)
			}
		}
	})
}

// checkMentions checks that every mention of a name lies in its block and reads as one of the name's forms.
func checkMentions(t *testing.T, c *model.Cable) {
	t.Helper()
	for _, n := range c.Names {
		if n.Name == "" || len(n.Forms) == 0 || len(n.Mentions) == 0 {
			t.Errorf("%s: name %+v", c.ID, n)
		}
		for _, m := range n.Mentions {
			if m.Block < 0 || m.Block >= len(c.Blocks) || m.Span.In(c.Blocks[m.Block].Text) == "" {
				t.Errorf("%s: a mention of %s stands nowhere: %+v", c.ID, n.Name, m)
			}
		}
	}
}
