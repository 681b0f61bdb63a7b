package shelf_test

import (
	"fmt"
	"slices"
	"testing"

	"reftel/model/library/shelf"
	"reftel/model/names"
	"reftel/model/names/rules"
	"reftel/model/query"
)

// ruled lays rules over both shelves.
func ruled(t *testing.T, text string, all ...shelf.Shelf) {
	t.Helper()
	parsed, err := rules.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	set, err := rules.New(parsed)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		if err := s.SetRules(t.Context(), set); err != nil {
			t.Fatal(err)
		}
	}
}

// everyName writes all names of a shelf, and counts their mentions.
func everyName(t *testing.T, s shelf.Shelf) (written []string, mentions int) {
	t.Helper()
	hits, _ := s.Names().Lookup(t.Context(), "", 1<<20)
	for _, h := range hits {
		numbers, err := s.Named(t.Context(), h.Entry)
		if err != nil {
			t.Fatal(err)
		}
		if len(numbers) != h.Entry.Cables {
			t.Errorf("%s has %d cables, and %d are found", h.Name, h.Entry.Cables, len(numbers))
		}
		years, err := s.Names().Years(t.Context(), h.Entry)
		if err != nil {
			t.Fatal(err)
		}
		byYear := 0
		for _, y := range years {
			byYear += y.Mentions
		}
		if byYear != h.Mentions {
			t.Errorf("%s is mentioned %d times, by year %d times", h.Name, h.Mentions, byYear)
		}
		mentions += h.Mentions
		written = append(written, fmt.Sprintf("%s %s %q %d %d %v %v %v", h.Kind, h.Name, h.Forms, h.Entry.Cables, h.Mentions, years, h.Ruled, h.Joined))
	}
	return written, mentions
}

// entry finds a name by what it is called.
func entry(t *testing.T, s shelf.Shelf, called string) (names.Entry, bool) {
	t.Helper()
	hits, _ := s.Names().Lookup(t.Context(), called, 100)
	i := slices.IndexFunc(hits, func(h names.Hit) bool { return h.Name == called })
	if i < 0 {
		return names.Entry{}, false
	}
	return hits[i].Entry, true
}

// isName reports whether a name is called so.
func isName(hits []names.Hit, called string) bool {
	return slices.ContainsFunc(hits, func(h names.Hit) bool { return rules.Key(h.Name) == rules.Key(called) })
}

// Whatever rules say of the names of the sample, both shelves say the same, and no mention is lost but those of names that
// are hidden. Rules that are taken back leave nothing behind.
func TestBothShelvesFollowTheSameRules(t *testing.T) {
	memory, indexed, _ := shelves(t)
	before, all := everyName(t, memory)
	hits, _ := memory.Names().Lookup(t.Context(), "", 1<<20)
	var people []names.Hit
	split, form, from := "", "", ""
	for _, h := range hits {
		if h.Kind == "person" && !h.Alone {
			people = append(people, h)
		}
		if len(h.Forms) > 1 && split == "" && h.Kind == "person" && !isName(hits, h.Forms[1]) {
			form, from = h.Forms[1], h.Name
			split = fmt.Sprintf("split person %q from %q\n", h.Forms[1], h.Name)
		}
	}
	if len(people) < 4 || split == "" {
		t.Fatal("the sample has too few people")
	}
	a, b, c, d := people[0], people[1], people[2], people[3]
	for _, tt := range []struct {
		about, text string
		hidden      int // mentions
		more        int // names
	}{
		{"merge", fmt.Sprintf("merge person %q = %q = %q", a.Name, b.Name, c.Name), 0, -2},
		{"rename", fmt.Sprintf("rename person %q -> \"Somebody Else\"", a.Name), 0, 0},
		{"retype", fmt.Sprintf("retype person %q -> organization", b.Name), 0, 0},
		{"hide", fmt.Sprintf("hide person %q", d.Name), d.Mentions, -1},
		{"split", split, 0, 1},
		{"a chain", fmt.Sprintf("rename person %q -> \"X Y\"\nretype person \"X Y\" -> place\nmerge person %q = %q\nhide person %q", a.Name, a.Name, b.Name, d.Name), d.Mentions, -2},
		{"hidden with what was merged", fmt.Sprintf("merge person %q = %q\nhide person %q", a.Name, b.Name, a.Name), a.Mentions + b.Mentions, -2},
		{"nobody", "hide place \"Nowhere At All\"", 0, 0},
	} {
		ruled(t, tt.text, memory, indexed)
		same(t, tt.about, func(s shelf.Shelf) string { written, _ := everyName(t, s); return fmt.Sprint(written) }, memory, indexed)
		same(t, tt.about+": names of each cable", func(s shelf.Shelf) string { return everyNamed(t, s) }, memory, indexed)
		now, mentions := everyName(t, memory)
		if mentions != all-tt.hidden || len(now) != len(before)+tt.more {
			t.Errorf("%s: %d mentions of %d names, and %d of %d without the rule", tt.about, mentions, len(now), all, len(before))
		}
	}
	ruled(t, split, memory, indexed)
	whole, _ := entry(t, memory, from)
	part, ok := entry(t, memory, form)
	if !ok || part.Mentions == 0 || slices.Contains(whole.Forms, form) {
		t.Errorf("%q was split from %+v and is %+v", form, whole, part)
	}
	ruled(t, "", memory, indexed)
	if after, _ := everyName(t, indexed); !slices.Equal(after, before) {
		t.Error("rules that were taken back have left something behind")
	}
}

// What a name is called by the rules finds it: in the names, in queries, and in the cable.
func TestARenamedNameIsFound(t *testing.T) {
	memory, indexed, _ := shelves(t)
	hits, _ := memory.Names().Lookup(t.Context(), "", 1<<20)
	i := slices.IndexFunc(hits, func(h names.Hit) bool { return h.Kind == "person" && !h.Alone && h.Entry.Cables > 1 })
	was := hits[i].Entry
	ruled(t, fmt.Sprintf("rename person %q -> \"Zebulon Umbrage\"", was.Name), memory, indexed)
	q, err := query.Parse(`name:"zebulon umbrage"`)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []shelf.Shelf{memory, indexed} {
		e, ok := entry(t, s, "Zebulon Umbrage")
		if !ok || !e.Ruled || e.Joined || e.Mentions != was.Mentions {
			t.Fatalf("%T: the name is %+v, and was %+v", s, e, was)
		}
		named, err := s.Named(t.Context(), e)
		if err != nil || len(named) != was.Cables {
			t.Fatalf("%T: %d cables have it, want %d: %v", s, len(named), was.Cables, err)
		}
		found, err := s.Find(t.Context(), shelf.Question{Query: q})
		if err != nil || !slices.Equal(slices.Sorted(slices.Values(found)), slices.Sorted(slices.Values(named))) {
			t.Errorf("%T: the query finds %v, want %v: %v", s, found, named, err)
		}
		mentioned, err := s.Mentioned(t.Context(), e, named)
		mentions := 0
		for _, m := range mentioned {
			mentions += len(m.Name.Mentions)
			if m.Name.Name != "Zebulon Umbrage" {
				t.Errorf("%T: a cable has it as %q", s, m.Name.Name)
			}
		}
		if err != nil || mentions != e.Mentions {
			t.Errorf("%T: cables mention it %d times, want %d: %v", s, mentions, e.Mentions, err)
		}
		o, err := s.Open(t.Context(), named[0])
		if err != nil {
			t.Fatal(err)
		}
		again, err := s.Relate(t.Context(), o)
		if err != nil || again.Cable != o.Cable {
			t.Errorf("%T: the cable is another one though the rules are the same: %v", s, err)
		}
		if err := s.SetRules(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		plain, err := s.Relate(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		if numbers, err := s.Named(t.Context(), e); err != nil || len(numbers) > 0 {
			t.Errorf("%T: an entry of rules that no longer hold has %d cables: %v", s, len(numbers), err)
		}
		for at := range o.Cable.Names {
			if n, p := o.Cable.Names[at], plain.Cable.Names[at]; n.Name != p.Name && (n.Name != "Zebulon Umbrage" || rules.Key(p.Name) != rules.Key(was.Name)) {
				t.Errorf("%T: %q is called %q", s, p.Name, n.Name)
			}
		}
	}
}
