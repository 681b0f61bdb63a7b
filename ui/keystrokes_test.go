package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/ui/sim"
)

// keystrokes are the tasks of docs/KEYSTROKES.md and what reftel does for the keys that stand there.
var keystrokes = []struct {
	task, keys string
	copies     bool     // on two copies of a cable, not on the sample
	screen     []string // what is shown in the end
	clipboard  []string // what has been copied
	file       string   // what has been written
	cables     int      // how many are in it
}{
	{task: "Find a name, in all its forms, and read where it stands", keys: "`@` `brancal` `enter` `enter`",
		screen: []string{"│ 10REYKJAVIK19 ", "Helio Brancal: mention 1 of 2"}},
	{task: "Follow a reference and come back", keys: "`]r` `enter` `H`",
		screen: []string{"│ 10REYKJAVIK19 ", "REF:      A. PONTA DELGADA 2"}},
	{task: "Go to the next redaction, of whatever kind", keys: "`]x`",
		screen: []string{"redaction 1 of 2: xxxxxxxxxxxxx"}},
	{task: "Quote paragraph 4 with its citation", keys: "`#` `4` `enter` `yp`",
		screen:    []string{"Copied: 10REYKJAVIK19 ¶4 with its citation"},
		clipboard: []string{"4. (C) Admiral Salvaterra met the CORISANDE", "Embassy Reykjavik telegram 19 to the Department of State", "paragraph 4 (C)"}},
	{task: "List the secret cables of a post in a month", keys: "`/` `from:reykjavik class:s date:2009-02` `enter`",
		screen: []string{"1 of 20", "│ 09REYKJAVIK52 ", "SECRET//NOFORN"}},
	{task: "Write a note on a paragraph and find it again", keys: "`a` `ask Prewitt` `esc` `'` `prewitt` `enter`",
		screen: []string{"│ 10REYKJAVIK19 ", "│*  1 C "}},
	{task: "Compare two copies of a cable, word by word", keys: "`/` `is:copy` `enter` `C`", copies: true,
		screen: []string{"Comparison  08ELMSTAD44", "hides something in paragraph 2", "difference 1 of 14"}},
	{task: "Jump to a paragraph by a word of it", keys: "`#` `menu` `enter`",
		screen: []string{"¶ 2 of 12"}},
	{task: "Find every place of a phrase, and go to the first", keys: "`/` `\"cold harbor\"` `enter` `n`",
		screen: []string{"3 of 20", "hit of the filter 1 of 1"}},
	{task: "Write what a filter shows into a file", keys: "`/` `from:lisbon` `enter` `w` `enter` `enter`",
		screen: []string{"5 cables."}, file: "cables.html", cables: 5},
}

// What the document says can be typed, as it stands there, does what it says, and takes as many keys.
func TestTheKeystrokesOfTheDocument(t *testing.T) {
	rows := keystrokeTable(t)
	if len(rows) != len(keystrokes) {
		t.Errorf("the document has %d tasks, the test %d", len(rows), len(keystrokes))
	}
	for _, k := range keystrokes {
		t.Run(k.task, func(t *testing.T) {
			at := slices.IndexFunc(rows, func(row []string) bool { return row[0] == k.task })
			if at < 0 || rows[at][1] != k.keys {
				t.Fatalf("docs/KEYSTROKES.md has no row | %s | %s |", k.task, k.keys)
			}
			folder, clipboard := t.TempDir(), ""
			o := sim.Options{Width: 120, Height: 36, Folder: folder, Clipboard: func(text string) error { clipboard = text; return nil }}
			if k.copies {
				o.Shelf = shelf.NewMemory(library.Inputs([]string{"copies/testdata/library/release.txt", "copies/testdata/library/gazette.txt"}, nil), library.LoadOptions{})
			}
			s := withBook(t, filepath.Join(t.TempDir(), "notebook.db"), o)
			for _, step := range steps(k.keys) {
				if step.named {
					s.Press(step.text)
				} else {
					s.Type(step.text)
				}
			}
			for _, words := range k.screen {
				wantScreen(t, s, words)
			}
			for _, words := range k.clipboard {
				if !strings.Contains(clipboard, words) {
					t.Errorf("%q is not in what was copied:\n%s", words, clipboard)
				}
			}
			if k.file == "" {
				return
			}
			written, err := os.ReadFile(filepath.Join(folder, k.file))
			if n := strings.Count(string(written), "<article"); err != nil || n != k.cables {
				t.Errorf("%d cables in the file, want %d (%v)", n, k.cables, err)
			}
		})
	}
}

// The first minute of the README goes as it is told there.
func TestTheFirstMinute(t *testing.T) {
	s := start(t, 120, 40)
	s.Press("j", "enter", "] r")
	wantScreen(t, s, "│ 10PONTADELGADA2 ")
	wantStatus(t, s, "enter follows")
	s.Press("enter")
	notOnScreen(t, s, "│ 10PONTADELGADA2 ")
	wantScreen(t, s, "│ 09STATE128447 ")
	s.Press("H", "}")
	wantScreen(t, s, "│ 10PONTADELGADA2 ")
	wantScreen(t, s, "▌          All twenty-three are safe.")
	s.Press(":")
	s.Type("light")
	for _, words := range []string{"VESMARA MEANS TO LIGHT A LAMP", "# ¶"} {
		wantScreen(t, s, words)
	}
	s.Press("esc", "?")
	wantScreen(t, s, "Keys in the reader")
	s.Press("q", "q", "q", "q")
	if !s.HasQuit() {
		t.Error("q does not leave")
	}
}

// Every number of the table is what its keys come to, those of other programs too.
func TestTheKeystrokesAreCounted(t *testing.T) {
	for _, row := range keystrokeTable(t) {
		for i := 1; i < len(row); i += 2 {
			want := "–"
			if all := steps(row[i]); len(all) > 0 {
				n := 0
				for _, step := range all {
					n += step.keys()
				}
				want = fmt.Sprint(n)
			} else if !strings.HasPrefix(row[i], "cannot") {
				t.Errorf("%s: neither keys nor that it can't be done: %s", row[0], row[i])
			}
			if row[i+1] != want {
				t.Errorf("%s: %s are %s keys, the document says %s", row[0], row[i], want, row[i+1])
			}
		}
	}
}

// keystrokeTable reads the rows of the table in the document.
func keystrokeTable(t *testing.T) (rows [][]string) {
	t.Helper()
	text, err := os.ReadFile("../docs/KEYSTROKES.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		if !strings.HasPrefix(line, "|") {
			continue
		}
		cells := strings.Split(strings.ReplaceAll(strings.Trim(line, "|"), `\|`, "\x00"), "|")
		for i := range cells {
			cells[i] = strings.ReplaceAll(strings.TrimSpace(cells[i]), "\x00", "|")
		}
		if len(cells) != 7 {
			t.Fatalf("a row of %d cells: %s", len(cells), line)
		}
		rows = append(rows, cells)
	}
	if len(rows) < 3 {
		t.Fatal("the document has no table")
	}
	return rows[2:] // below the heads and the rule
}

// keystroke is a key with a name, or text that is typed.
type keystroke struct {
	text  string
	named bool
}

func (k keystroke) keys() int {
	if k.named {
		return 1
	}
	return utf8.RuneCountInString(k.text)
}

// steps reads what stands between backticks.
func steps(cell string) (out []keystroke) {
	for i, text := range strings.Split(cell, "`") {
		if i%2 == 1 {
			out = append(out, keystroke{text, slices.Contains([]string{"enter", "esc", "tab", "space", "backspace"}, text)})
		}
	}
	return out
}
