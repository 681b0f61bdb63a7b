package library

import (
	"context"
	"io"
	"iter"
	"runtime"
	"sync"
	"time"

	"reftel/internal/crash"
	"reftel/model"
	"reftel/parser"
)

// A batch is emitted as soon as it holds the very first cable, then when it holds batchCables or
// batchEvery has gone by: often enough for a list that fills before one's eyes, seldom enough that
// drawing it doesn't hold up the reading.
const (
	batchCables = 64
	batchEvery  = 30 * time.Millisecond
)

// maxProblems is how many problems of one file are told one by one: an archive can hold a million
// pictures, a table a million damaged rows.
const maxProblems = 10

// Progress says how far the reading has come. Files and Bytes grow while folders are walked.
type Progress struct {
	FilesDone, Files int
	BytesDone, Bytes int64
	Cables           int
	Done             bool // this is the last batch
	Stopped          bool // it is the last because the reading was stopped
}

// Batch is what was read since the last one. The cables of a large file come in several.
type Batch struct {
	Cables   []*model.Cable
	Inputs   []Input // the files, and files in archives, that the cables and pieces came from
	Problems []Problem
	Progress Progress // of the whole reading

	Pieces   []Piece // that the cables are of; with LoadOptions.Known only, and then whole
	Finished []Input // the files of the walk that are done with
	Unread   []Input // those of them that the system could not read, or not to their end: it may another time
}

// Piece is a part of a file, or of a file in an archive, that is read by itself, or all of one.
type Piece struct {
	Outer string // name of the file on disk
	File  string // name of the Input
	At    int    // byte with which it begins
	Size  int    // in bytes

	Format model.Format // of the file; "" where only its whole text will tell
}

// Holds reports whether a cable was read from the piece.
func (p Piece) Holds(c *model.Cable) bool {
	return p.File == c.Source.File && c.Source.Span.Start >= p.At && c.Source.Span.End <= p.At+p.Size
}

// LoadOptions steer [Load].
type LoadOptions struct {
	Format  model.Format // forces a format on every file; "" sniffs each
	Workers int          // files read at once; 0 means one for each processor

	Unnamed bool // names are not looked for: faster

	// Known reports whether a piece was read before and is to be left out. With it, the cables of a piece
	// all come in the batch that names it.
	Known func(Piece) bool

	chunks func(r io.Reader, o parser.Options) iter.Seq2[parser.Chunk, error] // instead of parser.Chunks, in tests
	parse  func(file string, c parser.Chunk) parser.Result                    // instead of parser.ParseChunk, in tests
	name   func(c *model.Cable) []model.Name                                  // instead of names.Find, in tests
}

// Load reads files and emits their cables in batches, in no particular order, until all are read
// or ctx ends; the last batch says Done. All calls of emit come from the calling goroutine, none
// after Load has returned.
//
// When ctx ends, what was read is emitted and Load returns at once: a worker that is inside a large
// file, or waits for standard input, ends by itself later and its cables are dropped.
//
// Archives (.zip, .tar, .tar.gz, .gz, .bz2, told by their content) are read in one pass, and archives
// in them; files with rows are cut into pieces. Files, members and pieces are parsed on all
// processors. What waits to be parsed or to be emitted is bounded: a slow emit slows the reading down.
//
// No file can stop the others: what can't be read, holds no cable, or makes the parser panic, gives
// a [Problem]. Of one file, archive or not, maxProblems are told, then a count.
func Load(ctx context.Context, in iter.Seq2[Input, error], o LoadOptions, emit func(Batch)) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := o.Workers
	if workers <= 0 {
		workers = min(runtime.NumCPU(), runtime.GOMAXPROCS(0))
	}
	results := make(chan outcome, workers)
	r := newFileReader(o, workers)
	r.ctx = ctx
	r.send = func(out outcome) bool {
		select {
		case results <- out:
			return true
		case <-ctx.Done():
			return false
		}
	}
	context.AfterFunc(ctx, crash.Caught(r.queue.drop))

	var running sync.WaitGroup
	running.Go(crash.Caught(func() {
		defer r.queue.close()
		r.walk(in)
	}))
	for range workers {
		running.Go(crash.Caught(r.work))
	}
	go crash.Caught(func() {
		running.Wait()
		close(results)
	})()
	gather(ctx, results, r.meter, emit)
}

// walk puts the files that a walk gives into the queue.
func (r *fileReader) walk(in iter.Seq2[Input, error]) {
	for input, err := range in {
		if err == nil {
			input.order = []int{int(r.meter.files.Add(1))}
			r.meter.bytes.Add(max(input.Size, 0))
			r.queue.put(&source{Input: input})
		} else if !r.send(outcome{problems: []Problem{newProblem(input.Name, err)}}) {
			return
		}
		if r.ctx.Err() != nil {
			return
		}
	}
}

// gather collects outcomes into batches and emits them.
func gather(ctx context.Context, results <-chan outcome, m *meter, emit func(Batch)) {
	g := gatherer{meter: m, emit: emit}
	tick := time.NewTicker(batchEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			g.finish(true)
			return
		case <-tick.C:
			g.flushIfNew()
		case out, open := <-results:
			if !open {
				g.finish(ctx.Err() != nil)
				return
			}
			g.take(out)
		}
	}
}

// gatherer holds the batch that is being filled.
type gatherer struct {
	meter *meter
	emit  func(Batch)
	batch Batch
	done  Progress // Cables and FilesDone
}

func (g *gatherer) take(out outcome) {
	first := g.done.Cables == 0 && len(out.cables) > 0
	for _, p := range out.problems {
		g.say(out.file, p)
	}
	if len(out.cables) > 0 || out.piece != nil {
		g.batch.Cables = append(g.batch.Cables, out.cables...)
		g.batch.Inputs = append(g.batch.Inputs, *out.input)
		g.done.Cables += len(out.cables)
	}
	if out.piece != nil {
		g.batch.Pieces = append(g.batch.Pieces, *out.piece)
	}
	if out.done {
		g.done.FilesDone++
		g.batch.Finished = append(g.batch.Finished, out.file.Input)
		if out.file.failed.Load() {
			g.batch.Unread = append(g.batch.Unread, out.file.Input)
		}
		if n := out.file.unsaid; n > 0 {
			g.batch.Problems = append(g.batch.Problems, problemMore(out.file.Name, n))
		}
	}
	if first || len(g.batch.Cables) >= batchCables {
		g.flush()
	}
}

// say takes in a problem, or counts it when the file has given enough.
func (g *gatherer) say(file *source, p Problem) {
	if file != nil {
		if file.said == maxProblems {
			file.unsaid++
			return
		}
		file.said++
	}
	g.batch.Problems = append(g.batch.Problems, p)
}

// flushIfNew emits a batch if there is something to say, be it only progress.
func (g *gatherer) flushIfNew() {
	if g.progress() != g.batch.Progress || len(g.batch.Problems) > 0 || len(g.batch.Pieces) > 0 {
		g.flush()
	}
}

func (g *gatherer) progress() Progress {
	p := g.done
	p.BytesDone = g.meter.done.Load()
	p.Files, p.Bytes = int(g.meter.files.Load()), g.meter.bytes.Load()
	return p
}

// flush emits the batch. Its Progress stays behind: flushIfNew compares with it.
func (g *gatherer) flush() {
	g.batch.Progress = g.progress()
	g.emit(g.batch)
	g.batch = Batch{Progress: g.batch.Progress}
}

func (g *gatherer) finish(stopped bool) {
	g.done.Done, g.done.Stopped = true, stopped
	g.flush()
}
