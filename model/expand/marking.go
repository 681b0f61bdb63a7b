package expand

import (
	"strings"

	"reftel/model"
)

// levels are the words for the levels that markings begin with.
var levels = map[model.Level]string{
	model.Unclassified: "unclassified", model.Sensitive: "sensitive but unclassified", model.LimitedOfficialUse: "limited official use",
	model.Restricted: "restricted", model.Confidential: "confidential", model.Secret: "secret", model.TopSecret: "top secret",
}

// precedences are what the letters in front of a date-time group stand for (HANDBOOK section 1, line 5).
var precedences = map[string]string{
	"Z": "FLASH, the most urgent precedence", "O": "IMMEDIATE, the precedence after FLASH", "P": "PRIORITY, the precedence before ROUTINE",
	"R": "ROUTINE, the least urgent precedence",
}

// isMarking reports whether letters are a portion marking.
func isMarking(word string) bool {
	level, _, _ := strings.Cut(word, "/")
	return len(word) <= 3 && model.Marking(word).Level() != model.LevelUnknown || level != word && len(level) <= 3 && model.Marking(level).Level() != model.LevelUnknown
}

// marking says what a portion marking means, "" where it isn't known: S//NF is secret, not releasable to foreign nationals.
func marking(m model.Marking) string {
	said := levels[m.Level()]
	if said == "" {
		return ""
	}
	_, caveats, _ := strings.Cut(strings.ToUpper(string(m)), "/")
	for caveat := range strings.SplitSeq(strings.Trim(caveats, "/"), "/") {
		caveat = strings.TrimSpace(caveat)
		to, isRel := strings.CutPrefix(caveat, "REL")
		switch {
		case caveat == "NF" || caveat == "NOFORN" || caveat == "N":
			said += "; not releasable to foreign nationals"
		case isRel && strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(to), "TO")) != "":
			said += "; releasable to " + strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(to), "TO"))
		case caveat == "OC" || caveat == "ORCON":
			said += "; originator controls who reads it"
		case caveat == "FOUO":
			said += "; for official use only"
		}
	}
	return said
}
