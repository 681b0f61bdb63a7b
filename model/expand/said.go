package expand

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"reftel/model"
)

// Said is what a cable of some post says that an acronym stands for.
type Said struct {
	Key     string
	Station string
	Words   string
	Loose   bool // see [Definition]
}

// Gather returns what a cable says, each once.
func Gather(c *model.Cable) []Said {
	var out []Said
	seen := map[Said]bool{}
	for _, d := range Definitions(c) {
		if s := (Said{d.Key, c.Station, d.Words, d.Loose}); !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// Count is how many cables say something, and which.
type Count struct {
	Said
	Cables int
}

// mostMeanings is how many meanings are taken from other cables.
const mostMeanings = 5

// Rank returns what other cables say an acronym stands for, the best first: what the post of the cable says goes first, then
// what most say; words that stand beside an acronym alone go behind those whose initials it is. Ways of writing that differ in
// case are one meaning, written as it mostly is.
func Rank(counts []Count, station string) []Meaning {
	type form struct {
		meaning Meaning
		near    int
		folded  string
	}
	var forms []form
	at := map[string]int{}
	slices.SortFunc(counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Cables, a.Cables), cmp.Compare(a.Words, b.Words), cmp.Compare(a.Station, b.Station))
	})
	for _, c := range counts {
		folded := fold(c.Words)
		i, ok := at[folded]
		if !ok {
			i = len(forms)
			at[folded] = i
			forms = append(forms, form{meaning: Meaning{Words: c.Words, From: Library, Loose: c.Loose}, folded: folded})
		}
		f := &forms[i]
		f.meaning.Cables += c.Cables
		f.meaning.Loose = f.meaning.Loose && c.Loose
		if station != "" && c.Station == station {
			f.near += c.Cables
			f.meaning.Near = true
		}
	}
	slices.SortStableFunc(forms, func(a, b form) int {
		loose := func(f form) int {
			if f.meaning.Loose {
				return 1
			}
			return 0
		}
		near := func(f form) int { return min(1, f.near) }
		return cmp.Or(loose(a)-loose(b), near(b)-near(a), cmp.Compare(b.meaning.Cables, a.meaning.Cables), cmp.Compare(a.folded, b.folded))
	})
	var out []Meaning
	for _, f := range forms[:min(len(forms), mostMeanings)] {
		out = append(out, f.meaning)
	}
	return out
}

// Of returns which of the counted say what a meaning does; where its post says so, those of the post alone.
func (m Meaning) Of(counts []Count, station string) (out []Said) {
	for _, c := range counts {
		if fold(c.Words) == fold(m.Words) && (!m.Near || c.Station == station) {
			out = append(out, c.Said)
		}
	}
	return out
}

// Ask adds what other cables say to terms; say answers for a key. The terms are new, those that were given stay as they are.
func Ask(terms []Term, say func(key string) ([]Meaning, error)) ([]Term, error) {
	out := slices.Clone(terms)
	for i := range out {
		t := &out[i]
		if t.Group == Tags || len(t.Meanings) > 0 && (t.Meanings[0].From == Marking || t.Meanings[0].From == Prosign) {
			continue
		}
		said, err := say(t.Key)
		if err != nil {
			return nil, err
		}
		if len(said) == 0 {
			continue
		}
		var own, tables []Meaning
		for _, m := range t.Meanings {
			if m.From < Library {
				own = append(own, m)
			} else {
				tables = append(tables, m)
			}
		}
		for _, m := range slices.Concat(said, tables) {
			if !slices.ContainsFunc(own, m.isSaidBy) {
				own = append(own, m)
			}
		}
		t.Meanings = own
	}
	return out, nil
}

// Index is what many cables say, in memory. Any number of goroutines may use it.
type Index struct {
	mu   sync.RWMutex
	said map[string]map[Said][]*model.Cable // by key
}

// NewIndex returns an empty index.
func NewIndex() *Index { return &Index{said: map[string]map[Said][]*model.Cable{}} }

// Add takes cables in.
func (x *Index) Add(cables ...*model.Cable) {
	for _, c := range cables {
		said := Gather(c)
		x.mu.Lock()
		for _, s := range said {
			if x.said[s.Key] == nil {
				x.said[s.Key] = map[Said][]*model.Cable{}
			}
			x.said[s.Key][s] = append(x.said[s.Key][s], c)
		}
		x.mu.Unlock()
	}
}

// Counts returns what cables other than one say of a key.
func (x *Index) Counts(key string, but *model.Cable) (counts []Count) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	for s, cables := range x.said[key] {
		n := 0
		for _, c := range cables {
			if c != but {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, Count{s, n})
		}
	}
	return counts
}

// Saying returns the cables that say one of several things.
func (x *Index) Saying(said []Said) (out []*model.Cable) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	for _, s := range said {
		out = append(out, x.said[s.Key][s]...)
	}
	return out
}

// parting is what parts the fields of a word in an index: see [Said.Word].
const parting = "\x00"

// Word writes what is said as one word of an index, behind a sign of its own; words of one key begin with [WordPrefix].
func (s Said) Word() string {
	loose := "="
	if s.Loose {
		loose = "~"
	}
	return WordPrefix(s.Key) + s.Station + parting + loose + s.Words
}

// WordPrefix is what the words of a key begin with.
func WordPrefix(key string) string { return key + parting }

// ReadWord reads what [Said.Word] has written; ok is false for anything else.
func ReadWord(word string) (s Said, ok bool) {
	key, rest, _ := strings.Cut(word, parting)
	station, words, found := strings.Cut(rest, parting)
	if !found || len(words) < 2 {
		return s, false
	}
	return Said{key, station, words[1:], words[0] == '~'}, true
}
