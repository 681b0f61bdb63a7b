package cli

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"reftel/model"
	"reftel/model/query"
)

func TestListPrintsOneLineForEachCable(t *testing.T) {
	r := run(t, nil, "list", "--library", cables)
	r.want(t, Found, "")
	golden(t, "list.txt", r.out)
}

func TestListOfTheSample(t *testing.T) {
	r := run(t, nil, "list")
	r.want(t, Found, "")
	if n := strings.Count(r.out, "\n"); n < 12 {
		t.Errorf("the sample lists %d cables, want at least a dozen", n)
	}
}

func TestListTakesAQuery(t *testing.T) {
	tests := []struct {
		query  []string
		ids    []string
		status int
		says   string
	}{
		{[]string{"clockmaker"}, []string{"09PRAGUE12"}, Found, ""},
		{[]string{"Clocks", "FORWARD"}, []string{"09VIENNA77", "09VIENNA77"}, Found, ""},
		{[]string{`"run backward"`}, []string{"09PRAGUE12"}, Found, ""},
		{[]string{"clock*", "--", "-backward"}, []string{"09VIENNA77", "09VIENNA77"}, Found, ""},
		{[]string{"clock* -backward"}, []string{"09VIENNA77", "09VIENNA77"}, Found, ""},
		{[]string{"class:>=confidential"}, []string{"09PRAGUE12"}, Found, ""},
		{[]string{"tower OR citedby:09PRAGUE12"}, []string{"09VIENNA77", "09VIENNA77", "09PRAGUE12"}, Found, ""},
		{[]string{"is:copy"}, []string{"09VIENNA77", "09VIENNA77"}, Found, ""},
		{[]string{"giraffe"}, nil, NotFound, `no cable in testdata/cables answers "giraffe"`},
		{[]string{`"open`}, nil, Usage, "query, character 1"},
		{[]string{"testdata"}, nil, NotFound, "write --library testdata"},
	}
	for _, tt := range tests {
		r := run(t, nil, append([]string{"list", "--library", cables}, tt.query...)...)
		r.want(t, tt.status, tt.says)
		var ids []string
		for line := range strings.Lines(r.out) {
			ids = append(ids, strings.Fields(line)[1])
		}
		if strings.Join(ids, " ") != strings.Join(tt.ids, " ") {
			t.Errorf("%q lists %v, want %v", tt.query, ids, tt.ids)
		}
	}
}

func TestListFitsTheTerminal(t *testing.T) {
	for _, width := range []int{20, 60, 100} {
		r := run(t, terminal(width), "list")
		r.want(t, Found, "")
		for line := range strings.Lines(r.out) {
			if w := ansi.StringWidth(strings.TrimSuffix(line, "\n")); w > width {
				t.Errorf("%d cells in a terminal of %d: %q", w, width, line)
			}
		}
	}
}

func TestTheLibraryIsNamedByFlagOrEnvironment(t *testing.T) {
	both := environment(libraryVariable, cables+"/prague.txt"+string(filepath.ListSeparator)+cables+"/copies")
	r := run(t, both, "list")
	r.want(t, Found, "")
	if strings.Count(r.out, "\n") != 2 {
		t.Errorf("two files of the environment list:\n%s", r.out)
	}
	r = run(t, both, "list", "--library", cables+"/vienna.txt", "--library", cables+"/prague.txt")
	if strings.Count(r.out, "\n") != 2 || !strings.Contains(r.out, "PRAGUE") {
		t.Errorf("--library twice lists:\n%s", r.out)
	}
	stdin := func(s *System) { s.In = strings.NewReader(telegram("FROM A PIPE", "Text.")) }
	r = run(t, stdin, "list", "--library", "-")
	r.want(t, Found, "")
	if !strings.Contains(r.out, "FROM A PIPE") {
		t.Errorf("standard input lists:\n%s", r.out)
	}
}

func TestListAsJSON(t *testing.T) {
	r := run(t, nil, "list", "--json", "--library", cables, "clockmaker")
	r.want(t, Found, "")
	var c model.Cable
	if err := json.Unmarshal([]byte(r.out), &c); err != nil {
		t.Fatal(err)
	}
	if c.ID.String() != "09PRAGUE12" || c.Subject == "" || len(c.Blocks) != 0 || c.Source.File != cables+"/prague.txt" {
		t.Errorf("record %+v", c)
	}
	if len(c.References) != 2 || c.References[0].State != model.Resolved || c.References[1].State != model.NotInLibrary {
		t.Errorf("references %+v", c.References)
	}
}

func TestATitleThatIsNoSubjectIsMarked(t *testing.T) {
	file := write(t, t.TempDir(), "no-subject.txt", strings.Replace(telegram("X", "Only words."), "SUBJECT: X\n", "", 1))
	r := run(t, nil, "list", "--library", file)
	r.want(t, Found, "")
	if !strings.Contains(r.out, "~ Only words.") {
		t.Errorf("listed as %q", r.out)
	}
}

func TestHelpExplainsEveryField(t *testing.T) {
	for _, command := range []string{"list", "find", "redactions"} {
		help := squeezed(run(t, nil, command, "--help").out)
		for _, f := range query.Fields() {
			for _, words := range append(f.Examples(), f.About()) {
				if !strings.Contains(help, squeezed(words)) {
					t.Errorf("reftel %s --help does not say %q of %s:", command, words, f)
				}
			}
		}
	}
}
