package library

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"iter"
	"strings"
	"time"

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

	Modified time.Time // of a file on disk, as its folder says

	// order is the place among all inputs of a reading: the number of the file, then those of the
	// archives' members that lead to it.
	order []int
	outer string // name of the file that an archive's member is packed in
}

// Outer returns the name of the file on disk: that of the archive, where the input is a member of one.
func (in Input) Outer() string { return cmp.Or(in.outer, in.Name) }

// Members returns the numbers that lead to a member through the archives that it is packed in; none for a
// file on disk. With [Again] it is opened without another walk.
func (in Input) Members() []int { return in.order[min(1, len(in.order)):] }

// Again returns the input that was found in a file on disk by the name and the numbers of [Input.Members].
func Again(outer, name string, members []int) Input {
	open := opener(outer)
	if len(members) > 0 {
		open = func() (io.ReadCloser, error) { return openMember(opener(outer), members) }
	}
	return Input{Name: name, Size: -1, Open: open, order: append([]int{0}, members...), outer: outer}
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
