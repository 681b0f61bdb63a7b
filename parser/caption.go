package parser

import "strings"

// The caption of a telegram that was put into its text.

// captionOfSections is the caption that stations repeated at the head of each section; a program of
// theirs also put it behind lines of text that name a Secretary.
const captionOfSections = "SIPDIS"

// strayCaption reads the caption on a line of its own in the text, as copies in small letters write it too, or before
// the rest of a sentence. It counts as a page marker without a number. "Please include SIPDIS in all replies" is text.
func (t *telegram) strayCaption(s string) (m pageMark, ok bool) {
	if strings.EqualFold(s, captionOfSections) {
		m.span.End = len(captionOfSections)
		return m, true
	}
	rest, ok := strings.CutPrefix(s, captionOfSections)
	if !ok {
		return m, false
	}
	m.span.End = len(captionOfSections)
	if len(t.items) == 0 || rest[0] != ' ' {
		return m, false
	}
	last := t.text(len(t.items) - 1)
	word, _ := lossWordBefore(last, len(last))
	goesOn := inSentence(last) || allCapitals(last) && !endsSentence(last)
	return m, goesOn && !asksForCaption(word) && !namesCaption(rest)
}

// captionInside reads the caption inside a line that was once several: "the Secretary had not been SIPDIS
// well received". Only between words that can't speak of it is it none of the sentence's.
func captionInside(s string) (m pageMark, ok bool) {
	const shortest = 60 // of such a line
	if len(s) < shortest {
		return m, false
	}
	at := strings.Index(s, " "+captionOfSections+" ")
	if at < 0 {
		return m, false
	}
	m.span.Start = at + len(" ")
	m.span.End = m.span.Start + len(captionOfSections)
	word, _ := lossWordBefore(s, at)
	rest := s[m.span.End:]
	if endsSentence(s[:at]) || !inSentence(s[:at]) || asksForCaption(word) || namesCaption(rest) ||
		scanIsOneOf(word, "the", "a", "an", "and", "or", "with", "by", "as", "of", "for", "to", "via", "is", "be", "no", "not", "this", "our", "your", "these", "all", "on") {
		return m, false
	}
	next, _ := scanWordAt(rest, len(" "))
	return m, next != "" && !allCapitals(next)
}

// asksForCaption reports whether a word before the caption shows that the sentence is about it.
func asksForCaption(word string) bool {
	return scanIsOneOf(word, "include", "including", "included", "slug", "slugged", "caption", "captioned", "use", "using", "used", "add", "adding", "added",
		"word", "words", "mark", "marked", "channel", "through")
}

// namesCaption reports whether what follows the caption shows the same: "the SIPDIS caption", "SIPDIS in all replies".
func namesCaption(rest string) bool {
	word, _ := scanWordAt(rest, scanBlanks(rest, 0))
	return word != "" && scanIsOneOf(word, "caption", "captions", "captioned", "slug", "channel", "channels", "distribution", "line", "marking", "handling", "label",
		"tag", "cable", "cables", "message", "messages", "telegram", "telegrams", "traffic", "in", "on", "for", "as", "and", "or", "is", "version", "network", "web", "website", "list")
}
