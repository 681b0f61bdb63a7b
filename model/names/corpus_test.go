package names_test

import (
	"hash/fnv"
	"path/filepath"
	"testing"

	"reftel/internal/entityscore"
	"reftel/internal/shared"
	"reftel/model"
	"reftel/model/names"
	"reftel/parser"
)

// floor is the least that must be found, and be right.
type floor struct{ precision, recall, f1 float64 }

// TestAnnotatedTelegrams compares what is found in telegrams in capitals with what people marked, separately for those
// that the rules were made with (the hash of their name is even) and for those that were only counted.
func TestAnnotatedTelegrams(t *testing.T) {
	telegrams, err := entityscore.Load(filepath.Join(shared.Dir(t), "corpus", "historylab-entities"))
	if err != nil {
		t.Fatal(err)
	}
	made, counted := entityscore.NewResult(), entityscore.NewResult()
	for _, telegram := range telegrams {
		r := made
		hash := fnv.New32a()
		hash.Write([]byte(telegram.Name))
		if hash.Sum32()%2 == 1 {
			r = counted
		}
		var found, signers []entityscore.Name
		for _, c := range parser.Parse(telegram.Name, []byte(telegram.Text), parser.Options{Format: model.Telegram}).Cables {
			c.Names = names.Find(c)
			found = append(found, entityscore.FromCable(c)...)
			signers = append(signers, entityscore.Signers(c)...)
		}
		r.Add(telegram, found, signers)
	}
	for _, half := range []struct {
		name   string
		result *entityscore.Result
		floors map[string]map[model.NameKind]floor
	}{
		{"made with", made, map[string]map[model.NameKind]floor{
			"entities": {model.Person: {.93, .80, .87}, model.Organization: {.80, .67, .74}, model.Place: {.93, .82, .87}},
			"mentions": {model.Person: {.92, .83, .87}, model.Organization: {.79, .66, .72}, model.Place: {.93, .78, .85}},
			"strict":   {model.Person: {.90, .83, .86}, model.Organization: {.64, .66, .66}, model.Place: {.81, .67, .73}},
		}},
		{"only counted", counted, map[string]map[model.NameKind]floor{
			"entities": {model.Person: {.88, .71, .79}, model.Organization: {.72, .56, .63}, model.Place: {.93, .80, .86}},
			"mentions": {model.Person: {.89, .80, .84}, model.Organization: {.82, .65, .72}, model.Place: {.93, .77, .84}},
			"strict":   {model.Person: {.82, .76, .79}, model.Organization: {.50, .55, .53}, model.Place: {.76, .59, .67}},
		}},
	} {
		t.Logf("telegrams that the rules were %s:\n%s", half.name, half.result)
		for _, m := range half.result.Measures() {
			for kind, least := range half.floors[m.Name] {
				if c := m.Counts[kind]; c.Precision() < least.precision || c.Recall() < least.recall || c.F1() < least.f1 {
					t.Errorf("%s, %s, %s: precision %.3f, recall %.3f, F1 %.3f; the floors are %v", half.name, m.Name, kind, c.Precision(), c.Recall(), c.F1(), least)
				}
			}
		}
	}
}
