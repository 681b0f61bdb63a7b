package serve

import (
	"strings"
	"testing"
	"time"

	"reftel/internal/attacks"
	"reftel/internal/screen"
)

// What a client says of itself, and the names of files, come into the log: each thing is one line, and none acts on the
// terminal that shows it.
func TestAttackLog(t *testing.T) {
	for _, a := range attacks.Texts() {
		var out strings.Builder
		l := newLog(&out)
		l.now = func() time.Time { return time.Unix(0, 0) }
		l.say("127.0.0.1:9 turned away: %s", a.Text)
		line, ended := strings.CutSuffix(out.String(), "\n")
		if !ended || !strings.HasPrefix(line, "1970-01-01T00:00:00Z 127.0.0.1:9 turned away: ") {
			t.Errorf("%s: the line is %q", a.Name, line)
		}
		if i := strings.IndexFunc(line, screen.Acts); i >= 0 {
			t.Errorf("%s: %q stands in the log", a.Name, line[i:min(len(line), i+8)])
		}
	}
}
