package query

import "strings"

// named asks for a name. One with a comma, "garcia luna, genaro", is written as an index has it, the surname first: it is asked
// for in that order and in the other. While the part behind the comma is being typed, what begins so is looked for in all
// names of the cable, for only the last word of a text may go on.
func (v value) named(text *Text) Node {
	surname, given, found := strings.Cut(v.text, ",")
	first, ok := NewText(given, text.Prefix)
	last, has := NewText(surname, false)
	if !found || !ok || !has {
		return InField{Name, text}
	}
	if text.Prefix {
		return Or{InField{Name, text}, And{InField{Name, last}, InField{Name, first}}}
	}
	turned, _ := NewText(given+" "+surname, false)
	return Or{InField{Name, text}, InField{Name, turned}}
}
