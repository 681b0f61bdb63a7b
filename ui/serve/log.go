package serve

import (
	"fmt"
	"io"
	"sync"
	"time"

	"reftel/internal/crash"
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

// crash tells where reftel itself has failed.
func (l *log) crash(who string, c *crash.Crash) {
	l.say("%sreftel has failed: %s", who, c.What)
	for _, function := range c.Stack {
		l.say("%s  %s", who, function)
	}
}
