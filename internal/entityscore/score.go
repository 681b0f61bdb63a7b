package entityscore

import (
	"fmt"
	"slices"
	"strings"

	"reftel/model"
)

// Kinds in the order of the table.
var Kinds = []model.NameKind{model.Person, model.Organization, model.Place}

// Count is how many were right, of those that should be found and of those that were.
type Count struct {
	Found int // of Gold
	Gold  int
	Right int // of Given
	Given int
}

// Precision is the part of what was given that is right, Recall the part of what should be found that was, F1 their
// harmonic mean.
func (c Count) Precision() float64 { return part(c.Right, c.Given) }
func (c Count) Recall() float64    { return part(c.Found, c.Gold) }
func (c Count) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func part(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

func (c Count) plus(o Count) Count {
	return Count{c.Found + o.Found, c.Gold + o.Gold, c.Right + o.Right, c.Given + o.Given}
}

// Result is what the three measures say of some telegrams, for each kind.
type Result struct {
	Entities, Mentions, Strict map[model.NameKind]Count

	Missed     []string // "1973OSLO01967 person EINAR QUILL"
	Wrong      []string // "1973OSLO01967 person ARTICLE"
	Confusions []string // "1973OSLO01967 place LANGTON, an person"
}

// NewResult returns one that counts nothing yet.
func NewResult() *Result {
	return &Result{Entities: map[model.NameKind]Count{}, Mentions: map[model.NameKind]Count{}, Strict: map[model.NameKind]Count{}}
}

// Add compares the names found in a telegram with its entities. Signers are names that only the strict measure sees.
func (r *Result) Add(t Telegram, found, signers []Name) {
	signature := signatureStart(t.Text)
	for _, kind := range Kinds {
		r.addLoose(t, kind, found, signature)
		r.addStrict(t, kind, slices.Concat(found, signers))
	}
}

// addLoose counts entities and mentions.
func (r *Result) addLoose(t Telegram, kind model.NameKind, found []Name, signature int) {
	counts := func(m Mention) bool { return m.Class == proper && m.Span.Start < signature }
	names := ofKind(found, kind)
	gold := goldSpans(t, kind, counts)
	left := leftOut(t, counts)
	var entities, mentions Count
	for _, e := range gold {
		entities.Gold++
		hit := false
		for _, s := range e.spans {
			mentions.Gold++
			if slices.ContainsFunc(names, func(n Name) bool { return overlapsAny(s, n.Mentions) }) {
				mentions.Found++
				hit = true
			}
		}
		if hit {
			entities.Found++
		} else {
			r.Missed = append(r.Missed, fmt.Sprintf("%s %s %s %q", t.Name, kind, e.name, e.spans[0].In(t.Text)))
		}
	}
	for _, n := range names {
		right, wrong := 0, 0
		for _, s := range n.Mentions {
			switch {
			case slices.ContainsFunc(gold, func(e goldEntity) bool { return overlapsAny(s, e.spans) }):
				right++
			case overlapsAny(s, left) && !overlapsAny(s, countedSpans(t, counts)):
			case kind != model.Person && withinPerson(t, s):
			default:
				wrong++
			}
		}
		mentions.Right += right
		mentions.Given += right + wrong
		if right+wrong == 0 {
			continue
		}
		entities.Given++
		if right > 0 {
			entities.Right++
			continue
		}
		r.Wrong = append(r.Wrong, fmt.Sprintf("%s %s %s", t.Name, kind, n.Name))
		if other := kindAt(t, n, counts); other != "" {
			r.Confusions = append(r.Confusions, fmt.Sprintf("%s %s %s, by hand: %s", t.Name, kind, n.Name, other))
		}
	}
	r.Entities[kind] = r.Entities[kind].plus(entities)
	r.Mentions[kind] = r.Mentions[kind].plus(mentions)
}

// addStrict counts pairs of a name and an entity.
func (r *Result) addStrict(t Telegram, kind model.NameKind, found []Name) {
	gold := goldSpans(t, kind, func(m Mention) bool { return m.Class != common })
	names := ofKind(found, kind)
	pairs := pairUp(len(names), len(gold), func(n, e int) bool {
		return slices.ContainsFunc(names[n].Mentions, func(s model.Span) bool { return overlapsAny(s, gold[e].spans) })
	})
	r.Strict[kind] = r.Strict[kind].plus(Count{pairs, len(gold), pairs, len(names)})
}

// pairUp returns how many of n things and m things can be paired at most (augmenting paths).
func pairUp(n, m int, fits func(i, j int) bool) int {
	partner := make([]int, m)
	for j := range partner {
		partner[j] = -1
	}
	var try func(i int, seen []bool) bool
	try = func(i int, seen []bool) bool {
		for j := range m {
			if seen[j] || !fits(i, j) {
				continue
			}
			seen[j] = true
			if partner[j] < 0 || try(partner[j], seen) {
				partner[j] = i
				return true
			}
		}
		return false
	}
	pairs := 0
	for i := range n {
		if try(i, make([]bool, m)) {
			pairs++
		}
	}
	return pairs
}

// goldEntity is an entity with the mentions that count.
type goldEntity struct {
	name  string
	spans []model.Span
}

func goldSpans(t Telegram, kind model.NameKind, counts func(Mention) bool) []goldEntity {
	var all []goldEntity
	for _, e := range t.Entities {
		g := goldEntity{name: e.Name}
		for _, m := range e.Mentions {
			if e.Kind == kind && counts(m) {
				g.spans = append(g.spans, m.Span)
			}
		}
		if len(g.spans) > 0 {
			all = append(all, g)
		}
	}
	return all
}

// leftOut returns where something stands that doesn't count.
func leftOut(t Telegram, counts func(Mention) bool) []model.Span {
	var spans []model.Span
	for _, e := range t.Left {
		for _, m := range e.Mentions {
			spans = append(spans, m.Span)
		}
	}
	for _, e := range t.Entities {
		for _, m := range e.Mentions {
			if !counts(m) {
				spans = append(spans, m.Span)
			}
		}
	}
	return spans
}

func countedSpans(t Telegram, counts func(Mention) bool) []model.Span {
	var spans []model.Span
	for _, e := range t.Entities {
		for _, m := range e.Mentions {
			if counts(m) {
				spans = append(spans, m.Span)
			}
		}
	}
	return spans
}

// withinPerson reports whether a span lies in a longer mention of a person: the annotators mark US SECRETARY OF STATE
// VANCE as one, and seldom US in it.
func withinPerson(t Telegram, s model.Span) bool {
	for _, e := range t.Entities {
		for _, m := range e.Mentions {
			if e.Kind == model.Person && m.Span.Start <= s.Start && s.End <= m.Span.End && s.Len() < m.Span.Len() {
				return true
			}
		}
	}
	return false
}

// kindAt returns the kind of an entity that a name overlaps.
func kindAt(t Telegram, n Name, counts func(Mention) bool) model.NameKind {
	for _, e := range t.Entities {
		for _, m := range e.Mentions {
			if counts(m) && overlapsAny(m.Span, n.Mentions) {
				return e.Kind
			}
		}
	}
	return ""
}

func ofKind(names []Name, kind model.NameKind) []Name {
	var all []Name
	for _, n := range names {
		if n.Kind == kind && len(n.Mentions) > 0 {
			all = append(all, n)
		}
	}
	return all
}

func overlapsAny(s model.Span, spans []model.Span) bool {
	return slices.ContainsFunc(spans, s.Overlaps)
}

// signatureStart returns where the signature below the text begins, the end of the text if there is none: the last line
// that is a word or two of capitals, with nothing but marks and short lines after it.
func signatureStart(text string) int {
	at := len(text)
	for end := len(text); end > 0; {
		start := strings.LastIndexByte(text[:end], '\n') + 1
		line := strings.TrimSpace(text[start:end])
		if len(line) > 60 || strings.HasPrefix(line, "1. ") {
			break
		}
		if words := strings.Fields(line); len(words) > 0 && len(words) <= 2 && strings.Trim(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZ' .") == "" && !strings.HasSuffix(line, ".") {
			at = start
		}
		end = start - 1
	}
	return at
}
