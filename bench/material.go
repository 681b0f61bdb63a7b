package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"reftel/bench/child"
	"reftel/internal/synthetic"
	"reftel/model/library/index"
)

// seed of all that is made.
const seed = 1

// library is the path of the large cables.csv; smaller is that of the one for notmuch.
func (b *bench) library() string { return b.csv(b.cables) }
func (b *bench) smaller() string { return b.csv(b.peers) }

func (b *bench) csv(rows int) string {
	return filepath.Join(b.dir, fmt.Sprintf("cables-%d-%d.csv", seed, rows))
}

// makeCSV makes a library unless it is there.
func (b *bench) makeCSV(rows int) error {
	path := b.csv(rows)
	if fileSize(path) > 0 {
		return nil
	}
	b.say("making %s cables", thousands(rows))
	start := time.Now()
	if err := copyTo(path+".part", synthetic.NewLibrary(seed, rows).Rows(rows)); err != nil {
		return err
	}
	b.say("made %s in %s", bytesOf(fileSize(path+".part")), duration(time.Since(start)))
	return os.Rename(path+".part", path)
}

// largeCache and smallCache are the folders for the indexes of the two.
func (b *bench) largeCache() string { return b.cache(b.cables) }
func (b *bench) smallCache() string { return b.cache(b.peers) }

func (b *bench) cache(rows int) string {
	return filepath.Join(b.dir, fmt.Sprintf("cache-%d-%d", seed, rows))
}

// environment gives reftel a folder for its indexes, and no other to write to.
func (b *bench) environment(cache string) []string {
	return []string{"XDG_CACHE_HOME=" + cache, "XDG_DATA_HOME=" + filepath.Join(b.dir, "data"), "XDG_STATE_HOME=" + filepath.Join(b.dir, "state")}
}

// index brings the only index in a folder for caches up to date, that of a library, and returns where it is.
func (b *bench) index(csv, cache string) (dir string, r child.Run, err error) {
	r, err = child.Task{Program: b.program, Args: []string{"index", csv}, Env: b.environment(cache)}.Run()
	if err != nil {
		return "", r, err
	}
	found, err := filepath.Glob(filepath.Join(cache, "reftel", "*", "index.db"))
	if err != nil || len(found) != 1 {
		return "", r, fmt.Errorf("%d indexes are in %s instead of one", len(found), cache)
	}
	return filepath.Dir(found[0]), r, nil
}

// openLibrary opens the index of the large library.
func (b *bench) openLibrary() (*index.Index, error) {
	dir, err := b.indexedLibrary()
	if err != nil {
		return nil, err
	}
	return index.Open(dir)
}

// indexedLibrary makes the large library and its index unless they are there.
func (b *bench) indexedLibrary() (dir string, err error) {
	if err := b.makeCSV(b.cables); err != nil {
		return "", err
	}
	dir, _, err = b.index(b.library(), b.largeCache())
	return dir, err
}

func copyTo(path string, r io.Reader) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	_, err = io.Copy(w, r)
	return errors.Join(err, w.Flush(), f.Close())
}

// fileSize is that of a file, 0 if there is none.
func fileSize(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// folderSize is that of all files below a folder.
func folderSize(dir string) (size int64) {
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			size += fileSize(path)
		}
		return nil
	})
	return size
}

// filesIn are all files below a folder.
func filesIn(dir string) (out []string) {
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			out = append(out, path)
		}
		return nil
	})
	return out
}
