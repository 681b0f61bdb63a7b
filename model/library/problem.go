package library

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"reftel/model"
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
	case errors.Is(err, errSilent):
		what = "nobody writes into this pipe: start the program that does, or name a file"
	default:
		what = fmt.Sprintf("it can't be read (%s): try again, or copy it to another place", err)
	}
	return Problem{File: file, What: what}
}

// isPassing reports whether an error is of the system, which may read the file another time, and not of what stands in it.
func isPassing(err error) bool {
	var number syscall.Errno
	var path *fs.PathError
	return errors.As(err, &number) || errors.As(err, &path)
}

// reach is how much of a file or archive was read before something stopped it.
type reach struct {
	bytes   int64 // of a file, unpacked
	members int   // of an archive
}

// problemReading says why the reading of a file or member, archive or not, ended, and what was read before.
func problemReading(file string, err error, before reach) Problem {
	what := ""
	switch {
	case errors.Is(err, parser.ErrTooLarge):
		what = parser.ErrTooLarge.Error()
	case errors.Is(err, errWholeZip):
		what = fmt.Sprintf("it is a zip archive of more than %d MB that is no file of its own, and can only be read from its end: save or unpack it first", MaxFile>>20)
	case errors.Is(err, errUnkept):
		what = "its beginning alone was kept in memory when it was read: save it as a file to see this part of it"
	case errors.Is(err, errBomb):
		what = fmt.Sprintf("it unpacks to more than %d times its size, which no text does: the rest of it was left out; unpack it yourself if you trust it", maxRatio)
	case errors.Is(err, errOverlap):
		what = "files in the archive lie over each other, which is damage or made to exhaust its reader: the rest of it was left out; get it again"
	case errors.Is(err, errMany):
		what = fmt.Sprintf("the archive holds more than %d files: the rest of them was left out; unpack it first", maxMembers)
	case errors.Is(err, errDirectory):
		what = "the archive's list of files is too large to be held in memory: unpack it first"
	case errors.Is(err, errEncrypted):
		what = "it is encrypted: unpack it with its password first"
	case errors.Is(err, errNested):
		what = "it is an archive in an archive in an archive: unpack the outermost first"
	case errors.Is(err, errOffice):
		what = "it is an office document or e-book: save it as text first"
	case errors.Is(err, zip.ErrAlgorithm):
		what = "it is packed in a way that reftel does not read: unpack it first"
	case errors.Is(err, zip.ErrFormat):
		what = "the zip archive is damaged, its list of files can't be read: get it again, or repair it (zip -FF)"
	case errors.Is(err, io.ErrUnexpectedEOF):
		what = "the file ends too early, what is packed in it is cut off" + before.String() + "; get the whole file again"
	case isDamagedPacking(err):
		what = "what is packed in it is damaged" + before.String() + "; get the file again"
	case before.bytes > 0:
		p := newProblem(file, err)
		p.What = fmt.Sprintf("only its first %d bytes were read: %s", before.bytes, p.What)
		return p
	default:
		return newProblem(file, err)
	}
	return Problem{File: file, What: what}
}

// String says in the middle of a sentence what could be read.
func (r reach) String() string {
	switch {
	case r.bytes > 0:
		return fmt.Sprintf(" after %d bytes of the unpacked text, which were read", r.bytes)
	case r.members > 0:
		return fmt.Sprintf(" behind file %d in it, up to which it was read", r.members)
	}
	return ", and nothing of it could be read"
}

func isDamagedPacking(err error) bool {
	var corrupt flate.CorruptInputError
	var structural bzip2.StructuralError
	return errors.As(err, &corrupt) || errors.As(err, &structural) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) ||
		errors.Is(err, zip.ErrChecksum) || errors.Is(err, tar.ErrHeader)
}

// problemMore says that a file had more problems than were told.
func problemMore(file string, n int) Problem {
	return Problem{File: file, What: fmt.Sprintf("%d more of this file's parts could not be read whole: only the first %d are listed", n, maxProblems)}
}

// isDamage reports whether a warning about a file says that a part of it gave no cable, or not all of one.
func isDamage(kind model.WarningKind) bool {
	return kind == parser.WarnRow || kind == parser.WarnRecord || kind == parser.WarnMarkup
}

// headBytes is how much of a file tells why it holds no cable.
const headBytes = 8 << 10

// problemNoCable says why a file that could be read gave no cable; head is its beginning.
func problemNoCable(file string, head []byte, warnings []model.Warning) Problem {
	what := ""
	switch {
	case len(head) == 0:
		what = "the file is empty: nothing to read"
	case bytes.HasPrefix(head, []byte("%PDF-")):
		what = "it is a PDF: convert it to text first (pdftotext does)"
	case len(warnings) > 0:
		what = whyNoCable(warnings)
	default:
		what = "no cable was found in it: if it holds one, force its format with --format"
	}
	return Problem{File: file, What: what}
}

// whyNoCable returns the first warning that tells it: how the characters are coded is no reason.
func whyNoCable(warnings []model.Warning) string {
	i := slices.IndexFunc(warnings, func(w model.Warning) bool { return w.Kind != parser.WarnEncoding })
	return warnings[max(i, 0)].Text
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
