package rules

import (
	"cmp"
	"fmt"

	"reftel/model"
)

// Set is what rules come to together. It is never changed; a nil Set has no rules. Any number of goroutines may use it.
type Set struct {
	rules  []Rule
	edges  map[node]edge         // what a name has become
	finals map[node]node         // where the edges lead to in the end, as far as it was followed while the set was made
	named  map[node]written      // what a name is called that others become; by rename goes before by merge
	hidden map[node]int          // by which rule
	splits map[node]map[node]int // forms that are split from a name, and by which rule
	known  map[node]bool         // everything that a rule speaks of

	sources []node // of the edges, in order
}

// node is a name as rules know it.
type node struct {
	kind model.NameKind
	key  string
}

// edge leads from a name to what it has become.
type edge struct {
	to   node
	rule int
}

// written is what a name is called.
type written struct {
	name    string
	renamed bool
	rule    int
}

// Name is what a name has become.
type Name struct {
	Kind   model.NameKind
	Called string
	Hidden bool
	Ruled  bool // rules speak of it
}

// New returns the set of some rules. The error names two rules that contradict each other, or that go round in a circle;
// the first such is enough.
func New(all []Rule) (*Set, error) {
	s := empty()
	for _, r := range all {
		if err := s.add(r); err != nil {
			return nil, err
		}
	}
	return s.settle(), nil
}

// Gather is [New] for rules that several programs have written: of those that contradict each other the first holds,
// and what is wrong with the others is returned.
func Gather(all []Rule) (s *Set, wrong []error) {
	s = empty()
	for _, r := range all {
		if err := s.add(r); err != nil {
			wrong = append(wrong, err)
		}
	}
	return s.settle(), wrong
}

func empty() *Set {
	return &Set{edges: map[node]edge{}, finals: map[node]node{}, named: map[node]written{}, hidden: map[node]int{}, splits: map[node]map[node]int{}, known: map[node]bool{}}
}

// Rules returns the rules that hold, each once, in the order in which they were given.
func (s *Set) Rules() []Rule {
	if s == nil {
		return nil
	}
	return s.rules
}

// Len returns how many rules there are.
func (s *Set) Len() int { return len(s.Rules()) }

// add takes in a rule, or refuses it whole.
func (s *Set) add(r Rule) error {
	index := len(s.rules)
	s.rules = append(s.rules, r)
	var edges []node // the names that become another, and what they become behind each
	var hidden, split []node
	to := written{rule: index}
	at := func(name string) node { return node{r.Kind, Key(name)} }
	switch r.Verb {
	case Merge:
		to.name = r.Names[0]
		for _, name := range r.Names[1:] {
			edges = append(edges, at(name), at(r.Names[0]))
		}
	case Rename:
		to.name, to.renamed = r.Names[1], true
		edges = append(edges, at(r.Names[0]), at(r.Names[1]))
	case Retype:
		to.name = r.Names[0]
		edges = append(edges, at(r.Names[0]), node{r.To, Key(r.Names[0])})
	case Hide:
		hidden = append(hidden, at(r.Names[0]))
	case Split:
		split = append(split, at(r.Names[0]), at(r.Names[1]))
	}
	if err := s.check(r, to, edges, hidden, split); err != nil {
		s.rules = s.rules[:index]
		return err
	}
	for i := 0; i < len(edges); i += 2 {
		from, end := edges[i], edges[i+1]
		s.known[from], s.known[end] = true, true
		if from != end {
			if _, twice := s.edges[from]; !twice {
				s.edges[from] = edge{end, index}
				s.finals[from] = end
				s.sources = append(s.sources, from)
			}
		}
		if old, ok := s.named[end]; to.name != "" && (!ok || old.renamed == to.renamed && to.name > old.name || to.renamed && !old.renamed) {
			s.named[end] = to
		}
	}
	for _, n := range hidden {
		s.known[n], s.hidden[n] = true, index
	}
	if len(split) > 0 {
		form, from := split[0], split[1]
		s.known[form], s.known[from] = true, true
		if s.splits[from] == nil {
			s.splits[from] = map[node]int{}
		}
		s.splits[from][form] = index
	}
	return nil
}

// check says why a rule can't be added.
func (s *Set) check(r Rule, to written, edges, hidden, split []node) error {
	for i := 0; i < len(edges); i += 2 {
		from, end := edges[i], edges[i+1]
		old, again := s.edges[from]
		if again && from != end && old.to != end {
			return s.conflict(r, old.rule, "%[1]s makes %[3]s of %[4]s, and %[2]s makes %[5]s of it: keep one of them, or let this rule speak of what the name is by the other", end.shown(), from.shown(), old.to.shown())
		}
		if rule, ok := s.hidden[from]; ok && from != end {
			return s.conflict(r, rule, "%[1]s makes %[3]s of %[4]s, and %[2]s hides it: take one of them out", end.shown(), from.shown())
		}
		if rule, ok := s.splits[end][from]; ok && from != end {
			return s.conflict(r, rule, "%[1]s makes %[3]s of %[4]s, and %[2]s splits them: take one of them out", end.shown(), from.shown())
		}
		if old, ok := s.named[end]; ok && to.renamed && old.renamed && from == end && old.name != to.name {
			return s.conflict(r, old.rule, "%[1]s calls a name %[3]s, and %[2]s calls it %[4]s: keep one of them", quoted(to.name), quoted(old.name))
		}
		if !again && from != end && s.end(end) == from {
			return s.conflict(r, s.edges[end].rule, "%[1]s makes %[3]s of %[4]s, and %[2]s leads back, in a circle: take one of them out", end.shown(), from.shown())
		}
	}
	for _, n := range hidden {
		if old, ok := s.edges[n]; ok {
			return s.conflict(r, old.rule, "%[1]s hides %[3]s, and %[2]s makes %[4]s of it: take one of them out", n.shown(), old.to.shown())
		}
	}
	if len(split) > 0 {
		form, from := split[0], split[1]
		if old, ok := s.edges[form]; ok && old.to == from {
			return s.conflict(r, old.rule, "%[1]s splits %[3]s from %[4]s, and %[2]s makes one of them: take one of them out", form.shown(), from.shown())
		}
	}
	return nil
}

// conflict is the sentence about a rule and one that was there before, which stand first among the words.
func (s *Set) conflict(r Rule, before int, format string, words ...any) error {
	places := []any{cmp.Or(r.At, "the rule"), cmp.Or(s.rules[before].At, "a rule of yours")}
	return fmt.Errorf(format, append(places, words...)...)
}

// shown writes a name for a sentence.
func (n node) shown() string { return string(n.kind) + " " + quoted(n.key) }

// end follows the edges from a name to their end, and notes how far it came, so that the next time is shorter.
func (s *Set) end(n node) node {
	last := n
	for next, ok := s.finals[last]; ok; next, ok = s.finals[last] {
		last = next
	}
	for n != last {
		n, s.finals[n] = s.finals[n], last
	}
	return last
}

// settle follows all edges to their ends; from then on the set stays as it is.
func (s *Set) settle() *Set {
	for n := range s.edges {
		s.finals[n] = s.end(n)
	}
	return s
}

// Of says what a name has become.
func (s *Set) Of(kind model.NameKind, called string) Name {
	n := node{kind, Key(called)}
	if s == nil || !s.known[n] {
		return Name{Kind: kind, Called: called}
	}
	end, moved := s.finals[n]
	if !moved {
		end = n
	}
	out := Name{Kind: end.kind, Called: called, Ruled: true}
	_, out.Hidden = s.hidden[end]
	if w, ok := s.named[end]; ok && (moved && Key(called) != end.key || w.renamed) {
		out.Called = w.name
	}
	return out
}

// Splits reports whether a form is split from a name.
func (s *Set) Splits(kind model.NameKind, called, form string) bool {
	if s == nil || len(s.splits) == 0 {
		return false
	}
	n, f := node{kind, Key(called)}, node{kind, Key(form)}
	if n == f {
		return false
	}
	for {
		if _, ok := s.splits[n][f]; ok {
			return true
		}
		e, ok := s.edges[n]
		if !ok {
			return false
		}
		n = e.to
	}
}

// HasSplits reports whether any form is split from a name.
func (s *Set) HasSplits(kind model.NameKind, called string) bool {
	if s == nil || len(s.splits) == 0 {
		return false
	}
	for n := (node{kind, Key(called)}); ; {
		if len(s.splits[n]) > 0 {
			return true
		}
		e, ok := s.edges[n]
		if !ok {
			return false
		}
		n = e.to
	}
}

// Sources returns what the names were called that have become one which is called so that fits says yes.
func (s *Set) Sources(fits func(called string) bool) (out []string) {
	if s == nil {
		return nil
	}
	for _, n := range s.sources {
		if w := s.named[s.finals[n]]; w.name != "" && fits(w.name) {
			out = append(out, n.key)
		}
	}
	return out
}

// About returns the rules that made a name what it is called now, the last one first.
func (s *Set) About(kind model.NameKind, called string) (out []Rule) {
	if s == nil {
		return nil
	}
	now := s.Of(kind, called)
	for i := len(s.rules) - 1; i >= 0; i-- {
		r := &s.rules[i]
		for _, name := range r.Names {
			if of := s.Of(r.Kind, name); of.Kind == now.Kind && Key(of.Called) == Key(now.Called) {
				out = append(out, *r)
				break
			}
		}
	}
	return out
}
