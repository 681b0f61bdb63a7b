package ui

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/compare"
	"reftel/model/library/shelf"
	"reftel/ui/copies"
	"reftel/ui/layout"
	"reftel/ui/reader"
	"reftel/ui/words"
)

// comparing is the comparison of a cable with its other copies.
type comparing struct {
	latest
	first  *shelf.Opened // the copy that was read
	with   shelf.Number  // the other one; None until it is compared
	at, of int           // which of how many that is
}

// copiesOf returns the copies of a cable, itself among them, and the documents of editions that print it; of such a document
// the telegram that it prints.
func copiesOf(ctx context.Context, from shelf.Shelf, c *model.Cable) ([]shelf.Number, error) {
	if c.ID.IsZero() {
		return nil, nil
	}
	out, err := from.WithID(ctx, c.ID)
	if number := c.Number(); err == nil && c.ID.IsDocument() && !number.IsZero() {
		var more []shelf.Number
		more, err = from.WithID(ctx, number)
		for _, n := range more {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out, err
}

// sayCopies says in the reader that there are other copies of the cable.
func (a *App) sayCopies(copies []shelf.Number) {
	said := ""
	if len(copies) > 1 {
		said = fmt.Sprintf("%s copies: %s compares them", words.Number(len(copies)), a.keyFor(keymap.CompareCopies))
	}
	a.reader.SetCopies(said)
}

// compareCopies compares the cable that is read with its first other copy.
func (a *App) compareCopies() tea.Cmd {
	if a.at == nil {
		a.say("No cable is open.")
		return nil
	}
	a.copies.Open()
	a.comparing.first, a.comparing.with, a.comparing.at, a.comparing.of = a.at, shelf.None, 0, 0
	a.overlay = copiesOverlay
	a.arrange()
	return a.compare(0)
}

// compare compares it with another of its copies: the one at that place, modulo their number.
func (a *App) compare(at int) tea.Cmd {
	ctx, generation := a.comparing.next(a.context)
	from, first := a.shelf, a.comparing.first
	return func() tea.Msg {
		msg := comparedMsg{generation: generation, with: shelf.None}
		others, cables, err := otherCopies(ctx, from, first)
		if len(others) == 0 || err != nil {
			msg.err = err
			return msg
		}
		msg.of = len(others)
		msg.at = (at%msg.of + msg.of) % msg.of
		msg.with = others[msg.at]
		other, err := from.Open(ctx, msg.with)
		if err != nil {
			msg.err = err
			return msg
		}
		names := words.CopyNames(cables)
		c := compare.Cables(first.Cable, other.Cable)
		msg.content = copies.NewContent(&c, [2]string{names[0], names[1+msg.at]})
		msg.content.At, msg.content.Of = msg.at+1, msg.of
		return msg
	}
}

// otherCopies returns the other copies of a cable that can be read, and all with it in front as a list shows them.
func otherCopies(ctx context.Context, from shelf.Shelf, first *shelf.Opened) ([]shelf.Number, []*model.Cable, error) {
	numbers, err := copiesOf(ctx, from, first.Cable)
	if err == nil {
		err = from.Fetch(ctx, numbers)
	}
	if err != nil {
		return nil, nil, err
	}
	var others []shelf.Number
	cables := []*model.Cable{first.Cable}
	for _, n := range numbers {
		if r, ok := from.Row(n); ok && r.Cable != nil && n != first.Number {
			others, cables = append(others, n), append(cables, r.Cable)
		}
	}
	return others, cables, nil
}

// compared shows a comparison. Where there is nothing to compare, it says so and goes away.
func (a *App) compared(msg comparedMsg) {
	c := &a.comparing
	if !c.current(msg.generation) {
		return
	}
	c.stop()
	c.with, c.at, c.of = msg.with, msg.at, msg.of
	switch {
	case msg.err != nil:
		a.copies.Fail(msg.err.Error())
	case msg.with != shelf.None:
		a.copies.Show(msg.content)
	default:
		if a.beneath == copiesOverlay {
			a.beneath = noOverlay // the help stays
		} else {
			a.closeOverlay()
		}
		a.say(onlyCopy(c.first.Cable))
	}
}

// onlyCopy says that a cable has no other copy.
func onlyCopy(c *model.Cable) string {
	if c.ID.IsZero() {
		return "The cable has no id by which other copies could be found."
	}
	return fmt.Sprintf("There is no other copy of %s in the library to compare it with.", c.ID)
}

// turnCopy compares with another copy.
func (a *App) turnCopy(dir int) tea.Cmd {
	if a.comparing.of == 1 {
		a.say("There is no further copy to compare with.")
		return nil
	}
	return a.compare(a.comparing.at + dir)
}

// stepDifference goes to the next difference.
func (a *App) stepDifference(dir int) tea.Cmd {
	if !a.copies.Step(dir) {
		a.say(map[int]string{1: "There is no further difference.", -1: "There is no difference before."}[dir])
	}
	return nil
}

// foldCopies sets the copies as one text, or side by side.
func (a *App) foldCopies() tea.Cmd {
	switch {
	case a.copies.Fold():
	case a.options.Plain:
		a.say("The copies are one text where the screen is read out.")
	default:
		a.say("Side by side the copies need a screen of 100 columns.")
	}
	return nil
}

// goToCopy reads on where a difference stands in the copy that is chosen.
func (a *App) goToCopy() tea.Cmd {
	side, block, span, ok := a.copies.Selected()
	if !ok {
		return nil
	}
	n := [2]shelf.Number{a.comparing.first.Number, a.comparing.with}[side]
	a.closeOverlay()
	a.setFocus(layout.Reader)
	if a.isRead(n) {
		a.leave()
	}
	return a.open(n, func() tea.Cmd {
		if c := a.reader.Cable(); block >= 0 && block < len(c.Blocks) && span.End <= len(c.Blocks[block].Text) { // else its file has changed since
			a.reader.Jump(reader.Focus{Block: block, Span: span})
		} else {
			a.reader.Top()
		}
		a.say(fmt.Sprintf("The copy in %s. %s goes back.", words.CopyNames([]*model.Cable{a.at.Cable})[0], a.keyFor(keymap.HistoryBack)))
		return nil
	})
}
