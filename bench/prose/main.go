// Command prose finds names with github.com/jdkato/prose, so that reftel can be measured beside it. It is a module of
// its own: the program needs none of what it needs.
//
// It reads texts from standard input, one JSON string a line, and writes for each a line of JSON: the names found, with
// label and bytes.
package main

import (
	"bufio"
	"encoding/json"
	"io"
	"log"
	"os"
	"strings"

	"github.com/jdkato/prose/v2"
)

// name is a name in a text.
type name struct {
	Text  string `json:"text"`
	Label string `json:"label"` // PERSON or GPE
	Start int    `json:"start"`
	End   int    `json:"end"`
}

func main() {
	if err := answer(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func answer(in io.Reader, out io.Writer) error {
	texts, names := json.NewDecoder(bufio.NewReader(in)), json.NewEncoder(out)
	for {
		var text string
		if err := texts.Decode(&text); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		found, err := find(text)
		if err != nil {
			return err
		}
		if err := names.Encode(found); err != nil {
			return err
		}
	}
}

// find returns the names in a text. The library gives words without places, so they are looked for one behind the other.
func find(text string) ([]name, error) {
	doc, err := prose.NewDocument(text)
	if err != nil {
		return nil, err
	}
	found := []name{}
	at := 0
	for _, e := range doc.Entities() {
		start, end := -1, at
		for _, word := range strings.Fields(e.Text) {
			i := strings.Index(text[end:], word)
			if i < 0 {
				break
			}
			if start < 0 {
				start = end + i
			}
			end += i + len(word)
		}
		if start >= 0 {
			found = append(found, name{e.Text, e.Label, start, end})
			at = end
		}
	}
	return found, nil
}
