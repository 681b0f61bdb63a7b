package parser

import (
	"strings"

	"reftel/model"
)

// headLines splits the text up to end into lines. A page that ran the lines of a head together, so that
// they follow Date:, Source: or the DE line on one line, gets them back, and so do the notes under a
// headline.
func (d *document) headLines(end int) []line {
	const mostParts = 16 // lines of a head
	lines := d.lines(model.Span{Start: 0, End: end})
	joined := 0
	for _, l := range lines {
		if joinedHead(d.line(l)) {
			joined++
		}
	}
	if joined == 0 {
		return lines
	}
	out := make([]line, 0, len(lines)+8*joined)
	for _, l := range lines {
		if joinedHead(d.line(l)) {
			for range mostParts {
				at := headPart(d.line(l))
				if at <= 0 {
					break
				}
				var part line
				part, l = d.split(l, at)
				l.glued = false
				out = append(out, part)
			}
		}
		out = append(out, l)
	}
	return out
}

// bullet begins the notes under a newspaper's headline.
const bullet = "• "

// joinedHead reports whether a line may hold several lines of a head.
func joinedHead(s string) bool {
	const shortest = 24 // nothing follows on a shorter line
	return len(s) > shortest && (strings.HasPrefix(s, bullet) || strings.HasPrefix(s, "Date:") || strings.HasPrefix(s, "Source:") || strings.HasPrefix(s, "DE R"))
}

// headPart returns where the second line of a head begins inside s, -1 where there is none. Only what may
// follow the line that s begins with is looked for.
func headPart(s string) int {
	const reach = 2048 // bytes of the longest line: a list of addressees
	s = s[:min(len(s), reach)]
	group, marking := groupAt(s), classificationAt(s)
	next := []int{group, marking}
	after := func(signs ...string) {
		for _, sign := range signs {
			next = append(next, strings.Index(s, sign)+len(" ")) // 0 where it is not
		}
	}
	switch {
	case strings.HasPrefix(s, bullet):
		return strings.Index(s, " "+bullet) + len(" ")
	case group == 0:
		after(" FM ")
	case strings.HasPrefix(s, "Date:"):
		after(" Source:")
	case strings.HasPrefix(s, "Source:"):
		after(" VZCZ", " DE R")
	case strings.HasPrefix(s, "VZCZ"):
		after(" DE R")
	case strings.HasPrefix(s, "DE R"):
		after(" ZNY ", " ZNR ")
	case strings.HasPrefix(s, "FM "):
		after(" TO ")
	case strings.HasPrefix(s, "TO "):
		after(" INFO ")
	case strings.HasPrefix(s, "INFO "), strings.HasPrefix(s, "ZNY "), strings.HasPrefix(s, "ZNR "):
	default: // what follows the classification line is read field by field
		return classificationEnd(s)
	}
	at := -1
	for _, i := range next {
		if i > 0 && (at < 0 || i < at) {
			at = i
		}
	}
	return at
}

// groupAt returns where the first date-time group of s begins, with the letters of its precedence.
func groupAt(s string) int {
	words := wordSpans(s, 200)
	for i, w := range words {
		if !isDayTime(w.In(s)) {
			continue
		}
		for i > 0 && words[i-1].Len() <= 2 && strings.Trim(words[i-1].In(s), "ZOPR") == "" {
			i--
		}
		return words[i].Start
	}
	return -1
}

// classificationAt returns where a classification line with station and number begins inside s, -1 where
// there is none.
func classificationAt(s string) int {
	for _, w := range wordSpans(s, 200) {
		if classificationLength(s[w.Start:]) > 0 {
			return w.Start
		}
	}
	return -1
}

// classificationEnd returns where the text behind the classification line begins with which s begins.
func classificationEnd(s string) int {
	n := classificationLength(s)
	if rest := strings.TrimLeft(s[max(n, 0):], " "); n > 0 && rest != "" {
		return len(s) - len(rest)
	}
	return -1
}

// classificationLength returns the length of the classification line with station and number that s begins
// with, -1 if it begins with none.
func classificationLength(s string) int {
	const mostWords = 32 // of a classification line in spaced letters
	switch word, _, _ := strings.Cut(s, " "); word {
	case "S", "C", "U", "SECRET", "CONFIDENTIAL", "UNCLAS", "UNCLASSIFIED", "LIMITED":
	default:
		return -1
	}
	words := wordSpans(s, mostWords)
	for k := 2; k < len(words); k++ {
		if word := words[k].In(s); len(word) < 3 || !allDigits(word) {
			continue
		}
		if c, ok := parseClassificationLine(s[:words[k].End]); ok && c.Serial > 0 && c.Station != "" {
			return words[k].End
		}
	}
	return -1
}
