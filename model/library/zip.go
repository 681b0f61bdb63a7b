package library

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"io"
)

// zipArchive goes through the members of a zip archive in the order of its directory.
type zipArchive struct {
	files  []*zip.File
	number int   // of the next member
	size   int64 // of the archive
	packed int64 // of the members so far; honest ones share no byte
	read   int64 // unpacked
}

// openZip opens the archive in r, of which b has looked at the beginning. The directory stands at the
// end: what can't be read in any order is first read into memory, up to [MaxFile].
func openZip(r, b io.Reader) (archive, error) {
	at, size, ok := randomAccess(r)
	if !ok {
		data, err := readAll(b, -1, MaxFile)
		if err != nil {
			return nil, err
		}
		if len(data) > MaxFile {
			return nil, errWholeZip
		}
		at, size = bytes.NewReader(data), int64(len(data))
	}
	limited := &directoryReader{r: at, left: maxDirectory}
	z, err := zip.NewReader(limited, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // nothing is written: any path will do
		return nil, err
	}
	limited.open = true
	z.RegisterDecompressor(zip.Store, func(r io.Reader) io.ReadCloser { return io.NopCloser(lastWords{r}) })
	z.RegisterDecompressor(zip.Deflate, func(r io.Reader) io.ReadCloser { return io.NopCloser(lastWords{flate.NewReader(r)}) })
	for _, f := range z.File {
		if f.Name == "[Content_Types].xml" || f.Name == "mimetype" {
			return nil, errOffice
		}
	}
	return &zipArchive{files: z.File, size: size}, nil
}

func (z *zipArchive) next() (member, error) {
	for z.number < len(z.files) {
		f, number := z.files[z.number], z.number
		z.number++
		if !f.Mode().IsRegular() || isSkipped(f.Name) {
			continue
		}
		if z.packed += int64(min(f.CompressedSize64, 1<<40)); z.packed > z.size {
			z.number = len(z.files)
			return member{}, errOverlap
		}
		size := int64(min(f.UncompressedSize64, 1<<62))
		return member{name: f.Name, number: number, size: size, open: func() (io.Reader, error) { return z.open(f) }}, nil
	}
	return member{}, io.EOF
}

// open opens a member. It need not be closed: nothing but memory is behind it.
func (z *zipArchive) open(f *zip.File) (io.Reader, error) {
	const encrypted = 1 // general purpose flag, bit 0 (APPNOTE 4.4.4)
	if f.Flags&encrypted != 0 {
		return nil, errEncrypted
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &zipMember{z, r}, nil
}

// lastWords gives the last bytes of what it reads before it says that they are the last. The zip reader drops
// bytes that come together with an end that is not where its directory has it.
type lastWords struct{ r io.Reader }

func (l lastWords) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if n > 0 {
		err = nil
	}
	return n, err
}

// zipMember is a member that is read; all together may not grow out of proportion.
type zipMember struct {
	of *zipArchive
	r  io.Reader
}

func (m *zipMember) Read(p []byte) (int, error) {
	if m.of.read > allowance+maxRatio*m.of.size {
		return 0, errBomb
	}
	n, err := m.r.Read(p)
	m.of.read += int64(n)
	return n, err
}

// directoryReader reads an archive and refuses to read more than so much of it while the directory is
// read, which is held in memory whole.
type directoryReader struct {
	r    io.ReaderAt
	left int
	open bool // the directory has been read
}

func (d *directoryReader) ReadAt(p []byte, at int64) (int, error) {
	if !d.open {
		if d.left -= len(p); d.left < 0 {
			return 0, errDirectory
		}
	}
	return d.r.ReadAt(p, at)
}
