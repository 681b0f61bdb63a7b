package serve

import (
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

// pieces returns what is read at once.
func pieces(t *testing.T, r io.Reader) (out []string) {
	t.Helper()
	p := make([]byte, 64)
	for {
		n, err := r.Read(p)
		if n > 0 {
			out = append(out, string(p[:n]))
		}
		if err != nil {
			return out
		}
	}
}

func TestEscAndAnAnswerAreTwoThings(t *testing.T) {
	for typed, want := range map[string][]string{
		"a\x1b\x1b[0nb":          {"a\x1b", "\x1b[0nb"},
		"\x1b\x1b[0n\x1b\x1b[0n": {"\x1b", "\x1b[0n\x1b", "\x1b[0n"},
		"\x1b[0n\x1b[A":          {"\x1b[0n\x1b[A"},
		"\x1b\x1b[A":             {"\x1b\x1b[A"}, // alt and an arrow, as some terminals send it
	} {
		if got := pieces(t, &apart{from: strings.NewReader(typed)}); !slices.Equal(got, want) {
			t.Errorf("%q is read as %q, want %q", typed, got, want)
		}
	}
	began := time.Now() // in two pieces a pause parts them
	got := pieces(t, &apart{from: io.MultiReader(strings.NewReader("\x1b"), iotest.DataErrReader(strings.NewReader("\x1b[0n")))})
	if !slices.Equal(got, []string{"\x1b", "\x1b[0n"}) || time.Since(began) < meant/2 {
		t.Errorf("read as %q, after %s", got, time.Since(began))
	}
}
