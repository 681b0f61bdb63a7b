package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Partial is what the name of a file ends with until all of it is written.
const Partial = ".part"

// Underway is the error of a file that is being written by another program, or was when that was killed.
type Underway struct{ File string }

func (u Underway) Error() string {
	return fmt.Sprintf("%s is there already: another export is writing it, or one was killed; then remove it", u.File)
}

// ToFile makes a new file of what write writes, unless that fails. The file gets its name when it is whole and on the disk, so
// that one with that name is never half of it, and never takes the place of another: then the error is [fs.ErrExist].
func ToFile(file string, write func(io.Writer) error) error {
	if err := free(file); err != nil {
		return err
	}
	part := file + Partial
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return Underway{part}
	}
	if err != nil {
		return err
	}
	defer os.Remove(part) // it has another name when all went well
	out := bufio.NewWriterSize(f, 64<<10)
	if err = write(out); err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = rename(part, file)
	}
	return err
}

// free says whether nobody has a name.
func free(name string) error {
	switch _, err := os.Lstat(name); {
	case err == nil:
		return &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return nil
}

// rename gives a file a name that nobody has.
func rename(old, name string) error {
	err := os.Link(old, name)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := free(name); err != nil { // a disk that knows no second names
		return err
	}
	return os.Rename(old, name)
}
