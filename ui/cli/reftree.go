package cli

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"reftel/model"
	"reftel/model/library"
	"reftel/ui/words"
)

// links is what refs asks of a library.
type links interface {
	ByID(model.ID) []*model.Cable
	Cites(*model.Cable) []library.Link
	CitedBy(model.ID) []library.Link
}

// refs are the references from a cable and to it.
type refs struct {
	links
	id      model.ID
	copies  []*model.Cable // none: not in the library
	cites   []*ref         // each with what it cites, as deep as was asked
	citedBy []*ref
}

// ref is a reference as refs prints it.
type ref struct {
	from     *model.Cable // the citing cable
	where    string       // in it: the letter of its REF list, or a place such as #4
	places   []library.Place
	depth    int          // 1: the cable that was asked for cites it, or is cited by it
	id       model.ID     // of the cable at the other end; zero: it has none, or it is no cable
	cable    *model.Cable // at the other end, if it is here
	form     string       // what is written, where there is no id
	kind     string       // what that is: email, report
	state    model.RefState
	inferred bool // the year is not written
	previous bool // and earlier ones

	parent *ref // the reference that led to the citing cable; nil for depth 1
	cites  []*ref
	again  bool // followed where it is nearest, not here
	circle bool // leads back to a cable on the way here
}

// newRefs follows what a cable cites as many steps as depth says; 0 means to the end.
func newRefs(lib links, wanted model.ID, depth int) *refs {
	r := &refs{links: lib, id: wanted, copies: lib.ByID(wanted)}
	r.cites = r.citedIn(r.copies, nil)
	r.follow(depth)
	seen := map[model.ID]bool{}
	for _, link := range lib.CitedBy(wanted) {
		c := link.Cable
		if !c.ID.IsZero() && seen[c.ID] {
			continue // another copy of one that is named
		}
		seen[c.ID] = true
		r.citedBy = append(r.citedBy, &ref{from: c, where: where(c, link.Bullet, link.Block), places: link.Places, depth: 1,
			id: c.ID, cable: c, form: id(c), state: model.Resolved, inferred: link.YearInferred})
	}
	return r
}

// none reports whether there is no reference at all.
func (r *refs) none() bool { return len(r.cites) == 0 && len(r.citedBy) == 0 }

// follow adds what is cited by the cables that are cited, level by level, so that each is followed
// where it is nearest.
func (r *refs) follow(depth int) {
	followed := map[model.ID]bool{}
	level := r.cites
	for n := 1; len(level) > 0; n++ {
		var next []*ref
		for _, cited := range level {
			switch {
			case cited.cable == nil:
				continue
			case r.leadsBack(cited):
				cited.circle = true
			case followed[cited.cable.ID]:
				cited.again = true
			case depth == 0 || n < depth:
				cited.cites = r.citedIn(r.ByID(cited.id), cited)
				next = append(next, cited.cites...)
			}
			followed[cited.cable.ID] = true
		}
		level = next
	}
}

// leadsBack reports whether a reference leads to a cable on the way to it.
func (r *refs) leadsBack(cited *ref) bool {
	for p := cited.parent; p != nil; p = p.parent {
		if p.cable.ID == cited.cable.ID {
			return true
		}
	}
	return slices.ContainsFunc(r.copies, func(c *model.Cable) bool { return c.ID == cited.cable.ID })
}

// citedIn returns what the copies of one cable cite, each once, as the first copy does that has it.
func (r *refs) citedIn(copies []*model.Cable, parent *ref) []*ref {
	depth := 1
	if parent != nil {
		depth = parent.depth + 1
	}
	var out []*ref
	seen := map[string]bool{}
	for _, c := range copies {
		all := append(r.cited(c), unnamed(c)...)
		slices.SortStableFunc(all, func(a, b *ref) int {
			return cmp.Or(a.places[0].Block-b.places[0].Block, a.places[0].Span.Start-b.places[0].Span.Start)
		})
		for _, cited := range all {
			key := cited.id.String() + "\n" + strings.ToLower(cited.form)
			if !seen[key] {
				seen[key] = true
				cited.from, cited.depth, cited.parent = c, depth, parent
				out = append(out, cited)
			}
		}
	}
	return out
}

// cited returns the references of a cable that lead to an id.
func (r *refs) cited(c *model.Cable) []*ref {
	var out []*ref
	for _, link := range r.Cites(c) {
		entry := slices.ContainsFunc(c.References, func(e model.Reference) bool {
			return e.AndPrevious && e.Block == link.Block && e.Span == link.Span
		})
		out = append(out, &ref{where: where(c, link.Bullet, link.Block), places: link.Places, id: link.ID, cable: link.Cable,
			state: link.State, inferred: link.YearInferred, previous: entry})
	}
	return out
}

// unnamed returns the references of a cable that lead to no id: entries of its REF list that are no
// cables, and references in its text to letters that the list does not have and to telegrams that
// are not named.
func unnamed(c *model.Cable) []*ref {
	var out []*ref
	for i := range c.References {
		if e := &c.References[i]; e.ID.IsZero() {
			kind := string(e.Kind)
			if e.Kind == model.RefCable {
				kind = ""
			}
			out = append(out, &ref{where: where(c, e.Bullet, e.Block), places: []library.Place{{Block: e.Block, Span: e.Span}},
				form: e.Raw, kind: kind, previous: e.AndPrevious})
		}
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		if m.Kind == model.Citation && (m.State == model.LetterWithoutList || m.State == model.Unnamed) {
			out = append(out, &ref{where: where(c, "", m.Block), places: []library.Place{{Block: m.Block, Span: m.Span}},
				form: m.Form, state: m.State})
		}
	}
	return out
}

// where says where in a cable a reference stands: its letter in the REF list, or the place of its
// block.
func where(c *model.Cable, bullet string, block int) string {
	if bullet != "" {
		return quoteLine(bullet)
	}
	if c.Blocks[block].Role == model.ReferencesRole {
		return "REF"
	}
	return quoteLine(words.Spots(c)[block].Place())
}

// each calls do with references and all that follow from them, in the order in which they are
// printed.
func each(refs []*ref, do func(*ref)) {
	for _, r := range refs {
		do(r)
		each(r.cites, do)
	}
}

// gap is a cable that is cited and not in the library.
type gap struct {
	id     model.ID
	direct bool     // the cable that was asked for cites it itself
	others []string // the other cables that cite it
}

// missing returns the gaps, in the order in which they are cited.
func (r *refs) missing() []gap {
	var out []gap
	at := map[model.ID]int{}
	each(r.cites, func(cited *ref) {
		if cited.state != model.NotInLibrary {
			return
		}
		if _, known := at[cited.id]; !known {
			at[cited.id] = len(out)
			out = append(out, gap{id: cited.id, others: r.others(cited.id)})
		}
		if cited.depth == 1 {
			out[at[cited.id]].direct = true
		}
	})
	return out
}

// others names the cables that cite one, but for the one that was asked for.
func (r *refs) others(cited model.ID) []string {
	var out []string
	for _, link := range r.CitedBy(cited) {
		if own := slices.Contains(r.copies, link.Cable); own {
			continue
		}
		if name := id(link.Cable); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// refRecord is what --json gives of a reference.
type refRecord struct {
	Link         string         `json:"link"` // cites, cited by
	Depth        int            `json:"depth"`
	From         model.ID       `json:"from,omitzero"`
	Where        string         `json:"where,omitzero"`
	To           model.ID       `json:"to,omitzero"`
	Form         string         `json:"form,omitzero"` // the words of what has no id
	Kind         string         `json:"kind,omitzero"` // what that is
	State        model.RefState `json:"state,omitzero"`
	YearInferred bool           `json:"year_inferred,omitzero"`
	AndPrevious  bool           `json:"and_previous,omitzero"`
	Again        bool           `json:"again,omitzero"`
	Circle       bool           `json:"circle,omitzero"`
	Date         time.Time      `json:"date,omitzero"` // of the cable at the other end
	Subject      string         `json:"subject,omitzero"`
	AlsoCitedBy  []string       `json:"also_cited_by,omitzero"` // of what is not in the library
	Places       []placeRecord  `json:"places"`                 // in the citing cable
	Source       model.Source   `json:"source"`                 // of the citing cable
}

// placeRecord is a place in a cable.
type placeRecord struct {
	Block int        `json:"block"`
	Span  model.Span `json:"span"`
}

// records returns the references, first what the cable cites.
func (r *refs) records() []refRecord {
	var out []refRecord
	each(r.cites, func(cited *ref) {
		record := cited.record("cites")
		record.From, record.To, record.Form = cited.from.ID, cited.id, cited.form
		if cited.state == model.NotInLibrary {
			record.AlsoCitedBy = r.others(cited.id)
		}
		out = append(out, record)
	})
	for _, citing := range r.citedBy {
		record := citing.record("cited by")
		record.From, record.To = citing.id, r.id
		out = append(out, record)
	}
	return out
}

func (r *ref) record(link string) refRecord {
	out := refRecord{Link: link, Depth: r.depth, Where: r.where, Kind: r.kind, State: r.state, YearInferred: r.inferred,
		AndPrevious: r.previous, Again: r.again, Circle: r.circle, Source: r.from.Source}
	if r.cable != nil {
		out.Date, out.Subject = r.cable.Date, r.cable.Subject
	}
	for _, p := range r.places {
		out.Places = append(out.Places, placeRecord{p.Block, p.Span})
	}
	return out
}
