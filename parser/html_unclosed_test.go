package parser

import (
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// What takes the rest of a page out of sight is told.
func TestUnclosedMarkupIsTold(t *testing.T) {
	const head = "<html><head><title>Cables</title></head><body><pre>"
	const cable = "S E C R E T LISBON 000012\n\nE.O. 12958: DECL: 01/01/2019\nTAGS: PREL\nSUBJECT: BOATS\n\n1. (S) One boat.\n"
	tests := []struct {
		page string
		want string // of a warning; "": none
	}{
		{head + cable + "</pre></body></html>", ""},
		{head + cable + "<!-- a comment --></pre>", ""},
		{head + cable + "<script>var a = 1</script></pre>", ""},
		{head + cable + "<!-- never closed\n2. (S) Two boats.\n", "inside a comment, which begins at byte 151"},
		{head + cable + "<script>var a = 1\n2. (S) Two boats.\n", "inside the element <script>, which begins at byte 151"},
		{head + cable + "<div hidden>2. (S) Two boats.\n", "inside the element <div>, which begins at byte 151"},
		{"<html><script>" + cable, "inside the element <script>, which begins at byte 6"},
	}
	for _, tt := range tests {
		r := Parse("page.html", []byte(tt.page), Options{})
		warned := ""
		for _, w := range slices.Concat(r.Warnings, cableWarnings(r)) {
			if w.Kind == WarnMarkup {
				warned += w.Text
			}
		}
		if tt.want == "" && warned != "" || !strings.Contains(warned, tt.want) {
			t.Errorf("%q: warned of %q, want %q", tt.page, warned, tt.want)
		}
	}
	alone := Parse("page.html", []byte("<html><script>"+cable), Options{})
	if len(alone.Cables) > 0 || !slices.ContainsFunc(alone.Warnings, func(w model.Warning) bool { return strings.Contains(w.Text, "nothing of the page is text") }) {
		t.Errorf("a page without text: %v", alone.Warnings)
	}
}

// cableWarnings returns the warnings of all cables.
func cableWarnings(r Result) (out []model.Warning) {
	for _, c := range r.Cables {
		out = append(out, c.Warnings...)
	}
	return out
}
