package ui_test

import (
	"bytes"
	"io"
	"iter"
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
	f.Fuzz(func(t *testing.T, document []byte, width, height uint8, pressed []byte) {
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
	})
}
