package parser

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"reftel/model"
	"reftel/parser/facts"
)

// teiNames gathers the names that the markup gives in one document.
type teiNames struct {
	lists  *teiLists
	names  []model.Name
	index  map[teiNameKey]int
	wrong  []string // marked where no name stands
	misses int
}

type teiNameKey struct {
	kind model.NameKind
	key  string // the editors'; without one, the words
}

// add takes the mentions of a finished block.
func (n *teiNames) add(at int, text string, mentions []teiMention) {
	for _, m := range mentions {
		form := joinLines(m.span.In(text))
		if !isName(text, m) {
			n.misses++
			if len(n.wrong) < 3 {
				n.wrong = append(n.wrong, form)
			}
			continue
		}
		key := teiNameKey{m.kind, m.key}
		if m.key == "" {
			key.key = form
		}
		if n.index == nil {
			n.index = map[teiNameKey]int{}
		}
		i, ok := n.index[key]
		if !ok {
			i = len(n.names)
			n.index[key] = i
			n.names = append(n.names, model.Name{Kind: m.kind, Origin: model.FromMarkup, Key: m.key})
		}
		name := &n.names[i]
		if len(name.Forms) < 64 && !slices.Contains(name.Forms, form) {
			name.Forms = append(name.Forms, form)
		}
		name.Mentions = append(name.Mentions, model.Mention{Block: at, Span: m.span})
	}
}

// isName reports whether what the markup calls a name is one: not the first letters of a longer word (<persName>West</persName>ern),
// other than a plural, and no portion marking.
func isName(text string, m teiMention) bool {
	before, after := text[:m.span.Start], text[m.span.End:]
	word := m.span.In(text)
	if unicode.IsLetter(lastRune(before)) && unicode.IsLetter(firstRune(word)) {
		return false
	}
	if r := firstRune(after); unicode.IsLetter(r) && unicode.IsLetter(lastRune(word)) {
		plural := strings.TrimPrefix(after, "e")
		if !strings.HasPrefix(plural, "s") || unicode.IsLetter(firstRune(plural[1:])) {
			return false
		}
	}
	return !(portionLevels[word] && strings.HasSuffix(before, "(") && after != "" && strings.IndexByte(")/-,", after[0]) >= 0)
}

// finish gives the names what the volume's lists say, and the cable the names.
func (n *teiNames) finish(c *model.Cable, lost int) {
	for i := range n.names {
		name := &n.names[i]
		slices.SortStableFunc(name.Forms, func(a, b string) int { return len(b) - len(a) })
		name.Name = name.Forms[0]
		e, listed := n.lists.entries[name.Key]
		if listed {
			name.Note = e.note
		}
		switch {
		case name.Kind == model.Person && listed:
			name.Name = spokenOrder(e.name)
		case name.Kind == model.Term:
			if listed {
				name.Name = e.name
			}
			name.Kind = termKind(name.Name, name.Note)
		}
	}
	c.Names = n.names
	if n.misses+lost == 0 {
		return
	}
	text := "1 place that the edition's markup calls a name is"
	if n.misses+lost > 1 {
		text = fmt.Sprintf("%d places that the edition's markup calls names are", n.misses+lost)
	}
	text += " left out: part of a longer word, a portion marking, or not closed"
	if len(n.wrong) > 0 {
		text += " (" + strings.Join(n.wrong, ", ") + ")"
	}
	c.Warnings = append(c.Warnings, model.Warning{Kind: WarnNames, Text: text})
}

// spokenOrder turns a name as lists have it into one as texts have it: "Doe, Jane, Jr." is Jane Doe, Jr.
func spokenOrder(s string) string {
	parts := strings.Split(s, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if len(parts) < 2 || parts[1] == "" {
		return s
	}
	name := parts[1] + " " + parts[0]
	for _, more := range parts[2:] {
		name += ", " + more
	}
	return name
}

// organizationWords and placeWords are the words of a term's meaning that tell what it is.
var (
	organizationWords = wordSet("agency army association authority bank board bureau center commission committee command company " +
		"conference congress corporation corps council department division embassy federation force forces front fund group " +
		"headquarters institute league ministry mission movement navy office organization parliament party secretariat service staff union")
	placeWords = wordSet("states kingdom republic union")
)

// termPlaces are countries that lists of abbreviations have.
var termPlaces = wordSet("US U.S. USA U.S.A. USSR U.S.S.R. UK U.K. FRG GDR PRC ROC ROK DRV GVN UAR")

// termKind says what a term stands for: as the volume's list explains it, else as the TAGS know it.
func termKind(term, meaning string) model.NameKind {
	const most = 10 // words of an organization's name
	if termPlaces[term] {
		return model.Place
	}
	if meaning != "" {
		meaning, _, _ = strings.Cut(meaning, ";")
		words := strings.FieldsFunc(strings.ToLower(meaning), func(r rune) bool { return !unicode.IsLetter(r) })
		titled := unicode.IsUpper(firstRune(meaning))
		for i, w := range words[:min(len(words), most)] {
			switch {
			case i == 0 && placeWords[w] && len(words) > 1 && words[1] == "of", w == "republic" && titled, w == "kingdom" && titled, w == "states" && i == 1:
				return model.Place
			case organizationWords[w] && titled && !officeTitle(words):
				return model.Organization
			}
		}
		return model.Term
	}
	if kind, _ := facts.TagMeaning(term); kind == model.TagOrganization && facts.IsTag(strings.ToUpper(term)) {
		return model.Organization
	}
	return model.Term
}

// officeTitle reports whether the words name somebody's office: Director of Central Intelligence, Chief of Staff.
func officeTitle(words []string) bool {
	if len(words) == 0 {
		return false
	}
	switch words[0] {
	case "director", "deputy", "chief", "chairman", "secretary", "assistant", "under", "ambassador", "commander", "counselor", "minister", "president", "officer":
		return true
	}
	return false
}
