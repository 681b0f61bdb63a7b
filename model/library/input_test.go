package library

import (
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// tree writes files below a new folder; a name that ends in a slash is a folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// rewrite writes one file below a folder.
func rewrite(t *testing.T, root, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// link makes a symbolic link or skips the test where that isn't possible.
func link(t *testing.T, to, from string) {
	t.Helper()
	if err := os.Symlink(to, from); err != nil {
		t.Skip("skip: no symbolic links here: ", err)
	}
}

// walked returns the names that a walk gives, below root, and its problems.
func walked(root string, in iter.Seq2[Input, error]) (names []string, problems []string) {
	for input, err := range in {
		if err != nil {
			problems = append(problems, strings.ReplaceAll(err.Error(), root, "ROOT"))
			continue
		}
		name, _ := strings.CutPrefix(input.Name, root+string(filepath.Separator))
		names = append(names, filepath.ToSlash(name))
	}
	return names, problems
}

func TestFoldersAreWalkedInTheOrderOfNames(t *testing.T) {
	root := tree(t, map[string]string{"b.txt": "b", "a/2.txt": "2", "a/1.txt": "1", "c/deep/er/x.html": "x",
		".hidden.txt": "h", ".git/config": "g", "c/.swp": "s"})
	names, problems := walked(root, Inputs([]string{root}, nil))
	if want := []string{"a/1.txt", "a/2.txt", "b.txt", "c/deep/er/x.html"}; !slices.Equal(names, want) {
		t.Errorf("walked %q, want %q", names, want)
	}
	if len(problems) > 0 {
		t.Errorf("problems: %q", problems)
	}
}

func TestAHiddenFileThatIsNamedIsRead(t *testing.T) {
	root := tree(t, map[string]string{".cable.txt": "x", ".folder/y.txt": "y"})
	names, _ := walked(root, Inputs([]string{filepath.Join(root, ".cable.txt"), filepath.Join(root, ".folder")}, nil))
	if want := []string{".cable.txt", ".folder/y.txt"}; !slices.Equal(names, want) {
		t.Errorf("walked %q, want %q", names, want)
	}
}

func TestWhatIsReachedTwiceIsReadOnce(t *testing.T) {
	root := tree(t, map[string]string{"a/1.txt": "1", "b/2.txt": "2"})
	paths := []string{filepath.Join(root, "a", "1.txt"), root, filepath.Join(root, "b"), filepath.Join(root, "a", "..", "b", "2.txt")}
	names, problems := walked(root, Inputs(paths, nil))
	if want := []string{"a/1.txt", "b/2.txt"}; !slices.Equal(names, want) || len(problems) > 0 {
		t.Errorf("walked %q (%q), want %q", names, problems, want)
	}
}

func TestLinksAreFollowedButNotInCircles(t *testing.T) {
	root := tree(t, map[string]string{"a/1.txt": "1", "other/2.txt": "2"})
	link(t, "..", filepath.Join(root, "a", "up"))
	link(t, filepath.Join(root, "other", "2.txt"), filepath.Join(root, "a", "two.txt"))
	link(t, "nowhere", filepath.Join(root, "a", "broken"))
	link(t, "round", filepath.Join(root, "a", "round"))
	names, problems := walked(root, Inputs([]string{filepath.Join(root, "a")}, nil))
	if want := []string{"a/1.txt", "a/two.txt", "a/up/other/2.txt"}; len(names) != 2 {
		// "up" leads to the root, whose other folder holds the file that two.txt leads to: whichever
		// comes first in the order of names is given, here two.txt.
		t.Errorf("walked %q, want the first two of %q", names, want)
	}
	if len(problems) != 2 || !strings.Contains(problems[0], "no such file") || !strings.Contains(problems[1], "circle") {
		t.Errorf("problems: %q", problems)
	}
}

func TestPathsThatCantBeWalked(t *testing.T) {
	root := tree(t, map[string]string{"empty/": "", "hidden/.x": "x", "good.txt": "g"})
	tests := []struct{ path, says string }{
		{"missing.txt", "ROOT/missing.txt: there is no such file or folder: check the name"},
		{"empty", "ROOT/empty: the folder holds no files (hidden ones are skipped): name one that holds cables"},
		{"hidden", "ROOT/hidden: the folder holds no files (hidden ones are skipped): name one that holds cables"},
	}
	for _, tt := range tests {
		names, problems := walked(root, Inputs([]string{filepath.Join(root, tt.path), filepath.Join(root, "good.txt")}, nil))
		if len(problems) != 1 || filepath.ToSlash(problems[0]) != tt.says {
			t.Errorf("%s: %q, want %q", tt.path, problems, tt.says)
		}
		if !slices.Equal(names, []string{"good.txt"}) {
			t.Errorf("%s: the good file isn't given, only %q", tt.path, names)
		}
	}
}

func TestFolderWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("skip: root may read everything")
	}
	root := tree(t, map[string]string{"closed/x.txt": "x", "open.txt": "o"})
	closed := filepath.Join(root, "closed")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(closed, 0o755) })
	names, problems := walked(root, Inputs([]string{root}, nil))
	if len(problems) != 1 || !strings.Contains(problems[0], "permission") || !slices.Equal(names, []string{"open.txt"}) {
		t.Errorf("walked %q, problems %q", names, problems)
	}
}

func TestWalkStopsWhenNoMoreIsWanted(t *testing.T) {
	root := tree(t, map[string]string{"1": "", "2": "", "d/3": ""})
	n := 0
	for range Inputs([]string{root, filepath.Join(root, "missing")}, nil) {
		n++
		break
	}
	for range InputsFS(fstest.MapFS{"1": {}, "2": {}}) {
		n++
		break
	}
	if n != 2 {
		t.Errorf("%d were given, want one of each walk", n)
	}
}

func TestStandardInputIsReadOnceAndKept(t *testing.T) {
	in := Inputs([]string{Stdin, Stdin}, strings.NewReader("09PORTVERDE1 piped"))
	var all []Input
	for input, err := range in {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, input)
	}
	if len(all) != 1 || all[0].Name != Stdin {
		t.Fatalf("given: %v", all)
	}
	for range 2 {
		r, err := all[0].Open()
		if err != nil {
			t.Fatal(err)
		}
		if text, _ := io.ReadAll(r); string(text) != "09PORTVERDE1 piped" {
			t.Errorf("read %q", text)
		}
	}
}

func TestNoStandardInput(t *testing.T) {
	l, _ := load(t, Inputs([]string{Stdin}, nil), lineOptions())
	if p := l.Problems(); len(p) != 1 || !strings.HasPrefix(p[0].Error(), "standard input: ") {
		t.Errorf("problems: %v", p)
	}
}

func TestInputsFSWalksTheSample(t *testing.T) {
	fsys := fstest.MapFS{"b.txt": {Data: []byte("bb")}, "a/1.html": {Data: []byte("1")}, ".note": {}, ".d/x": {}}
	names, problems := walked("", InputsFS(fsys))
	if want := []string{"a/1.html", "b.txt"}; !slices.Equal(names, want) || len(problems) > 0 {
		t.Errorf("walked %q (%q), want %q", names, problems, want)
	}
	for in := range InputsFS(fsys) {
		r, err := in.Open()
		if err != nil {
			t.Fatal(err)
		}
		if text, _ := io.ReadAll(r); int64(len(text)) != in.Size {
			t.Errorf("%s: %d bytes, Size says %d", in.Name, len(text), in.Size)
		}
	}
	if _, problems := walked("", InputsFS(brokenFS{})); len(problems) != 1 {
		t.Errorf("problems of a broken file system: %q", problems)
	}
}

type brokenFS struct{ fstest.MapFS }

func (brokenFS) ReadDir(string) ([]os.DirEntry, error) { return nil, errors.New("torn") }
