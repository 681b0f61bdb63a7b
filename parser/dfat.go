package parser

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	"reftel/model"
)

// Documents on Australian Foreign Policy (FORMATS section 7): a document a file, Markdown below front
// matter that names volume, number, date and archive.

// looksLikeDFAT reports whether a file begins with front matter that has the keys of the edition.
func looksLikeDFAT(data []byte) bool {
	const reach = 16 << 10
	data = bytes.TrimPrefix(data[:min(len(data), reach)], []byte(byteOrderMark))
	if !bytes.HasPrefix(data, []byte(frontMatterFence)) {
		return false
	}
	keys := 0
	first := true
	for line := range bytes.Lines(data) {
		line = bytes.TrimRight(line, "\r\n ")
		switch {
		case first:
			if string(line) != frontMatterFence {
				return false
			}
			first = false
		case string(line) == frontMatterFence:
			return keys == 3
		case bytes.HasPrefix(line, []byte("doc_num:")), bytes.HasPrefix(line, []byte("vol_id:")), bytes.HasPrefix(line, []byte("title:")):
			keys++
		}
	}
	return false
}

// dfatDoc is one document of the edition.
type dfatDoc struct {
	editionDoc
	*markdown
	units   []unit
	notes   map[string]bool // numbers of its notes
	signed  map[int]bool    // numbers of the signs in it, made when first asked for
	last    int             // number of the paragraph read last
	outer   int             // of the last one before a list that counts anew
	item    string          // letter of the sub-paragraph read last
	archive string          // archive reference of the front matter
}

// unit is a stretch of lines without an empty one between: a paragraph, a heading, a note.
type unit struct {
	first, end int  // lines
	fenced     bool // an emphasis sign alone on a line stands before it: notes are set apart so
	starred    bool // an empty emphasis stands before it: it was the sign of a heading
}

// readDFAT reads the document of a file.
func readDFAT(r *Result, file string, data []byte) *document {
	m := readMarkdown(file, data)
	c := &model.Cable{Format: model.DFAT}
	t := &dfatDoc{editionDoc: editionDoc{doc: m.document, cable: c}, markdown: m, notes: map[string]bool{}}
	when := t.front()
	if c.ID.IsZero() && len(c.Blocks) == 0 {
		r.addFurniture(m.document, model.Span{Start: 0, End: len(m.text)})
		return m.document
	}
	t.divide()
	t.text(when)
	t.markSigns()
	t.finish(r, model.Span{Start: 0, End: len(m.text)})
	return m.document
}

// span returns the text of some lines.
func (m *markdown) span(u unit) []model.Span {
	var out []model.Span
	for _, l := range m.to[u.first:u.end] {
		if !l.blank() { // in a unit whose parts were broken off
			out = append(out, l.span)
		}
	}
	return out
}

// front makes a block of each field of the front matter and fills the cable from them. It returns the
// date that the publisher gives the document.
func (t *dfatDoc) front() (when time.Time) {
	c := t.cable
	volume, number := "", 0
	for i := 1; i < t.body-1; {
		next := i + 1
		for next < t.body-1 && yamlKey(t.source.line(t.from[next])) == 0 {
			next++
		}
		key, block := t.field(i, next)
		value := c.Blocks[block].Text
		switch key {
		case "doc_date":
			when, _ = readStamp(value)
		case "doc_num":
			if allDigits(value) && value != "" && len(value) < 7 {
				number = refAtoi(value)
			}
		case "vol_id":
			volume = volumeWord("dafp" + value)
		case "reference":
			t.archive = value
		case "title":
			c.Blocks[block].Role = model.HeadlineRole
		}
		i = next
	}
	if number > 0 && volume != "" {
		c.ID, c.IDEvidence = model.ID{Volume: volume, Serial: number}, "volume and number in the front matter"
	} else if len(c.Blocks) > 0 {
		t.warn(WarnID, "the front matter doesn't say volume and number: the document has no id")
	}
	return when
}

// field makes a block of one field, which stands in lines i to next.
func (t *dfatDoc) field(i, next int) (key string, block int) {
	l := t.to[i]
	s := t.doc.line(l)
	n := strings.IndexByte(s+" ", ' ')
	p := part{kind: model.Header, role: model.PublisherRole, lead: model.Span{Start: l.span.Start, End: l.span.Start + n},
		text: []model.Span{{Start: l.span.Start + n, End: l.span.End}}}
	p.text = append(p.text, t.span(unit{first: i + 1, end: next})...)
	return s[:n], t.add(p)
}

// divide cuts the text into units.
func (t *dfatDoc) divide() {
	var u unit
	open := false
	flush := func(i int) {
		if !open {
			return
		}
		u.end = i
		if n := len(t.units); n > 0 && !u.fenced && t.brokenOff(t.units[n-1], u) {
			t.units[n-1].end = i
		} else {
			t.units = append(t.units, u)
		}
		open, u = false, unit{}
	}
	for i := t.body; i < len(t.to); i++ {
		if t.to[i].blank() {
			flush(i)
			if s := t.source.line(t.from[i]); s != "" {
				u.fenced, u.starred = strings.HasPrefix(s, "_"), strings.HasPrefix(s, "*")
			}
			continue
		}
		if open && t.beginsUnit(i) {
			flush(i)
		}
		if !open {
			u.first, open = i, true
		}
	}
	flush(len(t.to))
}

// brokenOff reports whether a unit goes on with the one before it: the publisher's program took the
// full stop of an abbreviation, or of a number alone, for the end of a paragraph.
func (t *dfatDoc) brokenOff(last, u unit) bool {
	before, s := t.doc.line(t.to[last.end-1]), t.doc.line(t.to[u.first])
	word := lastWord(before)
	if isDigit(s[0]) {
		return scanIsOneOf(word, "no.", "nos.", "vol.", "p.", "pp.", "para.", "paras.", "col.")
	}
	const opening, most = 2, 99 // dateline and the telegram's number come first
	if number, n := documentNumber(before); n > 0 && n == len(before) && last.end == last.first+1 && number <= most && len(t.units) > opening {
		return true
	}
	if strings.IndexByte("*_#", t.raw(u)[0]) >= 0 {
		return false
	}
	if strings.Contains(" Mr. Mrs. Dr. Messrs. M. MM. Prof. Gen. Lt. Maj. Hon. Sen. H.M. vol. ", " "+word+" ") {
		return true
	}
	if rest, _ := strings.CutSuffix(before, " "+word); isInitial(word) {
		next, _, _ := strings.Cut(s, " ")
		return startsLower(s) || isUpper(s[0]) && isInitial(lastWord(rest)) || isInitial(next) && startsLower(lastWord(rest))
	}
	return startsLower(s) && strings.HasSuffix(word, ".") && strings.Count(word, ".") > 1 && isUpper(word[0])
}

// isInitial reports whether a word is the first letter of a name: "J.".
func isInitial(w string) bool { return len(w) == 2 && isUpper(w[0]) && w[1] == '.' }

// beginsUnit reports whether line i is an entry of a list rather than the rest of a paragraph.
func (t *dfatDoc) beginsUnit(i int) bool {
	s := t.doc.line(t.to[i])
	_, n := documentNumber(s)
	if n > 0 && n < len(s) {
		return true
	}
	number, _ := noteNumber(s)
	return number > 0 && strings.HasPrefix(t.source.line(t.from[i]), "* ")
}

// hard reports whether the source breaks the lines of a unit on purpose: two blanks at their ends, or columns.
func (t *dfatDoc) hard(u unit) bool {
	for i := u.first; i < u.end-1; i++ {
		if strings.HasSuffix(strings.TrimRight(t.source.text[t.from[i].raw.Start:t.from[i].raw.End], "\r"), "  ") {
			return true
		}
	}
	return false
}

// title reads the head of the document, once the signs of notes in it are known.
func (t *dfatDoc) title() {
	c := t.cable
	for i := range c.Blocks {
		if c.Blocks[i].Role == model.HeadlineRole {
			c.Headline = t.withoutSigns(i)
		}
	}
	h := parseDocumentHead(c.Headline)
	c.From, c.Origin = h.From, h.From
	if h.To != "" {
		c.To = []model.Addressee{{Name: h.To}}
	}
	if c.Origin == "" {
		c.Origin = t.place
	}
	for i := range c.Blocks {
		if c.Blocks[i].Role == model.SubjectRole && c.Subject == "" {
			c.Subject = t.withoutSigns(i)
		}
	}
	t.setSigners()
}

// markSigns marks the signs of notes, and warns of notes without one.
func (t *dfatDoc) markSigns() {
	seen := map[string]bool{}
	for i := range t.cable.Blocks {
		b := &t.cable.Blocks[i]
		next := 0
		for _, p := range b.Pieces {
			for next < len(t.signs) && t.signs[next].file.Start < p.File.Start {
				next++
			}
			for k := next; k < len(t.signs) && t.signs[k].file.End <= p.File.End; k++ {
				s := t.signs[k]
				at := textOfFile(p, s.file)
				if b.Kind == model.Note || !s.linked && !t.notes[s.number] || !s.linked && completesNumber(b.Text[:at.Start]) {
					continue
				}
				t.sign(i, at, s.number)
				seen[s.number] = true
			}
		}
	}
	t.gluedSigns(seen)
	t.title()
}

// textOfFile returns what bytes of the file that lie in a piece, and are ASCII, became in the block's text: each took
// as many bytes of the file as all others of the piece.
func textOfFile(p model.Piece, file model.Span) model.Span {
	width := p.File.Len() / p.Text.Len()
	start := p.Text.Start + (file.Start-p.File.Start)/width
	return model.Span{Start: start, End: start + file.Len()/width}
}

// completesNumber reports whether digits in brackets behind text complete a day, "2[3] May", and are no sign of a note,
// as in "No. 249[1]".
func completesNumber(text string) bool {
	const longest = 2
	digits := len(text) - len(strings.TrimRight(text, "0123456789"))
	return digits > 0 && digits <= longest
}

// gluedSigns looks for the notes that have no sign yet among digits glued to words: in the lines above the text
// ("Jones to Smith3"), and in it where the signs around say that this one is due ("your telegram 417).6 For").
// It warns of the others.
func (t *dfatDoc) gluedSigns(seen map[string]bool) {
	var missing []int
	var notes []int
	for i := range t.cable.Blocks {
		if b := &t.cable.Blocks[i]; b.Kind == model.Note && b.Letter != "" && !seen[b.Letter] {
			missing, notes = append(missing, refAtoi(b.Letter)), append(notes, i)
		}
	}
	if len(missing) == 0 {
		return
	}
	places := t.signPlaces(notes, missing)
	n := 0
	for _, p := range places {
		b := &t.cable.Blocks[p.block]
		if b.Role != model.PublisherRole && (b.Kind == model.Header || p.weight >= signAfterWord && t.signDue(p)) {
			places[n] = p
			n++
		}
	}
	var lost []string
	for k, at := range alignSigns(missing, places[:n]) {
		letter := t.cable.Blocks[notes[k]].Letter
		if at < 0 {
			lost = append(lost, letter)
			continue
		}
		t.sign(places[at].block, places[at].span, letter)
	}
	if t.plainTitle() {
		for number := 1; len(lost) > 0 && lost[0] == strconv.Itoa(number); number++ {
			lost = lost[1:]
		}
	}
	t.warnLostSigns(lost)
}

// signDue reports whether the signs of notes in brackets before and behind a place have the numbers between which its
// own comes.
func (t *dfatDoc) signDue(p signPlace) bool {
	before, behind := 0, 0
	for i := range t.cable.Marks {
		m := &t.cable.Marks[i]
		if m.Kind != model.NoteSign {
			continue
		}
		number := refAtoi(m.Target)
		if m.Block < p.block || m.Block == p.block && m.Span.Start < p.span.Start {
			before = number
		} else if behind == 0 {
			behind = number
		}
	}
	return before < p.number && (behind == 0 || p.number < behind)
}

// plainTitle reports whether the title has no sign of a note. Where the first notes have none anywhere, they
// were the title's, about who writes to whom: the publisher prints most titles without.
func (t *dfatDoc) plainTitle() bool {
	for i := range t.cable.Marks {
		if m := &t.cable.Marks[i]; m.Kind == model.NoteSign && t.cable.Blocks[m.Block].Role == model.HeadlineRole {
			return false
		}
	}
	return true
}
