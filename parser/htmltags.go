package parser

import (
	"bytes"
	"strings"

	nethtml "golang.org/x/net/html"
)

// tagForm is what the parser knows of a tag.
type tagForm struct {
	name   string // in small letters
	line   bool   // begins a line of its own
	apart  bool   // stands apart by an empty line
	either bool   // one of apart or line that pages also use for single lines: see lineBlocks
	unseen bool   // no browser shows its text as part of the page
	void   bool   // has no content
	raw    bool   // its content is text up to its end tag, whatever it looks like
}

// tagForms are the tags that mean something to the parser, and those that mean nothing and are many.
var tagForms = func() map[string]*tagForm {
	forms := map[string]*tagForm{}
	note := func(names string, say func(*tagForm)) {
		for _, name := range strings.Fields(names) {
			if forms[name] == nil {
				forms[name] = &tagForm{name: name}
			}
			say(forms[name])
		}
	}
	note("body caption dd dt form hr html li option tbody td tfoot th thead title tr", func(f *tagForm) { f.line = true })
	note("blockquote h1 h2 h3 h4 h5 h6 ol pre ul address article aside center dl fieldset figure footer header main nav section table div p",
		func(f *tagForm) { f.apart = true })
	note("div p section article center td th tr li dd dt", func(f *tagForm) { f.either = true })
	note("head iframe noembed noframes noscript script select style template textarea", func(f *tagForm) { f.unseen = true })
	note("area base br col embed hr img input link meta param source track wbr", func(f *tagForm) { f.void = true })
	note("iframe noembed noframes noscript plaintext script style textarea title xmp", func(f *tagForm) { f.raw = true })
	note("a abbr b big code em font i label small span strong sub sup tt u", func(*tagForm) {})
	return forms
}()

// tagFormOf returns the form of a tag by its name, which may be written in capitals.
func tagFormOf(name []byte) *tagForm {
	if f, ok := tagForms[string(name)]; ok {
		return f
	}
	small := bytes.Clone(name)
	for i, c := range small {
		if isUpper(c) {
			small[i] = c | 0x20
		}
	}
	if f, ok := tagForms[string(small)]; ok {
		return f
	}
	return &tagForm{name: string(small)}
}

// attributes are those of a tag that the parser looks at.
type attributes struct {
	cable     bool // the class of the table above a cable on the site
	paragraph bool // the id of the site's own anchors
	hidden    bool // by attribute or by style
}

// set notes an attribute with its decoded value.
func (a *attributes) set(key, value []byte) {
	switch string(key) {
	case "class":
		a.cable = string(value) == "cable"
	case "id":
		a.paragraph = bytes.HasPrefix(value, []byte("par"))
	case "hidden":
		a.hidden = true
	case "style":
		style := strings.ToLower(strings.Join(strings.Fields(string(value)), ""))
		a.hidden = a.hidden || strings.Contains(style, "display:none")
	}
}

// readAttributes reads the attributes of the tag that a tokenizer has just read.
func readAttributes(z *nethtml.Tokenizer, more bool) (a attributes) {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		a.set(key, value)
	}
	return a
}

// attributesSeen are the attributes that a tag has had so far, of those that the parser looks at.
type attributesSeen struct{ class, id, hidden, style bool }

// take notes an attribute as it is written. It reports false where only a tokenizer can read it: the
// name has capitals, the tag had one of that name before, the value is not what it stands for.
func (a *attributes) take(seen *attributesSeen, key, value []byte) bool {
	var before *bool
	switch string(key) {
	case "class":
		before = &seen.class
	case "id":
		before = &seen.id
	case "hidden":
		before = &seen.hidden
	case "style":
		before = &seen.style
	default:
		for _, c := range key {
			if isUpper(c) {
				return false
			}
		}
		return true
	}
	if *before || bytes.ContainsAny(value, "&\r\x00") {
		return false
	}
	*before = true
	a.set(key, value)
	return true
}
