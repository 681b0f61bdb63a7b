package cli

import (
	"errors"
	"fmt"
	"syscall"

	"reftel/model/library"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// The exit statuses.
const (
	Found      = 0 // done, and something was found
	NotFound   = 1 // everything could be read and nothing was found
	Usage      = 2 // the command line can't be carried out as it stands
	PartlyRead = 3 // some of the input could not be read; the rest was used

	Crashed  = 2   // reftel itself failed; a report says where
	BySignal = 128 // and the number of the signal that ended the program, as shells have it
)

// ending is an error that ends the program with a status, and with a sentence on the error stream
// unless that is empty.
type ending struct {
	status int
	what   string
}

func (e ending) Error() string { return e.what }

// usage is the ending for a command line that can't be carried out.
func usage(format string, args ...any) error {
	return ending{Usage, fmt.Sprintf(format, args...)}
}

// notFound is the ending when all was read and nothing answers.
func notFound(format string, args ...any) error {
	return ending{NotFound, fmt.Sprintf(format, args...)}
}

// complain writes one line to the error stream. File names and arguments in it may hold anything.
func (t *tool) complain(what string) {
	fmt.Fprintln(t.Err, "reftel: "+visible.Line(what))
}

// settle says what could not be read. The status for that goes before the one that the command
// itself ends with: whoever sees nothing found must know that not everything was searched.
func (t *tool) settle(problems []library.Problem, err error) error {
	if len(problems) == 0 || isBrokenPipe(err) {
		return err
	}
	t.tell(problems)
	what := ""
	if err != nil {
		what = err.Error()
	}
	return ending{PartlyRead, what}
}

// maxAlike is how many problems with the very same reason are told one by one. A folder of notes would
// bury what matters under a thousand equal lines.
const maxAlike = 10

// tell writes a line for each problem; of many that have the same reason the first ones, and how many more
// there are.
func (t *tool) tell(problems []library.Problem) {
	count := map[string]int{}
	var reasons []string // of which there are too many
	for _, p := range problems {
		count[p.What]++
		switch n := count[p.What]; {
		case n <= maxAlike:
			t.complain(p.Error())
		case n == maxAlike+1:
			reasons = append(reasons, p.What)
		}
	}
	for _, what := range reasons {
		t.complain(words.Count(count[what]-maxAlike, "more file") + ": " + what)
	}
}

// isBrokenPipe reports whether an error says that nobody reads the output any more.
func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
