package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// partial is what the name of a file ends with until all of it is written.
const partial = ".part"

// free says whether a file may be written. There is no way to force it: whoever wants to write over a file can remove it
// first, or send the output there with the shell, and has then said so.
func free(file string) error {
	switch _, err := os.Lstat(file); {
	case err == nil:
		return usage("%s is there already and is left as it is: give another name, or remove it first", file)
	case !errors.Is(err, fs.ErrNotExist):
		return unwritable(file, err)
	}
	return nil
}

// intoFile makes a file of what write prints, unless that fails. The file gets its name when it is whole and on the disk, so that one
// with that name is never half of it, and never takes the place of another.
func intoFile(file string, write func(p *printer) error) error {
	part := file + partial
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return usage("%s is there already: another export is writing it, or one was killed; then remove it", part)
	}
	if err != nil {
		return unwritable(file, err)
	}
	defer os.Remove(part) // it has another name when all went well
	p := &printer{out: bufio.NewWriterSize(f, 64<<10)}
	err = write(p)
	if closed := p.close(); err == nil {
		err = closed
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
	if err != nil {
		return unwritable(file, err)
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

// unwritable is the ending when a file can't be written.
func unwritable(file string, err error) error {
	var end ending
	if errors.As(err, &end) {
		return end
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return ending{Usage, fmt.Sprintf("%s could not be written: %s", file, err)}
}
