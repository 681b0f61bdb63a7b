package parser

import (
	"strings"

	nethtml "golang.org/x/net/html"
)

// lineBlocks finds out how a page uses its block elements: for paragraphs, or for single lines, so that
// sentences run on from one element to the next. In the second case only empty elements part paragraphs.
type lineBlocks struct {
	single bool // known from a first reading: elements are lines

	from     int  // where the text since the last tag of a block begins
	opened   bool // that tag was a start tag
	short    bool // the last text may be a line whose sentence goes on
	goOn     int  // short texts that go on with the one before
	complete int  // texts that are more than a line
}

// boundary judges the text that a tag of a block ends; empty reports that the tag ends an element
// without any text.
func (l *lineBlocks) boundary(tag *tagForm, end bool, text string, pre bool) (empty bool) {
	const shortest, longest = 30, 100 // of a line in mid-sentence
	last := strings.TrimSpace(text[min(l.from, len(text)):])
	empty = end && l.opened && last == ""
	l.opened = !end
	switch {
	case last == "" || pre || !tag.either:
	case len(last) > longest || strings.Contains(last, "\n"):
		l.complete++
		l.short = false
	default:
		if l.short && startsLower(last) {
			l.goOn++
		}
		l.short = len(last) >= shortest && !endsSentence(last)
	}
	return empty
}

// singleLines reports whether the page just read has a line in each of its elements.
func (l *lineBlocks) singleLines() bool {
	return !l.single && l.goOn >= 3 && l.goOn > 2*l.complete
}

// unseen is an element that browsers do not show, and how many of its name are open.
type unseen struct {
	name  string
	depth int
	at    int // where it begins
}

// tag notes a tag; it reports whether it belongs to what is not shown.
func (u *unseen) tag(tag *tagForm, kind nethtml.TokenType, attrs attributes) bool {
	if u.depth > 0 && kind != nethtml.EndTagToken && (u.name == "p" && tag.apart || u.name == "head" && (tag.name == "body" || tag.apart)) {
		u.depth = 0 // closed by what cannot stand inside it
	}
	switch {
	case u.depth == 0:
		if kind != nethtml.StartTagToken || tag.void || !tag.unseen && !attrs.hidden {
			return false
		}
		u.name, u.depth = tag.name, 1
	case tag.name == u.name:
		switch kind {
		case nethtml.StartTagToken:
			u.depth++
		case nethtml.EndTagToken:
			u.depth--
		}
	}
	return true
}
