package ui

import (
	"time"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/model/names"
	"reftel/model/names/rules"
	"reftel/model/notebook"
	"reftel/model/query"
	"reftel/ui/copies"
	"reftel/ui/overview"
	"reftel/ui/palette"
)

// ruledMsg says that rules about names hold now, or why they do not.
type ruledMsg struct {
	set  *rules.Set
	made *change // to be taken back later; nil: nothing
	said string
	err  error
}

// Every message is a fact that a command has produced. Where there may be several requests of its kind it
// carries the generation of the one that it answers (see latest); the App drops it when a later request was made.

// countedMsg: the cables of the list have been counted for the overview.
type countedMsg struct {
	generation uint64
	content    overview.Content
	err        error
}

// comparedMsg: a cable has been compared with one of its other copies.
type comparedMsg struct {
	generation uint64
	with       shelf.Number // None: there is no other copy
	at, of     int          // which of how many it is, from 0
	content    copies.Content
	err        error
}

// filteredMsg: the filter of the list has been applied to the library.
type filteredMsg struct {
	generation uint64
	numbers    []shelf.Number
	took       time.Duration
	err        error
}

// newestMsg: the filter of the list has been applied to the newest cables.
type newestMsg struct {
	generation uint64
	numbers    []shelf.Number
}

// restedMsg: the place that is read is to be kept.
type restedMsg struct{}

// foundMsg: the palette's query has been answered.
type foundMsg struct {
	generation uint64
	typed      string
	rows       []palette.Row
	total      int
}

// loadedMsg: some more of the library has been read, or all of it.
type loadedMsg struct {
	progress shelf.Progress
	ended    bool
	err      error // with which it ended
}

// previewMsg: the cursor of the list has rested on a cable.
type previewMsg struct{ generation uint64 }

// openedMsg: a cable has been read.
type openedMsg struct {
	generation uint64
	number     shelf.Number
	opened     *shelf.Opened
	stopped    *notebook.Anchor // where its reading stopped; nil: it was not read
	jotted     jotted           // what the notebook has on it
	err        error
}

// relatedMsg: what the library knows by now of the cable that is read has been looked up.
type relatedMsg struct {
	generation uint64
	opened     *shelf.Opened
	copies     []shelf.Number // of the cable, itself among them
}

// fetchedMsg: rows of the list are at hand.
type fetchedMsg struct{ err error }

// locatedMsg: the cables that a reference leads to have been looked up.
type locatedMsg struct {
	generation uint64
	mark       model.Mark
	numbers    []shelf.Number
	err        error
}

// soughtMsg: another cable with a hit or a mark has been looked for.
type soughtMsg struct {
	generation uint64
	number     shelf.Number // None: there is none
	name       *model.Name  // what the cable has of the name of the library that is sought
	quest      quest
	err        error
}

// sourceMsg: the source of a cable has been read.
type sourceMsg struct {
	generation uint64
	number     shelf.Number
	source     []byte // nil when nothing could be read
	err        error
}

// keptMsg: what was to be kept has been written, or could not be.
type keptMsg struct {
	all  []kept
	errs []error // of each, nil: it is written
}

// jottedMsg: what the notebook has on the cable that is read has been asked.
type jottedMsg struct {
	generation uint64
	number     shelf.Number
	jotted
}

// copiedMsg: the clipboard has taken a text, or refused it.
type copiedMsg struct {
	what, text string
	err        error
}

// pipedMsg: a command that was handed a text has ended.
type pipedMsg struct {
	command, what string
	err           error
}

// exportedMsg: cables have been written into a file.
type exportedMsg struct {
	name   string
	cables int
	left   int // out, because they could not be read
	err    error
}

// editedMsg: the editor has ended, and has left the note so.
type editedMsg struct {
	text string
	err  error
}

// placedMsg: the cable of a place that was kept has been looked for.
type placedMsg struct {
	generation uint64
	number     shelf.Number // None: it is not in the library
	place      notebook.Anchor
	err        error
}

// hiddenMsg: more of what is redacted was counted.
type hiddenMsg struct {
	generation uint64
	count      *library.Hiding
	left       []shelf.Number // to be read yet
	of         int            // of so many
	err        error
}

// rereadMsg: which cables and labels the notebook knows has been asked.
type rereadMsg struct {
	generation  uint64
	read, noted *query.Cables
	labels      []string
}

// recalledMsg: the notebook knows where the reading of the library stopped.
type recalledMsg struct{ last notebook.Anchor }

// resumedMsg: the cable in which it stopped has been found.
type resumedMsg struct{ number shelf.Number }

// unreadMsg: the next unread cable has been looked for.
type unreadMsg struct {
	generation uint64
	number     shelf.Number // None: there is none
	err        error
}

// saidMsg: whoever shows the program has something to say.
type saidMsg struct{ what string }

// unwrittenMsg: something could not be written into the notebook.
type unwrittenMsg struct{ err error }

// mentionedMsg: some of the cables that have a name have been read.
type mentionedMsg struct {
	generation uint64
	numbers    []shelf.Number // of all that have it
	to         int            // up to where they have been read
	found      []shelf.Mentioned
	err        error
}

// datedMsg: in which years names stand has been counted.
type datedMsg struct {
	generation uint64
	names      []names.Entry
	years      [][]names.Year
}
