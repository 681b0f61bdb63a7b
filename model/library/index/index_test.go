package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/library"
	"reftel/model/query"
)

// fixtures are folders of fictional cables in all formats.
func fixtures(t testing.TB) []string {
	t.Helper()
	var out []string
	for _, path := range []string{"../../../sample/cables", "../../../parser/testdata"} {
		if _, err := os.Stat(path); err != nil {
			t.Fatal(err)
		}
		out = append(out, path)
	}
	return out
}

// update brings the index of a folder up to date with paths.
func update(t testing.TB, dir string, paths ...string) {
	t.Helper()
	if err := Update(context.Background(), dir, library.Inputs(paths, nil), library.LoadOptions{}, func(Progress) {}); err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB, dir string) *Index {
	t.Helper()
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// inMemory reads the same paths into a library.
func inMemory(paths ...string) *library.Library {
	l := library.New()
	library.Load(context.Background(), library.Inputs(paths, nil), library.LoadOptions{}, l.Add)
	return l
}

// found returns what a query finds, oldest first, as "id file start".
func found(t testing.TB, x *Index, asked string) []string {
	t.Helper()
	q, err := query.Parse(asked)
	if err != nil {
		t.Fatal(err)
	}
	r, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("%s: %v", asked, err)
	}
	var out []string
	for n := range r.OldestFirst() {
		row, err := x.Row(n)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, key(row.Cable))
	}
	if len(out) != r.Len() {
		t.Errorf("%s: %d cables are said, %d given", asked, r.Len(), len(out))
	}
	return out
}

func key(c *model.Cable) string {
	return strings.Join([]string{c.ID.String(), c.Source.File, c.Source.Span.String()}, " ")
}

// An index answers every query as the cables themselves do.
func TestSearchAgreesWithTheCables(t *testing.T) {
	paths := fixtures(t)
	dir := t.TempDir()
	update(t, dir, paths...)
	x, l := open(t, dir), inMemory(paths...)
	if x.Len() != l.Len() || l.Len() < 40 {
		t.Fatalf("%d cables, want %d", x.Len(), l.Len())
	}
	asked := []string{
		"", "the", "lighthouse", "lighthouse keeper", `"the lighthouse"`, `"of the"`, "light*", "l*", "k* -keeper", "-the", "keeper OR harbour", "(keeper OR harbour) -the",
		"embassy", "prel", "tag:prel", "tag:pr*", "tag:e*", "tag:political", "from:lisbon", "from:embassy", "to:secstate", "to:s*", "subject:l*", "name:a*", "-name:a*",
		"class:secret", "class:>=confidential", "class:<c", "class:ts", "date:2009", "date:2009-01..2009-06", "date:..2000", "-date:1900..", "date:>=2009-03",
		"has:redaction", "has:loss", "has:summary", "has:reference", "has:omission", "has:garble", "-has:reference", "is:copy", "-is:copy", "id:09*", "id:lisbon", "id:f*",
		"zzzzzz", "zz*", `"keeper the"`, "xxxxxxxxxxxx", "x* has:redaction class:>=c date:2009",
	}
	for _, c := range l.Cables() {
		if !c.ID.IsZero() {
			asked = append(asked, "ref:"+c.ID.String(), "citedby:"+c.ID.String(), c.ID.String(), "id:"+c.ID.String())
		}
		for _, link := range l.Cites(c) {
			asked = append(asked, "ref:"+link.ID.String())
		}
		words := strings.Fields(c.Subject)
		for i := range words {
			asked = append(asked, words[i], `"`+strings.Join(words[i:min(len(words), i+3)], " ")+`"`, strings.Trim(words[i], "*:()\"-.")+"*")
		}
	}
	slices.Sort(asked)
	for _, a := range slices.Compact(asked) {
		q, err := query.Parse(a)
		if err != nil {
			continue // a sign of a subject that is none of the grammar
		}
		q = q.Bind(l.Ask)
		var want []string
		for _, c := range l.Cables() {
			if q.Matches(c) {
				want = append(want, key(c))
			}
		}
		if got := found(t, x, a); !slices.Equal(got, want) {
			t.Errorf("%s finds\n%s\nwant\n%s", a, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// A cable that is read again from its file is the one that was indexed.
func TestCablesAreReadFromTheirFiles(t *testing.T) {
	paths := fixtures(t)
	dir := t.TempDir()
	update(t, dir, paths...)
	x := open(t, dir)
	want := map[string]*model.Cable{}
	for _, c := range inMemory(paths...).Cables() {
		want[key(c)] = c
	}
	r, err := x.Search(context.Background(), query.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for n := range r.NewestFirst() {
		c, err := x.Cable(n)
		if err != nil {
			t.Errorf("cable %d: %v", n, err)
			continue
		}
		got, _ := json.Marshal(c)
		expected, _ := json.Marshal(want[key(c)])
		if string(got) != string(expected) {
			t.Errorf("%s reads\n%.400s\nwant\n%.400s", key(c), got, expected)
		}
		row, err := x.Row(n)
		if err != nil {
			t.Fatal(err)
		}
		title, _ := c.Title()
		shown, _ := row.Cable.Title()
		if row.Cable.Date.Unix() != c.Date.Unix() || row.Cable.Classification != c.Classification || row.Cable.Subject != c.Subject ||
			row.Cable.Number() != c.Number() || !strings.HasPrefix(title, shown) || (shown == "") != (title == "") {
			t.Errorf("the row of %s is %+v", key(c), row.Cable)
		}
	}
}

func TestLinksAgreeWithTheLibrary(t *testing.T) {
	paths := fixtures(t)
	dir := t.TempDir()
	update(t, dir, paths...)
	x, l := open(t, dir), inMemory(paths...)
	links := 0
	for _, c := range l.Cables() {
		numbers, err := x.Numbers(t.Context(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(numbers) != len(l.ByID(c.ID)) {
			t.Errorf("%s has %d copies, want %d", c.ID, len(numbers), len(l.ByID(c.ID)))
		}
		for _, n := range numbers {
			row, err := x.Row(n)
			if err != nil {
				t.Fatal(err)
			}
			if key(row.Cable) != key(c) {
				continue
			}
			got, err := x.Cites(t.Context(), n)
			if err != nil {
				t.Fatal(err)
			}
			want := l.Cites(c)
			links += len(want)
			if len(got) != len(want) {
				t.Errorf("%s cites %d, want %d", c.ID, len(got), len(want))
				continue
			}
			for i := range got {
				if got[i].ID != want[i].ID || got[i].Bullet != want[i].Bullet || got[i].YearInferred != want[i].YearInferred || (len(got[i].Numbers) > 0) != (want[i].Cable != nil) {
					t.Errorf("%s cites %+v, want %+v", c.ID, got[i], want[i])
				}
			}
		}
	}
	if links < 20 {
		t.Errorf("only %d links were compared", links)
	}
}

func TestThereIsNoIndex(t *testing.T) {
	if _, err := Open(t.TempDir()); !errors.Is(err, ErrNone) {
		t.Errorf("an empty folder: %v", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, databaseName), []byte("no database"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrNone) {
		t.Errorf("a file that is no database: %v", err)
	}
}

func mustSearch(t testing.TB, x *Index, asked string) *Result {
	t.Helper()
	q, err := query.Parse(asked)
	if err != nil {
		t.Fatal(err)
	}
	r, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A part of the library says of a cable's references what the whole says.
func TestPartsAgreeWithTheLibrary(t *testing.T) {
	paths := fixtures(t)
	dir := t.TempDir()
	update(t, dir, paths...)
	x, l := open(t, dir), inMemory(paths...)
	for _, c := range l.Cables() {
		if c.ID.IsZero() {
			continue
		}
		numbers, err := x.Around(context.Background(), c.ID, 1)
		if err != nil {
			t.Fatal(err)
		}
		part, problems, err := x.Part(context.Background(), numbers...)
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		for i, copied := range l.ByID(c.ID) {
			here := part.ByID(c.ID)
			if len(here) <= i {
				t.Fatalf("%s: copy %d is not in the part", c.ID, i)
			}
			if got, want := links(part.Cites(here[i])), links(l.Cites(copied)); got != want {
				t.Errorf("%s cites %s, want %s", c.ID, got, want)
			}
			got, _ := json.Marshal(part.SetStates(here[i]).References)
			want, _ := json.Marshal(l.SetStates(copied).References)
			if string(got) != string(want) {
				t.Errorf("%s: references\n%s\nwant\n%s", c.ID, got, want)
			}
		}
		if got, want := links(part.CitedBy(c.ID)), links(l.CitedBy(c.ID)); got != want {
			t.Errorf("%s is cited by %s, want %s", c.ID, got, want)
		}
	}
}

func links(all []library.Link) string {
	var out []string
	for _, l := range all {
		out = append(out, fmt.Sprint(l.ID, l.Cable != nil, l.YearInferred, l.Bullet, l.State, l.Places))
	}
	return strings.Join(out, "; ")
}

// Where the newest cables have too few hits more are looked at, but never all.
func TestSearchNewestLooksFurther(t *testing.T) {
	defer func(before int) { newest = before }(newest)
	newest = 2
	dir, file := t.TempDir(), filepath.Join(t.TempDir(), "cables.csv")
	write(t, file, 5, 4<<20)
	update(t, dir, file)
	x := open(t, dir)
	all := mustSearch(t, x, "")
	if all.Len() < 400 {
		t.Fatalf("%d cables are too few to tell", all.Len())
	}
	q, err := query.Parse("the")
	if err != nil {
		t.Fatal(err)
	}
	for enough, atLeast := range map[int]int{1: 1, 2: 1, 9: 9, 1000: 9} {
		r, err := x.SearchNewest(context.Background(), q, enough)
		if err != nil || r.Len() < atLeast || r.Len() > all.Len()/8 {
			t.Errorf("of %d cables %d are found among the newest where %d are enough (%v)", all.Len(), r.Len(), enough, err)
		}
		want := slices.Collect(mustSearch(t, x, "the").NewestFirst())
		if got := slices.Collect(r.NewestFirst()); !slices.Equal(got, want[:len(got)]) {
			t.Errorf("%v are found and not %v", got, want[:len(got)])
		}
	}
	if newest = all.Len(); x.IsLarge() {
		t.Error("a library of which all cables are the newest is large")
	}
}

// The newest cables that answer are those with which the answer of all begins.
func TestSearchNewestAgreesWithSearch(t *testing.T) {
	dir := t.TempDir()
	update(t, dir, fixtures(t)...)
	x := open(t, dir)
	for _, asked := range []string{"", "the", `"of the"`, `"the lighthouse"`, `-"of the"`, `"of the" OR class:secret`, "l*", "date:2009", "is:copy", "tag:prel -has:redaction"} {
		q, err := query.Parse(asked)
		if err != nil {
			t.Fatal(err)
		}
		all := map[int]bool{}
		for n := range mustSearch(t, x, asked).NewestFirst() {
			all[n] = true
		}
		for _, cables := range []int{0, 1, 10, 1000} {
			r, err := x.searchNewest(context.Background(), x.now(), q, cables)
			if err != nil {
				t.Fatal(err)
			}
			var want []int
			newest := 0
			for n := range mustSearch(t, x, "").NewestFirst() {
				if newest++; newest > cables {
					break
				}
				if all[n] {
					want = append(want, n)
				}
			}
			if got := slices.Collect(r.NewestFirst()); !slices.Equal(got, want) || r.Len() != len(want) {
				t.Errorf("%s among the newest %d: %v, want %v", asked, cables, got, want)
			}
		}
	}
}
