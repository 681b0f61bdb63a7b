package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// spoken are cables in which people are named in several ways.
func spoken(t *testing.T) string {
	dir := t.TempDir()
	write(t, dir, "one.txt", telegram("A VISIT", "Minister Ada Quill arrived. She met Gen. Tomas Pell, and Quill thanked him. The Harbor Authority (HBA) paid."))
	write(t, dir, "two.txt", strings.NewReplacer("000081", "000082", "FEB 09", "MAR 10").Replace(
		telegram("=CMD", "The HBA denied it. \"=Pell owes us,\" said Ada Quill's brother yesterday.")))
	return dir
}

func TestNames(t *testing.T) {
	dir := spoken(t)
	tests := []struct {
		args   string
		status int
		says   string
		prints []string
	}{
		{"", Found, "", []string{"3× in 2 cables  2009–2010  person", "Ada Quill · Quill\n", "Harbor Authority · HBA\n"}},
		{"--kind organization", Found, "", []string{"organization  Harbor Authority · HBA\n"}},
		{"--kind term", NotFound, "no name was found in", nil},
		{"--kind ship", Usage, `there is no kind of names "ship"; the kinds are person, organization, place, term`, nil},
		{"quill, ada", Found, "", []string{"    #1 (U)  Minister ⟪Ada Quill⟫ arrived. ⟦…⟧", "and ⟪Quill⟫ thanked him.", "said ⟪Ada Quill⟫'s brother"}},
		{"hba", Found, "", []string{"The ⟪Harbor Authority⟫ (⟪HBA⟫) paid.", "The ⟪HBA⟫ denied it."}},
		{"quil", Found, "", []string{"Minister ⟪Ada Quill⟫ arrived."}},
		{"adda quile", Found, "", []string{"Minister ⟪Ada Quill⟫ arrived.", " · other spelling\n"}},
		{"giraffe", NotFound, `no name in`, nil},
		{"quill --list x", Usage, "not both", nil},
		{"--list /nowhere/at/all", Usage, "the list can't be read: open /nowhere/at/all", nil},
		{"--list " + dir, Usage, "the list can't be read", nil},
		{"--list " + write(t, t.TempDir(), "signs.txt", "Quill\n---\n"), Usage, "line 2 has neither a letter nor a digit", nil},
		{"--list " + write(t, t.TempDir(), "nobody.txt", "Nobody\n"), NotFound, "none of the names of", []string{"1,Nobody,not found"}},
	}
	for _, test := range tests {
		r := run(t, nil, append([]string{"names", "--library", dir}, strings.Fields(test.args)...)...)
		r.want(t, test.status, test.says)
		for _, line := range test.prints {
			if !strings.Contains(r.out, line) {
				t.Errorf("reftel names %s prints\n%s\nwithout %q", test.args, r.out, line)
			}
		}
	}
}

func TestNamesOfAList(t *testing.T) {
	dir := spoken(t)
	list := write(t, t.TempDir(), "list.txt", "# mine\nHarbor Authority\nNobody\nQuill, Ada\n=Pell\n")
	r := run(t, nil, "names", "--library", dir, "--list", list)
	r.want(t, Found, "")
	rows, err := csv.NewReader(strings.NewReader(r.out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows {
		got = append(got, strings.Join([]string{row[0], row[2], row[3], row[5], row[11], row[12]}, "|"))
	}
	want := []string{
		"line|match|name|id|form|sentence",
		"2|as written|Harbor Authority|09VIENNA81|Harbor Authority|The Harbor Authority (HBA) paid.",
		"2|another form|Harbor Authority|09VIENNA81|HBA|The Harbor Authority (HBA) paid.",
		"2|another form|Harbor Authority|10VIENNA82|HBA|The HBA denied it.",
		"3|not found||||",
		"4|as written|Ada Quill|09VIENNA81|Ada Quill|Minister Ada Quill arrived.",
		"4|another form|Ada Quill|09VIENNA81|Quill|She met Gen. Tomas Pell, and Quill thanked him.",
		`4|as written|Ada Quill|10VIENNA82|Ada Quill|"=Pell owes us," said Ada Quill's brother yesterday.`,
		"5|as written|Tomas Pell|09VIENNA81|Pell|She met Gen. Tomas Pell, and Quill thanked him.",
		`5|as written||10VIENNA82|Pell|"=Pell owes us," said Ada Quill's brother yesterday.`,
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("the list gives\n%s\nwant\n%s", g, w)
	}
	if !strings.Contains(r.out, "\n5,'=Pell,") {
		t.Error("a cell that begins a formula is not made text")
	}

	r = run(t, nil, "names", "--library", dir, "--json", "--list", list)
	r.want(t, Found, "")
	for i, line := range strings.Split(strings.TrimSpace(r.out), "\n") {
		var record struct{ Listed, Match, Form, Snippet string }
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			t.Fatal(err)
		}
		if cells := strings.Split(want[i+1], "|"); record.Match != cells[1] || record.Form != cells[4] || !strings.Contains(record.Snippet, record.Form) {
			t.Errorf("record %d is %+v, want %s", i, record, want[i+1])
		}
	}
}

// A list of many names costs one reading of the texts.
func TestLongListsOfNames(t *testing.T) {
	var b strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&b, "Person %d of the Register\n", i)
	}
	b.WriteString("Ada Quill\n")
	r := run(t, nil, "names", "--library", spoken(t), "--list", write(t, t.TempDir(), "long.txt", b.String()))
	r.want(t, Found, "")
	if n := strings.Count(r.out, "not found"); n != 100_000 {
		t.Errorf("%d names are not found, want 100,000", n)
	}
}
