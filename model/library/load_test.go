package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"reftel/model"
	"reftel/model/query"
	"reftel/parser"
)

func TestLoadReadsEverything(t *testing.T) {
	const n = 500
	l, batches := load(t, manyFiles(n), lineOptions())
	if got := len(l.Cables()); got != n {
		t.Errorf("%d cables, want %d", got, n)
	}
	if first := batches[0]; len(first.Cables) != 1 {
		t.Errorf("the first batch holds %d cables: the list should start with one", len(first.Cables))
	}
	seen := Progress{}
	for i, b := range batches {
		p := b.Progress
		if len(b.Cables) > batchCables {
			t.Errorf("batch %d holds %d cables", i, len(b.Cables))
		}
		if p.FilesDone < seen.FilesDone || p.BytesDone < seen.BytesDone || p.Cables < seen.Cables || p.FilesDone > p.Files || p.BytesDone > p.Bytes {
			t.Errorf("progress goes from %+v to %+v", seen, p)
		}
		if p.Done != (i == len(batches)-1) {
			t.Errorf("batch %d of %d: Done is %t", i, len(batches), p.Done)
		}
		seen = p
	}
	if seen.FilesDone != n || seen.Files != n || seen.BytesDone != seen.Bytes || seen.Cables != n || seen.Stopped {
		t.Errorf("at the end: %+v", seen)
	}
}

func TestManyCablesInOneFile(t *testing.T) {
	var text strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&text, "09PORTVERDE%d x\n", 1000-i)
	}
	l, _ := load(t, inputs(memory("all.txt", text.String())), lineOptions())
	cables := l.Cables()
	for i, c := range cables {
		if c.ID.Serial != i+1 {
			t.Fatalf("cable %d is %s", i, c.ID)
		}
	}
	if len(cables) != 1000 {
		t.Errorf("%d cables", len(cables))
	}
}

func TestUnknownSizesCountWhenRead(t *testing.T) {
	in := memory("pipe", "09PORTVERDE1 x\n")
	in.Size = -1
	shrunk := memory("shrunk", "09PORTVERDE2 x\n")
	shrunk.Size = 4000
	_, batches := load(t, inputs(in, shrunk), lineOptions())
	if p := batches[len(batches)-1].Progress; p.Bytes != 30 || p.BytesDone != 30 {
		t.Errorf("%d of %d bytes, want 30 of 30", p.BytesDone, p.Bytes)
	}
}

func TestEachProblemIsOneSentenceAndTheOthersGoOn(t *testing.T) {
	tests := []struct {
		name string
		in   Input
		says []string
	}{
		{"empty file", memory("empty.txt", ""), []string{"empty.txt: ", "empty"}},
		{"no cable: the parser says why", memory("prose.txt", "Dear diary\n"), []string{"prose.txt: ", "no line of it begins with an id"}},
		{"binary", memory("core", "\x7fELF\x02\x01\x00\x00"), []string{"core: ", "binary"}},
		{"binary without NUL", memory("x.dat", strings.Repeat("\x01\x02ab", 30)), []string{"x.dat: ", "binary"}},
		{"prose in UTF-16", memory("wide.txt", "D\x00e\x00a\x00r\x00 \x00d\x00i\x00a\x00r\x00y\x00\n\x00"), []string{"wide.txt: ", "no cable found"}},
		{"PDF", memory("x.pdf", "%PDF-1.4 ..."), []string{"x.pdf: ", "PDF", "convert"}},
		{"no permission", failing("locked.txt", &fs.PathError{Op: "open", Path: "locked.txt", Err: fs.ErrPermission}), []string{"locked.txt: ", "permission", "chmod"}},
		{"gone since the walk", failing("gone.txt", &fs.PathError{Op: "open", Path: "gone.txt", Err: fs.ErrNotExist}), []string{"gone.txt: ", "no such file"}},
		{"any other error", failing("tape", &fs.PathError{Op: "read", Path: "tape", Err: errors.New("input/output error")}), []string{"tape: ", "(input/output error)", "try again"}},
		{"too large", enormous("huge.txt", "no row ends here ", parser.MaxWhole+1), []string{"huge.txt: ", "256 MB", "split"}},
		{"a bug in the parser", memory("odd.txt", "PANIC here\n"), []string{"odd.txt: ", "bug", "fixture_test.go:"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, batches := load(t, inputs(tt.in, memory("good.txt", "09PORTVERDE1 x\n")), lineOptions())
			if got := ids(l.Cables()); got != "09PORTVERDE1" {
				t.Errorf("cables %q: the good file should be read", got)
			}
			problems := l.Problems()
			if len(problems) != 1 {
				t.Fatalf("problems: %v", problems)
			}
			said := problems[0].Error()
			for _, part := range tt.says {
				if !strings.Contains(said, part) {
					t.Errorf("says %q, without %q", said, part)
				}
			}
			if strings.Contains(said, "secret") || strings.Count(said, tt.in.Name+":") > 1 || strings.Contains(said, "\n") {
				t.Errorf("says %q", said)
			}
			if p := batches[len(batches)-1].Progress; p.FilesDone != 2 || p.BytesDone != p.Bytes {
				t.Errorf("a file with a problem is done with: %+v", p)
			}
		})
	}
}

func TestAFolderOfOddFiles(t *testing.T) {
	root := tree(t, map[string]string{"good.txt": "09PORTVERDE1 x\n", "empty.txt": "", "prose.txt": "Dear diary\n",
		"core": "\x7fELF\x00\x01", "locked.txt": "09PORTVERDE2 x\n", "sub/": ""})
	paths := []string{root, filepath.Join(root, "sub"), filepath.Join(root, "missing")}
	if err := os.Chmod(filepath.Join(root, "locked.txt"), 0); err != nil {
		t.Fatal(err)
	}
	said := map[string]string{"empty.txt": "empty", "prose.txt": "no line of it begins", "core": "binary", "missing": "no such file"}
	cables := "09PORTVERDE1"
	if os.Getuid() == 0 { // root may read everything
		cables += " 09PORTVERDE2"
	} else {
		said["locked.txt"] = "permission"
	}
	l, _ := load(t, Inputs(paths, nil), lineOptions())
	if got := ids(l.Cables()); got != cables {
		t.Errorf("cables %q, want %q", got, cables)
	}
	if len(l.Problems()) != len(said) {
		t.Errorf("%d problems, want one for each of %v", len(l.Problems()), said)
	}
	for _, p := range l.Problems() {
		want, known := said[filepath.Base(p.File)]
		if !known || !strings.Contains(p.What, want) {
			t.Errorf("%s, want %q", p, want)
		}
	}
}

func TestAFailureToFindNamesKeepsTheCable(t *testing.T) {
	o := lineOptions()
	o.name = func(*model.Cable) []model.Name {
		var none []model.Name
		return none[1:2]
	}
	l, _ := load(t, inputs(memory("x.txt", "09PORTVERDE1 x\n")), o)
	if len(l.Cables()) != 1 || len(l.Problems()) != 1 {
		t.Errorf("cables %q, problems %v", ids(l.Cables()), l.Problems())
	}
}

func TestStoppingKeepsWhatIsThereAndReturns(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	l := New()
	var last Progress
	Load(ctx, manyFiles(5000), lineOptions(), func(b Batch) {
		l.Add(b)
		last = b.Progress
		if l.Len() > 0 {
			stop()
		}
	})
	if !last.Done || !last.Stopped {
		t.Errorf("the last batch says %+v", last)
	}
	if n := len(l.Cables()); n == 0 || n != last.Cables || n == 5000 {
		t.Errorf("%d cables kept, progress says %d", n, last.Cables)
	}
}

func TestStoppingDoesNotWaitForABlockedPipe(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	o := lineOptions()
	o.Workers = 1
	var got []string
	Load(ctx, inputs(memory("a", "09PORTVERDE1 x\n"), blockedInput(t.Context()), memory("b", "09PORTVERDE2 x\n")), o, func(b Batch) {
		got = append(got, ids(b.Cables))
		stop()
	})
	if strings.TrimSpace(strings.Join(got, " ")) != "09PORTVERDE1" {
		t.Errorf("emitted %q", got)
	}
}

func TestStoppedBeforeItBegins(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	batches := 0
	Load(ctx, manyFiles(100), lineOptions(), func(b Batch) {
		batches++
		if !b.Progress.Done || !b.Progress.Stopped {
			t.Errorf("%+v", b.Progress)
		}
	})
	if batches != 1 {
		t.Errorf("%d batches, want the last one alone", batches)
	}
}

// With the race detector this shows that snapshots can be searched while the library grows.
func TestSnapshotsAreFilteredWhileLoading(t *testing.T) {
	q, err := query.Parse("dredging -zinc")
	if err != nil {
		t.Fatal(err)
	}
	o := lineOptions()
	o.name = func(*model.Cable) []model.Name {
		return []model.Name{{Name: "Ada Quill", Kind: model.Person, Forms: []string{"Ada Quill"}, Mentions: make([]model.Mention, 1)}}
	}
	l := New()
	names := l.Names()
	var searching sync.WaitGroup
	Load(t.Context(), manyFiles(2000), o, func(b Batch) {
		l.Add(b)
		snapshot := l.Cables()
		searching.Go(func() {
			n := 0
			for i, c := range snapshot {
				if q.Matches(c) {
					n++
				}
				if i > 0 && Compare(snapshot[i-1], c) >= 0 {
					t.Errorf("%s stands before %s", snapshot[i-1].ID, c.ID)
				}
			}
			if n != len(snapshot) {
				t.Errorf("%d of %d match", n, len(snapshot))
			}
		})
		searching.Go(func() {
			if _, total := names.Lookup(t.Context(), "quill", 5); len(snapshot) > 0 && total != 1 {
				t.Errorf("%d names are found, want one", total)
			}
		})
		if len(snapshot) > 0 {
			c := snapshot[0]
			searching.Go(func() { _ = Targets(c) })
			if with := l.SetStates(c); with == c {
				t.Error("SetStates must not touch the shared cable")
			}
		}
	})
	searching.Wait()
}
