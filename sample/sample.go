// Package sample holds the built-in library: twenty invented cables that tell one story and show
// every form that reftel reads. README.md says what each file shows.
package sample

import (
	"embed"
	"io/fs"
)

//go:embed cables
var files embed.FS

// FS returns the sample's files: newspaper pages, site pages and plain telegrams in folders of
// their own, as a reader would have saved them. It is read-only and needs no file on disk.
func FS() fs.FS {
	cables, err := fs.Sub(files, "cables")
	if err != nil { // only a folder name that is no path gives one
		panic("sample: the embedded folder cables has a bad name: " + err.Error())
	}
	return cables
}
