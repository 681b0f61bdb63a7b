package query

import (
	"fmt"
	"slices"
	"strings"

	"reftel/model"
)

// Field is a name that stands in front of a colon.
type Field string

// The fields (DESIGN section 6).
const (
	ID      Field = "id"      // the id, or the beginning of one: id:10MEXICO83, id:10mex*
	From    Field = "from"    // who sent it: the post, its address, its name in the id
	To      Field = "to"      // addressees, for action or information
	Tag     Field = "tag"     // code or meaning of an entry of the TAGS line
	ClassOf Field = "class"   // classification: class:secret, class:>=C
	Date    Field = "date"    // date:2010, date:2009-12..2010-01
	Subject Field = "subject" // subject, or the publisher's headline
	Name    Field = "name"    // people, organizations and places in any of their forms
	Ref     Field = "ref"     // cables that cite one
	CitedBy Field = "citedby" // cables that one cites
	Has     Field = "has"     // what stands in the text: has:redaction
	Is      Field = "is"      // what the cable is: is:copy, is:unread
	Note    Field = "note"    // words of the reader's notes on it
	Label   Field = "label"   // words of a label that the reader gave it
)

// Fields lists the fields.
func Fields() []Field {
	return []Field{ID, From, To, Tag, ClassOf, Date, Subject, Name, Ref, CitedBy, Has, Is, Note, Label}
}

// About says what a field asks for, in the words of help.
func (f Field) About() string { return guide[f].about }

// Examples returns the ways in which a field can be written, the plainest first.
func (f Field) Examples() []string { return guide[f].examples }

// guide explains the fields.
var guide = map[Field]struct {
	about    string
	examples []string
}{
	ID:      {"the id, or how it begins", []string{"id:10MEXICO83", "id:10mex*"}},
	From:    {"who sent it: the post", []string{"from:mexico"}},
	To:      {"who received it, for action or information", []string{"to:bogota"}},
	Tag:     {"a TAGS code, or a word of its meaning", []string{"tag:PREL"}},
	ClassOf: {"its classification", []string{"class:secret", "class:>=confidential"}},
	Date:    {"when it was sent: a day, month or year, or from .. to", []string{"date:2010", "date:2009-12", "date:2009-12..2010-01"}},
	Subject: {"words of its subject or headline", []string{"subject:visit"}},
	Name:    {"a person, organization or place, in any form", []string{`name:"garcia luna"`, `name:"luna, genaro"`}},
	Ref:     {"cables that cite that one", []string{"ref:10MEXICO83"}},
	CitedBy: {"cables that that one cites", []string{"citedby:10MEXICO83"}},
	Has:     {"what its text holds: " + enumerate(Things()) + "; or a note of yours", []string{"has:redaction", "has:note"}},
	Is:      {"cables that you have read or not, or of whose id there are several copies", []string{"is:unread", "is:read", "is:copy"}},
	Note:    {"words of a note of yours on it", []string{"note:lighthouse"}},
	Label:   {"words of a label that you gave it", []string{`label:"chapter 3"`}},
}

// Thing is something that a cable may have in its text.
type Thing string

// The things that has: asks for.
const (
	HasRedaction Thing = "redaction"
	HasOmission  Thing = "omission"
	HasLoss      Thing = "loss"
	HasGarble    Thing = "garble"
	HasSummary   Thing = "summary"
	HasReference Thing = "reference"
)

// Things lists them.
func Things() []Thing {
	return []Thing{HasRedaction, HasOmission, HasLoss, HasGarble, HasSummary, HasReference}
}

// noteWord is what has: asks for besides.
const noteWord = "note"

// What is: asks for.
const (
	copyWord   = "copy"
	readWord   = "read"
	unreadWord = "unread"
)

// asksHas and asksIs are what may stand behind has: and is:.
func asksHas() []Thing { return append(Things(), noteWord) }
func asksIs() []string { return []string{readWord, unreadWord, copyWord} }

// value is what stands behind a field's colon.
type value struct {
	field  Field
	text   string
	star   bool // it may go on
	typing bool // it is still being typed, so it may go on as well
}

// node reads the value. A nil node without an error asks nothing: the value isn't typed to its end yet.
// The error is the sentence without a place.
func (v value) node() (Node, error) {
	if v.text == "" {
		if v.typing {
			return nil, nil
		}
		return nil, fmt.Errorf("%s: has nothing behind its colon: write %s", v.field, v.example())
	}
	switch v.field {
	case ClassOf:
		return v.pick(readClass)
	case Date:
		return v.pick(readDates)
	case Has:
		return v.pick(readThing)
	case Is:
		return v.pick(readIs)
	case Ref, CitedBy:
		return v.pick(v.readLink)
	}
	text, ok := NewText(v.text, v.star || v.typing && endsInWord(v.text))
	if !ok {
		if v.typing {
			return nil, nil
		}
		return nil, fmt.Errorf("there is no letter or digit in %q to search for: write %s", v.text, v.example())
	}
	switch v.field {
	case Note:
		return Kept{KeptNote, text}, nil
	case Label:
		return Kept{KeptLabel, text}, nil
	case Name:
		return v.named(text), nil
	}
	return InField{v.field, text}, nil
}

// pick reads a value out of a closed set. While it is typed it may be the beginning of one.
func (v value) pick(read func(string) (Node, error)) (Node, error) {
	n, err := read(v.text)
	if err != nil && v.typing {
		return nil, nil
	}
	return n, err
}

// example is the field as it could be written.
func (v value) example() string { return enumerate(v.field.Examples()) }

func (v value) readLink(s string) (Node, error) {
	id, ok := model.ParseID(s)
	if !ok {
		return nil, fmt.Errorf("%q is no cable's id: write it as in %s", s, v.example())
	}
	return Linked{v.field, id}, nil
}

func readThing(s string) (Node, error) {
	thing := Thing(strings.ToLower(s))
	switch {
	case thing == noteWord:
		return Kept{What: KeptNote}, nil
	case slices.Contains(Things(), thing):
		return Having{thing}, nil
	}
	return nil, fmt.Errorf("has:%s is not known: has: takes %s", s, enumerate(asksHas()))
}

func readIs(s string) (Node, error) {
	switch strings.ToLower(s) {
	case copyWord:
		return Copy{}, nil
	case readWord:
		return Kept{What: KeptRead}, nil
	case unreadWord:
		return Not{Kept{What: KeptRead}}, nil
	}
	return nil, fmt.Errorf("is:%s is not known: is: takes %s", s, enumerate(asksIs()))
}

// enumerate names all of a closed set: "a, b or c".
func enumerate[T ~string](all []T) string {
	var b strings.Builder
	for i, one := range all {
		switch {
		case i > 0 && i == len(all)-1:
			b.WriteString(" or ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(string(one))
	}
	return b.String()
}

// fieldOf reads the name in front of a colon; near is the field that a mistyped name may mean.
func fieldOf(name string) (f Field, ok bool, near Field) {
	lower := Field(strings.ToLower(name))
	for _, f := range Fields() {
		if f == lower {
			return f, true, ""
		}
		if near == "" && len(name) > 2 && oneSlip(string(lower), string(f)) {
			near = f
		}
	}
	return "", false, near
}

// oneSlip reports whether two words differ by one letter: another one, one more, one less, or two exchanged.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) < len(b):
		return a[i:] == b[i+1:]
	case i == len(a):
		return true
	case a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
