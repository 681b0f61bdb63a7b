package render

import (
	"slices"

	"reftel/model"
)

// Splice returns the line with text drawn in place of the bytes of the text in at, or put in between
// where at is empty: the sign of a footnote. The line itself, which others share, stays as it is. Bytes
// that the line does not show are left alone; a run that is a picture is not cut.
//
// A [Decoration] with an empty span lights what was put in at that place.
func (l Line) Splice(at model.Span, text string) Line {
	out := make([]Run, 0, len(l.Runs)+2)
	sign, done := Run{Text: text, At: at, picture: true}, false
	put := func() {
		if !done {
			out, done = append(out, sign), true
		}
	}
	for _, r := range l.Runs {
		switch {
		case r.At.Empty() && !at.Empty(), r.At.End < at.Start || r.At.End == at.Start && !at.Empty():
			out = append(out, r)
			continue
		case r.At.Start >= at.End && !r.At.Empty(), r.At.Empty() && r.At.Start > at.Start:
			put()
			out = append(out, r)
			continue
		case !r.verbatim():
			out = append(out, r)
			if at.Empty() && r.At.End >= at.End {
				put()
			}
			continue
		}
		cut := model.Span{Start: max(at.Start, r.At.Start), End: min(at.End, r.At.End)}
		if cut.Start > r.At.Start {
			out = append(out, Run{Text: r.Text[:cut.Start-r.At.Start], At: model.Span{Start: r.At.Start, End: cut.Start}})
		}
		put()
		if cut.End < r.At.End {
			out = append(out, Run{Text: r.Text[cut.End-r.At.Start:], At: model.Span{Start: cut.End, End: r.At.End}})
		}
	}
	if at.Empty() {
		put()
	}
	return Line{Runs: slices.Clip(out)}
}
