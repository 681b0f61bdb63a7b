package model_test

import (
	"strings"
	"testing"

	"reftel/model"
)

func TestRunsAreTheTextAndItsMarks(t *testing.T) {
	const text = "He saw XXXX at the door, and the"
	at := func(kind model.MarkKind, start, end int) model.Mark {
		return model.Mark{Kind: kind, Block: 1, Span: model.Span{Start: start, End: end}}
	}
	page, redaction, loss := at(model.PageBreak, 12, 12), at(model.Redaction, 7, 11), at(model.Loss, len(text), len(text))
	all := []model.MarkKind{model.Redaction, model.PageBreak, model.Loss}
	for _, tt := range []struct {
		what    string
		marks   []model.Mark
		endLost bool
		kinds   []model.MarkKind
		want    string // words, and kinds in brackets before theirs
	}{
		{"no marks", nil, false, all, text},
		{"in order, whatever theirs", []model.Mark{loss, page, redaction}, true, all, "He saw |[redaction]XXXX| |[page]|at the door, and the|[loss]"},
		{"a lost end without a mark", nil, true, all, text + "|[loss]"},
		{"kinds that were not asked for", []model.Mark{page, redaction, loss}, true, []model.MarkKind{model.Redaction}, "He saw |[redaction]XXXX| at the door, and the"},
		{"one inside another", []model.Mark{redaction, at(model.Redaction, 8, 10)}, false, all, "He saw |[redaction]XXXX| at the door, and the"},
		{"outside the text", []model.Mark{at(model.Redaction, 30, 40), at(model.Redaction, -2, 1), at(model.Redaction, 5, 3)}, false, all, text},
		{"of no block", []model.Mark{{Kind: model.Redaction, Block: 7}, {Kind: model.Redaction, Block: -1}}, false, all, text},
	} {
		c := &model.Cable{Blocks: []model.Block{{}, {Text: text, EndLost: tt.endLost}}, Marks: tt.marks}
		parted := c.Runs(tt.kinds...)
		var got []string
		for _, r := range parted[1] {
			words := r.Span.In(text)
			if r.Mark.Kind != "" {
				words = "[" + string(r.Mark.Kind) + "]" + words
			}
			got = append(got, words)
		}
		if strings.Join(got, "|") != tt.want || len(parted) != 2 || len(parted[0]) != 0 {
			t.Errorf("%s: %q, want %q", tt.what, strings.Join(got, "|"), tt.want)
		}
	}
}
