package expand

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
	"reftel/model/letters"
	"reftel/parser/facts"
)

// Group says where a term belongs in a list.
type Group uint8

// The groups.
const (
	Tags     Group = iota // of the TAGS line, and such codes in the text
	Acronyms              // words of the text
	Handling              // markings, captions and other words of the header
)

// Term is a word of a cable that stands for something.
type Term struct {
	Word     string // as it is looked up: DTO, or as written where it isn't in capitals: Poloff
	Key      string // see [Key]
	Group    Group
	Places   []model.Mention // where it stands, in reading order; a marking has an empty span
	Meanings []Meaning       // the best first; none: only other cables may know
}

// mostTerms is how many terms are listed of a cable.
const mostTerms = 500

// Terms returns the words of a cable that stand for something, in the order of their first places, with what the cable and
// the tables say. Those in capitals of which neither knows anything are among them: see [Ask].
func Terms(c *model.Cable) []Term {
	t := terms{cable: c, at: map[string]int{}, countries: countriesOf(c), own: map[string][]Meaning{}}
	for _, d := range Definitions(c) {
		t.own[d.Key] = append(t.own[d.Key], Meaning{Words: d.Words, From: Here, Loose: d.Loose, Block: d.Block, Span: d.Span})
	}
	for _, n := range c.Names {
		if n.Kind == model.Term && n.Note != "" {
			key := Key(n.Name)
			t.own[key] = append(t.own[key], Meaning{Words: oneLine(n.Note), From: Edition})
		}
	}
	hidden := map[int][]model.Span{}
	for _, m := range c.Marks {
		if (m.Kind == model.Redaction || m.Kind == model.Citation) && !m.Span.Empty() {
			hidden[m.Block] = append(hidden[m.Block], m.Span)
		}
	}
	room := mostText
	for i := range c.Blocks {
		b := &c.Blocks[i]
		t.marked(i, b.Marking)
		if room -= len(b.Text); room < 0 {
			break
		}
		switch {
		case b.Kind == model.Header && b.Role == model.TagsRole:
			t.tags(i)
		case b.Kind == model.Header && b.Role == model.DateTimeGroupRole:
			t.precedence(i)
		case isRead(b), isTrade(b):
			t.words(i, hidden[i])
		}
	}
	return t.out
}

// isTrade reports whether a block of the header has words of the trade. Of others, routing and the publisher's, each word
// is a name.
func isTrade(b *model.Block) bool {
	switch b.Role {
	case model.FromRole, model.ToRole, model.CaptionRole, model.AttentionRole, model.ExecutiveOrderRole, model.ClassificationRole, model.ClassifiedByRole:
		return b.Kind == model.Header
	}
	return false
}

// countriesOf returns the countries of the post that wrote a cable.
func countriesOf(c *model.Cable) []string {
	station := c.Station
	if station == "" {
		station, _ = facts.Station(cmp.Or(c.From, c.Origin))
	}
	post, _ := facts.PostOf(station)
	return post.Countries
}

// terms gathers them.
type terms struct {
	cable     *model.Cable
	countries []string
	own       map[string][]Meaning // by key
	at        map[string]int       // index in out, by group and key
	out       []Term
}

// add notes that a term stands somewhere. meanings is asked for once.
func (t *terms) add(id string, place model.Mention, term func() Term) {
	i, ok := t.at[id]
	if !ok {
		if len(t.out) == mostTerms {
			return
		}
		i = len(t.out)
		t.at[id] = i
		t.out = append(t.out, term())
	}
	t.out[i].Places = append(t.out[i].Places, place)
}

// marked takes a portion marking.
func (t *terms) marked(block int, m model.Marking) {
	if said := marking(m); said != "" {
		t.add("marking "+string(m), model.Mention{Block: block}, func() Term {
			return Term{Word: string(m), Key: string(m), Group: Handling, Meanings: []Meaning{{Words: said, From: Marking}}}
		})
	}
}

// tags takes the TAGS line.
func (t *terms) tags(block int) {
	text, from := t.cable.Blocks[block].Text, 0
	for _, tag := range t.cable.Tags {
		i := strings.Index(text[from:], tag.Code)
		if i < 0 {
			continue // of another line, or mended
		}
		span := model.Span{Start: from + i, End: from + i + len(tag.Code)}
		from = span.End
		t.tag(tag, model.Mention{Block: block, Span: span})
	}
}

func (t *terms) tag(tag model.Tag, place model.Mention) {
	t.add("tag "+tag.Code, place, func() Term {
		term := Term{Word: tag.Code, Key: tag.Code, Group: Tags}
		if tag.Meaning != "" {
			term.Meanings = []Meaning{{Words: tag.Meaning, From: TagTable, Kind: tag.Kind}}
		} else if tag.Kind == model.TagOrganization {
			term.Meanings = t.meanings(Key(tag.Code), false)
		}
		return term
	})
}

// precedence takes the letters in front of the date-time group.
func (t *terms) precedence(block int) {
	text := t.cable.Blocks[block].Text
	for i := 0; i+1 < len(text) && text[i+1] == ' ' && precedences[text[i:i+1]] != ""; i += 2 {
		letter := text[i : i+1]
		t.add("precedence "+letter, model.Mention{Block: block, Span: model.Span{Start: i, End: i + 1}}, func() Term {
			return Term{Word: letter, Key: letter, Group: Handling, Meanings: []Meaning{{Words: precedences[letter], From: Prosign}}}
		})
	}
}

// covered reports whether one of the spans, which stand in the order of the text, overlaps a word.
func covered(word model.Span, spans []model.Span) bool {
	for _, s := range spans {
		if s.Start >= word.End {
			return false
		}
		if word.Overlaps(s) {
			return true
		}
	}
	return false
}

// words takes the words of a text.
func (t *terms) words(block int, hidden []model.Span) {
	b := &t.cable.Blocks[block]
	caps := isRead(b) && inCapitals(b.Text)
	slices.SortFunc(hidden, func(a, b model.Span) int { return cmp.Compare(a.Start, b.Start) })
	for span := range wordSpans(b.Text) {
		for len(hidden) > 0 && hidden[0].End <= span.Start {
			hidden = hidden[1:]
		}
		if covered(span, hidden) || t.word(block, span, caps) {
			continue
		}
		word := span.In(b.Text) // WHA/MEX, U.S.-GOI: the parts
		for start := span.Start; strings.ContainsAny(word, "/-&"); {
			i := strings.IndexAny(word, "/-&")
			t.word(block, model.Span{Start: start, End: start + i}, caps)
			start, word = start+i+1, word[i+1:]
			if !strings.ContainsAny(word, "/-&") {
				t.word(block, model.Span{Start: start, End: start + len(word)}, caps)
			}
		}
	}
}

// word takes a word, and reports whether it is a term.
func (t *terms) word(block int, span model.Span, caps bool) bool {
	b := &t.cable.Blocks[block]
	written := span.In(b.Text)
	if len(written) < 2 || len(written) > 2*longestKey {
		return false
	}
	acronym := isAcronym(written)
	if !acronym && !facts.IsWritten(written) && !(caps && facts.IsWritten(strings.ToLower(written))) {
		return false
	}
	key := t.key(written)
	header := b.Kind == model.Header && b.Role != model.SubjectRole
	if acronym && !caps && !header && len(key) == 4 {
		if kind, meaning := facts.TagMeaning(key); meaning != "" && (kind == model.TagSubject || kind == model.TagProgram) && facts.Expansions(key) == nil && t.own[key] == nil {
			t.tag(model.Tag{Code: key, Kind: kind, Meaning: meaning}, model.Mention{Block: block, Span: span})
			return true
		}
	}
	meanings := t.meanings(key, header)
	switch {
	case len(meanings) == 0 && (header || strings.ContainsAny(key, "/-&")):
		return false // attention lines are full of names; of a pair, the parts are looked up
	case caps && len(t.own[key]) == 0 && (len(meanings) == 0 || isPlain(key)):
		return false // any word is in capitals
	}
	t.add("word "+key, model.Mention{Block: block, Span: span}, func() Term {
		term := Term{Word: key, Key: key, Group: Acronyms, Meanings: meanings}
		if !acronym {
			term.Word = withoutPossessive(written)
			if strings.HasSuffix(term.Word, "s") && len(key) < len(term.Word) {
				term.Word = term.Word[:len(term.Word)-1]
			}
		}
		if header {
			term.Group = Handling
		}
		return term
	})
	return true
}

// key returns the key of a word; of one that is known without its plural alone, without: Poloffs, EMBOFFS.
func (t *terms) key(written string) string {
	key := Key(written)
	if one, ok := strings.CutSuffix(key, "S"); ok && len(one) > 2 && t.own[key] == nil && facts.Expansions(key) == nil && (t.own[one] != nil || facts.Expansions(one) != nil) {
		return one
	}
	return key
}

// isPlain reports whether a word in capitals may be a plain word.
func isPlain(key string) bool {
	return key == "GOES" || slices.ContainsFunc(facts.Expansions(key), func(e facts.Expansion) bool { return e.Plain })
}

// wordSpans gives the words of a text: letters and digits, with what may stand inside an acronym.
func wordSpans(text string) func(yield func(model.Span) bool) {
	return func(yield func(model.Span) bool) {
		for i := 0; i < len(text); {
			r, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) {
				i += size
				continue
			}
			start, end := i, i
			for i < len(text) {
				r, size := utf8.DecodeRuneInString(text[i:])
				switch {
				case unicode.IsLetter(r) || unicode.IsDigit(r):
					end = i + size
				case r == '.' || r == '/' || r == '-' || r == '&' || letters.IsApostrophe(r):
				default:
					size = 0
				}
				if size == 0 {
					break
				}
				i += size
			}
			if !yield(model.Span{Start: start, End: end}) {
				return
			}
		}
	}
}
