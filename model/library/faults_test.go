package library

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"

	"reftel/sample"
)

// faulty is a file whose reading fails somewhere.
type faulty struct{ io.Reader }

func (faulty) Close() error { return nil }

// Whatever a file system answers, the file that it is about is named in one sentence, and all others are read.
func TestAFileSystemThatReturnsErrors(t *testing.T) {
	var all []Input
	for in, err := range InputsFS(sample.FS()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, in)
	}
	whole, _ := load(t, inputs(all...), LoadOptions{})
	rows := "\"1\",\"12/28/1966 18:48\",\"09PORTVERDE1\",\"Embassy Port Verde\",\"UNCLASSIFIED\",\"\",\"HEADER\",\"BODY\"\n"
	for _, test := range []struct {
		name, said string
		open       func() (io.ReadCloser, error)
		more       int // cables of the file
	}{
		{"an error at once", "it can't be read (input/output error): try again, or copy it to another place",
			func() (io.ReadCloser, error) { return faulty{iotest.ErrReader(syscall.EIO)}, nil }, 0},
		{"an error in the middle", "only its first ", func() (io.ReadCloser, error) {
			return faulty{io.MultiReader(strings.NewReader(strings.Repeat(rows, 2_000)), iotest.ErrReader(&fs.PathError{Op: "read", Path: "x", Err: syscall.EIO}))}, nil
		}, -1},
		{"a network that is gone", "it can't be read (", func() (io.ReadCloser, error) {
			return nil, &fs.PathError{Op: "open", Path: "x", Err: syscall.ESTALE}
		}, 0},
		{"a file that is gone", "there is no such file or folder: check the name", func() (io.ReadCloser, error) {
			return nil, &fs.PathError{Op: "open", Path: "x", Err: syscall.ENOENT}
		}, 0},
		{"no permission", "there is no permission to read it", func() (io.ReadCloser, error) {
			return nil, &fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}
		}, 0},
		{"too many open files", "it can't be read (too many open files): try again", func() (io.ReadCloser, error) {
			return nil, &fs.PathError{Op: "open", Path: "x", Err: syscall.EMFILE}
		}, 0},
		{"a reader that gives nothing", "it can't be read (multiple Read calls return no data or error)", func() (io.ReadCloser, error) {
			return faulty{silent{}}, nil
		}, 0},
		{"an error in an archive", "it can't be read (input/output error)", func() (io.ReadCloser, error) {
			return faulty{io.MultiReader(bytes.NewReader([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff}), iotest.ErrReader(syscall.EIO))}, nil
		}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			bad := Input{Name: "bad.csv", Size: 1 << 20, Open: test.open}
			var seen []Problem
			l, batches := load(t, inputs(append([]Input{bad}, all...)...), LoadOptions{})
			for _, b := range batches {
				seen = append(seen, b.Problems...)
			}
			if len(seen) != 1 || seen[0].File != "bad.csv" || !strings.Contains(seen[0].What, test.said) {
				t.Errorf("said is %q, want one sentence with %q", seen, test.said)
			}
			if got := len(l.Cables()) - len(whole.Cables()); got != test.more && (test.more >= 0 || got < 0) {
				t.Errorf("%d cables more than those of the other files, want %d", got, test.more)
			}
		})
	}
}

// silent is a reader that never gives anything.
type silent struct{}

func (silent) Read([]byte) (int, error) { return 0, nil }

// A file that shrinks, grows, or is replaced while it is read gives what was read of it; its source is then said to have changed.
func TestAFileThatChangesWhileItIsOpen(t *testing.T) {
	name := filepath.Join(t.TempDir(), "cable.txt")
	text, err := fs.ReadFile(sample.FS(), first(t))
	if err != nil {
		t.Fatal(err)
	}
	for what, change := range map[string]func() error{
		"cut":      func() error { return os.Truncate(name, 100) },
		"emptied":  func() error { return os.Truncate(name, 0) },
		"grown":    func() error { return os.WriteFile(name, append(bytes.Clone(text), "more words"...), 0o600) },
		"replaced": func() error { return errors.Join(os.Remove(name), os.WriteFile(name, bytes.ToLower(text), 0o600)) },
		"gone":     func() error { return os.Remove(name) },
	} {
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
		in := Input{Name: name, Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
			f, err := os.Open(name)
			if err == nil {
				if _, err := f.Read(make([]byte, 50)); err != nil {
					t.Error(err)
				}
				f.Seek(0, io.SeekStart)
			}
			return f, errors.Join(err, change())
		}}
		l, batches := load(t, inputs(in), LoadOptions{})
		said := 0
		for _, b := range batches {
			said += len(b.Problems)
		}
		if len(l.Cables())+said == 0 {
			t.Errorf("%s: neither a cable nor a sentence", what)
		}
		for _, c := range l.Cables() {
			if _, err := l.Source(c)(); what != "grown" && err == nil {
				t.Errorf("%s: the source is given as if nothing had happened", what)
			}
		}
	}
}

// first is the name of a file of the sample.
func first(t *testing.T) (name string) {
	t.Helper()
	for in, err := range InputsFS(sample.FS()) {
		if err == nil && strings.HasSuffix(in.Name, ".txt") {
			return in.Name
		}
	}
	t.Fatal("the sample has no text")
	return ""
}
