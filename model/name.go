package model

// NameKind says what a name stands for.
type NameKind string

// The kinds of names.
const (
	Person       NameKind = "person"
	Organization NameKind = "organization"
	Place        NameKind = "place"
)

// Name is somebody or something named in a cable, with every written form that was merged into
// it. A merge is a claim: Forms shows it.
type Name struct {
	Name     string    `json:"name"` // the fullest form
	Kind     NameKind  `json:"kind"`
	Forms    []string  `json:"forms"`    // as written, the fullest first
	Mentions []Mention `json:"mentions"` // in reading order
}

// Mention is one place where a name stands.
type Mention struct {
	Block int  `json:"block"`
	Span  Span `json:"span"`
}
