package serve

import (
	"fmt"
	"io"
	"sync"
	"time"

	"reftel/ui/visible"
)

// log writes a line for each thing that happens: when, and what. What came from outside is made visible.
type log struct {
	mu  sync.Mutex
	out io.Writer
	now func() time.Time
}

func newLog(out io.Writer) *log { return &log{out: out, now: time.Now} }

func (l *log) say(format string, args ...any) {
	line := visible.Line(fmt.Sprintf(format, args...))
	l.mu.Lock()
	defer l.mu.Unlock()
	fmt.Fprintf(l.out, "%s %s\n", l.now().UTC().Format(time.RFC3339), line)
}
