package model_test

import (
	"slices"
	"testing"

	"reftel/model"
)

func TestMarking(t *testing.T) {
	tests := []struct {
		marking model.Marking
		level   model.Level
		caveats []string
	}{
		{"U", model.Unclassified, nil},
		{"u", model.Unclassified, nil},
		{"U//FOUO", model.Sensitive, []string{"FOUO"}},
		{"SBU", model.Sensitive, nil},
		{"SBU/NF", model.Sensitive, []string{"NF"}},
		{"LOU", model.LimitedOfficialUse, nil},
		{"C", model.Confidential, nil},
		{"C - ENTIRE TEXT", model.Confidential, nil},
		{"C NF", model.Confidential, nil},
		{"C/REL NATO", model.Confidential, []string{"REL NATO"}},
		{"S/NF", model.Secret, []string{"NF"}},
		{"S//FGI//NF", model.Secret, []string{"FGI", "NF"}},
		{"S-NF", model.Secret, nil},
		{"TS", model.TopSecret, nil},
		{"/Rel UK", model.LevelUnknown, []string{"Rel UK"}},
		{"N/SF", model.LevelUnknown, []string{"SF"}},
		{"", model.LevelUnknown, nil},
	}
	for _, tt := range tests {
		if got := tt.marking.Level(); got != tt.level {
			t.Errorf("%q: level %v, want %v", tt.marking, got, tt.level)
		}
		if got := tt.marking.Caveats(); !slices.Equal(got, tt.caveats) {
			t.Errorf("%q: caveats %q, want %q", tt.marking, got, tt.caveats)
		}
	}
}

func TestLevelsAreOrderedAndReadBack(t *testing.T) {
	for l := model.LevelUnknown; l <= model.TopSecret; l++ {
		var back model.Level
		text, _ := l.MarshalText()
		if err := back.UnmarshalText(text); err != nil || back != l {
			t.Errorf("level %d, written %q, reads back as %d, %v", l, text, back, err)
		}
	}
	if !(model.Unclassified < model.Sensitive && model.Sensitive < model.Confidential &&
		model.Confidential < model.Secret && model.Secret < model.TopSecret) {
		t.Error("levels are not ordered U < SBU < C < S < TS")
	}
}
