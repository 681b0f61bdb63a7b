package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reftel/model"
	"reftel/model/match"
)

// token is a word, a run of punctuation, or the sign of a redaction or omission.
type token struct {
	place Place
	key   int32 // equal where tokens count as the same
	sort  sort
	glued bool // no white space stands before it
}

type sort uint8

const (
	word sort = iota
	punctuation
	redaction
	omission
)

// text is the tokens of a cable in reading order.
type text struct {
	cable  *model.Cable
	tokens []token
	blocks []int         // that are compared; one may have no token
	lost   map[int][]int // where words were lost, by block, in order
}

// raw returns the bytes of a token.
func (t *text) raw(i int) string { return t.tokens[i].place.In(t.cable) }

// endOfMessage is what the communications centre writes behind a telegram.
const endOfMessage = "NNNN"

// isCompared reports whether the words of a block are the cable's, so that two copies should have them alike. Fields of
// the header are compared by what they say; notes of an edition only with those of an edition.
func isCompared(b *model.Block, notes bool) bool {
	switch b.Kind {
	case model.Header:
		switch b.Role {
		case model.SubjectRole, model.ClassifiedByRole, model.AttentionRole, model.OtherHeaderRole:
			return true
		}
		return false
	case model.Rule:
		return false
	case model.Trailer:
		return strings.TrimSpace(b.Text) != endOfMessage
	case model.Note:
		return notes
	}
	return true
}

// tokensOf takes a cable apart.
func tokensOf(c *model.Cable, notes bool, keys *keys) *text {
	t := &text{cable: c, lost: map[int][]int{}}
	signs := make([][]model.Mark, len(c.Blocks))
	for _, m := range c.Marks {
		if (m.Kind == model.Redaction || m.Kind == model.Omission) && m.Block >= 0 && m.Block < len(c.Blocks) && m.Span.In(c.Blocks[m.Block].Text) != "" {
			signs[m.Block] = append(signs[m.Block], m)
		}
		if m.Kind == model.Loss {
			t.lost[m.Block] = append(t.lost[m.Block], m.Span.Start)
		}
	}
	for _, lost := range t.lost {
		slices.Sort(lost)
	}
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if !isCompared(b, notes) {
			continue
		}
		t.blocks = append(t.blocks, i)
		s := scanner{out: t, keys: keys, block: i}
		if b.Kind != model.Header {
			s.number, s.lead = b.Number > 0, true
			s.words(b.Lead, 0, len(b.Lead))
			s.number, s.lead = false, false
		}
		slices.SortStableFunc(signs[i], func(a, b model.Mark) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
		done := 0
		for _, m := range signs[i] {
			if m.Span.Start < done {
				continue
			}
			s.words(b.Text, done, m.Span.Start)
			if m.Kind == model.Omission {
				s.add(b.Text, m.Span, omissionKey, omission)
			} else {
				s.add(b.Text, m.Span, redactionKey, redaction)
			}
			done = m.Span.End
		}
		s.words(b.Text, done, len(b.Text))
	}
	return t
}

// scanner cuts the text of a block into tokens.
type scanner struct {
	out    *text
	keys   *keys
	block  int
	lead   bool
	number bool // the first word is the number of a paragraph
}

// add adds a token.
func (s *scanner) add(text string, span model.Span, key int32, kind sort) {
	glued := span.Start > 0 && !isSpace(text[span.Start-1])
	s.out.tokens = append(s.out.tokens, token{Place{s.block, s.lead, span}, key, kind, glued})
}

// words adds the tokens between two offsets: of what stands between white space the punctuation before, the word, the
// punctuation behind.
func (s *scanner) words(text string, from, to int) {
	for at := from; at < to; {
		if isSpace(text[at]) {
			at++
			continue
		}
		end := at
		first, last := -1, -1 // of the letters and digits
		for end < to && !isSpace(text[end]) {
			r, n := utf8.DecodeRuneInString(text[end:to])
			if isLetter(r) {
				if first < 0 {
					first = end
				}
				last = end + n
			}
			end += n
		}
		if first < 0 {
			first, last = end, end
		}
		if s.number && first == at {
			if digits := digitsEnd(text, at, last); digits > at && digits < last { // 3.(C
				last, end = digits, digits
			}
		}
		s.plain(text, model.Span{Start: at, End: first}, punctuation)
		s.plain(text, model.Span{Start: first, End: last}, word)
		s.plain(text, model.Span{Start: last, End: end}, punctuation)
		at = end
	}
}

// digitsEnd returns where the digits that begin at an offset end.
func digitsEnd(text string, at, end int) int {
	for at < end && isDigit(text[at]) {
		at++
	}
	return at
}

// plain adds a word or punctuation, unless it is empty.
func (s *scanner) plain(text string, span model.Span, kind sort) {
	if span.Empty() {
		return
	}
	raw := span.In(text)
	if kind == word && s.number {
		s.number = false
		raw = numberSign + raw
	}
	s.add(text, span, s.keys.of(raw, kind), kind)
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		c := byte(r)
		return (c|0x20)-'a' < 26 || c-'0' < 10
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// keys gives numbers to words, the same to those that differ in form alone.
type keys struct {
	raw    map[string]int32
	folded map[string]int32
}

// Keys that no word has.
const (
	redactionKey int32 = iota
	omissionKey
	firstKey
)

// numberSign stands before the number of a paragraph, which is another thing than a number in the text.
const numberSign = "¶"

func newKeys() *keys { return &keys{map[string]int32{}, map[string]int32{}} }

func (k *keys) len() int { return int(firstKey) + len(k.folded) }

// of returns the key of a word or of punctuation.
func (k *keys) of(raw string, kind sort) int32 {
	if key, ok := k.raw[raw]; ok {
		return key
	}
	folded := ""
	switch kind {
	case word:
		if folded = letters(raw); strings.HasPrefix(raw, numberSign) {
			folded = numberSign + folded
		}
	case punctuation:
		folded = " " + plainSigns.Replace(raw)
	}
	key, ok := k.folded[folded]
	if !ok {
		key = int32(k.len())
		k.folded[folded] = key
	}
	k.raw[raw] = key
	return key
}

// letters returns a word in small letters without accents, apostrophes and hyphens, so that Sarkozy,s is Sarkozy’s. What
// stands between two digits counts, though: 1.5 is not 15.
func letters(s string) string {
	var out strings.Builder
	for _, r := range match.Fold(s) {
		if isLetter(r) {
			out.WriteRune(r)
		}
	}
	for i := 1; i+1 < len(s); i++ {
		if isDigit(s[i-1]) && isDigit(s[i+1]) && !isDigit(s[i]) {
			out.WriteByte(s[i])
		}
	}
	if out.Len() == 0 {
		return s
	}
	return out.String()
}

func isDigit(c byte) bool { return c-'0' < 10 }

// plainSigns writes quotation marks, apostrophes and dashes of any make as a typewriter does.
var plainSigns = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "`", "'", "´", "'",
	"–", "-", "—", "-", "‐", "-", "‑", "-", "−", "-", "…", "...")

// keysOf returns the keys of tokens.
func keysOf(tokens []token) []int32 {
	out := make([]int32, len(tokens))
	for i := range tokens {
		out[i] = tokens[i].key
	}
	return out
}
