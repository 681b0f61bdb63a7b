package watchlist

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"reftel/model/query"
)

const (
	mostBytes = 64 << 20
	mostWords = 32 // of a name; a longer line is no name but a text
)

// Read reads a list: a name a line, in UTF-8, UTF-16 or Windows-1252. Empty lines and those that begin with # are passed
// over, and so are names that stood before. The error says in a sentence which line is no name, or why there is none.
func Read(r io.Reader) (*List, error) {
	data, err := io.ReadAll(io.LimitReader(r, mostBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > mostBytes {
		return nil, fmt.Errorf("a list of names has at most %d MB; this is something else", mostBytes>>20)
	}
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	var entries []Entry
	seen := map[string]bool{}
	number := 0
	for line := range strings.Lines(text) {
		number++
		name := strings.TrimSpace(line)
		if name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		words := slices.Collect(query.Words(name))
		switch key := strings.Join(words, " "); {
		case len(words) == 0:
			return nil, fmt.Errorf("line %d has neither a letter nor a digit: write one name a line, or # before what is none", number)
		case len(words) > mostWords:
			return nil, fmt.Errorf("line %d has %d words, and a name has at most %d: write one name a line", number, len(words), mostWords)
		case !seen[key]:
			seen[key] = true
			entries = append(entries, Entry{number, name})
		}
	}
	if len(entries) == 0 {
		return nil, errors.New("there is no name in it: write one a line")
	}
	return New(entries), nil
}

// decode returns text as UTF-8, its line ends as line feeds.
func decode(data []byte) (string, error) {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case len(data) > 1 && data[0] != 0 && data[1] == 0: // UTF-16 of a program that leaves the mark out
		from = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case len(data) > 1 && data[0] == 0 && data[1] != 0:
		from = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case !utf8.Valid(data):
		from = charmap.Windows1252
	}
	if from != nil {
		var err error
		if data, err = from.NewDecoder().Bytes(data); err != nil {
			return "", fmt.Errorf("its characters can't be read: save it as UTF-8 (%w)", err)
		}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, 0) >= 0 {
		return "", errors.New("it holds NUL bytes, so it is no text: write one name a line")
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data)), nil
}
