package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/keymap"
	"reftel/model/cite"
	"reftel/ui/config"
	"reftel/ui/theme"
	"reftel/ui/words"
)

// settingsIn makes a folder for settings with a file of them.
func settingsIn(t *testing.T, text string) func(*System) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "reftel"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "reftel"), "config.toml", text)
	return func(s *System) { s.ConfigDir = dir }
}

func TestConfigPrintsWhatHolds(t *testing.T) {
	r := run(t, func(s *System) { s.ConfigDir = "/nowhere" }, "config")
	r.want(t, Found, "")
	if !strings.HasPrefix(r.out, "# There is no "+filepath.Join("/nowhere", "reftel", "config.toml")+"; these are the defaults.\n") {
		t.Errorf("printed %.200s", r.out)
	}
	if c, wrong := config.Read([]byte(r.out)); len(wrong) > 0 || c.String() != config.Default().String() {
		t.Errorf("what is printed is not the default: %v", wrong)
	}
	r = run(t, settingsIn(t, "date = \"military\"\n"), "config")
	r.want(t, Found, "")
	if !strings.Contains(r.out, "date = \"military\"\n") || !strings.HasPrefix(r.out, "# From ") {
		t.Errorf("printed %.400s", r.out)
	}
	r = run(t, settingsIn(t, "date = 3\n"), "config")
	r.want(t, PartlyRead, "config.toml, line 1: date wants a word in quotes and has a number; write \"iso\"\n")
	if !strings.Contains(r.out, "date = \"iso\"\n") {
		t.Errorf("printed %.400s", r.out)
	}
}

func TestConfigCheck(t *testing.T) {
	r := run(t, func(s *System) { s.ConfigDir = "/nowhere" }, "config", "--check")
	r.want(t, Found, "")
	if !strings.Contains(r.out, "There is no") {
		t.Errorf("printed %q", r.out)
	}
	r = run(t, settingsIn(t, "date = \"military\"\n"), "config", "--check")
	r.want(t, Found, "")
	if !strings.HasSuffix(r.out, "config.toml is right.\n") {
		t.Errorf("printed %q", r.out)
	}
	r = run(t, settingsIn(t, "dat = 1\n[keys.global]\n\"move.down\" = \"n\"\n"), "config", "--check")
	r.want(t, PartlyRead, "line 1: there is no setting \"dat\", did you mean date?")
	r.want(t, PartlyRead, "line 3: the key \"n\" stands for move.down (scope global) and for reader.next-hit (scope global)")
	if r.out != "" || strings.Count(r.err, "\n") != 2 {
		t.Errorf("printed %q, said %q", r.out, r.err)
	}
	run(t, settingsIn(t, "\x1b]52;c;eA==\a\n\xff\x00"), "config", "--check").want(t, PartlyRead, "line 2: the byte 0xff is no UTF-8")
	r = run(t, settingsIn(t, "\"\\u001b[2J\" = 1\n"), "config", "--check")
	r.want(t, PartlyRead, "line 1: there is no setting")
	if strings.Contains(r.err, "\x1b") {
		t.Errorf("an escape sequence reaches the terminal: %q", r.err)
	}
}

func TestConfigFilesThatAreNamed(t *testing.T) {
	file := write(t, t.TempDir(), "mine.toml", "theme = \"mono\"\n")
	for _, r := range []result{
		run(t, nil, "config", "--config", file),
		run(t, nil, "--config", file, "config"),
		run(t, environment(configVariable, file), "config"),
		run(t, both(settingsIn(t, "theme = \"light\"\n"), environment(configVariable, "/nowhere")), "config", "--config", file),
	} {
		r.want(t, Found, "")
		if !strings.Contains(r.out, "theme = \"mono\"\n") {
			t.Errorf("printed %.300s", r.out)
		}
	}
	run(t, nil, "config", "--check", "--config", "missing.toml").want(t, PartlyRead, "missing.toml: there is no such file")
	run(t, nil, "config", "--check", "--config", t.TempDir()).want(t, PartlyRead, "it can't be read")
}

func TestTheReaderHasTheSettings(t *testing.T) {
	r := run(t, both(terminal(80), settingsIn(t, `theme = "night"
date = "day-first"
citation = "ris"
ascii = true
mouse = false
list = { width = 44, columns = ["subject"] }
sidebar = { width = 33 }
[keys.global]
"move.down" = "f2"
[themes.night]
base = "light"
`)))
	r.want(t, Found, "")
	o := r.screens[0]
	if o.Theme != "night" || o.Dates != words.DayFirst || o.Citation != cite.AsRIS || !o.ASCII || o.Mouse || o.ListWidth != 44 || o.SidebarWidth != 33 || len(o.Columns) != 1 || o.Notice != "" {
		t.Errorf("options %+v", o)
	}
	if got := strings.Join(o.Keys.Keys(keymap.MoveDown, keymap.Global), " "); got != "f2" {
		t.Errorf("down is %q", got)
	}
	if _, err := o.Themes.New("night", true); err != nil {
		t.Error(err)
	}
	if r := run(t, terminal(80), "--ascii", "--plain"); !r.screens[0].ASCII || !r.screens[0].Plain || !r.screens[0].Mouse {
		t.Error("--ascii and --plain are not obeyed")
	}
	run(t, both(terminal(80), settingsIn(t, "[themes.night]\nbase = \"dark\"\n")), "--theme", "night").want(t, Found, "")
}

func TestAMistakeInTheSettingsStopsNothing(t *testing.T) {
	r := run(t, both(terminal(80), settingsIn(t, "theme = \"light\"\ndate = 1\nx = 2\n")))
	r.want(t, Found, "")
	o := r.screens[0]
	if o.Theme != theme.Light || o.Notice != `config.toml, line 2: date wants a word in quotes and has a number; write "iso". 1 more mistake: reftel config --check.` {
		t.Errorf("theme %s, notice %q", o.Theme, o.Notice)
	}
	if r := run(t, settingsIn(t, "theme = ["), "list"); r.status != Found || r.err != "" {
		t.Errorf("list ends with %d and says %q", r.status, r.err)
	}
}

func TestTheSettingsGoBeforeNO_COLOR(t *testing.T) {
	noColor := environment("NO_COLOR", "1")
	for text, want := range map[string]string{"": theme.Mono, "theme = \"auto\"": theme.Mono, "theme = \"light\"": theme.Light} {
		if r := run(t, both(terminal(80), noColor, settingsIn(t, text))); r.screens[0].Theme != want {
			t.Errorf("%q: the theme is %s, want %s", text, r.screens[0].Theme, want)
		}
	}
}

func TestKeysAreThoseOfTheSettings(t *testing.T) {
	r := run(t, settingsIn(t, "[keys.global]\n\"move.down\" = [\"f2\", \"down\"]\n"), "keys")
	r.want(t, Found, "")
	if !strings.Contains(r.out, "f2 ↓ ") {
		t.Errorf("printed %.200s", r.out)
	}
	run(t, settingsIn(t, "[keys.global]\n\"move.down\" = \"n\"\n"), "keys").want(t, PartlyRead, "reader.next-hit")
}

func TestCiteWritesAsTheSettingsSay(t *testing.T) {
	ris := settingsIn(t, "citation = \"ris\"\n")
	for _, c := range []struct {
		args   []string
		begins string
	}{
		{[]string{"cite", "09LISBON97"}, "TY  - "},
		{[]string{"cite", "--format", "bibtex", "09LISBON97"}, "@"},
		{[]string{"cite", "--quote", "09LISBON97#2"}, "2. "},
	} {
		r := run(t, ris, c.args...)
		r.want(t, Found, "")
		if !strings.HasPrefix(r.out, c.begins) {
			t.Errorf("%v prints %.100q, want %q first", c.args, r.out, c.begins)
		}
	}
}
