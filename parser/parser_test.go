package parser

import (
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"reftel/model"
	"reftel/sample"
)

func fixture(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// formatOf tells the format of a file from its content, "" when it looks like no cable at all.
func formatOf(data []byte) model.Format { return Parse("", data, Options{}).Format }

// What holds no cable is told apart from what does, by content alone.
func TestSniff(t *testing.T) {
	for name, want := range map[string]model.Format{"page.txt": model.NewspaperPage, "blog.html": model.NewspaperPage,
		"site.html": model.CablegatePage, "telegram.txt": model.Telegram, "windows.txt": model.Telegram, "bare.txt": model.Telegram} {
		if got := formatOf(fixture(t, name)); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for what, text := range map[string]string{
		"nothing":     "",
		"blanks":      " \n\t\n",
		"prose":       "The keeper said to us: \"Subject to the weather, I shall come.\"\n\n1. He came.\n2. He left.\n",
		"a letter":    "From: ada@example.org\nTo: consul@example.org\nSubject: the light\n\nDear consul,\n",
		"source code": "package main\n\nfunc main() {\n\tprintln(\"TAGS: PREL\") // REF: A\n}\n",
		"a web page":  "<html><body><h1>News</h1><p>The table below</p><table class='cable'><tr><td>x</td></tr></table></body></html>",
		"a binary":    "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00DE RUEHME #0083/01 0292049\x00\x00",
		"TEI":         "<?xml version=\"1.0\"?><TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><p>TELEGRAM</p></TEI>",
	} {
		if got := formatOf([]byte(text)); got != "" {
			t.Errorf("%s sniffs as %q", what, got)
		}
		r := Parse(what, []byte(text), Options{})
		if len(r.Cables) != 0 || len(r.Warnings) == 0 || r.Warnings[len(r.Warnings)-1].Kind != WarnNoCable {
			t.Errorf("%s: %d cables, warnings %v", what, len(r.Cables), r.Warnings)
		}
	}
}

// The bytes of a file may be coded in many ways; the cable reads the same.
func TestCodings(t *testing.T) {
	plain := fixture(t, "page.txt")
	want := Parse("f", plain, Options{}).Cables[0]
	units := utf16.Encode([]rune(string(plain)))
	wide := []byte("\xff\xfe")
	big := []byte("\xfe\xff")
	for _, u := range units {
		wide = binary.LittleEndian.AppendUint16(wide, u)
		big = binary.BigEndian.AppendUint16(big, u)
	}
	quad, bigQuad := []byte("\xff\xfe\x00\x00"), []byte("\x00\x00\xfe\xff")
	for _, r := range string(plain) {
		quad = binary.LittleEndian.AppendUint32(quad, uint32(r))
		bigQuad = binary.BigEndian.AppendUint32(bigQuad, uint32(r))
	}
	for name, data := range map[string][]byte{
		"byte order mark": append([]byte("\ufeff"), plain...),
		"CRLF":            []byte(strings.ReplaceAll(string(plain), "\n", "\r\n")),
		"CR":              []byte(strings.ReplaceAll(string(plain), "\n", "\r")),
		"no-break spaces": []byte(strings.ReplaceAll(string(plain), " \n", "\u00a0\n")),
		"UTF-16":          wide,
		"UTF-16 big":      big,
		"UTF-16 unmarked": wide[2:],
		"big, unmarked":   big[2:],
		"UTF-32":          quad,
		"UTF-32 big":      bigQuad,
	} {
		r := Parse("f", data, Options{})
		for _, broken := range evidence("f", data, r) {
			t.Errorf("%s: %s", name, broken)
		}
		if len(r.Cables) != 1 || len(r.Cables[0].Blocks) != len(want.Blocks) || r.Cables[0].ID != want.ID {
			t.Errorf("%s: %d cables", name, len(r.Cables))
			continue
		}
		if warned := len(r.Warnings) > 0 && r.Warnings[0].Kind == WarnEncoding; warned != (name == "UTF-16 unmarked" || name == "big, unmarked") {
			t.Errorf("%s: warnings %v", name, r.Warnings)
		}
		for i, b := range r.Cables[0].Blocks {
			if b.Text != want.Blocks[i].Text {
				t.Errorf("%s: block %d reads %q, not %q", name, i, b.Text, want.Blocks[i].Text)
			}
		}
	}
}

// A byte that is no UTF-8 is read as Windows-1252, and the reader is told.
func TestWindows1252(t *testing.T) {
	r := Parse("f", fixture(t, "windows.txt"), Options{})
	if c := r.Cables[0]; c.Subject != "CAFÉ PRICES “UP”" {
		t.Errorf("subject %q", c.Subject)
	}
	if len(r.Warnings) != 1 || r.Warnings[0].Kind != WarnEncoding {
		t.Errorf("warnings %v", r.Warnings)
	}
}

// Every file of the built-in sample keeps its evidence and has an id for each cable.
func TestSampleEvidence(t *testing.T) {
	err := fs.WalkDir(sample.FS(), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(sample.FS(), path)
		if err != nil {
			return err
		}
		r := Parse(path, data, Options{})
		for _, broken := range evidence(path, data, r) {
			t.Errorf("%s: %s", path, broken)
		}
		for _, c := range r.Cables {
			if c.ID.IsZero() || c.Date.IsZero() {
				t.Errorf("%s: id %s, date %v", path, c.ID, c.Date)
			}
		}
		if len(r.Cables) == 0 {
			t.Errorf("%s: no cable", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A page marker in mid-sentence parts neither the sentence nor the paragraph; a year at the start
// of a line begins no paragraph; words split by a page of the 1970s layout join.
func TestBodies(t *testing.T) {
	page := Parse("f", fixture(t, "page.txt"), Options{}).Cables[0]
	if got := numbers(page); len(got) != 3 {
		t.Errorf("paragraphs %v", got)
	}
	at, ok := page.Paragraph(2)
	if !ok || !strings.Contains(page.Blocks[at].Text, "told the consul") || !strings.Contains(page.Blocks[at].Text, "the year 2007. The letter") {
		t.Errorf("paragraph 2: %+v", page.Blocks[at])
	}
	two := Parse("f", fixture(t, "telegram.txt"), Options{}).Cables
	if len(two) != 2 || two[0].ID.String() != "76VALLETTA377" || two[1].ID.String() != "09STATE101552" {
		t.Fatalf("%d cables", len(two))
	}
	old := two[0]
	if !strings.Contains(old.Summary, "JURIS-DICTION") || strings.Join(old.SignedBy, " ") != "CATTERMOLE" {
		t.Errorf("summary %q, signed by %q", old.Summary, old.SignedBy)
	}
	joined := false
	for _, b := range old.Blocks {
		joined = joined || strings.Contains(b.Text, "HIS WIFE WHO WILL NOT RPT NOT SAIL.")
	}
	if !joined {
		t.Error("the sentence over the page of the 1970s layout is parted")
	}
	tables := 0
	for _, b := range two[1].Blocks {
		if b.Kind == model.Preformatted && strings.Count(b.Text, "\n") == 2 {
			tables++
		}
	}
	if tables != 1 {
		t.Errorf("%d tables of three lines", tables)
	}
}

// A character reference without its semicolon ends before the letters behind it, which may begin a field.
func TestEntitiesWithoutSemicolon(t *testing.T) {
	for text, want := range map[string]string{
		"Oil &ampersand wicks": "Oil &ersand wicks", "caf&eacutes": "cafés", "&#X0XClassified By:000000": "", "a &nbsp b": "a b", "&#x33;": "3", "1 &lt2": "1 <2",
	} {
		data := []byte("<p>" + text)
		for _, format := range []model.Format{model.NewspaperPage, model.CablegatePage} {
			r := Parse("f", data, Options{Format: format})
			for _, broken := range evidence("f", data, r) {
				t.Errorf("%q as %q: %s", text, format, broken)
			}
			if format == model.NewspaperPage && want != "" {
				if got := strings.Join(strings.Fields(r.Cables[0].Blocks[0].Text), " "); got != want {
					t.Errorf("%q reads %q", text, got)
				}
			}
		}
	}
}

// What a browser does not show of a page is no text of a cable, and neither are the declarations of its
// document type.
func TestUnseenText(t *testing.T) {
	const head = "P 171120Z MAR 09\nFM AMCONSUL PONTA DELGADA\nTO SECSTATE WASHDC\nUNCLAS PONTA DELGADA 000011\n\nSUBJECT: OIL\n\n"
	for _, unseen := range []string{"<template><p>HIDDEN</p></template>", "<div hidden><div>HIDDEN</div>HIDDEN</div>", "<span style='color:red; display: none'>HIDDEN</span>",
		"<noscript>HIDDEN</noscript>", "<textarea>HIDDEN</textarea>", "<iframe>HIDDEN</iframe>", "<select><option>HIDDEN<option>HIDDEN</select>",
		"<script>HIDDEN</script>", "<style>HIDDEN</style>", "<p hidden>HIDDEN"} {
		data := []byte("<!DOCTYPE h [<!ENTITY a \"&b;\"><!ENTITY b \"HIDDEN\">] >\n<html><head><title>HIDDEN</title></head><body><pre>" + head + "1. (U) The keeper</pre>" + unseen + "<pre>2. (U) He has no oil.\n</pre></body></html>")
		r := Parse("f", data, Options{})
		for _, broken := range evidence("f", data, r) {
			t.Errorf("%s: %s", unseen, broken)
		}
		if len(r.Cables) != 1 || len(r.Furniture) > 0 {
			t.Errorf("%s: %d cables, furniture %v", unseen, len(r.Cables), r.Furniture)
			continue
		}
		for _, b := range r.Cables[0].Blocks {
			if strings.Contains(b.Text, "HIDDEN") || strings.Contains(b.Text, "]") {
				t.Errorf("%s: %s %q", unseen, b.Kind, b.Text)
			}
		}
	}
}
