package library

import (
	"context"
	"errors"
	"io"
	"iter"
	"slices"
	"sync"
	"sync/atomic"

	"reftel/model"
	"reftel/model/names"
	"reftel/parser"
)

// outcome is what came of a piece of a file, of a whole file, or of a path that led to none.
type outcome struct {
	cables   []*model.Cable
	input    *Input // that the cables came from
	piece    *Piece // that they are all cables of; with LoadOptions.Known only
	problems []Problem

	file *source // nil for a path that led to no file
	done bool    // with the file
}

// source is a file that the walk found, on its way through the workers.
type source struct {
	Input
	pending atomic.Int64 // contents that are not done with, and one while it is being cut
	failed  atomic.Bool  // the system could not read it

	said, unsaid int // problems; of the goroutine that gathers
}

// content is a file, or a file packed in one, whose pieces are parsed apart from each other.
type content struct {
	input Input
	of    *source

	mu       sync.Mutex
	pending  int // pieces that are not done with, and one while it is being cut
	cables   int
	failed   bool // what is wrong with it has been said
	known    bool // a piece was left out
	head     []byte
	warnings []model.Warning
}

// fileReader turns files into cables. Workers share one.
type fileReader struct {
	ctx     context.Context
	options parser.Options
	queue   *queue
	meter   *meter
	send    func(outcome) bool // false when nothing more is wanted
	begun   atomic.Bool        // the first cable has been sent
	known   func(Piece) bool   // see LoadOptions

	chunks func(r io.Reader, o parser.Options) iter.Seq2[parser.Chunk, error]
	parse  func(file string, c parser.Chunk) parser.Result
	name   func(c *model.Cable) []model.Name
}

func newFileReader(o LoadOptions, workers int) *fileReader {
	r := &fileReader{options: parser.Options{Format: o.Format}, queue: newQueue(workers), meter: &meter{}, known: o.Known, chunks: o.chunks, parse: o.parse, name: o.name}
	if r.chunks == nil {
		r.chunks = parser.Chunks
	}
	if r.parse == nil {
		r.parse = parser.ParseChunk
	}
	switch {
	case o.Unnamed:
		r.name = func(*model.Cable) []model.Name { return nil }
	case r.name == nil:
		r.name = names.Find
	}
	return r
}

// work does what there is to do until there is no more.
func (r *fileReader) work() {
	for j, ok := r.queue.take(); ok && r.ctx.Err() == nil; j, ok = r.queue.take() {
		if j.file == nil {
			r.parsePiece(j.piece)
			continue
		}
		r.readFile(j.file)
		r.queue.cut()
	}
}

// readFile cuts a file into pieces. It never fails: outcomes have the reasons.
func (r *fileReader) readFile(f *source) {
	f.pending.Store(1)
	m := &metered{meter: r.meter, size: max(f.Size, 0)}
	if bug := guard(f.Name, "reading the file", func() { r.open(f, m) }); bug != nil {
		r.say(f, *bug)
	}
	m.close()
	r.release(f)
}

func (r *fileReader) open(f *source, m *metered) {
	var err error
	if m.file, err = f.Open(); err != nil {
		r.fail(f, f.Name, err, reach{})
		return
	}
	r.unpack(f, f.Input, nil, m)
}

// unpack reads a file or a member. numbers lead to it through the archives that it is packed in.
func (r *fileReader) unpack(f *source, in Input, numbers []int, from io.Reader) {
	a, plain, err := openArchive(from)
	switch {
	case err != nil:
		r.fail(f, in.Name, err, reach{})
		return
	case a == nil:
		r.cut(f, in, plain)
		return
	case len(numbers) == maxDepth:
		r.say(f, problemReading(in.Name, errNested, reach{}))
		return
	}
	taken := map[string]int{}
	members := 0
	for ; r.ctx.Err() == nil; members++ {
		m, err := a.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil && members == maxMembers {
			err = errMany
		}
		if err != nil {
			r.fail(f, in.Name, err, reach{members: members})
			return
		}
		to := append(slices.Clip(numbers), m.number)
		inner := Input{Name: uniqueName(taken, memberName(in.Name, m.name)), Size: m.size, order: append(slices.Clip(in.order), m.number), outer: f.Name}
		inner.Open = func() (io.ReadCloser, error) { return openMember(f.Open, to) }
		if m.size == 0 {
			r.say(f, problemNoCable(inner.Name, nil, nil))
		} else if bytes, err := m.open(); err != nil {
			r.fail(f, inner.Name, err, reach{})
		} else {
			r.unpack(f, inner, to, bytes)
		}
	}
	if members == 0 && r.ctx.Err() == nil {
		r.say(f, Problem{File: in.Name, What: "the archive holds no files (hidden ones are skipped): name one that holds cables"})
	}
}

// trustedSize is how much memory a member gets because an archive says that it is so large.
const trustedSize = 16 << 20

// cut cuts a file that is no archive into pieces and hands them over, or parses them where all others
// are busy.
func (r *fileReader) cut(f *source, in Input, from io.Reader) {
	c := &content{input: in, of: f, pending: 1}
	f.pending.Add(1)
	bytes, options := &counted{r: from}, r.options
	if options.Size = max(in.Size, 0); len(in.order) > 1 { // what an archive says of its members may be a lie
		options.Size = min(options.Size, trustedSize)
	}
	if bug := guard(in.Name, "reading the file", func() {
		for chunk, err := range r.chunks(bytes, options) {
			if r.ctx.Err() != nil {
				return
			}
			if err != nil {
				c.fail()
				r.fail(f, in.Name, err, reach{bytes: bytes.n})
				continue
			}
			if r.known != nil && r.known(pieceOf(in, chunk)) {
				c.leaveOut()
				continue
			}
			c.add()
			if p := (piece{c, chunk}); !r.queue.offer(p) {
				r.parsePiece(p)
			}
		}
	}); bug != nil {
		c.fail()
		r.say(f, *bug)
	}
	r.settle(c)
}

// parsePiece turns a piece into cables.
func (r *fileReader) parsePiece(p piece) {
	in := p.of.input
	defer r.settle(p.of)
	var result parser.Result
	if len(p.chunk.Data) > 0 {
		if bug := guard(in.Name, "reading the file", func() { result = r.parse(in.Name, p.chunk) }); bug != nil {
			p.of.fail()
			r.say(p.of.of, *bug)
			return
		}
	}
	p.of.parsed(p.chunk, result)
	var problems []Problem
	for _, w := range result.Warnings {
		if isDamage(w.Kind) && len(result.Cables) > 0 {
			problems = append(problems, Problem{File: in.Name, What: w.Text})
		}
	}
	cables := result.Cables
	for _, c := range result.Cables {
		if r.ctx.Err() != nil {
			return
		}
		if bug := guard(in.Name, "finding the names in it", func() { c.Names = r.name(c) }); bug != nil {
			problems = append(problems, *bug) // the cable can be read without them
		}
		if r.known == nil && !r.begun.Swap(true) { // the list can begin before the names of the others are found
			r.send(outcome{cables: cables[:1:1], input: &in, file: p.of.of})
			cables = cables[1:]
		}
	}
	out := outcome{cables: cables, input: &in, problems: problems, file: p.of.of}
	if r.known != nil {
		whole := pieceOf(in, p.chunk)
		out.piece = &whole
	}
	if len(cables) > 0 || len(problems) > 0 || out.piece != nil {
		r.send(out)
	}
}

func pieceOf(in Input, c parser.Chunk) Piece {
	return Piece{in.Outer(), in.Name, c.At, len(c.Data), c.Format}
}

// fail says why the reading of a file, or of a member of it, ended.
func (r *fileReader) fail(f *source, name string, err error, before reach) {
	if isPassing(err) {
		f.failed.Store(true)
	}
	r.say(f, problemReading(name, err, before))
}

func (r *fileReader) say(f *source, p Problem) { r.send(outcome{problems: []Problem{p}, file: f}) }

// settle is called when a piece is done with, and when there are no more. The last one says so if
// nothing was found.
func (r *fileReader) settle(c *content) {
	c.mu.Lock()
	c.pending--
	last := c.pending == 0
	nothing := last && c.cables == 0 && !c.failed && !c.known
	c.mu.Unlock()
	if nothing {
		r.say(c.of, problemNoCable(c.input.Name, c.head, c.warnings))
	}
	if last {
		r.release(c.of)
	}
}

// release says that a file is done with when nothing of it is pending. One whose reading was stopped is not.
func (r *fileReader) release(f *source) {
	if f.pending.Add(-1) == 0 && r.ctx.Err() == nil {
		r.send(outcome{file: f, done: true})
	}
}

func (c *content) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pending++
}

func (c *content) fail() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.failed = true
}

func (c *content) leaveOut() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.known = true
}

// parsed notes what came of a piece. Head and warnings are kept until there is a cable: they say why
// there is none.
func (c *content) parsed(chunk parser.Chunk, result parser.Result) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cables += len(result.Cables)
	switch {
	case c.cables > 0:
		c.head, c.warnings = nil, nil
	case chunk.At == 0:
		c.head, c.warnings = slices.Clone(chunk.Data[:min(len(chunk.Data), headBytes)]), result.Warnings
	}
}

// guard runs do and turns a panic into a Problem: one odd file must not end the program, least of
// all the terminal's state.
func guard(file, doing string, do func()) (bug *Problem) {
	defer func() {
		if recover() != nil {
			p := problemBug(file, doing)
			bug = &p
		}
	}()
	do()
	return nil
}
