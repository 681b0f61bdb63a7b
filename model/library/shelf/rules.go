package shelf

import (
	"sync/atomic"

	"reftel/model"
	"reftel/model/names"
	"reftel/model/names/rules"
	"reftel/model/query"
)

// ruling holds the reader's rules about names.
type ruling struct{ rules atomic.Pointer[rules.Set] }

// asked is a query as it is put to what was found: where it asks for a name that rules made, it asks for what that was
// called as well.
func (r *ruling) asked(q query.Query) query.Query {
	s := r.rules.Load()
	if s.Len() == 0 {
		return q
	}
	return query.Widen(q, s.Sources)
}

// shown returns a cable with its names as rules have them now: what was shown before, if nothing has changed since.
func (r *ruling) shown(c *model.Cable, before *Opened) (*model.Cable, *rules.Set) {
	s := r.rules.Load()
	if before != nil && before.rules == s {
		return before.Cable, s
	}
	return names.Ruled(c, s), s
}

// as has an opened cable show its names as rules have them; before is what was opened of it before, or nil.
func (r *ruling) as(o, before *Opened) *Opened {
	o.read = o.Cable
	o.Cable, o.rules = r.shown(o.Cable, before)
	return o
}

// ruledName is what a cable has of a name, called as the reader's rules call it.
func ruledName(n model.Name, e names.Entry) model.Name {
	if e.Ruled {
		n.Name, n.Kind = e.Name, e.Kind
	}
	return n
}
