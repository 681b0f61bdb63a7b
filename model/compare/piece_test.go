package compare_test

import (
	"slices"
	"strings"
	"testing"

	"reftel/model/compare"
)

// checkPassages fails when a copy can't be read whole from its passages, or when a difference of more than the form is in
// none of those that are shown alone.
func checkPassages(t *testing.T, c *compare.Comparison) {
	t.Helper()
	whole := c.Whole()
	for side := range 2 {
		for i := range whole {
			for _, block := range whole[i].Blocks[side] {
				b := &c.Cable(side).Blocks[block]
				got := bare(piecesOf(c.Beside(&whole[i], side, true)))
				if text := bare(b.Text); got != text && got != bare(b.Lead)+text {
					t.Fatalf("block %d of copy %d reads\n%q, not\n%q", block, side, got, text)
				}
			}
		}
	}
	var shown, all []*compare.Change
	for _, p := range c.Differing() {
		shown = append(shown, p.Changes...)
		one := piecesOf(c.One(&p, false))
		for _, ch := range p.Changes {
			for side := range 2 {
				for _, place := range ch.Part(side).Places {
					if said := place.In(c.Cable(side)); !strings.Contains(one, said) {
						t.Fatalf("%q of copy %d is not in %q", said, side, one)
					}
				}
			}
		}
	}
	for i := range c.Changes {
		if ch := &c.Changes[i]; ch.Kind != compare.Form {
			all = append(all, ch)
		}
	}
	if !slices.Equal(shown, all) {
		t.Fatalf("%d of %d differences are shown, or in another order", len(shown), len(all))
	}
}

// piecesOf returns the words of a cable in pieces.
func piecesOf(pieces []compare.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// bare is a text without white space.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }

func TestPassagesLeaveOutWhatIsTheSame(t *testing.T) {
	same := strings.Repeat("It rained on the pier again. ", 20)
	c := compare.Cables(draft("1. (C) "+same+"The keeper, XXXXXXX, left. "+same+"So.", "2. (C) "+strings.TrimSpace(same)+"~"),
		draft("1. (C) "+same+"The keeper, Jonas Quill, left. "+same+"So.", "2. (C) "+same+"So it ends."))
	passages := c.Differing()
	if len(passages) != 2 {
		t.Fatalf("%d passages, want 2", len(passages))
	}
	for _, tt := range []struct{ got, want []compare.Piece }{
		{c.One(&passages[0], false), []compare.Piece{{Sort: compare.Cut}, {Sort: compare.Between, Text: " "},
			{Text: "again. It rained on the pier again. The keeper, "}, {Sort: compare.Own, Text: "XXXXXXX"}, {Sort: compare.Own, Text: "Jonas Quill", Side: 1},
			{Text: ", left. It rained on the pier again. It rained"}, {Sort: compare.Between, Text: " "}, {Sort: compare.Cut}}},
		{c.Beside(&passages[1], 0, false), []compare.Piece{{Sort: compare.Cut}, {Sort: compare.Between, Text: " "},
			{Text: "on the pier again. It rained on the pier again."}, {Sort: compare.Between, Text: " "}, {Sort: compare.Nothing}}},
	} {
		for i := range tt.got {
			tt.got[i].Change = nil
		}
		if !slices.Equal(tt.got, tt.want) {
			t.Errorf("%+v\nwant %+v", tt.got, tt.want)
		}
	}
}
