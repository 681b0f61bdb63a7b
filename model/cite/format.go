package cite

// Format is a way to write citations.
type Format string

// The formats.
const (
	AsText   Format = "text" // a note as scholarship writes it
	AsBibTeX Format = "bibtex"
	AsRIS    Format = "ris"
	AsCSL    Format = "csl-json"
)

// Formats lists the formats, the default one first.
func Formats() []Format { return []Format{AsText, AsBibTeX, AsRIS, AsCSL} }
