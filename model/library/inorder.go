package library

import (
	"cmp"
	"container/heap"
	"context"
	"iter"
	"slices"

	"reftel/model"
)

// aheadBytes is how much of the files is held back at most, because it was parsed before what stands in front of it.
const aheadBytes = 16 << 20

// LoadInOrder reads as [Load] does, but gives the cables of one file after the other, as the walk meets them, and those
// of a file as they stand in it. It keeps what was parsed early, up to a limit: where one file takes much longer than
// those behind it, these may come first. So it takes little memory, whatever there is to read.
func LoadInOrder(ctx context.Context, in iter.Seq2[Input, error], o LoadOptions, emit func(Batch)) {
	o.Known = func(Piece) bool { return false }
	q := orderly{files: map[string][]int{}, next: 1, finished: map[int]bool{}}
	Load(ctx, in, o, func(b Batch) {
		q.take(b)
		b.Cables = q.ready(b.Progress.Done)
		emit(b)
	})
}

// orderly puts the pieces of files into order.
type orderly struct {
	files    map[string][]int // the place of each file and member among all, by name
	early    early
	bytes    int // of the files, in early
	next     int // number of the file whose cables come next
	finished map[int]bool
	last     ripe // the piece that was given last
}

// ripe is the cables of a piece, and its place among all.
type ripe struct {
	order  []int // of the file
	piece  Piece
	cables []*model.Cable
}

// early is a heap of what was parsed, the first on top.
type early []ripe

func (e early) Len() int { return len(e) }
func (e early) Less(i, k int) bool {
	return cmp.Or(slices.Compare(e[i].order, e[k].order), cmp.Compare(e[i].piece.At, e[k].piece.At)) < 0
}
func (e early) Swap(i, k int) { e[i], e[k] = e[k], e[i] }
func (e *early) Push(x any)   { *e = append(*e, x.(ripe)) }
func (e *early) Pop() any {
	last := len(*e) - 1
	r := (*e)[last]
	(*e)[last] = ripe{}
	*e = (*e)[:last]
	return r
}

// take notes what was read.
func (q *orderly) take(b Batch) {
	for _, in := range b.Inputs {
		q.files[in.Name] = in.order
	}
	for _, p := range b.Pieces {
		r := ripe{order: q.files[p.File], piece: p}
		for _, c := range b.Cables {
			if p.Holds(c) {
				r.cables = append(r.cables, c)
			}
		}
		heap.Push(&q.early, r)
		q.bytes += p.Size
	}
	for _, in := range b.Finished {
		q.finished[in.order[0]] = true
		delete(q.files, in.Name)
	}
}

// ready returns the cables whose turn it is: those before which all is done, and the first ones when too much is kept.
// With all set, everything that is left.
func (q *orderly) ready(all bool) (cables []*model.Cable) {
	for len(q.early) > 0 {
		for q.finished[q.next] {
			delete(q.finished, q.next)
			q.next++
		}
		if first := &q.early[0]; first.order[0] >= q.next && !q.follows(first) && q.bytes <= aheadBytes && !all {
			break
		}
		r := heap.Pop(&q.early).(ripe)
		q.bytes -= r.piece.Size
		cables = append(cables, r.cables...)
		q.last = ripe{order: r.order, piece: r.piece}
	}
	return cables
}

// follows reports whether nothing can come before a piece: it goes on where the last one ended, or begins the file that
// is next.
func (q *orderly) follows(r *ripe) bool {
	if slices.Equal(r.order, q.last.order) {
		return r.piece.At == q.last.piece.At+q.last.piece.Size
	}
	first := !slices.ContainsFunc(r.order[1:], func(n int) bool { return n > 0 })
	return r.order[0] == q.next && first && r.piece.At == 0
}
