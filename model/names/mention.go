package names

import (
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/match"
)

// mentions goes through all passages once more and notes every place where a name stands, the
// longest first, none within another.
func (f *finder) mentions() []*collected {
	found := map[*entity]*collected{}
	givens := map[int]*collected{}
	var order []*collected
	for at := range f.passages {
		p := &f.passages[at]
		for i := 0; i < len(p.tokens); {
			e, end := f.longest(position{at, i}, p)
			if end == i {
				i++
				continue
			}
			if e != nil {
				n := found[e]
				if n == nil {
					number, isGiven := f.given[e]
					if n = givens[number]; n == nil || !isGiven {
						n = &collected{entity: e, given: -1}
						order = append(order, n)
					}
					if isGiven {
						n.given, givens[number] = number, n
					}
					found[e] = n
				}
				n.add(p, i, end)
			}
			i = end
		}
	}
	return order
}

// longest returns what the longest name that begins at a word stands for, and where it ends: at the word
// itself if there is none. The entity is nil for words that look like a name and are known not to be one.
func (f *finder) longest(at position, p *passage) (best *entity, end int) {
	i := at.token
	end = i
	if w := &p.tokens[i]; w.dead || !p.caps && !p.titled && !w.cap() {
		return nil, i
	}
	local, known := f.local.step(p.tokens[i].key), f.t.begin(&p.tokens[i])
	for j := i; j < len(p.tokens); j++ {
		w := &p.tokens[j]
		if j > i {
			if !joins(p, j) {
				break
			}
			local, known = local.step(w.key), known.step(w.key)
		}
		if local == nil && known == nil {
			break
		}
		if e, ok := f.choose(local, known, at, j+1, p); ok {
			best, end = e, j+1
		}
		if w.possessive() && !possessives[w.key] {
			break
		}
	}
	return best, end
}

// joins reports whether the word at j can belong to the same name as the one before it.
func joins(p *passage, j int) bool {
	w := &p.tokens[j]
	switch w.gap {
	case gapSpace, gapHyphen, gapOpenQuote, gapCloseQuote:
		return !w.dead
	case gapComma:
		return w.key == "dc" || p.caps && (portfolios[w.key] || w.key == "and" || incorporated[w.key]) // DEPARTMENT OF AGRICULTURE, STOCK, AND FISHERIES
	}
	return false
}

// choose picks what the words from at to end stand for.
func (f *finder) choose(local, known *node, at position, end int, p *passage) (*entity, bool) {
	var person, other *entity
	for _, n := range []*node{local, known} {
		if n == nil {
			continue
		}
		for _, fm := range n.forms {
			if !f.written(fm, at, end, p) {
				continue
			}
			if fm.entity.kind == model.Person {
				person = fm.entity
			} else if other == nil {
				other = fm.entity
			}
		}
	}
	switch {
	case person == nil && other == nil:
		return nil, false
	case person != nil && (other == nil || other.kind != model.Place || !f.afterPreposition(at, p)):
		return f.singlePerson(person, at, end, p), true
	case other.kind == model.Place && f.officeOrId(at, end, p):
		return nil, true
	}
	return other, true
}

// written reports whether the words are written as the form asks for.
func (f *finder) written(fm form, at position, end int, p *passage) bool {
	words := p.tokens[at.token:end]
	w := &words[0]
	for i := range words {
		k := words[i].key
		if fm.exact && words[i].shape != upper || !p.caps && words[i].shape == lower && !particles[k] && !connectors[k] {
			return false
		}
	}
	if len(words) > 1 {
		return !p.caps || words[len(words)-1].key != "government" || officeHeads[w.key] // US GOVERNMENT: the nation
	}
	common := f.t.words[w.key]
	switch {
	case p.caps && w.key == "us":
		return p.country(at.token)
	case fm.sure && p.caps:
		return true
	case p.caps && common && fm.entity.kind == model.Person:
		return p.shownPerson(at.token)
	case fm.exact && p.caps:
		return !common && !(loadVocabulary().words[w.key] && f.arrival(p, end)) || strings.Contains(p.text[w.start:w.end], ".") || p.symbol(end)
	case fm.exact:
		return true
	case p.caps && !p.titled:
		return !common && !f.lower[w.key] && (fm.entity.kind == model.Person || !loadVocabulary().words[w.key])
	case p.caps || p.titled:
		return !common && !f.lower[w.key]
	case common && w.first:
		return false
	case fm.short && !p.early:
		return fm.entity.first.before(at)
	}
	return true
}

// symbol reports whether the word at i is the short symbol of an office behind the stroke that follows its agency's acronym: AID/W.
func (p *passage) symbol(i int) bool {
	const longest = 4
	return i > 0 && i < len(p.tokens) && p.tokens[i].shape != lower && len(p.tokens[i].key) <= longest &&
		strings.TrimSpace(p.text[p.tokens[i-1].full:p.tokens[i].start]) == "/"
}

// arrival reports whether a time or a place stands at i, as behind ETA that is no organization.
func (f *finder) arrival(p *passage, i int) bool {
	if i >= len(p.tokens) {
		return false
	}
	w := &p.tokens[i]
	n := f.t.begin(w)
	return w.shape == number || calendar[w.key] || n.isName() && n.forms[0].entity.kind == model.Place
}

// afterPreposition tells the place from the person of one name.
func (f *finder) afterPreposition(at position, p *passage) bool {
	return at.token > 0 && prepositions[p.tokens[at.token-1].key]
}

// singlePerson returns the person, or, before words such as brothers, the organization of the name,
// or nobody.
func (f *finder) singlePerson(e *entity, at position, end int, p *passage) *entity {
	if end >= len(p.tokens) || p.tokens[end].gap != gapSpace || p.tokens[end-1].possessive() || !groups[p.tokens[end].key] {
		return e
	}
	name := join(keys(p.tokens[at.token:end]))
	group := strings.TrimSuffix(p.tokens[end].key, "s")
	return f.byWords[string(model.Organization)+" "+name+" "+group]
}

// officeOrId recognises places that are part of an office's or a cable's name: Embassy Mexico,
// MEXICO 000083.
func (f *finder) officeOrId(at position, end int, p *passage) bool {
	if i := at.token; i > 0 && p.tokens[i].gap == gapSpace && posts[p.tokens[i-1].key] && p.tokens[i-1].cap() {
		return true
	}
	if end >= len(p.tokens) {
		return false
	}
	next := &p.tokens[end]
	if i := at.token; p.caps && i > 0 && p.tokens[i].gap == gapComma && p.tokens[i-1].shape != number {
		return false // GAINSBORO, GEORGIA 30501
	}
	return next.gap == gapSpace && next.shape == number && p.tokens[end-1].shape == upper && next.end-next.start >= 2 &&
		strings.Trim(p.text[next.start:next.end], "0123456789") == ""
}

// collected is a name with its mentions so far.
type collected struct {
	entity   *entity
	given    int      // number of the name that the source gives, -1 if it doesn't
	forms    []string // as written, in order
	folded   []string
	mentions []model.Mention
}

func (n *collected) add(p *passage, start, end int) {
	span := model.Span{Start: p.tokens[start].start, End: p.tokens[end-1].end}
	n.mentions = append(n.mentions, model.Mention{Block: p.block, Span: span})
	if slices.Contains(n.forms, span.In(p.text)) {
		return
	}
	written := strings.Join(strings.Fields(span.In(p.text)), " ")
	folded := match.Fold(written)
	if i := slices.Index(n.folded, folded); i < 0 {
		n.forms, n.folded = append(n.forms, written), append(n.folded, folded)
	} else if isCapitals(n.forms[i]) && !isCapitals(written) {
		n.forms[i] = written // the subject line has it in capitals
	}
}

func isCapitals(s string) bool { return strings.ToUpper(s) == s }

// name puts the fullest form first.
func (n *collected) name() model.Name {
	fullest := 0
	for i, folded := range n.folded {
		if longer(folded, n.folded[fullest]) {
			fullest = i
		}
	}
	full := n.forms[fullest]
	forms := slices.Insert(slices.Delete(n.forms, fullest, fullest+1), 0, full)
	return model.Name{Name: full, Kind: n.entity.kind, Forms: forms, Mentions: n.mentions}
}

// longer compares folded forms by words, then by letters.
func longer(a, b string) bool {
	if x, y := strings.Count(a, " "), strings.Count(b, " "); x != y {
		return x > y
	}
	return len(a) > len(b)
}
