package ui_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"reftel/internal/attacks"
	"reftel/internal/screen"
	"reftel/keymap"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
	"reftel/ui"
	"reftel/ui/sim"
)

// attackedLibrary writes each place of each format into a file, with some of the texts there, other ones at each.
func attackedLibrary(t *testing.T, each, from int) (folder string, documents int) {
	t.Helper()
	folder = t.TempDir()
	texts := attacks.Texts()
	for i, p := range attacks.Places() {
		var some []string
		for n := range each {
			some = append(some, texts[(from+i*each+n)%len(texts)].Text)
		}
		hint := strings.Map(func(r rune) rune {
			if r == '/' || r == 0 {
				return -1
			}
			return r
		}, some[0])
		data := p.Of(strings.Join(some, " "))
		name := filepath.Join(folder, fmt.Sprintf("%03d-%s-%s", i, hint[:min(len(hint), 30)], p.File))
		if os.WriteFile(name, data, 0o600) != nil { // this disk has no such names
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d-%s", i, p.File)), data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		documents++
	}
	return folder, documents
}

// copied checks what was put on the clipboard: all of it can be seen, and it comes through OSC 52 whole.
func copied(t *testing.T, what, text string) {
	t.Helper()
	for _, r := range text {
		if r != '\n' && r != '\t' && screen.Acts(r) {
			t.Errorf("%s: %U is copied in %q", what, r, text)
			return
		}
	}
	if back, err := base64.StdEncoding.DecodeString(base64.StdEncoding.EncodeToString([]byte(text))); err != nil || string(back) != text || !utf8.ValidString(text) {
		t.Errorf("%s: what is copied is no text: %q", what, text)
	}
}

// Every action of the table, at two sizes, with another hostile cable each time: whatever it shows is exactly the screen's
// size and holds nothing but text and styles; what it copies can be seen.
func TestAttackEveryScreen(t *testing.T) {
	if testing.Short() {
		t.Skip("one key after the other: nothing for the race detector")
	}
	frames, screens, copies := 0, 0, 0
	documents := 0
	for i, size := range [][2]int{{80, 24}, {200, 60}} {
		var folder string
		folder, documents = attackedLibrary(t, 4, i*97)
		written := t.TempDir()
		book := notebook.New(filepath.Join(t.TempDir(), "notebook.db"))
		defer book.Close()
		m := shelf.NewMemory(library.Inputs([]string{folder}, nil), library.LoadOptions{})
		m.SetNotebook(book)
		s, err := sim.New(sim.Options{Width: size[0], Height: size[1], Folder: written, Shelf: m, Notebook: book, Clipboard: func(text string) error {
			copies++
			copied(t, fmt.Sprintf("copy %d", copies), text)
			return nil
		}})
		if err != nil {
			t.Fatal(err)
		}
		check := func(what string) {
			frames++
			screen.Strict(t, fmt.Sprintf("%dx%d, %s", size[0], size[1], what), s.Frame(), size[0], size[1])
		}
		texts := attacks.Texts()
		home := func() { s.Press("esc", "esc", "esc", "esc", "1") }
		walk := func(what string, keys ...string) {
			for _, k := range keys {
				s.Press(k)
				check(what + " then " + k)
			}
		}
		// where a scope is alive
		ways := map[keymap.Scope][]string{keymap.List: nil, keymap.Global: {"enter", "}"}, keymap.Reader: {"enter", "}"}, keymap.Sidebar: {"enter", "3", "down"}, keymap.Palette: {":"},
			keymap.Overview: {"v", "down"}, keymap.Help: {"?"}, keymap.Prompt: {"/"}, keymap.Note: {"enter", "a"}, keymap.Copies: {"enter", "C"}, keymap.Always: nil}
		for n, b := range keymap.Defaults() {
			if b.Action == keymap.Quit || b.Action == keymap.Suspend || b.Action == keymap.Close || b.Action == keymap.Pipe {
				continue
			}
			screens++
			what := fmt.Sprintf("%s %s", b.Scope, b.Action)
			home()
			s.Press("g")
			for range (n * 7) % 40 {
				s.Press("down")
			}
			check(what + ": the list")
			walk(what, ways[b.Scope]...)
			s.Press(b.Keys[0])
			check(what)
			if b.Scope == keymap.Palette || b.Scope == keymap.Prompt || b.Scope == keymap.Note {
				s.Send(tea.PasteMsg{Content: texts[(n*13+i)%len(texts)].Text})
				check(what + ", pasted")
			}
			walk(what, "down", "pgdown", "right")
			if n%3 == 0 {
				walk(what, "enter")
			}
			if s.HasQuit() {
				t.Fatalf("%s has quit", what)
			}
		}
		// some cables in the reader: its text, its source, each tab of the sidebar, what is copied of it
		home()
		s.Press("g")
		for n := range documents {
			s.Press("down")
			if n%27 != i {
				continue
			}
			walk(fmt.Sprintf("cable %d", n), "enter", "}", "pgdown", "s", "s", "3", "o", "o", "o", "2", "y p", "y c", "y i", "y t", "1")
		}
		// what is typed
		for n, a := range texts {
			home()
			for k, way := range [][]string{{"/"}, {"enter", "/"}, {":"}, {"@"}, {"enter", "l"}, {"enter", "a"}, {"enter", "m"}} {
				if (n+k)%attacks.Stride() != 0 {
					continue
				}
				s.Press(way...)
				s.Send(tea.PasteMsg{Content: a.Text})
				check(a.Name + " pasted after " + strings.Join(way, " "))
				s.Press("enter")
				check(a.Name + " entered after " + strings.Join(way, " "))
				s.Press("esc", "esc", "esc", "1", "x")
			}
		}
		if got, err := os.ReadDir(written); err != nil || len(got) > 1 {
			t.Errorf("files were written: %v, %v", got, err)
		}
	}
	t.Logf("attacks: %d texts in %d places; %d screens at two sizes, %d frames, %d copies", len(attacks.Texts()), documents, screens, frames, copies)
}

// The bytes that the real renderer sends hold nothing but its own sequences and text, and the title of the window is reftel's.
func TestAttackRenderer(t *testing.T) {
	folder, _ := attackedLibrary(t, 6, 41)
	keys, err := keymap.New(keymap.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	read := make(chan struct{})
	app, err := ui.New(ui.Options{Theme: "dark", Keys: keys, Shelf: shelf.Filled(func(ctx context.Context, emit func(library.Batch)) {
		defer close(read)
		library.Load(ctx, library.Inputs([]string{folder}, nil), library.LoadOptions{}, emit)
	})})
	if err != nil {
		t.Fatal(err)
	}
	in, typed := io.Pipe()
	out := &sent{link: link{chunks: make(chan struct{}, 1)}}
	program := tea.NewProgram(app, tea.WithInput(in), tea.WithOutput(out), tea.WithWindowSize(120, 40),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithoutSignals())
	done := make(chan error)
	go func() {
		_, err := program.Run()
		done <- err
	}()
	<-read
	pressed := 0
	for _, key := range strings.Fields("j j G enter f s s 3 o o v v C q y i ? q @ esc") {
		switch key {
		case "esc":
			program.Send(tea.KeyPressMsg{Code: tea.KeyEscape})
		default:
			program.Send(keyPress(key))
		}
		pressed++
		out.quiet(0)
	}
	typed.Close()
	program.Quit()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	got := out.String()
	screen.Sent(t, "the renderer", got)
	if n := strings.Count(got, "\x1b]"); n == 0 || strings.Count(got, "\x1b]2;reftel\a") == 0 {
		t.Errorf("the title of the window is not set; %d strings are sent", n)
	}
	t.Logf("attacks: %d keys, %d bytes sent", pressed, len(got))
}

// sent is a link that keeps what is sent.
type sent struct {
	link
	mutex sync.Mutex
	bytes.Buffer
}

func (s *sent) Write(p []byte) (int, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.Buffer.Write(p)
	return s.link.Write(p)
}
