package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"reftel/bench/child"
	"reftel/internal/entityscore"
	"reftel/model"
	"reftel/model/names"
	"reftel/parser"
)

// goals are the F1 by entity that people, organizations and places are to be found with.
var goals = map[model.NameKind]float64{model.Person: 0.85, model.Organization: 0.75, model.Place: 0.85}

// entities compares the names found in telegrams in capitals with what people marked there, and with what prose finds.
func (b *bench) entities() error {
	dir := filepath.Join(cmp.Or(os.Getenv("REFTEL_SHARED"), filepath.Join("..", "shared")), "corpus", "historylab-entities")
	telegrams, err := entityscore.Load(dir)
	if err != nil {
		return err
	}
	if len(telegrams) == 0 {
		return errors.New("the annotated telegrams are not in ../shared nor where REFTEL_SHARED says")
	}
	own := entityscore.NewResult()
	for _, t := range telegrams {
		var found, signers []entityscore.Name
		for _, c := range parser.Parse(t.Name, []byte(t.Text), parser.Options{Format: model.Telegram}).Cables {
			c.Names = names.Find(c)
			found = append(found, entityscore.FromCable(c)...)
			signers = append(signers, entityscore.Signers(c)...)
		}
		own.Add(t, found, signers)
	}
	theirs, err := b.prose(telegrams)
	for _, kind := range entityscore.Kinds {
		c := own.Entities[kind]
		r := row{what: fmt.Sprintf("%s names, %d telegrams in capitals, F1", kind, len(telegrams)), budget: fmt.Sprintf("%.2f", goals[kind]),
			measured: fmt.Sprintf("%.2f (precision %.2f, recall %.2f)", c.F1(), c.Precision(), c.Recall()), verdict: meets(c.F1() >= goals[kind])}
		if err != nil {
			r.peer = "prose: " + err.Error()
		} else {
			o := theirs.Entities[kind]
			r.peer = fmt.Sprintf("prose: %.2f (precision %.2f, recall %.2f)", o.F1(), o.Precision(), o.Recall())
		}
		b.table.add(r)
	}
	b.details = append(b.details, "names in capitals, reftel:\n"+own.String())
	if err == nil {
		b.details = append(b.details, "names in capitals, prose:\n"+theirs.String())
	}
	return nil
}

// prose measures github.com/jdkato/prose, which knows people and places; it is a module of its own.
func (b *bench) prose(telegrams []entityscore.Telegram) (*entityscore.Result, error) {
	program := filepath.Join(b.dir, "prose")
	if path, err := filepath.Abs(program); err == nil {
		program = path
	}
	if _, err := (child.Task{Program: "go", Args: []string{"build", "-o", program, "."}, Dir: filepath.Join("bench", "prose")}).Run(); err != nil {
		return nil, err
	}
	var texts bytes.Buffer
	lines := json.NewEncoder(&texts)
	for _, t := range telegrams {
		if err := lines.Encode(t.Text); err != nil {
			return nil, err
		}
	}
	in := filepath.Join(b.dir, "telegrams.jsonl")
	defer os.Remove(in)
	if err := os.WriteFile(in, texts.Bytes(), 0o600); err != nil {
		return nil, err
	}
	r, err := child.Task{Program: program, In: in}.Run()
	if err != nil {
		return nil, err
	}
	result := entityscore.NewResult()
	answers := json.NewDecoder(bytes.NewReader(r.Out))
	for _, t := range telegrams {
		var found []struct {
			Text, Label string
			Start, End  int
		}
		if err := answers.Decode(&found); err != nil {
			return nil, fmt.Errorf("what it found in %s can't be read: %w", t.Name, err)
		}
		kinds := map[string]model.NameKind{"PERSON": model.Person, "ORG": model.Organization, "GPE": model.Place}
		var grouped []entityscore.Name
		at := map[string]int{}
		for _, f := range found {
			key := f.Label + " " + f.Text
			i, ok := at[key]
			if !ok {
				i = len(grouped)
				at[key] = i
				grouped = append(grouped, entityscore.Name{Name: f.Text, Kind: kinds[f.Label]})
			}
			grouped[i].Mentions = append(grouped[i].Mentions, model.Span{Start: f.Start, End: f.End})
		}
		result.Add(t, grouped, nil)
	}
	return result, nil
}
