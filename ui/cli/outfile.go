package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"reftel/ui/export"
)

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

// intoFile makes a file of what write prints, unless that fails: see [export.ToFile].
func intoFile(file string, write func(p *printer) error) error {
	err := export.ToFile(file, func(w io.Writer) error {
		p := &printer{out: bufio.NewWriterSize(w, 64<<10)}
		err := write(p)
		if closed := p.close(); err == nil {
			err = closed
		}
		return err
	})
	if underway := (export.Underway{}); errors.As(err, &underway) {
		return usage("%s", underway)
	}
	if err != nil {
		return unwritable(file, err)
	}
	return nil
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
