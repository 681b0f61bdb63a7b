package words_test

import (
	"slices"
	"testing"

	"reftel/model"
	"reftel/ui/words"
)

func TestCopiesAreCalledByAsMuchOfTheirPathAsTellsThemApart(t *testing.T) {
	for _, tt := range []struct{ files, want []string }{
		{[]string{"/library/gazette.txt", "/library/release.txt"}, []string{"gazette.txt", "release.txt"}},
		{[]string{"/library/a/release.txt", "/library/b/release.txt", "/library/b/gazette.txt"}, []string{"a/release.txt", "b/release.txt", "gazette.txt"}},
		{[]string{"/x/a/old/cable.txt", "/x/b/old/cable.txt"}, []string{"a/old/cable.txt", "b/old/cable.txt"}},
		{[]string{"cable.txt", "old/cable.txt"}, []string{"cable.txt", "old/cable.txt"}},
		{[]string{"more-cables.txt", "cables.txt"}, []string{"more-cables.txt", "cables.txt"}},
		{[]string{"all.csv", "all.csv", "one.txt"}, []string{"all.csv, 1 of 2", "all.csv, 2 of 2", "one.txt"}},
		{[]string{"", ""}, []string{", 1 of 2", ", 2 of 2"}},
		{[]string{"/", "cable.txt"}, []string{"", "cable.txt"}},
		{nil, []string{}},
	} {
		var copies []*model.Cable
		for _, file := range tt.files {
			copies = append(copies, &model.Cable{Source: model.Source{File: file}})
		}
		if got := words.CopyNames(copies); !slices.Equal(got, tt.want) {
			t.Errorf("%q are called %q, want %q", tt.files, got, tt.want)
		}
	}
}
