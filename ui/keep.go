package ui

import (
	"context"
	"slices"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/internal/crash"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
)

// keeping is what is on its way into the notebook. It is written beside the screen, one thing after the other, so that what
// was done last is what is kept.
type keeping struct {
	queue []kept
	busy  bool
	doing func() []error // what is being written: whoever calls it too waits until that is done
	said  []string       // failures of what nobody asked for: each is said once
}

// kept is something to write.
type kept struct {
	write func(context.Context, *notebook.Notebook) error
	asked bool           // by the reader, who is told when it fails
	then  func() tea.Cmd // what is done when it is written
	fails func()         // what is done when it can't be
	text  string         // what the reader wrote, so that it is not lost when it can't be; "" for nothing
}

// keep has something written that goes without saying.
func (a *App) keep(write func(context.Context, *notebook.Notebook) error) {
	if a.options.Notebook != nil {
		a.keeping.queue = append(a.keeping.queue, kept{write: write})
	}
}

// keepAsked has something written that the reader asked for, and then does something.
func (a *App) keepAsked(write func(context.Context, *notebook.Notebook) error, then func() tea.Cmd) {
	a.keeping.queue = append(a.keeping.queue, kept{write: write, asked: true, then: then})
}

// write writes what is to be kept, unless that is being done.
func (a *App) write() tea.Cmd {
	if a.keeping.busy || len(a.keeping.queue) == 0 {
		return nil
	}
	all := a.keeping.queue
	a.keeping.queue, a.keeping.busy = nil, true
	ctx, book := context.WithoutCancel(a.context), a.book // what was begun is written even when the program ends
	doing := sync.OnceValue(func() []error {
		errs := make([]error, len(all))
		for i, k := range all {
			crash.Caught(func() { errs[i] = k.write(ctx, book) })() // the others are written whatever happens
		}
		return errs
	})
	a.keeping.doing = doing
	return func() tea.Msg { return keptMsg{all, doing()} }
}

// written says what could not be kept, and does what waited for it.
func (a *App) written(msg keptMsg) tea.Cmd {
	a.keeping.busy = false
	var cmds []tea.Cmd
	for i, k := range msg.all {
		switch err := msg.errs[i]; {
		case err != nil:
			if a.complainOnce(err); k.asked {
				a.complain(err.Error())
			}
			if k.fails != nil {
				k.fails()
			}
		case err == nil && k.then != nil:
			cmds = append(cmds, k.then())
		}
	}
	return tea.Batch(append(cmds, a.reread())...)
}

// complainOnce says a failure of what nobody asked for, unless it was said before.
func (a *App) complainOnce(err error) {
	if !slices.Contains(a.keeping.said, err.Error()) {
		a.keeping.said = append(a.keeping.said, err.Error())
		a.complain(err.Error())
	}
}

// askWritable says at the beginning that nothing can be kept, if that is so: the notebook is read all the same.
func (a *App) askWritable() tea.Cmd {
	if !a.options.Kept {
		return nil
	}
	ctx, book := a.context, a.book
	return func() tea.Msg {
		if err := book.Writable(ctx); err != nil {
			return unwrittenMsg{err}
		}
		return nil
	}
}

// Unkept is the error that a note which was being written when the program ended can't be kept.
type Unkept struct {
	Text string // of the note, as it was written
	Why  error
}

func (u *Unkept) Error() string {
	return u.Why.Error() + ". The note that is not kept stands above this line."
}

func (u *Unkept) Unwrap() error { return u.Why }

// flush writes what is left when the program ends, for as long as it may take. It may end because of a panic: whatever of
// this panics then keeps nothing else from being written. The error is an [Unkept] note.
func (a *App) flush(most time.Duration) (lost error) {
	ctx, stop := context.WithTimeout(context.Background(), most)
	defer stop()
	for _, step := range []func(){a.keepOpenNote, a.keepBusy, a.keepPlace, a.keepLast} {
		crash.Caught(step)()
	}
	for _, k := range a.keeping.queue {
		crash.Caught(func() {
			if err := k.write(ctx, a.book); err != nil && k.text != "" { // of all else nobody is there any more to be told
				lost = &Unkept{Text: k.text, Why: err}
			}
		})()
	}
	return lost
}

// keepOpenNote keeps what was written into the box of a note.
func (a *App) keepOpenNote() {
	if a.overlay == noteOverlay {
		a.keepNote()
	}
}

// keepBusy waits until what is being written is written.
func (a *App) keepBusy() {
	if a.keeping.busy {
		a.keeping.doing()
	}
}

// resting is the keeping of the place that is read, a while after it was moved.
type resting struct {
	due  bool // it will be kept
	kept spot // last
}

// spot is a place in the library, as long as that is open.
type spot struct {
	number        shelf.Number
	block, offset int
}

func (a *App) standing() spot {
	block, offset := a.reader.Here()
	return spot{a.at.Number, block, offset}
}

// keepPlaceSoon sees to it that the place is kept if it has moved.
func (a *App) keepPlaceSoon() tea.Cmd {
	if a.options.Rest == 0 || a.resting.due || a.at == nil || !a.taken || a.standing() == a.resting.kept {
		return nil
	}
	a.resting.due = true
	return tea.Tick(a.options.Rest, func(time.Time) tea.Msg { return restedMsg{} })
}

func (a *App) rested() {
	a.resting.due = false
	if a.at != nil && a.taken {
		a.resting.kept = a.standing()
		a.keepPlace()
		a.keepLast()
	}
}

// keepLast notes where the reading of the library stops.
func (a *App) keepLast() {
	if a.at == nil || !a.options.Kept {
		return
	}
	last, paths, now := a.anchor(), a.options.Paths, a.now()
	a.keep(func(ctx context.Context, b *notebook.Notebook) error { return b.SetLast(ctx, paths, last, now) })
}

// anchor is the place that is read.
func (a *App) anchor() notebook.Anchor {
	block, offset := a.reader.Here()
	return notebook.AnchorAt(a.at.Cable, block, offset)
}

// keepPlace notes where the reading of a cable stops, if it was read and not only passed over.
func (a *App) keepPlace() {
	if a.at == nil || !a.taken {
		return
	}
	place, now := a.anchor(), a.now()
	a.keep(func(ctx context.Context, b *notebook.Notebook) error { return b.SetPosition(ctx, place, now) })
}

// take begins the reading of the cable that is shown: it counts as read, and goes on where the reading stopped.
func (a *App) take(resume bool) {
	if a.at == nil || a.taken {
		return
	}
	a.taken = true
	key, now := a.at.Cable.Key(), a.now()
	a.keep(func(ctx context.Context, b *notebook.Notebook) error { return b.SetRead(ctx, true, now, key) })
	if resume && a.stopped != nil && a.filter.query.IsZero() {
		a.returnTo(a.stopped)
	}
	a.keepLast() // it is there also when the program has no time to say farewell
}
