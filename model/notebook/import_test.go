package notebook_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"reftel/model/notebook"
)

// exported writes all notes as JSON Lines.
func exported(t testing.TB, b *notebook.Notebook) string {
	t.Helper()
	all, err := b.Notes(t.Context())
	must(t, err)
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	for _, n := range all {
		must(t, enc.Encode(n))
	}
	return out.String()
}

// imported takes notes in.
func imported(t testing.TB, b *notebook.Notebook, text string) notebook.Imported {
	t.Helper()
	notes, wrong, err := notebook.ReadNotes(strings.NewReader(text))
	must(t, err)
	if len(wrong) > 0 {
		t.Errorf("can't be read: %v", wrong)
	}
	done, err := b.Import(t.Context(), notes)
	must(t, err)
	return done
}

func TestNotesAreReadBack(t *testing.T) {
	dir := t.TempDir()
	b, other := opened(t, filepath.Join(dir, "a.db")), opened(t, filepath.Join(dir, "b.db"))
	c, letter := vienna(t), unnamed()
	n := noteOn(t, b, c, 7, "on two lines:\n\t\"this\" \x1b[2J \u202e", noon)
	noteOn(t, b, c, -1, "on the cable", noon.Add(time.Hour))
	noteOn(t, b, letter, 0, "on the letter", noon.Add(1234*time.Microsecond))
	text := exported(t, b)
	if done := imported(t, other, text); done != (notebook.Imported{Added: 3}) || exported(t, other) != text {
		t.Errorf("%+v: exported\n%sread back\n%s", done, text, exported(t, other))
	}
	if done := imported(t, other, text); done != (notebook.Imported{Known: 3}) || exported(t, other) != text {
		t.Errorf("the second time %+v", done)
	}
	n.Text = "changed"
	n, err := b.Save(t.Context(), n, noon.Add(2*time.Hour))
	must(t, err)
	if done := imported(t, other, exported(t, b)+text); done != (notebook.Imported{Changed: 1, Known: 5}) || exported(t, other) != exported(t, b) {
		t.Errorf("one was changed: %+v\n%s", done, exported(t, other))
	}
	// What was removed comes back only if it was changed later.
	all, err := other.Notes(t.Context())
	must(t, err)
	i := slices.IndexFunc(all, func(m notebook.Note) bool { return m.UID == n.UID })
	_, err = other.Remove(t.Context(), all[i], noon.Add(3*time.Hour))
	must(t, err)
	if done := imported(t, other, exported(t, b)); done != (notebook.Imported{Known: 3}) || len(texts(t, other)) != 2 {
		t.Errorf("one was removed: %+v", done)
	}
	n.Text = "changed again"
	_, err = b.Save(t.Context(), n, noon.Add(4*time.Hour))
	must(t, err)
	if done := imported(t, other, exported(t, b)); done != (notebook.Imported{Changed: 1, Known: 2}) || exported(t, other) != exported(t, b) {
		t.Errorf("one was removed and changed later: %+v", done)
	}
}

// In whatever order and however often changes of notes are taken in, what is left is the newest of each.
func TestTheOrderOfImportsMakesNoDifference(t *testing.T) {
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 0))
		var lines []string
		for note := range 5 {
			for change := range 1 + r.IntN(4) {
				lines = append(lines, fmt.Sprintf(`{"note":"n%d","id":"09LISBON%d","text":"change %d","created":"2020-01-01T00:00:00Z","changed":"2020-01-0%dT00:00:00Z"}`, note, note+1, change, change+1))
			}
		}
		want := ""
		for range 3 {
			b := opened(t, filepath.Join(t.TempDir(), "notebook.db"))
			shuffled := slices.Concat(lines, lines[:r.IntN(len(lines))])
			r.Shuffle(len(shuffled), func(i, k int) { shuffled[i], shuffled[k] = shuffled[k], shuffled[i] })
			cut := r.IntN(len(shuffled))
			imported(t, b, strings.Join(shuffled[:cut], "\n"))
			imported(t, b, strings.Join(shuffled[cut:], "\r\n"))
			got := exported(t, b)
			if want != "" && got != want {
				t.Errorf("seed %d:\n%s\nand\n%s", seed, got, want)
			}
			want = got
		}
	}
}

func TestLinesThatAreNoNotes(t *testing.T) {
	const good = `{"id":"09 lisbon 097","paragraph":4,"text":"by hand","created":"2020-01-01T00:00:00Z","unknown":[1]}`
	long := `{"id":"09LISBON97","created":"2020-01-01T00:00:00Z","text":"` + strings.Repeat("x", 9<<20) + `"}`
	lines := []struct{ line, says string }{
		{"\xef\xbb\xbf" + good, ""},
		{"", ""},
		{"my notes", "it is no note"},
		{"[1]", "it is no note"},
		{"null", "it has no text"},
		{`{"text":"x","created":"2020-01-01T00:00:00Z"}`, "on which cable"},
		{`{"id":"Lisbon","text":"x","created":"2020-01-01T00:00:00Z"}`, "is no cable id"},
		{`{"sha256":"abc","text":"x","created":"2020-01-01T00:00:00Z"}`, "no hash"},
		{`{"id":"09LISBON97","text":" ","created":"2020-01-01T00:00:00Z"}`, "it has no text"},
		{`{"id":"09LISBON97","text":"x"}`, "when it was made"},
		{`{"id":"09LISBON97","text":"x","created":"yesterday"}`, "it is no note"},
		{`{"note":"a b","id":"09LISBON97","text":"x","created":"2020-01-01T00:00:00Z"}`, "letters, digits and hyphens"},
		{long, "longer than any note"},
		{`{"note":"last","id":"09LISBON97","block":-3,"text":"x","created":"2020-01-01T00:00:00Z","changed":"2019-01-01T00:00:00Z"}`, ""},
	}
	var text strings.Builder
	for _, l := range lines {
		text.WriteString(l.line + "\n")
	}
	notes, wrong, err := notebook.ReadNotes(strings.NewReader(strings.TrimSuffix(text.String(), "\n")))
	must(t, err)
	for i, l := range lines {
		if l.says == "" {
			continue
		}
		if len(wrong) == 0 || !strings.HasPrefix(wrong[0].Error(), fmt.Sprintf("line %d: ", i+1)) || !strings.Contains(wrong[0].Error(), l.says) {
			t.Errorf("line %d: said is %v, want %q", i+1, wrong, l.says)
			continue
		}
		wrong = wrong[1:]
	}
	if len(wrong) > 0 || len(notes) != 2 || notes[1].UID != "last" || notes[1].Block != 0 || !notes[1].Changed.Equal(notes[1].Created) {
		t.Errorf("notes %+v, and wrong are %v", notes, wrong)
	}
	again, _, err := notebook.ReadNotes(strings.NewReader(good))
	must(t, err)
	if again[0].UID == "" || again[0] != notes[0] {
		t.Errorf("one without a UID is read as %+v and %+v", notes[0], again[0])
	}
}

// The example in the documentation is a note.
func TestTheDocumentedNote(t *testing.T) {
	page, err := os.ReadFile("../../docs/NOTES.md")
	must(t, err)
	_, rest, _ := strings.Cut(string(page), "```json\n")
	example, _, ok := strings.Cut(rest, "```")
	notes, wrong, err := notebook.ReadNotes(strings.NewReader(example))
	must(t, err)
	if !ok || len(wrong) > 0 || len(notes) != 1 || notes[0].ID.String() != "09LISBON97" {
		t.Fatalf("it reads as %+v: %v", notes, wrong)
	}
	line, err := json.Marshal(notes[0])
	must(t, err)
	if string(line) != strings.TrimSpace(example) {
		t.Errorf("it is written as\n%s", line)
	}
}

// Whatever is read can be kept, is written as it was read, and reads back.
func FuzzReadNotes(f *testing.F) {
	f.Add(`{"note":"a","id":"09LISBON97","title":"T","paragraph":4,"kind":"paragraph","block":3,"start":2,"quote":"q","text":"x","created":"2020-01-01T00:00:00Z"}`)
	f.Add(`{"sha256":"` + strings.Repeat("a", 64) + `","text":"\u0000\ud800","created":"0001-01-01T00:00:01Z"}` + "\n{}")
	b := opened(f, filepath.Join(f.TempDir(), "notebook.db"))
	f.Fuzz(func(t *testing.T, text string) {
		notes, _, err := notebook.ReadNotes(strings.NewReader(text))
		must(t, err)
		if _, err := b.Import(t.Context(), notes); err != nil {
			t.Fatal(err)
		}
		for _, n := range notes {
			line, err := json.Marshal(n)
			must(t, err)
			again, wrong, err := notebook.ReadNotes(bytes.NewReader(line))
			must(t, err)
			if len(wrong) > 0 || len(again) != 1 || again[0] != n {
				t.Errorf("%+v is written as %s and reads as %+v (%v)", n, line, again, wrong)
			}
		}
	})
}
