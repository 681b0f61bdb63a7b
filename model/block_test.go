package model_test

import (
	"encoding/json"
	"testing"

	"reftel/model"
)

func TestFileSpan(t *testing.T) {
	// "The cat&amp;dog\nran" was read as "The cat&dog ran".
	b := model.Block{Text: "The cat&dog ran", Pieces: []model.Piece{
		{Text: model.Span{Start: 0, End: 7}, File: model.Span{Start: 100, End: 107}},
		{Text: model.Span{Start: 7, End: 8}, File: model.Span{Start: 107, End: 112}},
		{Text: model.Span{Start: 8, End: 11}, File: model.Span{Start: 112, End: 115}},
		{Text: model.Span{Start: 12, End: 15}, File: model.Span{Start: 116, End: 119}},
	}}
	tests := []struct {
		name string
		text model.Span
		want model.Span
		ok   bool
	}{
		{"a word", model.Span{Start: 4, End: 7}, model.Span{Start: 104, End: 107}, true},
		{"the entity", model.Span{Start: 7, End: 8}, model.Span{Start: 107, End: 112}, true},
		{"over the entity", model.Span{Start: 4, End: 11}, model.Span{Start: 104, End: 115}, true},
		{"over the line end", model.Span{Start: 8, End: 13}, model.Span{Start: 112, End: 117}, true},
		{"a place at the end", model.Span{Start: 15, End: 15}, model.Span{Start: 119, End: 119}, true},
		{"only the joining blank", model.Span{Start: 11, End: 12}, model.Span{}, false},
	}
	for _, tt := range tests {
		if got, ok := b.FileSpan(tt.text); got != tt.want || ok != tt.ok {
			t.Errorf("%s: %v, %v; want %v, %v", tt.name, got, ok, tt.want, tt.ok)
		}
	}
}

func TestSpan(t *testing.T) {
	s := model.Span{Start: 2, End: 5}
	if s.In("abcdefg") != "cde" || s.In("abc") != "" {
		t.Errorf("In: %q, %q", s.In("abcdefg"), s.In("abc"))
	}
	if !s.Overlaps(model.Span{Start: 4, End: 9}) || s.Overlaps(model.Span{Start: 5, End: 9}) {
		t.Error("spans that only touch do not overlap")
	}
	b, err := json.Marshal(s)
	if err != nil || string(b) != "[2,5]" {
		t.Fatalf("%s, %v", b, err)
	}
	var back model.Span
	if err := json.Unmarshal(b, &back); err != nil || back != s {
		t.Errorf("read back %v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`"2-5"`), &back); err == nil {
		t.Error("a string was read as a span")
	}
}

func TestTitleFallsBack(t *testing.T) {
	paragraph := model.Block{Kind: model.Paragraph, Text: "First words."}
	tests := []struct {
		cable    model.Cable
		want     string
		fallback bool
	}{
		{model.Cable{Subject: "S", Headline: "H", Blocks: []model.Block{paragraph}}, "S", false},
		{model.Cable{Headline: "H", Blocks: []model.Block{paragraph}}, "H", true},
		{model.Cable{Blocks: []model.Block{{Kind: model.Header, Text: "SECRET"}, paragraph}}, "First words.", true},
		{model.Cable{}, "", true},
	}
	for _, tt := range tests {
		if got, fallback := tt.cable.Title(); got != tt.want || fallback != tt.fallback {
			t.Errorf("got %q, %v; want %q, %v", got, fallback, tt.want, tt.fallback)
		}
	}
}
