package cli

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// hostileFile is a file that is hard to read. says is what the error stream holds; "" where it is read without a word.
type hostileFile struct {
	name, says string
	data       func(t *testing.T) []byte
}

func text(s string) func(*testing.T) []byte { return func(*testing.T) []byte { return []byte(s) } }

// archived is a zip archive of telegrams with these names, the last one a link to /etc/passwd.
func archived(names ...string) func(*testing.T) []byte {
	return func(t *testing.T) []byte {
		t.Helper()
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, name := range names {
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprint(w, telegram("A SHIP", "Late."))
		}
		link := &zip.FileHeader{Name: "link.txt"}
		link.SetMode(os.ModeSymlink | 0o777)
		w, err := z.CreateHeader(link)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, "/etc/passwd")
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
}

// tarred is a tar archive, packed, with names that lead elsewhere, links and devices.
func tarred(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	g := gzip.NewWriter(&b)
	w := tar.NewWriter(g)
	body := telegram("A SHIP", "Late.")
	for _, h := range []tar.Header{{Name: "../../attacked.txt", Typeflag: tar.TypeReg, Size: int64(len(body))}, {Name: "/tmp/attacked.txt", Typeflag: tar.TypeReg, Size: int64(len(body))},
		{Name: "link", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"}, {Name: "hard", Typeflag: tar.TypeLink, Linkname: "../../attacked.txt"}, {Name: "dev", Typeflag: tar.TypeChar}, {Name: "fifo", Typeflag: tar.TypeFifo}} {
		h.Mode = 0o600
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if h.Typeflag == tar.TypeReg {
			fmt.Fprint(w, body)
		}
	}
	w.Close()
	g.Close()
	return b.Bytes()
}

// many is a zip archive of n empty files.
func many(n int) func(*testing.T) []byte {
	return func(t *testing.T) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for i := range n {
			if _, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("%d", i)}); err != nil {
				t.Fatal(err)
			}
		}
		z.Close()
		return b.Bytes()
	}
}

// deep is what opens again and again, inside what a format expects around it.
func deep(before, unit, after string) func(*testing.T) []byte {
	return text(before + strings.Repeat(unit, 200_000) + after)
}

const volume = `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="document" n="1" xml:id="d1"><head>1. Telegram</head><p>`

func hostileFiles() []hostileFile {
	page := "<html><body><p>Date:2009-02-05 09:00:00<br />Source:Embassy Vienna<br />" + strings.ReplaceAll(telegram("A SHIP", "Late."), "\n", "<br />")
	return []hostileFile{
		{"names.zip", "", archived("../../attacked.txt", "/tmp/attacked.txt", `..\..\attacked.txt`, "a.txt", "a.txt", "\x1b]0;x\a.txt", strings.Repeat("x", 3000)+".txt")},
		{"names.tar.gz", "", tarred},
		{"many.zip", "", many(100_000)},
		{"entities.xml", "", text(`<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>` + volume[21:] + strings.Repeat("&c;", 100) + "</p></div></body></text></TEI>")},
		{"outside.xml", "", text(`<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]>` + volume[21:] + "&a;</p></div></body></text></TEI>")},
		{"deep.xml", "", deep(volume, "<hi>", "x")},
		{"deep.html", "", deep(page, "<div><b>", "x")},
		{"deep-tables.html", "", deep(page, "<table><tr><td>", "x")},
		{"deep.jsonl", "", deep(`{"id":"09VIENNA81","text":"1. (C) x","z":`, "[", "\n")},
		{"deep-objects.jsonl", "", deep(`{"id":"09VIENNA81","text":"1. (C) x","z":`, `{"a":`, "\n")},
		{"nul.txt", "", text(strings.ReplaceAll(telegram("A SHIP", strings.Repeat("word ", 4000)+"\x00\x00\x00"), "SHIP", "SH\x00IP"))},
		{"nuls.bin", "binary", text(strings.Repeat("\x00", 1<<20))},
		{"long-line.txt", "", text(telegram("A SHIP", strings.Repeat("word and another ", 8<<20/17)))},
		{"long-line.csv", "", text(`"1","2/5/2009 9:00","09VIENNA81","Embassy Vienna","SECRET","","x","` + strings.Repeat("word and another ", 4<<20/17))},
		{"utf16.txt", "", text(utf16(telegram("A SHIP", "Late.")))},
		{"half-utf16.txt", "", text(utf16(telegram("A SHIP", "Late."))[:301] + "\xd8")},
	}
}

func utf16(s string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for i := range len(s) {
		b.WriteByte(s[i])
		b.WriteByte(0)
	}
	return b.String()
}

// Every hostile file ends with cables or with a sentence, in memory that its size allows; nothing is written beside it, and
// nothing of the machine's own files is read.
func TestAttackPaths(t *testing.T) {
	if testing.Short() {
		t.Skip("skip: it reads large files")
	}
	dir := t.TempDir()
	for _, h := range hostileFiles() {
		data := h.data(t)
		file := write(t, dir, h.name, string(data))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r := run(t, inRealm(t), "parse", file)
		runtime.ReadMemStats(&after)
		harmless(t, h.name+" (error stream)", r.err)
		wantJSONLines(t, h.name, r.out)
		if r.out == "" && r.err == "" || !strings.Contains(r.err, h.says) {
			t.Errorf("%s: status %d, says %q", h.name, r.status, r.err)
		}
		if strings.Contains(r.out, "root:") {
			t.Errorf("%s: a file of this machine was read", h.name)
		}
		const most = 100 // bytes for each of the file, all that was ever asked for
		if asked := after.TotalAlloc - before.TotalAlloc; asked > most*uint64(len(data))+64<<20 {
			t.Errorf("%s: %d MB are asked for to read %d kB", h.name, asked>>20, len(data)>>10)
		}
	}
	want := []string{}
	for _, h := range hostileFiles() {
		want = append(want, h.name)
	}
	slices.Sort(want)
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != len(want) {
		t.Errorf("there are %v, want %v", entries, want)
	}
	for _, outside := range []string{"/tmp/attacked.txt", "/tmp/attacked", filepath.Join(filepath.Dir(dir), "attacked.txt")} {
		if _, err := os.Lstat(outside); err == nil {
			t.Errorf("%s was written", outside)
		}
	}
	t.Logf("attacks: %d files", len(want))
}
