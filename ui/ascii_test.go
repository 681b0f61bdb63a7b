package ui_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"reftel/model/library"
	"reftel/sample"
	"reftel/ui"
	"reftel/ui/sim"
	"reftel/ui/theme"
)

// inASCII returns the files of the sample that are ASCII alone, entities of HTML among them.
func inASCII(t *testing.T) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(sample.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(sample.FS(), name)
		if err == nil && strings.IndexFunc(string(text), func(r rune) bool { return r >= utf8.RuneSelf || r == '&' }) < 0 {
			out[name] = &fstest.MapFile{Data: text}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// With cables in ASCII, not one character of any screen is anything else.
func TestEverySignHasACounterpartInASCII(t *testing.T) {
	if testing.Short() {
		t.Skip("one key after the other: nothing for the race detector")
	}
	files := inASCII(t)
	for _, size := range [][2]int{{150, 40}, {80, 24}, {40, 12}} {
		s, err := sim.New(sim.Options{Width: size[0], Height: size[1], Inputs: library.InputsFS(files), Change: func(o *ui.Options) { o.ASCII = true }})
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Lines()) != size[1] || strings.Contains(s.Text(), "No cable was found") {
			t.Fatalf("the sample has no file in ASCII:\n%s", s.Text())
		}
		keys := []string{"j", "k", "space", "enter", "tab", "z", "o", "1", "2", "3", "}", "] r", "] x", "] l", "]", "n", ":", "esc", "@", "a", "esc", "enter",
			"J", "s", "?", "down", "esc", "/", "l", "i", "enter", "esc", "=", "] a", "v", "tab", "j", "enter", "v", "t", "#", "&", "!", ">", "esc", "S", "*", "\\", "x", "G"}
		r := rand.New(rand.NewPCG(5, 6))
		for i := range 400 {
			key := keys[r.IntN(len(keys))]
			if i < len(keys) {
				key = keys[i]
			}
			s.Press(key)
			wantExact(t, s, size[0], size[1])
			for _, line := range s.Lines() {
				if at := strings.IndexFunc(line, func(r rune) bool { return r >= utf8.RuneSelf }); at >= 0 {
					t.Fatalf("%v: after %s there is %q in %q", size, key, []rune(line[at:])[0], line)
				}
			}
		}
	}
}

// A text that has all signs of reftel's, and controls, which are shown as pictures.
func TestTheTextOfACableIsNotChangedInASCII(t *testing.T) {
	const signs = "│ ─ ━ ╸ ╌ ╭ ╮ ╰ ╯ ┬ ▌ ● ■ □ ★ ✗ ▲ █ ▋ ▏ ▁ ▄ ▇ ↑ ↓ ← → ↪ ⊕ ▤ … · – ¶ × ³"
	files := fstest.MapFS{"a.txt": {Data: []byte("R 050900Z FEB 09\nFM AMEMBASSY VIENNA\nTO SECSTATE WASHDC\nUNCLAS VIENNA 000081\n\nE.O. 12958: N/A\nTAGS: PREL, AU\nSUBJECT: SIGNS\n\n" +
		"1. They wrote " + signs + " and \x1b there.\n")}}
	s, err := sim.New(sim.Options{Width: 100, Height: 30, Inputs: library.InputsFS(files), Change: func(o *ui.Options) { o.ASCII = true }})
	if err != nil {
		t.Fatal(err)
	}
	s.Press("2", "z")
	text := strings.Join(strings.Fields(s.Text()), " ")
	if !strings.Contains(text, "They wrote "+signs+" and ? there.") {
		t.Errorf("the text is shown otherwise:\n%s", s.Text())
	}
	for _, own := range []string{"-----", " - AMEMBASSY VIENNA - ", "# 1 of 1"} {
		if !strings.Contains(s.Text(), own) {
			t.Errorf("%q is missing:\n%s", own, s.Text())
		}
	}
	s.Press("s") // the source
	if text := strings.Join(strings.Fields(s.Text()), " "); !strings.Contains(text, "↪ ⊕ ▤ … · – ¶ × ³") {
		t.Errorf("the source is shown otherwise:\n%s", s.Text())
	}
}

func TestKeysAreNamedInASCII(t *testing.T) {
	s := startWith(t, 100, 30, func(o *ui.Options) { o.ASCII = true })
	s.Press("?")
	wantScreen(t, s, "j  down")
	wantScreen(t, s, "+------")
}

// Whoever draws another sign gives it a counterpart.
func TestSignsInTheCodeHaveCounterparts(t *testing.T) {
	exempt := "⟪⟫⟦⟧" // of the commands that print
	for r := '⁰'; r <= '⁹'; r++ {
		exempt += string(r)
	}
	exempt += "¹²³†" // signs of footnotes: in brackets, or as they are
	for _, root := range []string{".", "../model/library/jump.go", "../model/excerpt/excerpt.go", "../keymap"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			skip := d != nil && d.IsDir() && (name == "cli" || name == "visible" || name == "theme")
			switch {
			case err != nil:
				return err
			case skip:
				return filepath.SkipDir
			case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
				return nil
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING && lit.Kind != token.CHAR {
					return true
				}
				said := lit.Value
				if lit.Kind == token.STRING {
					said, _ = strconv.Unquote(lit.Value)
				}
				for _, r := range said {
					if r >= 0xa0 && r != utf8.RuneError && !strings.ContainsRune(exempt, r) && theme.ASCII(string(r)) == string(r) {
						t.Errorf("%s: %q has no counterpart in ui/theme/ascii.go", name, r)
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestASCIIKeepsTheWidth(t *testing.T) {
	for _, s := range []string{"│─━╌╭╮╰╯┬▌●■□★✗▲", "a…b · c–d ¶3 5×", "\x1b[1mé漢\x1b[m", "␀␛␡⟨U+202E⟩"} {
		got := theme.ASCII(s)
		if utf8.RuneCountInString(got) != utf8.RuneCountInString(s) {
			t.Errorf("%q becomes %q", s, got)
		}
	}
}
