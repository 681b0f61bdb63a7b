package cite_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reftel/model/cite"
)

// readBack is a program for node that reads three files with Citation.js and prints what it understood as CSL-JSON.
const readBack = `
const path = require('path'), fs = require('fs'), root = path.join(process.argv[2], 'node_modules', '@citation-js')
const {Cite} = require(path.join(root, 'core'))
for (const p of ['bibtex', 'ris', 'csl']) require(path.join(root, 'plugin-' + p))
const out = {}
for (const f of ['bib', 'ris', 'json']) out[f] = new Cite(fs.readFileSync(path.join(process.argv[3], 'refs.' + f), 'utf8')).data
console.log(JSON.stringify(out))`

// read is what Citation.js understands of an entry.
type read struct {
	ID, Type, Title, Genre, Note, Volume string
	Container                            string `json:"container-title"`
	Author                               []struct{ Literal, Family, Given string }
	Issued                               cite.Issued
}

// Another program must read from the three formats what was put into them, hostile or not.
func TestCitationJSReadsThemBack(t *testing.T) {
	folder := os.Getenv("REFTEL_CITATION_JS")
	if folder == "" {
		t.Skip("skip: REFTEL_CITATION_JS does not name a folder with @citation-js/core and its plugins bibtex, ris and csl")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("skip: node is not installed")
	}
	var bib, ris strings.Builder
	var items []cite.Item
	var keys cite.Keys
	for _, s := range specimens {
		c := citation(s.cable, s.block)
		key := keys.Of(c)
		bib.WriteString(c.BibTeX(key))
		ris.WriteString(c.RIS(key))
		items = append(items, c.CSL(key))
	}
	csl, err := json.Marshal(items)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{"refs.bib": bib.String(), "refs.ris": ris.String(), "refs.json": string(csl), "read.cjs": readBack} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var said bytes.Buffer
	run := exec.Command(node, filepath.Join(dir, "read.cjs"), folder, dir)
	run.Stderr = &said
	printed, err := run.Output()
	if err != nil {
		t.Fatalf("Citation.js refuses the files: %v\n%s", err, said.String())
	}
	var formats map[string][]read
	if err := json.Unmarshal(printed, &formats); err != nil {
		t.Fatal(err)
	}
	if len(formats) != 3 {
		t.Fatalf("%d formats were read", len(formats))
	}
	for format, entries := range formats {
		if len(entries) != len(items) {
			t.Errorf("%s: %d entries of %d were read", format, len(entries), len(items))
			continue
		}
		for i, e := range entries {
			compare(t, format+": "+specimens[i].what, items[i], e, format)
		}
	}
}

// compare says what another program has lost or changed.
func compare(t *testing.T, what string, want cite.Item, got read, format string) {
	t.Helper()
	blanks := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	same := func(field, want, got string) {
		t.Helper()
		if blanks(want) != blanks(got) {
			t.Errorf("%s: %s is %q, want %q", what, field, got, want)
		}
	}
	same("key", want.ID, got.ID)
	same("title", want.Title, got.Title)
	same("note", want.Note, got.Note)
	same("volume", want.Volume, got.Volume)
	same("container", want.ContainerTitle, got.Container)
	if format != "bib" { // whose @misc is no kind
		same("type", want.Type, got.Type)
	}
	if format == "json" || format == "ris" && want.Issued != nil { // Citation.js takes a record without a date for one of the older RIS
		same("genre", want.Genre, got.Genre)
	}
	if len(got.Author) != len(want.Author) {
		t.Errorf("%s: %d authors, want %d", what, len(got.Author), len(want.Author))
	} else if len(want.Author) > 0 {
		name := want.Author[0].Literal
		if format == "ris" {
			name = strings.ReplaceAll(name, ",", " ")
		}
		a := got.Author[0]
		same("author", name, a.Literal+a.Given+a.Family)
	}
	issued := cite.Issued{}
	if want.Issued != nil {
		issued = *want.Issued
	}
	if format == "ris" && want.Type == "chapter" && issued.DateParts != nil { // of a chapter's date it reads the year alone
		issued.DateParts = [][]int{issued.DateParts[0][:1]}
	}
	wanted, _ := json.Marshal(issued.DateParts)
	is, _ := json.Marshal(got.Issued.DateParts)
	if string(wanted) != string(is) {
		t.Errorf("%s: date %s, want %s", what, is, wanted)
	}
}
