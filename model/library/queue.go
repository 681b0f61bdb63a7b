package library

import (
	"sync"

	"reftel/parser"
)

// A worker that cuts a file faster than the others parse hands over what has been cut, up to these
// limits, and parses the rest itself: so a file of any size is parsed on all processors and only a
// few megabytes of it are in memory.
const (
	maxPieces       = 16
	maxWorkerPieces = 4 // for each worker
	maxPieceBytes   = 16 << 20
)

// queue holds what there is to do: files that were found, and pieces of files that were cut off and
// not yet parsed. Files have no upper bound, so that the walk can run ahead of the parser and the
// progress knows early how much there is.
type queue struct {
	mu      sync.Mutex
	changed sync.Cond // something was put in, or nothing more will be
	files   []*source
	next    int // in files
	closed  bool
	reading int // files taken and not yet cut to their end

	pieces     []piece
	pieceBytes int
	mostPieces int
}

// piece is a part of a file, or a whole one, that is parsed by itself.
type piece struct {
	of    *content
	chunk parser.Chunk
}

// job is what a worker does next: parse a piece, or read a file.
type job struct {
	piece piece
	file  *source // nil: the piece
}

func newQueue(workers int) *queue {
	q := &queue{mostPieces: min(maxPieces, maxWorkerPieces*workers)}
	q.changed.L = &q.mu
	return q
}

// put adds a file.
func (q *queue) put(f *source) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.files = append(q.files, f)
	q.changed.Signal()
}

// offer adds a piece, unless there are enough: then whoever cut it parses it.
func (q *queue) offer(p piece) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.pieces) >= q.mostPieces || q.pieceBytes+len(p.chunk.Data) > maxPieceBytes {
		return false
	}
	q.pieces = append(q.pieces, p)
	q.pieceBytes += len(p.chunk.Data)
	q.changed.Signal()
	return true
}

// close says that no more files come.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.changed.Broadcast()
}

// drop closes the queue and forgets what is left in it.
func (q *queue) drop() {
	q.close()
	q.mu.Lock()
	defer q.mu.Unlock()
	q.files, q.next, q.pieces, q.pieceBytes = nil, 0, nil, 0
}

// take waits for something to do; ok is false when there is and will be nothing. Pieces come first:
// they hold memory. Whoever took a file calls cut when there are no more pieces in it.
func (q *queue) take() (j job, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.pieces) == 0 && q.next == len(q.files) {
		if q.closed && q.reading == 0 {
			return job{}, false
		}
		q.changed.Wait()
	}
	if len(q.pieces) > 0 {
		j.piece = q.pieces[0]
		q.pieces[0] = piece{}
		q.pieces = q.pieces[1:]
		q.pieceBytes -= len(j.piece.chunk.Data)
		return j, true
	}
	j.file = q.files[q.next]
	q.files[q.next] = nil
	q.next++
	q.reading++
	return j, true
}

// cut says that a file that was taken gives no more pieces.
func (q *queue) cut() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.reading--
	q.changed.Broadcast()
}
