package parser

import (
	"strings"

	"reftel/model"
	"reftel/parser/facts"
)

// Which lines without a label go on with the header field above them, and which of those begin an
// entry of their own there.

// goesOn reports whether an unlabelled line belongs to the open field.
func (h *header) goesOn(i int, s string) bool {
	if h.gap {
		return h.resumes(i, s)
	}
	switch h.role {
	case model.ToRole, model.InfoRole:
		return true
	case model.AttentionRole:
		last := h.open.text()
		return strings.HasSuffix(last, ",") || strings.HasPrefix(s, "AND ")
	case model.SubjectRole, model.ReferencesRole, model.TagsRole, model.ClassifiedByRole, model.ExecutiveOrderRole:
	default:
		return false
	}
	if p, ok := readNumber(s); ok && (p.number == 1 || p.marking != "") && !(h.role == model.ReferencesRole && p.marking == "") {
		return false
	}
	if h.role == model.SubjectRole && i > h.end && h.textBelow(i, s) {
		return false
	}
	if isRule(s) || len(s) > 160 || isDateline(s) || h.role == model.ReferencesRole && i > h.end && h.textFollows(s) {
		return false
	}
	if h.role == model.SubjectRole && i > h.end && h.textHeading(s) {
		return false
	}
	if next := i + 1; next < len(h.lines) && !h.lines[next].blank() && isRule(h.doc.line(h.lines[next])) {
		return false // a heading above its underline
	}
	if m, n := readMarking(s); n > 0 && m != "" && s[0] == '(' && h.role != model.ReferencesRole && h.role != model.ClassifiedByRole {
		return false
	}
	return !isNotice(s) || h.role == model.ClassifiedByRole && hasFoldPrefix(s, "reason")
}

// textFollows reports whether a line below the last label is text that follows a REF field without an empty line:
// the field holds one whole entry, and the line is words and no reference.
func (h *header) textFollows(s string) bool {
	const longest, fewest = 40, 5 // bytes of an entry, words of a line of text
	entry := h.open.text()
	airgram := strings.HasPrefix(entry, "A-") && allDigits(entry[len("A-"):]) // whose letter is no bullet
	if h.bullet != "" && !airgram || len(entry) > longest || awaitsMore(entry) || len(strings.Fields(s)) < fewest {
		return false
	}
	_, reads := referenceEntry(entry)
	_, more := referenceEntry(s)
	return !more && (airgram || reads || refKindOf(entry) != model.RefOther)
}

// textBelow reports whether line i below a subject is the text, which follows without an empty line: so many lines
// stand together there that they are no subject, and the line above had room for the next word.
func (h *header) textBelow(i int, s string) bool {
	const most, width = 6, 60 // lines of a subject, and what all of its lines but the last fill
	next := i
	for next < len(h.lines) && next-i < most && !h.lines[next].blank() && h.lines[next].mark == nil && !beginsParagraph(h.doc.line(h.lines[next])) {
		next++
	}
	above := h.lines[i-1]
	return next-i == most && startsUpper(s) && !above.blank() && above.span.Len()+1+firstWord(s) <= width && !awaitsMore(h.doc.line(above))
}

// startsBelow reports whether the open field is a subject whose words begin only below the empty line i: its
// label stands alone, and the next line is one of its own or has further labels below it.
func (h *header) startsBelow(i int) bool {
	if h.role != model.SubjectRole || h.open.size() > 0 {
		return false
	}
	for i++; i < len(h.lines) && h.lines[i].blank(); i++ {
	}
	return i < h.end || i < len(h.lines) && (i+1 == len(h.lines) || h.lines[i+1].blank())
}

// resumes reports whether a line goes on with the open field over an empty line: with a REF list,
// or with a subject that the empty line cut in two.
func (h *header) resumes(i int, s string) bool {
	switch h.role {
	case model.ReferencesRole:
		// "DOE 12/14/09", "E-MAIL TO THE DESK": the second line says what the entry is.
		return h.listResumes(s) || i < h.end && h.bullet != "" && allCapitals(s) && refKindOf(s) != model.RefOther
	case model.SubjectRole:
		return i < h.end && h.subjectResumes(s)
	case model.TagsRole:
		return i < h.end && onlyTags(s)
	}
	return false
}

// onlyTags reports whether a line holds nothing but known codes.
func onlyTags(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == ';' })
	for _, w := range words {
		if !facts.IsTag(w) {
			return false
		}
	}
	return len(words) > 0
}

// textHeading reports whether a line is the heading of the text, which no empty line parts from the subject: a word
// alone that says so, with its colon or behind a line that had room for it.
func (h *header) textHeading(s string) bool {
	const room = 45 // bytes of a line that a longer one than a word could have gone on with
	word := strings.TrimRight(s, ".: ")
	return (strings.EqualFold(word, "summary") || strings.EqualFold(word, "introduction") || strings.EqualFold(word, "executive summary")) &&
		(strings.HasSuffix(s, ":") || h.open.size() < room)
}

// listResumes reports whether s is a further entry of the open REF list, or the end of an id that
// an empty line cut ("RIO", "DE JANEIRO 1291").
func (h *header) listResumes(s string) bool {
	const longest = 200 // a line of text is longer
	if len(s) > longest {
		return false
	}
	bullet, reads := referenceEntry(s)
	switch {
	case bullet != "" && isDigit(bullet[0]): // else it is paragraph 1
		return reads && followsBullet(h.bullet, bullet) && h.bullet != ""
	case bullet != "":
		return reads || followsBullet(h.bullet, bullet)
	case reads:
		return len(s) < 40
	}
	return endsReference(h.open.text(), s)
}

// subjectResumes reports whether s is plainly the second half of the open subject: both are in
// capitals, and s is nothing else that stands in a header.
func (h *header) subjectResumes(s string) bool {
	const shortest = 25 // a first half fills a good part of its line
	first := h.open.text()
	return len(first) >= shortest && allCapitals(first) && !endsSentence(first) && allCapitals(s) &&
		!strings.Contains(s, ":") && !isAttention(s) && !isNotice(s) && !isRule(s)
}

// beginsEntry reports whether a line that goes on with the open field begins an entry of it, which
// keeps its line: an addressee, an item of a REF list, the reason of the classification.
func (h *header) beginsEntry(s string) bool {
	switch h.role {
	case model.ToRole, model.InfoRole:
		return true
	case model.ReferencesRole:
		bullet, reads := referenceEntry(s)
		return bullet != "" || reads && !awaitsMore(h.open.text())
	case model.ClassifiedByRole:
		return (strings.HasPrefix(s, "Reason") || strings.HasPrefix(s, "REASON")) && !awaitsMore(h.open.text())
	}
	return false
}

// awaitsMore reports whether a line of a field plainly goes on in the next.
func awaitsMore(s string) bool {
	const longest = len(" AND ")
	s = strings.ToUpper(strings.TrimRight(s[max(0, len(s)-longest):], " "))
	for _, end := range []string{",", "&", "(", "-", " AND", " FOR"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// listed notes the last bullet of a line of a REF list.
func (h *header) listed(s string) {
	if h.role == model.ReferencesRole {
		h.bullet = lastBullet(s, h.bullet)
	}
}
