package cli

import (
	"strings"

	"reftel/model"
	"reftel/model/compare"
	"reftel/ui/words"
)

// diffRecord is what --json gives of two copies. Sides are called a and b.
type diffRecord struct {
	ID          model.ID       `json:"id,omitzero"`
	A           copyRecord     `json:"a"`
	B           copyRecord     `json:"b"`
	Counts      []countRecord  `json:"counts"`
	Fields      []fieldRecord  `json:"fields"`
	Differences []changeRecord `json:"differences"`
}

// copyRecord is one of two copies.
type copyRecord struct {
	ID     model.ID     `json:"id,omitzero"`
	Format model.Format `json:"format,omitzero"`
	Source model.Source `json:"source"`
}

// countRecord counts the differences of one kind.
type countRecord struct {
	Kind   compare.Kind `json:"kind"`
	Lacks  compare.Side `json:"lacks,omitzero"` // the copy that lacks what the other has
	Places int          `json:"places"`
	Words  int          `json:"words"`
}

// fieldRecord is a part of the header: what each copy has and the other has not.
type fieldRecord struct {
	Name   string       `json:"name"`
	A      []string     `json:"a,omitzero"`
	B      []string     `json:"b,omitzero"`
	Absent compare.Side `json:"absent,omitzero"` // the copy that has nothing of the kind
}

// changeRecord is one place in which the texts differ.
type changeRecord struct {
	Kind  compare.Kind `json:"kind"`
	Lacks compare.Side `json:"lacks,omitzero"`
	How   compare.How  `json:"how,omitzero"`
	A     partRecord   `json:"a"`
	B     partRecord   `json:"b"`
}

// partRecord is what one copy has there.
type partRecord struct {
	Text   string          `json:"text"` // "" where it has nothing
	Words  int             `json:"words"`
	Places []stretchRecord `json:"places"`
}

// stretchRecord is a stretch of a block's text, or of what stands before it.
type stretchRecord struct {
	Block     int        `json:"block"`
	Paragraph int        `json:"paragraph,omitzero"`
	Lead      bool       `json:"lead,omitzero"` // the span is in the block's lead
	Span      model.Span `json:"span"`
}

func newDiffRecord(c *compare.Comparison) diffRecord {
	r := diffRecord{ID: c.A.ID, A: copyOf(c.A), B: copyOf(c.B),
		Counts: []countRecord{}, Fields: []fieldRecord{}, Differences: []changeRecord{}}
	for _, t := range c.Tallies() {
		r.Counts = append(r.Counts, countRecord(t))
	}
	for _, f := range c.Fields {
		r.Fields = append(r.Fields, fieldRecord(f))
	}
	spotsA, spotsB := words.Spots(c.A), words.Spots(c.B)
	for _, ch := range c.Changes {
		r.Differences = append(r.Differences, changeRecord{ch.Kind, ch.Lacks, ch.How, partRecordOf(c.A, ch.A, spotsA), partRecordOf(c.B, ch.B, spotsB)})
	}
	return r
}

func copyOf(c *model.Cable) copyRecord { return copyRecord{c.ID, c.Format, c.Source} }

func partRecordOf(c *model.Cable, p compare.Part, spots []words.Spot) partRecord {
	r := partRecord{Words: p.Words, Places: []stretchRecord{}}
	var text []string
	for _, place := range p.Places {
		if place.Block < 0 {
			continue // there is no text to point into
		}
		text = append(text, place.In(c))
		r.Places = append(r.Places, stretchRecord{place.Block, spots[place.Block].Paragraph, place.Lead, place.Span})
	}
	r.Text = strings.Join(text, " ")
	return r
}
