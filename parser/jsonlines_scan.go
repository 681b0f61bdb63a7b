package parser

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"reftel/model"
)

// JSON by its bytes (RFC 8259): encoding/json does not say where in a string a character came from. A
// value is checked once by scanValue; the walkers below it trust that.

// deepest is how deep values of a record may stand inside one another; records of cables need five.
const deepest = 64

// jsonProblem says why a value can't be read, and at which byte.
type jsonProblem struct {
	at   int
	what string
}

// scanValue checks the value that begins at or behind data[at] and returns its bytes. Beyond the standard
// it takes NaN and Infinity, which Python writes, and unknown escapes, which hand-made files have.
func scanValue(data []byte, at int) (v model.Span, problem *jsonProblem) {
	var open [deepest]byte
	depth := 0
	v.Start = scanSpace(data, at)
	at = v.Start
	for {
		closed := false // a value has just ended
		switch c := jsonByte(data, at); {
		case c == '{' || c == '[':
			if depth == deepest {
				return v, &jsonProblem{at, "values stand more than " + strconv.Itoa(deepest) + " deep inside one another"}
			}
			open[depth] = c
			depth++
			at = scanSpace(data, at+1)
			if jsonByte(data, at) == c+2 { // } or ]
				depth--
				at, closed = at+1, true
			} else if c == '{' {
				if at, problem = scanKey(data, at); problem != nil {
					return v, problem
				}
			}
		case c == '"':
			end := jsonStringEnd(data, at)
			if end < 0 {
				return v, &jsonProblem{at, "a string has no end on its line"}
			}
			at, closed = end, true
		default:
			end := jsonWordEnd(data, at)
			if !isJSONWord(data[at:end]) {
				return v, &jsonProblem{at, "a value is expected here"}
			}
			at, closed = end, true
		}
		for closed {
			if depth == 0 {
				v.End = at
				return v, nil
			}
			at = scanSpace(data, at)
			switch c := jsonByte(data, at); {
			case c == open[depth-1]+2:
				depth--
				at++
				continue
			case c != ',':
				return v, &jsonProblem{at, "a comma or a closing bracket is missing"}
			}
			at = scanSpace(data, at+1)
			if open[depth-1] == '{' {
				if at, problem = scanKey(data, at); problem != nil {
					return v, problem
				}
			}
			closed = false
		}
		at = scanSpace(data, at)
	}
}

// scanKey checks a key and its colon and returns where its value begins.
func scanKey(data []byte, at int) (int, *jsonProblem) {
	if jsonByte(data, at) != '"' {
		return at, &jsonProblem{at, "a key in quotation marks is expected here"}
	}
	end := jsonStringEnd(data, at)
	if end < 0 {
		return at, &jsonProblem{at, "a key has no end on its line"}
	}
	end = scanSpace(data, end)
	if jsonByte(data, end) != ':' {
		return at, &jsonProblem{end, "a colon is missing behind a key"}
	}
	return scanSpace(data, end+1), nil
}

// jsonByte returns data[at], 0 behind the end.
func jsonByte(data []byte, at int) byte {
	if at < len(data) {
		return data[at]
	}
	return 0
}

// jsonStringEnd returns where the string ends whose quotation mark is data[at], -1 if its line ends first.
func jsonStringEnd(data []byte, at int) int {
	for at++; at < len(data); at++ {
		switch data[at] {
		case '"':
			return at + 1
		case '\\':
			at++
			if jsonByte(data, at) == '\n' {
				return -1
			}
		case '\n':
			return -1
		}
	}
	return -1
}

func jsonWordEnd(data []byte, at int) int {
	for at < len(data) && (isAlnum(data[at]) || data[at] == '-' || data[at] == '+' || data[at] == '.') {
		at++
	}
	return at
}

func isJSONWord(word []byte) bool {
	switch string(word) {
	case "true", "false", "null", "NaN", "Infinity", "-Infinity":
		return true
	}
	digits := bytes.TrimPrefix(word, []byte("-"))
	return len(digits) > 0 && isDigit(digits[0]) && len(bytes.Trim(digits, "0123456789+-.eE")) == 0
}

// valueEnd returns where the value ends that begins at data[at]; the text was checked before.
func valueEnd(data []byte, at int) int {
	depth := 0
	for at < len(data) {
		switch data[at] {
		case '"':
			at = jsonStringEnd(data, at)
		case '{', '[':
			depth++
			at++
		case '}', ']':
			depth--
			at++
		case ',', ':', ' ', '\n', '\r', '\t':
			at++
			continue
		default:
			at = jsonWordEnd(data, at)
		}
		if depth == 0 {
			return at
		}
	}
	return at
}

// eachMember walks over the members of an object that was checked; key is the string with its marks.
func eachMember(data []byte, object model.Span, yield func(key, value model.Span)) {
	for at := scanSpace(data, object.Start+1); jsonByte(data, at) == '"'; {
		key := model.Span{Start: at, End: jsonStringEnd(data, at)}
		colon := scanSpace(data, key.End)
		value := model.Span{Start: scanSpace(data, colon+1)}
		value.End = valueEnd(data, value.Start)
		yield(key, value)
		at = scanSpace(data, value.End)
		if jsonByte(data, at) != ',' {
			return
		}
		at = scanSpace(data, at+1)
	}
}

// eachElement walks over the elements of an array that was checked.
func eachElement(data []byte, array model.Span, yield func(value model.Span)) {
	for at := scanSpace(data, array.Start+1); at < array.End-1; {
		value := model.Span{Start: at, End: valueEnd(data, at)}
		yield(value)
		at = scanSpace(data, value.End)
		if jsonByte(data, at) != ',' {
			return
		}
		at = scanSpace(data, at+1)
	}
}

// jsonEscape reads the escape at data[at], a backslash inside a string that ends at end. n is 0 where it
// is none of JSON's, and stands for itself; lone reports half a surrogate pair.
func jsonEscape(data []byte, at, end int) (r rune, n int, lone bool) {
	if at+1 >= end {
		return 0, 0, false
	}
	switch c := data[at+1]; c {
	case '"', '\\', '/':
		return rune(c), 2, false
	case 'b':
		return '\b', 2, false
	case 'f':
		return '\f', 2, false
	case 'n':
		return '\n', 2, false
	case 'r':
		return '\r', 2, false
	case 't':
		return '\t', 2, false
	}
	const unit = len(`\u00e9`)
	r, ok := jsonUnit(data, at, end)
	if !ok {
		return 0, 0, false
	}
	if !utf16.IsSurrogate(r) {
		return r, unit, false
	}
	if second, ok := jsonUnit(data, at+unit, end); ok {
		if pair := utf16.DecodeRune(r, second); pair != utf8.RuneError {
			return pair, 2 * unit, false
		}
	}
	return utf8.RuneError, unit, true
}

// jsonUnit reads \u00e9 at data[at].
func jsonUnit(data []byte, at, end int) (rune, bool) {
	if at+6 > end || data[at] != '\\' || data[at+1] != 'u' {
		return 0, false
	}
	n := rune(0)
	for _, c := range data[at+2 : at+6] {
		switch {
		case isDigit(c):
			n = n<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			n = n<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return n, true
}
