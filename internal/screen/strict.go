package screen

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// style is the one sequence that a drawing may hold.
var style = regexp.MustCompile(`^\x1b\[[0-9;:]*m`)

// mostMarks is how many accents may stand on one letter.
const mostMarks = 8

// Strict fails unless a drawing has exactly height rows of exactly width cells, and nothing in it but characters that can be
// seen and styles: no other escape sequence, no control character, nothing that is invisible, turns a line around, is no
// UTF-8 or piles up over other rows.
func Strict(t testing.TB, what, drawing string, width, height int) {
	t.Helper()
	if bad := acting(drawing); bad != "" {
		t.Errorf("%s: %q reaches the screen", what, bad)
	}
	Exact(t, drawing, width, height)
}

// acting returns the first thing in a drawing that is more than text and styles, "" when there is none.
func acting(drawing string) string {
	marks := 0
	for i := 0; i < len(drawing); {
		if n := len(style.FindString(drawing[i:])); n > 0 {
			i, marks = i+n, 0
			continue
		}
		r, size := utf8.DecodeRuneInString(drawing[i:])
		if unicode.In(r, unicode.Mn, unicode.Me) {
			marks++
		} else {
			marks = 0
		}
		if r != '\n' && Acts(r) || r == utf8.RuneError && size == 1 || marks > mostMarks {
			return drawing[i:min(len(drawing), i+20)]
		}
		i += size
	}
	return ""
}

// Acts reports whether a terminal would act on a character, or not show it at all.
func Acts(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point) ||
		unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// ownSequences are what the renderer of Bubble Tea sends beside styles: movements of the cursor, erasing, scrolling, modes
// that it switches on and off, questions that it asks at its start, the title of the window, and the clipboard in base64.
var ownSequences = regexp.MustCompile(`^\x1b(\[[0-9;:]*[mABCDEFGHJKLMPSTXZ@bdfghlr]|\[[0-9;]* q|\[[?>=<][0-9;]*[hlmucqn]|\[\?[0-9;]*\$p|\[[0-9;]*c|\]2;(reftel)?\a|\]52;c;[A-Za-z0-9+/=]*(\a|\x1b\\)|\]11?[0-9]?;\?(\a|\x1b\\)|\]11[0-9](\a|\x1b\\)|M|7|8|=|>)`)

// Sent fails when something in what was sent to a terminal is none of the renderer's own sequences, nor text that can be seen.
func Sent(t testing.TB, what, sent string) {
	t.Helper()
	for i := 0; i < len(sent); {
		if n := len(ownSequences.FindString(sent[i:])); n > 0 {
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(sent[i:])
		if !strings.ContainsRune("\n\r\b\t", r) && Acts(r) || r == utf8.RuneError && size == 1 {
			t.Fatalf("%s: %q is sent to the terminal", what, sent[i:min(len(sent), i+40)])
		}
		i += size
	}
}
