package words

import (
	"fmt"
	"strconv"
	"strings"

	"reftel/model"
	"reftel/model/compare"
)

// Copies says in sentences how two copies of a cable differ, which are called by the names given: "The copy in page.html
// has lost the ends of paragraphs 5 and 12 (31 words), which the copy in site.html has." It says nothing where they don't.
func Copies(c *compare.Comparison, a, b string) []string {
	var out []string
	for _, t := range c.Tallies() {
		p := places{comparison: c, tally: t, lacking: "the copy in " + a, having: "the copy in " + b}
		if t.Lacks == compare.SideB {
			p.lacking, p.having = p.having, p.lacking
		}
		out = append(out, capital(p.sentence())+".")
	}
	if said := headers(c.Fields, "the copy in "+a, "the copy in "+b); said != "" {
		out = append(out, capital(said)+".")
	}
	return out
}

// Differences counts the places in which two copies differ, by kind: "4 differences: redacted 1 · other words 3"; "" for
// none.
func Differences(c *compare.Comparison) string {
	count, all := map[compare.Kind]int{}, len(c.Fields)
	for _, t := range c.Tallies() {
		count[t.Kind] += t.Places
		all += t.Places
	}
	if all == 0 {
		return ""
	}
	var kinds []string
	for _, kind := range compare.Kinds() {
		if n := count[kind]; n > 0 {
			kinds = append(kinds, differs(kind)+" "+Number(n))
		}
	}
	if n := len(c.Fields); n > 0 {
		kinds = append(kinds, "header "+Number(n))
	}
	return Count(all, "difference") + ": " + strings.Join(kinds, " · ")
}

// differs names a kind of difference where it is counted.
func differs(kind compare.Kind) string {
	switch kind {
	case compare.Marking:
		return "numbers or markings"
	case compare.Only:
		return "in one alone"
	case compare.Words:
		return "other words"
	case compare.Form:
		return "form alone"
	}
	return string(kind)
}

// places is what one sentence is about.
type places struct {
	comparison      *compare.Comparison
	tally           compare.Tally
	lacking, having string
}

// sentence says what one copy lacks, or in what they differ, without the full stop.
func (p *places) sentence() string {
	t := p.tally
	in, count := p.where(), Count(t.Words, "word")
	switch t.Kind {
	case compare.Redacted:
		return fmt.Sprintf("%s hides something in %s, where %s has %s", p.lacking, in, p.having, wordsOr(t.Words, "more"))
	case compare.Omitted:
		return fmt.Sprintf("an editor of %s left out something in %s, where %s has %s", p.lacking, in, p.having, wordsOr(t.Words, "more"))
	case compare.Lost:
		what := "words in"
		if p.atEnds() {
			what = "the end of"
			if t.Places > 1 {
				what = "the ends of"
			}
		}
		return fmt.Sprintf("%s has lost %s %s (%s), which %s has", p.lacking, what, in, count, p.having)
	case compare.Marking:
		return fmt.Sprintf("numbers or portion markings differ in %s", in)
	case compare.Only:
		return fmt.Sprintf("only %s has %s in %s", p.having, wordsOr(t.Words, "something"), in)
	case compare.Words:
		return fmt.Sprintf("other words stand in %s (%s)", in, count)
	case compare.Spelling:
		return fmt.Sprintf("%s spelled otherwise, in %s", is(t.Words, "word"), in)
	}
	return fmt.Sprintf("the form alone differs in %s: %s", Count(t.Places, "place"), p.forms())
}

// wordsOr counts words; what is no word (punctuation) is called otherwise.
func wordsOr(n int, otherwise string) string {
	if n == 0 {
		return otherwise
	}
	return Count(n, "word")
}

func is(n int, noun string) string {
	if n == 1 {
		return "1 " + noun + " is"
	}
	return Count(n, noun) + " are"
}

// each calls do with the changes that are counted, and the part of each where the words stand.
func (p *places) each(do func(*compare.Change, compare.Part)) {
	for i := range p.comparison.Changes {
		ch := &p.comparison.Changes[i]
		if ch.Kind != p.tally.Kind || ch.Lacks != p.tally.Lacks {
			continue
		}
		if p.tally.Lacks == compare.SideB {
			do(ch, ch.A)
		} else {
			do(ch, ch.B)
		}
	}
}

// cable returns the copy whose parts each gives.
func (p *places) cable() *model.Cable {
	if p.tally.Lacks == compare.SideB {
		return p.comparison.A
	}
	return p.comparison.B
}

// atEnds reports whether all that was lost stood at the end of its block.
func (p *places) atEnds() bool {
	ends := true
	p.each(func(_ *compare.Change, there compare.Part) {
		last := there.Places[len(there.Places)-1]
		ends = ends && last.Block >= 0 && last.Span.End == len(strings.TrimRight(p.cable().Blocks[last.Block].Text, " \n"))
	})
	return ends
}

// mostPlaces is how many paragraphs a sentence names.
const mostPlaces = 12

// where names the paragraphs and other parts, each once: "paragraphs 5 and 12, the signature".
func (p *places) where() string {
	var numbers, others []string
	told := map[string]bool{}
	p.each(func(_ *compare.Change, there compare.Part) {
		for _, place := range there.Places {
			number, name := part(p.cable(), place.Block)
			if number > 0 {
				name = strconv.Itoa(number)
			}
			switch {
			case told[name]:
			case number > 0:
				numbers = append(numbers, name)
			default:
				others = append(others, name)
			}
			told[name] = true
		}
	})
	said := ""
	switch more := len(numbers) - mostPlaces; {
	case len(numbers) == 1:
		said = "paragraph " + numbers[0]
	case more > 1:
		said = "paragraphs " + strings.Join(numbers[:mostPlaces], ", ") + " and " + Number(more) + " more"
	case len(numbers) > 1:
		said = "paragraphs " + List(numbers)
	}
	if said != "" {
		others = append([]string{said}, others...)
	}
	return List(others)
}

// part returns the number of the paragraph that a block is in, or, where it is in none, what it is called.
func part(c *model.Cable, block int) (number int, name string) {
	if block < 0 || block >= len(c.Blocks) {
		return 0, "the text"
	}
	switch b := &c.Blocks[block]; b.Kind {
	case model.Header:
		switch b.Role {
		case model.SubjectRole:
			return 0, "the subject"
		case model.AttentionRole, model.ClassifiedByRole:
			return 0, "the " + string(b.Role) + " line"
		}
		return 0, "another line of the header"
	case model.Heading:
		return 0, "headings"
	case model.Signature, model.Trailer:
		return 0, "the " + string(b.Kind)
	case model.Note:
		return 0, "notes"
	}
	for i := block; i >= 0 && c.Blocks[i].Kind.IsText(); i-- {
		if n := c.Blocks[i].Number; n > 0 {
			return n, ""
		}
	}
	return 0, "text without a number"
}

// forms says in what the form differs, and how often: "punctuation 40, case 1".
func (p *places) forms() string {
	count := map[compare.How]int{}
	p.each(func(ch *compare.Change, _ compare.Part) { count[ch.How]++ })
	var out []string
	for _, how := range [...]compare.How{compare.ByPunctuation, compare.BySpacing, compare.ByCase, compare.ByAccents, compare.BySign} {
		if n := count[how]; n > 0 {
			out = append(out, fmt.Sprintf("%s %s", how, Number(n)))
		}
	}
	return strings.Join(out, ", ")
}

// headers says which fields of the header differ, and which one copy has alone.
func headers(fields []compare.Field, a, b string) string {
	var differ, onlyA, onlyB []string
	for _, f := range fields {
		switch f.Absent {
		case compare.SideB:
			onlyA = append(onlyA, f.Name)
		case compare.SideA:
			onlyB = append(onlyB, f.Name)
		default:
			differ = append(differ, f.Name)
		}
	}
	var said []string
	if len(differ) > 0 {
		verb := " differ"
		if len(differ) == 1 {
			verb = " differs"
		}
		said = append(said, List(differ)+verb)
	}
	if len(onlyA) > 0 {
		said = append(said, "only "+a+" has "+List(onlyA))
	}
	if len(onlyB) > 0 {
		said = append(said, "only "+b+" has "+List(onlyB))
	}
	if len(said) == 0 {
		return ""
	}
	return "in the header " + strings.Join(said, "; ")
}

// List puts words together: a, b and c.
func List(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

// capital begins a sentence.
func capital(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
