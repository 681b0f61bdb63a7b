package serve

import (
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// A program that fails ends, restores the terminal, and leaves the others alone. The log has where it has failed, and none
// of the words with which.
func TestAFailureOfOneReader(t *testing.T) {
	for _, tt := range []struct{ about, keys string }{
		{"while a key is handled", "\r"},
		{"in a command", "/harbor"},
	} {
		var fails atomic.Bool
		s := serving(t, 2, func(o *Options) {
			o.Program.Now = func() time.Time {
				if fails.Swap(false) {
					panic("words of a cable")
				}
				return time.Unix(0, 0)
			}
		})
		other := open(t, s.dial(t, key(t, 2)), 120, 40)
		other.waitFor(t, newest)
		one := open(t, s.dial(t, key(t, 1)), 120, 40)
		one.waitFor(t, newest)
		fails.Store(true)
		one.press(t, tt.keys)
		if got := one.status(t); got != 1 || !strings.Contains(one.shown(), "reftel has failed, and is sorry. What you have written is kept.") {
			t.Errorf("%s: ended with the status %d and %q", tt.about, got, tail(one.shown()))
		}
		if out := one.out.String(); strings.LastIndex(out, "\x1b[?1049l") < strings.LastIndex(out, "\x1b[?1049h") {
			t.Errorf("%s: the terminal was not restored", tt.about)
		}
		other.press(t, "/ostro\r")
		other.waitFor(t, "OSTRO MARINE")
		if log := s.log.String(); !strings.Contains(log, "reftel/ui.") || strings.Contains(log, "words of a cable") {
			t.Errorf("%s: the log says\n%s", tt.about, log)
		}
	}
}
