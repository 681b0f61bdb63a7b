package index

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	"reftel/internal/crash"
	"reftel/model"
	"reftel/model/library/postings"
	"reftel/model/query"
)

// Search answers a query. When ctx ends, so does the search, with its error.
func (x *Index) Search(ctx context.Context, q query.Query) (*Result, error) {
	v := x.now()
	return x.search(q, &searcher{ctx: ctx, index: x, view: v, among: v.live})
}

// newest is how many cables are looked at first, further how many times as many then, and part the part of all of them that
// is still worth looking at before the whole.
var newest = 4096

const (
	further = 8
	part    = 8
)

// IsLarge reports whether [Index.SearchNewest] is of any use.
func (x *Index) IsLarge() bool { return len(x.now().numbers) > newest }

// SearchNewest answers a query for the newest cables alone: what a list shows at first, while [Index.Search] goes on through
// all of them. For phrases of common words it takes a fraction of the time. Where fewer than so many are found it looks at
// more, up to an eighth of the library.
func (x *Index) SearchNewest(ctx context.Context, q query.Query, enough int) (*Result, error) {
	v := x.now()
	for cables := newest; ; cables *= further {
		found, err := x.searchNewest(ctx, v, q, cables)
		if err != nil || found.Len() >= enough || cables*further > len(v.numbers)/part {
			return found, err
		}
	}
}

// searchNewest answers a query for so many cables.
func (x *Index) searchNewest(ctx context.Context, v *view, q query.Query, cables int) (*Result, error) {
	s := &searcher{ctx: ctx, index: x, view: v}
	s.among = s.none()
	for _, n := range v.numbers[max(0, len(v.numbers)-cables):] {
		s.among.Add(int(n))
	}
	return x.search(q, s)
}

func (x *Index) search(q query.Query, s *searcher) (*Result, error) {
	found := s.all()
	if !q.IsZero() {
		var err error
		if found, err = s.find(q.Root()); err != nil {
			return nil, x.failed(err)
		}
		found.And(s.among)
	}
	return &Result{x, s.view, found, found.Len()}, nil
}

// searcher answers one query from one view.
type searcher struct {
	ctx   context.Context
	index *Index
	view  *view
	among postings.Set // the cables of which it is asked; of others an answer may be wrong
}

func (s *searcher) all() postings.Set  { return slices.Clone(s.among) }
func (s *searcher) none() postings.Set { return make(postings.Set, len(s.view.live)) }

// find returns the cables of which a condition holds, some of those that are gone among them.
func (s *searcher) find(n query.Node) (postings.Set, error) {
	if err := s.ctx.Err(); err != nil {
		return nil, err
	}
	switch n := n.(type) {
	case query.And:
		return s.findAll(n)
	case query.Or:
		return s.findAny(n)
	case query.Not:
		found := s.all()
		not, err := s.find(n.Node)
		if err == nil {
			found.Without(not)
		}
		return found, err
	case *query.Text:
		found, err := s.words(n.Words, n.Prefix)
		if err == nil && !n.ID.IsZero() {
			err = s.or(found, []string{inField(query.ID, query.IDKey(n.ID))}, false)
		}
		return found, err
	case query.InField:
		return s.field(n)
	case query.Class:
		found := s.none()
		for level := max(n.Min, model.Unclassified); level <= n.Max; level++ {
			if err := s.or(found, []string{inField(query.ClassOf, levelKey(level))}, false); err != nil {
				return nil, err
			}
		}
		return found, nil
	case query.Having:
		return s.words([]string{inField(query.Has, string(n.What))}, false)
	case query.Dated:
		return s.dated(n)
	case query.Linked, query.Copy:
		return s.related(n)
	case query.Kept: // of a notebook that there isn't
		return s.none(), nil
	case query.Among:
		return s.named(n)
	}
	return nil, fmt.Errorf("the index can't answer %T", n)
}

func (s *searcher) findAll(all query.And) (postings.Set, error) {
	found := s.all()
	for _, n := range all {
		if found.Empty() {
			break
		}
		one, err := s.find(n)
		if err != nil {
			return nil, err
		}
		found.And(one)
	}
	return found, nil
}

func (s *searcher) findAny(any query.Or) (postings.Set, error) {
	found := s.none()
	for _, n := range any {
		one, err := s.find(n)
		if err != nil {
			return nil, err
		}
		found.Or(one)
	}
	return found, nil
}

// field answers what is asked of one field.
func (s *searcher) field(f query.InField) (postings.Set, error) {
	words := make([]string, len(f.Text.Words))
	for i, word := range f.Text.Words {
		words[i] = inField(f.Field, word)
	}
	found, err := s.words(words, f.Text.Prefix)
	if err != nil || f.Field != query.ID {
		return found, err
	}
	if !f.Text.ID.IsZero() {
		return found, s.or(found, []string{inField(query.ID, query.IDKey(f.Text.ID))}, false)
	}
	key := ""
	for _, word := range f.Text.Words {
		key += word
	}
	return found, s.or(found, []string{inField(query.ID, key)}, f.Text.Prefix)
}

// words returns the cables in which words stand side by side.
func (s *searcher) words(words []string, prefix bool) (postings.Set, error) {
	found := s.none()
	return found, s.or(found, words, prefix)
}

// or takes them into a set.
func (s *searcher) or(found postings.Set, words []string, prefix bool) error {
	segments := slices.DeleteFunc(slices.Clone(s.view.segments), func(seg *segment) bool { return seg.part(s.among).Empty() })
	return s.index.eachSegment(s.ctx, segments, func(seg *segment) error {
		asked, err := seg.words()
		if err != nil {
			return err
		}
		in, err := asked.FindAmong(words, prefix, slices.Clone(seg.part(s.among)))
		if err == nil {
			found[seg.first/64:].Or(in)
		}
		return err
	})
}

// eachSegment calls do for each segment, on all processors but one, however many questions are asked at a time: that one is
// for whoever shows the answers. Segments have their own stretches of sets.
func (x *Index) eachSegment(ctx context.Context, all []*segment, do func(*segment) error) error {
	var next atomic.Int64
	workers := min(cap(x.busy), len(all))
	errs := make(chan error, workers)
	for range workers {
		go crash.Caught(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(all) {
					errs <- nil
					return
				}
				x.busy <- struct{}{}
				err := ctx.Err()
				if err == nil {
					err = do(all[i])
				}
				<-x.busy
				if err != nil {
					next.Store(int64(len(all))) // the others need not go on
					errs <- err
					return
				}
			}
		})()
	}
	var first error
	for range workers {
		if err := <-errs; first == nil {
			first = err
		}
	}
	return first
}

// dated returns the cables with a date in a stretch of time.
func (s *searcher) dated(d query.Dated) (postings.Set, error) {
	from, to := int64(-1<<63), int64(undated)
	if !d.From.IsZero() {
		from = d.From.Unix()
	}
	if !d.To.IsZero() {
		to = d.To.Unix()
	}
	dates, err := s.index.datesOf(s.view)
	if err != nil {
		return nil, err
	}
	found := s.none()
	for i, date := range dates {
		if from <= date && date < to {
			found.Add(int(s.view.numbers[i]))
		}
	}
	return found, nil
}

// moment returns the time of a date in the database.
func moment(seconds int64) time.Time { return time.Unix(seconds, 0).UTC() }
