package synthetic

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
)

// vocabulary is what prose is made of.
type vocabulary struct {
	words    []string // the most frequent first
	draw     []draw
	families []string // surnames
}

// draw is a column of Walker's tables: the word itself up to a limit, above it another one.
type draw struct{ limit, other uint32 }

// How many words and surnames there are, and how frequent words are: that of rank r is found proportionally to
// 1/(r + flat), which keeps the first ones from being too frequent.
const (
	invented = 40_000
	families = 30_000
	flat     = 25
)

// words returns the vocabulary, which is the same for every generator.
var words = sync.OnceValue(func() *vocabulary {
	r := rand.New(rand.NewPCG(1, 1))
	seen := map[string]bool{}
	v := &vocabulary{words: strings.Fields(common)}
	for _, w := range v.words {
		seen[w] = true
	}
	fresh := func(endings []string) string {
		for {
			w := syllables(r) + endings[r.IntN(len(endings))]
			if !seen[w] {
				seen[w] = true
				return w
			}
		}
	}
	for range invented {
		v.words = append(v.words, fresh(wordEndings))
	}
	for range families {
		w := fresh(nameEndings)
		v.families = append(v.families, string(upper(w[0]))+w[1:])
	}
	v.draw = walker(len(v.words))
	return v
})

// syllables makes up a word or the beginning of one.
func syllables(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(3) {
		b.WriteString(onsets[r.IntN(len(onsets))])
		b.WriteString(vowels[r.IntN(len(vowels))])
	}
	return b.String()
}

// walker makes tables by which a word of so many is drawn with one random number.
func walker(n int) []draw {
	weights := make([]float64, n)
	sum := 0.0
	for i := range weights {
		weights[i] = 1 / float64(i+1+flat)
		sum += weights[i]
	}
	var small, large []int
	for i := range weights {
		weights[i] *= float64(n) / sum
		if weights[i] < 1 {
			small = append(small, i)
		} else {
			large = append(large, i)
		}
	}
	out := make([]draw, n)
	for len(small) > 0 && len(large) > 0 {
		s, l := small[len(small)-1], large[len(large)-1]
		small = small[:len(small)-1]
		out[s] = draw{uint32(weights[s] * math.MaxUint32), uint32(l)}
		if weights[l] -= 1 - weights[s]; weights[l] < 1 {
			large, small = large[:len(large)-1], append(small, l)
		}
	}
	for _, i := range append(small, large...) {
		out[i] = draw{math.MaxUint32, uint32(i)}
	}
	return out
}

// word draws a word.
func (g *Generator) word() string {
	v := words()
	r := g.rand.Uint64()
	i := uint32(r >> 32 * uint64(len(v.draw)) >> 32)
	if d := v.draw[i]; uint32(r) > d.limit {
		i = d.other
	}
	return v.words[i]
}

// words writes a number of words that are drawn, with small words between them: "the", "of the", "and".
func (g *Generator) words(b []byte, count int) []byte {
	for i := range count {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, between[g.rand.IntN(len(between))]...)
		b = append(b, g.word()...)
	}
	return b
}

// part is a piece of a pattern: words that stand there, then a slot to fill.
type part struct{ words, slot string }

// patterns cuts texts with slots in braces, one on each line.
func patterns(lines string) (out [][]part) {
	for line := range strings.Lines(lines) {
		var p []part
		for rest := strings.TrimSpace(line); rest != ""; {
			words, after, _ := strings.Cut(rest, "{")
			slot, after, _ := strings.Cut(after, "}")
			p, rest = append(p, part{words, slot}), after
		}
		if len(p) > 0 {
			out = append(out, p)
		}
	}
	return out
}

func (g *Generator) pattern(of [][]part) []part { return of[g.rand.IntN(len(of))] }

// text fills the slots of a pattern.
func (g *Generator) text(pattern []part) string {
	g.prose = g.fill(g.prose[:0], pattern)
	return string(g.prose)
}

// fill appends a pattern with its slots filled.
func (g *Generator) fill(b []byte, pattern []part) []byte {
	for _, p := range pattern {
		b = append(b, p.words...)
		start := len(b)
		switch p.slot {
		case "":
		case "person":
			if g.hides && g.chance(hidden) {
				b = append(b, g.sign()...)
			} else {
				b = g.cast.person(g, b)
			}
		case "office":
			b = g.cast.office(g, b)
		case "few":
			b = g.words(b, 1+g.rand.IntN(3))
		case "words":
			b = g.words(b, 4+g.rand.IntN(8))
		case "Words":
			b = g.words(b, 5+g.rand.IntN(10))
			b[start] = upper(b[start])
		case "city":
			b = append(b, posts[1+g.rand.IntN(len(posts)-1)].city...)
		case "ref":
			b = append(b, g.ref()...)
		case "id":
			b = append(b, g.id()...)
		case "number":
			b = strconv.AppendInt(b, int64(2+g.rand.IntN(400)), 10)
		default:
			b = append(b, g.one(slots[p.slot])...)
		}
	}
	return b
}
