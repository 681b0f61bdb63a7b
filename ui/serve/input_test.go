package serve

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"
)

// typedThrough returns what comes of what is typed, read in pieces, and what the reader is told.
func typedThrough(t testing.TB, from io.Reader, piece int) (out, said string) {
	t.Helper()
	in := &input{from: from, ctx: context.Background(), stop: func() {}, typed: func() {}, said: make(chan string, 1)}
	var b bytes.Buffer
	p := make([]byte, piece)
	for {
		in.since = 0 // pauses are another test
		n, err := in.Read(p)
		b.Write(p[:n])
		if err != nil {
			break
		}
	}
	select {
	case said = <-in.said:
	default:
	}
	return b.String(), said
}

func TestWhatIsPastedIsLimited(t *testing.T) {
	long := strings.Repeat("paste ", mostPaste/6+100)
	for _, tt := range []struct{ about, typed, want, said string }{
		{"keys", "jjk\x1b[A\x1bOP\x1b[200", "jjk\x1b[A\x1bOP\x1b[200", ""},
		{"a paste", "a" + pasteBegins + "two\nlines" + pasteEnds + "b", "a" + pasteBegins + "two\nlines" + pasteEnds + "b", ""},
		{"a long one", "a" + pasteBegins + long + pasteEnds + "b", "a" + pasteBegins + long[:mostPaste] + pasteEnds + "b", "only the first 64 KB"},
		{"two of them", pasteBegins + long + pasteEnds + pasteBegins + "x" + pasteEnds, pasteBegins + long[:mostPaste] + pasteEnds + pasteBegins + "x" + pasteEnds, "only the first"},
		{"without an end", pasteBegins + long, pasteBegins + long[:mostPaste], "only the first"},
		{"that ends in its limit", pasteBegins + long[:mostPaste-1] + pasteEnds + "b", pasteBegins + long[:mostPaste-1] + pasteEnds + "b", ""},
		{"with ends that are none", pasteBegins + long + "\x1b[201\x1b\x1b[2" + pasteEnds + "b", pasteBegins + long[:mostPaste] + pasteEnds + "b", "only the first"},
		{"as much without a paste", long, long, ""},
	} {
		for _, piece := range []int{7, 8, 13, 4096} {
			got, said := typedThrough(t, strings.NewReader(tt.typed), piece)
			if got != tt.want || !strings.Contains(said, tt.said) || tt.said == "" && said != "" {
				t.Errorf("%s, by %d bytes: %d bytes became %d, want %d; said %q", tt.about, piece, len(tt.typed), len(got), len(tt.want), said)
			}
		}
		if got, _ := typedThrough(t, iotest.OneByteReader(strings.NewReader(tt.typed)), 4096); got != tt.want {
			t.Errorf("%s, byte by byte: %d bytes, want %d", tt.about, len(got), len(tt.want))
		}
	}
}

// However what is typed arrives in pieces, the same comes of it, and outside of long pastes all of it.
func TestPiecesMakeNoDifference(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	parts := []string{pasteBegins, pasteEnds, "\x1b", "[", "2", "0", "1", "~", "x", strings.Repeat("y", mostPaste/2)}
	for range 300 {
		var typed strings.Builder
		for range r.IntN(20) {
			typed.WriteString(parts[r.IntN(len(parts))])
		}
		whole, _ := typedThrough(t, strings.NewReader(typed.String()), 1<<20)
		pieces, _ := typedThrough(t, strings.NewReader(typed.String()), 7+r.IntN(50))
		if whole != pieces {
			t.Fatalf("%.200q: %d bytes at once, %d in pieces", typed.String(), len(whole), len(pieces))
		}
		if !strings.Contains(typed.String(), "y") && whole != typed.String() {
			t.Fatalf("%q became %q", typed.String(), whole)
		}
	}
}

// What comes faster than anybody types makes pauses, in which the program gives up waiting for the end of what has none.
func TestInputPauses(t *testing.T) {
	flood := bytes.NewReader(bytes.Repeat([]byte("j"), 10*mostTyped))
	pauses := 0
	in := &input{from: flood, stop: func() {}, typed: func() {}, said: make(chan string, 1)}
	p := make([]byte, 4096)
	for most := 0; ; {
		ctx, stop := context.WithCancel(context.Background())
		stop() // a pause ends at once, as an end of the input
		in.ctx = ctx
		n, err := in.Read(p)
		if most += n; most > 2*mostTyped {
			t.Fatalf("%d bytes without a pause", most)
		}
		if err == io.EOF && flood.Len() == 0 {
			break
		} else if err == io.EOF {
			pauses++
			most = 0
		}
	}
	if pauses < 9 {
		t.Errorf("%d pauses in %d bytes", pauses, 10*mostTyped)
	}
}

func FuzzInput(f *testing.F) {
	f.Add("j"+pasteBegins+"x"+pasteEnds, uint8(7))
	f.Add("\x1b[200\x1b[200~\x1b[201~", uint8(8))
	f.Fuzz(func(t *testing.T, typed string, piece uint8) {
		got, _ := typedThrough(t, strings.NewReader(typed), int(piece)+len(pasteEnds)+1)
		if len(typed) <= mostPaste && got != typed {
			t.Errorf("%q became %q", typed, got)
		}
	})
}
