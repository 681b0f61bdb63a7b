package index

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"reftel/model/names"
)

// Names that were read are kept in a file beside the index, ready to be looked up: reading those of two million cables takes
// half a minute. The file says of which cables they are; that of other ones is of no use, and neither is one that can't be
// read, as after a power cut. Whoever can't write there reads the names each time; so does whoever can't replace a file that is
// open, which on Windows is everybody while somebody has the old names.

// namesName is the file, and what begins the names of those that are being written.
const namesName = "names"

func isNames(file string) bool {
	return file == namesName || strings.HasPrefix(file, namesName+"-")
}

// isAbandoned reports whether a file is of somebody who died while writing names: that takes a minute at most.
func isAbandoned(e os.DirEntry) bool {
	info, err := e.Info()
	return err == nil && isNames(e.Name()) && e.Name() != namesName && time.Since(info.ModTime()) > time.Hour
}

// fewCables have names that are read in a moment.
var fewCables = 5000

// KeepNames sees to it that names are read in a moment when they are next asked for. Whether the file is as it was written
// is seen then.
func (x *Index) KeepNames(ctx context.Context) error {
	v := x.now()
	if len(v.numbers) < fewCables {
		os.Remove(filepath.Join(x.dir, namesName)) // of more cables than there are now
		return nil
	}
	if f, err := x.openNames(v); err == nil {
		return f.Close()
	}
	_, err := x.Names(ctx)
	return err
}

// fingerprint is different for other cables, and for what another version of the program makes of them.
func (v *view) fingerprint() []byte {
	h := sha256.New()
	fmt.Fprintf(h, "names, version %d\n", names.SavedVersion)
	for _, s := range v.segments {
		fmt.Fprintf(h, "%d %d %s\n", s.first, s.count, s.segmentRow.file)
	}
	binary.Write(h, binary.LittleEndian, v.live)
	return h.Sum(nil)
}

// openNames opens the file, if it is of these cables.
func (x *Index) openNames(v *view) (*os.File, error) {
	path := filepath.Join(x.dir, namesName)
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() { // a pipe would be waited for
		return nil, cmp.Or(err, errStale)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	head := make([]byte, sha256.Size)
	if _, err = f.ReadAt(head, 0); err == nil && !bytes.Equal(head, v.fingerprint()) {
		err = errStale
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// namesFile is a file of names from which a table reads, as it was when it was opened. It is closed when nobody has the table
// any more.
type namesFile struct {
	*os.File
	was os.FileInfo
}

// changed reports whether somebody wrote into the file.
func (f *namesFile) changed() bool {
	info, err := f.Stat()
	return err != nil || info.Size() != f.was.Size() || !info.ModTime().Equal(f.was.ModTime())
}

// savedNames returns the names that were kept, nil if there are none of these cables.
func (x *Index) savedNames(v *view) (*names.Table, *namesFile) {
	f, err := x.openNames(v)
	if err != nil {
		return nil, nil
	}
	if info, err := f.Stat(); err == nil {
		size := info.Size() - sha256.Size
		if t, err := names.ReadTable(io.NewSectionReader(f, sha256.Size, size), size); err == nil {
			return t, &namesFile{f, info}
		}
	}
	f.Close()
	return nil, nil
}

// saveNames keeps names for the next time, if that is possible.
func (x *Index) saveNames(v *view, t *names.Table) {
	if len(v.numbers) < fewCables {
		return
	}
	path := filepath.Join(x.dir, fmt.Sprintf("%s-%08x", namesName, rand.Uint32()))
	f, err := createFile(path)
	if err != nil {
		return
	}
	if _, err = f.Write(v.fingerprint()); err == nil {
		err = t.Save(f)
	}
	if closed := f.Close(); err != nil || closed != nil || os.Rename(path, filepath.Join(x.dir, namesName)) != nil {
		os.Remove(path)
	}
}
