package parser

import (
	"runtime"
	"strings"
	"testing"

	"reftel/model"
)

// Whatever a file repeats, the work grows as the file does. What is counted is the memory that parsing
// asks for: searching again and again copies again and again.
func TestWorkGrowsWithTheInput(t *testing.T) {
	const small, factor = 6_000, 4
	allocated := func(text string, format model.Format) float64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Parse("f", []byte(text), Options{Format: format})
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	for _, unit := range []string{"PONTA DELG 00000023 002 OF 003 ", "1. (C)\n", "REF: A. ", "A. LISBON 1\n\n", "LISBON 1\n\n", "LISBON ", "TAGS: ",
		"SUBJECT: ", "CLASSIFIED BY ", "E.O. 12958: ", "ref a ", "refs A and ", "para 1, ", "(", "[", "X", "XXXX ", "-\n", "\n", "¶1. ", "1/",
		" 0 03/17/2009 1 PREL,", "SIPDIS\n", "word\n", "word ", "a    b    c\n", "PAGE 02 LISBON 00012 01 OF 02 171120Z "} {
		for name, before := range map[string]string{"list": fictionalHead + "REF: A. STATE 1 ", "subject": strings.TrimRight(fictionalHead, "\n") + " ",
			"text": fictionalHead + "1. (C) ", "nothing": ""} {
			one := allocated(before+strings.Repeat(unit, small/len(unit)), model.Telegram)
			many := allocated(before+strings.Repeat(unit, factor*small/len(unit)), model.Telegram)
			if many > 2*factor*one {
				t.Errorf("%q in %s: %.0f bytes, for %d times as much %.0f", unit, name, one, factor, many)
			}
		}
	}
}
