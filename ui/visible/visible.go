// Package visible makes text safe to print on a terminal without hiding anything of it.
//
// Cables come from anywhere, and their text, subjects and file names go straight to a terminal,
// which obeys what it is sent: ESC ] 52 writes to the clipboard, ESC [ 2 J wipes the screen, U+202E
// turns a line around, a zero-width space makes two different words look the same. Nothing is cut
// out (a reader shall see that it is there); what would act is shown as a picture instead:
//
//	control characters        ␀ ␛ ␍ ␡              U+2400 and following
//	C1 controls, bidi, zero-width, tags, selectors  ⟨U+009B⟩ ⟨U+202E⟩ ⟨U+200B⟩
//	bytes that are no UTF-8   ⟨0x9B⟩
//	a tower of accents        the first eight as they are, the rest ⟨U+0301⟩
//
// Every function is idempotent: what it returns passes through again unchanged.
package visible

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks in a row stay as they are. Vietnamese needs two, pointed
// Hebrew four; more than eight only serve to smear over the lines above and below.
const maxMarks = 8

// Text returns s with all that a terminal would act on shown as visible signs; newlines and tabs
// stay. It returns s itself, without allocating, where there is nothing to show.
func Text(s string) string { return show(s, false) }

// Line is Text for what has to stay on one line (a subject in a list, a file name in an error):
// newlines and tabs are shown as ␊ and ␉ too.
func Line(s string) string { return show(s, true) }

// Plain returns s without all that Text shows as signs, for what is typed: a reader doesn't mean to write it. What is no UTF-8
// becomes U+FFFD.
func Plain(s string) string {
	marks := 0 // the combining marks just before
	return strings.Map(func(r rune) rune {
		if _, found := Rune(r); found {
			return -1
		}
		if r < 0x300 || !unicode.In(r, unicode.Mn, unicode.Me) {
			marks = 0
			return r
		}
		if marks++; marks > maxMarks {
			return -1
		}
		return r
	}, s)
}

// Rune returns the visible sign of a rune that a terminal would act on or not show at all, and
// whether it is one. Newline and tab are not: how to lay them out is the caller's business.
func Rune(r rune) (string, bool) {
	switch {
	case r == '\n' || r == '\t':
		return "", false
	case 0 <= r && r < 0x20:
		return string('␀' + r), true
	case r == 0x7f:
		return "␡", true
	case r < 0x7f && r >= 0:
		return "", false
	case hidden(r):
		return code(r), true
	}
	return "", false
}

func code(r rune) string { return fmt.Sprintf("⟨U+%04X⟩", r) }

// hidden reports whether a rune that is not ASCII is invisible, or acts on a terminal or on the
// order of the text. Format characters (Cf) are so but for a few Arabic, Syriac and Kaithi signs
// that are drawn around the digits behind them (Unicode: Prepended_Concatenation_Mark).
func hidden(r rune) bool {
	switch {
	case r < 0 || r > unicode.MaxRune || 0xd800 <= r && r <= 0xdfff: // no character at all
		return true
	case r < 0xa0: // C1 controls
		return true
	case r < 0x300: // accented letters, quickly
		return r == 0xad
	case 0x2010 <= r && r < 0x2028: // dashes, curly quotes, bullets, quickly
		return false
	case unicode.Is(unicode.Cf, r):
		return !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
	case r == 0x2028 || r == 0x2029: // line and paragraph separator
		return true
	case unicode.Is(unicode.Variation_Selector, r), // invisible, and terminals differ about the width they give
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r), // Hangul fillers and other blanks, unassigned tags
		unicode.Is(unicode.Noncharacter_Code_Point, r):
		return true
	}
	return false
}

// show does the work of Text (line false) and Line (line true).
func show(s string, line bool) string {
	var out strings.Builder
	done, marks := 0, 0 // s[:done] is in out; marks counts the combining marks just before i
	for i := 0; i < len(s); {
		c := s[i]
		if 0x20 <= c && c < 0x7f {
			marks = 0
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		sign, found := Rune(r)
		switch {
		case r == utf8.RuneError && size == 1:
			sign, found = fmt.Sprintf("⟨0x%02X⟩", c), true
		case line && (c == '\n' || c == '\t'):
			sign, found = string('␀'+rune(c)), true
		case !found && r >= 0x300 && unicode.In(r, unicode.Mn, unicode.Me):
			if marks++; marks > maxMarks {
				sign, found = code(r), true
			}
		default:
			marks = 0
		}
		if found {
			if done == 0 {
				out.Grow(len(s) + 16)
			}
			out.WriteString(s[done:i])
			out.WriteString(sign)
			done = i + size
		}
		i += size
	}
	if done == 0 {
		return s
	}
	out.WriteString(s[done:])
	return out.String()
}
