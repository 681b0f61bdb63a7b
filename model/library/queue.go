package library

import "sync"

// queue holds the files that were found and not yet taken. It has no upper bound, so that the walk
// can run ahead of the parser and the progress knows early how much there is.
type queue struct {
	mu     sync.Mutex
	filled sync.Cond // something was put in, or nothing more will be
	items  []Input
	next   int // in items
	closed bool
	bytes  int64 // size of all files put in
}

func newQueue() *queue {
	q := &queue{}
	q.filled.L = &q.mu
	return q
}

func (q *queue) put(in Input) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, in)
	q.bytes += max(in.Size, 0)
	q.filled.Signal()
}

// close says that nothing more comes.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.filled.Broadcast()
}

// drop closes the queue and forgets what is left in it.
func (q *queue) drop() {
	q.close()
	q.mu.Lock()
	defer q.mu.Unlock()
	q.next = len(q.items)
}

// take waits for a file; ok is false when there are no more.
func (q *queue) take() (in Input, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.next == len(q.items) && !q.closed {
		q.filled.Wait()
	}
	if q.next == len(q.items) {
		return Input{}, false
	}
	in = q.items[q.next]
	q.items[q.next] = Input{}
	q.next++
	return in, true
}

// total returns the number of files that were ever put in, and their size.
func (q *queue) total() (files int, bytes int64) {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.items), q.bytes
}
