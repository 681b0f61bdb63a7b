// Package watchlist holds the names that somebody is looking for, a line each, and finds where they are written. A list may
// have a hundred thousand: texts are read once, not once a name.
package watchlist

import (
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/query"
)

// Entry is a line of a list.
type Entry struct {
	Line int    // in the file, from 1
	Name string // as written there, without blanks around it
}

// List is a list of names. It does not change, and may be used by several goroutines.
type List struct {
	Entries []Entry

	phrases *query.Phrases
	owners  []int // the entry of each phrase
}

// At is a place where a name of a list is written.
type At struct {
	Entry int // its place in Entries
	Span  model.Span
}

// New makes a list of entries.
func New(entries []Entry) *List {
	l := &List{Entries: entries}
	var phrases []string
	for i, e := range entries {
		for _, spelling := range e.Spellings() {
			phrases, l.owners = append(phrases, spelling), append(l.owners, i)
		}
	}
	l.phrases = query.NewPhrases(phrases)
	return l
}

// Spellings returns the name as it stands, and turned round where the surname is first, as registers have it: Quill, Ada.
func (e Entry) Spellings() []string {
	surname, given, ok := strings.Cut(e.Name, ",")
	if surname, given = strings.TrimSpace(surname), strings.TrimSpace(given); !ok || surname == "" || given == "" || strings.Contains(given, ",") {
		return []string{e.Name}
	}
	return []string{e.Name, given + " " + surname}
}

// In returns where names of the list are written in a text, in the order of the text. Case and accents make no difference.
// Places of different entries may lie over each other.
func (l *List) In(text string) []At {
	found := l.phrases.In(text)
	out := make([]At, 0, len(found))
	for _, f := range found {
		at := At{l.owners[f.Phrase], f.Span}
		over := func(o At) bool { return o.Entry == at.Entry && o.Span.End > at.Span.Start }
		if !slices.ContainsFunc(out[max(0, len(out)-nearby):], over) {
			out = append(out, at)
		}
	}
	return out
}

// nearby is how many places before one may lie over it as another spelling of the same entry.
const nearby = 8

// Spans returns where names of the list are written in a text, in its order; none lies over another.
func (l *List) Spans(text string) (out []model.Span) {
	for _, at := range l.In(text) {
		if last := len(out) - 1; last >= 0 && out[last].Overlaps(at.Span) {
			out[last].End = max(out[last].End, at.Span.End)
			continue
		}
		out = append(out, at.Span)
	}
	return out
}

// Has reports whether a name of the list is written in a text.
func (l *List) Has(text string) bool { return len(l.phrases.In(text)) > 0 }
