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
func (l *lineBlocks) boundary(name string, end bool, text string, pre bool) (empty bool) {
	const shortest, longest = 30, 100 // of a line in mid-sentence
	last := strings.TrimSpace(text[min(l.from, len(text)):])
	empty = end && l.opened && last == ""
	l.opened = !end
	switch {
	case last == "" || pre || !eitherTags[name]:
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

// attributes are those of a tag that the parser looks at.
type attributes struct {
	class, id string
	hidden    bool // by attribute or by style
}

func readAttributes(z *nethtml.Tokenizer, more bool) attributes {
	var a attributes
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "class":
			a.class = string(value)
		case "id":
			a.id = string(value)
		case "hidden":
			a.hidden = true
		case "style":
			style := strings.ToLower(strings.Join(strings.Fields(string(value)), ""))
			a.hidden = a.hidden || strings.Contains(style, "display:none")
		}
	}
	return a
}

// unseenTags are elements whose text no browser shows as part of the page; voidTags have no content.
var (
	unseenTags = tagSet("head iframe noembed noframes noscript script select style template textarea")
	voidTags   = tagSet("area base br col embed hr img input link meta param source track wbr")
)

// unseen is an element that browsers do not show, and how many of its name are open.
type unseen struct {
	name  string
	depth int
}

// tag notes a tag; it reports whether it belongs to what is not shown.
func (u *unseen) tag(name string, kind nethtml.TokenType, attrs attributes) bool {
	if u.depth > 0 && kind != nethtml.EndTagToken && (u.name == "p" && apartTags[name] || u.name == "head" && (name == "body" || apartTags[name])) {
		u.depth = 0 // closed by what cannot stand inside it
	}
	switch {
	case u.depth == 0:
		if kind != nethtml.StartTagToken || voidTags[name] || !unseenTags[name] && !attrs.hidden {
			return false
		}
		u.name, u.depth = name, 1
	case name == u.name:
		switch kind {
		case nethtml.StartTagToken:
			u.depth++
		case nethtml.EndTagToken:
			u.depth--
		}
	}
	return true
}
