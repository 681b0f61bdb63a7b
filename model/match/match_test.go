package match

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"reftel/model"
)

// people and things of the fictional cables.
var names = []string{
	"Ada Quill",
	"QUILL, ADA M.",
	"Joaquín \"El Topo\" Barragán",
	"Tomás Peña Luna",
	"Quillota",
	"Ministry of Harbours and Tides",
	"Saif al-Mansuri",
	"N'Djamboro",
	"10PORTVALE83",
	"11PORTVALE183",
	"U.S. Navy",
	"Straße der Einheit",
	"Łukasz Wójt",
	"Юрий Лодочкин",
	"Kim Dae-sung",
	"Ostrander Foundation",
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		" \t\n ":                   "",
		"Ada  Quill":               "ada quill",
		"Joaquín “El Topo” Núñez":  "joaquin el topo nunez",
		"N'Djamena, N’Djamena":     "ndjamena ndjamena",
		"Dae-wun – al-Masuri":      "dae wun al masuri",
		"U.S.-Oz, U.S.A. and U.N.": "us oz usa and un",
		"J.Doe, J. B. Doe":         "j doe j b doe",
		"S//NF 1.4(b)":             "s nf 1 4 b",
		"Straße Ærø Łódź ﬁn Ⅻ":     "strasse aero lodz fin xii",
		"a\x00b\x1b[2Jc":           "a b 2jc",
		"e\u0301\u200bf":           "ef",
		"#5 *& 100%":               "#5 *& 100%",
		"bad \xff\xfe bytes":       "bad bytes",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// light shows a hit as the reader sees it: lit text in brackets.
func light(text string, spans []model.Span) string {
	var b strings.Builder
	end := 0
	for _, s := range spans {
		b.WriteString(text[end:s.Start] + "[" + s.In(text) + "]")
		end = s.End
	}
	return b.String() + text[end:]
}

func TestLookups(t *testing.T) {
	for _, tt := range []struct {
		query string
		want  string // the first row, lit; "" for no match
		total int    // 0: not looked at
	}{
		{"ada quill", "[Ada Quill]", 2},
		{"quill ada", "[QUILL, ADA] M.", 2},
		{"quill", "[QUILL], ADA M.", 3},
		{"QUI", "[Qui]llota", 4},
		{"ada m quill", "[QUILL], [ADA] [M].", 1},
		{"pena", "Tomás [Peña] Luna", 1},
		{"Peña", "Tomás [Peña] Luna", 1},
		{"peña tomas", "[Tomás] [Peña] Luna", 1},
		{"lunapena", "", 0},
		{"barragán el topo", "Joaquín \"[El] [Topo]\" [Barragán]", 1},
		{"joaquin barragan", "[Joaquín] \"El Topo\" [Barragán]", 1},
		{"almansuri", "Saif [al]-[Mansuri]", 1},
		{"al-mansuri", "Saif [al]-[Mansuri]", 1},
		{"ndjamboro", "[N'Djamboro]", 1},
		{"n'djamboro", "[N'Djamboro]", 1},
		{"83", "10PORTVALE[83]", 2},
		{"portvale 83", "10[PORTVALE83]", 2},
		{"us navy", "[U.S. Navy]", 1},
		{"strasse", "[Straße] der Einheit", 1},
		{"lukasz wojt", "[Łukasz Wójt]", 1},
		{"юрий", "[Юрий] Лодочкин", 1},
		{"kim daesung", "[Kim] [Dae]-[sung]", 1},
		{"moht", "[M]inistry [o]f [H]arbours and [T]ides", 1},
		{"mnstry", "[M]i[n]i[stry] of Harbours and Tides", 1},
		{"qiull", "Ada [Quill]", 3},
		{"ada qiull", "[Ada] [Quill]", 2},
		{"qull", "Ada [Qu]i[ll]", 3},
		{"ostrnader", "[Ostrander] Foundation", 1},
		{"ostranter foundatoin", "[Ostrander] [Foundation]", 1},
		{"ostramer", "[Ostrander] Foundation", 1},
		{"лодочкен", "Юрий [Лодочкин]", 1},
		{"portvale 93", "", 0},
		{"xyzzy", "", 0},
		{".*", "", 0},
		{"(ada|tomas)+", "", 0},
		{"[a-z]{9}", "", 0},
		{"\\", "", 0},
		{"ada quill of the ministry of harbours and tides and of portvale", "", 0},
		{strings.Repeat("ostrander", 7), "", 0},
		{"\x00quill\x00", "[QUILL], ADA M.", 3},
	} {
		hits, total := Fuzzy(context.Background(), tt.query, names, 5)
		got := ""
		if len(hits) > 0 {
			got = light(names[hits[0].Index], hits[0].Spans)
		}
		if got != tt.want || tt.total != 0 && total != tt.total || (tt.want == "") != (total == 0) {
			t.Errorf("%q: first row %q of %d, want %q of %d", tt.query, got, total, tt.want, tt.total)
		}
	}
}

func TestTiers(t *testing.T) {
	// In the order in which a reader wants to see them for "port".
	want := []string{"Port", "Port Vale", "Portolan", "Old Port", "New Portal", "Airport", "Pact of Rest"}
	shuffled := []string{"Pact of Rest", "Airport", "New Portal", "Port Vale", "Old Port", "Portolan", "Port", "Trope"}
	hits, total := Fuzzy(context.Background(), "port", shuffled, 10)
	var got []string
	for _, h := range hits {
		got = append(got, shuffled[h.Index])
	}
	if total != len(want) || strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFieldsCountOnTheirOwn(t *testing.T) {
	texts := []string{"Quill Bay", "Ada Quill\nQuill\nAQ", "Aquila Quillon"}
	for query, want := range map[string]string{"quill": "Ada Quill\n[Quill]\nAQ", "aq": "Ada Quill\nQuill\n[AQ]"} {
		hits, _ := Fuzzy(context.Background(), query, texts, 3)
		if got := light(texts[hits[0].Index], hits[0].Spans); got != want {
			t.Errorf("%q: first row %q, want %q", query, got, want)
		}
	}
}

func TestTiesKeepTheInputOrder(t *testing.T) {
	hits, _ := Fuzzy(context.Background(), "vale", []string{"Vale B", "Vale A", "Vale", "Vale A"}, 10)
	if got := fmt.Sprint(hits[0].Index, hits[1].Index, hits[2].Index, hits[3].Index); got != "2 0 1 3" {
		t.Errorf("order %s", got)
	}
}

func TestEmptyQueryListsEverythingInOrder(t *testing.T) {
	for _, query := range []string{"", "  \t", "\"", "--"} {
		hits, total := Fuzzy(context.Background(), query, names, 3)
		if len(hits) != 3 || total != len(names) || hits[2].Index != 2 || hits[0].Spans != nil {
			t.Errorf("%q: %v of %d", query, hits, total)
		}
	}
	if hits, total := Fuzzy(context.Background(), "", nil, 3); len(hits) != 0 || total != 0 {
		t.Errorf("no candidates: %v of %d", hits, total)
	}
}

func TestLongRunsStayOnTop(t *testing.T) {
	long := strings.Repeat("abcdefghij", 6) // 60 characters in one run
	candidates := []string{"a b c d e f " + long[12:], long + "k", long[:58]}
	hits, total := Fuzzy(context.Background(), long, candidates, 5)
	if total != 1 || hits[0].Index != 1 || hits[0].Score <= 0 {
		t.Errorf("60 characters: %v of %d", hits, total)
	}
	hits, _ = Fuzzy(context.Background(), long[:31], candidates, 5)
	if len(hits) == 0 || hits[0].Index != 2 {
		t.Errorf("31 characters: %v", hits)
	}
}

func TestScatteredLettersStayInTheirField(t *testing.T) {
	for text, want := range map[string]int{
		"zebra\nquay":                            0, // z and q in two fields
		"zebra quay":                             1,
		"zebra " + strings.Repeat("e", 90) + "q": 0, // too far into the field
		"a zebra\tzebra quay":                    1,
		"azebra quay":                            0, // not from the start of a word
	} {
		if _, total := Fuzzy(context.Background(), "zq", []string{text}, 1); total != want {
			t.Errorf("zq in %q: %d matches, want %d", text, total, want)
		}
	}
}

func TestEndedContextGivesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if hits, total := Fuzzy(ctx, "quill", names, 5); hits != nil || total != 0 {
		t.Errorf("got %v of %d", hits, total)
	}
}

func TestLimitKeepsTheBest(t *testing.T) {
	set := manyNames(5000)
	all, total := set.Find(context.Background(), "ar", 5000)
	for _, limit := range []int{0, 1, 7, 500} {
		hits, n := set.Find(context.Background(), "ar", limit)
		if n != total || len(hits) != min(limit, total) {
			t.Fatalf("limit %d: %d rows of %d, want of %d", limit, len(hits), n, total)
		}
		for i, h := range hits {
			if h.Index != all[i].Index {
				t.Fatalf("limit %d: row %d is %d, want %d", limit, i, h.Index, all[i].Index)
			}
		}
	}
	if hits, _ := set.Find(context.Background(), "ar", -1); len(hits) != 0 {
		t.Error("a negative limit gives rows")
	}
}

// checkSpans holds for every hit: spans in order, apart, inside the text, on rune borders.
func checkSpans(t *testing.T, query, text string, spans []model.Span) {
	t.Helper()
	end := 0
	for _, s := range spans {
		if s.Start < end || s.Empty() || s.End > len(text) || !border(text, s.Start) || !border(text, s.End) {
			t.Fatalf("query %q: spans %v of %q", query, spans, text)
		}
		end = s.End
	}
}

// border reports whether offset is the start of a rune or of a broken byte, or the end.
func border(s string, offset int) bool {
	if !utf8.ValidString(s) {
		return offset <= len(s)
	}
	return offset == len(s) || utf8.RuneStart(s[offset])
}

func FuzzFind(f *testing.F) {
	for _, n := range names {
		f.Add("ada", n)
		f.Add(n, n)
	}
	f.Add("é\u0301", "e\u0301é\xff")
	f.Add("ﬁ", "ﬁn ﬁﬁ")
	f.Add("İı", "İstanbul ıı")
	f.Fuzz(func(t *testing.T, query, text string) {
		if once := Fold(text); Fold(once) != once {
			t.Fatalf("Fold(%q) = %q, folded again %q", text, once, Fold(once))
		}
		hits, total := Fuzzy(context.Background(), query, []string{text, "other"}, 2)
		if len(hits) > total {
			t.Fatalf("%d rows of %d", len(hits), total)
		}
		for _, h := range hits {
			checkSpans(t, query, []string{text, "other"}[h.Index], h.Spans)
		}
		if spans, ok := Text(query, text); ok {
			checkSpans(t, query, text, spans)
		}
		if len(text) < 100 && Fold(text) != "" && len(strings.Fields(Fold(text))) < maxTerms {
			if hits, _ := Fuzzy(context.Background(), text, []string{text}, 1); len(hits) != 1 {
				t.Fatalf("%q does not find itself", text)
			}
		}
	})
}

// manyNames makes up n names, the same ones every time.
func manyNames(n int) *Set {
	r := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("ar ba chi do el fu gan hir is jo ka lo mar nu os pe qua ri sa to un ve wen xi ya zor")
	word := func() string {
		var b strings.Builder
		for range 2 + r.IntN(3) {
			b.WriteString(syllables[r.IntN(len(syllables))])
		}
		w := b.String()
		return strings.ToUpper(w[:1]) + w[1:]
	}
	texts := make([]string, n)
	for i := range texts {
		texts[i] = word() + " " + word()
		if r.IntN(4) == 0 {
			texts[i] += " " + word()
		}
	}
	return NewSet(texts)
}

func BenchmarkFind(b *testing.B) {
	for _, size := range []int{10_000, 100_000} {
		set := manyNames(size)
		for _, query := range []string{"a", "mar", "margan", "mar gan", "marganba losa", "mragan"} {
			b.Run(fmt.Sprintf("%d/%s", size, query), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					set.Find(context.Background(), query, 50)
				}
			})
		}
	}
}

func BenchmarkNewSet(b *testing.B) {
	texts := manyNames(100_000).texts
	b.ReportAllocs()
	for b.Loop() {
		NewSet(texts)
	}
}
