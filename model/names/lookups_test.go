package names

import (
	"context"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reftel/internal/synthetic"
	"reftel/model/match"
)

// stock makes a table of people, organizations and places of recent history, which everybody has heard of, and two thousand
// whom nobody has.
func stock(t testing.TB) *Table {
	t.Helper()
	var all []Gathered
	for _, line := range data(t, "stock.txt") {
		part := strings.Split(line, " | ")
		count, err := strconv.Atoi(part[1])
		if err != nil || len(part) != 3 {
			t.Fatalf("%q is no line of the stock", line)
		}
		forms := strings.Split(part[2], "; ")
		all = append(all, Gathered{Key: part[0] + " " + key(forms[0]), Forms: forms, Mentions: count, Cables: count/3 + 1})
	}
	for i := range uint64(2000) {
		name := synthetic.Person(i)
		all = append(all, Gathered{Key: "person " + key(name), Forms: []string{name}, Mentions: int(i%20) + 1, Cables: int(i%7) + 1})
	}
	slices.SortFunc(all, func(a, b Gathered) int { return strings.Compare(a.Key, b.Key) })
	all = slices.CompactFunc(all, func(a, b Gathered) bool { return a.Key == b.Key })
	return NewTable(slices.Values(all), func([]string) int { return 0 }, nil)
}

// data returns the lines of a file of test data that are no comments.
func data(t testing.TB, name string) (out []string) {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	lines(string(text), func(line string) { out = append(out, line) })
	return out
}

// The name that is meant is the first row in 95 of 100 lookups, and among the first five in all.
func TestLookupsFindWhoIsMeant(t *testing.T) {
	table := stock(t)
	asked, first := 0, 0
	var missed []string
	for _, line := range data(t, "lookups.txt") {
		typed, wanted, _ := strings.Cut(line, " = ")
		want := strings.Split(wanted, "|")
		hits, _ := table.Lookup(context.Background(), typed, 50)
		at := slices.IndexFunc(hits, func(h Hit) bool {
			return slices.ContainsFunc(want, func(w string) bool {
				return slices.ContainsFunc(h.Forms, func(form string) bool { return match.Fold(form) == match.Fold(w) })
			})
		})
		asked++
		if at == 0 {
			first++
			continue
		}
		above := ""
		if len(hits) > 0 {
			above = hits[0].Name + ", " + hits[0].How.String()
		}
		missed = append(missed, typed+": "+wanted+" is row "+strconv.Itoa(at)+", below "+above)
		if at < 0 || at >= 5 {
			t.Errorf("%q: %s is in row %d of %d; the first is %s", typed, wanted, at, len(hits), above)
		}
	}
	if asked < 150 || first*100 < asked*95 {
		t.Errorf("of %d lookups %d have who is meant in the first row:\n%s", asked, first, strings.Join(missed, "\n"))
	}
	t.Logf("%d of %d in the first row; not so\n%s", first, asked, strings.Join(missed, "\n"))
}
