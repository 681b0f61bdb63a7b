package notebook_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/internal/readonly"
	"reftel/model/notebook"
	"reftel/model/query"
)

// unsettled puts into a folder a notebook as a program leaves it that was killed: the note that was written last stands in
// the log alone.
func unsettled(t *testing.T, dir string, files ...string) string {
	t.Helper()
	path := written(t)
	b := opened(t, path)
	must(t, b.Check(t.Context()))
	db, err := sql.Open("sqlite", path+"?_pragma=wal_autocheckpoint(0)")
	must(t, err)
	defer db.Close()
	_, err = db.Exec("UPDATE note SET text = 'from the log' WHERE uid = '7'")
	must(t, err)
	for _, end := range files {
		data, err := os.ReadFile(path + end)
		must(t, err)
		must(t, os.WriteFile(filepath.Join(dir, "notebook.db")+end, data, 0o600))
	}
	return filepath.Join(dir, "notebook.db")
}

// What can't be written is read, whatever lies beside it, and left as it is; what is to be written says why it isn't.
func TestANotebookThatCanOnlyBeRead(t *testing.T) {
	for _, tt := range []struct {
		about string
		files []string // of the notebook
		last  bool     // what stands in the log alone is there
		open  bool     // the folder can be written, the files can't
	}{
		{"as it is closed", nil, false, false},
		{"in a folder that can be written", nil, false, true},
		{"with its log and the index of that", []string{"", "-wal", "-shm"}, true, false},
		{"with its log", []string{"", "-wal"}, true, false},
		{"with its log, in a folder that can be written", []string{"", "-wal"}, true, true},
		{"without its log", []string{""}, false, false},
	} {
		t.Run(tt.about, func(t *testing.T) {
			dir, closeIt := readonly.Folder(t)
			path := filepath.Join(dir, "notebook.db")
			if tt.files == nil {
				data, err := os.ReadFile(written(t))
				must(t, err)
				must(t, os.WriteFile(path, data, 0o600))
			} else {
				unsettled(t, dir, tt.files...)
			}
			before, err := os.ReadFile(path)
			must(t, err)
			c := vienna(t)
			closeIt()
			if tt.open {
				must(t, os.Chmod(dir, 0o700))
			}

			b := notebook.New(path)
			defer b.Close()
			for range 2 {
				reading, writing := ask(t, b)
				for i, err := range reading {
					if err != nil {
						t.Errorf("question %d gives %v", i, err)
					}
				}
				for i, err := range append(writing, b.Writable(t.Context())) {
					if err == nil || !strings.Contains(err.Error(), "nothing is kept: make the file and its folder writable") {
						t.Errorf("writing %d gives %v", i, err)
					}
				}
				if got := texts(t, b); len(got) != 200 || strings.Contains(strings.Join(got, ""), "from the log") != tt.last {
					t.Errorf("%d notes are read", len(got))
				}
			}
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
				t.Errorf("the file was changed (%v)", err)
			}

			must(t, os.Chmod(dir, 0o700))
			for _, end := range []string{"", "-wal", "-shm"} {
				if err := os.Chmod(path+end, 0o600); err != nil && !os.IsNotExist(err) {
					t.Fatal(err)
				}
			}
			must(t, b.SetRead(t.Context(), true, noon, c.Key()))
			must(t, b.Writable(t.Context()))
			read, err := b.Cables(t.Context(), query.Kept{What: query.KeptRead})
			must(t, err)
			if n := len(texts(t, b)); n != 200 || read.Len() != 1 {
				t.Errorf("when it can be written again there are %d notes and %d read cables", n, read.Len())
			}
		})
	}
}

// An empty file that can't be written is a notebook in which nothing is.
func TestAnEmptyNotebookThatCanOnlyBeRead(t *testing.T) {
	dir, closeIt := readonly.Folder(t)
	path := filepath.Join(dir, "notebook.db")
	must(t, os.WriteFile(path, nil, 0o600))
	closeIt()
	b := notebook.New(path)
	defer b.Close()
	reading, writing := ask(t, b)
	for i, err := range reading {
		if err != nil {
			t.Errorf("question %d gives %v", i, err)
		}
	}
	for i, err := range writing {
		if err == nil || !strings.Contains(err.Error(), "writable") {
			t.Errorf("writing %d gives %v", i, err)
		}
	}
}
