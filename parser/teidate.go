package parser

import (
	"strings"
	"time"

	"reftel/model"
)

// readDate keeps what the markup says of a date in a dateline.
func (r *teiReader) readDate() {
	if r.context.role != model.DatelineRole && !r.stackHas(teiDateline) || r.context.attached {
		return
	}
	for _, name := range []string{"when", "from", "notBefore"} {
		if value, _ := r.attribute(name); value != "" {
			r.doc.inferred = r.doc.inferred || len(r.doc.dates) == 0 && name == "notBefore"
			r.doc.dates = append(r.doc.dates, value)
			return
		}
	}
}

// stackHas reports whether an element of the kind is among the innermost open ones.
func (r *teiReader) stackHas(e teiElement) bool {
	const near = 6
	for i := len(r.stack) - 1; i >= max(0, len(r.stack)-near); i-- {
		if r.stack[i].element == e {
			return true
		}
	}
	return false
}

// teiTime reads a date of the markup: 1978-09-24T02:19:00+00:00, 1953-11-11T16:00:00, 1953-11-11,
// 1953-11, 1953. day is the day that is written there; exact is false where no time of day with its
// zone is.
func teiTime(s string) (when, day time.Time, exact, ok bool) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			y, m, d := t.Date()
			return t.UTC(), time.Date(y, m, d, 0, 0, 0, 0, time.UTC), true, true
		}
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, t.Truncate(24 * time.Hour), false, true
		}
	}
	return when, day, false, false
}

// setDate sets the date: that of the dateline, as the markup has it, with the time of day that only its words
// may say. Without one, that of the document's element, whose hours are those of the American east coast.
func (t *teiDocument) setDate(c *model.Cable) (place string) {
	var written time.Time
	var kind model.DateKind // of written
	for _, b := range t.blocks {
		if b.block.Role == model.DatelineRole && !b.attached {
			ok := false
			if place, written, kind, ok = parseDateline(b.done); !ok {
				first, _, _ := strings.Cut(b.done, "\n") // a second line may say when it was received
				place, written, kind, _ = parseDateline(first)
			}
			break
		}
	}
	for _, s := range t.dates {
		when, day, exact, ok := teiTime(s)
		if !ok {
			continue
		}
		switch {
		case exact:
		case !when.Equal(day):
			c.DateKind = model.LocalTime
		case written.Truncate(24 * time.Hour).Equal(day):
			when, c.DateKind = written, kind
		default:
			c.DateKind = model.DayOnly
		}
		c.Date, c.DateEvidence = when, "dateline"
		if t.inferred {
			c.DateEvidence = "the editors' date in the dateline"
		}
		return place
	}
	if !written.IsZero() {
		c.Date, c.DateKind, c.DateEvidence = written, kind, "dateline"
		return place
	}
	if when, day, exact, ok := teiTime(t.earliest); ok {
		c.Date, c.DateKind, c.DateEvidence = day, model.DayOnly, "the edition's date of the document"
		if exact && t.earliest == t.latest {
			c.Date, c.DateKind = when, ""
		}
	}
	return place
}
