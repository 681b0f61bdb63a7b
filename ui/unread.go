package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"reftel/model"
	"reftel/model/library/shelf"
	"reftel/model/notebook"
	"reftel/model/query"
	"reftel/ui/layout"
)

// reread asks which cables the notebook knows as read, or has notes on, and which labels there are.
func (a *App) reread() tea.Cmd {
	ctx, generation := a.rereading.next(a.context)
	book := a.book
	return func() tea.Msg {
		read, err := book.Cables(ctx, query.Kept{What: query.KeptRead})
		if err != nil {
			return nil // what fails when something is written is said then
		}
		noted, err := book.Cables(ctx, query.Kept{What: query.KeptNote})
		if err != nil {
			return nil
		}
		all, err := book.Labels(ctx)
		if err != nil {
			return nil
		}
		var labels []string
		for _, l := range all {
			labels = append(labels, l.Name)
		}
		return rereadMsg{generation, read, noted, labels}
	}
}

func (a *App) rereadCables(msg rereadMsg) {
	if a.rereading.current(msg.generation) {
		a.readCables, a.notedCables, a.labels = msg.read, msg.noted, msg.labels
	}
}

// toggleRead has the cable count as unread, or as read.
func (a *App) toggleRead() tea.Cmd {
	n := a.list.Selected()
	r, ok := a.shelf.Row(n)
	if !ok || r.Cable == nil {
		return nil
	}
	was, _ := a.known(r.Cable)
	key, read, now := r.Cable.Key(), !was, a.now()
	a.keepAsked(func(ctx context.Context, b *notebook.Notebook) error { return b.SetRead(ctx, read, now, key) }, func() tea.Cmd {
		if read {
			a.say(r.Cable.ID.String() + " counts as read.")
		} else {
			a.say(r.Cable.ID.String() + " counts as unread.")
		}
		return nil
	})
	return nil
}

// nextUnread goes to the next cable of the list that was not read.
func (a *App) nextUnread() tea.Cmd {
	ctx, generation := a.going.next(a.context)
	from, numbers, read := a.shelf, a.list.Shown(), a.readCables
	at := a.list.Place(a.list.Selected())
	return func() tea.Msg {
		const some = 200
		for rest := numbers[at+1:]; len(rest) > 0 && ctx.Err() == nil; rest = rest[min(some, len(rest)):] {
			part := rest[:min(some, len(rest))]
			if err := from.Fetch(ctx, part); err != nil {
				return unreadMsg{generation, shelf.None, err}
			}
			for _, n := range part {
				if r, ok := from.Row(n); ok && r.Cable != nil && !r.Missing && (read == nil || !read.Has(r.Cable)) {
					return unreadMsg{generation, n, nil}
				}
			}
		}
		return unreadMsg{generation, shelf.None, nil}
	}
}

func (a *App) toUnread(msg unreadMsg) tea.Cmd {
	switch {
	case !a.going.current(msg.generation):
		return nil
	case msg.err != nil:
		a.complain(msg.err.Error())
		return nil
	case msg.number == shelf.None:
		a.say("No unread cable below this one.")
		return nil
	case a.focus == layout.List:
		a.list.Select(msg.number)
		return a.follow()
	}
	return a.read(msg.number)
}

// known reports whether the notebook knows a cable as read, and whether it has notes on it. Until the first cable was read
// all count as read: a sign that every row has says nothing.
func (a *App) known(c *model.Cable) (read, noted bool) {
	return a.readCables == nil || a.readCables.Len() == 0 || a.readCables.Has(c), a.notedCables != nil && a.notedCables.Has(c)
}
