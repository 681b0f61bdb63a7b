package words_test

import (
	"testing"

	"reftel/ui/words"
)

func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 251287: "251,287", 2000000: "2,000,000", -5: "-5", -123: "-123", -1234: "-1,234"} {
		if got := words.Number(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int64]string{0: "0 bytes", 1: "1 byte", 999: "999 bytes", 86_500: "86 kB", 740_400_000: "740 MB", 1_690_000_000: "1.7 GB"} {
		if got := words.Bytes(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}
