package pace

import (
	"bytes"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// The terminal is given away when all is answered, and from then on nothing is asked.
func TestTheTerminalIsGivenAwayWhenAllIsAnswered(t *testing.T) {
	for _, msg := range []tea.Msg{tea.QuitMsg{}, tea.InterruptMsg{}, tea.SuspendMsg{}, tea.Exec(nil, nil)()} {
		link := New(time.Now, 0)
		var out bytes.Buffer
		w := link.Writer(&out)
		w.Write([]byte("frame"))
		if out.String() != "frame"+question {
			t.Fatalf("%q was written", out.String())
		}
		if _, held := link.Filter(nil, msg).(heldMsg); !held {
			t.Errorf("%T does not wait for the answer", msg)
		}
		if _, is := link.Filter(nil, uv.UnknownCsiEvent("\x1b[0n")).(answerMsg); !is {
			t.Error("the answer is not known")
		}
		link.answered()
		if _, held := link.Filter(nil, msg).(heldMsg); held {
			t.Errorf("%T waits though all is answered", msg)
		}
		out.Reset()
		if w.Write([]byte("farewell")); out.String() != "farewell" {
			t.Errorf("%q was written in the end", out.String())
		}
		link.speak()
		out.Reset()
		if w.Write([]byte("again")); out.String() != "again"+question {
			t.Errorf("%q was written afterwards", out.String())
		}
	}
}

// Other sequences are none of ours.
func TestWhatIsNoAnswer(t *testing.T) {
	link := New(time.Now, 0)
	for _, sequence := range []string{"\x1b[?997;1n", "\x1b[1;2R", "\x1b[n", "\x1b[10n", ""} {
		if _, is := link.Filter(nil, uv.UnknownCsiEvent(sequence)).(answerMsg); is {
			t.Errorf("%q is taken for an answer", sequence)
		}
	}
}
