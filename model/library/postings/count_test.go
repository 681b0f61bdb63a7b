package postings

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestCount(t *testing.T) {
	s := build(t, "pa pb pa q", "pa", "", "pb | pb pb r", "pab o")
	count := func(prefix string, docs ...int) string {
		in := NewSet(s.Len())
		for _, d := range docs {
			in.Add(d)
		}
		var out []string
		if err := s.Count(prefix, in, nil, func(word string, docs, places int) bool {
			out = append(out, fmt.Sprint(word, " ", docs, " ", places))
			return true
		}); err != nil {
			t.Fatal(err)
		}
		return strings.Join(out, ", ")
	}
	tests := []struct {
		prefix string
		in     []int
		want   string
	}{
		{"p", []int{0, 1, 2, 3, 4}, "pa 2 3, pab 1 1, pb 2 4"},
		{"p", []int{0, 2}, "pa 1 2, pb 1 1"},
		{"pb", []int{3}, "pb 1 3"},
		{"p", nil, ""},
		{"x", []int{0}, ""},
		{"\xff", []int{0}, ""},
		{"", []int{4}, "o 1 1, pab 1 1"},
	}
	for _, tt := range tests {
		if got := count(tt.prefix, tt.in...); got != tt.want {
			t.Errorf("%q in %v: %s, want %s", tt.prefix, tt.in, got, tt.want)
		}
	}
}

// The lists of many words are more than is read in one piece.
func TestCountManyWords(t *testing.T) {
	b := NewBuilder()
	const words, docs = 3000, 40
	for range docs {
		for w := range words {
			b.Word(fmt.Appendf(nil, "w%05d", w))
		}
		b.End()
	}
	s := open(t, b)
	n := 0
	err := s.Count("w", All(s.Len()), nil, func(word string, in, places int) bool {
		if word != fmt.Sprintf("w%05d", n) || in != docs || places != docs {
			t.Fatalf("word %d: %s in %d documents, %d places", n, word, in, places)
		}
		n++
		return true
	})
	if err != nil || n != words {
		t.Errorf("%d words: %v", n, err)
	}
	s.parts[2] = s.parts[1] + 100
	if err := s.Count("w", All(s.Len()), nil, func(string, int, int) bool { return true }); !errors.Is(err, ErrDamaged) {
		t.Errorf("a segment that was cut: %v", err)
	}
}
