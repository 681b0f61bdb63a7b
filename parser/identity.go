package parser

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"reftel/model"
)

// publisherFields are what a publisher says about a cable, read from its table or its lines.
type publisherFields struct {
	id      string // Reference ID
	idAt    model.Span
	created string // Created, or Date:
	dateAt  model.Span
	site    bool // a site's table, whose minutes are wrong
	level   string

	idFrom, dateFrom string // what the publisher's id and date are called where they are no site's
}

// setDate takes the first of date-time group, dateline and publisher's date, and compares them.
func (t *telegram) setDate(pub publisherFields) {
	c := t.cable
	created, known := readStamp(pub.created)
	if c.DTG != "" {
		if known && !aboutSameDay(c.Date, created) {
			t.warn(WarnDate, pub.dateAt, fmt.Sprintf("the date-time group says %s and the publisher %s: the date-time group is used", shortDay(c.Date), shortDay(created)))
		}
		return
	}
	for _, b := range t.headers() {
		if b.Role == model.DatelineRole {
			if when, ok := readDateline(b.Text); ok {
				c.Date, c.DateEvidence = when, "dateline"
				break
			}
		}
	}
	switch {
	case !c.Date.IsZero():
		if known && !aboutSameDay(c.Date, created) {
			t.warn(WarnDate, pub.dateAt, fmt.Sprintf("the dateline says %s and the publisher %s: the dateline is used", shortDay(c.Date), shortDay(created)))
		}
	case known && pub.site && twelveHourMinutes(created):
		c.Date = created.Truncate(time.Hour)
		c.DateEvidence = "publisher's date; its minutes are wrong, only the hour is known"
	case known:
		c.Date, c.DateEvidence = created, cmp.Or(pub.dateFrom, "publisher's date")
		if !strings.Contains(pub.created, ":") {
			c.DateKind = model.DayOnly
		}
	default:
		t.warn(WarnNoDate, model.Span{}, "no date: the cable has neither a date-time group nor a publisher's date, and stands last in lists")
	}
}

// claim is one place of the cable that says which cable it is.
type claim struct {
	id       model.ID
	evidence string
	at       model.Span
}

// setID takes the id from the publisher, else from the classification line, else from the DE line
// or a page marker, and says which; where two of them differ it warns.
func (t *telegram) setID(pub publisherFields, line classificationLine, block int) {
	c := t.cable
	var claims []claim
	if id, mended := publishersID(pub.id, line); !id.IsZero() {
		if mended {
			t.warn(WarnID, pub.idAt, fmt.Sprintf("the publisher's reference id %q is damaged: it is read as %s", pub.id, id))
		}
		claims = append(claims, claim{id, cmp.Or(pub.idFrom, "publisher's reference id"), pub.idAt})
	}
	year := c.Date.Year()
	dated := "date-time group"
	if c.DTG == "" {
		dated = c.DateEvidence
	}
	if c.Date.IsZero() && len(claims) > 0 {
		year, dated = claims[0].id.Year, claims[0].evidence
	}
	if line.Serial > 0 && line.Station != "" {
		if station, _ := canonicalStation(line.Station); station != "" && year > 1 {
			claims = append(claims, claim{model.ID{Year: year, Station: station, Serial: line.Serial},
				"classification line and " + dated, t.blockSpan(block)})
		}
	}
	if len(claims) == 0 && c.From != "" && c.Transmission != nil && year > 1 {
		serial := strings.TrimLeft(c.Transmission.Serial, "0")
		if station, known := canonicalStation(c.From); known && serial != "" {
			if id, ok := model.ParseID(fmt.Sprintf("%d%s%s", year, station, serial)); ok {
				claims = append(claims, claim{id, "DE line, FM line and " + dated, model.Span{}})
			}
		}
	}
	if len(claims) == 0 && len(t.pages) > 0 && year > 1 {
		m := t.pages[0]
		if station, known := canonicalStation(m.station); known && m.serial > 0 {
			claims = append(claims, claim{model.ID{Year: year, Station: station, Serial: m.serial}, "page marker and " + dated, t.doc.fileSpan(m.span)})
		}
	}
	if len(claims) == 0 {
		why := "nothing names the post and the number"
		if line.Serial > 0 && year <= 1 {
			why = "no date tells the year of " + strings.TrimSpace(line.Station) + " " + strconv.Itoa(line.Serial)
		}
		t.warn(WarnNoID, model.Span{}, "no id: "+why+", so references to the cable cannot find it")
		return
	}
	first := claims[0]
	c.ID, c.IDEvidence = first.id, first.evidence
	c.Year, c.Station, c.Serial = first.id.Year, first.id.Station, first.id.Serial
	for _, other := range claims[1:] {
		if other.id == first.id {
			c.IDEvidence += ", " + other.evidence
			continue
		}
		t.warn(WarnID, other.at, fmt.Sprintf("the %s says %s and the %s %s: one of them belongs to another cable, and the first is used", first.evidence, first.id, other.evidence, other.id))
	}
}

// publishersID reads the id in a publisher's table; mended says that its program had mixed up the
// classification line ("09SCTION08OF09NAIROBI809"). A station that the cable's own classification line
// spells the same way is not damaged, only unknown. The zero id means that there is none.
func publishersID(written string, line classificationLine) (id model.ID, mended bool) {
	id, whole := model.ParseID(written)
	if station, known := canonicalStation(id.Station); whole && known {
		id.Station = station
		return id, false
	}
	if whole && squeeze(line.Station) == id.Station {
		return id, false
	}
	if repaired, ok := repairID(written); ok {
		return repaired, true
	}
	return id, false
}

// blockSpan returns the bytes of a block's text, the zero span for no block.
func (t *telegram) blockSpan(i int) model.Span {
	if i < 0 {
		return model.Span{}
	}
	b := &t.cable.Blocks[i]
	s, _ := b.FileSpan(model.Span{Start: 0, End: len(b.Text)})
	return s
}
