package parser

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// The package comment is the map of the package: it names every file.
func TestPackageCommentNamesEveryFile(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "parser.go", nil, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	words := wordsOfComment(f.Doc)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if name := strings.TrimSuffix(file, ".go"); !strings.HasSuffix(name, "_test") && !slices.Contains(words, name) {
			t.Errorf("the package comment in parser.go doesn't say what %s is for", file)
		}
	}
}

func wordsOfComment(doc *ast.CommentGroup) []string {
	return strings.FieldsFunc(doc.Text(), func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
