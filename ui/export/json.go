package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"reftel/ui/visible"
)

// Records writes cables as records of JSON, one a line, as `reftel parse` prints them.
func Records(w io.Writer, s Selection) error {
	for c := range s.Cables {
		if c == nil {
			continue
		}
		line, err := AppendJSON(nil, c)
		if err == nil {
			_, err = w.Write(append(line, '\n'))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// AppendJSON appends a value as one line of JSON, without the line end. Whatever a terminal would
// act on is escaped: encoding/json does so for the C0 controls, which leaves DEL, the C1 controls,
// bidirectional overrides and characters that don't show.
func AppendJSON(dst []byte, v any) ([]byte, error) {
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
