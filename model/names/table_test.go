package names

import (
	"context"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// What an index says doesn't depend on the order of the cables.
func TestTheOrderOfCablesDoesNotMatter(t *testing.T) {
	document := func(volume, key, name string) *model.Cable {
		return &model.Cable{ID: model.ID{Volume: volume, Serial: 1}, Names: []model.Name{
			{Name: name, Kind: model.Person, Forms: []string{name, strings.ToUpper(name)}, Key: key, Origin: model.FromMarkup, Mentions: []model.Mention{{}}}}}
	}
	cables := []*model.Cable{
		dated("PORTVALE", 9, "Minister Ada Quill met Corvino Barral Teyra (CBT) in Lima. The GOZ paid; SEVMAR watched."),
		dated("PORTVALE", 3, "ADA QUILL said nothing, Ada Quill left. The Vellanian Navy (SEVMAR) sailed. GARCÍA LUNA and Garcia Luna."),
		dated("LIMA", 5, "President Ostrander is another man. García Luna differs. Adán Quillén spoke."),
		document("frus1977v1", "p_QA1", "Quill, Ada"), document("frus1977v2", "p_QA1", "Quill, Ada X."), document("frus1977v3", "p_Q", "Ada Quill"),
	}
	want := ""
	random := rand.New(rand.NewPCG(1, 1))
	for range 20 {
		x := NewIndex()
		for _, c := range cables {
			x.Add(c)
		}
		hits, _ := x.Lookup(context.Background(), "", 100)
		got := ""
		for _, h := range hits {
			got += h.Name + ": " + strings.Join(h.Forms, ", ") + "\n"
		}
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("in another order the names are\n%s\nand were\n%s", got, want)
		}
		random.Shuffle(len(cables), func(i, j int) { cables[i], cables[j] = cables[j], cables[i] })
	}
}

// What cables say of their names one by one makes the table that an index of them makes.
func TestGatherMakesTheSameTable(t *testing.T) {
	x := NewIndex()
	byKey := map[string]*Gathered{}
	naming := map[string][]int{}
	long := strings.Repeat("Quill ", 200)
	texts := []string{"Minister Ada Quill met Corvino Barral Teyra (CBT) in Lima. SEVMAR watched.", "ADA QUILL left. The Vellanian Navy (SEVMAR) sailed.", "SEVMAR met the Vellanian Navy."}
	for i, text := range texts {
		c := dated("LIMA", i+1, text)
		c.Names = append(c.Names, model.Name{Name: long + "\n\x00.", Kind: model.Term, Note: long}, model.Name{Kind: model.Place})
		x.Add(c)
		for _, g := range Gather(c) {
			if byKey[g.Key] == nil {
				byKey[g.Key] = &Gathered{Key: g.Key, Alone: g.Alone, Volume: g.Volume}
			}
			byKey[g.Key].Join(g)
			naming[g.Key] = append(naming[g.Key], i)
		}
	}
	var all []Gathered
	for _, g := range byKey {
		all = append(all, *g)
	}
	slices.SortFunc(all, func(a, b Gathered) int { return strings.Compare(a.Key, b.Key) })
	table := NewTable(slices.Values(all), func(keys []string) int {
		seen := map[int]bool{}
		for _, k := range keys {
			for _, i := range naming[k] {
				seen[i] = true
			}
		}
		return len(seen)
	}, nil)
	for _, query := range []string{"", "sevmar", "quill", "barral"} {
		want, _ := x.Lookup(context.Background(), query, 50)
		got, _ := table.Lookup(context.Background(), query, 50)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q:\n%+v\nwant\n%+v", query, got, want)
		}
	}
}
