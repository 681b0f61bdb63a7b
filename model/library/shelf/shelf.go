// Package shelf is a library as the program that shows it sees it: cables by number, a query answered by numbers, a cable
// opened with all that is known of its references. Its cables are in memory ([NewMemory]) or in an index on disk
// ([NewIndexed]); whoever asks doesn't see which.
package shelf

import (
	"context"

	"reftel/model"
	"reftel/model/expand"
	"reftel/model/library"
	"reftel/model/names"
	"reftel/model/names/rules"
	"reftel/model/query"
)

// Number is how a shelf knows a cable. It stays the same as long as the cable's file doesn't change and the index isn't built
// anew, and is never that of another cable.
type Number = uint32

// None is the number of no cable.
const None Number = 1<<32 - 1

// Shelf is a library that may still be growing. Any number of goroutines may ask it. What takes a context may have to
// wait for a disk; the rest answers at once, and may be asked between a key and its frame.
type Shelf interface {
	// Fill reads what there is to read, until all is read or ctx ends, and calls progress whenever there is more to see.
	// It is called once.
	Fill(ctx context.Context, progress func(Progress)) error

	// All returns the numbers of all cables in the order of [library.Compare]. The slice is a snapshot: it is not
	// changed afterwards, by nobody.
	All() []Number

	// Find returns those of the cables that a question is answered by, in the same order.
	Find(ctx context.Context, q Question) ([]Number, error)

	// Newest returns as much of the answer to a question as is found among the newest cables, where the whole answer may
	// take long; nothing, where it doesn't.
	Newest(ctx context.Context, q Question) ([]Number, error)

	// Facets counts those cables: see [library.FacetsOf].
	Facets(ctx context.Context, q Question, top, bars int) (library.Facets, error)

	// Row returns what a list shows of a cable, if it is at hand; [Shelf.Fetch] brings it there.
	Row(n Number) (Row, bool)
	Fetch(ctx context.Context, numbers []Number) error

	// Open reads a cable whole. The error says in a sentence why it can't be read.
	Open(ctx context.Context, n Number) (*Opened, error)

	// Relate returns an opened cable with what the library knows by now.
	Relate(ctx context.Context, o *Opened) (*Opened, error)

	// Further returns a cable that was opened with what its references lead to in so many steps: behind each link those of
	// the cable at its end.
	Further(ctx context.Context, o *Opened, depth int) (*Opened, error)

	// Expand returns an opened cable with what other cables say its acronyms stand for behind what it says itself: see
	// [Opened.Terms].
	Expand(ctx context.Context, o *Opened) (*Opened, error)

	// CountHidden reads cables in which something is redacted, and counts what is hidden in them. Those that can't be read
	// are left out.
	CountHidden(ctx context.Context, into *library.Hiding, numbers []Number) error

	// WithID returns the cables with an id, as [library.Library.ByID] does.
	WithID(ctx context.Context, id model.ID) ([]Number, error)

	// Next looks for the next cable of a list, behind the one at a place (before it: Backward), that has what is sought.
	// None: there is none.
	Next(ctx context.Context, list []Number, at int, d library.Direction, s Sought) (Number, error)

	// Source reads the bytes of a cable again: see [library.Library.Source].
	Source(ctx context.Context, n Number) ([]byte, error)

	// Names returns the names of the library, and Named the cables that have one.
	Names() Names
	Named(ctx context.Context, e names.Entry) ([]Number, error)

	// Mentioned reads cables that have a name, whole, each with what it has of the name. Those that can't be read are left
	// out; when none can, the error says why.
	Mentioned(ctx context.Context, e names.Entry, numbers []Number) ([]Mentioned, error)

	// SetRules lays the reader's rules over all that is said of names. It returns when they hold, which in a library of a
	// million names takes a second or two. Cables that are open have their names as before, until [Shelf.Relate].
	SetRules(ctx context.Context, s *rules.Set) error

	// SetNotebook has a notebook answer what queries ask for of what the reader keeps: has:note, is:unread. Without one
	// nothing is kept.
	SetNotebook(b query.Notebook)

	// Titled finds cables by what a list shows of them, the best first, for a shelf whose rows are too many to be
	// matched one by one (see [Shelf.Listed]).
	Titled(ctx context.Context, typed string, limit int) ([]Number, error)

	// Listed reports whether all rows are at hand, so that they may be matched one by one.
	Listed() bool

	// Values returns what cables have in a field of queries, the most frequent first, for completion.
	Values(f query.Field) []string

	// Problems returns what could not be read.
	Problems() []library.Problem
}

// Question is what narrows a list: a query and a name; either may ask nothing.
type Question struct {
	Query query.Query
	Name  *Naming
}

// Naming is a name as a cable has it, or one of the library; asked for are all cables that name the same.
type Naming struct {
	In    *Opened
	Name  model.Name
	Entry *names.Entry // nil: the name of the cable
}

// Called is what the name is called.
func (n *Naming) Called() string {
	if n.Entry != nil {
		return n.Entry.Name
	}
	return n.Name.Name
}

// Mentioned is a cable with what it has of a name, its mentions in reading order.
type Mentioned struct {
	Number Number
	Cable  *model.Cable
	Name   model.Name
}

// Sought is what [Shelf.Next] looks for: the first of these that is set.
type Sought struct {
	Needle string // as [query.Find] takes it
	Name   *Naming
	Marks  []model.MarkKind
	Text   func(text string) bool // a block whose text it takes; every cable is read
}

// Row is what a list shows of a cable. One without a cable is of a cable that is gone: its file has changed.
type Row struct {
	Cable             *model.Cable // perhaps without its text: id, date, classification, post, sender, subject, source
	Redacted, Damaged bool         // words are redacted; the end of a paragraph is lost
	Missing           bool         // its file is gone: it can't be opened
}

// Progress says how far the reading has come.
type Progress struct {
	library.Progress
	Grown bool // there are more cables than when progress was called before
	Index bool // an index is being written
	Busy  bool // by another process
}

// Names looks names up: see [names.Index.Lookup].
type Names interface {
	// Ready reports whether an answer comes at once; names that are not read yet are then read in the background.
	Ready() bool
	Lookup(ctx context.Context, typed string, limit int) (hits []names.Hit, total int)

	// Years says how often a name that was found stands in the cables of each year, the first year first.
	Years(ctx context.Context, e names.Entry) ([]names.Year, error)

	// Err says in a sentence why there are no names, or none that are new, where they could not be read.
	Err() error
}

// Opened is a cable that is read, with what the library knew of its references when it was opened. It is never changed.
type Opened struct {
	Number Number
	Cable  *model.Cable // its names as the reader's rules have them
	Known  *model.Cable // the same with the states of its references: see [library.Library.SetStates]

	Cites, CitedBy []Link
	Others         map[model.ID]int // how many other cables cite what is cited and missing

	Terms []expand.Term // what its acronyms and TAGS stand for, as the cable and tables say, and others: see [Shelf.Expand]

	leads map[place]int // marks of Known that are references
	read  *model.Cable  // as it was read: its names as they were found
	rules *rules.Set    // that Cable follows
}

// place is where a mark stands.
type place struct {
	block int
	span  model.Span
}

// Leads says where a reference of the cable leads: see [library.Library.Leads].
func (o *Opened) Leads(m model.Mark) ([]model.ID, model.RefState) {
	if i, ok := o.leads[place{m.Block, m.Span}]; ok {
		return o.Known.Marks[i].IDs, o.Known.Marks[i].State
	}
	return m.IDs, m.State
}

// Link is a reference between two cables, with the number of the one at the other end; None where it is missing.
type Link struct {
	library.Link
	Number Number
	Step   int // how many links lead there: see [Shelf.Further]; 0 where that isn't asked
}
