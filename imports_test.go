package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows says what each package may import of this module, apart from the packages below it; a
// star ends a path that stands for all packages that begin so. What isn't in the table may import
// nothing. ARCHITECTURE.md draws the same.
var arrows = map[string][]string{
	".":                    {"ui/cli"},
	"parser":               {"model"},
	"parser/facts":         {"model"},
	"model":                {},
	"model/names":          {"model", "model/excerpt", "model/letters", "model/lexicon", "model/match", "model/names/rules"},
	"model/names/lookup":   {"model", "model/match", "model/names/packed", "model/names/spelling"},
	"model/names/packed":   {},
	"model/names/spelling": {},
	"model/match":          {"model", "model/letters"},
	"model/query":          {"model", "model/letters"},
	"model/letters":        {},
	"model/lexicon":        {},
	"model/watchlist":      {"model", "model/query"},
	"model/excerpt":        {"model"},
	"model/compare":        {"model", "model/excerpt", "model/match"},
	"model/cite":           {"model"},
	"model/library":        {"internal/crash", "model", "model/excerpt", "model/names", "model/query", "parser", "parser/facts"},
	"model/expand":         {"model", "model/letters", "parser/facts"},

	"model/library/index":    {"internal/crash", "model", "model/expand", "model/library", "model/library/postings", "model/names", "model/names/rules", "model/query", "parser"},
	"model/library/postings": {"model/lexicon"},
	"model/names/rules":      {"model", "model/match"},
	"model/notebook":         {"model", "model/excerpt", "model/names/rules", "model/query"},
	"model/library/shelf":    {"internal/crash", "model", "model/expand", "model/library", "model/library/index", "model/names", "model/names/rules", "model/query"},
	"keymap":                 {},
	"sample":                 {},
	"internal/entityscore":   {"model"},
	"internal/*":             {},
	"bench":                  {"internal/*", "model", "model/*", "parser"},
	"bench/child":            {},
	"bench/readers":          {},
	"ui":                     {"internal/crash", "keymap", "model", "model/*", "ui/*"},
	"ui/visible":             {},
	"ui/layout":              {},
	"ui/words":               {"model", "model/cite", "model/compare", "model/expand"},
	"ui/theme":               {"model"},
	"ui/render":              {"model", "ui/visible"},
	"ui/input":               {"ui/visible"},
	"ui/config":              {"keymap", "model/cite", "ui/layout", "ui/list", "ui/theme", "ui/words"},
	"ui/frame":               {},
	"ui/cli":                 {"internal/crash", "keymap", "model", "model/*", "sample", "ui", "ui/config", "ui/export", "ui/serve", "ui/theme", "ui/visible", "ui/words"},
	"ui/serve":               {"internal/crash", "model", "model/*", "ui", "ui/visible", "ui/words"},
	"ui/sim":                 {"keymap", "model/library", "model/library/shelf", "model/notebook", "model/watchlist", "ui"},
	"ui/*":                   {"keymap", "model", "model/*", "ui/bar", "ui/input", "ui/render", "ui/theme", "ui/visible", "ui/words"}, // a pane: no other pane
	"screenshots":            {},
}

// terminalLibraries must not be imported below model/ and parser/, nor by the keymap and the sample.
var terminalLibraries = []string{"charm.land/", "github.com/charmbracelet/", "github.com/spf13/"}

// homes says which packages alone import a library.
var homes = map[string][]string{
	"github.com/sahilm/fuzzy":    {"model/match"},
	"charm.land/glamour/v2":      {"ui/render"},
	"charm.land/glamour/v2/ansi": {"ui/render"},
	"charm.land/fang/v2":         {"ui/cli"},
	"github.com/spf13/cobra":     {"ui/cli"},
	"github.com/spf13/pflag":     {"ui/cli"},
	"golang.org/x/net/html":      {"parser"},
	"charm.land/wish/v2":         {"ui/serve"},
	"charm.land/ssh":             {"ui/serve"},
	"golang.org/x/crypto/ssh":    {"ui/serve", "bench/readers"},
	"net":                        {"ui/serve"},
}

// calls says in which file alone a function may be called, or in files of which package.
var calls = map[string][]string{
	"tea.NewProgram": {"ui/run.go", "ui/served.go"},
	"lipgloss.Color": {"ui/theme"},
	"os.Exit":        {"main.go"},
	"exec.Command":   {"bench/child", "ui/external.go"}, // nothing else starts another program
}

// eachFile calls do with every file that goes into the program.
func eachFile(t *testing.T, mode parser.Mode, do func(name string, f *ast.File)) {
	t.Helper()
	seen := 0
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, mode)
		if err != nil {
			return err
		}
		seen++
		do(filepath.ToSlash(name), f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 50 {
		t.Fatalf("only %d files were looked at", seen)
	}
}

// within reports whether a package is in a list of packages and starred paths.
func within(pkg string, list []string) bool {
	return slices.ContainsFunc(list, func(entry string) bool {
		prefix, starred := strings.CutSuffix(entry, "*")
		return pkg == entry || starred && strings.HasPrefix(pkg, prefix)
	})
}

// allowed returns the arrows of a package: its own row, else the starred one.
func allowed(pkg string) []string {
	if row, ok := arrows[pkg]; ok {
		return row
	}
	top, _, _ := strings.Cut(pkg, "/")
	return arrows[top+"/*"]
}

func TestImportArrows(t *testing.T) {
	eachFile(t, parser.ImportsOnly, func(name string, f *ast.File) {
		pkg := path.Dir(name)
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if own, ok := strings.CutPrefix(imported, "reftel/"); ok {
				if !within(own, allowed(pkg)) && !strings.HasPrefix(own, pkg+"/") {
					t.Errorf("%s imports %s: that arrow is not in the design", name, own)
				}
				continue
			}
			if home, ok := homes[imported]; ok && !slices.Contains(home, pkg) {
				t.Errorf("%s imports %s, which is for %q alone", name, imported, home)
			}
			top, _, _ := strings.Cut(pkg, "/")
			domain := slices.Contains([]string{"model", "parser", "keymap", "sample"}, top)
			if domain && slices.ContainsFunc(terminalLibraries, func(l string) bool { return strings.HasPrefix(imported, l) }) {
				t.Errorf("%s imports %s: %s knows no terminal", name, imported, top)
			}
			if pkg == "model" && strings.Contains(imported, ".") {
				t.Errorf("%s imports %s: model imports the standard library alone", name, imported)
			}
			if first, _, _ := strings.Cut(imported, "/"); first == "net" && imported != "net/url" && homes[imported] == nil {
				t.Errorf("%s imports %s: but for serving readers, reftel opens no connection", name, imported)
			}
		}
	})
}

func TestCallsStandWhereTheyBelong(t *testing.T) {
	eachFile(t, parser.SkipObjectResolution, func(name string, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			selector, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			of, ok := selector.X.(*ast.Ident)
			if !ok {
				return true
			}
			home, known := calls[of.Name+"."+selector.Sel.Name]
			if known && !slices.Contains(home, name) && !slices.Contains(home, path.Dir(name)) {
				t.Errorf("%s calls %s.%s; its place is %q", name, of.Name, selector.Sel.Name, home)
			}
			return true
		})
	})
}

// A panic on a goroutine that nobody watches ends the process with the terminal as it was, and with words of a document on
// it. So every goroutine of the program, started here or by somebody who is handed a function, begins with crash.Caught.
func TestGoroutinesAreWatched(t *testing.T) {
	isCaught := func(e ast.Expr) bool {
		call, ok := e.(*ast.CallExpr)
		if !ok {
			return false
		}
		selector, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return false
		}
		of, ok := selector.X.(*ast.Ident)
		return ok && of.Name == "crash" && selector.Sel.Name == "Caught"
	}
	started := 0
	eachFile(t, parser.SkipObjectResolution, func(name string, f *ast.File) {
		if strings.HasPrefix(name, "bench/") { // which measures the program from the outside
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			var begins ast.Expr
			switch n := n.(type) {
			case *ast.GoStmt:
				begins = n.Call.Fun
			case *ast.CallExpr:
				if selector, ok := n.Fun.(*ast.SelectorExpr); ok && (selector.Sel.Name == "Go" || selector.Sel.Name == "AfterFunc") {
					begins = n.Args[len(n.Args)-1]
				}
			}
			if begins == nil {
				return true
			}
			started++
			if !isCaught(begins) {
				t.Errorf("%s starts a goroutine without crash.Caught", name)
			}
			return true
		})
	})
	if started < 8 {
		t.Errorf("only %d goroutines were found", started)
	}
}
