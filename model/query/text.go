package query

import (
	"slices"
	"strings"
	"unicode/utf8"

	"reftel/model"
)

// Text is words that stand side by side in a text of the cable.
type Text struct {
	Words  []string // folded; at least one
	Prefix bool     // the last word may go on
	ID     model.ID // the cable that the words name, if they read as an id: it answers too

	// The scan for candidates looks for one byte of the first word, if that is ASCII.
	ascii        bool
	pivot        int
	lower, upper byte
}

// newText takes what is asked for apart into words; ok is false when it holds none.
func NewText(written string, prefix bool) (t *Text, ok bool) {
	t = &Text{Words: slices.Collect(Words(written)), Prefix: prefix}
	if len(t.Words) == 0 {
		return nil, false
	}
	if !prefix {
		t.ID, _ = model.ParseID(written)
	}
	first := t.Words[0]
	t.ascii = nextNonASCII(first, 0) == len(first)
	if t.ascii {
		t.pivot = rarest(first)
		t.lower = first[t.pivot]
		t.upper = t.lower
		if t.lower-'a' < 26 {
			t.upper -= 'a' - 'A'
		}
	}
	return t, true
}

// key is the same for texts that ask the same.
func (t *Text) key() string {
	key := strings.Join(t.Words, " ")
	if t.Prefix {
		key += "*"
	}
	return key
}

// In reports whether the words stand anywhere in a text.
func (t *Text) In(text string) bool { return t.in(text) }

// in is [Text.In].
func (t *Text) in(text string) bool {
	if t.ascii {
		scan := scanLetter(text, t.lower, t.upper)
		if _, ok := t.nextPlain(&scan, 0); ok {
			return true
		}
	}
	_, ok := t.nextMarked(text, 0)
	return ok
}

// appendSpans appends all places of the words in a text.
func (t *Text) appendSpans(all []model.Span, text string) []model.Span {
	if t.ascii {
		scan := scanLetter(text, t.lower, t.upper)
		for s, ok := t.nextPlain(&scan, 0); ok; s, ok = t.nextPlain(&scan, s.End) {
			all = append(all, s)
		}
	}
	for s, ok := t.nextMarked(text, 0); ok; s, ok = t.nextMarked(text, s.End) {
		all = append(all, s)
	}
	return all
}

// nextPlain finds the next place of the words, at from or behind it, whose first word is written in
// ASCII letters alone.
func (t *Text) nextPlain(scan *letterScan, from int) (model.Span, bool) {
	text, first := scan.text, t.Words[0]
	for at := from + t.pivot; ; at++ {
		at = scan.next(at)
		start := at - t.pivot
		if at >= len(text) || start+len(first) > len(text) {
			return model.Span{}, false
		}
		if !equalASCII(text[start:start+len(first)], first) || !startsWord(text, start) {
			continue
		}
		if end, ok := t.at(text, start); ok {
			return model.Span{Start: start, End: end}, true
		}
	}
}

// nextMarked finds the next place of the words, at from or behind it, whose first word holds a rune
// beyond ASCII: an accented letter, or a silent one.
func (t *Text) nextMarked(text string, from int) (model.Span, bool) {
	for i := nextNonASCII(text, from); i < len(text); i = nextNonASCII(text, i) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if word, silent := classify(r); !word && !silent {
			i += n
			continue
		}
		start, end := wordAround(text, i, from)
		if start < end {
			if matched, ok := t.at(text, start); ok {
				return model.Span{Start: start, End: matched}, true
			}
		}
		i = max(end, i+n)
	}
	return model.Span{}, false
}

// at reports whether the words stand at start, which begins a word, and where it ends.
func (t *Text) at(text string, start int) (end int, ok bool) {
	i := start
	for k, word := range t.Words {
		if k > 0 {
			if i = skipBetween(text, i); i == len(text) {
				return 0, false
			}
		}
		if i, ok = matchWord(text, i, word, t.Prefix && k == len(t.Words)-1); !ok {
			return 0, false
		}
	}
	return i, true
}

// matchWord compares the word of the text that begins at i with a folded word. The end is that of
// what was compared: with prefix set, the word of the text may go on behind it.
func matchWord(text string, i int, word string, prefix bool) (end int, ok bool) {
	for k := 0; k < len(word); {
		if i >= len(text) {
			return 0, false
		}
		if c := text[i]; c < utf8.RuneSelf {
			if foldASCII(c, false) != word[k] {
				return 0, false
			}
			i++
			k++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if inWord, silent := classify(r); !silent {
			var buf [foldSize]byte
			folded := foldRune(buf[:0], r, false)
			if !inWord || len(word)-k < len(folded) || word[k:k+len(folded)] != string(folded) {
				return 0, false
			}
			k += len(folded)
		}
		i += n
	}
	i = skipSilent(text, i)
	if !prefix && i < len(text) {
		if r, _ := utf8.DecodeRuneInString(text[i:]); isWordRune(r) {
			return 0, false
		}
	}
	return i, true
}

// equalASCII reports whether text is the folded word in any mixture of cases.
func equalASCII(text, word string) bool {
	for i := range len(word) {
		if foldASCII(text[i], false) != word[i] {
			return false
		}
	}
	return true
}

// startsWord reports whether no word goes on across the place i.
func startsWord(text string, i int) bool {
	for i > 0 {
		if c := text[i-1]; c < utf8.RuneSelf {
			return !isWordByte(c)
		}
		r, n := utf8.DecodeLastRuneInString(text[:i])
		word, silent := classify(r)
		if !silent {
			return !word
		}
		i -= n
	}
	return true
}

// wordAround returns the word that the rune at i belongs to, cut off at from, without the silent
// runes in front of it.
func wordAround(text string, i, from int) (start, end int) {
	start, end = i, i
	for at := i; at > from; {
		r, n := utf8.DecodeLastRuneInString(text[:at])
		if word, silent := classify(r); !word && !silent {
			break
		}
		at -= n
		start = at
	}
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if word, silent := classify(r); !word && !silent {
			break
		}
		end += n
	}
	return min(skipSilent(text, start), end), end
}

func skipSilent(text string, i int) int {
	for i < len(text) && text[i] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isSilent(r) {
			break
		}
		i += n
	}
	return i
}

// skipBetween returns the beginning of the next word at or behind i.
func skipBetween(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if isWordRune(r) {
			break
		}
		i += n
	}
	return i
}
