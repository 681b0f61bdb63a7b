package rules

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"reftel/model"
)

// undo stands in front of a rule that is taken back.
const undo = "undo"

// The largest file of rules that is read.
const (
	mostBytes = 64 << 20
	mostLines = 1_000_000
)

// mostErrors is how many lines are said to be wrong at once.
const mostErrors = 10

// Parse reads a text of rules. Each rule that is taken back further down is left out. The error names what is wrong, line
// by line; then there are no rules. That rules contradict each other is not seen here but by [New].
func Parse(data []byte) ([]Rule, error) {
	all, wrong, err := parse(data)
	if err != nil {
		return nil, err
	}
	if len(wrong) > mostErrors {
		wrong = append(wrong[:mostErrors], fmt.Errorf("and %d more lines can't be read", len(wrong)-mostErrors))
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return all, nil
}

// Read is [Parse] for a text to which several programs have added lines, and that a crash may have cut: it passes over
// lines that can't be read, and returns what is wrong with them.
func Read(data []byte) (all []Rule, wrong []error) {
	all, wrong, err := parse(data)
	if err != nil {
		wrong = append(wrong, err)
	}
	return all, wrong
}

func parse(data []byte) (all []Rule, wrong []error, err error) {
	if len(data) > mostBytes {
		return nil, nil, fmt.Errorf("the rules have more than %d megabytes: this is no file of rules", mostBytes>>20)
	}
	if data, err = toUTF8(data); err != nil {
		return nil, nil, err
	}
	at := map[string]int{} // place of each rule in all
	for number := 1; len(data) > 0; number++ {
		if number > mostLines {
			return nil, nil, fmt.Errorf("the rules have more than %d lines: this is no file of rules", mostLines)
		}
		end := bytes.IndexAny(data, "\r\n")
		line, rest := data, []byte(nil)
		if end >= 0 {
			line, rest = data[:end], data[end+1:]
			if data[end] == '\r' && len(rest) > 0 && rest[0] == '\n' {
				rest = rest[1:]
			}
		}
		data = rest
		r, undone, err := parseLine(string(line))
		switch {
		case err != nil:
			wrong = append(wrong, fmt.Errorf("line %d: %w", number, err))
			continue
		case r.Verb == "":
			continue
		}
		written := r.String()
		i, known := at[written]
		switch {
		case undone && known:
			all[i].Verb = ""
			delete(at, written)
		case !undone && !known:
			r.At = fmt.Sprintf("line %d", number)
			at[written] = len(all)
			all = append(all, r)
		}
	}
	return slices.DeleteFunc(all, func(r Rule) bool { return r.Verb == "" }), wrong, nil
}

// toUTF8 takes off a byte order mark, and turns UTF-16 into UTF-8.
func toUTF8(data []byte) ([]byte, error) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return data[3:], nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		order = binary.BigEndian
	default:
		return data, nil
	}
	data = data[2:]
	if len(data)%2 != 0 {
		return nil, errors.New("the rules are UTF-16 that ends in the middle of a character: save the file as UTF-8")
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return []byte(string(utf16.Decode(units))), nil
}

// syntax says how a rule of each verb is written.
var syntax = map[Verb]string{
	Merge:  `merge person "Ada Quill" = "A. Quill"`,
	Split:  `split person "Quill" from "Ada Quill"`,
	Rename: `rename person "Quill" -> "Ada Quill"`,
	Retype: `retype person "Quill" -> organization`,
	Hide:   `hide place "Post"`,
}

// parseLine reads a line; one without a rule gives a rule without a verb.
func parseLine(line string) (r Rule, undone bool, err error) {
	if !utf8.ValidString(line) {
		return r, false, errors.New("it is not UTF-8: save the file as UTF-8")
	}
	for _, c := range line {
		if isBarred(c) && c != '\t' {
			return r, false, fmt.Errorf("it has a control character, U+%04X: take it out", c)
		}
	}
	tokens, err := tokensOf(line)
	if err != nil || len(tokens) == 0 {
		return r, false, err
	}
	if tokens[0].is(undo) {
		undone, tokens = true, tokens[1:]
	}
	if len(tokens) == 0 || syntax[Verb(tokens[0].bare())] == "" {
		return r, false, fmt.Errorf("a rule begins with merge, split, rename, retype or hide, as in: %s", syntax[Merge])
	}
	r, err = parseTokens(tokens)
	if err != nil {
		return Rule{}, false, fmt.Errorf("%w; write it as in: %s", err, syntax[Verb(tokens[0].bare())])
	}
	return r, undone, r.check()
}

// parseTokens reads what stands in a line: verb, kind, names and the signs between them.
func parseTokens(tokens []token) (r Rule, err error) {
	r.Verb = Verb(tokens[0].bare())
	if len(tokens) < 2 {
		return r, errors.New("the rule ends behind its first word")
	}
	r.Kind = model.NameKind(tokens[1].bare())
	if !slices.Contains(kinds, r.Kind) {
		return r, fmt.Errorf("%s is no kind of name: person, organization, place or term", tokens[1].shown())
	}
	sign := signs[r.Verb]
	var parts [][]token
	for begin, i := 2, 2; i <= len(tokens); i++ {
		if i == len(tokens) || tokens[i].is(sign) {
			parts = append(parts, tokens[begin:i])
			begin = i + 1
		}
	}
	if r.Verb == Retype {
		if len(parts) != 2 || len(parts[1]) != 1 || !slices.Contains(kinds, model.NameKind(parts[1][0].bare())) {
			return r, errors.New("behind the name stand -> and a kind: person, organization, place or term")
		}
		r.To, parts = model.NameKind(parts[1][0].bare()), parts[:1]
	}
	for _, part := range parts {
		name, err := nameOf(part)
		if err != nil {
			return r, err
		}
		r.Names = append(r.Names, name)
	}
	switch n := len(r.Names); {
	case r.Verb == Merge && n < 2:
		return r, errors.New("two names or more are merged, with = between them")
	case (r.Verb == Split || r.Verb == Rename) && n != 2:
		return r, fmt.Errorf("there are two names, with %s between them", sign)
	}
	return r, nil
}

// nameOf reads a name: in quotation marks, or words without a sign among them.
func nameOf(part []token) (string, error) {
	var words []string
	for _, t := range part {
		if t.quoted && len(part) > 1 {
			return "", fmt.Errorf("beside %s stands more than the name", t.shown())
		}
		if !t.quoted && (t.text == "=" || t.text == "->") {
			return "", fmt.Errorf("%s does not belong there: a name that has it stands in quotation marks", t.text)
		}
		words = append(words, t.text)
	}
	name := strings.Join(words, " ")
	if len(name) > longest {
		return "", fmt.Errorf("a name is longer than %d bytes", longest)
	}
	name = Clean(name)
	if name == "" {
		return "", errors.New("a name is missing")
	}
	return name, nil
}

// check refuses rules that say nothing.
func (r Rule) check() error {
	switch r.Verb {
	case Retype:
		if r.Kind == r.To {
			return fmt.Errorf("%s is retyped to the kind that it is: take the line out", quoted(r.Names[0]))
		}
	case Split:
		if Key(r.Names[0]) == Key(r.Names[1]) {
			return fmt.Errorf("%s can't be split from itself: name another form", quoted(r.Names[0]))
		}
	case Rename:
		if r.Names[0] == r.Names[1] {
			return fmt.Errorf("%s is renamed to what it is called: take the line out", quoted(r.Names[0]))
		}
	case Merge:
		seen := map[string]bool{}
		for _, name := range r.Names {
			if seen[Key(name)] {
				return fmt.Errorf("%s is merged with itself: name it once", quoted(name))
			}
			seen[Key(name)] = true
		}
	}
	return nil
}
