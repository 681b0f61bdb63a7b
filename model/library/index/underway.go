package index

import (
	"errors"
	"time"

	"reftel/internal/crash"
)

// A commit runs beside the reading: it waits for the disk, and works on one processor. What is read meanwhile is gathered
// apart. While one is under way, order, numbers and next of the updater, and its database, are the commit's alone.

// commitWhenDue begins a commit when it is time for one, and notes what came of the one before. The first one is made at
// once, and so is the last.
func (u *updater) commitWhenDue(last bool) error {
	if err := u.noteDone(); err != nil {
		return err
	}
	first := u.committed == 0 && len(u.gathered.cables) > 0
	full := u.gathered.words.Memory() >= commitMemory
	if !full && !last && (u.underWay != nil || !first && time.Since(u.last) < u.pause) {
		return nil
	}
	if err := u.beginCommit(); err != nil {
		return err
	}
	u.last, u.pause = time.Now(), min(2*u.pause, laterCommit)
	if first || last {
		return u.settle()
	}
	return nil
}

// beginCommit begins a commit of what was gathered, when the one before is done.
func (u *updater) beginCommit() error {
	if err := u.settle(); err != nil {
		return err
	}
	begun, touched := u.sources.take()
	if u.gathered.empty() && len(begun) == 0 && len(touched) == 0 {
		return nil
	}
	g := u.gathered
	u.gathered, u.spare = gathered{words: u.spare}, g.words
	done := make(chan error, 1)
	u.underWay = done
	go crash.Caught(func() {
		err := errCommit
		defer func() { done <- err }() // even if it panics: somebody waits
		err = u.commit(&g, begun, touched)
		g.words.Reset()
	})()
	return nil
}

var errCommit = errors.New("what was read could not be committed: this is a bug")

// settle waits for the commit that is under way.
func (u *updater) settle() error {
	if u.underWay == nil {
		return nil
	}
	return u.done(<-u.underWay)
}

// noteDone notes what came of a commit if it is done.
func (u *updater) noteDone() error {
	select {
	case err := <-u.underWay:
		return u.done(err)
	default:
		return nil
	}
}

func (u *updater) done(err error) error {
	u.underWay = nil
	u.committed = len(u.numbers)
	return err
}
