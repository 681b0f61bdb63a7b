package cite_test

import (
	"encoding/json"
	"strings"
	"testing"

	"reftel/internal/attacks"
	"reftel/model"
	"reftel/model/cite"
)

// Whatever a cable holds, a citation is one entry: no text ends it, begins another, or adds a field.
func TestAttackCitations(t *testing.T) {
	tried := 0
	for _, a := range attacks.Texts() {
		c := &model.Cable{ID: model.ID{Year: 2009, Station: a.Text, Serial: 1}, Subject: a.Text, Headline: a.Text, Origin: a.Text, From: a.Text, Classification: model.Secret,
			To: []model.Addressee{{Name: a.Text}}, Caveats: []string{a.Text}, Source: model.Source{File: a.Text, SHA256: a.Text}}
		harmlessly := cite.Of(c)
		var keys cite.Keys
		key := keys.Of(harmlessly)
		tried += 4
		bib := harmlessly.BibTeX(key)
		depth, entries := 0, 0
		for i := 0; i < len(bib); i++ {
			switch bib[i] {
			case '\\': // what follows is text
				i++
			case '{':
				if depth == 0 {
					entries++
				}
				depth++
			case '}':
				depth--
			}
			if depth < 0 {
				break
			}
		}
		if depth != 0 || entries != 1 || strings.Count("\n"+bib, "\n@") != 1 {
			t.Errorf("%s: BibTeX of %d entries, %d braces open: %s", a.Name, entries, depth, bib)
		}
		ris := harmlessly.RIS(key)
		for i, line := range strings.FieldsFunc(ris, func(r rune) bool { return strings.ContainsRune("\n\r\u2028\u2029\u0085\v\f", r) }) {
			if len(line) < 5 || line[2:5] != "  -" || (i == 0) != strings.HasPrefix(line, "TY  - ") {
				t.Errorf("%s: RIS has the line %q in %q", a.Name, line, ris)
			}
		}
		if strings.Count("\n"+ris, "\nER  -") != 1 {
			t.Errorf("%s: RIS of several entries: %q", a.Name, ris)
		}
		item, err := json.Marshal(harmlessly.CSL(key))
		if err != nil || !json.Valid(item) {
			t.Errorf("%s: CSL %s, %v", a.Name, item, err)
		}
		if strings.ContainsAny(harmlessly.Text(), "\n\r") {
			t.Errorf("%s: a citation of several lines: %q", a.Name, harmlessly.Text())
		}
	}
	t.Logf("attacks: %d texts, %d citations", len(attacks.Texts()), tried)
}
