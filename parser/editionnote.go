package parser

import (
	"strings"

	"reftel/model"
)

// sourceNote is what an edition's note on the source says about the paper.
type sourceNote struct {
	Level      model.Level
	Precedence []model.Precedence
	Captions   []string // EXDIS, EYES ONLY: how it was distributed
	Caveats    []string // NOFORN: who may read it
}

// noteLevels are the levels as the notes write them, longest first where one begins with another.
var noteLevels = [...]struct {
	words string
	level model.Level
}{
	{"top secret", model.TopSecret},
	{"secret", model.Secret},
	{"confidential", model.Confidential},
	{"limited official use", model.LimitedOfficialUse},
	{"official use only", model.LimitedOfficialUse}, // what the Department called it until 1962
	{"for official use only", model.Sensitive},
	{"restricted", model.Restricted},
	{"unclassified", model.Unclassified},
}

// notePrecedences are the precedences as the notes write them.
var notePrecedences = map[string]model.Precedence{"flash": model.Flash, "niact": model.NiactImmediate, "niact immediate": model.NiactImmediate,
	"immediate": model.Immediate, "operational immediate": model.Immediate, "priority": model.Priority, "routine": model.Routine, "most immediate": mostImmediate, "emergency": "EMERGENCY", "important": "IMPORTANT"}

// mostImmediate was the most urgent of the British and Australian precedences.
const mostImmediate model.Precedence = "MOST IMMEDIATE"

// noteCaveats say who may read a paper; the other words behind a level say how it is handled.
var noteCaveats = map[string]string{"noforn": "NOFORN", "no foreign dissem": "NOFORN", "no foreign dissemination": "NOFORN", "orcon": "ORCON",
	"no dissem abroad": "NO DISSEM ABROAD", "no foreign dissem/background use only": "NOFORN", "nocontract": "NOCONTRACT"}

// parseSourceNote reads the sentence of a note on the source that names level, precedence and handling:
// "Source: ... Files, 123.45/6-789. Secret; Flash; Exdis. Drafted by ...". It begins with the level; a
// part in brackets is a redaction.
func parseSourceNote(note string) sourceNote {
	var out sourceNote
	for at := 0; at < len(note); {
		if i := sentenceStart(note, at); i < 0 {
			break
		} else if n := out.level(note[i:]); n > 0 {
			out.handling(note[i+n:])
			return out
		} else {
			at = i + 1
		}
	}
	return out
}

// sentenceStart returns where the next sentence begins at or after i: the start of the note, or behind a full
// stop, colon or closing bracket; -1 at the end.
func sentenceStart(s string, i int) int {
	for ; i < len(s); i++ {
		if scanIsBlank(s[i]) {
			continue
		}
		before := scanBlanksBack(s, i)
		if before == 0 || before < i && strings.IndexByte(".:)]", s[before-1]) >= 0 {
			return i
		}
		for i+1 < len(s) && !scanIsBlank(s[i+1]) {
			i++
		}
	}
	return -1
}

// level reads the level at the start of a sentence and returns its length; 0 if none stands there.
func (o *sourceNote) level(s string) int {
	for _, l := range noteLevels {
		if !hasFoldPrefix(s, l.words) || !isUpper(s[0]) {
			continue
		}
		if rest := s[len(l.words):]; rest == "" || strings.IndexByte(".;,/", rest[0]) >= 0 {
			o.Level = l.level
			return len(l.words)
		}
	}
	return 0
}

// handling reads what stands between the level and the end of its sentence.
func (o *sourceNote) handling(s string) {
	const longest = 300
	s = s[:min(len(s), longest)]
	if i := strings.IndexByte(s, '.'); i >= 0 {
		s = s[:i]
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ';' || r == ',' }) {
		part = oneLine(part)
		word := strings.ToLower(part)
		switch {
		case part == "" || !isUpper(part[0]) || strings.Count(part, " ") > 4:
		case notePrecedences[word] != "":
			addNew(&o.Precedence, notePrecedences[word])
		case noteCaveats[word] != "":
			addNew(&o.Caveats, noteCaveats[word])
		case !strings.HasPrefix(word, "sent ") && !strings.HasPrefix(word, "drafted "):
			addNew(&o.Captions, strings.ToUpper(part))
		}
	}
}
