package query

import (
	"strings"
	"unicode"
)

// Completion is how a query that is being typed may go on.
type Completion struct {
	Word  string // what stands in the place of the last word: tag:PREL, date:
	Query string // the whole query with it
}

// Complete returns how the last word of a query may go on: with the names of fields, or with values of a field.
// values gives those of the fields that have no closed set, the most frequent first; they are known by whoever holds
// the cables.
func Complete(typed string, values func(Field) []string) []Completion {
	start := lastWord(typed)
	before, word := typed[:start], typed[start:]
	if sign := strings.TrimLeft(word, "-("); len(sign) < len(word) {
		before, word = typed[:len(typed)-len(sign)], sign
	}
	var out []Completion
	offer := func(completed string) {
		if completed != word {
			out = append(out, Completion{completed, before + completed})
		}
	}
	name, begun, isField := strings.Cut(word, ":")
	if !isField {
		for _, f := range Fields() {
			if word != "" && strings.HasPrefix(string(f), strings.ToLower(word)) {
				offer(string(f) + ":")
			}
		}
		return out
	}
	field, known, _ := fieldOf(name)
	if !known {
		return nil
	}
	sign, plain := "", strings.TrimPrefix(begun, `"`)
	if field == ClassOf {
		if s, rest := comparison(begun); strings.HasPrefix(begun, s) {
			sign, plain = s, rest
		}
	}
	for _, v := range valuesOf(field, values) {
		if len(plain) <= len(v) && strings.EqualFold(v[:len(plain)], plain) {
			offer(string(field) + ":" + sign + Quoted(v))
		}
	}
	return out
}

// valuesOf returns what may stand behind a field's colon.
func valuesOf(f Field, values func(Field) []string) []string {
	switch f {
	case ClassOf:
		return []string{"unclassified", "sbu", "lou", "restricted", "confidential", "secret", "topsecret"}
	case Has:
		var out []string
		for _, t := range asksHas() {
			out = append(out, string(t))
		}
		return out
	case Is:
		return asksIs()
	}
	return values(f)
}

// Quoted returns a value as it stands behind the colon of a field: of several words, or with signs that part a query, in
// quotation marks. Such marks of its own, which no field asks for, become blanks.
func Quoted(v string) string {
	if strings.ContainsFunc(v, func(r rune) bool { return endsTerm(r) || r == '(' || r == ')' }) {
		return `"` + strings.Join(strings.FieldsFunc(v, endsTerm), " ") + `"`
	}
	return v
}

// lastWord returns where the last word of a query begins; one in an open quotation mark goes back to its field.
func lastWord(typed string) int {
	start, quoted := 0, false
	for i, r := range typed {
		switch {
		case isQuoteRune(r):
			quoted = !quoted
		case unicode.IsSpace(r) && !quoted:
			start = i + len(string(r))
		}
	}
	return start
}
