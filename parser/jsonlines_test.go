package parser

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reftel/model"
)

// asRecords prints cables as reftel parse does.
func asRecords(t testing.TB, cables []*model.Cable) []byte {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, c := range cables {
		if err := enc.Encode(c); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

// withoutSource prints a cable without what names its file.
func withoutSource(t testing.TB, c *model.Cable) string {
	t.Helper()
	copied := *c
	copied.Source = model.Source{}
	return string(asRecords(t, []*model.Cable{&copied}))
}

// readsBack checks that cables printed as records are read as the same cables, without a doubt.
func readsBack(t testing.TB, name string, cables []*model.Cable) {
	t.Helper()
	data := asRecords(t, cables)
	if got := formatOf(data); got != model.JSONLines {
		t.Errorf("%s: the record looks like %q", name, got)
	}
	r := Parse("cables.jsonl", data, Options{})
	for _, w := range r.Warnings {
		t.Errorf("%s: %s", name, w.Text)
	}
	for _, broken := range evidence("cables.jsonl", data, r) {
		t.Errorf("%s: %s", name, broken)
	}
	if len(r.Cables) != len(cables) {
		t.Fatalf("%s: %d cables became %d", name, len(cables), len(r.Cables))
	}
	for i, c := range cables {
		want, got := withoutSource(t, c), withoutSource(t, r.Cables[i])
		if want != got {
			t.Errorf("%s, cable %s:\nprinted %s\nread    %s", name, c.ID, want, got)
		}
	}
}

// What reftel parse prints of any fixture reads back in as the same cables.
func TestRecordsReadBack(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	cables := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r := Parse(filepath.Base(path), data, Options{})
		if len(r.Cables) > 0 {
			readsBack(t, path, r.Cables)
			cables += len(r.Cables)
		}
	}
	if cables < 5 {
		t.Errorf("only %d cables in testdata", cables)
	}
}

// The same holds for real pages.
func TestRecordsOfSitePagesReadBack(t *testing.T) {
	for _, path := range corpusFiles(t, "cablegate-html") {
		r, _ := parseFile(t, path)
		readsBack(t, filepath.Base(path), r.Cables)
	}
}

// parseJSON reads one file of JSON Lines and checks its evidence.
func parseJSON(t testing.TB, data string) Result {
	t.Helper()
	r := Parse("own.jsonl", []byte(data), Options{Format: model.JSONLines})
	for _, broken := range evidence("own.jsonl", []byte(data), r) {
		t.Errorf("%s\nin %s", broken, data)
	}
	return r
}

// warned reports whether a warning of the file holds all of the words.
func warned(r Result, words ...string) bool {
	for _, w := range r.Warnings {
		all := true
		for _, word := range words {
			all = all && strings.Contains(w.Text, word)
		}
		if all {
			return true
		}
	}
	return false
}

const goodRecord = `{"id":"09PORTVERDE12","format":"telegram","subject":"Harbour","blocks":[` +
	`{"kind":"header","role":"subject","lead":"SUBJECT:","text":"Harbour"},` +
	`{"kind":"header","role":"references","lead":"REF:","text":"PORT VERDE 11"},` +
	`{"kind":"paragraph","number":1,"lead":"1.","text":"Ann Doe saw XXXXXXXXXXXX é."}],` +
	`"references":[{"bullet":"A","kind":"cable","id":"09PORTVERDE11","raw":"PORT VERDE 11","block":1,"span":[0,13]}],` +
	`"marks":[%s],"names":[%s],"source":{"file":"x","span":[0,1],"sha256":"00"}}`

// Everything in a record that does not fit its text is left out, with a line that says what; the rest stays.
func TestUntrueRecords(t *testing.T) {
	good := `{"kind":"redaction","block":2,"span":[12,24],"form":"XXXXXXXXXXXX"}`
	for _, test := range []struct{ name, mark, person, warning string }{
		{"outside its block", `{"kind":"redaction","block":2,"span":[20,99],"form":"XXXXXXXXXXXX"}`, "", "outside its block"},
		{"negative", `{"kind":"redaction","block":2,"span":[-1,3],"form":"Ann"}`, "", "outside its block"},
		{"back to front", `{"kind":"redaction","block":2,"span":[3,0],"form":"Ann"}`, "", "outside its block"},
		{"no such block", `{"kind":"loss","block":7,"span":[0,0]}`, "", "no block 7"},
		{"negative block", `{"kind":"loss","block":-1,"span":[0,0]}`, "", "no block -1"},
		{"other words", `{"kind":"redaction","block":2,"span":[0,3],"form":"XXX"}`, "", "not what stands"},
		{"half a character", `{"kind":"garble","block":2,"span":[25,26],"form":"` + "\xc3" + `"}`, "", "middle of a character"},
		{"unknown kind", `{"kind":"spell","block":2,"span":[0,3],"form":"Ann"}`, "", "none of"},
		{"unknown state", `{"kind":"reference","block":2,"span":[0,3],"form":"Ann","state":"gone"}`, "", "none of"},
		{"wrong type", `{"kind":"redaction","block":"2","span":[0,3]}`, "", "left out"},
		{"huge number", `{"kind":"redaction","block":99999999999999999999,"span":[0,3]}`, "", "left out"},
		{"no object", `17`, "", "left out"},
		{"page", `{"kind":"page","block":2,"span":[0,0],"page":-4,"form":"PAGE 4"}`, "", "no page"},
		{"name outside", good, `{"name":"Ann Doe","kind":"person","forms":["Ann Doe"],"origin":"markup","mentions":[{"block":2,"span":[0,700]}]}`, "outside its block"},
		{"name of nobody", good, `{"name":"","kind":"person","forms":[],"origin":"markup","mentions":[]}`, "nobody"},
		{"name by whom", good, `{"name":"Ann Doe","kind":"person","forms":["Ann Doe"],"origin":"stars","mentions":[]}`, "none of"},
	} {
		marks := test.mark
		if test.mark != good {
			marks += "," + good
		}
		r := parseJSON(t, "\n"+fmt.Sprintf(goodRecord, marks, test.person))
		if len(r.Cables) != 1 {
			t.Fatalf("%s: %d cables", test.name, len(r.Cables))
		}
		c := r.Cables[0]
		if !warned(r, "line 2: ", test.warning) {
			t.Errorf("%s: warnings %v", test.name, r.Warnings)
		}
		if len(c.Marks) != 1 || c.Marks[0].Form != "XXXXXXXXXXXX" || len(c.Blocks) != 3 || len(c.References) != 1 || len(c.Names) != 0 {
			t.Errorf("%s: %d marks, %d blocks, %d references, %d names", test.name, len(c.Marks), len(c.Blocks), len(c.References), len(c.Names))
		}
	}
}

// A block that can't be read is left out, and marks follow their blocks.
func TestBrokenBlocks(t *testing.T) {
	r := parseJSON(t, `{"id":"09PORTVERDE12","blocks":[4,{"kind":"paragraph"},{"kind":"poem","number":-3,"text":"Roses."},`+
		`{"kind":7,"text":"Kept."},{"kind":"paragraph","text":"See para 9 XXXX."}],"marks":[{"kind":"redaction","block":4,"span":[11,15],"form":"XXXX"},`+
		`{"kind":"redaction","block":0,"span":[0,0]}],"year":"nineteen","tags":"PREL","mood":"sunny"}`)
	c := r.Cables[0]
	if len(c.Blocks) != 4 || c.Blocks[0].Kind != model.Paragraph || c.Blocks[0].Number != 0 || c.Blocks[1].Text != "Kept." || c.Blocks[3].Lead != "mood" {
		t.Errorf("blocks %+v", c.Blocks)
	}
	if len(c.Marks) != 1 || c.Marks[0].Block != 2 {
		t.Errorf("marks %+v", c.Marks)
	}
	if c.Year != 2009 || c.Station != "PORTVERDE" || len(c.Tags) != 0 {
		t.Errorf("year %d, station %s, tags %v", c.Year, c.Station, c.Tags)
	}
	for _, word := range []string{"no object", `"text"`, "no kind of block", "number -3", "only the text", "no block 0", `"year"`, `"tags"`} {
		if !warned(r, "line 1: ", word) {
			t.Errorf("no warning about %s", word)
		}
	}
}

const ownRecord = `{"id":"09PORTVERDE12","text":"1. (C) The harbour stays open.\n\n2. (U) Nothing else."}`

// One bad line does not take the others with it, and the warning names it.
func TestBrokenLines(t *testing.T) {
	deep := strings.Repeat(`{"a":`, 100000)
	for name, test := range map[string]struct{ bad, warning string }{
		"no end":       {`{"id":"09PORTVERDE13","text":"1. (C) The`, "line 2: a string has no end"},
		"no brace":     {`{"id":"09PORTVERDE13","text":"x"`, "a comma or a closing bracket"},
		"words":        {`The harbour is open.`, "line 2: no record begins here"},
		"no colon":     {`{"id" "x"}`, "line 2: a colon"},
		"no key":       {`{id:"x"}`, "line 2: a key"},
		"no value":     {`{"id":,"text":"x"}`, "line 2: a value"},
		"undefined":    {`{"id":undefined}`, "line 2: a value"},
		"deep":         {deep, "line 2: values stand more than 64 deep"},
		"deep lists":   {`{"id":` + strings.Repeat("[", 100000), "line 2: values stand more than 64 deep"},
		"another's":    {`{"colour":"red"}`, "line 2: the object has none of the keys"},
		"a number":     {`17`, "line 2: no record"},
		"behind it":    {`{"id":"09PORTVERDE14","subject":"x"} and more`, "line 2: no record"},
		"many keys":    {"{" + strings.Repeat(`"k":1,`, 2000) + `"text":"x"}`, "line 2: the object has more than 1000 keys"},
		"binary":       {"\x00\x01\x02", "line 2: no record"},
		"long":         {`{"text":"` + strings.Repeat("x", longestRecord) + `"}`, "line 2: the record has 8 MB"},
		"NUL in a key": {"{\"a\x00\":1}", "line 2: the object has none"},
	} {
		r := parseJSON(t, ownRecord+"\n"+test.bad+"\r\n"+strings.Replace(ownRecord, "12", "15", 1)+"\n")
		n := len(r.Cables)
		if n < 2 || r.Cables[0].ID.Serial != 12 || r.Cables[n-1].ID.Serial != 15 || n > 3 {
			t.Errorf("%s: %d cables", name, n)
		}
		if !warned(r, test.warning) {
			t.Errorf("%s: warnings %.200v", name, r.Warnings)
		}
	}
}

// The same records in every shape in which programs write them.
func TestShapesOfJSON(t *testing.T) {
	one, two := ownRecord, strings.Replace(ownRecord, "12", "13", 1)
	spread := func(s string) string {
		var out bytes.Buffer
		if err := json.Indent(&out, []byte(s), "", "\t"); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	for name, data := range map[string]string{
		"lines":          one + "\n" + two + "\n",
		"no last end":    one + "\n" + two,
		"CRLF":           one + "\r\n" + two + "\r\n",
		"BOM":            "\ufeff" + one + "\n" + two,
		"blank lines":    "\n\n" + one + "\n\n  \n" + two + "\n\n",
		"one line":       one + two,
		"array":          "[" + one + "," + two + "]",
		"array in lines": "[\n" + one + ",\n" + two + "\n]\n",
		"spread":         spread(one) + "\n" + spread(two),
		"spread array":   spread("[" + one + "," + two + "]"),
	} {
		if got := formatOf([]byte(data)); got != model.JSONLines {
			t.Errorf("%s: looks like %q", name, got)
		}
		r := parseJSON(t, data)
		if len(r.Cables) != 2 || len(r.Warnings) > 0 || r.Cables[0].ID.Serial != 12 || r.Cables[1].ID.Serial != 13 {
			t.Errorf("%s: %d cables, warnings %v", name, len(r.Cables), r.Warnings)
		}
	}
}

// JSON that is about something else is none.
func TestOtherJSON(t *testing.T) {
	for _, data := range []string{`{"name":"left-pad","version":"1.0.0","dependencies":{}}`, `[1,2,3]`, `{}`, `[]`, `{`, `{"text":"alone"}`, `{"name":"left-pad","text":"a note"}`,
		`{"type":"FeatureCollection","features":[]}`, `{"blocks":[1,2]}`, "{not json", `"a string"`} {
		if got := formatOf([]byte(data)); got != "" {
			t.Errorf("%s looks like %q", data, got)
		}
	}
}

// Strings of any coding become text, and every byte of them is accounted for.
func TestStringsOfRecords(t *testing.T) {
	for _, test := range []struct{ coded, text, warning string }{
		{`a\tb\\c\/d\"e`, "a\tb\\c/d\"e", ""},
		{`\u00e9\u20AC\ud83d\ude00`, "é€😀", ""},
		{`half \ud800 pair`, "half \ufffd pair", "surrogate"},
		{`halves \ude00\ud83d`, "halves \ufffd\ufffd", "surrogate"},
		{`C:\path \q \u12`, `C:\path \q \u12`, "escape"},
		{"caf\xe9", "café", "Windows-1252"},
		{"no\u00a0break", "no break", ""},
		{`no\u00a0break`, "no break", ""},
		{"nul \\u0000 and \x1b[2J", "nul \x00 and \x1b[2J", ""},
	} {
		r := parseJSON(t, `{"id":"09PORTVERDE12","text":"1. (C) `+test.coded+` end."}`)
		b := r.Cables[0].Blocks
		if got := b[len(b)-1].Text; got != test.text+" end." {
			t.Errorf("%s: %q", test.coded, got)
		}
		if (test.warning == "") != (len(r.Warnings) == 0) || test.warning != "" && !warned(r, test.warning) {
			t.Errorf("%s: warnings %v", test.coded, r.Warnings)
		}
	}
}

// A long list of doubts is cut short.
func TestManyDoubts(t *testing.T) {
	r := parseJSON(t, ownRecord+"\n"+strings.Repeat("{x\n", 5000))
	if len(r.Warnings) > mostWarnings+2 || !warned(r, "more doubts") {
		t.Errorf("%d warnings", len(r.Warnings))
	}
}

// What the telegram itself says counts more than what stands beside it, and nothing is hidden.
func TestOwnRecords(t *testing.T) {
	r := parseJSON(t, `{"id":"09 Port Verde 12","date":"2009-03-04","from":"Embassy Port Verde","to":["SECSTATE WASHDC","AMEMBASSY ROME"],`+
		`"subject":"Another subject","classification":"CONFIDENTIAL//NOFORN","tags":["PREL","ETRD"],"references":["09 ROME 5","STATE 77"],"b\u00f6x":{"n":[4]},"page":9,`+
		`"text":"SUBJECT: HARBOUR\n\n1. (C) The harbour\nstays open."}`)
	c := r.Cables[0]
	if c.ID.Serial != 12 || !c.Date.Equal(time.Date(2009, 3, 4, 0, 0, 0, 0, time.UTC)) || c.From != "Embassy Port Verde" || len(c.To) != 2 {
		t.Errorf("%s of %v from %q to %v", c.ID, c.Date, c.From, c.To)
	}
	if c.Subject != "HARBOUR" || c.Classification != model.Confidential || len(c.Tags) != 2 || len(c.References) != 2 || c.References[0].ID.String() != "09ROME5" {
		t.Errorf("subject %q, %v, tags %v, references %+v", c.Subject, c.Classification, c.Tags, c.References)
	}
	fields := map[string]string{}
	for _, b := range c.Blocks {
		if b.Role == model.PublisherRole {
			fields[b.Lead] = b.Text
		}
	}
	if fields["subject"] != "Another subject" || fields["b\u00f6x"] != `{"n":[4]}` || fields["page"] != "9" {
		t.Errorf("the publisher's fields are %v", fields)
	}
}

// Other people's records have the id under another name.
func TestIDsUnderOtherNames(t *testing.T) {
	for _, key := range []string{"name", "number", "mrn"} {
		r := parseJSON(t, `{"`+key+`":"1975PORTVERDE00012","split":"dev","text":"THE HARBOUR STAYS OPEN."}`)
		if len(r.Cables) != 1 || r.Cables[0].ID.String() != "75PORTVERDE12" || len(r.Warnings) > 0 {
			t.Errorf("%s: %+v", key, r)
		}
	}
}

// A header counts as one wherever its key stands.
func TestOwnHeader(t *testing.T) {
	header := `"header":"O 041200Z MAR 09\nFM AMEMBASSY PORT VERDE\nTO SECSTATE WASHDC"`
	body := `"body":"CONFIDENTIAL PORT VERDE 000012\n\nSUBJECT: HARBOUR\n\n1. (C) It is open.\n\nDOE"`
	for _, data := range []string{"{" + header + "," + body + "}", "{" + body + "," + header + "}"} {
		c := parseJSON(t, data).Cables[0]
		if c.DTG != "041200Z MAR 09" || c.Subject != "HARBOUR" || len(c.SignedBy) != 1 || len(numbers(c)) != 1 {
			t.Errorf("%s: %q %q %v %v", data, c.DTG, c.Subject, c.SignedBy, numbers(c))
		}
	}
}

// Values of the wrong type are kept as they are written.
func TestWrongTypes(t *testing.T) {
	r := parseJSON(t, `{"id":12,"date":1236168000,"to":{"name":"X"},"tags":[1,"PREL"],"paragraphs":[{"text":"y"}],"classification":"PURPLE","subject":null,`+
		`"dtg":"","text":"1. (C) It is open.","origin":NaN}`+"\n"+`{"id":"doc-7","date":"last May","text":"1. (U) Open."}`)
	if len(r.Cables) != 2 || len(r.Cables[0].Tags) != 0 {
		t.Fatalf("%d cables", len(r.Cables))
	}
	for _, words := range [][]string{{"line 1", `"id" takes a string`}, {"line 1", `"date" takes`}, {"line 1", `"to" takes a string or a list`}, {"line 1", `"tags" takes`},
		{"line 1", `"paragraphs" takes`}, {"line 1", "PURPLE"}, {"line 1", `"origin" takes`}, {"line 2", "doc-7"}, {"line 2", "last May"}} {
		if !warned(r, words...) {
			t.Errorf("no warning %q in %v", words, r.Warnings)
		}
	}
}

// A long file is read in pieces: the same cables, in the same places, and warnings that name the same lines.
func TestRecordsInPieces(t *testing.T) {
	var data bytes.Buffer
	for n := range 400 {
		fmt.Fprintf(&data, `{"id":"09PORTVERDE%d","text":"1. (C) The harbour %s stays open.\n\n2. (U) Nothing else."}`+"\n", n+1, strings.Repeat("of the island ", 20))
		if n%100 == 50 {
			data.WriteString("\n{\"id\":broken}\n")
		}
	}
	whole := Parse("own.jsonl", data.Bytes(), Options{})
	var cables []*model.Cable
	var warnings []model.Warning
	pieces := 0
	for c, err := range chunks(bytes.NewReader(data.Bytes()), Options{}, 1<<14) {
		if err != nil {
			t.Fatal(err)
		}
		r := ParseChunk("own.jsonl", c)
		cables, warnings, pieces = append(cables, r.Cables...), append(warnings, r.Warnings...), pieces+1
	}
	if pieces < 5 || len(whole.Cables) != 400 || !bytes.Equal(asRecords(t, cables), asRecords(t, whole.Cables)) {
		t.Errorf("%d cables in %d pieces, %d as a whole", len(cables), pieces, len(whole.Cables))
	}
	for _, w := range whole.Warnings {
		if w.Kind == WarnRecord && !warned(Result{Warnings: warnings}, w.Text) {
			t.Errorf("no piece says: %s", w.Text)
		}
	}
}
