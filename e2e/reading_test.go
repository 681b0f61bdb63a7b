package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestReadTheSample(t *testing.T) {
	m := open(t, 120, 40, program+"; echo the end; exec sh")
	m.shows("10REYKJAVIK19  THE COLD HARBOR")
	m.press("Enter", ":")
	m.shows("everything  #")
	m.write("lifebuoy")
	m.shows("with the lifebuoy")
	m.press("Enter")
	m.hides("everything  #")
	m.shows("¶ 4 of 12")
	m.write("]r")
	m.shows("leads to")
	m.press("Enter")
	m.hides("10REYKJAVIK19  THE COLD HARBOR")
	m.press("H")
	m.shows("10REYKJAVIK19  THE COLD HARBOR")
	m.press("q", "q", "q", "q")
	after := m.shows("the end")
	if strings.Contains(after, "COLD HARBOR") {
		t.Errorf("after quitting, the program is still on the screen:\n%s", after)
	}
}

// A name is found however it is spelled; from it to a sentence, and on to the next mention.
func TestFindAName(t *testing.T) {
	m := open(t, 120, 40, program)
	m.shows("THE COLD HARBOR")
	m.write("@kintanila")
	m.shows("@ Lídia Quintanilha")
	m.press("Enter")
	m.shows("> Narrow the list to ")
	m.press("Enter")
	m.shows("mention 1 of ")
	m.write("]n")
	m.shows("mention 2 of ")
}

func TestKeysTypedAheadAreAllTaken(t *testing.T) {
	m := open(t, 120, 40, program)
	m.shows("THE COLD HARBOR")
	m.write("jjjjjjj") // one read of seven keys
	m.shows("FORTY-SIX SOCKS")
	m.until("the eighth cable under the cursor", func(s string) bool { return strings.Contains(s, "▌ ELDHOLM PACKS A LENS") })
}

func TestResizeToNothingAndBack(t *testing.T) {
	m := open(t, 120, 40, program)
	m.shows("THE COLD HARBOR")
	m.press("Enter", "}", "}", "}", "}")
	m.shows("¶ 4 of 12")
	for _, size := range [][2]string{{"1", "1"}, {"30", "8"}, {"300", "100"}, {"79", "24"}, {"120", "40"}} {
		m.run("resize-window", "-x", size[0], "-y", size[1])
	}
	m.shows("¶ 4 of 12")
}

func TestWithoutColoursTheSelectionIsSeen(t *testing.T) {
	m := open(t, 100, 30, "NO_COLOR=1 "+program)
	m.shows("THE COLD HARBOR")
	styled := m.run("capture-pane", "-p", "-e")
	if !strings.Contains(styled, "\x1b[7m") {
		t.Error("without colours nothing is shown in reverse")
	}
	if colour := regexp.MustCompile(`\x1b\[([0-9;]*;)?[34][0-8](;[0-9;]*)?m`).FindString(styled); colour != "" {
		t.Errorf("with NO_COLOR set, a colour is sent: %q", colour)
	}
}

func TestStandardInputLeavesTheKeyboard(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cable.txt")
	text := "O 011200Z MAR 09\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC\n\nCONFIDENTIAL LISBON 000777\n\nSUBJECT: A PIPE\n\n1. (C) The pipe holds water.\n\n2. (C) It does.\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	m := open(t, 100, 30, "cat "+file+" | "+program+" -; echo status $?; exec sh")
	m.shows("The pipe holds water.")
	m.press("}", "}")
	m.shows("¶ 2 of 2")
	m.press("q", "q", "q")
	m.shows("status 0")
}

func TestHostileFileDoesNotReachTheTerminal(t *testing.T) {
	dir := t.TempDir()
	bad := "\x1b]52;c;eA==\a\x1b[2J\x1b]0;gone\a\u009b31m\u202egnorw\x00"
	text := "O 011200Z MAR 09\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC\n\nCONFIDENTIAL LISBON 000778\n\nSUBJECT: HOSTILE " + bad +
		" SUBJECT\n\n1. (C) Before " + bad + " after.\n\n2. (C) " + strings.Repeat("Much more text. ", 60) + "\n"
	name := filepath.Join(dir, "cable \x1b[31mred.txt")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Skipf("skip: this file system takes no such name: %v", err)
	}
	m := open(t, 120, 30, program+" "+dir+"; echo the end; exec sh")
	m.shows("after.")
	screen := m.shows("␛]52;c")
	if strings.Contains(screen, "gnorw\u202e") {
		t.Error("a bidirectional override reached the terminal")
	}
	if title := m.run("display-message", "-p", "#{pane_title}"); strings.Contains(title, "gone") {
		t.Error("the cable set the title of the terminal")
	}
	m.press("s")
	m.shows("␛[31mred.txt") // the source view names the file
	m.press("C-c")
	m.shows("the end")
}

func TestEscStopsNothingElse(t *testing.T) {
	m := open(t, 90, 24, program)
	m.shows("COLD HARBOR")
	m.press("Escape", "Escape", "Escape")
	m.settle()
	m.press("?")
	m.shows("Keys in the list")
	m.press("Escape")
	m.hides("Keys in the list")
}

// A note is written in the reader's editor; when that fails, the note is as it was.
func TestNoteInAnEditor(t *testing.T) {
	dir := t.TempDir()
	editor := filepath.Join(dir, "my editor")
	script := "#!/bin/sh\n[ \"$1\" = --fail ] && exit 3\nprintf 'two lines\\nfrom outside\\n' >> \"$1\"\n"
	if err := os.WriteFile(editor, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	home := "XDG_DATA_HOME=" + dir + " XDG_CACHE_HOME=" + dir + " "
	m := open(t, 100, 30, home+"EDITOR='\""+editor+"\"' "+program+"; "+home+"EDITOR='\""+editor+"\" --fail' "+program)
	m.shows("THE COLD HARBOR")
	m.press("Enter", "a")
	m.shows("Note on 10REYKJAVIK19")
	m.write("first ")
	m.press("C-o")
	m.shows("from outside")
	m.press("Escape")
	m.shows("The note is kept.")
	m.press("C-c")
	m.shows("THE COLD HARBOR")
	m.press("a")
	m.shows("from outside")
	m.press("C-o")
	m.shows("The editor failed (exit status 3)")
	m.shows("from outside")
}
