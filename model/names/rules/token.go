package rules

import (
	"errors"
	"strings"
)

// token is a word of a line, or what stands in quotation marks.
type token struct {
	text   string
	quoted bool
}

// is reports whether it is a word of the syntax.
func (t token) is(word string) bool { return !t.quoted && word != "" && t.text == word }

// bare returns the word, "" for what stands in quotation marks.
func (t token) bare() string {
	if t.quoted {
		return ""
	}
	return t.text
}

// shown is the token for a sentence.
func (t token) shown() string { return quoted(t.text) }

// tokensOf takes a line apart. A # that begins a word begins a comment.
func tokensOf(line string) (all []token, err error) {
	for {
		line = strings.TrimLeft(line, " \t\u00a0")
		switch {
		case line == "" || line[0] == '#':
			return all, nil
		case line[0] == '"':
			text, rest, ok := cutQuoted(line[1:])
			if !ok {
				return nil, errors.New(`a quotation mark is not closed: put " behind the name, and \" for one that is part of it`)
			}
			all, line = append(all, token{text, true}), rest
		default:
			end := strings.IndexAny(line, " \t\"")
			if at := strings.Index(line, "\u00a0"); at >= 0 && (end < 0 || at < end) {
				end = at
			}
			if end < 0 {
				end = len(line)
			}
			all, line = append(all, token{text: line[:end]}), line[end:]
		}
	}
}

// cutQuoted reads up to the closing quotation mark.
func cutQuoted(s string) (text, rest string, ok bool) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return b.String(), s[i+1:], true
		case s[i] == '\\' && i+1 < len(s) && (s[i+1] == '"' || s[i+1] == '\\'):
			i++
		}
		b.WriteByte(s[i])
	}
	return "", "", false
}
