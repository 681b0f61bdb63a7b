package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"reftel/model"
	"reftel/model/library"
)

func TestRefsOfTheSample(t *testing.T) {
	r := run(t, nil, "refs", "09 reykjavik 052")
	r.want(t, Found, "")
	golden(t, "refs.txt", r.out)
	r = run(t, nil, "refs", "--depth", "3", "10REYKJAVIK19")
	r.want(t, Found, "")
	golden(t, "refs-depth.txt", r.out)
}

func TestRefs(t *testing.T) {
	tests := []struct {
		args   []string
		status int
		says   string
		prints []string
	}{
		{[]string{"09PRAGUE12"}, Found, "", []string{
			"  cites\n    A   09VIENNA77  2009-02-05  CLOCKS IN THE REGION ⟦year inferred⟧\n",
			"    B   09PRAGUE9 ⟦not in library, year inferred⟧\n",
			"    #3  ref C ⟦letter without list⟧\n", "  cited by no cable here\n",
			"  missing\n    09PRAGUE9  cited by no other cable here\n"}},
		{[]string{"09VIENNA77"}, Found, "", []string{"  cites nothing\n  cited by\n    A  09PRAGUE12  2009-02-10  THE CLOCK"}},
		{[]string{"09PRAGUE9"}, Found, "", []string{"09PRAGUE9  ⟦not in library⟧\n  cited by\n    B  09PRAGUE12"}},
		{[]string{"09PRAGUE13"}, NotFound, "09PRAGUE13 is not in testdata/cables; near it are 09PRAGUE12", nil},
		{[]string{"prague"}, Usage, "is no cable id", nil},
		{[]string{"09PRAGUE12#3"}, Usage, "takes a whole cable: leave out #3", nil},
		{[]string{"09PRAGUE12", "--depth", "-1"}, Usage, "--depth -1 is no number of steps", nil},
		{nil, Usage, "reftel refs needs the id of a cable", nil},
	}
	for _, tt := range tests {
		r := run(t, nil, append([]string{"refs", "--library", cables}, tt.args...)...)
		r.want(t, tt.status, tt.says)
		for _, words := range tt.prints {
			if !strings.Contains(r.out, words) {
				t.Errorf("%q is not in refs of %v:\n%s", words, tt.args, r.out)
			}
		}
		if tt.status != Found && r.out != "" {
			t.Errorf("%v prints %q", tt.args, r.out)
		}
	}
	alone := write(t, t.TempDir(), "alone.txt", telegram("X", "It cites nothing."))
	r := run(t, nil, "refs", "--library", alone, "09VIENNA81")
	r.want(t, NotFound, "09VIENNA81 cites nothing, and no cable in "+alone+" cites it")
	if r.out != "" {
		t.Errorf("no reference is printed as %q", r.out)
	}
}

// chain is a library of cables that cite each other: "A>B C" is a cable A that cites B and C.
func chain(t *testing.T, cables ...string) *library.Library {
	t.Helper()
	var batch library.Batch
	for _, written := range cables {
		from, to, _ := strings.Cut(written, ">")
		c := &model.Cable{ID: letterID(from), Subject: from, Blocks: []model.Block{{Kind: model.Header, Role: model.ReferencesRole, Text: to}}}
		for i, cited := range strings.Fields(to) {
			span := model.Span{Start: 2 * i, End: 2*i + 1}
			c.References = append(c.References, model.Reference{Bullet: string(rune('A' + i)), Kind: model.RefCable, ID: letterID(cited), Raw: cited, Span: span})
		}
		batch.Cables = append(batch.Cables, c)
	}
	l := library.New()
	l.Add(batch)
	return l
}

func letterID(letter string) model.ID {
	return model.ID{Year: 2009, Station: letter + letter, Serial: 1}
}

// drawn writes a tree of references in one line: A(B C~) where ~ is again, @ a circle, ? missing.
func drawn(refs []*ref) string {
	var out []string
	for _, r := range refs {
		s := r.id.Station[:1]
		switch {
		case r.again:
			s += "~"
		case r.circle:
			s += "@"
		case r.cable == nil:
			s += "?"
		}
		if len(r.cites) > 0 {
			s += "(" + drawn(r.cites) + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestReferencesAreFollowedOnce(t *testing.T) {
	tests := []struct {
		cables []string
		depth  int
		want   string
	}{
		{[]string{"A>B X", "B>C", "C>D", "D>"}, 1, "B X?"},
		{[]string{"A>B X", "B>C", "C>D", "D>"}, 2, "B(C) X?"},
		{[]string{"A>B X", "B>C", "C>D", "D>"}, 0, "B(C(D)) X?"},
		{[]string{"A>B", "B>A"}, 0, "B(A@)"},
		{[]string{"A>B", "B>C", "C>B"}, 0, "B(C(B@))"},
		{[]string{"A>B C", "B>C", "C>D", "D>"}, 0, "B(C~) C(D)"}, // C is nearer without B
		{[]string{"A>B C", "B>D", "C>D", "D>E", "E>"}, 0, "B(D(E)) C(D~)"},
		{[]string{"A>B C", "B>X", "C>X"}, 0, "B(X?) C(X?)"},
	}
	for _, tt := range tests {
		r := newRefs(chain(t, tt.cables...), letterID("A"), tt.depth)
		if got := drawn(r.cites); got != tt.want {
			t.Errorf("%v to depth %d: %s, want %s", tt.cables, tt.depth, got, tt.want)
		}
	}
}

func TestMissingCablesSayWhoCitesThem(t *testing.T) {
	r := newRefs(chain(t, "A>B X", "B>X Y", "C>X"), letterID("A"), 0)
	lines := setLabelled(missingLines(r.missing(), look{}), 0, look{})
	want := "    09XX1  also cited by 09BB1, 09CC1\n    09YY1  cited by 09BB1"
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("missing:\n%s\nwant\n%s", got, want)
	}
}

func TestRefsAsJSON(t *testing.T) {
	r := run(t, nil, "refs", "--json", "--library", cables, "09PRAGUE12")
	r.want(t, Found, "")
	var all []refRecord
	for line := range strings.Lines(r.out) {
		var record refRecord
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		if record.From.String() != "09PRAGUE12" || record.Link != "cites" || record.Depth != 1 || len(record.Places) == 0 ||
			record.Source.File != cables+"/prague.txt" {
			t.Errorf("record %s", line)
		}
		all = append(all, record)
	}
	if len(all) != 3 || all[0].State != model.Resolved || !all[0].YearInferred || all[0].Subject != "CLOCKS IN THE REGION" ||
		all[1].State != model.NotInLibrary || all[1].To.String() != "09PRAGUE9" || all[2].Form != "ref C" {
		t.Errorf("records %s", r.out)
	}
	r = run(t, nil, "refs", "--json", "--library", cables, "09PRAGUE9")
	if !strings.HasPrefix(r.out, `{"link":"cited by","depth":1,"from":"09PRAGUE12","where":"B","to":"09PRAGUE9"`) {
		t.Errorf("cited by: %s", r.out)
	}
}

func TestWhatIsNoCableIsPlainText(t *testing.T) {
	out := run(t, nil, "refs", "09REYKJAVIK52").out
	for _, line := range []string{"D  PEVERELL/STRAKE E-MAIL OF 02/20/2009 ⟦email⟧", "E  IIR 6 889 0417 09 ⟦report⟧"} {
		if !strings.Contains(out, line) {
			t.Errorf("%q is not in\n%s", line, out)
		}
	}
}
