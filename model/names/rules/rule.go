package rules

import (
	"strings"
	"unicode"

	"reftel/model"
	"reftel/model/match"
)

// Verb is what a rule does.
type Verb string

// The verbs.
const (
	Merge  Verb = "merge"  // the other names are the first one
	Split  Verb = "split"  // a form is a name of its own
	Rename Verb = "rename" // it is called otherwise
	Retype Verb = "retype" // it stands for something else
	Hide   Verb = "hide"   // it is no name, or none that anybody wants to see
)

// Rule is one thing that the reader says of names.
type Rule struct {
	Verb Verb
	Kind model.NameKind
	// Names are, for each verb: what all are called and the others (Merge); the form and the name it is split from
	// (Split); what it is called and what it shall be called (Rename); the name alone (Retype, Hide).
	Names []string
	To    model.NameKind // Retype

	At string // where it is written, for sentences: "line 3"
}

// String writes the rule as it is read: one line, always the same for the same rule.
func (r Rule) String() string {
	var b strings.Builder
	b.WriteString(string(r.Verb) + " " + string(r.Kind) + " ")
	for i, name := range r.Names {
		if i > 0 {
			b.WriteString(" " + signs[r.Verb] + " ")
		}
		b.WriteString(quoted(name))
	}
	if r.Verb == Retype {
		b.WriteString(" -> " + string(r.To))
	}
	return b.String()
}

// signs stand between the names of a rule, or in front of its kind.
var signs = map[Verb]string{Merge: "=", Split: "from", Rename: "->", Retype: "->"}

// quoted writes a name in quotation marks.
func quoted(name string) string {
	return `"` + escape.Replace(Clean(name)) + `"`
}

var escape = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// longest is how many bytes a name may have: as many as are told apart of one that was found.
const longest = 400

// Clean returns a name as a rule can have it: on one line, without what steers a terminal, not too long. To a rule it is
// the same name.
func Clean(name string) string {
	if len(name) > longest {
		name = strings.ToValidUTF8(name[:longest], "")
	}
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if isBarred(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(name, " "))), " ")
}

// isBarred reports whether a character has no place in a name: it steers a terminal, or turns the direction of letters.
func isBarred(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\u200e' || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// Key is the same for names that a rule takes for one: blind to case, accents, hyphens and apostrophes.
func Key(name string) string {
	if key := match.Fold(Clean(name)); key != "" {
		return key
	}
	return Clean(name) // of signs alone
}

// kinds are those that a rule can speak of.
var kinds = []model.NameKind{model.Person, model.Organization, model.Place, model.Term}

// Format writes rules as a text that [Parse] reads.
func Format(all []Rule) string {
	var b strings.Builder
	for _, r := range all {
		b.WriteString(r.String() + "\n")
	}
	return b.String()
}
