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
// that the rules were made with (the hash of their name is even) and for those that were only counted. What was missed and what
// was wrong of organizations was sorted into classes over both halves, so that for them neither is unseen.
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
			"entities": {model.Person: {.98, .84, .91}, model.Organization: {.88, .85, .86}, model.Place: {.95, .85, .90}},
			"mentions": {model.Person: {.98, .87, .92}, model.Organization: {.88, .82, .85}, model.Place: {.95, .81, .87}},
			"strict":   {model.Person: {.94, .86, .90}, model.Organization: {.73, .83, .77}, model.Place: {.83, .70, .76}},
		}},
		{"only counted", counted, map[string]map[model.NameKind]floor{
			"entities": {model.Person: {.90, .76, .83}, model.Organization: {.88, .82, .85}, model.Place: {.95, .83, .89}},
			"mentions": {model.Person: {.92, .85, .88}, model.Organization: {.93, .83, .88}, model.Place: {.95, .80, .87}},
			"strict":   {model.Person: {.86, .80, .83}, model.Organization: {.64, .81, .72}, model.Place: {.78, .61, .69}},
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
