package shelf

import (
	"context"
	"sync"
)

// Shared is an index that many readers ask at once, each through a shelf of their own. The cables, their rows and the
// names as they were found are there once for all of them; rules about names and the notebook are each reader's.
type Shared struct {
	index *Indexed

	mu     sync.Mutex
	last   Progress
	growth int           // how often there were more cables
	ended  bool          // the reading
	err    error         // with which it ended
	news   chan struct{} // closed when any of these has changed
}

// Share returns what many readers ask of a shelf. Nobody else fills it.
func Share(s *Indexed) *Shared { return &Shared{index: s, news: make(chan struct{})} }

// Fill reads what there is to read, as [Indexed.Fill] does, and tells all readers. It is called once.
func (s *Shared) Fill(ctx context.Context) error {
	err := s.index.Fill(ctx, func(p Progress) {
		s.tell(func() {
			if s.last = p; p.Grown {
				s.growth++
			}
		})
	})
	s.tell(func() { s.ended, s.err = true, err })
	return err
}

func (s *Shared) tell(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
	close(s.news)
	s.news = make(chan struct{})
}

// Reader returns the shelf of one reader.
func (s *Shared) Reader() Shelf { return &shared{over(s.index.stored), s} }

// shared is what one reader sees.
type shared struct {
	*Indexed
	of *Shared
}

// Fill waits until the library is read. A reader that is behind is told of what came last.
func (r *shared) Fill(ctx context.Context, progress func(Progress)) error {
	known := -1 // nobody knows what was there when the reader began
	for {
		s := r.of
		s.mu.Lock()
		last, growth, ended, err, news := s.last, s.growth, s.ended, s.err, s.news
		s.mu.Unlock()
		last.Grown, known = growth != known, growth
		progress(last)
		if ended {
			return err
		}
		select {
		case <-news:
		case <-ctx.Done():
			return nil
		}
	}
}
