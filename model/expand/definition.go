package expand

import (
	"strings"
	"sync"

	"reftel/model"
)

// Definition is a place of a cable that says what an acronym stands for, either way round: "Federal Widget Agency (FWA)",
// "FWA (Federal Widget Agency)".
type Definition struct {
	Key   string // see [Key]
	Words string // what it stands for, on one line
	Loose bool   // its letters are not those of the words, which stand beside it: Public Security Secretary (SSP)
	Block int
	Span  model.Span // of both, in the block's text
}

const (
	mostDefinitions = 200 // of a cable
	longestInside   = 160 // bytes between parentheses
	longestBefore   = 160 // bytes before them
	longestWords    = 200 // bytes of what an acronym stands for
	mostText        = 4 << 20
)

// Definitions returns what a cable defines, in reading order, each acronym once for each meaning. At most 200 of them, and
// those in the first four megabytes.
func Definitions(c *model.Cable) []Definition {
	var out []Definition
	seen := map[string]bool{}
	room := mostText
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if !isRead(b) || room <= 0 {
			continue
		}
		text := b.Text[:min(len(b.Text), room)]
		room -= len(text)
		if strings.IndexByte(text, '(') < 0 {
			continue
		}
		caps := sync.OnceValue(func() bool { return inCapitals(text) })
		for at := 0; len(out) < mostDefinitions; {
			open := strings.IndexByte(text[at:], '(')
			if open < 0 {
				break
			}
			open += at
			at = open + 1
			size := strings.IndexAny(text[at:min(len(text), at+longestInside)], "()")
			if size < 0 || text[at+size] != ')' {
				continue
			}
			d, ok := defined(text, open, at+size, caps)
			if !ok || len(d.Words) > longestWords {
				continue
			}
			d.Block = i
			if id := d.Key + "\x00" + fold(d.Words); !seen[id] {
				seen[id] = true
				out = append(out, d)
			}
			at += size + 1
		}
	}
	return out
}

// isRead reports whether words of a block are the cable's own: its text, headings and subject.
func isRead(b *model.Block) bool {
	return b.Kind.IsText() && b.Role != model.SourceNoteRole || b.Kind == model.Heading || b.Kind == model.Header && b.Role == model.SubjectRole
}

// defined reads the definition around parentheses, if there is one.
func defined(text string, open, end int, caps func() bool) (Definition, bool) {
	inside := strings.Trim(text[open+1:end], " \n\"'“”‘’")
	if i := strings.IndexAny(inside, ",;"); i > 0 && isAcronym(inside[:i]) {
		inside = inside[:i]
	}
	if isAcronym(inside) && !isMarking(inside) {
		return definedBefore(text, open, end, Key(inside), caps)
	}
	return definedInside(text, open, end, caps)
}

// definedBefore looks for what an acronym in parentheses stands for, which is in front of them.
func definedBefore(text string, open, end int, key string, caps func() bool) (d Definition, ok bool) {
	from := max(0, open-longestBefore)
	if i := strings.LastIndexAny(text[from:open], ";:()!?\n"); i >= 0 {
		from += i + 1
	}
	before := wordsOf(strings.TrimRight(text[from:open], " \"”"), from)
	if len(before) == 0 || strings.Trim(text[before[len(before)-1].End:open], " \"”'’s") != "" {
		return d, false
	}
	before = before[max(0, len(before)-mostWords):]
	first := initials(key, before)
	loose := false
	if first < 0 && !caps() {
		first, loose = nameAtEnd(key, before)
	}
	if first < 0 {
		return d, false
	}
	at := model.Span{Start: before[first].Start, End: before[len(before)-1].End}
	return Definition{Key: key, Words: oneLine(at.In(text)), Loose: loose, Span: model.Span{Start: at.Start, End: end + 1}}, true
}

// nameAtEnd returns where the name begins that words in front of an acronym end with; the letters of the acronym are of
// another language then, and only what names an organization or an office is believed.
func nameAtEnd(key string, words []word) (first int, loose bool) {
	first = len(words)
	for first > 0 {
		w := words[first-1]
		if !w.upper && !(connectors[w.text] && first < len(words)) || first < len(words) && !words[first].joint {
			break
		}
		first--
	}
	for i := first; i < len(words)-1; i++ {
		parts := i > first && words[i].text == "the" && !connectors[words[i-1].text] || words[i].text == "at" || words[i].text == "by" || words[i].text == "to" || words[i].text == "with" || words[i].text == "and" && words[i+1].text == "the"
		if parts || i == first && leaders[words[i].text] && connectors[words[i+1].text] { // President of the Harbour Party
			first = i + 1
		}
		for first < len(words) && (connectors[words[first].text] || openers[words[first].text]) {
			first++
		}
		i = max(i, first-1)
	}
	for i := first; i < len(words)-1; i++ {
		if !connectors[words[i].text] && sameLetters(key, words[i:]) {
			return i, true
		}
	}
	if hasHead(words[first:]) {
		return first, true
	}
	return -1, false
}

// definedInside looks for an acronym in front of parentheses that stands for what is in them.
func definedInside(text string, open, end int, caps func() bool) (d Definition, ok bool) {
	if open < 2 || text[open-1] != ' ' {
		return d, false
	}
	start := strings.LastIndexAny(text[:open-1], " \n(\"“") + 1
	written := text[start : open-1]
	if !isAcronym(written) || isMarking(written) {
		return d, false
	}
	key := Key(written)
	for _, stop := range [...]string{"", ",;"} {
		inside := text[open+1 : end]
		if i := strings.IndexAny(inside, stop); i > 0 {
			inside = inside[:i]
		} else if stop != "" {
			break
		}
		words := wordsOf(inside, open+1)
		for len(words) > 0 && (words[0].text == "the" || words[0].text == "a" || words[0].text == "an") {
			words = words[1:]
		}
		if len(words) == 0 {
			return d, false
		}
		exact := initials(key, words) == 0
		named := !exact && !caps() && (sameLetters(key, words) && len(words) > 1 || isName(words))
		if exact || named {
			at := model.Span{Start: words[0].Start, End: words[len(words)-1].End}
			return Definition{Key: key, Words: oneLine(at.In(text)), Loose: !exact, Span: model.Span{Start: start, End: end + 1}}, true
		}
	}
	return d, false
}

// isName reports whether words are the name of an organization: all of them with capitals, and one that says so.
func isName(words []word) bool {
	for _, w := range words {
		if !w.upper && !connectors[w.text] {
			return false
		}
	}
	return hasHead(words)
}

// hasHead reports whether words end with what names an organization, or go on behind it: Police, Ministry of Justice. A
// minister of justice is followed by a name.
func hasHead(words []word) bool {
	for i, w := range words {
		if last := i == len(words)-1; heads[w.text] && (last || connectors[words[i+1].text] && w.text != "minister") {
			return true
		}
	}
	return false
}

// heads are words of which the name of an organization or an office has one.
var heads = set(`administration agency alliance army assembly association authority bank board bureau center centre chamber command commission
	committee company confederation congress corporation corps council court department directorate federation force forces foundation front fund general
	guard institute league marines ministry minister movement navy network office organization organisation parliament party police program
	programme republic secretariat secretary service society system tribunal union unit university`)

// leaders are words for those who lead an organization.
var leaders = set("president chief head leader director chairman spokesman spokesperson member deputy ambassador")

// openers begin sentences and are no part of a name.
var openers = set("both former its new our that their these this those when while after before from under both but as if")

// oneLine returns a text on one line.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// fold returns what definitions are compared by.
func fold(words string) string {
	words = strings.ToLower(strings.ReplaceAll(words, "’", "'"))
	return strings.TrimPrefix(words, "the ")
}
