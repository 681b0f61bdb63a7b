package cli

import (
	"context"
	"fmt"

	"reftel/model/library"
	"reftel/model/notebook"
	"reftel/ui/words"
)

// mostLines is how many lines that can't be read are told one by one.
const mostLines = 100

// importNotes takes the notes of a file in.
func (t *tool) importNotes(ctx context.Context, name string, args []string) error {
	if len(args) > 0 {
		return usage("reftel notes --import takes in all notes of a file: leave %q out", args[0])
	}
	in := t.In
	if name != library.Stdin {
		f, err := library.Open(name)
		if err != nil {
			return usage("the notes can't be read: %s", err)
		}
		defer f.Close()
		in = f
	}
	notes, wrong, failed := notebook.ReadNotes(in)
	b := t.notebook()
	defer b.Close()
	var done notebook.Imported
	if len(notes) > 0 {
		var err error
		if done, err = b.Import(ctx, notes); err != nil {
			return ending{Usage, err.Error()}
		}
	}
	for i, w := range wrong {
		if i == mostLines {
			t.complain(fmt.Sprintf("%s: %s can't be read either", name, words.Count(len(wrong)-i, "more line")))
			break
		}
		t.complain(name + ", " + w.Error())
	}
	t.complain(fmt.Sprintf("%s added, %d changed, %d were there already", words.Count(done.Added, "note"), done.Changed, done.Known))
	switch {
	case failed != nil:
		return ending{PartlyRead, fmt.Sprintf("%s could not be read to its end: %s", name, failed)}
	case len(wrong) > 0:
		return ending{PartlyRead, ""}
	}
	return nil
}
