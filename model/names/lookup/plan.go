package lookup

import (
	"slices"
	"strings"

	"reftel/model/names/spelling"
)

// reading is what sort of plan it is.
type reading uint8

const (
	typed     reading = iota // as it was typed
	joined                   // two or three words put together: O Neill, Abd al Aziz
	parted                   // a word taken apart: abdelaziz
	untitled                 // without titles, without small words
	renamed                  // another name of what was typed
	lettered                 // letters that stand for words: gw bush
	romanized                // Pinyin taken apart into Wade-Giles: mao zedong
)

// plan is one way of reading what was typed.
type plan struct {
	reading reading
	terms   []*term
	solid   string // of parted: the word that the form has to have, blanks apart
}

// Limits: what is longer is a pasted page, no lookup.
const (
	maxTerms  = 16 // that are read
	maxReread = 6  // of which other readings are tried
	maxParted = 4  // ways of taking a word apart
)

// plans returns all ways of reading what was typed, as it stands first.
func (s *search) plans(terms []string) []plan {
	out := []plan{s.plan(typed, terms)}
	if len(terms) <= maxReread {
		out = append(out, s.joined(terms)...)
		out = append(out, s.parted(terms)...)
		out = append(out, s.romanized(terms)...)
	}
	out = append(out, s.untitled(terms)...)
	return append(out, s.renamed(terms)...)
}

func (s *search) plan(r reading, terms []string) plan {
	p := plan{reading: r}
	for _, text := range terms {
		t := s.terms[text]
		if t == nil {
			t = &term{search: s, text: text, found: map[int]level{}}
			s.terms[text] = t
		}
		if !slices.Contains(p.terms, t) {
			p.terms = append(p.terms, t)
		}
	}
	return p
}

// splice returns the terms with those from i to j replaced.
func splice(terms []string, i, j int, with ...string) []string {
	return slices.Concat(terms[:i], with, terms[j:])
}

// joined puts two or three words that stand side by side together.
func (s *search) joined(terms []string) (out []plan) {
	for n := 2; n <= 3; n++ {
		for i := 0; i+n <= len(terms); i++ {
			out = append(out, s.plan(joined, splice(terms, i, i+n, strings.Join(terms[i:i+n], ""))))
		}
	}
	return out
}

// parted takes a word apart into two that names have; of the last word the second half may be unfinished. A short one that no
// name has may be the initials of given names.
func (s *search) parted(terms []string) (out []plan) {
	words := s.set.words
	for i, text := range terms {
		ways := 0
		for cut := 1; cut < len(text) && ways < maxParted; cut++ {
			if _, ok := words.find(text[:cut]); !ok {
				continue
			}
			if n := words.from(text[cut:]); n == words.len() || words.word(n) != text[cut:] && (i+1 < len(terms) || !strings.HasPrefix(words.word(n), text[cut:])) {
				continue
			}
			p := s.plan(parted, splice(terms, i, i+1, text[:cut], text[cut:]))
			p.solid = text
			out = append(out, p)
			ways++
		}
		if (len(text) == 2 || len(text) == 3) && len(terms) > 1 {
			out = append(out, s.plan(lettered, splice(terms, i, i+1, strings.Split(text, "")...)))
		}
	}
	return out
}

// romanized takes a word in Pinyin apart into the syllables of Wade-Giles, if names have them, and an Arabic name into the servant and
// whom he serves.
func (s *search) romanized(terms []string) (out []plan) {
	for i, text := range terms {
		for _, other := range spelling.WadeGiles(text) {
			if parts := strings.Fields(other); len(parts) > 1 && !slices.ContainsFunc(parts, func(p string) bool { _, ok := s.set.words.find(p); return !ok }) {
				out = append(out, s.plan(romanized, splice(terms, i, i+1, parts...)))
			}
		}
		if rest, ok := spelling.Servant(text); ok {
			out = append(out, s.plan(romanized, splice(terms, i, i+1, "abd", rest)))
		}
	}
	return out[:min(len(out), maxParted)]
}

// untitled leaves out titles, then small words too, and then all that stands before the last title or tells its office: Finance
// Minister, Secretary of State.
func (s *search) untitled(terms []string) (out []plan) {
	known := s.set.known
	title := func(w string) bool { return known.Titles[w] }
	idle := func(w string) bool { return known.Titles[w] || known.Small[w] }
	behind := terms
	for i := len(terms) - 2; i >= 0; i-- {
		if title(terms[i]) {
			behind = terms[i+1:]
			break
		}
	}
	if len(behind) > 2 && (behind[0] == "of" || behind[0] == "for") {
		behind = behind[2:]
	}
	fewest := len(terms)
	for _, rest := range [][]string{
		slices.DeleteFunc(slices.Clone(terms), title), slices.DeleteFunc(slices.Clone(terms), idle), slices.DeleteFunc(slices.Clone(behind), idle),
	} {
		if len(rest) > 0 && len(rest) < fewest {
			fewest = len(rest)
			out = append(out, s.plan(untitled, rest))
		}
	}
	return out
}

// renamed puts other names of places and organizations in the place of those that were typed; the last may be unfinished.
func (s *search) renamed(terms []string) (out []plan) {
	const unfinished = 4 // letters from which on an unfinished name is understood
	known := s.set.known
	for i := range terms {
		for j := i + 1; j <= min(len(terms), i+8); j++ {
			name := strings.Join(terms[i:j], " ")
			others := known.Others[name]
			if others == nil && j == len(terms) && len(name) >= unfinished {
				others = known.beginning(name)
			}
			for _, other := range others {
				out = append(out, s.plan(renamed, splice(terms, i, j, strings.Fields(other)...)))
			}
		}
	}
	const most = 12
	return out[:min(len(out), most)]
}

// beginning returns the other names of a place or an organization whose name begins so, if there is but one.
func (v *Vocabulary) beginning(name string) []string {
	i, _ := slices.BinarySearch(v.Sorted, name)
	if i == len(v.Sorted) || !strings.HasPrefix(v.Sorted[i], name) || i+1 < len(v.Sorted) && strings.HasPrefix(v.Sorted[i+1], name) {
		return nil
	}
	return v.Others[v.Sorted[i]]
}
