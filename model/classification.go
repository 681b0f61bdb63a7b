package model

import (
	"fmt"
	"strings"
)

// Level is a degree of classification. Levels are ordered: Unclassified < ... < TopSecret.
type Level uint8

// The levels, lowest first (HANDBOOK section 1: U < SBU < C < S < TS; limited official use is the
// older name for what stands between unclassified and confidential, RESTRICTED that of other governments).
const (
	LevelUnknown Level = iota
	Unclassified
	Sensitive // sensitive but unclassified, for official use only
	LimitedOfficialUse
	Restricted // British and Australian; American until 1953
	Confidential
	Secret
	TopSecret
)

var levelNames = [...]string{"", "UNCLASSIFIED", "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
	"LIMITED OFFICIAL USE", "RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET"}

var levelLetters = [...]string{"", "U", "SBU", "LOU", "R", "C", "S", "TS"}

// String returns the level in words as the cables spell it, "" when unknown.
func (l Level) String() string {
	if int(l) < len(levelNames) {
		return levelNames[l]
	}
	return ""
}

// Letter returns the portion-marking letters of the level: U, SBU, LOU, C, S, TS; "" when unknown.
func (l Level) Letter() string {
	if int(l) < len(levelLetters) {
		return levelLetters[l]
	}
	return ""
}

// IsZero reports whether the level is unknown.
func (l Level) IsZero() bool { return l == LevelUnknown }

// MarshalText writes the level in words.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads the words or the letters of a level.
func (l *Level) UnmarshalText(b []byte) error {
	for i, name := range levelNames {
		if strings.EqualFold(string(b), name) || strings.EqualFold(string(b), levelLetters[i]) {
			*l = Level(i)
			return nil
		}
	}
	return fmt.Errorf("%q is no classification", b)
}

// Marking is a portion marking as written, without its brackets: "SBU", "S/NF", "C//REL NATO".
type Marking string

// Level returns the level that the marking begins with, LevelUnknown if it names none.
func (m Marking) Level() Level {
	word := strings.ToUpper(strings.TrimSpace(string(m)))
	if i := strings.IndexAny(word, "/ -,"); i >= 0 {
		word = word[:i]
	}
	switch word {
	case "U", "UNCLASSIFIED", "UNCLAS":
		if strings.Contains(strings.ToUpper(string(m)), "FOUO") {
			return Sensitive
		}
		return Unclassified
	case "SBU", "FOUO":
		return Sensitive
	case "LOU", "L":
		return LimitedOfficialUse
	case "R", "RESTRICTED":
		return Restricted
	case "C", "CONFIDENTIAL":
		return Confidential
	case "S", "SECRET":
		return Secret
	case "TS", "TOP":
		return TopSecret
	}
	return LevelUnknown
}
