package library

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"reftel/parser"
)

// Problem says why a file or folder could not be read, in a sentence. It is an error.
type Problem struct {
	File string // as the user named it or as the walk found it
	What string // what is wrong and what to do; never words of the file
}

// Error returns the sentence with the file's name in front. Names can hold control characters:
// whoever shows them makes those visible.
func (p Problem) Error() string {
	if p.File == Stdin {
		return "standard input: " + p.What
	}
	return p.File + ": " + p.What
}

// newProblem turns an error of the file system, which repeats the path, into a Problem.
func newProblem(file string, err error) Problem {
	var known Problem
	if errors.As(err, &known) {
		return known
	}
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	var what string
	switch {
	case errors.Is(err, fs.ErrNotExist):
		what = "there is no such file or folder: check the name"
	case errors.Is(err, fs.ErrPermission):
		what = "there is no permission to read it: ask its owner, or change its rights (chmod u+r)"
	case errors.Is(err, syscall.ELOOP):
		what = "the link leads in a circle: remove it or name the file itself"
	default:
		what = fmt.Sprintf("it can't be read (%s): try again, or copy it to another place", err)
	}
	return Problem{File: file, What: what}
}

// problemNoCable says why a file that could be read gave no cable.
func problemNoCable(file string, data []byte, r parser.Result) Problem {
	const unpack, convert = "unpack it first", "convert it to text first (pdftotext does)"
	what := ""
	switch {
	case len(data) == 0:
		what = "the file is empty: nothing to read"
	case bytes.HasPrefix(data, []byte("\x1f\x8b")):
		what = "it is a gzip archive, which this version doesn't open: " + unpack
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		what = "it is a zip archive or an office document, which this version doesn't open: " + unpack
	case bytes.HasPrefix(data, []byte("%PDF-")):
		what = "it is a PDF: " + convert
	case isBinary(data):
		what = "it is a binary file, not text: leave it out or convert it to text"
	case len(r.Warnings) > 0:
		what = r.Warnings[0].Text
	default:
		what = "no cable was found in it: if it holds one, force its format with --format"
	}
	return Problem{File: file, What: what}
}

// isBinary looks for bytes that no text has at the beginning of a file.
func isBinary(data []byte) bool {
	control := 0
	head := data[:min(len(data), 8<<10)]
	for _, c := range head {
		switch {
		case c == 0:
			return true
		case c < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(c)):
			control++
		}
	}
	return control > len(head)/16
}

func problemTooLarge(file string) Problem {
	return Problem{File: file, What: fmt.Sprintf("it is larger than %d MB, and this version reads files whole: split it first", MaxFile>>20)}
}

// problemBug is told of a panic that was caught. The message of the panic may quote the file, so
// only the place in the program is given.
func problemBug(file, doing string) Problem {
	return Problem{File: file, What: fmt.Sprintf("%s failed in reftel's own code (%s): this is a bug, please report the place and the format of the file", doing, panicPlace())}
}

// panicPlace returns file and line of the statement that panicked. It is called, however deep, from
// the deferred function that recovers.
func panicPlace() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	panicking := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			panicking = true
		case panicking && !strings.HasPrefix(f.Function, "runtime."):
			return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
		}
		if !more {
			return "place unknown"
		}
	}
}
