package cli

import (
	"context"
	"strconv"
	"strings"

	"reftel/model"
)

// asked is what the arguments of a command ask for: 10MEXICO83, 10 mexico 83#5.
type asked struct {
	written   string // the id, as it was written
	paragraph int    // 0: the whole cable
}

// askedFor reads the arguments of a command that takes an id and perhaps a paragraph.
func askedFor(command string, args []string) (asked, error) {
	written, para, wantsPara := strings.Cut(strings.Join(args, " "), "#")
	a := asked{written: strings.TrimSpace(written)}
	if a.written == "" {
		return a, usage("reftel %s needs the id of a cable: year, station and serial, such as 10MEXICO83", command)
	}
	var err error
	if wantsPara {
		a.paragraph, err = paragraphNumber(para)
	}
	return a, err
}

// paragraphNumber reads what stands behind the # of an argument: 5, ¶5.
func paragraphNumber(s string) (int, error) {
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(s), "¶"))
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 0, usage("%q is no number of a paragraph: write the number behind the #, as in 10MEXICO83#5", s)
	}
	return n, nil
}

// found is the copies of a cable, with the library that has them.
type found struct {
	*holdings
	id     model.ID
	copies []*model.Cable
}

// copiesOf looks a cable up. Where it isn't there, the error is the ending that says so and what is near; otherwise the
// library is left open.
func (t *tool) copiesOf(ctx context.Context, written string) (*found, error) {
	lib, err := t.holdings(ctx)
	if err != nil {
		return nil, err
	}
	id, isID := model.ParseID(written)
	if err := lib.around(ctx, id, 1); err != nil {
		lib.close()
		return nil, err
	}
	f := &found{holdings: lib, id: id}
	if isID {
		f.copies = lib.ByID(id)
	}
	if len(f.copies) == 0 {
		defer lib.close()
		return nil, t.settle(lib.Problems(), t.noSuchCable(lib, written, isID))
	}
	return f, nil
}

// noSuchParagraph is the ending when none of the copies has it.
func (f *found) noSuchParagraph(number int) error {
	return notFound("%s has no paragraph %d: %s", f.id, number, numbersOf(f.copies[0]))
}
