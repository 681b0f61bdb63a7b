package notebook

import (
	"strings"
	"unicode/utf8"

	"reftel/model"
	"reftel/model/excerpt"
)

// Anchor says where in a cable something stands, so that the place is found again when the cable is read anew, by a later
// version, from another file, or in another copy: by the cable's id, the number of the paragraph and the words there, never
// by lines or offsets in a file.
type Anchor struct {
	ID     model.ID `json:"id,omitzero"`     // of the cable
	SHA256 string   `json:"sha256,omitzero"` // of the copy that was read; names the cable where there is no id
	Title  string   `json:"title,omitzero"`  // of the cable, for where the cable isn't at hand

	Paragraph int             `json:"paragraph,omitzero"` // number of the paragraph that the block is part of; 0: none
	Kind      model.BlockKind `json:"kind,omitzero"`      // of the block; "": the place is the cable itself
	Block     int             `json:"block,omitzero"`     // index of the block when it was read: a hint
	Start     int             `json:"start,omitzero"`     // byte of its text where the quote begins: a hint
	Quote     string          `json:"quote,omitzero"`     // words of the text from there on, on one line
}

// Bounds of what an anchor holds, in bytes.
const (
	longestQuote = 600
	longestTitle = 200
	longestStop  = 160 // of the quote where reading stopped: there is one for each cable that was read
)

// AnchorAt returns the anchor of a place in a cable: of the word at a byte of a block's text. A block that isn't there, such
// as -1, gives the cable itself.
func AnchorAt(c *model.Cable, block, at int) Anchor {
	title, _ := c.Title()
	a := Anchor{ID: c.ID, SHA256: c.Source.SHA256, Title: tidyTitle(title)}
	if block < 0 || block >= len(c.Blocks) {
		return a
	}
	b := &c.Blocks[block]
	a.Kind, a.Block, a.Paragraph = b.Kind, block, paragraphOf(c, block)
	a.Start = wordStart(b.Text, at)
	a.Quote = quoteFrom(b.Text[a.Start:])
	return a
}

// tidyTitle returns the first words of a title.
func tidyTitle(title string) string {
	words := excerpt.FirstWords(title, longestTitle)
	if len(words) > 2*longestTitle { // one endless word
		return ""
	}
	return words
}

// Key returns what names the cable.
func (a *Anchor) Key() model.Key {
	if a.ID.IsZero() {
		return model.Key{SHA256: a.SHA256}
	}
	return model.Key{ID: a.ID}
}

// blanks are what parts words in the text of a cable.
const blanks = " \n"

// wordStart returns where the word at a byte of a text begins; at a blank, the word behind it. Behind the last word it is
// the beginning of the text.
func wordStart(text string, at int) int {
	at = max(0, min(at, len(text)))
	at = strings.LastIndexAny(text[:at], blanks) + 1
	rest := strings.TrimLeft(text[at:], blanks)
	if rest == "" {
		rest = strings.TrimLeft(text, blanks)
	}
	return len(text) - len(rest)
}

// quoteFrom returns the first words of a text on one line, none of them cut unless it is longer than all that is kept.
func quoteFrom(text string) string {
	head := text
	if most := 4 * longestQuote; len(text) > most { // no more of a long text is read
		head = strings.ToValidUTF8(text[:most], "")
		head = head[:max(0, strings.LastIndexAny(head, blanks))]
		if strings.Trim(head, blanks) == "" {
			head = text[:most]
		}
	}
	words := shorter(excerpt.OneLine(head), longestQuote)
	if len(words) > longestQuote {
		return strings.ToValidUTF8(words[:longestQuote], "")
	}
	return words
}

// shorter returns the first of some words on a line, at most so many bytes, but the first word whole.
func shorter(words string, most int) string {
	if len(words) <= most {
		return words
	}
	end := strings.LastIndexByte(words[:most+1], ' ')
	if end < 0 {
		end = strings.IndexByte(words, ' ')
	}
	if end < 0 {
		return words
	}
	return words[:end]
}

// endless reports whether a quote may be the beginning of a word.
func endless(quote string) bool {
	return len(quote) > longestQuote-utf8.UTFMax && !strings.Contains(quote, " ")
}

// paragraphOf returns the number of the paragraph that a block is or is part of, as sub-paragraphs and tables are; 0 when
// it is in none.
func paragraphOf(c *model.Cable, block int) int {
	for i := block; i >= 0; i-- {
		switch b := &c.Blocks[i]; {
		case !b.Kind.IsText() || b.Kind == model.Note:
			return 0
		case b.Number > 0 && b.Kind == model.Paragraph:
			return b.Number
		case b.Number > 0:
			return 0
		}
	}
	return 0
}
