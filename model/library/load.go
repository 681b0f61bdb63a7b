package library

import (
	"context"
	"iter"
	"runtime"
	"sync"
	"time"

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

// Progress says how far the reading has come. Files and Bytes grow while folders are walked.
type Progress struct {
	FilesDone, Files int
	BytesDone, Bytes int64
	Cables           int
	Done             bool // this is the last batch
	Stopped          bool // it is the last because the reading was stopped
}

// Batch is what was read since the last one. The cables of one file come together.
type Batch struct {
	Cables   []*model.Cable
	Inputs   []Input // the files that the cables came from
	Problems []Problem
	Progress Progress // of the whole reading
}

// LoadOptions steer [Load].
type LoadOptions struct {
	Format  model.Format // forces a format on every file; "" sniffs each
	Workers int          // files read at once; 0 means one for each processor

	parse func(file string, data []byte, o parser.Options) parser.Result // instead of parser.Parse, in tests
	name  func(c *model.Cable) []model.Name                              // instead of names.Find, in tests
}

// Load reads files and emits their cables in batches, in no particular order, until all are read
// or ctx ends; the last batch says Done. All calls of emit come from the calling goroutine, none
// after Load has returned.
//
// When ctx ends, what was read is emitted and Load returns at once: a worker that is inside a large
// file, or waits for standard input, ends by itself later and its cables are dropped.
//
// No file can stop the others: what can't be read, holds no cable, or makes the parser panic, gives
// a [Problem].
func Load(ctx context.Context, in iter.Seq2[Input, error], o LoadOptions, emit func(Batch)) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	files, results := newQueue(), make(chan outcome, workers)
	send := func(out outcome) bool {
		select {
		case results <- out:
			return true
		case <-ctx.Done():
			return false
		}
	}
	context.AfterFunc(ctx, files.drop)

	var running sync.WaitGroup
	running.Go(func() {
		defer files.close()
		for input, err := range in {
			if err == nil {
				files.put(input)
			} else if !send(outcome{problems: []Problem{newProblem(input.Name, err)}}) {
				return
			}
			if ctx.Err() != nil {
				return
			}
		}
	})
	read := newFileReader(o)
	for range workers {
		running.Go(func() {
			for input, ok := files.take(); ok; input, ok = files.take() {
				if ctx.Err() != nil || !send(read.read(ctx, input)) {
					return
				}
			}
		})
	}
	go func() {
		running.Wait()
		close(results)
	}()
	gather(ctx, results, files, emit)
}

// gather collects outcomes into batches and emits them.
func gather(ctx context.Context, results <-chan outcome, files *queue, emit func(Batch)) {
	g := gatherer{files: files, emit: emit}
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
	files *queue
	emit  func(Batch)
	batch Batch
	done  Progress // Files and Bytes as last emitted
	grown int64    // bytes read beyond the sizes known before, or fewer
}

func (g *gatherer) take(out outcome) {
	first := g.done.Cables == 0 && len(out.cables) > 0
	g.batch.Problems = append(g.batch.Problems, out.problems...)
	g.batch.Cables = append(g.batch.Cables, out.cables...)
	g.done.Cables += len(out.cables)
	if out.isFile {
		g.done.FilesDone++
		g.done.BytesDone += out.bytes
		g.grown += out.bytes - max(out.input.Size, 0)
		if len(out.cables) > 0 {
			g.batch.Inputs = append(g.batch.Inputs, out.input)
		}
	}
	if first || len(g.batch.Cables) >= batchCables {
		g.flush()
	}
}

// flushIfNew emits a batch if there is something to say, be it only progress.
func (g *gatherer) flushIfNew() {
	if g.progress() != g.batch.Progress || len(g.batch.Problems) > 0 {
		g.flush()
	}
}

func (g *gatherer) progress() Progress {
	p := g.done
	p.Files, p.Bytes = g.files.total()
	p.Bytes += g.grown
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
