package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"reftel/internal/attacks"
	"reftel/model"
	"reftel/ui/config"
)

// typedLines are command lines in which TEXT is typed, or comes from another program.
var typedLines = []string{
	"list --library FILE TEXT", "find --library FILE TEXT", "find --library FILE subject:TEXT", "find --library FILE ref:TEXT", "list --library FILE date:TEXT",
	"list --library FILE class:TEXT", "show --library FILE TEXT", "show --library FILE 09VIENNA81#TEXT", "refs --library FILE TEXT", "cite --library FILE TEXT", "cite --format TEXT 09VIENNA81",
	"redactions --library FILE TEXT", "names --library FILE TEXT", "names --kind TEXT", "names --list TEXT", "diff --library FILE TEXT", "diff FILE TEXT", "notes TEXT",
	"notes --import TEXT", "names rules --import TEXT", "export --to TEXT", "export --to md --library FILE TEXT", "export --to md --library FILE --output FILE/TEXT", "parse TEXT", "index TEXT", "list --format TEXT",
	"show --theme TEXT 1", "config --config TEXT", "completion TEXT", "help TEXT", "keys TEXT", "TEXT", "--TEXT", "--list TEXT", "doctor --library TEXT", "__complete show TEXT", "__complete list --format TEXT",
}

// What is typed is as hostile as what is read: it may have been pasted.
func TestAttackTypedTexts(t *testing.T) {
	file := write(t, t.TempDir(), "a.txt", telegram("A SHIP", "Mr. Pell came."))
	around := inRealm(t)
	runs := 0
	for i, line := range typedLines {
		for k, a := range attacks.Texts() {
			if (i+k)%attacks.Stride() != 0 {
				continue
			}
			args := strings.Fields(line)
			for j := range args {
				args[j] = strings.ReplaceAll(strings.ReplaceAll(strings.Replace(args[j], "FILE", file, 1), "TEXT", a.Text), "\x00", "") // no argument can hold one
			}
			r := run(t, around, args...)
			runs++
			harmless(t, line+" with "+a.Name+" (output)", strings.ReplaceAll(r.out, "\t", " ")) // completions have tabs
			harmless(t, line+" with "+a.Name+" (error stream)", r.err)
		}
	}
	t.Logf("attacks: %d texts × %d command lines, %d runs", len(attacks.Texts()), len(typedLines), runs)
}

// Settings, lists of names, rules and notes come from other people, too.
func TestAttackFilesOfOtherPeople(t *testing.T) {
	cables := write(t, t.TempDir(), "a.txt", telegram("A SHIP", "Mr. Pell came."))
	runs := 0
	try := func(what, text string, args ...string) {
		file := write(t, t.TempDir(), "given", text)
		for i := range args {
			args[i] = strings.Replace(args[i], "GIVEN", file, 1)
		}
		r := run(t, inRealm(t), args...)
		runs++
		harmless(t, what+" (output)", r.out)
		harmless(t, what+" (error stream)", r.err)
	}
	for k, a := range attacks.Texts() {
		for i, raw := range []string{a.Text, strconv.Quote(strings.ToValidUTF8(a.Text, "?"))} {
			if (i+k)%attacks.Stride() != 0 {
				continue
			}
			for _, s := range config.Settings() {
				head, name, nested := strings.Cut(s.Name, ".")
				if !nested {
					head, name = "", head
				} else {
					head = "[" + head + "]\n"
				}
				try("setting "+s.Name+" with "+a.Name, head+name+" = "+raw+"\n", "config", "--check", "--config", "GIVEN")
			}
			try("keys with "+a.Name, "[keys.list]\n"+raw+" = "+raw+"\nopen = ["+raw+"]\n", "config", "--check", "--config", "GIVEN")
			try("themes with "+a.Name, "[themes."+raw+"]\nbase = "+raw+"\ntext = "+raw+"\n", "config", "--config", "GIVEN")
			try("names with "+a.Name, raw+"\nPell\n", "names", "--library", cables, "--list", "GIVEN")
			try("rules with "+a.Name, "hide place "+raw+"\nmerge person "+raw+" = "+raw+"\n", "names", "rules", "--import", "GIVEN")
			try("notes with "+a.Name, noteLines(raw), "notes", "--import", "GIVEN")
		}
	}
	t.Logf("attacks: %d texts, %d runs", len(attacks.Texts()), runs)
}

// noteLines are lines of notes with a text in the place of one value after the other.
func noteLines(text string) string {
	values := []string{"note", "n1", "id", "09VIENNA81", "text", "x", "created", "2026-01-01T00:00:00Z", "file", "a.txt", "quote", "Mr. Pell"}
	var b strings.Builder
	for bad := 1; bad < len(values); bad += 2 {
		b.WriteByte('{')
		for i := 0; i < len(values); i += 2 {
			value := strconv.Quote(values[i+1])
			if i+1 == bad {
				value = text
				if !strings.HasPrefix(text, `"`) {
					value = `"` + text + `"`
				}
			}
			fmt.Fprintf(&b, "%q:%s,", values[i], value)
		}
		b.WriteString("\"z\":1}\n")
	}
	return b.String()
}

// Notes and labels that were imported come out as harmless as what is read, and exactly as JSON.
func TestAttackNotes(t *testing.T) {
	around := inRealm(t)
	var lines strings.Builder
	texts := attacks.Texts()
	for i, a := range texts {
		line := fmt.Sprintf(`{"note":"n%d","id":"09VIENNA%d","text":%s,"created":"2026-01-01T00:00:00Z"}`, i, i+1, jsonOf(t, a.Text))
		lines.WriteString(line + "\n")
	}
	file := write(t, t.TempDir(), "notes.jsonl", lines.String())
	r := run(t, around, "notes", "--import", file)
	harmless(t, "import", r.out+r.err)
	out := run(t, around, "notes")
	harmless(t, "notes", strings.ReplaceAll(out.out, "\t", " ")+out.err)
	back := run(t, around, "notes", "--json")
	harmless(t, "notes --json", back.out+back.err)
	wantJSONLines(t, "notes --json", back.out)
	if n := strings.Count(back.out, "\n"); n < len(texts)*9/10 {
		t.Errorf("of %d notes %d came back; the import said %s", len(texts), n, r.err)
	}
}

func jsonOf(t *testing.T, s string) string {
	t.Helper()
	out, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// A table is read by spreadsheets: no cell begins with what they reckon with, and no text makes another cell or row.
func TestAttackTables(t *testing.T) {
	tried := 0
	for _, a := range attacks.Texts() {
		var out strings.Builder
		system := &tool{System: System{Out: &out}}
		p := system.printer()
		c := &model.Cable{ID: model.ID{Year: 2009, Station: a.Text, Serial: 1}, Subject: a.Text, Headline: a.Text, Origin: a.Text, To: []model.Addressee{{Name: a.Text}}, Captions: []string{a.Text},
			Tags: []model.Tag{{Code: a.Text}}, Source: model.Source{File: a.Text}}
		p.csv(tableRow(c))
		if err := p.close(); err != nil {
			t.Fatal(err)
		}
		harmless(t, a.Name, out.String())
		rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
		if err != nil || len(rows) != 1 || len(rows[0]) != len(tableHead) {
			t.Errorf("%s: %v, rows %q", a.Name, err, rows)
			continue
		}
		for _, cell := range rows[0] {
			tried++
			if bare := strings.TrimLeft(cell, " \u00a0\u3000"); bare != "" && strings.ContainsAny(bare[:1], "=+-@\t\r") || strings.HasPrefix(bare, "＝") {
				t.Errorf("%s: a spreadsheet reckons %q", a.Name, cell)
			}
		}
	}
	t.Logf("attacks: %d texts, %d cells", len(attacks.Texts()), tried)
}
