package library

import (
	"context"

	"reftel/model"
	"reftel/model/names"
	"reftel/parser"
)

// outcome is what came of one file, or of a path that led to none.
type outcome struct {
	cables   []*model.Cable
	problems []Problem

	isFile bool // input and bytes are set
	input  Input
	bytes  int64 // done with: read, or refused unread
}

// fileReader turns files into cables. Workers share one.
type fileReader struct {
	format model.Format
	parse  func(file string, data []byte, o parser.Options) parser.Result
	name   func(c *model.Cable) []model.Name
}

func newFileReader(o LoadOptions) *fileReader {
	r := &fileReader{format: o.Format, parse: o.parse, name: o.name}
	if r.parse == nil {
		r.parse = parser.Parse
	}
	if r.name == nil {
		r.name = names.Find
	}
	return r
}

// read reads one file. It never fails: the outcome has the reason.
func (r *fileReader) read(ctx context.Context, in Input) outcome {
	out := outcome{isFile: true, input: in, bytes: max(in.Size, 0)}
	if in.Size > MaxFile {
		out.problems = append(out.problems, problemTooLarge(in.Name))
		return out
	}
	data, err := readInput(in)
	if err != nil {
		out.problems = append(out.problems, newProblem(in.Name, err))
		return out
	}
	out.bytes = int64(len(data))
	if out.bytes > MaxFile {
		out.problems = append(out.problems, problemTooLarge(in.Name))
		return out
	}
	var result parser.Result
	if len(data) > 0 {
		if bug := guard(in.Name, "reading the file", func() {
			result = r.parse(in.Name, data, parser.Options{Format: r.format})
		}); bug != nil {
			out.problems = append(out.problems, *bug)
			return out
		}
	}
	if len(result.Cables) == 0 {
		out.problems = append(out.problems, problemNoCable(in.Name, data, result))
		return out
	}
	for _, c := range result.Cables {
		if ctx.Err() != nil {
			break
		}
		if bug := guard(in.Name, "finding the names in it", func() { c.Names = r.name(c) }); bug != nil {
			out.problems = append(out.problems, *bug) // the cable can be read without them
		}
	}
	out.cables = result.Cables
	return out
}

func readInput(in Input) ([]byte, error) {
	f, err := in.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f, in.Size, MaxFile)
}

// guard runs do and turns a panic into a Problem: one odd file must not end the program, least of
// all the terminal's state.
func guard(file, doing string, do func()) (bug *Problem) {
	defer func() {
		if recover() != nil {
			p := problemBug(file, doing)
			bug = &p
		}
	}()
	do()
	return nil
}
