package library

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"strings"

	"reftel/parser"
)

// Stdin is the path that stands for standard input, and the name of its bytes as a file.
const Stdin = "-"

// MaxFile is how many bytes are held in memory of what can only be read once (standard input, a pipe)
// or must be read whole before the first byte counts (a zip archive that is no file of its own).
const MaxFile = parser.MaxWhole

// Input is one file that can be read, any number of times.
type Input struct {
	Name string // path as the user would type it; [Stdin] for standard input
	Size int64  // in bytes; -1 when it isn't known before reading
	Open func() (io.ReadCloser, error)

	// order is the place among all inputs of a reading: the number of the file, then those of the
	// archives' members that lead to it.
	order []int
}

// Inputs walks over paths: files, folders with all that is in them, in the order of their names,
// and [Stdin]. It is lazy: nothing is opened, and folders are listed as the walk gets to them. What
// can't be walked comes as an error, a [Problem], and the walk goes on.
//
// In folders, hidden files and folders are skipped, and so is what is no file (sockets, devices).
// Links are followed; a folder or file that is reached twice is given once, so links that lead in
// a circle do no harm. Standard input and named pipes flow once, to whoever opens them first, and
// their bytes are kept.
func Inputs(paths []string, stdin io.Reader) iter.Seq2[Input, error] {
	in := stream{most: MaxFile, open: func() (io.ReadCloser, error) {
		if stdin == nil {
			return nil, errors.New("there is none")
		}
		return io.NopCloser(stdin), nil
	}}
	return func(yield func(Input, error) bool) {
		w := walker{yield: yield, folders: map[string]bool{}, files: map[string]bool{}}
		stdinGiven := false
		for _, path := range paths {
			if path != Stdin {
				w.path(path)
			} else if !stdinGiven {
				stdinGiven = true
				w.give(Input{Name: Stdin, Size: -1, Open: in.reader})
			}
			if w.stopped {
				return
			}
		}
	}
}

// InputsFS walks over a file system, such as the embedded sample, in the order of names. Hidden
// files and folders are skipped.
func InputsFS(fsys fs.FS) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				if !yield(Input{}, newProblem(path, err)) {
					return fs.SkipAll
				}
				return nil
			case path != "." && isHidden(d.Name()):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case !d.Type().IsRegular():
				return nil
			}
			in := Input{Name: path, Size: -1, Open: func() (io.ReadCloser, error) { return fsys.Open(path) }}
			if info, err := d.Info(); err == nil {
				in.Size = info.Size()
			}
			if !yield(in, nil) {
				return fs.SkipAll
			}
			return nil
		})
		if err != nil { // every error was given above and answered with nil or SkipAll
			yield(Input{}, newProblem(".", err))
		}
	}
}

func isHidden(name string) bool { return strings.HasPrefix(name, ".") }
