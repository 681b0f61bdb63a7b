package shelf

import (
	"context"
	"errors"
	"sync"

	"reftel/internal/crash"
	"reftel/model"
	"reftel/model/library/index"
)

// opening is an index that a shelf has open. Each has numbers of its own: when the index is built anew, numbers that
// somebody still has from the old one are those of no cable, never of another.
type opening struct {
	*index.Index
	first Number   // of the shelf's: what stands for the index's 0
	all   []Number // in order; set under the lock of the shelf

	users   sync.WaitGroup  // who is asking
	ctx     context.Context // ends with it
	retired func()
}

// mostNumbers is how many numbers an opening has: more than an index with a row for each comes to.
const mostNumbers = 1 << 28

// done says that whoever got it from [Indexed.at] asks no more.
func (o *opening) done() { o.users.Done() }

// inner returns the index's number of a cable; the error is [index.ErrGone] for one of another opening.
func (o *opening) inner(n Number) (int, error) {
	if n < o.first || n-o.first >= mostNumbers {
		return 0, index.ErrGone
	}
	return int(n - o.first), nil
}

// outer takes numbers over from the index. They may be what it holds itself, and stay as they are.
func (o *opening) outer(numbers []uint32) []Number {
	if o.first == 0 {
		return numbers
	}
	out := make([]Number, len(numbers))
	for i, n := range numbers {
		out[i] = o.first + n
	}
	return out
}

// numbersOf takes over what the index looked up.
func (o *opening) numbersOf(numbers []int, err error) ([]Number, error) {
	out := make([]Number, len(numbers))
	for i, n := range numbers {
		out[i] = o.first + Number(n)
	}
	return out, err
}

// ends returns the numbers of the cables at the other ends of links.
func (o *opening) ends(links []index.Link) (out []Number) {
	for _, l := range links {
		for _, n := range l.Numbers {
			out = append(out, o.first+Number(n))
		}
	}
	return out
}

// row is [index.Index.Row] by the shelf's number.
func (o *opening) row(n Number) (r index.Row, err error) {
	inner, err := o.inner(n)
	if err == nil {
		r, err = o.Index.Row(inner)
	}
	return r, err
}

// cable is [index.Index.Cable] by the shelf's number.
func (o *opening) cable(n Number) (c *model.Cable, err error) {
	inner, err := o.inner(n)
	if err == nil {
		c, err = o.Index.Cable(inner)
	}
	return c, err
}

// cites is [index.Index.Cites] by the shelf's number.
func (o *opening) cites(ctx context.Context, n Number) (links []index.Link, err error) {
	inner, err := o.inner(n)
	if err == nil {
		links, err = o.Index.Cites(ctx, inner)
	}
	return links, err
}

// relations is [index.Index.Relations] by the shelf's number.
func (o *opening) relations(ctx context.Context, n Number, id model.ID) (r index.Relations, err error) {
	inner, err := o.inner(n)
	if err == nil {
		r, err = o.Index.Relations(ctx, inner, id)
	}
	return r, err
}

// errNotYet says that nothing has been indexed so far.
var errNotYet = errors.New("nothing is indexed yet")

// at returns the index; whoever got it calls done on it afterwards.
func (s *stored) at() (*opening, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.index == nil {
		return nil, errNotYet
	}
	s.index.users.Add(1)
	return s.index, nil
}

// refresh takes in what was committed, and reports whether there was anything. An index that was built anew is opened
// again, as soon as there is one.
func (s *stored) refresh() (grown bool, err error) {
	defer func() { s.written.again(grown) }()
	x, err := s.at()
	if err != nil {
		return s.open()
	}
	defer x.done()
	switch grown, err = x.Refresh(); {
	case errors.Is(err, index.ErrRebuilt):
		return s.open()
	case grown:
		s.mu.Lock()
		defer s.mu.Unlock()
		x.all = x.outer(x.All())
		s.rows = map[Number]Row{}
	}
	return grown, err
}

// open opens the index that is in the folder by now, if there is one, and reports whether there is more to see. The one
// before is closed when nobody asks it any more.
func (s *stored) open() (grown bool, err error) {
	read, err := index.Open(s.dir)
	if errors.Is(err, index.ErrNone) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	x := &opening{Index: read}
	before := s.index
	if before != nil {
		if before.first > None-2*mostNumbers {
			read.Close()
			return false, errors.New("the index was built anew too often while it was open: start reftel again")
		}
		x.first = before.first + mostNumbers
		before.retired()
		go crash.Caught(func() {
			before.users.Wait()
			before.Close()
		})()
	}
	x.ctx, x.retired = context.WithCancel(context.Background())
	x.all = x.outer(x.All())
	s.index, s.rows = x, map[Number]Row{}
	return before != nil || len(x.all) > 0, nil
}
