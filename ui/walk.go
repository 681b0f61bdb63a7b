package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/shelf"
	"reftel/ui/layout"
	"reftel/ui/reader"
)

// quest is what is looked for from place to place, beyond the cable that is read: marks of a kind
// or the needle of a search.
type quest struct {
	walk   reader.Walk
	needle string // a search when not ""
	dir    int    // 1: onwards, -1: backwards
}

// what names it.
func (q quest) what() string {
	if q.needle != "" {
		return fmt.Sprintf("%q", q.needle)
	}
	return nouns[q.walk]
}

// nouns name what a walk steps through.
var nouns = map[reader.Walk]string{
	reader.Paragraphs: "paragraph", reader.References: "reference", reader.Redactions: "redaction",
	reader.Losses: "lost or omitted passage", reader.Mentions: "mention", reader.Listed: "name of the list",
	reader.Found: "hit of the filter",
}

// step goes to the next place of a kind, on into the next cable of the list that has one.
func (a *App) step(w reader.Walk, dir int) tea.Cmd {
	if a.reader.Cable() == nil {
		return nil
	}
	if w == reader.Mentions && a.reader.Chosen() == nil {
		a.say("Choose a name first: in the sidebar, or with " + a.keyFor(keymap.FindName) + ".")
		return nil
	}
	if w == reader.Listed && a.options.Listed == nil {
		a.say("There is no list of names: reftel --list FILE lights those of a file, one a line.")
		return nil
	}
	if at, of, ok := a.reader.Step(w, dir); ok {
		a.reached(w)
		a.tellStep(w, at, of)
		return nil
	}
	if w == reader.Paragraphs {
		if a.list.Neighbour(a.at.Number, dir) == shelf.None {
			a.say("This is the end of the list.")
		} else {
			a.say(fmt.Sprintf("No further paragraph. %s reads the next cable.", a.keyFor(keymap.NextCable)))
		}
		return nil
	}
	return a.seek(quest{walk: w, dir: dir})
}

// reached gives the keys to the reader where a reference was reached from another pane: Enter then follows it.
func (a *App) reached(w reader.Walk) {
	if w == reader.References {
		a.setFocus(layout.Reader)
	}
}

// tellStep says which place was reached and what it is.
func (a *App) tellStep(w reader.Walk, at, of int) {
	if w == reader.Paragraphs {
		return
	}
	words := fmt.Sprintf("%s %d of %d", nouns[w], at, of)
	if f := a.reader.Focus(); f != nil && f.Mark != nil {
		words += ": " + a.explain(*f.Mark)
	} else if n := a.reader.Chosen(); n != nil && w == reader.Mentions {
		words += " of " + n.Name + a.standsFor()
	}
	if w == reader.Listed {
		words += a.whoseName()
	}
	a.say(words)
}

// nextHit goes to the next hit of the search, or of the filter where nothing is searched for in the cables; on into the
// next cable of the list that has one.
func (a *App) nextHit(dir int) tea.Cmd {
	switch {
	case a.reader.Needle() != "":
	case !a.filter.query.IsZero():
		return a.step(reader.Found, dir)
	default:
		a.say("Nothing is searched for yet: " + a.keyFor(keymap.SearchCable) + " in the reader begins a search.")
		return nil
	}
	if a.reader.NextHit(dir) {
		a.tellHit()
		return nil
	}
	return a.seek(quest{needle: a.reader.Needle(), dir: dir})
}

func (a *App) tellHit() {
	at, of := a.reader.Hit()
	if of == 0 {
		a.say(fmt.Sprintf("%q is not in this cable. %s looks in the next ones.", a.reader.Needle(), a.keyFor(keymap.NextHit)))
		return
	}
	a.say(fmt.Sprintf("%q: hit %d of %d", a.reader.Needle(), at, of))
}

// seek looks through the list, from the cable that is read on, for one that has what is sought.
func (a *App) seek(q quest) tea.Cmd {
	ctx, generation := a.going.next(a.context)
	numbers, at := a.list.Shown(), a.list.Place(a.at.Number)
	if at < 0 && q.dir < 0 { // the filter has taken the cable that is read out of the list
		at = len(numbers)
	}
	sought, asked := shelf.Sought{Needle: q.needle, Marks: q.walk.Kinds()}, a.filter.query
	if q.needle == "" && q.walk == reader.Mentions {
		sought.Name = &shelf.Naming{In: a.at, Name: *a.reader.Chosen(), Entry: a.named}
	}
	if q.needle == "" && q.walk == reader.Listed {
		sought.Text = a.options.Listed.Has
	}
	if q.needle == "" && q.walk == reader.Found {
		sought.Text = func(text string) bool { return len(asked.Spans(text)) > 0 }
	}
	from := a.shelf
	a.say("Looking for " + q.what() + " …")
	return func() tea.Msg {
		msg := soughtMsg{generation: generation, quest: q}
		msg.number, msg.err = from.Next(ctx, numbers, at, library.Direction(q.dir), sought)
		if of := sought.Name; msg.err == nil && msg.number != shelf.None && of != nil && of.Entry != nil {
			in, err := from.Mentioned(ctx, *of.Entry, []shelf.Number{msg.number})
			if msg.err = err; len(in) > 0 {
				msg.name = &in[0].Name
			}
		}
		return msg
	}
}

// sameName returns the name of a cable that stands for what is chosen: of the same kind and with a
// form in common, the fullest forms before the short ones.
func sameName(c *model.Cable, chosen *model.Name) *model.Name {
	for _, form := range chosen.Forms {
		for i := range c.Names {
			if n := &c.Names[i]; n.Kind == chosen.Kind && slices.Contains(n.Forms, form) {
				return n
			}
		}
	}
	return nil
}

// sought goes to the cable that was found.
func (a *App) sought(msg soughtMsg) tea.Cmd {
	if !a.going.current(msg.generation) {
		return nil
	}
	q := msg.quest
	switch {
	case msg.err != nil:
		a.complain(msg.err.Error())
		return nil
	case msg.number == shelf.None:
		end := "below"
		if q.dir < 0 {
			end = "above"
		}
		a.say(fmt.Sprintf("No %s in the cables %s this one in the list.", q.what(), end))
		return nil
	}
	chosen, named := a.reader.Chosen(), a.named
	return a.open(msg.number, func() tea.Cmd {
		if q.needle == "" && q.walk == reader.Mentions {
			name := msg.name
			if name == nil && chosen != nil {
				name = sameName(a.at.Cable, chosen)
			}
			if name == nil {
				a.say("The name stands in this cable in another form.")
			}
			a.lightName(name, named)
		}
		a.arrive(q)
		return nil
	})
}

// arrive goes to what was sought in the cable that was opened for it.
func (a *App) arrive(q quest) {
	if q.needle != "" {
		a.reader.FirstHit(q.dir)
		a.tellHit()
		return
	}
	if at, of, ok := a.reader.First(q.walk, q.dir); ok {
		a.reached(q.walk)
		a.tellStep(q.walk, at, of)
	}
}
