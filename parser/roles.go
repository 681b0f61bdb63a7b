package parser

import (
	"strings"

	"reftel/model"
)

// longestSummary is how many paragraphs a summary may have before its end mark.
const longestSummary = 6

// setRoles marks the paragraphs and headings of the summary and of comments, and sets Summary.
// A summary begins at a heading or a first word "Summary" and ends at "End Summary", else with
// its paragraph; an end mark without a beginning makes a summary of paragraph 1
// (conformance/IRREGULARITIES section 4).
func setRoles(c *model.Cable) {
	setComments(c)
	first, text := summaryStart(c)
	end := summaryEnd(c, max(first, 0))
	if first < 0 {
		if end < 0 {
			return
		}
		first = firstParagraph(c)
		if first < 0 || first > end {
			return
		}
		text = first
	}
	if c.Blocks[first].Kind == model.Heading {
		c.Blocks[first].Role = model.SummaryRole
	}
	if end < text {
		end = summaryWithoutEnd(c, first, text)
	}
	var lines []string
	for i := text; i <= end; i++ {
		b := &c.Blocks[i]
		if !b.Kind.IsText() {
			continue
		}
		b.Role = model.SummaryRole
		if s := summaryText(b.Text); s != "" {
			lines = append(lines, s)
		}
	}
	c.Summary = strings.Join(lines, "\n")
}

// summaryStart returns the block where the summary begins and its first block of text; -1 if none.
func summaryStart(c *model.Cable) (first, text int) {
	const numberedReach, reach = 4, 8 // paragraphs before it: of a list of participants, say, that has none
	numbered, seen := 0, 0
	for i := range c.Blocks {
		b := &c.Blocks[i]
		switch {
		case b.Kind == model.Heading && summaryWord(b.Text) > 0:
			for k := i + 1; k < len(c.Blocks); k++ {
				if c.Blocks[k].Kind.IsText() {
					return i, k
				}
			}
		case b.Kind == model.Paragraph:
			if summaryWord(b.Text) > 0 {
				return i, i
			}
			if b.Number > 0 {
				numbered++
			}
			if seen++; numbered > numberedReach || seen > reach {
				return -1, -1
			}
		}
	}
	return -1, -1
}

// summaryEnd returns the block that holds the words End Summary, looking at most longestSummary
// paragraphs ahead; -1 if none.
func summaryEnd(c *model.Cable, from int) int {
	paragraphs := 0
	for i := from; i < len(c.Blocks) && paragraphs <= longestSummary; i++ {
		b := &c.Blocks[i]
		if b.Kind == model.Paragraph {
			paragraphs++
		}
		if (b.Kind.IsText() || b.Kind == model.Heading) && endMark(b.Text, "summary") >= 0 {
			return i
		}
	}
	return -1
}

// summaryWithoutEnd ends a summary that no end mark closes: under a heading of its own at the
// next heading, else with its paragraph.
func summaryWithoutEnd(c *model.Cable, first, text int) int {
	end := text
	if c.Blocks[first].Kind != model.Heading {
		// "1. (C) SUMMARY:" alone on its line: the text is what follows.
		if next := text + 1; summaryText(c.Blocks[text].Text) == "" && next < len(c.Blocks) && c.Blocks[next].Kind.IsText() && c.Blocks[next].Number == 0 {
			return next
		}
		return end
	}
	paragraphs := 0
	for i := text; i < len(c.Blocks); i++ {
		b := &c.Blocks[i]
		if b.Kind == model.Heading || b.Kind == model.Signature {
			return end
		}
		if b.Kind == model.Paragraph && b.Number > 0 {
			if paragraphs++; paragraphs > longestSummary {
				return text
			}
		}
		if b.Kind.IsText() {
			end = i
		}
	}
	return text // no heading follows: only the first paragraph is sure
}

func firstParagraph(c *model.Cable) int {
	for i := range c.Blocks {
		if c.Blocks[i].Kind == model.Paragraph {
			return i
		}
	}
	return -1
}

// setComments marks headings that say Comment with the paragraphs under them, and paragraphs that
// begin with the word.
func setComments(c *model.Cable) {
	under := false
	for i := range c.Blocks {
		b := &c.Blocks[i]
		switch {
		case b.Kind == model.Heading:
			if under = startsWithWord(b.Text, "comment"); under {
				b.Role = model.CommentRole
			}
		case b.Kind == model.Signature:
			under = false
		case b.Kind.IsText():
			b.Role = model.BodyRole
			if under || b.Kind == model.Paragraph && startsWithWord(b.Text, "comment") {
				b.Role = model.CommentRole
			}
		}
	}
}

// startsWithWord reports whether a text begins with a word, blind to case and to signs before it.
func startsWithWord(s, word string) bool {
	s = strings.TrimLeft(s, " -(/\"[*")
	return hasFoldPrefix(s, word) && (len(s) == len(word) || !isAlnum(s[len(word)]))
}

// summaryWord returns the length of a summary's opening words: "Summary:", "SUMMARY AND COMMENT.",
// "(C) Summary and Action Request.", "Summary and Introduction". 0 when s begins otherwise.
func summaryWord(s string) int {
	at := len(s) - len(strings.TrimLeft(s, " -(/\"[*"))
	rest := s[at:]
	word := 0
	for _, w := range []string{"summary", "summay", "sumary", "sumamry", "summmary", "executive summary", "begin summary", "introduction and summary"} {
		if hasFoldPrefix(rest, w) {
			word = len(w)
		}
	}
	if word == 0 || word < len(rest) && isAlnum(rest[word]) {
		return 0
	}
	end := word
	if more := rest[word:]; hasFoldPrefix(more, " and ") || hasFoldPrefix(more, " & ") || hasFoldPrefix(more, "/") {
		if stop := strings.IndexAny(more[:min(len(more), 50)], ".:\n-"); stop >= 0 {
			end = word + stop
		} else if len(more) <= 50 {
			end = len(rest)
		}
	}
	for end < len(rest) && strings.IndexByte(" .:-)/\"]*", rest[end]) >= 0 {
		end++
	}
	return at + end
}

// endMark returns where "End Summary" (or another word) begins in s, -1 if it does not stand there.
func endMark(s, word string) int {
	for at := 0; ; {
		i := indexFold(s[at:], "end ")
		if i < 0 {
			return -1
		}
		i += at
		rest := strings.TrimLeft(s[i+len("end "):], " -")
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "of "), "OF ")
		if (i == 0 || !isAlnum(s[i-1])) && hasFoldPrefix(rest, word) {
			return i
		}
		at = i + len("end ")
	}
}

// summaryText takes the opening word, a marking behind it and the end mark off a summary's text.
func summaryText(s string) string {
	word := summaryWord(s)
	s = s[word:]
	if p, ok := readNumber(s); ok { // "Summary. 1. (C) Summary. The oil is short.", "SUMMARY: 1. (C) The oil"
		again := strings.TrimLeft(s[p.lead:], " ")
		if n := summaryWord(again); n > 0 || word > 0 && p.marking != "" {
			s = again[n:]
		}
	}
	if m, n := readMarking(s); m != "" && s[0] == '(' {
		s = strings.TrimLeft(s[n:], " ")
		if word > 0 {
			s = strings.TrimLeft(s, " :.-")
		}
	}
	if i := endMark(s, "summary"); i >= 0 {
		s = strings.TrimRight(s[:i], " -(/[*\"")
	}
	return strings.TrimSpace(s)
}
