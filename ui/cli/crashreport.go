package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"reftel/internal/crash"
)

// report writes down what is known of a panic, says where, and returns the exit status.
func (w *watch) report(c *crash.Crash) int {
	t := &tool{System: w.system}
	text := w.crashReport(c)
	file, err := w.writeReport(text)
	if err != nil { // it is harmless, and better there than nowhere
		fmt.Fprint(w.system.Err, strings.TrimSuffix(text, "\n")+"\n")
		t.complain("it has failed: this is a bug. No report could be written (" + err.Error() + "): please send the lines above, in which nothing of a document stands. What you wrote is kept.")
		return Crashed
	}
	t.complain("it has failed: this is a bug. Please send the report, in which nothing of a document stands: " + file + ". What you wrote is kept.")
	return Crashed
}

// crashReport is the text of a report. File names and arguments are the user's own business, so only the command is named.
func (w *watch) crashReport(c *crash.Crash) string {
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	var b strings.Builder
	line := func(name, value string) { fmt.Fprintf(&b, "%-11s%s\n", name, value) }
	b.WriteString("reftel has failed. Nothing of any document or note stands in this report.\n\n")
	line("version", version())
	line("built with", runtime.Version()+" for "+runtime.GOOS+"/"+runtime.GOARCH)
	line("when", time.Now().UTC().Format(time.RFC3339))
	line("command", w.command())
	line("terminal", fmt.Sprintf("%d cells wide (0: none)", w.system.Width))
	line("processors", fmt.Sprint(runtime.GOMAXPROCS(0)))
	line("goroutines", fmt.Sprint(runtime.NumGoroutine()))
	line("memory", fmt.Sprintf("%d MB in use, %d MB from the system", memory.HeapAlloc>>20, memory.Sys>>20))
	line("what", c.What)
	b.WriteString("where\n")
	for _, f := range c.Stack {
		b.WriteString("  " + f + "\n")
	}
	return b.String()
}

// command is the name of the command that was run.
func (w *watch) command() string {
	t := &tool{System: w.system}
	if c, _, err := t.root().Find(w.system.Args); err == nil && c.HasParent() {
		return c.Name()
	}
	return "the reader"
}

// writeReport writes a report into a new file beside the notebook, or where temporary files are, and returns its name.
func (w *watch) writeReport(text string) (string, error) {
	var failed error
	for _, dir := range []string{w.system.DataDir, os.TempDir()} {
		if dir == "" {
			continue
		}
		file, err := newReport(filepath.Join(dir, "reftel"), text)
		if err == nil {
			return file, nil
		}
		failed = cmp.Or(failed, err)
	}
	return "", failed
}

// newReport writes a report into a folder.
func newReport(dir, text string) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	name := filepath.Join(dir, "crash-"+time.Now().UTC().Format("20060102-150405"))
	f, err := os.OpenFile(name+".txt", os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) { // of another reftel
		f, err = os.CreateTemp(dir, filepath.Base(name)+"-*.txt")
	}
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(f.Name()) // no half of it
		return "", err
	}
	return f.Name(), nil
}
