package ui

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/internal/crash"
	"reftel/model/library/shelf"
	"reftel/ui/layout"
	"reftel/ui/list"
	"reftel/ui/words"
)

// loading is the reading of the library. There is one in the life of a program, so its messages
// need no generation.
type loading struct {
	active   bool
	stopped  bool
	stop     context.CancelFunc
	ended    chan error    // holds that with which it ended
	done     chan struct{} // closed when it has ended
	news     chan shelf.Progress
	progress shelf.Progress
	pace     string    // of writing an index
	paced    time.Time // when it was measured
	began    time.Time // with how many bytes, and since when, it is measured
	before   int64
}

// paceEvery is how often the pace is said anew: a number that changes all the time is not read, and costs bytes.
const paceEvery = time.Second

// steady is how long it takes until the pace tells how long the rest will take.
const steady = 4 * time.Second

// measure says how fast an index is written, and how long that will take.
func (l *loading) measure(p shelf.Progress, now time.Time) {
	l.progress = p
	switch {
	case p.Busy:
		l.pace, l.began = "another reftel is indexing", time.Time{}
	case p.Index && now.Sub(l.paced) >= paceEvery:
		l.paced = now
		if l.began.IsZero() { // until now, what is known from an earlier run was passed over
			l.began, l.before = now, p.BytesDone
			return
		}
		p.BytesDone, p.Bytes = p.BytesDone-l.before, p.Bytes-l.before
		elapsed := now.Sub(l.began)
		l.pace = words.Bytes(p.Rate(elapsed)) + " a second"
		if left := p.Left(elapsed); left > 0 && elapsed >= steady {
			l.pace += " · " + left.String() + " left"
		}
	}
}

// startLoading reads the library in the background. What there is of it already is shown at once.
func (a *App) startLoading() tea.Cmd {
	ctx, stop := context.WithCancel(a.context)
	l := loading{active: true, stop: stop, paced: a.now(), news: make(chan shelf.Progress), ended: make(chan error, 1), done: make(chan struct{})}
	a.loading = l
	if len(a.shelf.All()) == 0 {
		a.list.Show(list.Content{Loading: true})
	}
	go crash.Caught(func() {
		defer stop()
		err := a.shelf.Fill(ctx, func(p shelf.Progress) {
			select { // what was read before the reading was stopped still arrives
			case l.news <- p:
			case <-a.context.Done():
			}
		})
		l.ended <- err
		close(l.news)
		close(l.done)
	})()
	return tea.Batch(a.grown(), a.nextNews())
}

// wait waits until the reading has ended, but not for long.
func (l *loading) wait(most time.Duration) {
	if l.done == nil {
		return
	}
	select {
	case <-l.done:
	case <-time.After(most):
	}
}

// nextNews waits for what has been read next.
func (a *App) nextNews() tea.Cmd {
	news, ended := a.loading.news, a.loading.ended
	return func() tea.Msg {
		p, ok := <-news
		if !ok {
			return loadedMsg{ended: true, err: <-ended}
		}
		return loadedMsg{progress: p}
	}
}

// loaded shows what has been read.
func (a *App) loaded(msg loadedMsg) tea.Cmd {
	if msg.ended {
		a.loading.active = false
		return tea.Batch(a.endOfLoading(msg.err), a.grown(), a.relate(), a.resume(), a.findAmongAll())
	}
	a.loading.measure(msg.progress, a.now())
	if !msg.progress.Grown {
		return a.nextNews()
	}
	return tea.Batch(a.nextNews(), a.grown(), a.relate(), a.resume())
}

// findAmongAll asks again what the palette asked of a library that was not whole then, unless a row is being chosen.
func (a *App) findAmongAll() tea.Cmd {
	if a.overlay != paletteOverlay || a.palette.Own() || !a.palette.AtTop() {
		return nil
	}
	a.gather()
	return a.find(false)
}

// endOfLoading says what could not be read, and opens the reader at once when there is one cable.
func (a *App) endOfLoading(err error) tea.Cmd {
	problems, all := a.shelf.Problems(), a.shelf.All()
	switch p := a.loading.progress; {
	case err != nil:
		a.complain(err.Error())
	case a.loading.stopped && p.Index:
		a.say(fmt.Sprintf("Indexing stopped: %s can be found; opened again, it goes on from here.", words.Count(len(all), "cable")))
	case a.loading.stopped:
		a.say(fmt.Sprintf("Reading stopped: %d of %d files read, %s kept.", p.FilesDone, p.Files, words.Count(len(all), "cable")))
	case len(problems) == 1:
		a.complain(problems[0].Error())
	case len(problems) > 1:
		a.complain(fmt.Sprintf("%s (%d more when you quit)", problems[0].Error(), len(problems)-1))
	}
	if len(all) == 1 && a.focus == layout.List && !a.filter.on() && a.prompt.kind == noPrompt {
		return a.show(all[0], func() tea.Cmd { a.setFocus(layout.Reader); return nil })
	}
	return nil
}

// stopLoading ends the reading; what is there stays.
func (a *App) stopLoading() {
	a.loading.stopped = true
	a.loading.stop()
}
