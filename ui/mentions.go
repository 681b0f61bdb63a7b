package ui

import (
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"

	"reftel/model"
	"reftel/model/library/shelf"
	"reftel/model/names"
	"reftel/ui/layout"
	"reftel/ui/palette"
	"reftel/ui/reader"
	"reftel/ui/words"
)

const (
	mentionsOnce = 16  // cables that are read at a time for their sentences: a screenful and some more
	mentionsMost = 400 // that are read before the first are shown, so that those of the cable that is read are among them
	sentenceRoom = 200 // bytes of a sentence before a name, and behind it
)

// mentions are the sentences of a name in the palette.
type mentions struct {
	latest
	entry   names.Entry
	numbers []shelf.Number // of the cables that have it
	known   bool           // which they are
	read    int            // of them
	rows    []palette.Row
	waiting bool // for some more
	typed   string
	shown   bool // the cursor was put where it begins
	start   int  // the row where it begins: the first sentence of the cable that is read, or of all

	before *palette.Palette // in which the name was chosen
	finder func() *palette.Finder
}

// listMentions shows the sentences in which a name stands, by date: in the order of the list, in which one goes on from them.
func (a *App) listMentions(e names.Entry) tea.Cmd {
	a.mentions = &mentions{entry: e, before: a.palette, finder: a.finder}
	a.palette = palette.New(&a.theme)
	a.palette.OpenList(e.Name, "")
	a.tellMentions()
	a.arrange()
	return a.moreMentions()
}

// tellMentions says how much there is of the name, and how much of it is shown.
func (a *App) tellMentions() {
	m, e := a.mentions, &a.mentions.entry
	mentions := words.Count(e.Mentions, "mention") + " in " + words.Count(e.Cables, "cable")
	if m.known && len(m.numbers) != e.Cables { // the library has grown since the name was found
		mentions = words.Count(len(m.numbers), "cable")
	}
	if a.loading.active {
		mentions += " so far"
	}
	sentences := max(0, len(m.rows)-1)
	count := words.Count(sentences, "sentence")
	if !m.known || m.read < len(m.numbers) {
		count = words.Number(sentences) + "+ sentences"
	}
	a.palette.SetAbout(words.Join(" · ", words.NameKind(e.Kind, e.Alone), mentions, words.Years(e.Years.First, e.Years.Last)), count)
}

// closeMentions goes back to the names among which one was chosen.
func (a *App) closeMentions() {
	a.mentions.stop()
	a.palette, a.finder, a.mentions = a.mentions.before, a.mentions.finder, nil
	a.arrange()
}

// moreMentions reads some more of the cables that have the name, unless that is being done.
func (a *App) moreMentions() tea.Cmd {
	m := a.mentions
	if m.waiting || m.known && m.read >= len(m.numbers) {
		return nil
	}
	m.waiting = true
	ctx, generation := m.next(a.context)
	from, e, numbers, known, read := a.shelf, m.entry, m.numbers, m.known, m.read
	once := mentionsOnce
	if m.typed != "" { // most have nothing of what was typed
		once = min(max(once, read), mentionsMost)
	}
	here, oldestFirst := a.readNow(), a.reversed
	return func() tea.Msg {
		msg := mentionedMsg{generation: generation, numbers: numbers, to: read + once}
		if !known {
			if msg.numbers, msg.err = from.Named(ctx, e); msg.err != nil {
				return msg
			}
			if !oldestFirst {
				msg.numbers = slices.Clone(msg.numbers)
				slices.Reverse(msg.numbers)
			}
			if at := slices.Index(msg.numbers, here); at < mentionsMost {
				msg.to = max(msg.to, at+mentionsOnce)
			}
		}
		msg.to = min(msg.to, len(msg.numbers))
		msg.found, msg.err = from.Mentioned(ctx, e, msg.numbers[read:msg.to])
		return msg
	}
}

// mentioned adds the sentences of some cables.
func (a *App) mentioned(msg mentionedMsg) tea.Cmd {
	m := a.mentions
	if m == nil || !m.current(msg.generation) {
		return nil
	}
	m.waiting = false
	if msg.err != nil {
		a.complain(msg.err.Error())
		m.known, m.read = true, len(m.numbers) // one failure is said once
		return a.findMentions()
	}
	here := shelf.None
	if !m.known {
		m.known, m.numbers = true, msg.numbers
		if len(msg.numbers) == 0 {
			a.say("No cable has the name " + m.entry.Name + " any more.")
			return a.findMentions()
		}
		m.rows, m.start = append(m.rows, a.narrowRow(m.entry, len(msg.numbers))), 1
		here = a.readNow()
	}
	m.read = msg.to
	for _, in := range msg.found {
		if in.Number == here {
			m.start = len(m.rows)
		}
		m.rows = append(m.rows, a.sentenceRows(in, m.entry)...)
	}
	return a.findMentions()
}

// findMentions shows the sentences that there are by now.
func (a *App) findMentions() tea.Cmd {
	rows := slices.Clip(a.mentions.rows)
	a.finder = sync.OnceValue(func() *palette.Finder { return palette.NewFinder(palette.Source{Listed: rows}) })
	return a.find(false)
}

// foundMentions shows the sentences that have the words typed, and reads more cables where the screen has room for more.
func (a *App) foundMentions(msg foundMsg) tea.Cmd {
	m := a.mentions
	a.tellMentions()
	switch {
	case m.shown && msg.typed == m.typed:
		a.palette.Grow(msg.rows, msg.total)
	case m.shown:
		a.palette.Show(msg.rows, msg.total)
	case m.known:
		a.palette.Show(msg.rows, msg.total)
		a.palette.Move(m.start)
		m.shown = true
	}
	m.typed = msg.typed
	return a.onwards()
}

// onwards has more sentences looked for when there are hardly any below the screen.
func (a *App) onwards() tea.Cmd {
	if a.palette.Ahead() < mentionsOnce/2 {
		return a.moreMentions()
	}
	return nil
}

// readNow is the cable that somebody reads, None when the cursor of the list only passes over cables.
func (a *App) readNow() shelf.Number {
	if a.reading() {
		return a.at.Number
	}
	return shelf.None
}

// narrowRow offers to narrow the list to the cables that have a name.
func (a *App) narrowRow(e names.Entry, cables int) palette.Row {
	return palette.Row{Sign: ">", Text: "Narrow the list to " + words.Count(cables, "cable") + " with " + e.Name, Do: func() tea.Cmd {
		a.filter.name = &shelf.Naming{Name: model.Name{Name: e.Name, Kind: e.Kind, Forms: e.Forms}, Entry: &e}
		a.setFocus(layout.List)
		return a.refilter()
	}}
}

// sentenceRows shows the sentences of a cable.
func (a *App) sentenceRows(in shelf.Mentioned, e names.Entry) (rows []palette.Row) {
	number, name := in.Number, in.Name // the cable itself isn't kept
	for _, s := range names.Sentences(in.Cable, in.Name, sentenceRoom) {
		row := palette.SentenceRow(in.Cable, s)
		row.Do = func() tea.Cmd { return a.toMention(number, name, model.Mention{Block: s.Block, Span: s.Places[0]}, e) }
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		row := palette.NotedRow(in.Cable)
		row.Do = func() tea.Cmd { return a.read(number) }
		rows = append(rows, row)
	}
	return rows
}

// toMention reads a cable at a mention of a name of the library, which is lit; in is what the cable has of it.
func (a *App) toMention(n shelf.Number, in model.Name, at model.Mention, e names.Entry) tea.Cmd {
	a.leave()
	return a.show(n, func() tea.Cmd {
		a.setFocus(layout.Reader)
		a.lightName(&in, &e)
		a.reader.Jump(reader.Focus{Block: at.Block, Span: at.Span})
		a.tellMention(&in, 1+slices.Index(in.Mentions, at), len(in.Mentions))
		return nil
	})
}
