package spelling

import (
	"slices"
	"strings"
	"testing"
)

// apart is the least distance between readings of two words.
func apart(a, b string) int {
	least := Far
	for _, x := range Readings(a, true) {
		for _, y := range Readings(b, true) {
			if Skeleton(x) == Skeleton(y) {
				whole, _ := Distance(x, y)
				least = min(least, whole)
			}
		}
	}
	return least
}

func TestOneNameInSeveralSpellings(t *testing.T) {
	for _, line := range []string{
		"qadhafi gaddafi kadhafi qaddafi gadhafi kadafi khadafy gheddafi qathafi",
		"yushchenko iouchtchenko juschtschenko", "khrushchev chruschtschow khrouchtchev", "gorbachev gorbatchev gorbatschow gorbachov",
		"yeltsin eltsine jelzin", "muhammad mohammed mohamed mohamad", "usama osama usamah", "hussein husayn hossein husain",
		"sheikh shaykh shaikh", "faisal faysal feisal", "rafsanjani rafsandschani", "khatami chatami hatami", "nazarbayev nasarbajew nazarbaev",
		"abdelaziz abdulaziz", "abdurrahman abderrahmane abdelrahman", "solzhenitsyn soljenitsyne solschenizyn", "gamal jamal",
		"lukashenko loukachenko lukaschenko", "putin poutine", "milosevic milosevich", "bhutto butto", "mcnamara macnamara", "горбачев gorbachev",
	} {
		words := strings.Fields(line)
		for _, w := range words[1:] {
			if d := apart(words[0], w); d > 2 {
				t.Errorf("%s and %s are %d apart: %v, %v", words[0], w, d, Readings(words[0], true), Readings(w, true))
			}
		}
	}
}

func TestOtherNamesStayApart(t *testing.T) {
	for _, line := range []string{"mohammed mehmet", "mohammed mahmud", "hussein hassan", "merkel markov", "bush basha", "gaddafi godfrey", "omar amir"} {
		a, b, _ := strings.Cut(line, " ")
		if d := apart(a, b); d <= 2 {
			t.Errorf("%s and %s are %d apart", a, b, d)
		}
	}
}

func TestChineseInBothRomanizations(t *testing.T) {
	for wade, pinyin := range map[string]string{"tse tung": "zedong", "en lai": "enlai", "hsiao ping": "xiaoping", "kuo feng": "guofeng", "shao chi": "shaoqi",
		"teng": "deng", "chou": "zhou", "piao": "biao", "ching kuo": "jingguo", "tzu yang": "ziyang", "yao pang": "yaobang", "te": "de"} {
		joined := strings.ReplaceAll(wade, " ", "")
		if got := Pinyin(joined); !slices.Contains(got, pinyin) && joined != pinyin {
			t.Errorf("%s is %v in Pinyin, want %s", joined, got, pinyin)
		}
		if got := WadeGiles(pinyin); !slices.Contains(got, wade) {
			t.Errorf("%s is %v in Wade-Giles, want %s", pinyin, got, wade)
		}
	}
	if got := Pinyin("kissinger"); got != nil {
		t.Errorf("kissinger is taken for Chinese: %v", got)
	}
}

func FuzzReadings(f *testing.F) {
	f.Add("khrushchev", "chruschtschow")
	f.Add("abd", "x\xff7")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, w := range []string{a, b} {
			if n := len(Readings(w, false)); n > maxReadings {
				t.Fatalf("%d readings", n)
			}
			Pinyin(w)
			WadeGiles(w)
		}
		for _, x := range Readings(a, true) {
			for _, y := range Readings(b, true) {
				one, begin := Distance(x, y)
				other, _ := Distance(y, x)
				if one != other || begin > one || x == y && one != 0 {
					t.Fatalf("%s and %s: %d, %d, %d", x, y, one, other, begin)
				}
				if Skeleton(x) == Skeleton(y) != (CompareSkeletons(x, Skeleton(y)) == 0) {
					t.Fatalf("%s and %s are compared wrongly", x, y)
				}
			}
		}
	})
}
