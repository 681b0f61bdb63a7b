package cli

import (
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

// formatLines lists them on lines that fit beside the flags in a help of 80 columns.
func formatLines() string {
	const perLine = 3
	var lines []string
	for some := range slices.Chunk(formatNames(), perLine) {
		lines = append(lines, strings.Join(some, ", "))
	}
	return strings.Join(lines, ",\n")
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
	paths []string // none: the sample
}

// read reads the whole library.
func (t *tool) read(ctx context.Context, paths []string) (collection, error) {
	format, err := t.format()
	if err != nil {
		return collection{}, err
	}
	c := collection{library.New(), paths}
	library.Load(ctx, t.inputs(paths), library.LoadOptions{Format: format}, c.Add)
	return c, ctx.Err()
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
