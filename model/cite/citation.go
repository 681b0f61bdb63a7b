package cite

import (
	"path"
	"strconv"
	"strings"

	"reftel/model"
)

// Citation says where a cable or a part of it stands. Empty fields are those that the source doesn't have.
type Citation struct {
	ID model.ID

	From   string // the post, spelled out
	To     string // whom it is addressed to, spelled out
	Serial int    // number of the telegram

	Title    string // subject, or title of an edition's document: verbatim, on one line
	Headline bool   // Title is a publisher's headline, for want of a subject

	Date           date
	Classification string // Secret; NOFORN
	Place          string // paragraph 5 (SBU)

	Volume  *Volume // of a document of an edition
	Archive string  // the collection of an archive, or an edition's reference to one
	Number  string  // what to ask for there: the id, or the archive's document number

	File   string // name without folders
	Kind   string // what sort of file: newspaper page
	Source model.Source

	evidence string // for the id
}

// Of cites a whole cable.
func Of(c *model.Cable) Citation {
	out := Citation{ID: c.ID, From: post(c), Serial: c.Serial, Title: line(c.Subject), Date: dateOf(c),
		Classification: classification(c), Number: line(c.ID.String()), Source: c.Source, evidence: c.IDEvidence}
	if len(c.To) > 0 {
		out.To = spelled(c.To[0].Name)
		if out.To != "" && len(c.To) > 1 {
			out.To += " and others"
		}
	}
	if headline := line(c.Headline); headline != "" && (out.Title == "" || c.ID.IsDocument()) {
		out.Title, out.Headline = headline, !c.ID.IsDocument()
	}
	out.File = fileName(c.Source.File)
	switch {
	case c.ID.IsDocument():
		v := volumeOf(c)
		out.Volume, out.Archive = &v, strings.Trim(publisherField(c, "reference"), "[]")
		out.Title = strings.TrimPrefix(out.Title, strconv.Itoa(c.ID.Serial)+". ")
	case c.Format == model.NARARecord:
		out.Archive = archive
		if number := publisherField(c, "Document Number:"); number != "" {
			out.Number = number
		}
	default:
		out.Kind = fileKinds[c.Format]
	}
	return out
}

// OfBlock cites the part of a cable that a block is in: the numbered paragraph, the note. Of a block in neither it cites
// the whole cable.
func OfBlock(c *model.Cable, block int) Citation {
	out := Of(c)
	out.Place = place(c, block)
	return out
}

// post names who sent a cable. The origin of an edition's document may be no more than a place, so that it takes who is
// named as the sender.
func post(c *model.Cable) string {
	if from := spelled(c.Origin); from != "" && !c.ID.IsDocument() {
		return from
	}
	if from := spelled(c.From); from != "" {
		return from
	}
	return line(c.Station)
}

// archive is where the telegrams of 1973 to 1979 are kept that NARA publishes one by one.
const archive = "Central Foreign Policy Files, 1973–79, RG 59, National Archives"

// fileKinds says what sort of file a cable was read from.
var fileKinds = map[model.Format]string{
	model.NewspaperPage: "newspaper page", model.CablegatePage: "Cablegate page", model.CablesCSV: "table of cables",
	model.Telegram: "file", model.JSONLines: "file",
}

// who names the telegram by post, number and addressee.
func (c Citation) who() string {
	out := "Telegram"
	if c.From != "" {
		out = c.From + " telegram"
	}
	if c.Serial > 0 {
		out += " " + strconv.Itoa(c.Serial)
	}
	return out + c.addressed()
}

// addressed is " to Embassy Lima", "" where nobody is named.
func (c Citation) addressed() string {
	switch {
	case c.To == "":
		return ""
	case strings.HasPrefix(c.To, department):
		return " to the " + c.To
	}
	return " to " + c.To
}

// publisherField returns a field that the publisher set beside the text, by its label.
func publisherField(c *model.Cable, label string) string {
	for i := range c.Blocks {
		if b := &c.Blocks[i]; b.Role == model.PublisherRole && b.Lead == label {
			return line(b.Text)
		}
	}
	return ""
}

// classification writes level and caveats: Secret; NOFORN.
func classification(c *model.Cable) string {
	parts := []string{titled(c.Classification.String())}
	if parts[0] == "" {
		parts = nil
	}
	for _, caveat := range c.Caveats {
		parts = append(parts, line(caveat))
	}
	return strings.Join(parts, "; ")
}

// fileName returns the name of a file without its folders.
func fileName(file string) string {
	if file == "" {
		return ""
	}
	return line(path.Base(strings.ReplaceAll(file, `\`, "/")))
}

// line puts a text on one line: each line end, and what else some program takes for one, is a blank.
func line(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\r', '\t', '\v', '\f', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}
