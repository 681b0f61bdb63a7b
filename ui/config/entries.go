package config

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// entry is one key of a file with its value, or the head of a table.
type entry struct {
	path  []string // of all tables around it, and its own: widths, list
	line  int      // from 1
	value any      // string, bool, int64, []any of these, table, or other
}

// table is the value of a head of a table: [keys.reader].
type table struct{}

// other is a value that no setting has; it says what it is.
type other string

// name is the path as it is written: list.width.
func (e entry) name() string { return strings.Join(e.path, ".") }

// entries takes a file apart. Where it is no TOML, one mistake says in which line.
func entries(text []byte) ([]entry, *Mistake) {
	if at := firstInvalid(text); at >= 0 {
		return nil, &Mistake{lineAt(text, at), fmt.Sprintf("the byte %#02x is no UTF-8; write the file anew as UTF-8", text[at])}
	}
	var all map[string]any
	if err := toml.Unmarshal(text, &all); err != nil { // also finds what is given twice
		return nil, noTOML(err)
	}
	var out []entry
	var within []string
	var p unstable.Parser
	p.Reset(text)
	for p.NextExpression() {
		switch e := p.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			path, offset := keyOf(e, nil)
			within = path
			value := any(table{})
			if e.Kind == unstable.ArrayTable {
				value = other("a list of tables")
			}
			out = append(out, entry{path, lineAt(text, offset), value})
		case unstable.KeyValue:
			out = appendPair(out, text, e, within)
		}
	}
	if err := p.Error(); err != nil {
		return nil, noTOML(err)
	}
	return out, nil
}

// noTOML is the mistake of a file that is no TOML.
func noTOML(err error) *Mistake {
	m := &Mistake{What: fmt.Sprintf("this is not TOML: %s; reftel config prints what settings look like", strings.TrimPrefix(err.Error(), "toml: "))}
	var d *toml.DecodeError
	if errors.As(err, &d) {
		m.Line, _ = d.Position()
	}
	return m
}

// appendPair appends a key and its value; those of an inline table each by themselves.
func appendPair(out []entry, text []byte, pair *unstable.Node, within []string) []entry {
	path, offset := keyOf(pair, within)
	v := pair.Value()
	if v.Kind != unstable.InlineTable {
		return append(out, entry{path, lineAt(text, offset), valueOf(v)})
	}
	out = append(out, entry{path, lineAt(text, offset), table{}})
	for it := v.Children(); it.Next(); {
		out = appendPair(out, text, it.Node(), path)
	}
	return out
}

// keyOf returns the path of a key or a head of a table, and where it stands.
func keyOf(n *unstable.Node, within []string) (path []string, offset int) {
	path = append(path, within...)
	offset = -1
	for it := n.Key(); it.Next(); {
		k := it.Node()
		if offset < 0 {
			offset = int(k.Raw.Offset)
		}
		path = append(path, string(k.Data))
	}
	return path, offset
}

// valueOf returns what a value is.
func valueOf(n *unstable.Node) any {
	switch n.Kind {
	case unstable.String:
		return string(n.Data)
	case unstable.Bool:
		return string(n.Data) == "true"
	case unstable.Integer:
		i, err := strconv.ParseInt(strings.ReplaceAll(string(n.Data), "_", ""), 0, 64)
		if err != nil {
			return other("a number of another kind")
		}
		return i
	case unstable.Array:
		list := []any{}
		for it := n.Children(); it.Next(); {
			list = append(list, valueOf(it.Node()))
		}
		return list
	case unstable.InlineTable:
		return other("a table")
	case unstable.Float:
		return other("a number with a fraction")
	}
	return other("a date or a time")
}

// kindOf says what a value is, for a sentence.
func kindOf(v any) string {
	switch v := v.(type) {
	case string:
		return "text"
	case bool:
		return "true or false"
	case int64:
		return "a number"
	case []any:
		return "a list"
	case table:
		return "a table"
	case other:
		return string(v)
	}
	return "something else"
}

// firstInvalid returns where a text is no UTF-8, -1: nowhere.
func firstInvalid(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func lineAt(text []byte, offset int) int {
	return 1 + bytes.Count(text[:min(max(0, offset), len(text))], []byte("\n"))
}
