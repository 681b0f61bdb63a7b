package parser

import (
	"bytes"
	"fmt"

	"reftel/model"
)

// JSON Lines: one record a line, either as reftel parse prints it (jsonlines_record.go) or anybody's own
// in the simple form of docs/JSONL.md (jsonlines_own.go). An array of records and records spread over
// lines are read too.

const (
	longestRecord = 8 << 20 // bytes; the longest cables have a tenth
	mostEscapes   = 1 << 20 // in a record; each takes many times its bytes
	mostKeys      = 1000    // of a record
	mostWarnings  = 100     // of a file; further ones are counted
	recordWarns   = 12      // of one record
)

// looksLikeJSONLines reports whether the first object in data has the keys of a cable. The head that data
// is may end inside it.
func looksLikeJSONLines(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	const tries = 8 // lines that may be broken
	at := scanSpace(data, 0)
	if c := jsonByte(data, at); c != '{' && c != '[' {
		return false
	}
	for range tries {
		for c := jsonByte(data, at); c == '[' || c == ','; c = jsonByte(data, at) {
			at = scanSpace(data, at+1)
		}
		if jsonByte(data, at) != '{' {
			return false
		}
		if isCableRecord(headKeys(data, at)) {
			return true
		}
		if at = nextRecord(data, at+1); at == len(data) {
			return false
		}
	}
	return false
}

// headKeys returns the keys of the object at data[at], as far as data goes, with the first byte of their values. A
// name that is a cable's id counts as an id.
func headKeys(data []byte, at int) map[string]byte {
	keys := map[string]byte{}
	at = scanSpace(data, at+1)
	for len(keys) < mostKeys && jsonByte(data, at) == '"' {
		value, problem := scanKey(data, at)
		if problem != nil {
			break
		}
		key := data[at+1 : jsonStringEnd(data, at)-1]
		keys[string(key)] = jsonByte(data, value)
		v, problem := scanValue(data, value)
		if problem != nil {
			break
		}
		if namesID(string(key), data, v) && keys["id"] == 0 {
			keys["id"] = '"'
		}
		if at = scanSpace(data, v.End); jsonByte(data, at) == ',' {
			at = scanSpace(data, at+1)
		}
	}
	return keys
}

// isCableRecord reports whether an object is a cable's: it has text, and something that says of which cable;
// keys are given with the first byte of their values.
func isCableRecord(keys map[string]byte) bool {
	if keys["blocks"] == '[' || keys["source"] == '{' && keys["id_evidence"] == '"' {
		return keys["source"] != 0 || keys["id"] != 0 || keys["format"] != 0
	}
	text := keys["text"] == '"' || keys["body"] == '"' || keys["header"] == '"' || keys["paragraphs"] == '['
	for key := range ownKeys {
		if text && keys[key] == '"' && ownKeys[key] != textField {
			return true
		}
	}
	return keys["header"] == '"' && keys["body"] == '"'
}

// jsonReader reads the records of one file.
type jsonReader struct {
	r    *Result
	d    *document // the file as it is, for furniture
	data []byte

	line, lineAt int // number of the line that byte lineAt stands on
	warned       int
	inRecord     int // warnings about the record being read
}

func readJSONLines(r *Result, file string, data []byte) *document {
	d := &document{file: file, data: data, text: string(data)}
	j := &jsonReader{r: r, d: d, data: data, line: 1 + r.chunk.rows}
	at := 0
	if bytes.HasPrefix(data, []byte(byteOrderMark)) {
		at = len(byteOrderMark)
		d.markup = append(d.markup, model.Span{Start: 0, End: at})
	}
	for {
		at = scanSpace(data, at)
		if at == len(data) {
			break
		}
		switch data[at] {
		case '[', ',', ']':
			d.markup = append(d.markup, model.Span{Start: at, End: at + 1})
			at++
			continue
		case '{':
		default:
			at = j.skip(at, at, "no record begins here: a line holds one object in braces")
			continue
		}
		v, problem := scanValue(data, at)
		switch {
		case problem != nil:
			at = j.skip(at, problem.at, problem.what)
			continue
		case v.Len() > longestRecord:
			at = j.skip(at, at, fmt.Sprintf("the record has %d MB, more than the %d that one may have", v.Len()>>20, longestRecord>>20))
			continue
		}
		j.inRecord = 0
		if !j.record(v) {
			r.addFurniture(d, v)
		}
		at = v.End
	}
	if j.warned > mostWarnings {
		r.Warnings = append(r.Warnings, model.Warning{Kind: WarnRecord, Text: fmt.Sprintf("%d more doubts of this kind in the file", j.warned-mostWarnings)})
	}
	return d
}

// skip passes over what can't be read, up to the next line that begins a record.
func (j *jsonReader) skip(at, place int, what string) (next int) {
	j.inRecord = 0
	next = nextRecord(j.data, at+1)
	j.warn(model.Span{Start: place, End: min(place+1, len(j.data))}, what+"; it is passed over up to the next line that begins a record")
	j.r.addFurniture(j.d, model.Span{Start: at, End: next})
	return next
}

// nextRecord returns the next line at or behind data[at] that begins with a brace, the end of data if
// there is none. Rows of the format may be cut there.
func nextRecord(data []byte, at int) int {
	i := bytes.Index(data[min(at, len(data)):], []byte("\n{"))
	if i < 0 {
		return len(data)
	}
	return at + i + 1
}

// warn notes a doubt about the record being read, with the line it stands on.
func (j *jsonReader) warn(at model.Span, what string) {
	j.inRecord++
	switch {
	case j.inRecord > recordWarns:
		return
	case j.inRecord == recordWarns:
		what = "the record leaves further doubts of this kind"
	}
	if j.warned++; j.warned > mostWarnings {
		return
	}
	j.r.Warnings = append(j.r.Warnings, model.Warning{Kind: WarnRecord, At: at, Text: fmt.Sprintf("line %d: %s", j.lineOf(at.Start), what)})
}

// lineOf returns the number of the line of a byte; places are asked for nearly in their order.
func (j *jsonReader) lineOf(at int) int {
	if at >= j.lineAt {
		j.line += bytes.Count(j.data[j.lineAt:at], []byte("\n"))
	} else {
		j.line -= bytes.Count(j.data[at:j.lineAt], []byte("\n"))
	}
	j.lineAt = at
	return j.line
}

// member is a key of a record with its value.
type member struct {
	key   string
	keyAt model.Span // with its quotation marks
	value model.Span
}

// first returns the first byte of a value, which tells its type.
func (j *jsonReader) first(value model.Span) byte { return jsonByte(j.data, value.Start) }

// absent reports whether a value says that there is none.
func (j *jsonReader) absent(value model.Span) bool {
	switch string(j.data[value.Start:min(value.End, value.Start+len("null"))]) {
	case "null", `""`, "[]", "{}":
		return true
	}
	return false
}

// record reads one record; false says that it is no cable's.
func (j *jsonReader) record(v model.Span) bool {
	escapes := bytes.Count(j.data[v.Start:v.End], []byte{'\\'})
	if escapes > mostEscapes {
		j.warn(v, fmt.Sprintf("the record has more than %d escapes: it is passed over", mostEscapes))
		return false
	}
	count := 0
	eachMember(j.data, v, func(_, _ model.Span) { count++ })
	if count > mostKeys {
		j.warn(v, fmt.Sprintf("the object has more than %d keys, and so is no cable", mostKeys))
		return false
	}
	members := make([]member, 0, count)
	keys := map[string]byte{}
	eachMember(j.data, v, func(key, value model.Span) {
		m := member{key: jsonString(j.data, key), keyAt: key, value: value}
		if _, again := keys[m.key]; again {
			j.warn(key, fmt.Sprintf("the key %q stands twice: the first one counts, the other is kept as a field of the publisher's", m.key))
			m.key = ""
		} else {
			keys[m.key] = j.first(value)
		}
		members = append(members, m)
	})
	text := newJSONText(j.d.file, j.data, 2*escapes+count)
	switch {
	case keys["blocks"] == '[' || keys["source"] == '{' && keys["id_evidence"] == '"':
		j.readRecord(text, members, v)
	case isOwn(keys):
		j.readOwn(text, members, v)
	default:
		j.warn(v, "the object has none of the keys of a cable (docs/JSONL.md names them)")
		return false
	}
	j.d.markup = append(j.d.markup, text.around(v)...)
	j.d.markup = append(j.d.markup, text.blanks...)
	if text.doubt != "" {
		j.warn(text.doubtAt, text.doubt)
	}
	return true
}

// isOwn reports whether a record has a key of the simple form.
func isOwn(keys map[string]byte) bool {
	for key := range keys {
		if _, known := ownKeys[key]; known {
			return true
		}
	}
	return false
}
