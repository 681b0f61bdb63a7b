package entityscore

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"reftel/model"
)

// Telegram is a text with what people found in it.
type Telegram struct {
	Name     string
	Text     string
	Entities []Entity
	Left     []Entity // groups of people, and what has no type
}

// Entity is somebody or something, in the order of the annotators' list.
type Entity struct {
	Name     string
	Kind     model.NameKind
	Mentions []Mention // in reading order; pronouns and common nouns among them
}

// Mention is one place where an entity is spoken of.
type Mention struct {
	Span  model.Span // bytes of the text
	Class class
}

// Load reads the annotated telegrams of a folder in the order of their names. A file that cannot be read, or whose
// mentions do not lie in its text, is an error that names it.
func Load(dir string) ([]Telegram, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	var all []Telegram
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		t, err := read(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, t)
	}
	return all, nil
}

// read reads one file: spans are counted in runes there.
func read(data []byte) (Telegram, error) {
	var f struct {
		Name     string `json:"name"`
		Text     string `json:"text"`
		Entities map[string]struct {
			Name string `json:"name"`
			Type string `json:"type"`
		} `json:"entities"`
		Mentions []struct {
			Start int    `json:"start"`
			End   int    `json:"end"`
			Text  string `json:"text"`
			ID    int    `json:"id"`
		} `json:"mentions"`
	}
	if err := json.Unmarshal(data, &f); err != nil {
		return Telegram{}, err
	}
	t := Telegram{Name: f.Name, Text: f.Text}
	var at []int // byte of each rune
	for i := range f.Text {
		at = append(at, i)
	}
	at = append(at, len(f.Text))
	byID := map[int]*Entity{}
	var order []int
	for _, m := range f.Mentions {
		if m.Start < 0 || m.End < m.Start || m.End >= len(at) || f.Text[at[m.Start]:at[m.End]] != m.Text {
			return Telegram{}, fmt.Errorf("mention %q is not at runes %d to %d of the text", m.Text, m.Start, m.End)
		}
		e := byID[m.ID]
		if e == nil {
			listed := f.Entities[strconv.Itoa(m.ID)]
			e = &Entity{Name: listed.Name, Kind: kindOf(listed.Type)}
			byID[m.ID] = e
			order = append(order, m.ID)
		}
		e.Mentions = append(e.Mentions, Mention{model.Span{Start: at[m.Start], End: at[m.End]}, classOf(m.Text, e.Kind)})
	}
	slices.Sort(order)
	for _, id := range order {
		if e := byID[id]; e.Kind == "" {
			t.Left = append(t.Left, *e)
		} else {
			t.Entities = append(t.Entities, *e)
		}
	}
	return t, nil
}

// kindOf returns the kind for a type of the annotators, "" for groups of people and for what they left open.
func kindOf(typ string) model.NameKind {
	switch {
	case typ == "PER.GROUP":
		return ""
	case strings.HasPrefix(typ, "PER."):
		return model.Person
	case strings.HasPrefix(typ, "ORG."):
		return model.Organization
	case strings.HasPrefix(typ, "GPE."), typ == "LOC":
		return model.Place
	}
	return ""
}
