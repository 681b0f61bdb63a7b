package postings

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// build writes a segment of texts; a bar ends a text inside a document.
func build(t testing.TB, texts ...string) *Segment {
	t.Helper()
	b := NewBuilder()
	for _, text := range texts {
		for _, word := range strings.Fields(text) {
			if word == "|" {
				b.Gap()
			} else {
				b.Word([]byte(word))
			}
		}
		b.End()
	}
	return open(t, b)
}

// open opens what is written as a segment.
func open(t testing.TB, w io.WriterTo) *Segment {
	t.Helper()
	var file bytes.Buffer
	n, err := w.WriteTo(&file)
	if err != nil || n != int64(file.Len()) {
		t.Fatalf("%d bytes written of %d: %v", n, file.Len(), err)
	}
	s, err := Open(bytes.NewReader(file.Bytes()), n)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Check(); err != nil {
		t.Fatal(err)
	}
	return s
}

func find(t testing.TB, s *Segment, query string) []int {
	t.Helper()
	plain, prefix := strings.CutSuffix(query, "*")
	set, err := s.Find(strings.Fields(plain), prefix)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return slices.Collect(set.Docs())
}

func TestFind(t *testing.T) {
	long := strings.Repeat("x", 1200)
	s := build(t,
		"the harbour of port verde",
		"port of call | verde",
		"",
		"the harbourmaster of the port the port verde",
		"harbours "+long+" día",
		"verde port",
	)
	tests := []struct {
		query string
		want  []int
	}{
		{"harbour", []int{0}},
		{"port", []int{0, 1, 3, 5}},
		{"absent", nil},
		{"port verde", []int{0, 3}},
		{"verde port", []int{5}},
		{"call verde", nil}, // across texts
		{"the port verde", []int{3}},
		{"the the", nil},
		{"harbour*", []int{0, 3, 4}},
		{"h*", []int{0, 3, 4}},
		{"ha*", []int{0, 3, 4}},
		{"har*", []int{0, 3, 4}},
		{"harb*", []int{0, 3, 4}},
		{"of p*", []int{0}},
		{"of the p*", []int{3}},
		{"the harb*", []int{0, 3}},
		{"d\xc3*", []int{4}}, // a prefix may end inside a letter
		{"zz*", nil},
		{long, []int{4}},
		{long + "y", []int{4}}, // beyond what is told apart
		{"x*", []int{4}},
		{"\xff*", nil},
		{"\xffha", nil},
		{"", nil},
	}
	for _, tt := range tests {
		if got := find(t, s, tt.query); !slices.Equal(got, tt.want) {
			t.Errorf("%q finds %v, want %v", tt.query, got, tt.want)
		}
	}
	if s.Len() != 6 {
		t.Errorf("%d documents", s.Len())
	}
}

func TestAnEmptySegmentFindsNothing(t *testing.T) {
	for _, s := range []*Segment{build(t), build(t, "", "")} {
		for _, query := range []string{"a", "a*", "a b", "abcd*"} {
			if got := find(t, s, query); got != nil {
				t.Errorf("%s finds %v", query, got)
			}
		}
	}
}

// Whatever the documents, a segment finds what a search through their words finds.
func TestFindAgreesWithSearch(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var texts []string
	var words [][]string
	for range 300 {
		var text []string
		for range random.IntN(60) {
			text = append(text, fmt.Sprintf("%c%d", 'a'+random.IntN(3), int(random.ExpFloat64()*40)))
		}
		words = append(words, text)
		texts = append(texts, strings.Join(text, " "))
	}
	s := build(t, texts...)
	for range 500 {
		text := words[random.IntN(len(words))]
		if len(text) < 3 {
			continue
		}
		at, n := random.IntN(len(text)-2), 1+random.IntN(3)
		asked := slices.Clone(text[at : at+n])
		prefix := random.IntN(2) == 0
		if last := &asked[n-1]; prefix {
			*last = (*last)[:1+random.IntN(len(*last))]
		}
		var want []int
		for doc, text := range words {
			if searched(text, asked, prefix) {
				want = append(want, doc)
			}
		}
		query := strings.Join(asked, " ")
		if prefix {
			query += "*"
		}
		if got := find(t, s, query); !slices.Equal(got, want) {
			t.Fatalf("%s finds %v, want %v", query, got, want)
		}
	}
}

// searched reports whether the words stand side by side in a text.
func searched(text, asked []string, prefix bool) bool {
	for at := range len(text) - len(asked) + 1 {
		same := true
		for i, word := range asked {
			here := text[at+i]
			same = same && (here == word || prefix && i == len(asked)-1 && strings.HasPrefix(here, word))
		}
		if same {
			return true
		}
	}
	return false
}

func TestABuilderIsUsedAgain(t *testing.T) {
	b := NewBuilder()
	b.Word([]byte("old"))
	b.End()
	open(t, b)
	b.Reset()
	b.Word([]byte("new"))
	b.End()
	s := open(t, b)
	if got := find(t, s, "old"); got != nil {
		t.Errorf("what was reset is found in %v", got)
	}
	if got := find(t, s, "new"); !slices.Equal(got, []int{0}) {
		t.Errorf("new is found in %v", got)
	}
}

func TestSet(t *testing.T) {
	all := All(130)
	some := NewSet(130)
	for _, doc := range []int{0, 63, 64, 129} {
		some.Add(doc)
	}
	if all.Len() != 130 || some.Len() != 4 || some.Empty() || !NewSet(130).Empty() || !some.Has(129) || some.Has(128) {
		t.Errorf("all %d, some %v", all.Len(), slices.Collect(some.Docs()))
	}
	all.Without(some)
	if all.Len() != 126 || all.Has(64) {
		t.Errorf("%d without", all.Len())
	}
	all.Or(some)
	all.And(some)
	if !slices.Equal(all, some) {
		t.Error("and, or")
	}
}

// Damage anywhere gives an error or a wrong answer, never a panic; the check finds it.
func FuzzDamage(f *testing.F) {
	var file bytes.Buffer
	b := NewBuilder()
	for doc := range 40 {
		for word := range 30 {
			fmt.Fprintf(&file, "%d", doc*word%17)
			b.Word(file.Bytes())
			file.Reset()
		}
		b.End()
	}
	if _, err := b.WriteTo(&file); err != nil {
		f.Fatal(err)
	}
	whole := bytes.Clone(file.Bytes())
	f.Add(whole, "1 2")
	f.Add(whole[:len(whole)/2], "1*")
	f.Fuzz(func(t *testing.T, data []byte, query string) {
		s, err := Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		words := strings.Fields(query)
		for _, prefix := range []bool{false, true} {
			s.Find(words, prefix)
		}
	})
}

func TestCheckFindsDamage(t *testing.T) {
	b := NewBuilder()
	for range 100 {
		b.Word([]byte("word"))
		b.End()
	}
	var file bytes.Buffer
	if _, err := b.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	for at := range file.Len() {
		data := bytes.Clone(file.Bytes())
		data[at] ^= 0x40
		s, err := Open(bytes.NewReader(data), int64(len(data)))
		if err == nil {
			err = s.Check()
		}
		if err == nil {
			t.Fatalf("a change of byte %d is not noticed", at)
		}
	}
	if _, err := Open(bytes.NewReader(nil), 0); !errors.Is(err, ErrDamaged) {
		t.Errorf("an empty file gives %v", err)
	}
}

// A search reads many segments: what it reads of each is decoded in memory that is used again.
func TestFindingAWordLeavesLittleBehind(t *testing.T) {
	var text strings.Builder
	for i := range 300 {
		fmt.Fprintf(&text, "word%03d ", i)
	}
	s := build(t, text.String(), "word299")
	if allocs := testing.AllocsPerRun(100, func() { find(t, s, "word299") }); allocs > 12 {
		t.Errorf("%v allocations to find the last word of a block", allocs)
	}
}
