package ui

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"reftel/model/library"
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
	batches  chan library.Batch
	progress library.Progress
}

// startLoading reads the library in the background.
func (a *App) startLoading() tea.Cmd {
	ctx, stop := context.WithCancel(a.context)
	batches := make(chan library.Batch)
	a.loading = loading{active: true, stop: stop, batches: batches}
	a.list.Show(list.Content{Loading: true})
	go func() {
		defer close(batches)
		defer stop()
		a.options.Load(ctx, func(b library.Batch) {
			select { // what was read before the reading was stopped still arrives
			case batches <- b:
			case <-a.context.Done():
			}
		})
	}()
	return a.nextBatch()
}

// nextBatch waits for what has been read next.
func (a *App) nextBatch() tea.Cmd {
	batches := a.loading.batches
	return func() tea.Msg {
		b, ok := <-batches
		return loadedMsg{batch: b, ended: !ok}
	}
}

// loaded takes what has been read into the library and the list.
func (a *App) loaded(msg loadedMsg) tea.Cmd {
	if msg.ended {
		a.loading.active = false
		a.endOfLoading()
		return a.grown()
	}
	a.library.Add(msg.batch)
	a.count(msg.batch.Cables)
	a.loading.progress = msg.batch.Progress
	cmds := []tea.Cmd{a.nextBatch()}
	if len(msg.batch.Cables) > 0 {
		a.reader.Repaint()
		cmds = append(cmds, a.grown())
	}
	return tea.Batch(cmds...)
}

// endOfLoading says what could not be read, and opens the reader at once when there is one cable.
func (a *App) endOfLoading() {
	problems := a.library.Problems()
	cables := a.library.Cables()
	switch p := a.loading.progress; {
	case a.loading.stopped:
		a.say(fmt.Sprintf("Reading stopped: %d of %d files read, %s kept.", p.FilesDone, p.Files, words.Count(len(cables), "cable")))
	case len(problems) == 1:
		a.complain(problems[0].Error())
	case len(problems) > 1:
		a.complain(fmt.Sprintf("%s (%d more when you quit)", problems[0].Error(), len(problems)-1))
	}
	if len(cables) == 1 && a.focus == layout.List && !a.filter.on() && a.prompt.kind == noPrompt {
		a.show(cables[0])
		a.setFocus(layout.Reader)
	}
	a.refreshLinks()
}

// stopLoading ends the reading; what is there stays.
func (a *App) stopLoading() {
	a.loading.stopped = true
	a.loading.stop()
}
