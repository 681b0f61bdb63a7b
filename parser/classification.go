package parser

import (
	"strings"

	"reftel/model"
)

// classificationLine is what the line says that heads each section of a cable:
// "S E C R E T SECTION 01 OF 05 MEXICO 000083".
type classificationLine struct {
	Level    model.Level
	Caveats  []string // NOFORN: who may read it
	Captions []string // SIPDIS: how it is distributed
	Section  int      // 1 of 5; 0 where the line counts none
	Sections int
	Station  string // canonical; "" where the line names none
	Serial   int
}

// classificationLevels are the levels as spelt with all blanks and slashes taken out, longest first
// where one begins with another.
var classificationLevels = [...]struct {
	word  string
	level model.Level
}{
	{"TOPSECRET", model.TopSecret},
	{"SECRET", model.Secret},
	{"CONFIDENTIAL", model.Confidential},
	{"LIMITEDOFFICIALUSE", model.LimitedOfficialUse},
	{"UNCLASSIFIED", model.Unclassified},
	{"UNCLAS", model.Unclassified},
	{"SENSITIVEBUTUNCLASSIFIED", model.Sensitive},
}

// parseClassificationLine reads a classification line, letter-spaced or not, in capitals or not
// (HANDBOOK section 1, line 9). ok is false for lines that say anything more than level, captions,
// section, station and serial, so that running text ("Secret talks began ...") is none; behind a
// serial anything may follow, for in flattened copies the next line does.
func parseClassificationLine(line string) (c classificationLine, ok bool) {
	if len(line) > 400 {
		line = line[:400]
	}
	rest, level, ok := classificationLevel(strings.TrimSpace(line))
	if !ok {
		return c, false
	}
	c.Level = level
	var room [16]refToken
	rest = strings.ToUpper(rest)
	toks := classificationJoin(appendRefTokens(room[:0], rest, len(rest)))
	r := refReader{toks: toks}
	for i := 0; i < len(toks); {
		t := toks[i]
		if n := c.section(&r, i); n > i {
			i = n
			continue
		}
		if n := c.caption(&r, i); n > i {
			i = n
			continue
		}
		if t.kind == refMark {
			if !strings.Contains("/-.,:;*", t.text) {
				return c, c.Serial > 0
			}
			i++
			continue
		}
		n := c.origin(&r, i)
		if n == i || c.Serial > 0 && c.Station == "" {
			return c, c.Serial > 0
		}
		i = n
	}
	return c, true
}

// classificationLevel takes the level off the start of a line; letters may be spaced. The first one
// of spaced letters is easily lost or doubled: "E C R E T", "CC O N F I D E N T I A L".
func classificationLevel(line string) (rest string, level model.Level, ok bool) {
	spaced := len(line) > 4 && line[1] == ' ' && line[3] == ' '
	doubled := len(line) > 4 && line[0] == line[1] && line[2] == ' ' && line[4] == ' '
	for _, w := range classificationLevels {
		n := levelEnd(line, w.word)
		if n == 0 && spaced {
			n = levelEnd(line, w.word[1:])
		}
		if n == 0 && doubled {
			if n = levelEnd(line[1:], w.word); n > 0 {
				n++
			}
		}
		if n > 0 {
			return line[n:], w.level, true
		}
	}
	return "", 0, false
}

// levelEnd returns where the word of a level ends that line begins with, its letters spaced or not; 0
// when line begins otherwise.
func levelEnd(line, word string) int {
	n, i := 0, 0
	for ; i < len(line) && n < len(word); i++ {
		switch {
		case line[i] == ' ' || line[i] == '\t':
		case line[i]&^0x20 == word[n]:
			n++
		default:
			return 0
		}
	}
	if n < len(word) || i < len(line) && isLetter(line[i]) {
		return 0
	}
	return i
}

// classificationJoin joins letters that stand alone ("E F T O") to words.
func classificationJoin(toks []refToken) []refToken {
	out := toks[:0]
	single := false
	for _, t := range toks {
		one := t.kind == refWord && len(t.text) == 1
		if one && single && len(out) > 0 {
			out[len(out)-1].text += t.text
			out[len(out)-1].end = t.end
			continue
		}
		single = one
		out = append(out, t)
	}
	return out
}

// section reads "SECTION 01 OF 05" or "FINAL SECTION OF 5" at token i, its first word also damaged ("SCTION"), and
// returns the token behind it, i when it is not there.
func (c *classificationLine) section(r *refReader, i int) int {
	if r.is(i, "FINAL") && r.is(i+1, "SECTION") && r.is(i+2, "OF") {
		if last, ok := r.tok(i + 3); ok && last.kind == refNumber {
			c.Section, c.Sections = last.value, last.value
			return i + 4
		}
		return i
	}
	t := r.toks[i]
	if t.kind != refWord || len(t.text) < 5 || t.text[0] != 'S' && t.text[0] != 'E' || !strings.HasSuffix(t.text, "N") || !r.is(i+2, "OF") {
		return i
	}
	first, _ := r.tok(i + 1)
	last, ok := r.tok(i + 3)
	if !ok || first.kind != refNumber || last.kind != refNumber {
		return i
	}
	c.Section, c.Sections = first.value, last.value
	return i + 4
}

// caption reads one caption or caveat at token i.
func (c *classificationLine) caption(r *refReader, i int) int {
	t := r.toks[i]
	if t.kind != refWord {
		return i
	}
	switch t.text {
	case "NOFORN", "NF", "ORCON", "NOCONTRACT", "FGI":
		if t.text == "NF" {
			t.text = "NOFORN"
		}
		addNew(&c.Caveats, t.text)
	case "REL":
		end := i + 1
		for end < len(r.toks) && (r.toks[end].kind == refWord || r.is(end, ",")) && c.origin(r, end) == end {
			end++
		}
		addNew(&c.Caveats, classificationText(r.toks[i:end]))
		return end
	case "SIPDIS", "EXDIS", "NODIS", "LIMDIS", "STADIS", "EFTO", "FOUO", "ROGER", "CHANNEL", "DS":
		addNew(&c.Captions, t.text)
		if t.text == "FOUO" && c.Level == model.Unclassified {
			c.Level = model.Sensitive
		}
	case "SENSITIVE", "SBU":
		addNew(&c.Captions, "SENSITIVE")
		if c.Level == model.Unclassified {
			c.Level = model.Sensitive
		}
	case "FOR":
		if !r.is(i+1, "OFFICIAL") || !r.is(i+2, "USE") || !r.is(i+3, "ONLY") {
			return i
		}
		c.Level = max(c.Level, model.Sensitive)
		return i + 4
	default:
		return i
	}
	return i + 1
}

func classificationText(toks []refToken) string {
	words := make([]string, 0, len(toks))
	for _, t := range toks {
		if t.kind == refWord {
			words = append(words, t.text)
		}
	}
	return strings.Join(words, " ")
}

// origin reads station and serial at token i: "MEXICO 000083", "75 LIBREVILLE 1895"; a station that
// is misspelt or unknown counts when the serial is padded to six digits. A second pair ("TOSEC
// 140323") is passed over.
func (c *classificationLine) origin(r *refReader, i int) int {
	_, at := r.yearBefore(i)
	station, next, known := r.station(at)
	if !known {
		next = at
		for next < len(r.toks) && next < at+maxStationWords && r.wordAt(next) {
			next++
		}
		if next == at {
			return i
		}
	}
	t, ok := r.tok(next)
	if !ok || t.kind != refNumber || t.value <= 0 || len(t.text) > 8 {
		return i
	}
	if !known {
		if len(t.text) < 6 {
			return i
		}
		words := strings.ReplaceAll(classificationText(r.toks[at:next]), " ", "")
		if station, known = repairStation(words); !known {
			station = words
		}
	}
	if c.Serial == 0 {
		c.Station, c.Serial = station, t.value
	}
	return next + 1
}
