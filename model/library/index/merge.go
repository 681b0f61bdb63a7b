package index

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"reftel/model/library/postings"
)

// Segments are merged so that an index which is updated often stays one of few segments: neighbours whose size is alike
// become one, up to mergedSize, or a part of mergedParts of the whole if that is more. So a segment at least doubles each
// time it is written again.
var mergedSize = 8 << 20

const mergedParts = 256

// numbersWasted is how many numbers there may be, beside eight for each cable, of cables that are gone: then the index is
// built anew, because sets have a bit for every number.
const numbersWasted = 4 << 20

// numbersApart is the same for a segment.
const numbersApart = 1 << 16

// run is some neighbouring segments.
type run struct {
	segments []segmentRow
	size     int // bytes, without what is there of cables that are gone
	cables   int // that are there
}

// numbers is how many numbers a run stretches over.
func (r *run) numbers() int {
	last := r.segments[len(r.segments)-1]
	return last.first + last.count - r.segments[0].first
}

// worthwhile reports whether a run is to be written as one segment, or dropped: several segments, or one most of which is
// of cables that are gone.
func (r *run) worthwhile() bool {
	return len(r.segments) > 1 || r.size < r.segments[0].size/2 || r.cables == 0
}

// size returns how many bytes of a segment are of cables that are there, about. Numbers are given in sixty-fours, and not all
// of them, so that those which no cable has say nothing yet of a segment of few.
func (u *updater) size(s segmentRow, there int) (int, error) {
	if there >= s.count/2 {
		return s.size, nil
	}
	words, f, err := u.openSegment(s)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	filled, err := words.Filled()
	return s.size / max(filled, 1) * there, err
}

// openSegment opens a segment to be read as a whole.
func (u *updater) openSegment(s segmentRow) (*postings.Segment, *os.File, error) {
	f, err := os.Open(filepath.Join(u.dir, s.file))
	if err != nil {
		return nil, nil, writing(err)
	}
	words, err := postings.Open(f, int64(s.size))
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return words, f, nil
}

// segmentRow is a segment as the database has it.
type segmentRow struct {
	first, count int
	file         string
	size         int
}

// merge merges segments, and drops those all of whose cables are gone, but for the last one: the next number follows from
// it, and none is given twice. What was merged before ctx ends stays so.
func (u *updater) merge(ctx context.Context) error {
	rows, err := segmentRows(u.db)
	if err != nil {
		return err
	}
	live := postings.NewSet(u.next)
	for _, n := range u.numbers {
		live.Add(int(n))
	}
	all, err := runs(rows, live, u.size)
	if err != nil {
		return err
	}
	for _, r := range all {
		if ctx.Err() != nil {
			break
		}
		if r.worthwhile() {
			if err := u.mergeRun(r, live); err != nil {
				return err
			}
		}
	}
	return nil
}

// runs says which segments become one. size tells how many bytes of a segment are of so many cables.
func runs(rows []segmentRow, live postings.Set, size func(s segmentRow, there int) (int, error)) (out []run, err error) {
	total := 0
	for _, s := range rows {
		total += s.size
	}
	most := max(mergedSize, total/mergedParts)
	var empty []run
	for i, s := range rows {
		there := s.part(live).Len()
		if there == 0 {
			if i < len(rows)-1 { // the last one tells which numbers were given: whoever has the index open knows cables by them
				empty = append(empty, run{segments: []segmentRow{s}})
			}
			continue
		}
		bytes, err := size(s, there)
		if err != nil {
			return nil, err
		}
		r := run{[]segmentRow{s}, bytes, there}
		for len(out) > 0 {
			before := out[len(out)-1]
			joined := run{append(before.segments[:len(before.segments):len(before.segments)], r.segments...), before.size + r.size, before.cables + r.cables}
			if before.size > r.size || joined.size > most || joined.numbers() > 8*joined.cables+numbersApart {
				break
			}
			r, out = joined, out[:len(out)-1]
		}
		out = append(out, r)
	}
	return append(empty, out...), nil
}

// part is what a set of cables holds of a segment's, by their numbers in it.
func (s segmentRow) part(of postings.Set) postings.Set {
	return of[s.first/64:][:(s.count+63)/64]
}

// mergeRun writes the segments of a run as one.
func (u *updater) mergeRun(r run, live postings.Set) error {
	first, last := r.segments[0], r.segments[len(r.segments)-1]
	m := postings.Merged{Docs: last.first + last.count - first.first}
	for _, s := range r.segments {
		words, f, err := u.openSegment(s)
		if err != nil {
			return err
		}
		defer f.Close()
		m.Parts = append(m.Parts, postings.Part{Segment: words, At: s.first - first.first, Keep: s.part(live)})
	}
	merged, size := "", int64(0)
	if r.cables > 0 {
		var err error
		if merged, size, err = u.writeSegment(first.first, m); err != nil {
			return err
		}
	}
	tx, err := u.db.Begin()
	if err != nil {
		return writing(err)
	}
	defer tx.Rollback()
	for _, s := range r.segments {
		if _, err := tx.Exec("DELETE FROM segment WHERE first = ?", s.first); err != nil {
			return writing(err)
		}
	}
	if merged != "" {
		if _, err := tx.Exec("INSERT INTO segment (first, count, file, size) VALUES (?, ?, ?, ?)", first.first, m.Docs, merged, size); err != nil {
			return writing(err)
		}
	}
	if err := tx.Commit(); err != nil {
		return writing(err)
	}
	var replaced []string
	for _, s := range r.segments {
		replaced = append(replaced, s.file)
	}
	u.remove(replaced)
	return nil
}

// remove removes segments that no row names any more, once that is on disk: a commit isn't until a checkpoint, and after a
// power cut the rows of the one before would name files that are gone. What can't be removed now, because somebody reads,
// is by a later update.
func (u *updater) remove(segments []string) {
	if len(segments) == 0 {
		return
	}
	var busy, frames, done int
	err := u.db.QueryRow("PRAGMA wal_checkpoint(PASSIVE)").Scan(&busy, &frames, &done)
	if err != nil || busy != 0 || done < frames {
		return
	}
	for _, name := range segments {
		removeFile(filepath.Join(u.dir, name))
	}
}

// removeFile is for tests to change: a file that is read can't be removed on every system.
var removeFile = os.Remove

// segmentRows reads which segments there are, in the order of their numbers.
func segmentRows(db querier) (rows []segmentRow, err error) {
	end := 0
	err = eachRow(db, "SELECT first, count, file, size FROM segment ORDER BY first", func(scan func(...any) error) error {
		var s segmentRow
		if err := scan(&s.first, &s.count, &s.file, &s.size); err != nil {
			return err
		}
		if s.first%64 != 0 || s.first < end || s.count < 0 || s.size < 0 || filepath.Base(s.file) != s.file {
			return fmt.Errorf("segment %d: %w", s.first, errStale)
		}
		rows, end = append(rows, s), roundUp(s.first+s.count)
		return nil
	})
	return rows, err
}
