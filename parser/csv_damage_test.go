package parser

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"reftel/model"
)

// row writes a row as it should be.
func row(number int, body string) string {
	return fmt.Sprintf(`"%d","3/14/2006 15:09","06OSLO%d","Embassy Oslo","SECRET","","P 141509Z MAR 06
FM AMEMBASSY OSLO
TO SECSTATE WASHDC","S E C R E T OSLO %06d
SUBJECT: HERRING
1. (S) %s
2. (S) No more.
"
`, number, number, number, body)
}

func TestDamagedTables(t *testing.T) {
	first, last := row(1, "All quiet."), row(9, "All quiet again.")
	tests := []struct {
		name, middle string
		cables       int
		warning      string // one of them has these words, the number of the row and its place
		text         string // stands in a cable
	}{
		{"whole", row(2, "Fine."), 3, "", "Fine."},
		{"ends in quotes", strings.TrimSuffix(row(2, "Cut"), "2. (S) No more.\n\"\n"), 3, "ends inside a field", "Cut"},
		{"three fields", `"2","3/14/2006 15:10","06OSLO2"` + "\n", 3, "3 fields instead of 8", "06OSLO2"},
		{"twelve fields", row(2, `He said "one","two","three","four","five","six" and left.`), 3, "fields instead of 8", `"one","two","three"`},
		{"stray quotes", row(2, `The "old" house" has a
"new" roof.`), 3, "5 quotes", `The "old" house" has a "new" roof.`},
		{"stray quote at a line's end", row(2, `He called it "home"
and left`), 3, "quotes in a text", `"home" and left`},
		{"empty row", `"","","","","","","",""` + "\n", 2, "is empty", ""},
		{"blank line", "\n", 2, "", ""},
		{"something else", "a line of prose\nand another\n", 2, "", "prose"},
		{"no date", strings.Replace(row(2, "Fine."), "3/14/2006 15:09", "", 1), 3, "", "Fine."},
		{"NULs", row(2, "A\x00B\x00."), 3, "2 NUL", "A\x00B\x00."},
		{"Windows-1252", row(2, "\x93Fine,\x94 she said."), 3, "", "“Fine,” she said."},
		{"a backslash in front of the last quote", strings.Replace(row(2, "Fine."), "more.\n\"", `more.\"`, 1), 3, "ends inside a field", "Fine."},
		{"a quote left out", strings.Replace(row(2, "Fine."), `"SECRET",`, `SECRET",`, 1), 3, "", "Fine."},
	}
	for _, tt := range tests {
		data := []byte(first + tt.middle + last)
		r := Parse(tt.name, data, Options{})
		checkEvidence(t, tt.name, data, r)
		text := ""
		for _, c := range r.Cables {
			text += textOf(c)
		}
		if len(r.Cables) != tt.cables || !strings.Contains(text, tt.text) && tt.name != "something else" {
			t.Errorf("%s: %d cables\n%s", tt.name, len(r.Cables), text)
		}
		if !strings.Contains(text, "All quiet.") || !strings.Contains(text, "All quiet again.") {
			t.Errorf("%s: the rows around it were lost", tt.name)
		}
		place := fmt.Sprintf("row 2 (byte %d) ", len(first))
		found := tt.warning == ""
		for _, w := range r.Warnings {
			found = found || strings.HasPrefix(w.Text, place) && strings.Contains(w.Text, tt.warning)
		}
		if !found {
			t.Errorf("%s: no %q %q in %v", tt.name, place, tt.warning, r.Warnings)
		}
	}
}

// A table that begins in the middle of a row, as a piece of a larger file does.
func TestPieceOfATable(t *testing.T) {
	whole := row(1, "All quiet.") + row(2, "Fine.") + row(3, "Good.")
	for at := 30; at < len(row(1, "All quiet."))-1; at += 7 {
		data := []byte(whole[at:])
		r := Parse("f", data, Options{})
		checkEvidence(t, "f", data, r)
		if n := len(r.Cables); r.Format != model.CablesCSV || n < 2 || r.Cables[n-1].ID.String() != "06OSLO3" || r.Cables[n-2].ID.String() != "06OSLO2" {
			t.Errorf("from byte %d: %q, %d cables, %v", at, r.Format, n, r.Warnings)
		}
		if len(r.Warnings) == 0 {
			t.Errorf("from byte %d: no warning", at)
		}
	}
}

// repeat reads one text again and again.
type repeat struct {
	text string
	left int
	at   int
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) && n < r.left {
		k := copy(p[n:min(len(p), r.left)], r.text[r.at:])
		r.at = (r.at + k) % len(r.text)
		n += k
	}
	r.left -= n
	return n, nil
}

// A row of 100 MB is left out with a warning, and never stands in memory as a whole.
func TestHugeRow(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: reads 100 MB")
	}
	first, second := row(1, "All quiet."), row(2, "HERE")
	before, after, _ := strings.Cut(second, "HERE")
	const size = 100 << 20
	file := func() io.Reader {
		return io.MultiReader(strings.NewReader(first+before), &repeat{text: "word ", left: size}, strings.NewReader(after+row(3, "Fine.")))
	}
	var ids []string
	var warnings []model.Warning
	var memory runtime.MemStats
	for c, err := range Chunks(file(), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		r := ParseChunk("f", c)
		for _, k := range r.Cables {
			ids = append(ids, k.ID.String())
		}
		warnings = append(warnings, r.Warnings...)
	}
	runtime.ReadMemStats(&memory)
	want := fmt.Sprintf("row 2 (byte %d) is longer than 64 MB", len(first))
	if strings.Join(ids, " ") != "06OSLO1 06OSLO3" || len(warnings) != 1 || !strings.HasPrefix(warnings[0].Text, want) ||
		warnings[0].At != (model.Span{Start: len(first), End: len(first) + len(before) + size + len(after)}) {
		t.Errorf("%v, %v", ids, warnings)
	}
	data, err := io.ReadAll(file())
	if err != nil {
		t.Fatal(err)
	}
	r := Parse("f", data, Options{})
	if len(r.Cables) != 2 || len(r.Warnings) != 1 || r.Warnings[0] != warnings[0] {
		t.Errorf("whole: %d cables, %v", len(r.Cables), r.Warnings)
	}
}

// One line of 100 MB that is no cable is told so, without more memory than a few copies of it.
func TestHugeLine(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: reads 100 MB")
	}
	data := bytes.Repeat([]byte("word "), 20<<20)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r := Parse("f", data, Options{})
	runtime.ReadMemStats(&after)
	if len(r.Cables) > 0 || len(r.Warnings) == 0 {
		t.Errorf("%d cables, %v", len(r.Cables), r.Warnings)
	}
	if grown := after.TotalAlloc - before.TotalAlloc; grown > uint64(6*len(data)) {
		t.Errorf("%d bytes for a file of %d", grown, len(data))
	}
}
