package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/parser/facts"
)

// TitleCase writes a subject in title case, as citations and headlines want it: subject as telegrams
// have it, mostly all in capitals; out come words with a capital, acronyms in capitals (those of
// cablemap's list, Roman numerals), and small words (of, the, on) in small letters except at the start
// and behind a colon or dash. Blanks and marks stay as they are. In a subject that is not all in
// capitals, words keep the capitals they have.
func TitleCase(subject string) string {
	t := titleWriter{capitals: classifierCapitals(subject), first: true}
	t.b.Grow(len(subject))
	for at := 0; at < len(subject); {
		end := at
		for end < len(subject) && subject[end] != ' ' && subject[end] != '\n' && subject[end] != '\t' {
			end++
		}
		if end > at {
			t.word(subject[at:end])
		}
		if end < len(subject) {
			t.b.WriteByte(subject[end])
			end++
		}
		at = end
	}
	return t.b.String()
}

// titleSmall are the words that a title writes small.
var titleSmall = map[string]bool{"A": true, "AN": true, "AND": true, "AS": true, "AT": true, "BUT": true, "BY": true, "EN": true,
	"FOR": true, "IF": true, "IN": true, "OF": true, "ON": true, "OR": true, "THE": true, "TO": true, "V": true, "VIA": true, "VS": true}

// titleWriter writes one title.
type titleWriter struct {
	b        strings.Builder
	capitals bool // the subject tells nothing by its capitals
	first    bool // no small word here: the title, or a part of it, begins
}

// word writes what stands between two blanks.
func (t *titleWriter) word(s string) {
	start := strings.IndexFunc(s, titleLetter)
	if start < 0 {
		t.b.WriteString(s)
		t.first = t.first || strings.HasSuffix(s, "-") || strings.HasSuffix(s, ":")
		return
	}
	end := strings.LastIndexFunc(s, titleLetter)
	_, size := utf8.DecodeRuneInString(s[end:])
	end += size
	t.b.WriteString(s[:start])
	core, tail := s[start:end], s[end:]
	switch {
	case !t.first && titleSmall[strings.ToUpper(core)] && (t.capitals || core != strings.ToUpper(core) || len(core) == 1):
		t.b.WriteString(strings.ToLower(core))
	case facts.IsAcronym(strings.ToUpper(core + tail)): // "U.S."
		t.b.WriteString(strings.ToUpper(core))
	default:
		t.compound(core)
	}
	t.b.WriteString(tail)
	t.first = strings.HasSuffix(tail, ":") || strings.HasSuffix(tail, "-")
}

// compound writes a word that hyphens and slashes may part: each part is a word, unless the whole is an
// acronym (US-EU).
func (t *titleWriter) compound(s string) {
	if stem := titlePossessive(s); facts.IsAcronym(strings.ToUpper(stem)) {
		t.part(s)
		return
	}
	from := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '-' || s[i] == '/' {
			part := s[from:i]
			if from > 0 && s[from-1] == '-' && !strings.Contains(s, "--") && titleSmall[strings.ToUpper(part)] && i < len(s) {
				t.b.WriteString(strings.ToLower(part)) // face-to-face
			} else {
				t.part(part)
			}
			if i < len(s) {
				t.b.WriteByte(s[i])
			}
			from = i + 1
		}
	}
}

// part writes a word without hyphen or slash.
func (t *titleWriter) part(s string) {
	upper := strings.ToUpper(s)
	stem := titlePossessive(s)
	switch {
	case facts.IsAcronym(upper[:min(len(stem), len(upper))]) || titleNumeral(strings.ToUpper(stem)):
		t.b.WriteString(strings.ToUpper(stem) + strings.ToLower(s[len(stem):]))
	case titlePlural(upper):
		t.b.WriteString(upper[:len(upper)-1] + "s")
	case t.capitals && titleLetters(upper):
		t.b.WriteString(upper)
	case !t.capitals && strings.IndexFunc(s, unicode.IsUpper) >= 0:
		t.b.WriteString(s)
	default:
		t.plain(s)
	}
}

// plain writes the first letter of a word as a capital and the rest small. Behind a number all is small
// (63rd), behind a single letter and an apostrophe (D'Ivoire) and behind Mc stands another capital.
func (t *titleWriter) plain(s string) {
	runes := []rune(strings.ToLower(s))
	upper := 0
	if len(runes) > 3 && (titleApostrophe(runes[1])) {
		upper = 2
	} else if len(runes) > 4 && runes[0] == 'm' && runes[1] == 'c' {
		upper = 2
	}
	if len(runes) > 0 {
		runes[0] = unicode.ToUpper(runes[0])
	}
	if upper > 0 {
		runes[upper] = unicode.ToUpper(runes[upper])
	}
	t.b.WriteString(string(runes))
}

// titlePossessive returns what stands before an apostrophe, if that is two letters or more: the name in
// "GOL'S", "PNG'ING".
func titlePossessive(s string) string {
	if i := strings.IndexFunc(s, titleApostrophe); i > 1 {
		return s[:i]
	}
	return s
}

// titleLetters reports whether a word in capitals can only be an acronym, since it has no vowel; titles of
// persons are none.
func titleLetters(upper string) bool {
	switch upper {
	case "MR", "MRS", "MS", "DR", "ST", "MT", "FT", "JR", "SR", "LT", "SGT", "VS", "NTH", "PHD":
		return false
	}
	for i := range len(upper) {
		if upper[i] < 'A' || upper[i] > 'Z' || strings.IndexByte("AEIOUY", upper[i]) >= 0 {
			return false
		}
	}
	return len(upper) > 1
}

// titlePlural reports whether a word is an acronym with the s of the plural: NGOS, PRTS. It must have
// no vowel but in front or at the end, for then it could be a word of its own (BANS).
func titlePlural(upper string) bool {
	if len(upper) < 4 || upper[len(upper)-1] != 'S' {
		return false
	}
	stem := upper[:len(upper)-1]
	return facts.IsAcronym(stem) && !strings.ContainsAny(stem[:len(stem)-1], "AEIOUY")
}

// titleNumeral reports whether a word is a Roman numeral of two letters or more that is no word.
func titleNumeral(upper string) bool {
	switch upper {
	case "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI":
		return true
	}
	return false
}

func titleApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '`' }

func titleLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
