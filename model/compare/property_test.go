package compare_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"reftel/model"
	"reftel/model/compare"
)

// check fails when a comparison is wrong in itself: a place is not in its cable, changes are not in order, a change
// changes nothing, or putting what b has into the places of a does not give the text of b, or it can't be read whole.
func check(t *testing.T, c compare.Comparison) {
	t.Helper()
	defer func() {
		if t.Failed() {
			t.Logf("the changes are %q", told(c))
		}
	}()
	made := substituted(t, c.A, c.Changes, compared(c, false), func(ch *compare.Change) (own, other compare.Part) { return ch.A, ch.B }, c.B)
	want := substituted(t, c.B, c.Changes, compared(c, true), func(ch *compare.Change) (own, other compare.Part) { return ch.B, ch.B }, c.B)
	if made != want {
		t.Fatalf("with the differences the one text is\n%.2000q\nthe other is\n%.2000q", made, want)
	}
	for _, ch := range c.Changes {
		if ch.A.Empty() && ch.B.Empty() {
			t.Fatalf("a change of nothing: %+v", ch)
		}
		if (ch.Lacks != "") != slices.Contains([]compare.Kind{compare.Redacted, compare.Omitted, compare.Lost, compare.Only}, ch.Kind) {
			t.Fatalf("a change of kind %q is said to lack words in %q", ch.Kind, ch.Lacks)
		}
	}
	checkPassages(t, &c)
	a, b := -1, -1
	for _, p := range c.Pairs {
		if p.A >= 0 && p.A <= a || p.B >= 0 && p.B <= b || p.A < 0 && p.B < 0 {
			t.Fatalf("the pairs are not in order: %v", c.Pairs)
		}
		a, b = max(a, p.A), max(b, p.B)
	}
}

// compared returns the blocks of one cable that a comparison looked at.
func compared(c compare.Comparison, ofB bool) map[int]bool {
	out := map[int]bool{}
	for _, p := range c.Pairs {
		if ofB {
			p.A = p.B
		}
		out[p.A] = true
	}
	return out
}

// substituted returns what is compared of a cable, without white space, with the other part in the place of each change.
func substituted(t *testing.T, c *model.Cable, changes []compare.Change, compared map[int]bool, parts func(*compare.Change) (own, other compare.Part), from *model.Cable) string {
	t.Helper()
	var out strings.Builder
	at := compare.Place{Lead: true}
	copyTo := func(to compare.Place) {
		for ; at.Block < to.Block || at.Block == to.Block && at.Lead && !to.Lead; at.Span.End = 0 {
			if at.Block == len(c.Blocks) {
				return
			}
			if b := &c.Blocks[at.Block]; compared[at.Block] {
				if at.Lead && b.Kind != model.Header {
					out.WriteString(b.Lead[at.Span.End:])
				} else if !at.Lead {
					out.WriteString(b.Text[at.Span.End:])
				}
			}
			if at.Lead = !at.Lead; at.Lead {
				at.Block++
			}
		}
		if at.Block == len(c.Blocks) {
			return
		}
		b := &c.Blocks[at.Block]
		text := b.Text
		if at.Lead {
			text = b.Lead
		}
		if to.Span.Start < at.Span.End || to.Span.End > len(text) || to.Span.Start > to.Span.End {
			t.Fatalf("%+v is behind %+v, or not in its block %q", to, at, text)
		}
		out.WriteString(text[at.Span.End:to.Span.Start])
		at.Span = to.Span
	}
	for i := range changes {
		own, other := parts(&changes[i])
		for k, place := range own.Places {
			if place.Block < 0 {
				continue
			}
			if !own.Empty() && place.In(c) == "" {
				t.Fatalf("%+v reads nothing", place)
			}
			copyTo(place)
			if k > 0 {
				continue
			}
			for _, p := range other.Places {
				out.WriteString(p.In(from))
			}
		}
		if own.Places[0].Block < 0 {
			for _, p := range other.Places {
				out.WriteString(p.In(from))
			}
		}
	}
	copyTo(compare.Place{Block: len(c.Blocks)})
	return strings.Join(strings.Fields(out.String()), "")
}

// words that random cables are made of: few, so that they stand in many places.
var words = strings.Fields(`the the the a of of and light keeper boat Quill Quill's quill’s Peña Pena harbor, harbor. . , -- (C)
	XXXXXX [2 lines not declassified] [Omitted here is more.] recieved received 1.5 15 ~ ~`)

func randomLines(r *rand.Rand) []string {
	var out []string
	for i := range r.IntN(8) {
		line := ""
		switch r.IntN(4) {
		case 0:
		case 1:
			line = "= "
		default:
			line = fmt.Sprintf("%d. (%s) ", i+1, []string{"U", "C", "S/NF"}[r.IntN(3)])
		}
		for range r.IntN(14) {
			line += words[r.IntN(len(words))] + []string{" ", " ", "\n", ""}[r.IntN(4)]
		}
		out = append(out, line)
	}
	return out
}

// mutated returns lines of which some words are gone, others are new, and some lines are joined, gone, or twice there.
func mutated(r *rand.Rand, lines []string) []string {
	var out []string
	for _, line := range lines {
		fields := strings.Fields(line)
		for range r.IntN(3) {
			at := r.IntN(len(fields) + 1)
			switch {
			case r.IntN(2) == 0 || at == len(fields):
				fields = slices.Insert(fields, at, words[r.IntN(len(words))])
			default:
				fields = slices.Delete(fields, at, min(len(fields), at+1+r.IntN(3)))
			}
		}
		line = strings.Join(fields, " ")
		switch r.IntN(8) {
		case 0:
		case 1:
			out = append(out, line, line)
		case 2:
			if len(out) > 0 {
				out[len(out)-1] += " " + line
				continue
			}
			fallthrough
		default:
			out = append(out, line)
		}
	}
	return out
}

func TestDifferencesMakeOneTextOfTheOther(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 1500 {
		a := randomLines(r)
		check(t, compare.Cables(draft(a...), draft(mutated(r, a)...)))
		check(t, compare.Cables(draft(a...), draft(randomLines(r)...)))
	}
}

func TestACopyOfACopyDiffersInNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		c := draft(randomLines(r)...)
		if got := compare.Cables(c, c); !got.IsZero() {
			t.Fatalf("%v, %v", got.Changes, got.Fields)
		}
	}
}

func FuzzCables(f *testing.F) {
	f.Add("1. (C) hearts and~\n2. (U) XXXXXX went", "1. (C) hearts and minds.\n2. (U) Quill went")
	f.Add("a b a b a b\na b", "b a b a\n\nb a")
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			t.Skip("the text of blocks is valid UTF-8")
		}
		check(t, compare.Cables(draft(strings.Split(a, "\n")...), draft(strings.Split(b, "\n")...)))
	})
}

// hostile are pairs of texts of a size that give an aligner nothing to hold on to, or too much.
var hostile = map[string]func(bytes int) (a, b string){
	"like":         func(n int) (a, b string) { return prose(n, 1, 2000), prose(n, 2, 2000) },
	"same but few": func(n int) (a, b string) { a = prose(n, 1, 20000); return a, a[:n/2] + " lost " + a[n/2:] },
	"one word":     func(n int) (a, b string) { return strings.Repeat("a ", n/2), strings.Repeat("a ", n/3) },
	"two words": func(n int) (a, b string) {
		return strings.Repeat("a b ", n/4), strings.Repeat("b a a ", n/6)
	},
	"few words":   func(n int) (a, b string) { return prose(n, 3, 3), prose(n, 4, 3) },
	"all new":     func(n int) (a, b string) { return prose(n, 5, 1<<30), prose(n, 6, 1<<30) },
	"backwards":   func(n int) (a, b string) { a = prose(n, 7, 1<<30); return a, backwards(a) },
	"punctuation": func(n int) (a, b string) { return strings.Repeat(".,", n/2), strings.Repeat(",. ", n/3) },
	"lines":       func(n int) (a, b string) { return strings.Repeat("a\n", n/2), strings.Repeat("b\na\n", n/4) },
	"form":        func(n int) (a, b string) { a = prose(n, 8, 5000); return a, strings.ToUpper(a) },
	"redactions": func(n int) (a, b string) {
		return strings.Repeat("XXXX a ", n/7), strings.Repeat("b a XXXX ", n/9)
	},
	"one long word": func(n int) (a, b string) { return strings.Repeat("a", n), strings.Repeat("ab", n/2) },
}

// prose is random words of a vocabulary, with a line for each ten of them.
func prose(n int, seed uint64, vocabulary int) string {
	r := rand.New(rand.NewPCG(seed, 0))
	var out strings.Builder
	for i := 0; out.Len() < n; i++ {
		fmt.Fprintf(&out, "w%d", r.IntN(vocabulary))
		out.WriteString([]string{" ", " ", ".\n"}[min(i%10/4, 2)])
	}
	return out.String()
}

func backwards(s string) string {
	fields := strings.Fields(s)
	slices.Reverse(fields)
	return strings.Join(fields, " ")
}

// Memory is asked for in proportion to the length of a text, whatever is in it. How long it takes says BenchmarkCables.
func TestMemoryGrowsWithTheText(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: it takes a few seconds")
	}
	const size = 200_000
	for name, make := range hostile {
		asked := func(n int) uint64 {
			textA, textB := make(n)
			a, b := draft(strings.Split(textA, "\n")...), draft(strings.Split(textB, "\n")...)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			compare.Cables(a, b)
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		small, large := asked(size/4), asked(size)
		t.Logf("%s: %d MB for %d kB, %d MB for %d kB", name, small>>20, size/4000, large>>20, size/1000)
		if most := uint64(1000 * size); large > most {
			t.Errorf("%s: %d MB are asked for", name, large>>20)
		}
		if large > 8*small {
			t.Errorf("%s: four times the text asks for %d times the memory", name, large/small)
		}
	}
}

func BenchmarkCables(b *testing.B) {
	names := []string{}
	for name := range hostile {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, size := range []int{125_000, 500_000, 2_000_000} {
			textA, textB := hostile[name](size)
			one, other := draft(strings.Split(textA, "\n")...), draft(strings.Split(textB, "\n")...)
			b.Run(fmt.Sprintf("%s/%dkB", strings.ReplaceAll(name, " ", "-"), size/1000), func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					compare.Cables(one, other)
				}
			})
		}
	}
}
