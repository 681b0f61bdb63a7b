package index

import (
	"encoding/hex"
	"strings"

	"reftel/model"
	"reftel/model/library"
)

// record is what the database holds of a cable, until it is committed.
type record struct {
	input                            *library.Input
	span                             model.Span
	hash                             []byte
	format                           model.Format // of the file, not of the cable: how it is read again
	id                               model.ID
	prints                           string
	seconds                          int64
	kind                             model.DateKind
	level                            model.Level
	station, origin, sender, subject string
	title                            string // where there is no subject
	redactions, losses               int
	cited                            []library.Cited
}

// longestTitle is as much of a text as stands for a subject in a list, in bytes.
const longestTitle = 240

// newRecord takes out of a cable what the database holds, and nothing that keeps its text in memory.
func newRecord(c *model.Cable, in *library.Input) record {
	r := record{input: in, span: c.Source.Span, id: c.ID, seconds: seconds(c), kind: c.DateKind, level: c.Classification,
		station: strings.Clone(c.Station), origin: strings.Clone(c.Origin), sender: strings.Clone(c.From), subject: strings.Clone(c.Subject), cited: library.CitedIDs(c)}
	r.id.Station = r.station
	for i := range r.cited {
		r.cited[i].ID.Station, r.cited[i].Bullet = strings.Clone(r.cited[i].ID.Station), strings.Clone(r.cited[i].Bullet)
	}
	if title, fallback := c.Title(); fallback {
		r.title = strings.Clone(title[:min(len(title), longestTitle)])
		r.title = strings.ToValidUTF8(r.title, "")
	}
	if c.ID.IsDocument() {
		r.prints = c.Number().String()
	}
	r.hash, _ = hex.DecodeString(c.Source.SHA256) // one that is none is never equal to that of the bytes
	for i := range c.Marks {
		switch c.Marks[i].Kind {
		case model.Redaction:
			r.redactions++
		case model.Loss:
			r.losses++
		}
	}
	return r
}

// date is the date as the database has it.
func (r *record) date() any {
	if r.seconds == undated {
		return nil
	}
	return r.seconds
}
