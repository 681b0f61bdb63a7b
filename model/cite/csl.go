package cite

import "strconv"

// Item is a citation as CSL-JSON has it; a file of that format is an array of them. Programs that make a bibliography
// of it take <i>, <b>, <sup>, <sub>, <sc> and <span> in a title for markup, if they are closed, and the format has no way
// to say that they are none.
type Item struct {
	ID              string  `json:"id"`
	Type            string  `json:"type"` // document, or chapter for a document of an edition
	Title           string  `json:"title"`
	Author          []Named `json:"author,omitzero"`
	Issued          *Issued `json:"issued,omitempty"`
	Genre           string  `json:"genre,omitzero"`
	Number          string  `json:"number,omitzero"`
	ContainerTitle  string  `json:"container-title,omitzero"`
	CollectionTitle string  `json:"collection-title,omitzero"`
	Volume          string  `json:"volume,omitzero"`
	Chapter         string  `json:"chapter-number,omitzero"`
	Archive         string  `json:"archive,omitzero"`
	Note            string  `json:"note,omitzero"`
}

// Named is a name that is not to be taken apart.
type Named struct {
	Literal string `json:"literal"`
}

// Issued is a day, or only a year: one list of year, month and day.
type Issued struct {
	DateParts [][]int `json:"date-parts"`
}

// CSL returns the citation as an item of CSL-JSON.
func (c Citation) CSL(key string) Item {
	out := Item{ID: key, Type: "document", Title: c.title(), Archive: c.Archive, Note: c.note()}
	if c.From != "" {
		out.Author = []Named{{c.From}}
	}
	if v := c.Volume; v != nil {
		out.Type, out.Volume, out.Chapter = "chapter", v.Number, strconv.Itoa(c.ID.Serial)
		out.ContainerTitle, out.CollectionTitle = v.container()
	} else {
		out.Genre, out.Number = c.genre(), c.Number
	}
	if day := c.Date.day; !day.IsZero() {
		out.Issued = &Issued{[][]int{{day.Year(), int(day.Month()), day.Day()}}}
	} else if c.Date.year > 0 {
		out.Issued = &Issued{[][]int{{c.Date.year}}}
	}
	return out
}
