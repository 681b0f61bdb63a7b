package ui

import (
	"reftel/model"
	"reftel/model/library"
	"reftel/model/names"
	"reftel/ui/palette"
)

// Every message is a fact that a command has produced. Where there may be several requests of its kind it
// carries the generation of the one that it answers (see latest); the App drops it when a later request was made.

// filteredMsg: the filter of the list has been applied to the library.
type filteredMsg struct {
	generation uint64
	cables     []*model.Cable
}

// foundMsg: the palette's query has been answered.
type foundMsg struct {
	generation uint64
	rows       []palette.Row
	total      int
}

// loadedMsg: some more of the library has been read, or all of it.
type loadedMsg struct {
	batch library.Batch
	ended bool
}

// previewMsg: the cursor of the list has rested on a cable.
type previewMsg struct{ generation uint64 }

// soughtMsg: another cable with a hit or a mark has been looked for.
type soughtMsg struct {
	generation uint64
	cable      *model.Cable // nil: there is none
	quest      quest
}

// sourceMsg: the source of a cable has been read.
type sourceMsg struct {
	generation uint64
	cable      *model.Cable
	source     []byte // nil when nothing could be read
	err        error
}

// namedMsg: the cables that have a name of the library have been looked up.
type namedMsg struct {
	generation uint64
	name       names.Entry
	cables     []*model.Cable
}
