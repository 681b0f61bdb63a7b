package parser

import (
	"strings"
	"testing"

	"reftel/model"
)

// longLineText is a sentence that no wrapped line holds; its page has one line a paragraph.
const longLineText = "The keeper of the light told the consul over coffee in the harbour office that nobody on the island had paid for the oil of the lamp since the winter before last"

// Texts with one line a paragraph: which of their line ends are meant.
func TestLongLines(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"two delegations", "1. (C) Participants:\n\nLISBON " + longLineText + ", notetaker\nPONTA DELGADA Captain Ole Ulmerton\n", "1 Participants:|P LISBON " + longLineText + ", notetaker|P PONTA DELGADA Captain Ole Ulmerton"},
		{"in mid-sentence before a name", "1. (C) " + longLineText + ", and asked for the\nAzores boat to fetch it. " + longLineText + ".\n", "1 " + longLineText + ", and asked for the Azores boat to fetch it. " + longLineText + "."},
		{"a blank at the end of a wrapped line", "1. (C) " + longLineText + ", said Captain \nOle Ulmerton of the boat. " + longLineText + ".\n", "1 " + longLineText + ", said Captain Ole Ulmerton of the boat. " + longLineText + "."},
		{"a comma", "1. (C) " + longLineText + ",\nOle Ulmerton said. " + longLineText + ".\n", "1 " + longLineText + ", Ole Ulmerton said. " + longLineText + "."},
		{"a day", "1. (C) " + longLineText + " on December\n17 of that year. " + longLineText + ".\n", "1 " + longLineText + " on December 17 of that year. " + longLineText + "."},
		{"a numbered item", "1. (C) " + longLineText + ". See Lisbon 88\n3. The Boat Is Late. " + longLineText + ".\n", "1 " + longLineText + ". See Lisbon 88|S The Boat Is Late. " + longLineText + "."},
		{"an open quotation", "1. (C) " + longLineText + " under the name \u201cRejoice\n- Boats of the Azores\u201d since then. " + longLineText + ".\n", "1 " + longLineText + " under the name \u201cRejoice - Boats of the Azores\u201d since then. " + longLineText + "."},
		{"END SUMMARY above a title", "1. (C) SUMMARY: " + longLineText + ". END SUMMARY\nThe Oil Of The Lamp\n\n2. (C) " + longLineText + ".\n", "1 SUMMARY: " + longLineText + ". END SUMMARY|H The Oil Of The Lamp|2 " + longLineText + "."},
		{"a title behind a page marker", "1. (C) " + longLineText + ".\n\nLISBON 00000012  002 OF 002\n\nThe Oil Of The Lamp\n\n2. (C) " + longLineText + ".\n", "1 " + longLineText + ".|H The Oil Of The Lamp|2 " + longLineText + "."},
		{"a title without empty lines", "1. (C) " + longLineText + ".\nThe Oil Of The Lamp\n2. (C) " + longLineText + ".\n", "1 " + longLineText + ".|H The Oil Of The Lamp|2 " + longLineText + "."},
		{"a title below lost words", "1. (C) The keeper came by the mail boat on March 3 and told us that\nnobody has paid for the oil of the light and that it is\nThe Oil Of The Lamp\n2. (C) The consul came by the mail boat on March 4 and told us that\nthe oil is paid for.\n",
			"1 The keeper came by the mail boat on March 3 and told us that nobody has paid for the oil of the light and that it is The Oil Of The Lamp|2 The consul came by the mail boat on March 4 and told us that the oil is paid for."},
		{"a title below a lost end", "1. (C) The keeper came by the mail boat on March 3 and told us that\nnobody has paid for the oil of the light, and that it burned\nThe Oil Of The Lamp\n2. (C) The consul came by the mail boat on March 4 and told us that\nthe oil is paid for.\n",
			"1 The keeper came by the mail boat on March 3 and told us that nobody has paid for the oil of the light, and that it burned|H The Oil Of The Lamp|2 The consul came by the mail boat on March 4 and told us that the oil is paid for."},
		{"the end of a note", "1. (C) The keeper came by the mail boat on March 3 and told us that.\nEnd Note.)\n2. (C) The consul left.\n", "1 The keeper came by the mail boat on March 3 and told us that. End Note.)|2 The consul left."},
		{"half a title on the line above", "1. (C) " + longLineText + ". Oil\nBurns In The Lamp Again\n---------------------------\n\n2. (C) He left.\n", "1 " + longLineText + ".|H Oil Burns In The Lamp Again|2 He left."},
		{"a sentence above a title", "1. (C) " + longLineText + ". Oil\nBurns In The Lamp Again\n----------------------\n\n2. (C) He left.\n", "1 " + longLineText + ". Oil|H Burns In The Lamp Again|2 He left."},
		{"an empty line where a page ended", "1. (C) The keeper came by the mail boat on March 3 and told us of the\n\nAzores light, for whose oil nobody on the island has paid since the war.\n\n2. (C) He left.\n",
			"1 The keeper came by the mail boat on March 3 and told us of the Azores light, for whose oil nobody on the island has paid since the war.|2 He left."},
		{"an empty line before the last words", "1. (C) The keeper came by the mail boat on March 3, and in the winter\n\nPonta Delgada paid.\n\n2. (C) He left.\n", "1 The keeper came by the mail boat on March 3, and in the winter Ponta Delgada paid.|2 He left."},
		{"an empty line behind capitals", "1. (C) The keeper came by the mail boat on March 3 for the SOS\n\nsignals that nobody on the island has heard.\n\n2. (C) He left.\n", "1 The keeper came by the mail boat on March 3 for the SOS signals that nobody on the island has heard.|2 He left."},
		{"a title behind lost words", "1. (C) The keeper came by the mail boat on March 3 and told us of the\n\nOil Of The Azores Light\n\n2. (C) He left.\n", "1 The keeper came by the mail boat on March 3 and told us of the|H Oil Of The Azores Light|2 He left."},
		{"persons, their offices wrapped", "1. (C) The keeper came by the mail boat on March 3 and told us that\nnobody has paid.\n\n2. (U) Participants:\n\nAzores\nOle Ulmerton, Keeper\nAnna Sund, Second Deputy Adviser for Oil to\nthe Keeper\nPer Holt, Captain\n\n3. (C) He left.\n",
			"1 The keeper came by the mail boat on March 3 and told us that nobody has paid.|2 Participants:|T Azores/Ole Ulmerton, Keeper/Anna Sund, Second Deputy Adviser for Oil to/the Keeper/Per Holt, Captain|3 He left."},
		{"persons in a text of long lines", "1. (C) " + longLineText + ".\n\nAzores\nR. Ole Ulmerton, Keeper\nPer Holt, Captain of the Boat\nAnna Sund, Vice President\nLiv Dahl (notetaker)\n\n2. (C) He left.\n", "1 " + longLineText + ".|T Azores/R. Ole Ulmerton, Keeper/Per Holt, Captain of the Boat/Anna Sund, Vice President/Liv Dahl (notetaker)|2 He left."},
		{"a line that X made short", "1. (C) The keeper came by the mail boat on March 3 and told us that\nnobody has paid, said XXXXXXXXXXXX.\nThe oil of the light, which the post sent from Lisbon in the winter,\nis burnt.\n\n2. (C) He left.\n", "1 The keeper came by the mail boat on March 3 and told us that nobody has paid, said XXXXXXXXXXXX. The oil of the light, which the post sent from Lisbon in the winter, is burnt.|2 He left."},
		{"questions and answers", "1. (C) Below is what the boat's paper printed.\n\nQ: Who pays for the oil?\n\nA: Nobody pays for it.\nQ: Since when has nobody on the island paid for the oil, sir?\nA: Since the winter.\n\nQ: Who burns it?\nA: I.\n\n2. (C) He left.\n",
			"1 Below is what the boat's paper printed.|P Q: Who pays for the oil?|P A: Nobody pays for it.|P Q: Since when has nobody on the island paid for the oil, sir?|P A: Since the winter.|P Q: Who burns it?|P A: I.|2 He left."},
		{"an address above a rule", "1. (C) The keeper left.\n\nVisit the light:\nhttp://light.example/lisbon/\n--------\n", "1 The keeper left.|P Visit the light: http://light.example/lisbon/"},
	} {
		cable := parseTelegram(t, fictionalHead+c.text)
		if got := outline(cable); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// The caption that a program put into sentences is a marker; where the sentence speaks of it, it is text.
func TestCaptionsInText(t *testing.T) {
	for _, c := range []struct {
		text, want string
		marks      int
	}{
		{longLineText + " and the\nSIPDIS boat of the post.", longLineText + " and the boat of the post.", 1},
		{"The keeper said that the boat of the post on the island had\n\nSipdis\nnot come.", "The keeper said that the boat of the post on the island had not come.", 1},
		{"The keeper said that the Secretary for Lights had not been SIPDIS well received on the island.", "The keeper said that the Secretary for Lights had not been well received on the island.", 1},
		{"The keeper asked that all posts use SIPDIS distribution for what they write about the light.", "", 0},
		{"The keeper asked that all posts that write about the light include SIPDIS in what they send.", "", 0},
		{"The keeper asked that what all posts write about the light be sent through the SIPDIS channel.", "", 0},
		{strings.ToUpper(longLineText) + " AND FOUR\nSIPDIS BOATS CAME INTO THE HARBOUR.", strings.ToUpper(longLineText) + " AND FOUR BOATS CAME INTO THE HARBOUR.", 1},
	} {
		cable := parseTelegram(t, fictionalHead+"1. (C) "+c.text+"\n")
		at, _ := cable.Paragraph(1)
		if c.want == "" {
			c.want = c.text
		}
		if got := cable.Blocks[at].Text; got != c.want || len(cable.MarksOf(model.PageBreak)) != c.marks {
			t.Errorf("%d marks in %q", len(cable.MarksOf(model.PageBreak)), got)
		}
	}
}

// A text of very many lines is kept whole; what stands behind the first hundred thousand is one block.
func TestVeryManyLines(t *testing.T) {
	const line = "oil and wicks"
	data := []byte(fictionalHead + strings.Repeat(line+"\n", mostLines+500))
	r := Parse("f", data, Options{})
	if len(r.Cables) != 1 {
		t.Fatalf("%d cables", len(r.Cables))
	}
	c := r.Cables[0]
	last := c.Blocks[len(c.Blocks)-1]
	if last.Kind != model.Preformatted || strings.Count(last.Text, line) < 500 || len(c.Blocks) > 1000 {
		t.Errorf("%d blocks, the last is a %s of %d bytes", len(c.Blocks), last.Kind, len(last.Text))
	}
	if len(c.Warnings) == 0 || c.Warnings[len(c.Warnings)-1].Kind != WarnLines && !hasWarning(c, WarnLines) {
		t.Errorf("warnings %v", c.Warnings)
	}
	for _, broken := range evidence("f", data, r) {
		t.Error(broken)
	}
}

func hasWarning(c *model.Cable, kind model.WarningKind) bool {
	for _, w := range c.Warnings {
		if w.Kind == kind {
			return true
		}
	}
	return false
}

// A file of hardly anything but line ends is not searched, and all of it is accounted for.
func TestNothingButLineEnds(t *testing.T) {
	for _, line := range []string{"\n", "a\n", "-\r\n", "\r"} {
		data := []byte(fictionalHead + strings.Repeat(line, 1<<20))
		r := Parse("f", data, Options{})
		if len(r.Cables) != 0 || len(r.Warnings) == 0 || r.Warnings[0].Kind != WarnLineEnds {
			t.Errorf("%q: %d cables, warnings %v", line, len(r.Cables), r.Warnings)
		}
		for _, broken := range evidence("f", data, r) {
			t.Errorf("%q: %s", line, broken)
		}
	}
}
