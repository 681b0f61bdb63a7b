package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/library/shelf"
	"reftel/ui/export"
	"reftel/ui/layout"
	"reftel/ui/palette"
	"reftel/ui/words"
)

// exporting is what is to be written into a file.
type exporting struct {
	numbers []shelf.Number
	title   string
	form    form
	ended   <-chan struct{} // closed when the last one is written, or given up; nil: there was none
}

// wait waits until no file is being written any more, but for no longer than that.
func (e *exporting) wait(most time.Duration) {
	if e.ended == nil {
		return
	}
	select {
	case <-e.ended:
	case <-time.After(most):
	}
}

// form is a way to write cables.
type form struct {
	called, ending string
	write          func(io.Writer, export.Selection) error
}

var forms = []form{
	{"a page of HTML", ".html", export.HTML},
	{"Markdown", ".md", export.Markdown},
	{"records of JSON", ".jsonl", export.Records},
}

// chooseExport offers what can be written into a file, and how.
func (a *App) chooseExport() tea.Cmd {
	if a.options.Served {
		a.say(fmt.Sprintf("No files are written for readers over SSH: %s copies into your terminal's clipboard.", a.keyFor(keymap.CopyPassage)))
		return nil
	}
	if a.options.Folder == "" {
		a.say("No files are written here.")
		return nil
	}
	var rows []palette.Row
	add := func(what, name, title string, numbers []shelf.Number) {
		for _, f := range forms {
			rows = append(rows, palette.Row{Sign: ">", Text: what + " as " + f.called, Note: f.ending, Do: func() tea.Cmd {
				a.exporting.numbers, a.exporting.title, a.exporting.form = numbers, title, f
				a.ask(exportPrompt, fileName(name)+f.ending)
				return nil
			}})
		}
	}
	cable := func() {
		if a.at != nil {
			add(nameOf(a.at.Cable), nameOf(a.at.Cable), nameOf(a.at.Cable), []shelf.Number{a.at.Number})
		}
	}
	listed := func() {
		if shown := a.list.Shown(); len(shown) > 0 {
			what := words.Count(len(shown), "cable") + " of the list"
			add(what, "cables", words.Join(" ", a.filter.typed, a.filterName()), shown)
		}
	}
	if a.focus == layout.List && a.filter.on() { // who has narrowed the list means what is in it
		listed()
		cable()
	} else {
		cable()
		listed()
	}
	return a.offer("Export", "what, and how?", rows)
}

// filterName is the name that the list is narrowed to.
func (a *App) filterName() string {
	if a.filter.name == nil {
		return ""
	}
	return a.filter.name.Called()
}

// mostName is how long a name of a file is at most, without its ending: systems take 255 bytes.
const mostName = 100

// isDevice reports whether Windows keeps a name for a device, whatever its ending.
func isDevice(name string) bool {
	switch name = strings.ToUpper(name); name {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	port, numbered := strings.CutPrefix(name, "COM")
	if !numbered {
		port, numbered = strings.CutPrefix(name, "LPT")
	}
	return numbered && len(port) == 1 && '0' <= port[0] && port[0] <= '9'
}

// fileName makes the name of a file of an id, which is what a document says it is: whatever could lead elsewhere is a
// hyphen.
func fileName(id string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-':
			return r
		}
		return '-'
	}, id)
	name = strings.Trim(name[:min(len(name), mostName)], "-")
	if name == "" || isDevice(name) {
		return strings.TrimSuffix("cable-"+name, "-")
	}
	return name
}

// exportTo writes what was chosen into a file, beside the screen.
func (a *App) exportTo(name string) tea.Cmd {
	if name == "" {
		a.say("Nothing was written.")
		return nil
	}
	if home, err := os.UserHomeDir(); err == nil && strings.HasPrefix(name, "~/") {
		name = filepath.Join(home, name[2:])
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(a.options.Folder, name)
	}
	e, from, ctx := a.exporting, a.shelf, a.context
	a.say("Writing " + words.Count(len(e.numbers), "cable") + " …")
	ended := make(chan struct{})
	a.exporting.ended = ended
	return func() tea.Msg {
		defer close(ended)
		left, err := e.into(ctx, from, name)
		return exportedMsg{name, len(e.numbers), left, err}
	}
}

// into writes the cables into a new file; what could not be read is left out, and left says how many. A file that is there
// stays as it is, and no half of one is left.
func (e *exporting) into(ctx context.Context, from shelf.Shelf, name string) (left int, err error) {
	err = export.ToFile(name, func(out io.Writer) error {
		return cmp.Or(e.form.write(out, export.Selection{
			Title: e.title, Count: len(e.numbers), Contents: e.each(ctx, from, rowOf),
			Cables: e.each(ctx, from, func(ctx context.Context, from shelf.Shelf, n shelf.Number) *model.Cable {
				o, err := from.Open(ctx, n)
				if err != nil {
					left++
					return nil
				}
				return o.Known
			}),
		}), ctx.Err())
	})
	return left, err
}

func (e *exporting) each(ctx context.Context, from shelf.Shelf, get func(context.Context, shelf.Shelf, shelf.Number) *model.Cable) iter.Seq[*model.Cable] {
	return func(yield func(*model.Cable) bool) {
		for _, n := range e.numbers {
			if ctx.Err() != nil || !yield(get(ctx, from, n)) {
				return
			}
		}
	}
}

// rowOf is what a list shows of a cable.
func rowOf(ctx context.Context, from shelf.Shelf, n shelf.Number) *model.Cable {
	if _, ok := from.Row(n); !ok && from.Fetch(ctx, []shelf.Number{n}) != nil {
		return &model.Cable{}
	}
	if r, ok := from.Row(n); ok && r.Cable != nil {
		return r.Cable
	}
	return &model.Cable{}
}

// exported says what was written.
func (a *App) exported(msg exportedMsg) tea.Cmd {
	switch {
	case errors.Is(msg.err, fs.ErrExist):
		a.complain(filepath.Base(msg.name) + " is there already: choose another name.")
		a.ask(exportPrompt, filepath.Base(msg.name))
	case msg.err != nil:
		a.complain(fmt.Sprintf("Nothing was written: %v.", msg.err))
	case msg.left > 0:
		a.complain(fmt.Sprintf("Written: %s, but %s could not be read.", msg.name, words.Count(msg.left, "cable")))
	default:
		a.say(fmt.Sprintf("Written: %s, %s.", msg.name, words.Count(msg.cables, "cable")))
	}
	return nil
}
