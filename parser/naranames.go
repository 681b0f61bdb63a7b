package parser

import (
	"cmp"
	"slices"
	"strings"

	"reftel/model"
)

// mostIndexed is the number of persons of one record that are looked for in its text.
const mostIndexed = 64

// nameIndexed notes the persons that the archive's indexers named, with the places where their surnames
// stand in the text. The indexers slipped at times, so a person may have none.
func (t *telegram) nameIndexed() {
	c := t.cable
	var persons []indexed
	for _, tag := range c.IndexerTags {
		if tag.Kind == model.TagPerson && len(persons) < mostIndexed {
			persons = append(persons, newIndexed(tag.Code))
		}
	}
	for i := range persons {
		p := &persons[i]
		for k := range persons {
			if i != k && strings.Fields(persons[k].surname)[0] == strings.Fields(p.surname)[0] {
				p.shared = true
			}
		}
		name := model.Name{Name: p.name(), Kind: model.Person, Origin: model.FromIndexers, Forms: []string{p.tag}, Mentions: []model.Mention{}}
		for at := range c.Blocks {
			b := &c.Blocks[at]
			if !b.Kind.IsText() && b.Kind != model.Heading && b.Role != model.SubjectRole {
				continue
			}
			for _, s := range p.find(b.Text) {
				name.Mentions = append(name.Mentions, model.Mention{Block: at, Span: s})
				addNew(&name.Forms, s.In(b.Text))
			}
		}
		c.Names = append(c.Names, name)
	}
}

// indexed is a person as the indexers wrote it: "ROCA LINARES, PABLO".
type indexed struct {
	tag, surname, given string
	shared              bool // another person of the record has the same surname
}

func newIndexed(tag string) indexed {
	surname, given, _ := strings.Cut(tag, ",")
	return indexed{tag: tag, surname: strings.TrimSpace(surname), given: strings.TrimSpace(given)}
}

func (p *indexed) name() string { return strings.TrimSpace(p.given + " " + p.surname) }

// find returns where the person is named in a text: the surname, of a double one also its first half alone,
// with the given names before it.
func (p *indexed) find(text string) []model.Span {
	const shortest = 4 // letters of half a surname: PAZ is a city too
	upper := text
	if scanHasLower(text) {
		upper = asciiUpper(text)
	}
	out := p.findWords(upper, p.surname, p.shared && !strings.Contains(p.surname, " "))
	if first, _, double := strings.Cut(p.surname, " "); double && len(first) >= shortest {
		for _, s := range p.findWords(upper, first, p.shared) {
			if !slices.ContainsFunc(out, s.Overlaps) {
				out = append(out, s)
			}
		}
	}
	slices.SortFunc(out, func(a, b model.Span) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// findWords finds words in a text in capitals; with alone only where given names stand before them.
func (p *indexed) findWords(text, words string, named bool) []model.Span {
	var out []model.Span
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 || words == "" {
			return out
		}
		s := model.Span{Start: at + i, End: at + i + len(words)}
		at = s.End
		if !scanWordStart(text, s.Start) || !scanWordEnd(text, s.End) {
			continue
		}
		start := p.givenBefore(text, s.Start)
		if named && start == s.Start {
			continue
		}
		s.Start = start
		out = append(out, s)
	}
}

// givenBefore returns where the person's given names begin that stand before offset at, at when none do.
func (p *indexed) givenBefore(text string, at int) int {
	start := at
	names := strings.Fields(p.given)
	for range 3 {
		head := strings.TrimRight(text[:start], " ")
		if len(head) == start {
			break
		}
		blank := strings.LastIndexByte(head, ' ') + 1
		word := strings.TrimRight(head[blank:], ".")
		if word == "" || !slices.ContainsFunc(names, func(n string) bool { return n == word || len(word) == 1 && n[0] == word[0] }) {
			break
		}
		start = blank
	}
	return start
}

// asciiUpper returns s with the letters of ASCII in capitals; all offsets stay.
func asciiUpper(s string) string {
	b := []byte(s)
	for i, c := range b {
		if isLower(c) {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}
