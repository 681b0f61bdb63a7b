package library

import (
	"cmp"
	"slices"

	"reftel/model"
)

// Place is where something stands in a cable.
type Place struct {
	Block int
	Span  model.Span // in the block's text
}

// citation is one place where a cable cites another, as the parser read it.
type citation struct {
	id       model.ID
	inferred bool   // no year is written: it is the citing cable's
	bullet   string // of an entry of the REF list
	place    Place
}

// citing is a cable that cites the id under which it is noted.
type citing struct {
	cable    *model.Cable
	inferred bool // in every place
}

// citations lists the places where a cable cites others: the entries of the REF list, then the
// references in the text, those by letter included. A cable that cites itself does so by mistake,
// mostly because its own page marker was read as a reference (HANDBOOK section 2): dropped.
func citations(c *model.Cable) []citation {
	if len(c.References) == 0 && len(c.Marks) == 0 {
		return nil
	}
	var out []citation
	list := newReferenceList(c)
	own := c.Number()
	for i := range c.References {
		r := &c.References[i]
		if r.ID.IsZero() || r.ID == c.ID || r.ID == own {
			continue
		}
		out = append(out, citation{id: r.ID, inferred: r.YearInferred, bullet: r.Bullet, place: Place{r.Block, r.Span}})
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		if m.Kind != model.Citation || m.RefTo == model.ToPage || list.holds(m) {
			continue // which document has a page, only the library knows
		}
		for _, id := range m.IDs {
			if id.IsZero() || id == c.ID || id == own {
				continue
			}
			out = append(out, citation{id: id, inferred: list.yearInferred(m, id), place: Place{m.Block, m.Span}})
		}
	}
	return out
}

// referenceList answers questions about the REF list of a cable for any number of its marks.
type referenceList struct {
	cable    *model.Cable
	inferred map[model.ID]bool
	entries  map[int][]model.Span // by block: sorted, each End the greatest so far
}

func newReferenceList(c *model.Cable) referenceList {
	l := referenceList{cable: c, inferred: map[model.ID]bool{}, entries: map[int][]model.Span{}}
	for i := range c.References {
		r := &c.References[i]
		l.inferred[r.ID] = r.YearInferred
		l.entries[r.Block] = append(l.entries[r.Block], r.Span)
	}
	for _, spans := range l.entries {
		slices.SortFunc(spans, func(a, b model.Span) int { return cmp.Compare(a.Start, b.Start) })
		for i := 1; i < len(spans); i++ {
			spans[i].End = max(spans[i].End, spans[i-1].End)
		}
	}
	return l
}

// holds reports whether a mark stands on an entry of the list.
func (l *referenceList) holds(m *model.Mark) bool {
	spans := l.entries[m.Block]
	i, _ := slices.BinarySearchFunc(spans, m.Span.End, func(s model.Span, end int) int { return cmp.Compare(s.Start, end) })
	return i > 0 && spans[i-1].End > m.Span.Start
}

// yearInferred reports whether the year of an id that a mark leads to was inferred: that of an
// entry of the list is, if the entry says so; in running text the year is inferred when it is the
// citing cable's own and isn't written.
func (l *referenceList) yearInferred(m *model.Mark, id model.ID) bool {
	if inferred, listed := l.inferred[id]; listed {
		return inferred
	}
	return m.RefTo == model.ToCable && id.Year == yearOf(l.cable) && !yearWritten(m.Form, id)
}

func yearOf(c *model.Cable) int {
	if c.Year != 0 {
		return c.Year
	}
	return c.Date.Year()
}

// yearWritten reports whether a group of two or four digits in form is the year of the id. The
// serial, which may look like a year, is set aside once.
func yearWritten(form string, id model.ID) bool {
	serialSeen := false
	years := 0
	for i := 0; i < len(form); {
		start, n := i, 0
		for i < len(form) && form[i]-'0' < 10 {
			n = min(n*10+int(form[i]-'0'), 1e8)
			i++
		}
		digits := i - start
		if digits == 0 {
			i++
			continue
		}
		year, ok := model.FullYear(n)
		isYear := ok && year == id.Year && (digits == 2 || digits == 4)
		switch {
		case n == id.Serial && !serialSeen && !isYear:
			serialSeen = true
		case isYear:
			years++
		}
	}
	if !serialSeen && years > 0 { // a serial that looks like the year: 10 MEXICO 10 has both
		years--
	}
	return years > 0
}

// noteCitations enters a cable under the ids that it cites, once each.
func (l *Library) noteCitations(c *model.Cable) {
	for _, cited := range citations(c) {
		noted := l.citing[cited.id]
		if last := len(noted) - 1; last >= 0 && noted[last].cable == c {
			noted[last].inferred = noted[last].inferred && cited.inferred
			continue
		}
		l.citing[cited.id] = append(noted, citing{c, cited.inferred})
	}
}

// Cited is a cable that another one cites, as the parser read it.
type Cited struct {
	ID           model.ID
	YearInferred bool   // it is written without a year
	Bullet       string // of the first entry of the REF list that is written so
}

// CitedIDs lists what a cable cites, each id once, or once with its year and once without: in the order of its REF list,
// then of its text. Which cable an inferred year means, only a library knows: see [Library.Resolve].
func CitedIDs(c *model.Cable) []Cited {
	type written struct {
		id       model.ID
		inferred bool
	}
	var out []Cited
	seen := map[written]bool{}
	for _, one := range citations(c) {
		if w := (written{one.id, one.inferred}); !seen[w] {
			seen[w] = true
			out = append(out, Cited{one.id, one.inferred, one.bullet})
		}
	}
	return out
}
