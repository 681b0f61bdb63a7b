package index

import (
	"encoding/json"
	"slices"

	"reftel/model/library/postings"
	"reftel/model/query"
)

// How cables are looked up by what names them: those with ids that are in a list of JSON, and by their hashes, for which all
// rows are looked at. Few cables have no id, so hashes have no index.
const (
	selectIDs    = "SELECT number FROM cable WHERE id <> '' AND id IN (SELECT value FROM json_each(?))"
	selectHashes = "SELECT number FROM cable WHERE sha256 IN (SELECT unhex(value) FROM json_each(?))"
)

// mostAmong is how many sets of cables a view remembers the numbers of.
const mostAmong = 16

// named returns the cables of a set. A reader who has read twenty thousand asks for them with each key of a filter, so the
// answer is kept.
func (s *searcher) named(n query.Among) (postings.Set, error) {
	if found, ok := s.view.amongKept(n.Cables); ok {
		return found, nil
	}
	ids, hashes := n.Named()
	lists := map[string][]string{selectHashes: hashes}
	for _, id := range ids {
		lists[selectIDs] = append(lists[selectIDs], id.String())
	}
	found := s.none()
	err := s.index.read(s.ctx, func(r *reading) error {
		for asked, list := range lists {
			if len(list) == 0 {
				continue
			}
			names, err := json.Marshal(list)
			if err != nil {
				return err
			}
			in, err := numbers(r, asked, string(names))
			if err != nil {
				return err
			}
			for _, number := range in {
				if number < 64*len(found) { // what was committed since the view was taken is not in it
					found.Add(number)
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	s.view.keepAmong(n.Cables, found)
	return found, nil
}

// amongKept returns the numbers of a set of cables that was asked for before.
func (v *view) amongKept(c *query.Cables) (postings.Set, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	found, ok := v.among[c]
	return slices.Clone(found), ok
}

func (v *view) keepAmong(c *query.Cables, found postings.Set) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.among == nil || len(v.among) >= mostAmong {
		v.among = map[*query.Cables]postings.Set{}
	}
	v.among[c] = slices.Clone(found)
}
