package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	vt "reftel/internal/screen"
	"reftel/model"
	"reftel/ui/export"
)

// hostile holds one of each kind of what a terminal would act on, to see what is made of it; TestAttackEveryCommand has all.
const hostile = "A\x1b]52;c;ZXZpbA==\x07B\x1b[2JC\u009b31mD\u202eE\x00F\x7fG\u200bH\x1bPq\x1b\\I⟦p9/9⟧"

// harmless fails when anything in s would act on a terminal.
func harmless(t *testing.T, what, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("%s is not UTF-8", what)
	}
	for i, r := range s {
		if r == '\n' {
			continue
		}
		if vt.Acts(r) {
			t.Errorf("%s has %U at byte %d of %.200q", what, r, i, s)
			return
		}
	}
}

func TestNothingOfACableIsLost(t *testing.T) {
	file := write(t, t.TempDir(), "hostile.txt", telegram("X", hostile))
	out := run(t, nil, "show", "--library", file, "09VIENNA81#1").out
	for _, sign := range []string{"␛]52;c;ZXZpbA==␇", "␛[2J", "⟨U+009B⟩31m", "⟨U+202E⟩", "␀", "␡", "⟨U+200B⟩"} {
		if !strings.Contains(out, sign) {
			t.Errorf("%q is not shown in %q", sign, out)
		}
	}
	if strings.Contains(out, "⟦p9/9⟧") {
		t.Error("the source passes something off as a sign of reftel's")
	}
}

// A source can't pass words off as reftel's, nor as words that were looked for.
func TestSnippetsShowWhatIsThere(t *testing.T) {
	file := write(t, t.TempDir(), "hostile.txt", telegram("X", "bell "+hostile+" ⟪no hit⟫ bell"))
	out := run(t, nil, "find", "--library", file, "bell").out
	for _, sign := range []string{"␛]52;c;ZXZpbA==␇", "␛[2J", "⟨U+009B⟩31m", "⟨U+202E⟩", "␀", "␡", "⟨U+200B⟩", "⟨U+27E6⟩p9/9⟨U+27E7⟩", "⟨U+27EA⟩no hit⟨U+27EB⟩"} {
		if !strings.Contains(out, sign) {
			t.Errorf("%q is not shown in %q", sign, out)
		}
	}
	if n := strings.Count(out, openingHit); n != 2 {
		t.Errorf("%d words are marked, want 2: %q", n, out)
	}
}

func TestJSONEscapes(t *testing.T) {
	file := write(t, t.TempDir(), "hostile.txt", telegram("X", hostile))
	out := run(t, nil, "parse", file).out
	for _, escape := range []string{`\u001b`, `\u009b`, `\u202e`, `\u0000`, `\u007f`, `\u200b`} {
		if !strings.Contains(out, escape) {
			t.Errorf("%s is not in the record", escape)
		}
	}
	var c model.Cable
	if err := json.Unmarshal([]byte(out), &c); err != nil {
		t.Fatal(err)
	}
	checkSpans(t, &c)
	line, err := export.AppendJSON(nil, "tag \U000E0041, <b> & ü")
	if want := `"tag \udb40\udc41, <b> & ü"`; err != nil || string(line) != want {
		t.Errorf("%s, want %s", line, want)
	}
}

func TestBadInputIsNamedInASentence(t *testing.T) {
	folder := t.TempDir()
	empty := write(t, folder, "empty.txt", "")
	binary := write(t, folder, "binary.bin", "\x00\x01\x02\xff\xfe\x00\x00")
	prose := write(t, folder, "prose.txt", "Dear diary,\n\ntoday nothing happened.\n")
	hollow := filepath.Join(folder, "hollow")
	if err := os.Mkdir(hollow, 0o755); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(folder, "missing.txt")
	good := write(t, folder, "good.txt", telegram("GOOD NEWS", "All is well."))

	for path, says := range map[string]string{
		empty: "empty", binary: "binary", prose: "no cable", hollow: "holds no files", missing: "no such file",
	} {
		for _, args := range [][]string{{"parse", path}, {"list", "--library", path}, {"show", "--library", path, "09VIENNA81"}} {
			r := run(t, nil, args...)
			r.want(t, PartlyRead, says)
			if first, _, _ := strings.Cut(r.err, "\n"); !strings.HasPrefix(first, "reftel: "+path+": ") || r.out != "" {
				t.Errorf("%v says %q and prints %q", args, r.err, r.out)
			}
		}
	}
	for _, args := range [][]string{
		{"parse", empty, binary, good, missing}, {"list", "--library", folder}, {"show", "--library", folder, "09VIENNA81"},
	} {
		r := run(t, nil, args...)
		r.want(t, PartlyRead, "empty.txt")
		if !strings.Contains(r.out, "GOOD NEWS") {
			t.Errorf("%v does not print the file that is good: %q", args, r.out)
		}
	}
}

func TestAFileWithoutPermission(t *testing.T) {
	file := write(t, t.TempDir(), "closed.txt", telegram("X", "Y"))
	if err := os.Chmod(file, 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(file); err == nil {
		f.Close()
		t.Skip("skip: this user may read everything")
	}
	run(t, nil, "parse", file).want(t, PartlyRead, "no permission")
}
