package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"reftel/model"
	"reftel/model/letters"
)

// Fold brings a text into the form in which texts are compared:
//
//   - compatibility decomposition (NFKD), accents and other combining marks dropped, and the Latin
//     letters that have no decomposition spelled out: ß ss, æ ae, ø o, ł l, đ d, þ th;
//   - lower case;
//   - apostrophes of every make and invisible characters dropped (N'Djamena: ndjamena);
//   - full stops between single letters dropped (U.S.: us);
//   - blanks, hyphens, dashes, brackets, quotes, commas, stops, slashes and control characters of
//     every make become one blank, none at the ends.
//
// Other symbols (* & # % ...) stay, so that they can be searched for. Folding a folded text gives the
// same text.
func Fold(s string) string {
	return strings.ReplaceAll(foldFields(s), string(fieldEnd), " ")
}

// fieldEnd stands in folded texts where the original has a tab or a line end.
const fieldEnd = '\t'

// foldFields folds s but keeps the borders of fields.
func foldFields(s string) string {
	if isFolded(s) {
		return s
	}
	f := folder{out: make([]byte, 0, len(s)+4)}
	f.fold(s)
	return string(f.out)
}

// foldMapped folds s and says for each byte of the result which bytes of s it stands for.
func foldMapped(s string) (folded string, from []model.Span) {
	f := folder{out: make([]byte, 0, len(s)+4), mapped: true}
	f.fold(s)
	return string(f.out), f.from
}

// FoldMapped folds s as [Fold] does, and says for each byte of the result which bytes of s it stands for.
func FoldMapped(s string) (folded string, from []model.Span) {
	folded, from = foldMapped(s)
	return strings.ReplaceAll(folded, string(fieldEnd), " "), from
}

// isFolded recognises plain lower-case words without looking closely: what is folded already is the
// bulk of what is folded again.
func isFolded(s string) bool {
	blank := true // at the start a blank is out of place
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			blank = false
		case c == ' ' && !blank:
			blank = true
		default:
			return false
		}
	}
	return !blank || s == ""
}

// folder is the state of folding one text.
type folder struct {
	out    []byte
	mapped bool
	from   []model.Span // of each byte of out, if mapped

	gap     byte // blank or field end that is due before the next character, 0 if none
	gapFrom int
	gapTo   int
	letters int // letters since the last character that is none
}

func (f *folder) fold(s string) {
	for i, size := 0, 0; i < len(s); i += size {
		c := s[i]
		size = 1
		switch {
		case 'a' <= c && c <= 'z':
			f.letters++
			f.add(c, i, i+1)
		case 'A' <= c && c <= 'Z':
			f.letters++
			f.add(c+'a'-'A', i, i+1)
		case '0' <= c && c <= '9':
			f.letters = 0
			f.add(c, i, i+1)
		case c == '.' && f.letters == 1 && singleLetterFollows(s[i+1:]):
			f.letters = 0
		case c < utf8.RuneSelf:
			f.rune(rune(c), i, i+1)
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			f.wide(r, i, i+size)
		}
	}
}

// singleLetterFollows reports whether s begins with one letter and no more: the S in U.S., not the
// surname in J.Doe.
func singleLetterFollows(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	return unicode.IsLetter(r) && !unicode.IsLetter(next)
}

// wide folds a rune beyond ASCII that stands at s[start:end].
func (f *folder) wide(r rune, start, end int) {
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	decomposed := norm.NFKD.Properties(buf[:n]).Decomposition()
	if decomposed == nil {
		f.rune(r, start, end)
		return
	}
	for len(decomposed) > 0 {
		d, size := utf8.DecodeRune(decomposed)
		f.rune(d, start, end)
		decomposed = decomposed[size:]
	}
}

// rune folds one decomposed rune.
func (f *folder) rune(r rune, start, end int) {
	r = unicode.ToLower(r)
	if r == 'ς' { // the sigma that ends a word
		r = 'σ'
	}
	if plain := letters.Plain(r); plain != "" {
		f.letters++
		for i := range len(plain) {
			f.add(plain[i], start, end)
		}
		return
	}
	switch {
	case unicode.Is(unicode.M, r):
		if n := len(f.from); n > 0 && f.gap == 0 {
			f.from[n-1].End = end // the accent is lit with its letter
		}
		return
	case letters.IsApostrophe(r) || unicode.Is(unicode.Cf, r):
		return
	case r == '\n' || r == '\t':
		f.pause(fieldEnd, start, end)
		return
	case isGap(r):
		f.pause(' ', start, end)
		return
	case unicode.IsLetter(r):
		f.letters++
	default:
		f.letters = 0
	}
	var buf [utf8.UTFMax]byte
	for _, c := range buf[:utf8.EncodeRune(buf[:], r)] {
		f.add(c, start, end)
	}
}

// isGap reports whether a rune separates words and is not worth searching for.
func isGap(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' || r == 0x7f || strings.IndexByte(" -,.;:/\"()[]{}<>_", byte(r)) >= 0
	}
	return r == utf8.RuneError || unicode.IsSpace(r) || unicode.IsControl(r) || unicode.In(r, unicode.Pd, unicode.Ps, unicode.Pe,
		unicode.Pi, unicode.Pf) || r == '…' || r == '¶' || r == '•' || r == '·'
}

// pause notes that a blank is due.
func (f *folder) pause(gap byte, start, end int) {
	f.letters = 0
	if f.gap == 0 {
		f.gapFrom = start
	}
	if f.gap != fieldEnd {
		f.gap = gap
	}
	f.gapTo = end
}

// add writes one byte that stands for s[start:end], after the blank that is due.
func (f *folder) add(c byte, start, end int) {
	if f.gap != 0 {
		if len(f.out) > 0 {
			f.out = append(f.out, f.gap)
			if f.mapped {
				f.from = append(f.from, model.Span{Start: f.gapFrom, End: f.gapTo})
			}
		}
		f.gap = 0
	}
	f.out = append(f.out, c)
	if f.mapped {
		f.from = append(f.from, model.Span{Start: start, End: end})
	}
}
