package parser

import (
	"testing"

	"reftel/model"
)

// longText is one sentence that is long enough for its end to be judged.
const longText = "The Minister told the Ambassador on Monday that his government had long been prepared to "

// lossesOf returns why the ends of the cable's blocks are lost, by block.
func lossesOf(t *testing.T, c *model.Cable) map[int]string {
	t.Helper()
	findMarks(c)
	checkMarks(t, c)
	out := make(map[int]string)
	for _, m := range c.MarksOf(model.Loss) {
		out[m.Block] = m.Why
		if m.Span.End != len(c.Blocks[m.Block].Text) {
			t.Errorf("the loss is not at the end of block %d", m.Block)
		}
	}
	return out
}

// An operator took back what he was sending with E eight times: the rest was never sent.
func TestLossBehindErrorSign(t *testing.T) {
	for text, lost := range map[string]bool{
		"THE KEEPER CAME BY THE MAIL BOAT, AND E E E E E E E E": true,
		"E E E E E E E E": true,
		"EEEEEEEE":        true,
		"THE KEEPER CAME TO THE QUAY WITH LINE E E E": false,
		"THE KEEPER CALLED THE LIGHTS E AND E.":       false,
	} {
		got := lossesOf(t, cableOf("One.", text))
		if why, is := got[1]; is != lost || lost && why != lossErrorSign {
			t.Errorf("%q: losses %v, want lost %v", text, got, lost)
		}
	}
}

func TestLossOfParagraphEnd(t *testing.T) {
	for text, lost := range map[string]bool{
		longText + "win hearts and":                 true,
		longText + "win hearts, minds,":             true,
		longText + "win the hearts of":              true,
		longText + "win the hearts of urban Ciudad": false, // alone, it may only lack its full stop
		longText + "win hearts and minds.":          false,
		longText + "win:":                           false,
		longText + "win (ref A)":                    false,
		longText + "win \"hearts and minds.\"":      false,
		longText + "win hearts and minds.”":         false,
		longText + "win. End Summary":               false,
		longText + "win. END OF COMMENT":            false,
		longText + "win. SMITH":                     false, // a signature on the last line
		longText + "win. Smith":                     false,
		longText + "win. The Way Ahead":             false, // the next heading on the last line
		longText + "win. ***** ***** SMITH":         false,
		longText + "get \"nothing.8":                false,
		longText + "win, XXXXXXXXXXXX":              false,
		longText + "win [NAME REMOVED]":             false,
		longText + "see www.example.org/mexico":     false,
		longText + "see http://example.org/cit y":   false,
		longText + "see www.example.org/a. SMITH":   false,
		"Participants of the meeting":               false, // too short to tell from a title
	} {
		c := cableOf(text, "Two.")
		got := lossesOf(t, c)
		if _, is := got[0]; is != lost || c.Blocks[0].EndLost != lost {
			t.Errorf("%q: losses %v, want lost %v", text[max(0, len(text)-40):], got, lost)
		}
		if lost && got[0] != lossMidSentence {
			t.Errorf("%q: why is %q", text, got[0])
		}
	}
}

func TestLossDependsOnWhatFollows(t *testing.T) {
	for name, tc := range map[string]struct {
		next model.Block
		lost bool
	}{
		"a numbered paragraph":   {model.Block{Kind: model.Paragraph, Number: 2, Text: "Two."}, true},
		"a heading":              {model.Block{Kind: model.Heading, Text: "The Way Ahead"}, true},
		"a signature":            {model.Block{Kind: model.Signature, Text: "SMITH"}, true},
		"a sub-paragraph":        {model.Block{Kind: model.SubParagraph, Letter: "-", Text: "one"}, false},
		"a table":                {model.Block{Kind: model.Preformatted, Text: "A  B"}, false},
		"text without a number":  {model.Block{Kind: model.Paragraph, Text: "Balkan minds."}, false},
		"the line to a web site": {model.Block{Kind: model.Paragraph, Text: "Visit our web site."}, true},
		"a line of text":         {model.Block{Kind: model.Heading, Text: "minds."}, false},
	} {
		c := cableOf(longText + "win hearts and")
		c.Blocks = append(c.Blocks, tc.next)
		if got := lossesOf(t, c); (got[0] != "") != tc.lost {
			t.Errorf("before %s: losses %v, want lost %v", name, got, tc.lost)
		}
	}
}

func TestLossWithoutFullStop(t *testing.T) {
	bare, proven := longText+"win the hearts of urban Ciudad", longText+"win hearts and"
	if got := lossesOf(t, cableOf(bare, bare, "Three.")); len(got) != 0 {
		t.Errorf("drafters forget full stops: %v", got)
	}
	if got := lossesOf(t, cableOf(bare, proven, bare, "Four.")); len(got) != 3 {
		t.Errorf("one proven loss in the cable shows what happened to the others: %v", got)
	}
	c := cableOf(bare, "Two.", bare)
	c.Format = model.NewspaperPage
	if got := lossesOf(t, c); len(got) != 2 {
		t.Errorf("newspaper pages lose lines: %v", got)
	}
}

func TestEditionsLoseNothing(t *testing.T) {
	c := cableOf(longText+"win hearts and", longText+"win minds ...")
	c.ID = model.ID{Volume: "frus1961-63v05", Serial: 9}
	if got := lossesOf(t, c); len(got) != 0 {
		t.Errorf("an edition is proof-read: %v", got)
	}
}

func TestLossOfWholeRest(t *testing.T) {
	c := cableOf("The first.", "Elections are ...")
	if got := lossesOf(t, c); got[1] != lossEllipsis || len(got) != 1 {
		t.Errorf("a text cut short: %v", got)
	}
	c = cableOf("The first ...", "The second.")
	if got := lossesOf(t, c); len(got) != 0 {
		t.Errorf("an ellipsis inside the text is the drafter's: %v", got)
	}
	c = &model.Cable{Blocks: []model.Block{{Kind: model.Header, Role: model.SubjectRole, Text: "SPRING IN THE CAPITAL ..."}}}
	if got := lossesOf(t, c); got[0] != lossEllipsis || !c.Blocks[0].EndLost {
		t.Errorf("a record cut in its header: %v", got)
	}
}
