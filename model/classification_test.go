package model_test

import (
	"testing"

	"reftel/model"
)

func TestMarking(t *testing.T) {
	tests := []struct {
		marking model.Marking
		level   model.Level
	}{
		{"U", model.Unclassified},
		{"u", model.Unclassified},
		{"U//FOUO", model.Sensitive},
		{"SBU", model.Sensitive},
		{"SBU/NF", model.Sensitive},
		{"LOU", model.LimitedOfficialUse},
		{"C", model.Confidential},
		{"C - ENTIRE TEXT", model.Confidential},
		{"C NF", model.Confidential},
		{"C/REL NATO", model.Confidential},
		{"S/NF", model.Secret},
		{"S//FGI//NF", model.Secret},
		{"S-NF", model.Secret},
		{"TS", model.TopSecret},
		{"/Rel UK", model.LevelUnknown},
		{"N/SF", model.LevelUnknown},
		{"", model.LevelUnknown},
	}
	for _, tt := range tests {
		if got := tt.marking.Level(); got != tt.level {
			t.Errorf("%q: level %v, want %v", tt.marking, got, tt.level)
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
