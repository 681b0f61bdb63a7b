package library

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// walker gives the files under paths to an iterator's body.
type walker struct {
	yield   func(Input, error) bool
	stopped bool // the body wants no more

	// Real paths (absolute, links resolved) of the folders that were entered, and of the files that
	// were reached by name or link. Files reached through their own folder are not noted one by one:
	// a folder is entered once.
	folders map[string]bool
	files   map[string]bool
	found   int // files and problems so far, given before or not
}

func (w *walker) give(in Input) {
	w.found++
	if !w.stopped {
		w.stopped = !w.yield(in, nil)
	}
}

func (w *walker) fail(path string, err error) { w.say(newProblem(path, err)) }

func (w *walker) say(p Problem) {
	w.found++
	if !w.stopped {
		w.stopped = !w.yield(Input{}, p)
	}
}

// path walks over a path that the user gave.
func (w *walker) path(path string) {
	info, err := os.Stat(path)
	if err != nil {
		w.fail(path, err)
		return
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		before := w.found
		w.linkedFolder(path)
		if w.found == before && !w.stopped {
			w.say(Problem{File: path, What: "the folder holds no files (hidden ones are skipped): name one that holds cables"})
		}
	case mode.IsRegular():
		w.linkedFile(path, info)
	case mode&fs.ModeNamedPipe != 0:
		pipe := &stream{most: MaxFile, open: opener(path)}
		w.give(Input{Name: path, Size: -1, Open: pipe.reader})
	default:
		w.say(Problem{File: path, What: "it is a device or socket, not a file: name a file or folder, or - for standard input"})
	}
}

// linkedFolder walks over a folder whose name may be or contain a link.
func (w *walker) linkedFolder(path string) {
	real, err := realPath(path)
	if err != nil {
		w.fail(path, err)
		return
	}
	if w.folders[real] {
		w.found++
		return
	}
	w.folder(path, real)
}

// folder walks over a folder; real is its real path.
func (w *walker) folder(path, real string) {
	w.folders[real] = true
	entries, err := os.ReadDir(path)
	if err != nil { // what was listed before the error is walked all the same
		w.fail(path, err)
	}
	for _, e := range entries {
		if w.stopped {
			return
		}
		if isHidden(e.Name()) {
			continue
		}
		child, realChild := filepath.Join(path, e.Name()), filepath.Join(real, e.Name())
		switch mode := e.Type(); {
		case mode.IsDir():
			if !w.folders[realChild] {
				w.folder(child, realChild)
			}
		case mode&fs.ModeSymlink != 0:
			w.link(child)
		case mode.IsRegular():
			if w.files[realChild] {
				w.found++
				continue
			}
			info, err := e.Info()
			if err != nil {
				w.fail(child, err)
				continue
			}
			w.give(fileInput(child, info))
		}
	}
}

// link follows a link that stands in a folder.
func (w *walker) link(path string) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.fail(path, err)
	case info.IsDir():
		w.linkedFolder(path)
	case info.Mode().IsRegular():
		w.linkedFile(path, info)
	}
}

// linkedFile gives a file that is reached by its name or by a link, unless it was given before or
// will be when its folder, which the walk has entered, is done.
func (w *walker) linkedFile(path string, info fs.FileInfo) {
	real, err := realPath(path)
	if err != nil {
		w.fail(path, err)
		return
	}
	if w.files[real] || w.folders[filepath.Dir(real)] && !isHidden(filepath.Base(real)) {
		w.found++
		return
	}
	w.files[real] = true
	w.give(fileInput(path, info))
}

func fileInput(path string, info fs.FileInfo) Input {
	return Input{Name: path, Size: info.Size(), Modified: info.ModTime(), Open: opener(path)}
}

func realPath(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(real)
}

func opener(path string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return Open(path) }
}
