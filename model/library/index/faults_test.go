package index

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
	"time"

	"reftel/model/library"
)

// failingAt gives the files of a folder; the reading of those whose name has a word fails after some bytes.
func failingAt(dir, word string, after int64, with error) iter.Seq2[library.Input, error] {
	return func(yield func(library.Input, error) bool) {
		for in, err := range library.Inputs([]string{dir}, nil) {
			if open := in.Open; err == nil && strings.Contains(in.Name, word) {
				in.Open = func() (io.ReadCloser, error) {
					f, err := open()
					if err != nil {
						return nil, err
					}
					return failingFile{io.MultiReader(io.LimitReader(f, after), iotest.ErrReader(with)), f}, nil
				}
			}
			if !yield(in, err) {
				return
			}
		}
	}
}

type failingFile struct {
	io.Reader
	io.Closer
}

// A file that could not be read, or not to its end, is tried again by the next run, though it is as old and as long as it was.
func TestAFileWhoseReadingFailedIsTriedAgain(t *testing.T) {
	base := t.TempDir()
	cables, dir := filepath.Join(base, "cables"), filepath.Join(base, "index")
	if err := os.Mkdir(cables, 0o700); err != nil {
		t.Fatal(err)
	}
	var many strings.Builder
	for i := range 300 {
		fmt.Fprintf(&many, `{"id": "09PORTVERDE%d", "text": "1. (C) lamp %d."}`+"\n", i+1, i)
	}
	long := time.Now().Add(-24 * time.Hour)
	for name, text := range map[string]string{"bad.jsonl": many.String(), "good.jsonl": `{"id": "09LISBON1", "text": "1. (C) keeper."}`} {
		path := filepath.Join(cables, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, long, long); err != nil {
			t.Fatal(err)
		}
	}
	for _, after := range []int64{0, 1000} {
		os.RemoveAll(dir)
		if err := Update(context.Background(), dir, failingAt(cables, "bad", after, syscall.EIO), library.LoadOptions{}, func(Progress) {}); err != nil {
			t.Fatal(err)
		}
		x := open(t, dir)
		problems, err := x.Problems()
		if err != nil || len(problems) != 1 || !strings.Contains(problems[0].Error(), "bad.jsonl: ") || !strings.Contains(problems[0].What, "input/output error") {
			t.Errorf("after %d bytes said is %q, %v", after, problems, err)
		}
		if n := len(found(t, x, "keeper")); n != 1 {
			t.Errorf("the other file's cable is found %d times", n)
		}
		update(t, dir, cables)
		x = open(t, dir)
		if n := len(found(t, x, "lamp")); n != 300 {
			t.Errorf("after an error behind %d bytes, %d of 300 cables are found when it can be read", after, n)
		}
		if problems, err := x.Problems(); err != nil || len(problems) != 0 {
			t.Errorf("still said is %q, %v", problems, err)
		}
	}
}

// A file that was indexed and can't be read for a while is not forgotten.
func TestAFileThatCantBeReadForAWhile(t *testing.T) {
	base := t.TempDir()
	cables, dir := filepath.Join(base, "cables"), filepath.Join(base, "index")
	if err := os.Mkdir(cables, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(cables, "bad.jsonl")
	put := func(words string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(`{"id": "09LISBON1", "text": "1. (C) `+words+`."}`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("keeper")
	update(t, dir, cables)
	for _, with := range []error{syscall.EIO, syscall.EACCES, syscall.ESTALE} {
		if err := Update(context.Background(), dir, failingAt(cables, "bad", 0, with), library.LoadOptions{}, func(Progress) {}); err != nil {
			t.Fatal(err)
		}
		if n := len(found(t, open(t, dir), "keeper")); n != 1 {
			t.Errorf("with %v its cable is found %d times", with, n)
		}
	}
	update(t, dir, cables)
	if n := len(found(t, open(t, dir), "keeper")); n != 1 {
		t.Errorf("afterwards its cable is found %d times", n)
	}
}
