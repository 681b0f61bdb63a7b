package cli

import (
	"cmp"
	"context"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/library"
)

// libraryVariable is the environment variable that names the library, several paths being parted
// as in PATH.
const libraryVariable = "REFTEL_LIBRARY"

// format returns what --format asks for, "" to sniff.
func (t *tool) format() (model.Format, error) {
	f := model.Format(t.flags.format)
	if f == "" || slices.Contains(model.Formats(), f) {
		return f, nil
	}
	return "", usage("there is no format %q; the formats are %s", t.flags.format, strings.Join(formatNames(), ", "))
}

// formatNames lists what --format accepts.
func formatNames() []string {
	var out []string
	for _, f := range model.Formats() {
		out = append(out, string(f))
	}
	return out
}

// libraryPaths returns the paths of the library: the given ones, else those of --library, else those
// of the environment. None means the built-in sample.
func (t *tool) libraryPaths(given []string) []string {
	if len(given) > 0 {
		return given
	}
	if len(t.flags.library) > 0 {
		return t.flags.library
	}
	return slices.DeleteFunc(filepath.SplitList(t.Getenv(libraryVariable)), func(p string) bool { return p == "" })
}

// inputs walks over paths; without any, over the sample.
func (t *tool) inputs(paths []string) iter.Seq2[library.Input, error] {
	if len(paths) == 0 {
		return library.InputsFS(t.Sample)
	}
	return library.Inputs(paths, t.In)
}

// collection is a library that was read to its end.
type collection struct {
	*library.Library
	paths []string       // none: the sample
	order map[string]int // of the files, as the walk met them
}

// read reads the whole library.
func (t *tool) read(ctx context.Context, paths []string) (collection, error) {
	format, err := t.format()
	if err != nil {
		return collection{}, err
	}
	c := collection{library.New(), paths, map[string]int{}}
	noted := make(chan map[string]int, 1)
	walk := func(yield func(library.Input, error) bool) {
		order := map[string]int{}
		defer func() { noted <- order }()
		for in, err := range t.inputs(paths) {
			order[in.Name] = len(order)
			if !yield(in, err) {
				return
			}
		}
	}
	library.Load(ctx, walk, library.LoadOptions{Format: format}, c.Add)
	if ctx.Err() == nil {
		c.order = <-noted
	}
	return c, ctx.Err()
}

// inFileOrder returns the cables as they stand in the files, one file after the other.
func (c collection) inFileOrder() []*model.Cable {
	return slices.SortedStableFunc(slices.Values(c.Cables()), func(a, b *model.Cable) int {
		return cmp.Or(c.order[a.Source.File]-c.order[b.Source.File], a.Source.Span.Start-b.Source.Span.Start)
	})
}

// name says in a message which library was searched.
func (c collection) name() string {
	if len(c.paths) == 0 {
		return "the built-in sample (--library PATH names yours)"
	}
	if len(c.paths) == 1 {
		return c.paths[0]
	}
	return c.paths[0] + " and the other paths"
}
