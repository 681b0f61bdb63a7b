package entityscore

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reftel/model"
)

// annotated writes an invented telegram as the annotators' files have it and reads it back.
func annotated(t *testing.T, text string, entities map[string][2]string, mentions ...[2]string) Telegram {
	t.Helper()
	var listed, marked []string
	for id, e := range entities {
		listed = append(listed, fmt.Sprintf(`%q:{"name":%q,"type":%q}`, id, e[0], e[1]))
	}
	for _, m := range mentions {
		at := len([]rune(text[:strings.Index(text, m[1])]))
		marked = append(marked, fmt.Sprintf(`{"start":%d,"end":%d,"text":%q,"id":%s}`, at, at+len([]rune(m[1])), m[1], m[0]))
	}
	dir := t.TempDir()
	data := fmt.Sprintf(`{"name":"A","text":%q,"entities":{%s},"mentions":[%s]}`, text, strings.Join(listed, ","), strings.Join(marked, ","))
	if err := os.WriteFile(filepath.Join(dir, "a.json"), []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return all[0]
}

func name(t Telegram, kind model.NameKind, texts ...string) Name {
	n := Name{Name: texts[0], Kind: kind}
	for _, s := range texts {
		at := strings.Index(t.Text, s)
		n.Mentions = append(n.Mentions, model.Span{Start: at, End: at + len(s)})
	}
	return n
}

func TestMeasures(t *testing.T) {
	telegram := annotated(t, "1. THE MINISTER’S AIDE, ADA QUILL, TOLD EMBOFF THAT GOZ AND TURKISH NAVY SAW BRONTE HARBOR. SHE LEFT FOR ZEMBLA WITH TEAM.\n\n\nMARLOW",
		map[string][2]string{"1": {"ADA QUILL", "PER.IND"}, "2": {"TURKISH NAVY", "ORG.GOV"}, "3": {"BRONTE", "LOC"}, "4": {"ZEMBLA", "GPE.NATION"},
			"5": {"MINISTER", "PER.IND"}, "6": {"TEAM", "PER.GROUP"}, "7": {"MARLOW", "PER.IND"}, "8": {"TURKEY", "GPE.NATION"}},
		[2]string{"1", "ADA QUILL"}, [2]string{"1", "SHE"}, [2]string{"2", "TURKISH NAVY"}, [2]string{"3", "BRONTE HARBOR"}, [2]string{"4", "GOZ"},
		[2]string{"4", "ZEMBLA"}, [2]string{"5", "MINISTER"}, [2]string{"6", "TEAM"}, [2]string{"7", "MARLOW"}, [2]string{"8", "TURKISH"})
	r := NewResult()
	r.Add(telegram, []Name{
		name(telegram, model.Person, "QUILL"),      // right, though not the whole
		name(telegram, model.Person, "BRONTE"),     // a place
		name(telegram, model.Person, "MINISTER"),   // left out
		name(telegram, model.Organization, "NAVY"), // right
		name(telegram, model.Organization, "GOZ"),  // left out: the nation as its government
		name(telegram, model.Place, "ZEMBLA"),      // right
		name(telegram, model.Place, "AIDE"),        // wrong
	}, []Name{name(telegram, model.Person, "MARLOW")})
	for _, want := range []struct {
		what string
		got  Count
		want Count
	}{
		{"people", r.Entities[model.Person], Count{1, 1, 1, 2}},
		{"organizations", r.Entities[model.Organization], Count{1, 1, 1, 1}},
		{"places", r.Entities[model.Place], Count{1, 2, 1, 2}},
		{"mentions of people", r.Mentions[model.Person], Count{1, 1, 1, 2}},
		{"people, strictly", r.Strict[model.Person], Count{2, 2, 2, 4}},
		{"organizations, strictly", r.Strict[model.Organization], Count{1, 1, 1, 2}},
		{"places, strictly", r.Strict[model.Place], Count{1, 3, 1, 2}},
	} {
		if want.got != want.want {
			t.Errorf("%s: %+v, want %+v", want.what, want.got, want.want)
		}
	}
	if len(r.Confusions) != 1 || !strings.Contains(r.Confusions[0], "BRONTE") {
		t.Errorf("kinds confused: %q", r.Confusions)
	}
}

// A name that was split, or two that were merged, cost in the strict measure alone.
func TestSplitsAndMerges(t *testing.T) {
	telegram := annotated(t, "1. ADA QUILL AND BEN MARLOW MET. QUILL LEFT EARLY IN THE MORNING, BUT NOT ALONE.",
		map[string][2]string{"1": {"ADA QUILL", "PER.IND"}, "2": {"BEN MARLOW", "PER.IND"}},
		[2]string{"1", "ADA QUILL"}, [2]string{"2", "BEN MARLOW"})
	for what, found := range map[string][]Name{
		"merged": {name(telegram, model.Person, "ADA QUILL", "BEN MARLOW")},
		"split":  {name(telegram, model.Person, "ADA"), name(telegram, model.Person, "ADA QUILL"), name(telegram, model.Person, "BEN MARLOW")},
	} {
		r := NewResult()
		r.Add(telegram, found, nil)
		if f := r.Entities[model.Person].F1(); f != 1 {
			t.Errorf("%s: F1 is %v, want 1", what, f)
		}
		if f := r.Strict[model.Person].F1(); f >= 1 {
			t.Errorf("%s: strictly, F1 is %v, want less than 1", what, f)
		}
	}
}

func TestLoadSaysWhichFileIsWrong(t *testing.T) {
	dir := t.TempDir()
	for file, data := range map[string]string{"broken.json": "{", "outside.json": `{"text":"ADA","mentions":[{"start":2,"end":9,"text":"A","id":1}]}`} {
		path := filepath.Join(dir, file)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(dir); err == nil || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v", file, err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}
