package query

import (
	"strings"
	"testing"
)

// valued gives the values of fields.
func valued(of map[Field][]string) func(Field) []string {
	return func(f Field) []string { return of[f] }
}

func TestComplete(t *testing.T) {
	values := valued(map[Field][]string{From: {"lisbon", "amembassy port verde"}, Tag: {"PREL", "ECON", "PGOV", "QUILL, ADA"}})
	tests := []struct{ typed, want string }{
		{"", ""},
		{"d", "date:"},
		{"ship cl", "ship class:"},
		{"-ha", "-has:"},
		{"(ship OR ta", "(ship OR tag:"},
		{"T", "to: | tag:"},
		{"tag:p", "tag:PREL | tag:PGOV"},
		{"ship TAG:P", "ship tag:PREL | ship tag:PGOV"},
		{"tag:PREL", ""},
		{"tag:q", `tag:"QUILL, ADA"`},
		{`tag:"quill, `, `tag:"QUILL, ADA"`},
		{"from:", "from:lisbon | from:\"amembassy port verde\""},
		{"class:>=se", "class:>=secret"},
		{"class:s", "class:sbu | class:secret"},
		{"has:l", "has:loss"},
		{"is:", "is:read | is:unread | is:copy"},
		{"has:n", "has:note"},
		{"date:20", ""},
		{"zzz", ""},
		{"foo:bar", ""},
		{"date:2009 ", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range Complete(tt.typed, values) {
			got = append(got, c.Query)
			if !strings.HasSuffix(c.Query, c.Word) {
				t.Errorf("%q: %+v", tt.typed, c)
			}
		}
		if strings.Join(got, " | ") != tt.want {
			t.Errorf("%q goes on as %s, want %s", tt.typed, strings.Join(got, " | "), tt.want)
		}
	}
}

// Whatever is offered can be read.
func TestCompletionsAreReadable(t *testing.T) {
	values := valued(map[Field][]string{From: {"portverde"}, Tag: {"KNNP", "OVIP (QUILL)", "PREL"}})
	for _, typed := range []string{"c", "ref:", "tag:", "from:", "class:", "class:<", "has:", "is:", "-(t"} {
		for _, c := range Complete(typed, values) {
			if _, err := ParseTyped(c.Query); err != nil {
				t.Errorf("%q offers %q: %v", typed, c.Query, err)
			}
		}
	}
}
