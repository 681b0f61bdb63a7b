package shelf_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/sample"
)

// Names that can't be read say why. They are not read again with each key, but when the index has changed.
func TestNamesThatCannotBeRead(t *testing.T) {
	dir, place := t.TempDir(), t.TempDir()
	if err := os.CopyFS(dir, sample.FS()); err != nil {
		t.Fatal(err)
	}
	x, err := shelf.NewIndexed(place, library.Inputs([]string{dir}, nil), library.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	fill(t, x)
	x.Close()
	if x, err = shelf.NewIndexed(place, library.Inputs([]string{dir}, nil), library.LoadOptions{}); err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	segments, err := filepath.Glob(filepath.Join(place, "*.words"))
	if err != nil || len(segments) == 0 {
		t.Fatalf("segments %v: %v", segments, err)
	}
	sound := map[string][]byte{}
	for _, path := range segments {
		if sound[path], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	put := func(change func(sound []byte) []byte) {
		t.Helper()
		for path, data := range sound {
			if err := os.WriteFile(path, change(data), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	names := x.Names()
	put(func(sound []byte) []byte { return bytes.Repeat([]byte{0xFF}, len(sound)) })
	for _, when := range []string{"first", "with the next key"} {
		if _, total := names.Lookup(t.Context(), "", 5); total != 0 || names.Err() == nil || !strings.Contains(names.Err().Error(), "damaged") {
			t.Errorf("%s: %d names are found, and said is %v", when, total, names.Err())
		}
		put(func(sound []byte) []byte { return sound }) // which nobody looks at
	}
	fill(t, x) // builds it anew
	if _, total := names.Lookup(t.Context(), "", 5); total == 0 || names.Err() != nil {
		t.Errorf("afterwards %d names are found, and said is %v", total, names.Err())
	}
}
