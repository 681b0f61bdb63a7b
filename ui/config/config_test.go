package config_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reftel/keymap"
	"reftel/model/cite"
	"reftel/ui/config"
	"reftel/ui/list"
	"reftel/ui/words"
)

func TestNothingIsSet(t *testing.T) {
	for _, text := range []string{"", "\n# nothing\n", "[keys]\n[keys.reader]\n[list]\n[themes]\n"} {
		c, wrong := config.Read([]byte(text))
		if len(wrong) > 0 || !reflect.DeepEqual(c, config.Default()) {
			t.Errorf("%q: %v, %+v", text, wrong, c)
		}
	}
}

const example = `theme = "night"
date = 'military'
citation = "ris"
ascii = true
mouse = false
list = { width = 50, columns = ["date", "subject"] }

[sidebar]
width = 30

[themes.night]
base = "dark"
accent = "#ffd700"
redaction-background = 220

[keys.global]
"move.down" = ["j", "down", "ctrl+n"]
view.cycle-theme = "f2"
"reader.next-cable" = []

[keys]
reader."move.to-top" = "0"
`

func TestSettingsAreRead(t *testing.T) {
	c, wrong := config.Read([]byte(example))
	if len(wrong) > 0 {
		t.Fatalf("mistakes: %v", wrong)
	}
	if c.Theme != "night" || c.Dates != words.Military || c.Citation != cite.AsRIS || !c.ASCII || c.Mouse || c.ListWidth != 50 || c.SidebarWidth != 30 ||
		!slices.Equal(c.Columns, []list.Column{list.DateColumn, list.SubjectColumn}) {
		t.Errorf("read %+v", c)
	}
	if _, err := c.Themes.New("night", true); err != nil {
		t.Error(err)
	}
	for _, want := range []struct {
		scope  keymap.Scope
		action keymap.Action
		keys   string
	}{
		{keymap.Global, keymap.MoveDown, "j down ctrl+n"}, {keymap.Global, keymap.CycleTheme, "f2"}, {keymap.Global, keymap.NextCable, ""},
		{keymap.Reader, keymap.MoveTop, "0"}, {keymap.Global, keymap.MoveTop, "g home"}, {keymap.Always, keymap.Quit, "ctrl+c"},
	} {
		if got := strings.Join(c.Keys.Keys(want.action, want.scope), " "); got != want.keys {
			t.Errorf("%s in %s has the keys %q, want %q", want.action, want.scope, got, want.keys)
		}
	}
}

// What is printed reads back as the same.
func TestPrintedSettingsAreTheSame(t *testing.T) {
	for _, text := range []string{"", example, "[keys.global]\n\"palette.find-search\" = ['\\', '\"']\n[keys.list]\n\"palette.find-search\" = []\n"} {
		c, _ := config.Read([]byte(text))
		printed := c.String()
		again, wrong := config.Read([]byte(printed))
		if len(wrong) > 0 {
			t.Errorf("what is printed is wrong: %v\n%s", wrong, printed)
		}
		if !reflect.DeepEqual(c, again) {
			t.Errorf("%q: printed and read back it is another:\n%s\n%s", text, printed, again.String())
		}
	}
}

func TestEverySettingIsPrintedWithAComment(t *testing.T) {
	lines := strings.Split(config.Default().String(), "\n")
	settings := 0
	for i, l := range lines {
		if strings.Contains(l, " = ") {
			settings++
			if !strings.HasPrefix(lines[i-1], "# ") {
				t.Errorf("%q has no comment", l)
			}
		}
	}
	if settings < 5+len(keymap.Defaults()) {
		t.Errorf("%d settings are printed", settings)
	}
}

func TestMistakesSayTheLineWhatIsWrongAndWhatToDo(t *testing.T) {
	for _, c := range []struct {
		text string
		line int
		says []string
	}{
		{"# a\nthmee = \"dark\"", 2, []string{`"thmee"`, "did you mean theme?"}},
		{"theme = 3", 1, []string{"theme wants a word in quotes and has a number", `write "auto"`}},
		{"theme = \"drak\"", 1, []string{`can't be "drak"`, "did you mean dark?", "mono"}},
		{"\n[theme.night]\nbase = \"dark\"", 2, []string{"write your own below [themes.NAME]"}},
		{"ascii = \"yes\"", 1, []string{"ascii wants true or false and has text", "write true"}},
		{"date = 2010-01-29", 1, []string{"a date or a time", `write "iso"`}},
		{"[list]\nwidth = 7", 2, []string{"can't be 7", "20 to 200"}},
		{"[list]\nwidth = 40.5", 2, []string{"a number with a fraction", "write 20"}},
		{"[list]\nwidht = 40", 2, []string{`"list.widht"`, "did you mean list.width?"}},
		{"[lits]\nwidth = 40\ncolumns = 3", 1, []string{"no table [lits]", "did you mean list?"}},
		{"lits.width = 40", 1, []string{"no table [lits]"}},
		{"list = 40", 1, []string{"list is a table and has a number", "[list]"}},
		{"[[list]]", 1, []string{"list is a table and has a list of tables"}},
		{"[list]\ncolumns = [\"date\", \"date\"]", 2, []string{`"date" twice`, "once"}},
		{"[list]\ncolumns = [\"dat\"]", 2, []string{"did you mean date?"}},
		{"[list]\ncolumns = []", 2, []string{"no column", "at least one"}},
		{"[list]\ncolumns = \"date\"", 2, []string{"a list of words and has text"}},
		{"[keys.raeder]\n\"move.down\" = \"n\"\n\"move.up\" = \"n\"", 1, []string{`"raeder"`, "did you mean reader?"}},
		{"keys.global = \"j\"", 1, []string{"[keys.global]"}},
		{"[keys.global]\n\"move.dwon\" = \"n\"", 2, []string{`"move.dwon"`, "did you mean move.down?", "reftel keys"}},
		{"[keys.global]\nnext-reference = \"f2\"", 2, []string{"did you mean reader.next-reference?"}},
		{"[keys.global]\n\"move.down\" = 3", 2, []string{"a key or a list of keys and has a number"}},
		{"[keys.global]\n\"move.down\" = {}", 2, []string{"a key or a list of keys and has a table"}},
		{"[keys.global]\n\"move.down\" = [\"j\", 3]", 2, []string{"a key or a list of keys and has a list"}},
		{"[keys.global]\n\"move.down\" = \"pagedown\"", 2, []string{"write pgdown"}},
		{"[keys.global]\n\n\"move.down\" = \"n\"", 3, []string{`"n"`, "move.down", "reader.next-hit"}},
		{"[keys.global]\n\"move.down\" = \"]\"", 2, []string{"begins", "reader.next-reference"}},
		{"[keys.global]\n\"move.down\" = \"ctrl+c\"", 2, []string{"app.quit", "always quits"}},
		{"[themes.dark]\nbase = \"light\"", 1, []string{`reftel has a theme "dark"`}},
		{"[themes.night]\nbase = \"mono\"", 2, []string{`can't be "mono"`, "dark, light, high-contrast"}},
		{"[themes.night]\nacent = 3", 2, []string{"did you mean accent?"}},
		{"[themes.night]\naccent = \"gold\"", 2, []string{`"gold" is no colour`, "#rrggbb"}},
		{"[themes.night]\naccent = 1.5", 2, []string{"wants a colour"}},
		{"theme = \"night\"\n[themes.night]\naccent = \"#111111\"", 3, []string{"night is left out", "accent has a contrast of 1.1 to 1 on a black background"}},
		{"[themes.night]\n\nselected-background = \"#ffffff\"", 3, []string{"on the selected row", "nor 12 other colours there"}},
		{"themes.night = 3", 1, []string{"[themes.night]"}},
		{"theme = \"dark", 1, []string{"not TOML", "reftel config"}},
		{"theme = \"dark\"\ntheme = \"light\"", 2, []string{"not TOML", "already"}},
		{"# caf\xe9\n", 1, []string{"0xe9", "UTF-8"}},
		{"\x00", 1, []string{"not TOML"}},
		{"a = " + strings.Repeat("[", 100000), 1, []string{"not TOML"}},
	} {
		got, wrong := config.Read([]byte(c.text))
		text := c.text[:min(len(c.text), 80)]
		if len(wrong) != 1 || wrong[0].Line != c.line {
			t.Errorf("%q: %v, want one mistake in line %d", text, wrong, c.line)
			continue
		}
		for _, want := range c.says {
			if !strings.Contains(wrong[0].String(), want) {
				t.Errorf("%q: %q does not say %q", text, wrong[0], want)
			}
		}
		if !reflect.DeepEqual(got, config.Default()) {
			t.Errorf("%q: something was set", text)
		}
	}
}

func TestWhatIsRightHoldsBesideWhatIsWrong(t *testing.T) {
	c, wrong := config.Read([]byte("theme = 1\ndate = \"military\"\n[list]\nwidth = 1\n[keys.global]\n\"move.down\" = \"n\"\n\"move.up\" = \"f2\"\n"))
	if len(wrong) != 3 || wrong[0].Line != 1 || wrong[1].Line != 4 || wrong[2].Line != 6 {
		t.Errorf("mistakes: %v", wrong)
	}
	if _, wrong := config.Read([]byte("[keys.global]\nmove.down = \"f2\"\n\"move.down\" = \"f3\"")); len(wrong) != 1 || wrong[0].Line != 3 || !strings.Contains(wrong[0].What, "one list") {
		t.Errorf("the same action twice: %v", wrong)
	}
	if c.Theme != "auto" || c.Dates != words.Military || !slices.Equal(c.Keys.Keys(keymap.MoveUp, keymap.Global), []string{"f2"}) {
		t.Errorf("read %+v", c)
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "config.toml")
	if c, wrong := config.Load(file); len(wrong) > 0 || c.Theme != "auto" {
		t.Errorf("without a file: %v", wrong)
	}
	if err := os.WriteFile(file, []byte("theme = \"mono\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if c, wrong := config.Load(file); len(wrong) > 0 || c.Theme != "mono" {
		t.Errorf("theme %q, %v", c.Theme, wrong)
	}
	if _, wrong := config.Load(dir); len(wrong) != 1 || !strings.Contains(wrong[0].String(), "can't be read") || strings.Contains(wrong[0].String(), dir) {
		t.Errorf("a folder: %v", wrong)
	}
	if err := os.Truncate(file, 100<<20); err != nil {
		t.Skipf("skip: no file of 100 MB can be made: %v", err)
	}
	if _, wrong := config.Load(file); len(wrong) != 1 || !strings.Contains(wrong[0].String(), "larger than 128 kB") {
		t.Errorf("100 MB: %v", wrong)
	}
}
