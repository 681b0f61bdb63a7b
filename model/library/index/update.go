package index

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/postings"
)

// A commit is made of the very first cables, so that there is something to be seen. Then one is made when the words
// gathered take commitMemory, or when so much time has gone by since the last one: at first little, so that a list fills
// before one's eyes, then more, so that the segments don't become many.
var (
	commitMemory = 16 << 20
	firstCommit  = 50 * time.Millisecond
	laterCommit  = 20 * time.Second
)

// Progress says how far an update has come.
type Progress struct {
	library.Progress
	Committed int // cables that can be found
}

// Update brings the index in a folder up to date with files: it reads what is new or has changed, forgets what those
// files held before, and notes which are missing. It makes the folder if there is none, and builds an index of another
// version, or a damaged one, anew. progress is called often, from the calling goroutine.
//
// When ctx ends, what was read is committed and the error is nil; the next update goes on from there. [ErrBusy] says that another process
// is writing, [ErrNewer] that the index is not for this program.
func Update(ctx context.Context, dir string, in iter.Seq2[library.Input, error], o library.LoadOptions, progress func(Progress)) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return writing(err)
	}
	release, err := lock(dir)
	if err != nil {
		return err
	}
	defer release()
	u, err := newUpdater(dir)
	if err != nil {
		return err
	}
	defer u.db.Close()
	if err = u.run(ctx, in, o, progress); isDamage(err) {
		mark(dir)
		err = fmt.Errorf("the index is damaged (%w): it is built anew the next time", err)
	}
	return err
}

// updater is an update that is running.
type updater struct {
	dir      string
	db       *sql.DB
	sources  *sources
	numbers  []uint32 // of the cables there are
	order    []placed // the same with what they are ordered by: see loadOrder
	ordering ordering // texts of order
	ordered  bool     // order was read
	next     int      // number of the next cable

	gathered  gathered      // for the next commit
	spare     writer        // empty, for what is gathered while a commit is under way
	underWay  chan error    // gives what came of the commit that is under way; nil when none is
	committed int           // cables
	pause     time.Duration // until the next commit
	last      time.Time     // commit
	err       error
}

// newUpdater opens the index of a folder for writing, anew if it can't be used.
func newUpdater(dir string) (*updater, error) {
	u, err := openUpdater(dir)
	if isDamage(err) {
		if err := empty(dir); err != nil {
			return nil, fmt.Errorf("remove the index, which is damaged or of another version: %w", err)
		}
		u, err = openUpdater(dir)
	}
	if err != nil && !errors.Is(err, ErrNewer) {
		err = writing(err)
	}
	return u, err
}

func openUpdater(dir string) (*updater, error) {
	db, err := writeDatabase(context.Background(), dir)
	if err != nil {
		return nil, err
	}
	u := &updater{dir: dir, db: db, gathered: gathered{words: writer{Builder: postings.NewBuilder()}}, spare: writer{Builder: postings.NewBuilder()}}
	if u.sources, err = loadSources(db); err == nil {
		u.numbers, err = readOrder(db)
	}
	if err == nil {
		u.committed = len(u.numbers)
		err = u.loadSegments()
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	return u, nil
}

// empty removes the index of a folder, but not its lock. Segments that can't be removed, because somebody reads them, are
// by a later update: no row names them.
func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch name := e.Name(); {
		case strings.HasPrefix(name, databaseName):
			if err := removeFile(filepath.Join(dir, name)); err != nil {
				return err
			}
		case strings.HasSuffix(name, segmentSuffix), isNames(name):
			removeFile(filepath.Join(dir, name))
		}
	}
	if err := os.Remove(filepath.Join(dir, markName)); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// loadOrder reads the order of the cables with all that it goes by, when it is first to be changed: that of a large
// library takes seconds and hundreds of megabytes, and mostly nothing has changed.
func (u *updater) loadOrder() error {
	if u.ordered {
		return nil
	}
	err := eachRow(u.db, `SELECT cable.number, coalesce(cable.date, ?), cable.id, file.name, cable.start FROM cable JOIN file ON file.id = cable.file`, func(scan func(...any) error) error {
		var number uint32
		var date int64
		var id, file string
		var start int
		if err := scan(&number, &date, &id, &file, &start); err != nil {
			return err
		}
		parsed, _ := model.ParseID(id)
		u.order = append(u.order, u.ordering.placed(number, date, parsed, file, start))
		return nil
	}, int64(undated))
	u.order, u.ordered = u.ordering.merge(nil, u.order), err == nil
	return err
}

// loadSegments finds the next number, and removes segments without a row: of a process that died, or that were still read.
func (u *updater) loadSegments() error {
	known := map[string]bool{}
	rows, err := segmentRows(u.db)
	if err != nil {
		return err
	}
	for _, s := range rows {
		known[s.file] = true
		u.next = roundUp(s.first + s.count)
		info, err := os.Stat(filepath.Join(u.dir, s.file))
		if errors.Is(err, os.ErrNotExist) || err == nil && info.Size() != int64(s.size) {
			err = errStale
		}
		if err != nil {
			return err
		}
	}
	if u.next > 8*len(u.numbers)+numbersWasted {
		return errStale
	}
	for _, n := range u.numbers {
		if int(n) >= u.next {
			return errStale
		}
	}
	entries, err := os.ReadDir(u.dir)
	if err != nil {
		return err
	}
	var left []string
	for _, e := range entries {
		if name := e.Name(); strings.HasSuffix(name, segmentSuffix) && !known[name] || isAbandoned(e) {
			left = append(left, name)
		}
	}
	u.remove(left)
	return nil
}

// run reads what has to be read.
func (u *updater) run(ctx context.Context, in iter.Seq2[library.Input, error], o library.LoadOptions, progress func(Progress)) error {
	reading, stop := context.WithCancel(ctx)
	defer stop()
	o.Known = u.sources.known
	u.last, u.pause = time.Now(), firstCommit
	if _, err := u.db.Exec("DELETE FROM problem WHERE source IS NULL"); err != nil {
		return writing(err)
	}
	library.Load(reading, u.changed(in), o, func(b library.Batch) {
		if u.err != nil {
			return
		}
		u.take(b)
		if u.err = u.commitWhenDue(b.Progress.Done); u.err != nil {
			stop()
			return
		}
		progress(Progress{b.Progress, u.committed})
	})
	if err := u.settle(); u.err == nil {
		u.err = err
	}
	if u.err == nil && ctx.Err() == nil {
		if u.err = u.noteMissing(); u.err == nil {
			u.err = u.merge(ctx)
		}
	}
	return u.err
}

// changed leaves out the files of a walk that the index knows as they are.
func (u *updater) changed(in iter.Seq2[library.Input, error]) iter.Seq2[library.Input, error] {
	return func(yield func(library.Input, error) bool) {
		for input, err := range in {
			if (err != nil || u.sources.wanted(input)) && !yield(input, err) {
				return
			}
		}
	}
}

// take gathers what was read.
func (u *updater) take(b library.Batch) {
	inputs := map[string]*library.Input{}
	for i := range b.Inputs {
		inputs[b.Inputs[i].Name] = &b.Inputs[i]
	}
	for _, c := range b.Cables {
		u.gathered.words.add(c)
		r := newRecord(c, inputs[c.Source.File])
		if i := slices.IndexFunc(b.Pieces, func(p library.Piece) bool { return p.Holds(c) }); i >= 0 {
			r.format = b.Pieces[i].Format
		}
		u.gathered.batch.cables = append(u.gathered.batch.cables, r)
	}
	u.gathered.batch.pieces = append(u.gathered.batch.pieces, b.Pieces...)
	for _, in := range b.Finished {
		u.gathered.batch.finished = append(u.gathered.batch.finished, in.Name)
	}
	for _, in := range b.Unread {
		u.gathered.batch.unread = append(u.gathered.batch.unread, in.Name)
	}
	u.gathered.batch.problems = append(u.gathered.batch.problems, b.Problems...)
}

// noteMissing marks the files that are gone. Their cables stay: an index is what is left of them.
func (u *updater) noteMissing() error {
	for _, name := range u.sources.unseen() {
		if _, err := u.db.Exec("UPDATE source SET missing = 1 WHERE name = ?", name); err != nil {
			return writing(err)
		}
	}
	return nil
}
