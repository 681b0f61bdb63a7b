package query

import (
	"context"
	"errors"
	"testing"

	"reftel/model"
)

// keeping is a notebook: the texts that it has of cables.
type keeping map[Keeping]map[model.Key]string

func (k keeping) Cables(_ context.Context, asked Kept) (*Cables, error) {
	var keys []model.Key
	for key, text := range k[asked.What] {
		if asked.Text == nil || asked.Text.In(text) {
			keys = append(keys, key)
		}
	}
	return NewCables(keys...), nil
}

func TestWhatIsKeptIsAskedOfTheNotebook(t *testing.T) {
	named, unnamed := envoy(), &model.Cable{Source: model.Source{SHA256: "aa"}, Subject: "THE ENVOY"}
	b := keeping{
		KeptNote:  {named.Key(): "Who was this?\nAsk the archive.", {ID: model.ID{Year: 1999, Station: "LIMA", Serial: 1}}: "elsewhere"},
		KeptLabel: {unnamed.Key(): "Chapter 3", named.Key(): "envoys"},
		KeptRead:  {unnamed.Key(): ""},
	}
	for _, tt := range []struct {
		query          string
		named, unnamed bool
	}{
		{"has:note", true, false},
		{"-has:note", false, true},
		{"has:NOTE envoy", true, false},
		{"note:archive", true, false},
		{"note:arch", false, false},
		{"note:arch*", true, false},
		{`note:"this ask"`, true, false},
		{"note:elsewhere", false, false},
		{`label:"chapter 3"`, false, true},
		{"label:envoys OR label:chapter", true, true},
		{"is:read", false, true},
		{"is:unread", true, false},
		{"-is:unread", false, true},
		{"is:UNREAD (has:note OR label:chapter)", true, false},
		{"is:unread is:copy", false, false},
	} {
		q, err := Parse(tt.query)
		if err != nil {
			t.Errorf("%s: %v", tt.query, err)
			continue
		}
		if !q.AsksNotebook() {
			t.Errorf("%s asks nothing of the notebook", tt.query)
		}
		q, err = q.Resolve(t.Context(), b)
		if err != nil || q.AsksNotebook() {
			t.Errorf("%s: %v", tt.query, err)
		}
		q = q.Bind(func(Node) []*model.Cable { return nil })
		if got, other := q.Matches(named), q.Matches(unnamed); got != tt.named || other != tt.unnamed {
			t.Errorf("%s finds %v and %v, want %v and %v", tt.query, got, other, tt.named, tt.unnamed)
		}
	}
}

// A cable that was read without its id once is known by its bytes.
func TestCablesAreKnownByTheirHash(t *testing.T) {
	c := envoy()
	c.Source.SHA256 = "bb"
	if s := NewCables(model.Key{SHA256: "bb"}); !s.Has(c) || s.Len() != 1 {
		t.Error("it isn't")
	}
	if NewCables(model.Key{ID: model.ID{Year: 1999}}).Has(&model.Cable{}) || NewCables().Has(&model.Cable{}) {
		t.Error("a cable without id and hash is one of others")
	}
}

// Without a notebook nothing is noted, and all is unread.
func TestWithoutANotebook(t *testing.T) {
	for query, want := range map[string]bool{"has:note": false, "is:unread": true, "is:read": false, "-label:x": true} {
		q, err := Parse(query)
		if err != nil {
			t.Fatal(err)
		}
		if q, err = q.Resolve(t.Context(), nil); err != nil || q.Matches(envoy()) != want {
			t.Errorf("%s: %v, want %v (%v)", query, !want, want, err)
		}
	}
	q, err := Parse("harbor -has:redaction")
	if err != nil || q.AsksNotebook() || (Query{}).AsksNotebook() {
		t.Errorf("a query that asks nothing of the notebook does: %v", err)
	}
}

// broken is a notebook that can't be read.
type broken struct{}

var errBroken = errors.New("broken")

func (broken) Cables(context.Context, Kept) (*Cables, error) { return nil, errBroken }

func TestANotebookThatCannotBeRead(t *testing.T) {
	for _, query := range []string{"has:note", "-has:note", "a OR note:b", "a (b is:unread)"} {
		q, err := Parse(query)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := q.Resolve(t.Context(), broken{}); !errors.Is(err, errBroken) {
			t.Errorf("%s: %v", query, err)
		}
	}
}
