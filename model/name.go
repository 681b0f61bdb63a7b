package model

// NameKind says what a name stands for.
type NameKind string

// The kinds of names.
const (
	Person       NameKind = "person"
	Organization NameKind = "organization"
	Place        NameKind = "place"
	Term         NameKind = "term" // of an edition's list of terms and abbreviations: what it stands for isn't known
)

// NameOrigin says who found a name.
type NameOrigin string

// The origins of names; "" is reftel's own search in the text.
const (
	FromMarkup   NameOrigin = "markup"   // the edition's editors marked it in the text
	FromIndexers NameOrigin = "indexers" // the archive's indexers noted it beside the telegram
)

// Name is somebody or something named in a cable, with every written form that was merged into
// it. A merge is a claim: Forms shows it.
type Name struct {
	Name     string     `json:"name"` // the fullest form
	Kind     NameKind   `json:"kind"`
	Forms    []string   `json:"forms"` // as written, the fullest first
	Origin   NameOrigin `json:"origin,omitzero"`
	Key      string     `json:"key,omitzero"`  // the editors' key: p_SDA_1
	Note     string     `json:"note,omitzero"` // what the edition's lists of persons and terms say
	Mentions []Mention  `json:"mentions"`      // in reading order
}

// Mention is one place where a name stands.
type Mention struct {
	Block int  `json:"block"`
	Span  Span `json:"span"`
}
