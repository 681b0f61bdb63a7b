package lookup_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"reftel/model/match"
	"reftel/model/names/lookup"
)

var known = &lookup.Vocabulary{
	Titles: map[string]bool{"minister": true, "general": true, "of": false},
	Small:  map[string]bool{"of": true, "and": true, "al": true},
	Others: map[string][]string{"portvale": {"old harbour"}, "old harbour": {"portvale"}},
	Sorted: []string{"old harbour", "portvale"},
}

// people and things of the fictional cables, the most mentioned first; forms are parted by lines.
var stock = []string{
	"Ada Quill\nMinister Quill\nQuill", "Portvale", "Corvino Barral Teyra\nCBT", "Qasim al-Mansuri\nKassem Mansouri", "Quillota", "Paul O'Hartigan",
	"Ministry of Harbours and Tides\nMHT", "Tomás Peña Luna", "Abd al-Karim Zayed", "Lanternfish Company", "Adán Quillén", "Joaquín \"El Topo\" Barragán", "Юрий Лодочкин", "10PORTVALE83",
}

func set(rows []string) *lookup.Set {
	return lookup.New(len(rows), func(row int) string { return rows[row] }, known)
}

// light shows a hit as the reader sees it: lit text in brackets.
func light(h lookup.Hit, rows []string) string {
	text := strings.Split(rows[h.Row], "\n")[h.Form]
	var b strings.Builder
	end := 0
	for _, s := range h.Lit {
		b.WriteString(text[end:s.Start] + "[" + s.In(text) + "]")
		end = s.End
	}
	return b.String() + text[end:]
}

func TestARowSaysHowItWasFound(t *testing.T) {
	s := set(stock)
	for query, want := range map[string]string{
		"ada quill": "[Ada Quill] 1", "quill": "[Quill] 1", "quill ada": "[Ada] [Quill] 2", "general quill": "Ada [Quill] without title", "qui ad": "[Ad]a [Qui]ll 4",
		"uillo": "Q[uillo]ta 5", "old harbour": "[Portvale] other name", "moht": "[MHT] similar", "mohat": "[M]inistry [o]f [H]arbours [a]nd [T]ides initials",
		"qassem mansoori": "[Qasim] al-[Mansuri] other spelling", "adeline": "", "lanternfihs": "[Lanternfish] Company similar", "cbt": "[CBT] 1",
		"o hartigan": "Paul [O'Hartigan] 2", "paul o hartigan": "[Paul O'Hartigan] 1", "abdulkarim": "[Abd] al-[Karim] Zayed other spelling", "юрий": "[Юрий] Лодочкин 2", "лодочкен": "Юрий [Лодочкин] other spelling",
		"portvale 83": "10[PORTVALE][83] 2", "lntrnfsh": "[Lanternfish] Company letters", "xyzzy": "",
	} {
		hits, _ := s.Find(context.Background(), query, 5)
		got := ""
		if len(hits) > 0 {
			got = light(hits[0], stock) + " "
			if word := hits[0].How.String(); word != "" {
				got += word
			} else {
				got += string(rune('0' + hits[0].How))
			}
		}
		if got != want {
			t.Errorf("%q: %s, want %s", query, got, want)
		}
	}
}

// numbered makes up names that share their words, the same ones every time.
func numbered(n int) []string {
	random := rand.New(rand.NewPCG(3, 4))
	syllables := strings.Fields("ar ba chi do el fu gan hir is jo ka lo mar nu os pe qua ri sa to un ve wen xi ya zor")
	word := func() string {
		var b strings.Builder
		for range 1 + random.IntN(3) {
			b.WriteString(syllables[random.IntN(len(syllables))])
		}
		return b.String()
	}
	rows := make([]string, n)
	for i := range rows {
		rows[i] = word() + " " + word()
		if random.IntN(3) == 0 {
			rows[i] += " " + word() + "\n" + word()
		}
	}
	return rows
}

func TestWhatIsExactComesFirstAndNothingTwice(t *testing.T) {
	rows := numbered(3000)
	s := set(rows)
	for i := 0; i < len(rows); i += 37 {
		typed, _, _ := strings.Cut(rows[i], "\n")
		hits, total := s.Find(context.Background(), strings.ToUpper(typed), len(rows))
		if len(hits) != total {
			t.Fatalf("%q: %d rows of %d", typed, len(hits), total)
		}
		seen := map[int]bool{}
		found := false
		for n, h := range hits {
			if seen[h.Row] || n > 0 && h.How < hits[n-1].How && !(h.How == lookup.Variant && hits[n-1].How == lookup.Slip) {
				t.Fatalf("%q: row %d comes twice, or below what is worse", typed, h.Row)
			}
			seen[h.Row] = true
			found = found || h.Row == i && h.How == lookup.Exact
		}
		if !found {
			t.Errorf("%q does not find itself", typed)
		}
		for _, limit := range []int{0, 1, 5} {
			few, _ := s.Find(context.Background(), typed, limit)
			for n, h := range few {
				if h.Row != hits[n].Row {
					t.Fatalf("%q with limit %d: row %d is %d, want %d", typed, limit, n, h.Row, hits[n].Row)
				}
			}
		}
	}
}

// While a word is typed nothing appears that was not there before, as long as it is not inferred.
func TestTypingOnOnlyNarrows(t *testing.T) {
	rows := numbered(2000)
	s := set(rows)
	for i := 0; i < len(rows); i += 97 {
		typed, _, _ := strings.Cut(rows[i], "\n")
		var before map[int]bool
		for end := 1; end <= len(typed); end++ {
			now := map[int]bool{}
			hits, _ := s.Find(context.Background(), typed[:end], len(rows))
			for _, h := range hits {
				if !h.How.Inferred() {
					now[h.Row] = true
				}
			}
			for row := range now {
				if before != nil && !before[row] {
					t.Fatalf("%q finds %q, and what was typed before it did not", typed[:end], rows[row])
				}
			}
			before = now
		}
	}
}

func TestLongTextIsNoTrouble(t *testing.T) {
	s := set(stock)
	for _, long := range []string{strings.Repeat("a", 10_000), strings.Repeat("q ", 5_000), strings.Repeat("zedong", 1700), strings.Repeat("é", 5_000), strings.Repeat("\xff\x00", 5_000)} {
		if n := testing.AllocsPerRun(1, func() { s.Find(context.Background(), long, 50) }); n > 20_000 {
			t.Errorf("%.10q and so on takes %v allocations", long, n)
		}
	}
}

func TestNothingWhenTheContextEnds(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if hits, total := set(stock).Find(ctx, "quill", 5); hits != nil || total != 0 {
		t.Errorf("%v of %d", hits, total)
	}
}

func TestNothingTypedListsAll(t *testing.T) {
	for _, typed := range []string{"", " ", "--"} {
		if hits, total := set(stock).Find(context.Background(), typed, 3); len(hits) != 3 || total != len(stock) || hits[2].Row != 2 {
			t.Errorf("%q: %v of %d", typed, hits, total)
		}
	}
	if hits, total := set(nil).Find(context.Background(), "quill", 3); len(hits) != 0 || total != 0 {
		t.Errorf("of nothing: %v of %d", hits, total)
	}
}

func FuzzFind(f *testing.F) {
	for _, text := range stock {
		f.Add(text, "Portvale\nOld Harbour")
		f.Add("ada", text)
	}
	f.Add("é\u0301", "e\u0301é\xff")
	f.Add("abd al", "ABDALLAH a.b.c. İı")
	f.Fuzz(func(t *testing.T, typed, text string) {
		rows := []string{text, "other", typed}
		hits, total := set(rows).Find(context.Background(), typed, 3)
		if len(hits) != min(total, 3) {
			t.Fatalf("%d rows of %d", len(hits), total)
		}
		for _, h := range hits {
			form := strings.Split(rows[h.Row], "\n")[h.Form]
			end := 0
			for _, at := range h.Lit {
				if at.Start < end || at.Empty() || at.End > len(form) || utf8.ValidString(form) && !(utf8.RuneStart((form + " ")[at.Start]) && utf8.RuneStart((form + " ")[at.End])) {
					t.Fatalf("%q lights %v in %q", typed, h.Lit, form)
				}
				end = at.End
			}
		}
		if folded := match.Fold(typed); folded != "" && len(typed) < 100 && strings.Count(folded, " ") < 6 && !strings.Contains(typed, "\n") && total == 0 {
			t.Fatalf("%q does not find itself", typed)
		}
	})
}

// One letter is the first of a name: whoever is mentioned most comes first, and not who has it for an initial.
func TestOneLetterBeginsAName(t *testing.T) {
	rows := []string{"Bolivia", "Henry B Ford", "Brazil", "Alba"}
	hits, total := set(rows).Find(context.Background(), "b", 10)
	got := ""
	for _, h := range hits {
		got += light(h, rows) + ", "
	}
	if want := "[B]olivia, Henry [B] Ford, [B]razil, Al[b]a, "; got != want || total != 4 {
		t.Errorf("%d names: %s", total, got)
	}
}
