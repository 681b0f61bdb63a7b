package match

import (
	"context"
	"math"
	"math/bits"
	"sort"
	"strings"

	"github.com/sahilm/fuzzy"

	"reftel/model"
)

// Set is a list of candidates prepared for many queries: folded once, each with a mask of the
// letters it has, so that most of them are refused without being read. A Set does not change and may
// be searched by several goroutines.
type Set struct {
	texts  []string
	folded []string
	masks  []uint64
}

// NewSet prepares the candidates. It keeps the slice: the caller does not change it afterwards.
func NewSet(texts []string) *Set {
	s := &Set{texts: texts, folded: make([]string, len(texts)), masks: make([]uint64, len(texts))}
	for i, t := range texts {
		s.folded[i] = foldFields(t)
		s.masks[i] = mask(s.folded[i])
	}
	return s
}

// Len returns the number of candidates.
func (s *Set) Len() int { return len(s.texts) }

// length is that of a candidate's first field, folded.
func (s *Set) length(i int) int {
	if n := strings.IndexByte(s.folded[i], fieldEnd); n >= 0 {
		return n
	}
	return len(s.folded[i])
}

// pollEvery is how many candidates pass between two looks at the context.
const pollEvery = 1024

// Find ranks the candidates as [Fuzzy] does.
func (s *Set) Find(ctx context.Context, text string, limit int) (hits []Hit, total int) {
	q := newQuery(text)
	if len(q.terms) == 0 {
		return s.all(limit), len(s.texts)
	}
	best := newShortlist(s, limit)
	scattered, ok := s.findRuns(ctx, q, best)
	if !ok {
		return nil, 0
	}
	if !s.findScattered(ctx, q, scattered, best) {
		return nil, 0
	}
	if best.total == 0 && !s.findSlips(ctx, q, best) {
		return nil, 0
	}
	rows := best.sorted()
	for _, row := range rows {
		hits = append(hits, Hit{Index: row.index, Score: row.score, Spans: s.spans(q, row)})
	}
	return hits, best.total
}

// all answers the empty query.
func (s *Set) all(limit int) []Hit {
	hits := make([]Hit, min(max(limit, 0), len(s.texts)))
	for i := range hits {
		hits[i].Index = i
	}
	return hits
}

// straggler is a candidate in which some terms do not stand in one piece.
type straggler struct {
	index   int
	missing uint64 // bit i: term i
	score   int
}

// findRuns looks for candidates that have every term in one piece, and returns those that may have
// some of them scattered.
func (s *Set) findRuns(ctx context.Context, q query, best *shortlist) (scattered []straggler, ok bool) {
	for i, folded := range s.folded {
		if i%pollEvery == 0 && ctx.Err() != nil {
			return nil, false
		}
		if q.mask&^s.masks[i] != 0 {
			continue
		}
		score, missing := q.rank(folded)
		switch {
		case missing == 0:
			best.add(i, score)
		case q.scatteredIn(folded, missing):
			scattered = append(scattered, straggler{index: i, missing: missing})
		}
	}
	return scattered, true
}

// findScattered has sahilm/fuzzy score the stragglers, term by term.
func (s *Set) findScattered(ctx context.Context, q query, list []straggler, best *shortlist) bool {
	for n, t := range q.terms {
		var asked []int // places in list of the candidates that the matcher has seen
		seen := 0
		matches := fuzzy.FindFromIterNoSort(t.text, func(yield func(string) bool) {
			for i := range list {
				if list[i].missing>>n&1 == 0 {
					continue
				}
				if seen%pollEvery == 0 && ctx.Err() != nil {
					return
				}
				seen++
				field, _ := scatteredField(s.folded[list[i].index], t)
				asked = append(asked, i)
				if !yield(field) {
					return
				}
			}
		})
		if ctx.Err() != nil {
			return false
		}
		for _, m := range matches {
			c := &list[asked[m.Index]]
			c.score += clamp(m.Score, -1000, 1000)
			c.missing &^= 1 << n
		}
	}
	for _, c := range list {
		if c.missing == 0 {
			best.add(c.index, tierScore(subsequence, c.score))
		}
	}
	return true
}

// findSlips looks for candidates that have every term with a typing error or two. It gives
// up on long queries: nobody mistypes one word of a pasted sentence and nothing else.
func (s *Set) findSlips(ctx context.Context, q query, best *shortlist) bool {
	if len(q.terms) > maxSlipTerms {
		return true
	}
	allowed := 0
	for _, t := range q.terms {
		allowed += t.slips
	}
	if allowed == 0 {
		return true
	}
	for i, folded := range s.folded {
		if i%pollEvery == 0 && ctx.Err() != nil {
			return false
		}
		// An error brings in at most one letter that the candidate lacks.
		if bits.OnesCount64(q.mask&^s.masks[i]) > allowed {
			continue
		}
		if score, ok := q.rankSlips(folded); ok {
			best.add(i, tierScore(slip, score))
		}
	}
	return true
}

// spans finds again what is lit in one of the rows shown, and maps it to the original.
func (s *Set) spans(q query, row shortRow) []model.Span {
	folded, from := foldMapped(s.texts[row.index])
	var lit []model.Span
	switch tierOf(row.score) {
	case exact, prefix:
		at, _ := q.fieldStart(folded)
		lit = append(lit, model.Span{Start: at, End: at + len(q.text)})
	case slip:
		for _, t := range q.terms {
			if at, _, ok := t.slipIn(folded); ok {
				lit = append(lit, at)
			}
		}
	default:
		for _, t := range q.terms {
			if at, _ := t.find(folded); at >= 0 {
				lit = append(lit, model.Span{Start: at, End: at + len(t.text)})
				continue
			}
			field, offset := scatteredField(folded, t)
			for _, m := range fuzzy.FindNoSort(t.text, []string{field}) {
				for _, i := range m.MatchedIndexes {
					lit = append(lit, model.Span{Start: offset + i, End: offset + i + 1})
				}
			}
		}
	}
	return original(lit, from)
}

// original maps spans of a folded text to the text it was folded from: sorted, neighbours joined.
func original(lit, from []model.Span) []model.Span {
	sort.Slice(lit, func(i, j int) bool {
		return lit[i].Start < lit[j].Start || lit[i].Start == lit[j].Start && lit[i].End < lit[j].End
	})
	var out []model.Span
	end := -1 // of the last one, in the folded text
	for _, l := range lit {
		at := model.Span{Start: from[l.Start].Start, End: from[l.End-1].End}
		if n := len(out); n > 0 && (l.Start <= end || at.Start <= out[n-1].End) {
			out[n-1].End = max(out[n-1].End, at.End)
		} else {
			out = append(out, at)
		}
		end = max(end, l.End)
	}
	return out
}

// mask has a bit for each letter and digit of a folded text; other characters share the bits left.
// A text can hold another one only if it has all of its bits.
func mask(folded string) uint64 {
	var m uint64
	for i := range len(folded) {
		m |= maskBit(folded[i])
	}
	return m
}

func maskBit(c byte) uint64 {
	switch {
	case 'a' <= c && c <= 'z':
		return 1 << (c - 'a')
	case '0' <= c && c <= '9':
		return 1 << (26 + c - '0')
	case c == ' ' || c == fieldEnd:
		return 0
	}
	return 1 << (36 + c%28)
}

func clamp(n, low, high int) int { return min(max(n, low), high) }

// tier is how well a candidate matches; higher is better.
type tier int

const (
	slip tier = iota + 1
	subsequence
	substring
	wordPrefix
	prefix
	exact
)

// tierScore combines a tier with what orders candidates within it.
func tierScore(t tier, fine int) int {
	return int(t)<<tierBits + clamp(fine, math.MinInt16, math.MaxInt16) - math.MinInt16
}

const tierBits = 16

func tierOf(score int) tier { return tier(score >> tierBits) }

// indexFrom is strings.Index from an offset on.
func indexFrom(s, sub string, from int) int {
	i := strings.Index(s[from:], sub)
	if i < 0 {
		return -1
	}
	return from + i
}
