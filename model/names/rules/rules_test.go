package rules_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"reftel/model"
	"reftel/model/names/rules"
)

func TestParse(t *testing.T) {
	long := strings.Repeat("é", 150)
	for _, tt := range []struct{ about, text, want string }{
		{"every verb", "merge person \"Ada Quill\" = \"A. Quill\" = Quill\nsplit person Quill from \"Ada Quill\"\nrename person Ada Quill -> Ada B. Quill\nretype person Quill Group -> organization\nhide place Post\n",
			"merge person \"Ada Quill\" = \"A. Quill\" = \"Quill\"\nsplit person \"Quill\" from \"Ada Quill\"\nrename person \"Ada Quill\" -> \"Ada B. Quill\"\nretype person \"Quill Group\" -> \"\"\nhide place \"Post\"\n"},
		{"comments and blank lines", "# mine\n\n  hide   place \"Post\" # no name\n\t\n", "hide place \"Post\"\n"},
		{"signs in quotation marks", `rename person "A = B -> \"C\" # \\ from" -> D`, "rename person \"A = B -> \\\"C\\\" # \\\\ from\" -> \"D\"\n"},
		{"a hash inside a word is none", "hide place A#1", "hide place \"A#1\"\n"},
		{"twice is once", "hide place Post\nhide place \"Post\"", "hide place \"Post\"\n"},
		{"taken back", "hide place A\nhide place B\nundo hide place A", "hide place \"B\"\n"},
		{"taken back and said again", "hide place A\nundo hide place A\nhide place A", "hide place \"A\"\n"},
		{"nothing to take back", "undo hide place A", ""},
		{"line ends of all kinds", "hide place A\r\nhide place B\rhide place C\n", "hide place \"A\"\nhide place \"B\"\nhide place \"C\"\n"},
		{"a byte order mark", "\xef\xbb\xbfhide place A", "hide place \"A\"\n"},
		{"a long name", "hide place " + long, "hide place \"" + long + "\"\n"},
		{"nothing", "", ""},
	} {
		all, err := rules.Parse([]byte(tt.text))
		want := strings.ReplaceAll(tt.want, `-> ""`, "-> organization")
		if got := rules.Format(all); err != nil || got != want {
			t.Errorf("%s: read is\n%s%v\nwant\n%s", tt.about, got, err, want)
		}
	}
}

func TestUTF16(t *testing.T) {
	units := utf16.Encode([]rune("hide place \"Çölü 😀\"\r\n"))
	little, big := []byte("\xff\xfe"), []byte("\xfe\xff")
	for _, u := range units {
		little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
	}
	for _, data := range [][]byte{little, big} {
		if all, err := rules.Parse(data); err != nil || rules.Format(all) != "hide place \"Çölü 😀\"\n" {
			t.Errorf("read is %q: %v", rules.Format(all), err)
		}
	}
	if _, err := rules.Parse(little[:len(little)-1]); err == nil || !strings.Contains(err.Error(), "save the file as UTF-8") {
		t.Errorf("half a character: %v", err)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"\njoin person A = B", []string{"line 2", "begins with merge"}},
		{"merge", []string{"line 1", "ends behind", `merge person "Ada`}},
		{"hide river Nile", []string{`"river" is no kind`, "organization"}},
		{"hide", []string{"ends"}},
		{"undo", []string{"begins with"}},
		{"hide place", []string{"a name is missing"}},
		{`hide place ""`, []string{"a name is missing"}},
		{"merge person A", []string{"two names"}},
		{"merge person A =", []string{"missing"}},
		{"merge person A = A", []string{"itself"}},
		{"merge person Müller = muller", []string{"itself"}},
		{"split person A", []string{"from between"}},
		{"split person A from a", []string{"itself"}},
		{"rename person A -> B -> C", []string{"two names", "->"}},
		{"rename person A -> A", []string{"called"}},
		{"rename person A = B", []string{"= does not belong", "quotation marks"}},
		{"retype person A", []string{"a kind"}},
		{"retype person A -> ship", []string{"a kind"}},
		{"retype person A -> person", []string{"the kind that it is"}},
		{`hide place "Post`, []string{"not closed"}},
		{`hide place "Post" office`, []string{"more than the name"}},
		{"hide place A\x1b[31m", []string{"U+001B", "take it out"}},
		{"hide place A\u202eB", []string{"U+202E"}},
		{"hide place \xff", []string{"save the file as UTF-8"}},
		{"hide place " + strings.Repeat("x", 500), []string{"longer than 400 bytes"}},
	} {
		all, err := rules.Parse([]byte(tt.text))
		if err == nil || len(all) > 0 {
			t.Errorf("%q is read as %v", tt.text, all)
			continue
		}
		for _, want := range tt.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%q: %q does not say %q", tt.text, err, want)
			}
		}
	}
	_, err := rules.Parse([]byte(strings.Repeat("nonsense\n", 50)))
	if n := strings.Count(err.Error(), "\n"); n != 10 || !strings.Contains(err.Error(), "40 more lines") {
		t.Errorf("fifty wrong lines are told in %d: %v", n+1, err)
	}
}

func TestConflicts(t *testing.T) {
	for _, tt := range []struct{ about, text, other string }{
		{"hidden and renamed", "hide person A\nrename person A -> B", "line 1"},
		{"renamed and hidden", "rename person A -> B\nhide person A", "line 1"},
		{"merged and hidden", "merge person B = A\nhide person A", "line 1"},
		{"merged into two", "merge person B = A\n\nmerge person C = A", "line 1"},
		{"renamed twice", "rename person A -> B\nrename person a -> C", "line 1"},
		{"renamed and merged", "rename person A -> B\nmerge person C = A", "line 1"},
		{"retyped to two", "retype person A -> place\nretype person A -> organization", "line 1"},
		{"spelled in two ways", "rename person Muller -> Müller\nrename person MULLER -> MÜLLER", "line 1"},
		{"split and merged", "split person B from A\nmerge person A = B", "line 1"},
		{"merged and split", "merge person A = B\nsplit person B from A", "line 1"},
		{"a circle of two", "rename person A -> B\nrename person B -> A", "line 1"},
		{"a circle of three", "rename person A -> B\nmerge person C = B\nmerge person A = C", "line"},
		{"a circle of kinds", "retype person A -> place\nretype place A -> person", "line 1"},
	} {
		all, err := rules.Parse([]byte(tt.text))
		if err != nil {
			t.Fatalf("%s: %v", tt.about, err)
		}
		_, err = rules.New(all)
		last := fmt.Sprintf("line %d", strings.Count(tt.text, "\n")+1)
		if err == nil || !strings.HasPrefix(err.Error(), last+" ") || !strings.Contains(err.Error()[len(last):], tt.other) || strings.Contains(err.Error(), "%!") {
			t.Errorf("%s: %v", tt.about, err)
		}
		if s, wrong := rules.Gather(all); len(wrong) == 0 || s.Len()+len(wrong) != len(all) {
			t.Errorf("%s: of %d rules %d hold, and %d don't", tt.about, len(all), s.Len(), len(wrong))
		}
	}
}

func TestWhatNamesBecome(t *testing.T) {
	all, err := rules.Parse([]byte(`
rename person Kadafi -> "Muammar Qadhafi"
merge person "Muammar Qadhafi" = Gaddafi = "Kadhafi, M."
retype person "Quill Group" -> organization
rename organization "Quill Group" -> "The Quill Group"
rename person GARCIA -> García
hide place Post
merge place Post = "The Post"
split person Saif from "Muammar Qadhafi"
`))
	if err != nil {
		t.Fatal(err)
	}
	s, err := rules.New(all)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		kind       model.NameKind
		name, want string
	}{
		{"person", "KADAFI", "person Muammar Qadhafi"},
		{"person", "Gaddafi", "person Muammar Qadhafi"},
		{"person", "Kadhafi, M.", "person Muammar Qadhafi"},
		{"place", "Gaddafi", "place Gaddafi"},
		{"person", "Quill-Group", "organization The Quill Group"},
		{"person", "Garcia", "person García"},
		{"place", "the post", "hidden"},
		{"person", "Nobody", "person Nobody"},
	} {
		now := s.Of(tt.kind, tt.name)
		got := string(now.Kind) + " " + now.Called
		if now.Hidden {
			got = "hidden"
		}
		if got != tt.want {
			t.Errorf("%s %s is %s, want %s", tt.kind, tt.name, got, tt.want)
		}
	}
	if !s.Splits("person", "Kadafi", "SAIF") || s.Splits("person", "Kadafi", "Aisha") || s.Splits("place", "Kadafi", "Saif") {
		t.Error("what is split from a name is not split from what it was called before, or something else is")
	}
	if was := s.Sources(func(called string) bool { return called == "Muammar Qadhafi" }); len(was) != 3 {
		t.Errorf("Muammar Qadhafi was %q", was)
	}
}

// Whatever rules there are, written and read again they are the same, and their order doesn't matter.
func TestTheOrderOfRulesDoesNotMatter(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	names := []string{"A", "B", "C", "D", "E", "F", `"Q\"x"`, `"from"`}
	made := 0
	for range 3000 {
		var lines []string
		pick := func() string { return names[random.IntN(len(names))] }
		for range 1 + random.IntN(5) {
			lines = append(lines, []string{"merge person %s = %s", "rename person %s -> %s", "split person %s from %s", "hide person %s # %s", "retype person %s -> place # %s"}[random.IntN(5)])
			lines[len(lines)-1] = fmt.Sprintf(lines[len(lines)-1], pick(), pick())
		}
		all, err := rules.Parse([]byte(strings.Join(lines, "\n")))
		if err != nil {
			continue
		}
		again, err := rules.Parse([]byte(rules.Format(all)))
		if err != nil || rules.Format(again) != rules.Format(all) {
			t.Fatalf("written and read again\n%sare\n%s%v", rules.Format(all), rules.Format(again), err)
		}
		s, err := rules.New(all)
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		o, failed := rules.New(all)
		if (err == nil) != (failed == nil) {
			t.Fatalf("in another order\n%s%v\nand before %v", rules.Format(all), failed, err)
		}
		if err != nil {
			continue
		}
		made++
		for _, kind := range []model.NameKind{model.Person, model.Place} {
			for _, name := range append(names, `Q"x`) {
				if s.Of(kind, name) != o.Of(kind, name) {
					t.Fatalf("%s %s is %+v, in another order %+v\n%s", kind, name, s.Of(kind, name), o.Of(kind, name), rules.Format(all))
				}
			}
		}
	}
	if made < 500 {
		t.Fatalf("only %d sets of rules were sound", made)
	}
}

// A hundred thousand rules, one leading to the next, are followed to their end without looking at each again and again:
// were it otherwise, this would take minutes.
func TestLongChains(t *testing.T) {
	const n = 100_000
	for _, down := range []bool{false, true} {
		var b strings.Builder
		for i := range n {
			if down {
				i = n - 1 - i
			}
			fmt.Fprintf(&b, "rename person n%d -> n%d\n", i, i+1)
		}
		all, err := rules.Parse([]byte(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		s, err := rules.New(all)
		if err != nil || s.Of("person", "n0").Called != fmt.Sprint("n", n) {
			t.Fatalf("the end of the chain is %+v: %v", s.Of("person", "n0"), err)
		}
		all, _ = rules.Parse([]byte(b.String() + fmt.Sprintf("rename person n%d -> n0", n)))
		if _, err := rules.New(all); err == nil || !strings.Contains(err.Error(), "circle") {
			t.Errorf("a circle of %d: %v", n, err)
		}
	}
}

// Names that come from cables can be written as rules, whatever is in them, and mean the same names.
func TestCleanNamesMeanTheSame(t *testing.T) {
	for _, name := range []string{"A\x1b]0;x\x07B", "Garcia\nLuna", "x\u202ey", `"`, `\`, "=", "->", "from", "#", strings.Repeat("é", 600), "--"} {
		r := rules.Rule{Verb: rules.Hide, Kind: model.Person, Names: []string{name}}
		all, err := rules.Parse([]byte(rules.Format([]rules.Rule{r})))
		if err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		s, err := rules.New(all)
		if err != nil || !s.Of(model.Person, name).Hidden {
			t.Errorf("%q is not hidden by %v: %v", name, all, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"merge person \"A\" = B = \"C\\\"\"\n", "split person A from B\nundo split person A from B", "rename place A -> B # x", "retype term A -> place", "\xff\xfeh\x00i\x00", "hide person \"\x1b\""} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		all, err := rules.Parse(data)
		if err != nil {
			if len(all) > 0 {
				t.Error("there are rules beside an error")
			}
			return
		}
		written := rules.Format(all)
		again, err := rules.Parse([]byte(written))
		if err != nil || rules.Format(again) != written {
			t.Fatalf("written and read again\n%q\nis\n%q\n%v", written, rules.Format(again), err)
		}
		if strings.ContainsAny(written, "\x1b\x07\x00") {
			t.Errorf("%q steers a terminal", written)
		}
		rules.New(all)
	})
}
