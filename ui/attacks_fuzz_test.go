package ui_test

import (
	"bytes"
	"flag"
	"io"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reftel/internal/attacks"
	"reftel/internal/screen"
	"reftel/model/library"
	"reftel/ui/sim"
)

// roadKeys are what the keys of FuzzRoad are chosen from.
var roadKeys = strings.Fields("j k down up space b enter } { tab 1 2 3 o s g G J z O # & ! @ : = v C ? esc esc ] [ r x l a n w / 2 c e pgdown home end right left backspace")

// FuzzRoad takes the bytes of a document all the way: through the parser into a library and onto the screen of the program,
// at any size, with some keys pressed. Every frame has the screen's size and holds nothing but text and styles.
func FuzzRoad(f *testing.F) {
	texts := attacks.Texts()
	for i, p := range attacks.Places() {
		if i%8 != 0 { // some of each format
			continue
		}
		f.Add(p.Of(texts[(i*7)%len(texts)].Text), uint8(20+i), uint8(5+i%50), []byte{byte(i), byte(i >> 2), 6, 15, byte(i * 3)})
	}
	f.Fuzz(travel)
}

// travel opens the program on a document, on a screen of a size, presses keys, and looks at every frame.
func travel(t *testing.T, document []byte, width, height uint8, pressed []byte) {
	const mostKeys, mostBytes = 12, 64 << 10
	if len(document) > mostBytes {
		t.Skip("larger documents say nothing more")
	}
	in := library.Input{Name: "a\x1b]0;x\a.txt", Size: int64(len(document)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(document)), nil
	}}
	inputs := iter.Seq2[library.Input, error](func(yield func(library.Input, error) bool) { yield(in, nil) })
	s, err := sim.New(sim.Options{Width: int(width), Height: int(height), Inputs: inputs, Clipboard: func(text string) error {
		copied(t, "copy", text)
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	check := func(what string) {
		if width > 0 && height > 0 {
			screen.Strict(t, what, s.Frame(), int(width), int(height))
		}
	}
	check("the first frame")
	for _, k := range pressed[:min(len(pressed), mostKeys)] {
		key := roadKeys[int(k)%len(roadKeys)]
		s.Press(key)
		check("after " + key)
	}
}

var travels = flag.Int("road", 150, "how many changed documents go the whole road in TestAttackRoad")

// The same without what fuzzing measures of the program, which takes a hundred times as long: attacks in every place of
// every format, with bytes changed, taken out, doubled and mixed at random.
func TestAttackRoad(t *testing.T) {
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	texts, places := attacks.Texts(), attacks.Places()
	for i := range *travels {
		document := places[random.IntN(len(places))].Of(texts[random.IntN(len(texts))].Text + texts[random.IntN(len(texts))].Text)
		document = document[:min(len(document), 64<<10)]
		for range random.IntN(8) {
			document = changed(random, document)
		}
		pressed := make([]byte, random.IntN(12))
		for k := range pressed {
			pressed[k] = byte(random.Uint32())
		}
		travel(t, document, uint8(random.Uint32()), uint8(random.Uint32N(80)), pressed)
		if t.Failed() {
			t.Fatalf("seed %d, document %d: %q", seed, i, document)
		}
	}
	t.Logf("attacks: %d documents went the whole road", *travels)
}

// changed returns a document with a change somewhere.
func changed(random *rand.Rand, document []byte) []byte {
	if len(document) == 0 {
		return []byte{byte(random.Uint32())}
	}
	from := random.IntN(len(document))
	to := from + random.IntN(min(40, len(document)-from)+1)
	part := bytes.Clone(document[from:to])
	switch random.IntN(5) {
	case 0:
		document[from] = byte(random.Uint32())
		return document
	case 1:
		return slices.Delete(document, from, to)
	case 2:
		return slices.Insert(document, from, byte(random.Uint32()))
	case 3:
		return slices.Insert(document, random.IntN(len(document)), part...)
	}
	slices.Reverse(document[from:to])
	return document
}
