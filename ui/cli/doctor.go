package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"reftel/model/library"
	"reftel/model/library/index"
	"reftel/ui/words"
)

func (t *tool) doctor() *cobra.Command {
	c := &cobra.Command{
		Use:     "doctor",
		Short:   "What is indexed, and if it is sound",
		GroupID: groupLearn,
		Long: `Say what the index of a library holds, how large it is, what could not be
read when it was made, which files are gone since, and, after reading it
whole, whether it is sound. A damaged index is not read from then on: the
commands read the files, until reftel index builds it anew.

Exit status: 0 sound, 1 there is no index, 2 it is damaged, 3 some of the
library could not be read.`,
		Example: `# after building it
reftel doctor --library cables.csv`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return t.runDoctor(c.Context()) },
	}
	t.libraryFlag(c)
	t.formatFlag(c)
	t.jsonFlag(c)
	return c
}

// report is what doctor has to say; --json prints it as it is.
type report struct {
	Folder     string   `json:"folder"`
	Cables     int      `json:"cables"`
	Files      int      `json:"files"`
	Missing    int      `json:"files_missing"`
	Unfinished int      `json:"files_unfinished"`
	Bytes      int64    `json:"bytes"` // of the files
	Words      int64    `json:"words_bytes"`
	Database   int64    `json:"database_bytes"`
	Names      int64    `json:"names_bytes"`
	Segments   int      `json:"segments"`
	Citations  int      `json:"citations"`
	Wrong      []string `json:"wrong"`
	Problems   []string `json:"problems"`
}

// runDoctor examines the index of the library.
func (t *tool) runDoctor(ctx context.Context) error {
	paths := t.libraryPaths(nil)
	format, err := t.format()
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return usage("reftel doctor needs a library: name it with --library or %s; the built-in sample has no index", libraryVariable)
	}
	dir := t.indexFolder(paths, format)
	x, err := index.Open(dir)
	switch {
	case dir == "" || errors.Is(err, index.ErrNone):
		return notFound("%s has no index: reftel index builds one", collection{paths: paths}.name())
	case err != nil:
		return ending{Usage, err.Error()}
	}
	defer x.Close()
	r, problems, err := examine(x, dir)
	if err != nil {
		return ending{Usage, err.Error()}
	}
	p := t.printer()
	if t.flags.json {
		p.json(r)
	} else {
		for _, line := range r.lines() {
			p.line(line)
		}
	}
	if err = p.close(); err == nil && len(r.Wrong) > 0 {
		return ending{Usage, "the index is damaged: reftel index builds it anew"}
	}
	return t.settle(problems, errors.Join(err, ctx.Err()))
}

// examine looks at all of an index.
func examine(x *index.Index, dir string) (r report, problems []library.Problem, err error) {
	c, err := x.Contents()
	if err != nil {
		return r, nil, err
	}
	r = report{Folder: dir, Cables: c.Cables, Files: c.Files, Missing: c.FilesMissing, Unfinished: c.FilesUnfinished, Bytes: c.Bytes,
		Words: c.WordsBytes, Database: c.DatabaseBytes, Names: c.NamesBytes, Segments: c.Segments, Citations: c.Citations, Wrong: []string{}, Problems: []string{}}
	wrong, err := x.Check()
	if err != nil {
		return r, nil, err
	}
	r.Wrong = append(r.Wrong, wrong...)
	if problems, err = x.Problems(); err != nil {
		return r, nil, err
	}
	for _, p := range problems {
		r.Problems = append(r.Problems, p.Error())
	}
	return r, problems, nil
}

// lines says it in words.
func (r report) lines() []string {
	names := ""
	if r.Names > 0 {
		names = ", names " + words.Bytes(r.Names)
	}
	out := []string{
		"index      " + r.Folder,
		"cables     " + words.Count(r.Cables, "cable") + ", " + words.Count(r.Citations, "citation"),
		"files      " + words.Join(", ", words.Count(r.Files, "file"), words.Bytes(r.Bytes), ifAny(r.Missing, "missing"), ifAny(r.Unfinished, "not read to the end")),
		"size       " + words.Bytes(r.Words+r.Database+r.Names) + ": words " + words.Bytes(r.Words) + " in " + words.Count(r.Segments, "segment") +
			", rows " + words.Bytes(r.Database) + names,
	}
	if len(r.Wrong) == 0 {
		return append(out, "condition  sound")
	}
	for i, what := range r.Wrong {
		label := "condition  "
		if i > 0 {
			label = strings.Repeat(" ", len(label))
		}
		out = append(out, label+what)
	}
	return out
}

func ifAny(n int, what string) string {
	if n == 0 {
		return ""
	}
	return words.Count(n, "file") + " " + what
}
