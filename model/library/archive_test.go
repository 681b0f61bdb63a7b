package library

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// packed is a file to be put into an archive.
type packed struct{ name, text string }

func zipped(t testing.TB, files ...packed) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, f.text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarred(t testing.TB, files ...packed) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		h := &tar.Header{Name: f.name, Mode: 0o644, Size: int64(len(f.text)), Typeflag: tar.TypeReg}
		if strings.HasSuffix(f.name, "/") {
			h.Typeflag = tar.TypeDir
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, f.text)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipped(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, text)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// come lists where cables come from, in the order of the files.
func come(l *Library) (from []string) {
	for _, c := range l.InFileOrder() {
		from = append(from, c.Source.File+" "+c.ID.String())
	}
	return from
}

func said(l *Library) (out []string) {
	for _, p := range l.Problems() {
		out = append(out, p.Error())
	}
	return out
}

const (
	one = "09PORTVERDE1 harbour dredging\n"
	two = "09PORTVERDE2 harbour tolls\n"
)

func TestArchivesAreRead(t *testing.T) {
	folder := []packed{{"cables/", ""}, {"cables/b.txt", two}, {"cables/a.txt", one}, {"cables/.hidden.txt", one}, {".git/config", one},
		{"__MACOSX/cables/a.txt", one}}
	members := []string{"/cables/b.txt 09PORTVERDE2", "/cables/a.txt 09PORTVERDE1"}
	tests := []struct {
		about, data string
		from        []string // behind the name of the archive
	}{
		{"zip", zipped(t, folder...), members},
		{"tar", tarred(t, folder...), members},
		{"tar.gz", gzipped(t, tarred(t, folder...)), members},
		{"gz", gzipped(t, two), []string{" 09PORTVERDE2"}},
		{"gz of several parts", gzipped(t, one) + gzipped(t, two), []string{" 09PORTVERDE1", " 09PORTVERDE2"}},
		{"gz in gz", gzipped(t, gzipped(t, one)), []string{" 09PORTVERDE1"}},
		{"gz in zip", zipped(t, packed{"cables.csv.gz", gzipped(t, one)}), []string{"/cables.csv.gz 09PORTVERDE1"}},
		{"zip in zip", zipped(t, packed{"2009.zip", zipped(t, folder...)}, packed{"x.txt", one}),
			[]string{"/2009.zip" + members[0], "/2009.zip" + members[1], "/x.txt 09PORTVERDE1"}},
		{"tar.gz in tar.gz", gzipped(t, tarred(t, packed{"in.tgz", gzipped(t, tarred(t, folder...))})), []string{"/in.tgz" + members[0], "/in.tgz" + members[1]}},
		{"zip in gz", gzipped(t, zipped(t, folder...)), members},
		{"names that lead elsewhere", zipped(t, packed{"../../etc/a.txt", one}, packed{"/b.txt", two}, packed{`c\..\..\d.txt`, one}),
			[]string{"/etc/a.txt 09PORTVERDE1", "/b.txt 09PORTVERDE2", "/d.txt 09PORTVERDE1"}},
		{"one name twice", tarred(t, packed{"a.txt", one}, packed{"a.txt", two}), []string{"/a.txt 09PORTVERDE1", "/a.txt (2) 09PORTVERDE2"}},
	}
	for _, tt := range tests {
		root := tree(t, map[string]string{"0.txt": "09PORTVERDE9 x\n", "the.archive": tt.data})
		archive := filepath.Join(root, "the.archive")
		for _, in := range []struct {
			about, name string
			paths       []string
			first       int
		}{{"in a folder", archive, []string{root}, 1}, {"as a file", archive, []string{archive}, 0}, {"on standard input", Stdin, []string{Stdin}, 0}} {
			t.Run(tt.about+" "+in.about, func(t *testing.T) {
				l, batches := load(t, Inputs(in.paths, strings.NewReader(tt.data)), lineOptions())
				var want []string
				for _, f := range tt.from {
					want = append(want, in.name+f)
				}
				if got := come(l)[in.first:]; !slices.Equal(got, want) {
					t.Errorf("read\n%q, want\n%q", got, want)
				}
				if p := said(l); len(p) > 0 {
					t.Errorf("problems: %q", p)
				}
				if p := batches[len(batches)-1].Progress; p.BytesDone != p.Bytes || p.FilesDone != p.Files || p.Files != len(in.paths)+in.first {
					t.Errorf("progress: %+v", p)
				}
				for _, c := range l.Cables() {
					text, err := l.Source(c)()
					if err != nil || !strings.HasPrefix(string(text), c.ID.String()) {
						t.Errorf("the source of %s in %s reads %q, %v", c.ID, c.Source.File, text, err)
					}
				}
			})
		}
	}
}

// The standard library writes no bzip2: these are the bytes of one.
const bzipped = "BZh91AY&SY\xf2\xd8\xc9}\x00\x00\x01\xdf\x80\x00\x10@\x00` \x06\x00\xd5\x006\xe1\x92\x00 \x00\x22\x86\x8d\x06 \xd3@\xa0\x03\x11\xa6\x9a4\xd7f\x15\x12\xb2\x19\x09\x8a)\xaeb\xdc\x0d\xb3{\xa3\xef\x8b\xb9\x22\x9c(Hyld\xbe\x80"

func TestBzip2IsRead(t *testing.T) {
	l, _ := load(t, inputs(memory("x.bz2", bzipped), memory("y.bz2", bzipped[:len(bzipped)/2])), lineOptions())
	if got, want := come(l), []string{"x.bz2 09PORTVERDE1"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	if p := said(l); len(p) != 1 || !strings.HasPrefix(p[0], "y.bz2: what is packed in it is damaged") {
		t.Errorf("problems: %q", p)
	}
}

// missized makes the directory of a zip archive say that its first file unpacks to so many bytes.
func missized(archive string, size uint32) string {
	data := []byte(archive)
	const at = 24 // APPNOTE 4.3.12
	binary.LittleEndian.PutUint32(data[strings.Index(archive, "PK\x01\x02")+at:], size)
	return string(data)
}

func TestArchivesThatCantBeRead(t *testing.T) {
	long := gzipped(t, one+noise(100_000))
	flipped := []byte(gzipped(t, one+two))
	flipped[len(flipped)-6] ^= 1 // in the checksum
	secret := []byte(zipped(t, packed{"a.txt", one}, packed{"b.txt", two}))
	for i := range secret[:len(secret)-4] {
		switch string(secret[i : i+4]) {
		case "PK\x03\x04":
			secret[i+6] |= 1
		case "PK\x01\x02":
			secret[i+8] |= 1
		}
	}
	deep := gzipped(t, tarred(t, packed{"2.zip", zipped(t, packed{"3.gz", gzipped(t, one)}, packed{"a.txt", two})}))
	tests := []struct {
		about, data, cables string
		says                []string // one for each problem
	}{
		{"gzip cut off", truncated(long, 100), "09PORTVERDE1", []string{"the.archive: the file ends too early, what is packed in it is cut off after 9"}},
		{"gzip cut off in its head", "\x1f\x8b\x08", "", []string{"nothing of it could be read; get the whole file again"}},
		{"gzip with a wrong checksum", string(flipped), "09PORTVERDE1 09PORTVERDE2", []string{"damaged after 57 bytes of the unpacked text, which were read"}},
		{"tar cut off", tarred(t, packed{"a.txt", one}, packed{"b.txt", two})[:512*3+10], "09PORTVERDE1", []string{"the.archive/b.txt: the file ends too early, what is packed in it is cut off after 10 bytes"}},
		{"tar cut off behind a file", tarred(t, packed{"a.txt", one}, packed{"b.txt", two})[:512*2], "09PORTVERDE1", []string{"the.archive: the file ends too early, what is packed in it is cut off behind file 1 in it"}},
		{"tar cut off in what fills a block", tarred(t, packed{"a.txt", one}, packed{"b.txt", two})[:512*2-10], "09PORTVERDE1", []string{"the.archive: the file ends too early"}},
		{"tar cut off in a header", tarred(t, packed{"a.txt", one}, packed{"b.txt", two})[:512*2+100], "09PORTVERDE1", []string{"the.archive: the file ends too early, what is packed in it is cut off behind file 1 in it"}},
		{"tar with one block at its end", tarred(t, packed{"a.txt", one})[:512*3], "09PORTVERDE1", nil},
		{"zip whose directory has a file longer than it is", missized(zipped(t, packed{"a.txt", one}), 1000), "09PORTVERDE1", []string{"the.archive/a.txt: the file ends too early, what is packed in it is cut off after"}},
		{"tar.gz cut off", truncated(gzipped(t, tarred(t, packed{"a.txt", one}, packed{"b.txt", noise(100_000)})), 1000), "09PORTVERDE1", []string{"the.archive/b.txt: the file ends too early"}},
		{"zip without its end", truncated(zipped(t, packed{"a.txt", one}), 20), "", []string{"the zip archive is damaged, its list of files can't be read"}},
		{"encrypted zip", string(secret), "", []string{"the.archive/a.txt: it is encrypted", "the.archive/b.txt: it is encrypted"}},
		{"too deep", deep, "09PORTVERDE2", []string{"the.archive/2.zip/3.gz: it is an archive in an archive in an archive: unpack the outermost first"}},
		{"nothing in it", zipped(t, packed{".x", one}), "", []string{"the.archive: the archive holds no files"}},
		{"no entry at all", zipped(t), "", []string{"the.archive: the archive holds no files"}},
		{"office document", zipped(t, packed{"[Content_Types].xml", "<x/>"}, packed{"word/document.xml", one}), "", []string{"office document"}},
		{"pictures and cables", zipped(t, packed{"a.jpg", "\xff\xd8\xff\xe0\x00\x10JFIF\x00"}, packed{"a.txt", one}), "09PORTVERDE1", []string{"the.archive/a.jpg: it is a binary file"}},
		{"empty member", zipped(t, packed{"a.txt", ""}, packed{"b.txt", one}), "09PORTVERDE1", []string{"the.archive/a.txt: the file is empty"}},
	}
	for _, tt := range tests {
		t.Run(tt.about, func(t *testing.T) {
			root := tree(t, map[string]string{"the.archive": tt.data})
			l, batches := load(t, Inputs([]string{root}, nil), lineOptions())
			if got := ids(l.Cables()); got != tt.cables {
				t.Errorf("cables %q, want %q", got, tt.cables)
			}
			got := said(l)
			if len(got) != len(tt.says) {
				t.Fatalf("problems: %q", got)
			}
			for i, p := range got {
				if !strings.Contains(p, tt.says[i]) {
					t.Errorf("says %q, want %q", p, tt.says[i])
				}
			}
			if p := batches[len(batches)-1].Progress; p.BytesDone != p.Bytes || p.FilesDone != 1 {
				t.Errorf("progress: %+v", p)
			}
		})
	}
}

// What stands before the end of a truncated file is read.
func TestEverythingBeforeTheCutIsRead(t *testing.T) {
	var text strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&text, "09PORTVERDE%d %s\n", i+1, noise(20))
	}
	data := gzipped(t, text.String())
	l, _ := load(t, inputs(memory("x.gz", data[:len(data)/2])), lineOptions())
	if n := l.Len(); n < 2000 || n > 3000 {
		t.Errorf("%d cables are read of 5000 in a file of which half is here", n)
	}
	if p := said(l); len(p) != 1 || !strings.Contains(p[0], "which were read") {
		t.Errorf("problems: %q", p)
	}
}

func TestAnArchiveWithoutEndOfProblems(t *testing.T) {
	var files []packed
	for i := range 200 {
		files = append(files, packed{fmt.Sprintf("%d.txt", i), ""})
	}
	l, _ := load(t, inputs(memory("x.zip", zipped(t, append(files, packed{"a.txt", one})...))), lineOptions())
	p := said(l)
	if len(p) != maxProblems+1 || !strings.HasPrefix(p[maxProblems], "x.zip: 190 more ") {
		t.Errorf("%d problems: %q", len(p), p)
	}
	if ids(l.Cables()) != "09PORTVERDE1" {
		t.Errorf("cables %q", ids(l.Cables()))
	}
}

func TestASourceThatChangedInItsArchive(t *testing.T) {
	root := tree(t, map[string]string{"x.zip": zipped(t, packed{"a.txt", one}, packed{"b.txt", two})})
	l, _ := load(t, Inputs([]string{root}, nil), lineOptions())
	c := l.ByID(model.ID{Year: 2009, Station: "PORTVERDE", Serial: 2})[0]
	for _, now := range []string{zipped(t, packed{"a.txt", one}), two, zipped(t, packed{"a.txt", one}, packed{"b.txt", one})} {
		rewrite(t, root, "x.zip", now)
		if _, err := l.Source(c)(); err == nil || !strings.Contains(err.Error(), "has changed") {
			t.Errorf("%v", err)
		}
	}
}

func truncated(s string, n int) string { return s[:len(s)-n] }

// noise is text that does not pack well.
func noise(n int) string {
	b := make([]byte, n)
	x := uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = 'a' + byte(x>>24)%26
	}
	return string(b)
}
