// Package compare says how two copies of one cable differ: a newspaper's page and the site's, a redacted text and a
// released one.
//
// Texts are aligned by words over all of the cable, not paragraph by paragraph, so that a paragraph whose number one copy
// lost, or that it divides otherwise, still meets its words in the other; the numbers of paragraphs only help. Line ends,
// page markers and underlines are no difference, nor is what the publisher put around the text. What is hidden, left out
// by an editor, lost, and simply not there are told apart, as everywhere.
//
// Time and memory grow with the length of the texts, whatever is in them: where they have nothing in common to hold on
// to, they are said to differ as a whole.
package compare

import "reftel/model"

// Kind says how two copies differ in a place.
type Kind string

// The kinds. In the first three one copy shows why it lacks what the other gives.
const (
	Redacted Kind = "redacted" // one copy hides what the other gives, or less of it
	Omitted  Kind = "omitted"  // an editor of one left it out and said so
	Lost     Kind = "lost"     // one breaks off where the other goes on
	Marking  Kind = "marking"  // number or portion marking of a paragraph
	Only     Kind = "only"     // one has words there and the other none, without a sign
	Words    Kind = "words"    // they have other words
	Spelling Kind = "spelling" // a word is spelled in two ways, of which one may be a typing error
	Form     Kind = "form"     // the same letters in another form: see [Change.How]
)

// Kinds lists the kinds, those first that matter most.
func Kinds() []Kind { return []Kind{Redacted, Omitted, Lost, Marking, Only, Words, Spelling, Form} }

// How says in what only the form of words differs.
type How string

// The ways.
const (
	ByCase        How = "case"
	ByAccents     How = "accents"
	ByPunctuation How = "punctuation" // quotation marks, apostrophes, dashes, commas
	BySpacing     How = "spacing"     // and hyphens: counter-narcotics, counternarcotics
	BySign        How = "sign"        // both hide something there, with another sign
)

// Side names one of the two copies.
type Side string

// The sides; "" is neither.
const (
	SideA Side = "a"
	SideB Side = "b"
)

// Comparison is how two copies differ.
type Comparison struct {
	A, B    *model.Cable
	Fields  []Field  // of the header
	Changes []Change // of the text, subject and other sentences of the header among it, in reading order of both
	Pairs   []Pair   // all blocks that were compared, in reading order of both
}

// Change is one place in which the texts differ. What stands outside of all changes is the same in both copies, but for
// white space.
type Change struct {
	Kind  Kind
	Lacks Side // the copy that hides, omits, lost or simply lacks what the other has; "" for the other kinds
	How   How  // of [Form]
	A, B  Part
}

// Part is what one copy has in the place of a change.
type Part struct {
	Places []Place // what of it stands in one block is one place; at least one, and an empty one where it has nothing
	Words  int     // without punctuation and the signs of redactions
}

// Empty reports whether the copy has nothing there.
func (p Part) Empty() bool { return len(p.Places) == 1 && p.Places[0].Span.Empty() }

// Block returns the block in which the part begins; -1 where the copy has no text at all.
func (p Part) Block() int { return p.Places[0].Block }

// Place is a stretch of a block.
type Place struct {
	Block int        // index in Cable.Blocks; -1 in a copy without text
	Lead  bool       // Span is in the block's Lead, else in its Text
	Span  model.Span // empty: between two words, or at an end
}

// In returns the bytes of a cable in the place.
func (p Place) In(c *model.Cable) string {
	switch {
	case p.Block < 0 || p.Block >= len(c.Blocks):
		return ""
	case p.Lead:
		return p.Span.In(c.Blocks[p.Block].Lead)
	}
	return p.Span.In(c.Blocks[p.Block].Text)
}

// Pair is two blocks that hold the same passage; -1 stands for none.
type Pair struct{ A, B int }

// Cables compares two copies of a cable. They are not changed.
func Cables(a, b *model.Cable) Comparison {
	notes := a.ID.IsDocument() && b.ID.IsDocument()
	keys := newKeys()
	t := &texts{a: tokensOf(a, notes, keys), b: tokensOf(b, notes, keys)}
	hunks := align(keysOf(t.a.tokens), keysOf(t.b.tokens), keys.len())
	hunks = t.tidy(hunks)
	return Comparison{A: a, B: b, Fields: fields(a, b), Changes: t.changes(hunks), Pairs: t.pairs(hunks)}
}

// Tally counts changes of one kind.
type Tally struct {
	Kind   Kind
	Lacks  Side
	Places int
	Words  int // that one copy has and the other lacks; of the other kinds, those of the copy with more
}

// Tallies counts the changes by kind, and by the copy that lacks something, in the order of [Kinds].
func (c *Comparison) Tallies() []Tally {
	var out []Tally
	for _, kind := range Kinds() {
		for _, side := range [...]Side{SideA, SideB, ""} {
			t := Tally{Kind: kind, Lacks: side}
			for i := range c.Changes {
				ch := &c.Changes[i]
				if ch.Kind != kind || ch.Lacks != side {
					continue
				}
				t.Places++
				t.Words += ch.words()
			}
			if t.Places > 0 {
				out = append(out, t)
			}
		}
	}
	return out
}

// words counts the words that a change is about.
func (c *Change) words() int {
	switch c.Lacks {
	case SideA:
		return c.B.Words
	case SideB:
		return c.A.Words
	}
	return max(c.A.Words, c.B.Words)
}

// IsZero reports whether the copies don't differ at all.
func (c *Comparison) IsZero() bool { return len(c.Changes) == 0 && len(c.Fields) == 0 }
