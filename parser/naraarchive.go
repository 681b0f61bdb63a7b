package parser

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"reftel/model"
	"reftel/parser/facts"
)

// archive is what a record says about its telegram beside the text: the list of attributes.
type archive struct {
	attributes []*attribute
	closing    []line // what the archive's program wrote below the end mark: "*** Current Classification *** ..."
	noText     string // why the archive has no text; "" where it has
}

// value returns the value of a key, "" when the record has none.
func (a *archive) value(key string) string {
	if at := a.find(key); at != nil {
		return at.value
	}
	return ""
}

func (a *archive) find(key string) *attribute {
	for _, at := range a.attributes {
		if at.key == key {
			return at
		}
	}
	return nil
}

// whyNoText says in the archive's words why a record has no text.
func (a *archive) whyNoText() string {
	why := a.value("Locator")
	if why == "" {
		return "the archive's record has no text and does not say why"
	}
	return fmt.Sprintf("the archive's record has no text: %q", why)
}

// publisher gives the fields of a publisher what the archive says.
func (a *archive) publisher(d *document, pub *publisherFields) {
	pub.idFrom, pub.dateFrom = "archive's document number", "archive's draft date"
	for _, at := range a.attributes {
		switch at.key {
		case "Document Number":
			pub.id, pub.idAt = at.value, d.fileSpan(at.lines[0])
		case "Draft Date":
			if when, err := time.Parse("2 Jan 2006", at.value); err == nil {
				pub.created, pub.dateAt = when.Format(time.DateOnly), d.fileSpan(at.lines[0])
			}
		case "Original Classification":
			pub.level = at.value
		}
	}
}

// settleNumber gives the archive's document number its whole station, which the archive cut at six letters
// with the blank (SANTIA, NEWDE): that of the text when it begins so, else the one station that does.
func (t *telegram) settleNumber(pub *publisherFields) {
	id, ok := model.ParseID(pub.id)
	if !ok {
		return
	}
	var written []string
	for _, b := range t.headers() {
		if c, ok := parseClassificationLine(b.Text); ok && b.Role == model.ClassificationRole && c.Station != "" {
			written = append(written, c.Station)
		}
	}
	for _, m := range t.pages {
		if m.sheets {
			written = append(written, m.station)
			break
		}
	}
	for _, words := range written {
		station, _ := canonicalStation(words)
		if strings.HasPrefix(station, id.Station) || strings.HasPrefix(squeeze(words), id.Station) {
			id.Station = station
			pub.id = id.String()
			return
		}
	}
	if _, known := canonicalStation(id.Station); !known {
		if station, ok := stationBeginning(id.Station); ok {
			id.Station = station
			pub.id = id.String()
		}
	}
}

// stationBeginning returns the one station whose name begins with a cut one.
func stationBeginning(cut string) (station string, ok bool) {
	for _, p := range facts.Stations() {
		if !strings.HasPrefix(p.Station, cut) {
			continue
		}
		if ok {
			return "", false
		}
		station, ok = p.Station, true
	}
	return station, ok
}

// listAttributes makes blocks of the attributes, and fills with them what the telegram's own lines left open.
func (t *telegram) listAttributes() {
	if len(t.archive.closing) > 0 {
		b := newDraft(t.doc, model.Trailer, "")
		for _, l := range t.archive.closing {
			b.line(l.span, nil)
		}
		b.finish(t.cable)
	}
	for _, a := range t.archive.attributes {
		b := newDraft(t.doc, model.Header, model.PublisherRole)
		b.lead(a.lead)
		b.hold(t.pending)
		t.pending = nil
		for _, s := range a.lines {
			b.join(s, nil)
		}
		a.block = b.finish(t.cable)
	}
	t.fillFromArchive()
}

// fillFromArchive takes from the attributes what the telegram's own lines do not say, and warns where the two
// disagree.
func (t *telegram) fillFromArchive() {
	c, a := t.cable, t.archive
	if c.From == "" {
		c.From = a.value("From")
	}
	if to := a.find("To"); to != nil && len(c.To) == 0 {
		for name := range strings.SplitSeq(c.Blocks[to.block].Text, "  ") { // columns
			if name = strings.TrimSpace(name); name != "" {
				c.To = append(c.To, model.Addressee{Name: name})
			}
		}
	}
	if c.Subject == "" {
		c.Subject = a.value("Subject")
	}
	t.compareSubjects()
	if level := a.find("Original Classification"); level != nil {
		said := model.Marking(level.value).Level()
		if strings.EqualFold(level.value, model.LimitedOfficialUse.String()) {
			said = model.LimitedOfficialUse
		}
		switch own := t.line.Level; {
		case said == model.LevelUnknown:
		case own == model.LevelUnknown:
			c.Classification = said
		case own != said:
			t.warn(WarnClassification, t.blockSpan(level.block), fmt.Sprintf("the classification line says %s and the archive %s: the line is used", own, said))
		}
	}
	if len(c.Captions) == 0 {
		for word := range strings.FieldsFuncSeq(a.value("Original Handling Restrictions"), func(r rune) bool { return r == ',' || r == ' ' }) {
			if captions[word] {
				addNew(&c.Captions, word)
			}
		}
	}
	t.fillIndexerTags()
	t.fillReferences()
}

// compareSubjects warns where the archive's attributes seem to be those of another telegram: their subject has no word
// of the telegram's own, and their TAGS, to which indexers add and from which they hardly take, lack one of it.
func (t *telegram) compareSubjects() {
	c, a := t.cable, t.archive
	subject, tags := a.find("Subject"), parseTags(a.value("TAGS"))
	if subject == nil || len(tags) == 0 || shareWord(subject.value, c.Subject) {
		return
	}
	given := map[string]bool{}
	for _, tag := range tags {
		given[tag.Code] = true
	}
	for _, own := range c.Tags {
		if own.Kind == model.TagSubject && !given[own.Code] {
			t.warn(WarnSubject, t.blockSpan(subject.block), fmt.Sprintf("the archive gives the subject %q and TAGS without %s: its attributes may be those of another telegram", subject.value, own.Code))
			return
		}
	}
}

// shareWord reports whether two texts have a word in common; of long words the first letters are enough.
func shareWord(a, b string) bool {
	const shortest, stem = 3, 5 // letters
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	known := map[string]bool{}
	for _, w := range words(a) {
		known[w[:min(len(w), stem)]] = true
	}
	for _, w := range words(b) {
		if len(w) >= shortest && known[w[:min(len(w), stem)]] {
			return true
		}
	}
	return false
}

// fillIndexerTags keeps the TAGS that the archive's indexers noted and the telegram's own line has not.
func (t *telegram) fillIndexerTags() {
	c := t.cable
	known := map[string]bool{}
	for _, own := range slices.Concat(c.Tags, c.IndexerTags) {
		known[bareTag(own.Code)] = true
	}
	for _, tag := range parseTags(t.archive.value("TAGS")) {
		if strings.Contains(tag.Code, ",") {
			tag.Kind = model.TagPerson
		}
		if bare := bareTag(tag.Code); !known[bare] {
			known[bare] = true
			c.IndexerTags = append(c.IndexerTags, tag)
		}
	}
	t.nameIndexed()
}

// bareTag returns a code or name without full stops and blanks: the indexers wrote "DOE, JANE R" for "DOE, JANE R."
func bareTag(code string) string { return squeeze(strings.ReplaceAll(code, ".", "")) }

// fillReferences reads the archive's list of references where the telegram has none.
func (t *telegram) fillReferences() {
	c := t.cable
	list := t.archive.find("Reference")
	if list == nil || len(c.References) > 0 {
		return
	}
	for _, b := range t.headers() {
		if b.Role == model.ReferencesRole {
			return
		}
	}
	text := c.Blocks[list.block].Text
	whole, places := rejoinColumns(text)
	for _, ref := range parseReferences(whole, c.Year, c.ID) {
		if ref.Span.Empty() {
			continue
		}
		ref.Span = model.Span{Start: places[ref.Span.Start], End: places[ref.Span.End-1] + 1}
		ref.Block, ref.Raw = list.block, ref.Span.In(text)
		c.References = append(c.References, ref)
	}
}

// The archive's list of references was once kept in columns of fixed width. Where a telegram's list was longer,
// the columns were put together with a joint between, also in the middle of a word: "C) ST, ATE 12345".
const (
	columnWidth = 36
	columnJoint = ", "
)

// rejoinColumns takes out the joints between full columns; places holds where in the text each byte of the
// whole stands. A column whose last character was a blank lost it. A joint in front of a year is a comma of the
// later records' lists: "79 STATE 1, 79 ROME 2".
func rejoinColumns(text string) (whole string, places []int) {
	var b strings.Builder
	add := func(s model.Span) {
		b.WriteString(text[s.Start:s.End])
		for at := s.Start; at < s.End; at++ {
			places = append(places, at)
		}
	}
	start := 0
	for start+columnWidth < len(text) {
		end := start + columnWidth
		cut := strings.HasPrefix(text[end-1:], columnJoint) // behind a blank
		if cut {
			end--
		}
		rest, joint := strings.CutPrefix(text[end:], columnJoint)
		if digits := scanDigits(rest, 0); !joint || digits == len("79") && strings.HasPrefix(rest[digits:], " ") {
			break
		}
		add(model.Span{Start: start, End: end})
		if cut {
			b.WriteByte(' ')
			places = append(places, end)
		}
		start = end + len(columnJoint)
	}
	add(model.Span{Start: start, End: len(text)})
	return b.String(), places
}
