package postings

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// merge writes parts as one segment.
func merge(t testing.TB, docs int, parts ...Part) *Segment {
	t.Helper()
	return open(t, Merged{docs, parts})
}

// What was merged is, byte by byte, what a builder writes that was given all documents at once.
func TestMergeWritesWhatABuilderWould(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	for range 20 {
		var parts []Part
		var all []string
		for range 1 + random.IntN(4) {
			for range random.IntN(3) { // documents that are in no part
				all = append(all, "")
			}
			var texts []string
			for range random.IntN(100) {
				var words []string
				for range random.IntN(40) {
					words = append(words, strings.Repeat(string(rune('a'+random.IntN(26))), 1+random.IntN(5)))
				}
				texts = append(texts, strings.Join(words, " "))
			}
			p := Part{Segment: build(t, texts...), At: len(all), Keep: NewSet(len(texts))}
			for i, text := range texts {
				if random.IntN(4) == 0 {
					text = ""
				} else {
					p.Keep.Add(i)
				}
				all = append(all, text)
			}
			parts = append(parts, p)
		}
		got, want := merge(t, len(all), parts...), build(t, all...)
		a, b := got.r.(*bytes.Reader), want.r.(*bytes.Reader)
		if a.Size() != b.Size() {
			t.Fatalf("%d bytes, want %d", a.Size(), b.Size())
		}
		x, y := make([]byte, a.Size()), make([]byte, a.Size())
		a.ReadAt(x, 0)
		b.ReadAt(y, 0)
		if !bytes.Equal(x, y) {
			t.Fatal("other bytes")
		}
	}
}

func TestMergeOfNothing(t *testing.T) {
	s := merge(t, 3)
	if s.Len() != 3 || find(t, s, "a") != nil || find(t, s, "a*") != nil {
		t.Errorf("%d documents", s.Len())
	}
	s = merge(t, 2, Part{Segment: build(t, "a b", "c"), Keep: NewSet(2)})
	if find(t, s, "a") != nil || find(t, s, "a*") != nil {
		t.Error("documents that are dropped are found")
	}
}

// A part that is damaged makes no segment.
func TestMergeOfADamagedPart(t *testing.T) {
	var texts []string
	for i := range 50 {
		texts = append(texts, fmt.Sprintf("a b%d c d e%d", i, i%7))
	}
	good := build(t, texts...)
	data := make([]byte, good.r.(*bytes.Reader).Size())
	good.r.ReadAt(data, 0)
	random := rand.New(rand.NewPCG(3, 3))
	failed := 0
	for range 300 {
		noise := slices.Clone(data)
		noise[random.IntN(len(noise)-footerSize)] ^= 1 << random.IntN(8)
		s, err := Open(bytes.NewReader(noise), int64(len(noise)))
		if err != nil {
			continue
		}
		var file bytes.Buffer
		_, err = Merged{len(texts), []Part{{s, 0, All(len(texts))}}}.WriteTo(&file)
		if err != nil && !errors.Is(err, ErrDamaged) {
			t.Fatal(err)
		}
		if err != nil {
			failed++
		}
	}
	if failed == 0 {
		t.Error("no damage was noticed")
	}
}
