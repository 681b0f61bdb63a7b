package lookup

import "reftel/model"

// How says by what a name was found, the best first.
type How uint8

// The ways of finding a name. Up to Inside the name has what was typed, apart from case, accents and blanks.
const (
	All        How = iota // nothing was typed
	Exact                 // a form of the name is what was typed
	Words                 // all words stand in it
	Untitled              // all words but titles and small words (president, of)
	Beginnings            // all words, or beginnings of words
	Inside                // somewhere within words

	// What follows was inferred.

	OtherName // another name of the same place or organization: Peking for Beijing
	Initials  // the initials of its words
	Variant   // another spelling of a name that sounds so
	Slip      // a typing error, or two
	Scattered // the letters, scattered
)

// Inferred reports whether the name does not have what was typed.
func (h How) Inferred() bool { return h > Inside }

// String says it in a word or two; nothing for what is plain to see.
func (h How) String() string {
	switch h {
	case Untitled:
		return "without title"
	case OtherName:
		return "other name"
	case Initials:
		return "initials"
	case Variant:
		return "other spelling"
	case Slip:
		return "similar"
	case Scattered:
		return "letters"
	}
	return ""
}

// Hit is a name that was found.
type Hit struct {
	Row  int
	How  How
	Form int          // in which of its forms
	Lit  []model.Span // what to light in that form
}
