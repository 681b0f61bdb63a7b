package query

import (
	"slices"
	"strconv"

	"reftel/model"
)

// Query is a question about cables. The zero Query asks nothing: every cable answers it. A Query
// is never changed once made, so any number of goroutines may use it.
type Query struct {
	root   Node                             // an And; nil asks nothing
	linked map[string]map[*model.Cable]bool // answers to what only the library knows, by key: see Bind
}

// Of returns the query that asks for a condition.
func Of(n Node) Query { return Query{root: n} }

// IsZero reports whether the query asks nothing.
func (q Query) IsZero() bool { return q.root == nil }

// Root returns the condition that the query is, for those who look it up elsewhere than in cables; nil if it
// asks nothing.
func (q Query) Root() Node { return q.root }

// Bind returns the query with the answers of a library to what no cable knows by itself: which cables cite
// one, which one cites, and which are copies of each other. ask is called once for each [Linked] and [Copy]
// of the query.
func (q Query) Bind(ask func(Node) []*model.Cable) Query {
	bound := Query{q.root, map[string]map[*model.Cable]bool{}}
	eachNode(q.root, func(n Node) {
		switch n.(type) {
		case Linked, Copy:
			set := map[*model.Cable]bool{}
			for _, c := range ask(n) {
				set[c] = true
			}
			bound.linked[n.key()] = set
		}
	})
	return bound
}

// eachNode calls do with a condition and all that it is made of.
func eachNode(n Node, do func(Node)) {
	do(n)
	switch n := n.(type) {
	case And:
		for _, part := range n {
			eachNode(part, do)
		}
	case Or:
		for _, part := range n {
			eachNode(part, do)
		}
	case Not:
		eachNode(n.Node, do)
	}
}

// Matches reports whether the cable answers the query. Words without a field are searched in what a list shows
// of it (id, station, origin, headline and its notes, subject, codes of the TAGS) and in its text: headings,
// paragraphs, tables, signature and trailer. The addressees and the other lines above the text are no part of
// it: nearly every cable goes to the same posts. Words that read as a cable's id find that cable however its
// serial is padded. What asks for links must be bound before (see [Query.Bind]), what asks for notes resolved (see
// [Query.Resolve]).
func (q Query) Matches(c *model.Cable) bool { return q.root == nil || q.holds(q.root, c) }

func (q Query) holds(n Node, c *model.Cable) bool {
	switch n := n.(type) {
	case And:
		for _, part := range n {
			if !q.holds(part, c) {
				return false
			}
		}
		return true
	case Or:
		for _, part := range n {
			if q.holds(part, c) {
				return true
			}
		}
		return false
	case Not:
		return !q.holds(n.Node, c)
	case *Text:
		return n.inCable(c)
	case InField:
		return n.holds(c)
	case Class:
		return !c.Classification.IsZero() && c.Classification >= n.Min && c.Classification <= n.Max
	case Dated:
		return !c.Date.IsZero() && !c.Date.Before(n.From) && (n.To.IsZero() || c.Date.Before(n.To))
	case Having:
		return Contains(c, n.What)
	case Linked, Copy:
		return q.linked[n.key()][c]
	case Among:
		return n.Has(c)
	}
	return false
}

// Spans returns the places of the query's words and phrases in a text, in order; none overlap. Words of a field
// are among them where the field is a name or a subject, words that must not occur are not.
func (q Query) Spans(text string) []model.Span { return q.spans(text, anyText, Name, Subject) }

// SpansIn is [Query.Spans] for a block of a cable that answers: it finds the words there that made the cable
// answer. Those of subject: are looked for in the subject and the headline alone, those of tag: in the TAGS.
func (q Query) SpansIn(b *model.Block) []model.Span {
	switch {
	case b.Role == model.SubjectRole, b.Role == model.HeadlineRole:
		return q.spans(b.Text, anyText, Name, Subject)
	case b.Role == model.TagsRole:
		return q.spans(b.Text, anyText, Tag)
	case b.Role == model.HeadlineNoteRole, IsSearched(b):
		return q.spans(b.Text, anyText, Name)
	}
	return nil
}

// anyText stands for the field of words that have none.
const anyText Field = ""

// spans returns the places of the words of some fields.
func (q Query) spans(text string, fields ...Field) []model.Span {
	var all []model.Span
	eachWanted(q.root, func(f Field, t *Text) {
		if slices.Contains(fields, f) {
			all = t.appendSpans(all, text)
		}
	})
	slices.SortFunc(all, func(a, b model.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	end := 0
	return slices.DeleteFunc(all, func(s model.Span) bool {
		if s.Start < end {
			return true
		}
		end = s.End
		return false
	})
}

// eachWanted calls do with the words that a cable which answers may have, and the field that they stand in.
func eachWanted(n Node, do func(Field, *Text)) {
	switch n := n.(type) {
	case And:
		for _, part := range n {
			eachWanted(part, do)
		}
	case Or:
		for _, part := range n {
			eachWanted(part, do)
		}
	case *Text:
		do(anyText, n)
	case InField:
		do(n.Field, n.Text)
	}
}

// inCable reports whether the words stand in one of the searched texts of the cable.
func (t *Text) inCable(c *model.Cable) bool {
	if !t.ID.IsZero() && t.ID == c.ID {
		return true
	}
	var buf [48]byte
	if t.in(string(appendID(buf[:0], c.ID))) || t.in(c.Station) || t.in(c.Subject) || t.in(c.Headline) ||
		t.in(c.Origin) {
		return true
	}
	for _, note := range c.HeadlineNotes {
		if t.in(note) {
			return true
		}
	}
	for i := range c.Tags {
		if t.in(c.Tags[i].Code) {
			return true
		}
	}
	for i := range c.Blocks {
		if b := &c.Blocks[i]; IsSearched(b) && t.in(b.Text) {
			return true
		}
	}
	return false
}

// IsSearched reports whether words without a field are searched in a block.
func IsSearched(b *model.Block) bool { return b.Kind != model.Header && b.Kind != model.Rule }

// appendID writes an id as [model.ID.String] does, into a buffer of the caller's: a filter looks
// at every cable of the library, once for each key pressed.
func appendID(dst []byte, id model.ID) []byte {
	if id.IsZero() {
		return dst
	}
	if id.IsDocument() {
		dst = append(append(dst, id.Volume...), "/d"...)
		return strconv.AppendInt(dst, int64(id.Serial), 10)
	}
	short := id.Year % 100
	if full, ok := model.FullYear(short); !ok || full != id.Year {
		dst = strconv.AppendInt(dst, int64(id.Year), 10)
	} else {
		dst = append(dst, byte('0'+short/10), byte('0'+short%10))
	}
	dst = append(dst, id.Station...)
	return strconv.AppendInt(dst, int64(id.Serial), 10)
}
