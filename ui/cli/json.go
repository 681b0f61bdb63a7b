package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"reftel/ui/visible"
)

// appendJSON appends a value as one line of JSON, without the line end. Whatever a terminal would
// act on is escaped: encoding/json does so for the C0 controls, which leaves DEL, the C1 controls,
// bidirectional overrides and characters that don't show.
func appendJSON(dst []byte, v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return dst, fmt.Errorf("the record can't be written as JSON: %w", err)
	}
	line := bytes.TrimSuffix(buf.Bytes(), []byte("\n"))
	for len(line) > 0 {
		n := 0
		for n < len(line) && line[n] < 0x7f {
			n++
		}
		dst = append(dst, line[:n]...)
		if line = line[n:]; len(line) == 0 {
			break
		}
		r, size := utf8.DecodeRune(line)
		if _, acts := visible.Rune(r); acts {
			for _, unit := range utf16.AppendRune(nil, r) {
				dst = fmt.Appendf(dst, `\u%04x`, unit)
			}
		} else {
			dst = append(dst, line[:size]...)
		}
		line = line[size:]
	}
	return dst, nil
}

// json writes a value as one line of JSON.
func (p *printer) json(v any) {
	if p.err != nil {
		return
	}
	line, err := appendJSON(nil, v)
	if err != nil {
		p.err = err
		return
	}
	p.raw(string(line) + "\n")
}
