package lookup

import (
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/match"
)

// explain says where a row has what was typed: in which form, and what to light there.
func (s *search) explain(f found) Hit {
	hit := Hit{Row: f.row, How: f.how}
	forms := strings.Split(s.set.forms(f.row), "\n")
	if f.plan == nil {
		if hits, _ := match.Fuzzy(s.ctx, s.text, forms, 1); len(hits) > 0 {
			hit.Form, hit.Lit = hits[0].Index, hits[0].Spans
		}
		return hit
	}
	best := -1
	for i, form := range forms {
		folded, from := match.FoldMapped(form)
		lit, worth, how := s.lit(f, folded)
		if worth <= best {
			continue
		}
		best = worth
		hit.Form, hit.Lit = i, nil
		if f.how == Variant || f.how == Slip {
			hit.How = how
		}
		slices.SortFunc(lit, func(a, b span) int { return a.start - b.start })
		end := 0
		for _, l := range lit {
			at := model.Span{Start: max(end, from[l.start].Start), End: from[l.end-1].End}
			if !at.Empty() && at.Start < at.End {
				hit.Lit = append(hit.Lit, at)
				end = at.End
			}
		}
	}
	return hit
}

// lit returns what to light in a folded form, how much the form is worth as an explanation, and whether its words are spelled
// otherwise or mistyped.
func (s *search) lit(f found, folded string) (lit []span, worth int, how How) {
	how = f.how
	spans := words(folded, nil)
	switch f.how {
	case Exact:
		if sameWords(folded, s.text) {
			return []span{{0, len(folded)}}, 1, how
		}
		return nil, 0, how
	case Initials:
		if f.plan.reading == typed {
			lit, worth = s.litInitials(folded, spans)
			return lit, worth, how
		}
	}
	const perTerm = int(scattered) + 1
	mistyped := false
	for _, t := range f.plan.terms {
		at, found := span{}, scattered+1
		for _, w := range spans {
			word := folded[w.start:w.end]
			l, ok := t.levelOf(word)
			if !ok || l >= found {
				continue
			}
			found, at = l, w
			switch l {
			case begins:
				at.end = w.start + len(t.text)
			case inside:
				at.start += strings.Index(word, t.text)
				at.end = at.start + len(t.text)
			}
		}
		if found <= scattered {
			lit = append(lit, at)
			mistyped = mistyped || found == oneSlip || found == twoSlips
			worth += 100*perTerm + perTerm - int(found) // all terms in one form count for more
		}
	}
	if how == Variant || how == Slip {
		if how = Variant; mistyped {
			how = Slip
		}
	}
	return lit, worth, how
}

// litInitials lights the first letters of the words that the term stands for.
func (s *search) litInitials(folded string, spans []span) (lit []span, worth int) {
	for _, out := range leftOut {
		if string(s.set.initialsOf(folded, spans, out, nil)) != s.text {
			continue
		}
		for _, w := range spans {
			if !s.set.leavesOut(out, folded[w.start:w.end]) {
				lit = append(lit, span{w.start, w.start + 1})
			}
		}
		return lit, 1
	}
	return nil, 0
}
