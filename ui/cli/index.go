package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"reftel/model/library"
	"reftel/model/library/index"
	"reftel/ui/words"
)

func (t *tool) indexCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "index PATH...",
		Short:   "Build or refresh an index, for large libraries",
		GroupID: groupLearn,
		Long: `Build the index of a library, or bring it up to date: what is new or has
changed is read, the rest is not. The commands that print then find in an
instant what would take minutes in a large library, and take little memory.
They use the index whenever their --library names the same paths, and bring
it up to date themselves.

The index lies in the folder for caches, may be deleted at any time, and
holds no texts: those stay in the files, and are read from there. Its size is
about half of theirs.

It can be stopped at any moment (ctrl+c): what is done is kept, and the next
run goes on from there.`,
		Example: `# a quarter of a million cables
reftel index cables.csv
reftel find --library cables.csv '"cold harbor" class:>=secret'

# progress for another program
reftel index --json cables/`,
		RunE: func(c *cobra.Command, args []string) error { return t.runIndex(c.Context(), args) },
	}
	t.formatFlag(c)
	t.jsonFlag(c)
	return c
}

// runIndex builds the index of paths.
func (t *tool) runIndex(ctx context.Context, given []string) error {
	paths := t.libraryPaths(given)
	if len(paths) == 0 {
		return usage("reftel index needs the files or folders that hold the cables")
	}
	format, err := t.format()
	if err != nil {
		return err
	}
	dir := t.indexFolder(paths, format)
	switch {
	case t.CacheDir == "":
		return usage("there is no folder for caches to put the index in: set XDG_CACHE_HOME or HOME; without an index the commands read the files each time")
	case dir == "":
		return usage("standard input can't be indexed: save it as a file first")
	}
	p := &progress{tool: t, began: time.Now()}
	err = index.Update(ctx, dir, library.Inputs(absolute(paths), nil), library.LoadOptions{Format: format}, p.show)
	p.took = time.Since(p.began)
	p.end()
	if errors.Is(err, index.ErrBusy) {
		return ending{Usage, err.Error() + "; try again when it is done"}
	}
	if err != nil {
		return ending{Usage, err.Error()}
	}
	x, err := index.Open(dir)
	if err != nil {
		return ending{Usage, err.Error()}
	}
	defer x.Close()
	stopped := ctx.Err() != nil
	if !stopped {
		p.say("making the names ready")
		x.KeepNames(ctx) // whoever asks for them will be told if they can't be read
		p.end()
		if ctx.Err() != nil {
			t.complain("the index is whole; its names are made ready when they are first asked for")
			return ending{Usage, ""}
		}
	}
	return t.reportIndex(x, p, stopped)
}

// reportIndex says what the index holds now, and what could not be read.
func (t *tool) reportIndex(x *index.Index, p *progress, stopped bool) error {
	contents, err := x.Contents()
	if err != nil {
		return ending{Usage, err.Error()}
	}
	problems, err := x.Problems()
	if err != nil {
		return ending{Usage, err.Error()}
	}
	if !t.flags.json {
		out := t.printer()
		said := fmt.Sprintf("%s in %s; the index takes %s", words.Count(contents.Cables, "cable"), words.Count(contents.Files, "file"), words.Bytes(contents.WordsBytes+contents.DatabaseBytes+contents.NamesBytes))
		if rate := p.rate(); rate > 0 {
			said += fmt.Sprintf("; read %s in %s, %s a second", words.Bytes(p.last.BytesDone), p.elapsed().Round(100*time.Millisecond), words.Bytes(rate))
		}
		if stopped {
			t.complain(said + "; stopped: the next run goes on from here")
			return ending{Usage, ""}
		}
		out.line(said)
		if err := out.close(); err != nil {
			return err
		}
	}
	if contents.Cables == 0 && len(problems) == 0 {
		return notFound("there is no cable in these paths")
	}
	return t.settle(problems, nil)
}

// progress shows how far an index is: on a terminal as a bar on one line, with --json as lines.
type progress struct {
	*tool
	began time.Time
	took  time.Duration // 0 while files are read
	shown time.Time
	bar   bool // a line is on the screen
	last  index.Progress
}

// How often progress is shown: often enough to see it move, seldom enough for slow lines.
const (
	barEvery  = 200 * time.Millisecond
	lineEvery = time.Second
)

func (p *progress) show(now index.Progress) {
	p.last = now
	every := barEvery
	if p.flags.json {
		every = lineEvery
	}
	if time.Since(p.shown) < every && !(now.Done && p.flags.json) {
		return
	}
	p.shown = time.Now()
	if p.flags.json {
		out := p.printer()
		out.json(p.record())
		out.close()
	} else if p.OutTerminal {
		p.say(p.line())
	}
}

// say puts a line on a terminal in the place of the one before.
func (p *progress) say(line string) {
	if p.OutTerminal && !p.flags.json {
		fmt.Fprint(p.Err, "\r\x1b[K"+line)
		p.bar = true
	}
}

// end takes the line off the screen.
func (p *progress) end() {
	if p.bar {
		fmt.Fprint(p.Err, "\r\x1b[K")
		p.bar = false
	}
}

// elapsed is how long files have been read.
func (p *progress) elapsed() time.Duration {
	if p.took > 0 {
		return p.took
	}
	return time.Since(p.began)
}

// rate is how many bytes are read in a second, left how long the rest will take.
func (p *progress) rate() int64         { return p.last.Rate(p.elapsed()) }
func (p *progress) left() time.Duration { return p.last.Left(p.elapsed()) }

// line is the bar: "██████░░░░  58%  120,000 cables  16 MB a second  40s left".
func (p *progress) line() string {
	const cells = 24
	done := 0
	if p.last.Bytes > 0 {
		done = int(p.last.BytesDone * 100 / p.last.Bytes)
	}
	full := min(cells, done*cells/100)
	said := []string{strings.Repeat("█", full) + strings.Repeat("░", cells-full), fmt.Sprintf("%3d%%", min(done, 100)),
		words.Count(p.last.Cables, "cable"), words.Bytes(p.rate()) + " a second"}
	if left := p.left(); left > 0 {
		said = append(said, left.String()+" left")
	}
	line := strings.Join(said, "  ")
	if p.Width > 0 && len([]rune(line)) >= p.Width {
		line = strings.Join(said[1:3], "  ")
	}
	return line
}

// progressRecord is what --json gives of it.
type progressRecord struct {
	Files     int   `json:"files"`
	FilesDone int   `json:"files_done"`
	Bytes     int64 `json:"bytes"`
	BytesDone int64 `json:"bytes_done"`
	Cables    int   `json:"cables"`
	Committed int   `json:"committed"` // cables that can be found
	Rate      int64 `json:"bytes_a_second"`
	Left      int   `json:"seconds_left,omitzero"`
	Done      bool  `json:"done"`
}

func (p *progress) record() progressRecord {
	l := p.last
	return progressRecord{Files: l.Files, FilesDone: l.FilesDone, Bytes: l.Bytes, BytesDone: l.BytesDone, Cables: l.Cables, Committed: l.Committed,
		Rate: p.rate(), Left: int(p.left().Seconds()), Done: l.Done}
}
