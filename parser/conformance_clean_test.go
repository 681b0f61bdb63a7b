package parser

import (
	"regexp"
	"strings"
)

// The cases of kind clean_content ask for a text as an indexer of words wants it. Readers of this
// program get that from the blocks (Block.Text and Cable.Summary); what the cases add are rules about
// which blanks and line ends stay, so the answer is put together here, from the parser's own readers of
// lines.

// cleanRuns are runs of x that hide a name.
var cleanRuns = regexp.MustCompile(`\b[Xx]{4,}\b`)

// cleanWords are the opening and closing words of summaries and comments that stand inside a line.
var cleanWords = regexp.MustCompile(`(?i)\(?\b(?:begin|end)( (?:executive )?(?:summary|comment)(?: and (?:comment|action request|introduction))?)\b[.:)]*[ \t]*`)

// cleanHeading is a heading of one of those words alone.
var cleanHeading = regexp.MustCompile(`(?i)^(?:executive )?(?:summary|comment)(?: (?:and|&) [a-z ]{3,24})?[.:]?$`)

// conformanceClean drops paragraph numbers and markings, rules, section lines, SIPDIS, runs of x and the
// words of summaries and comments; all else stays byte for byte.
func conformanceClean(text string) string {
	var lines []string
	drop := func() { // the line goes, and the blank one before it
		if n := len(lines); n > 0 && strings.TrimSpace(lines[n-1]) == "" {
			lines = lines[:n-1]
		}
	}
	for _, s := range strings.Split(text, "\n") {
		words := strings.TrimSpace(s)
		_, marked := findPageMark(words, "")
		switch {
		case words == "SIPDIS", marked && len(words) < 60:
			drop()
			continue
		case words != "" && isRule(words), cleanHeading.MatchString(words):
			lines = append(lines, "")
			continue
		}
		if p, ok := readNumber(s); ok {
			s = strings.TrimLeft(s[p.lead:], " ")
			if n := summaryWord(s); n > 0 {
				s = s[n:]
			} else if startsWithWord(s, "comment") {
				s = strings.TrimLeft(s[len("comment"):], " :.-")
			}
			if m, n := readMarking(s); m != "" && strings.HasPrefix(s, "(") {
				s = strings.TrimLeft(s[n:], " ")
			}
		}
		s = cleanWords.ReplaceAllString(s, "")
		lines = append(lines, cleanRuns.ReplaceAllString(s, ""))
	}
	return strings.Join(lines, "\n")
}
