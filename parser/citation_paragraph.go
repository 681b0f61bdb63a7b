package parser

import (
	"strconv"
	"strings"

	"reftel/model"
)

// paragraphNumerals are the numbers that cables write out.
var paragraphNumerals = [...]string{"", "one", "two", "three", "four", "five", "six", "seven", "eight",
	"nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
	"eighteen", "nineteen", "twenty"}

// paragraphSpanish follow a number behind the Spanish "para".
var paragraphSpanish = [...]string{"personas", "dias", "meses", "mil", "millones", "por", "de", "horas",
	"semanas", "familias", "el", "la", "los", "las"}

// paragraphNumber is one number of a phrase.
type paragraphNumber struct {
	number     int
	start, end int
}

// paragraphMost bounds the numbers of one phrase.
const paragraphMost = 64

// paragraphWord marks the paragraphs of this cable that the phrase at i names: "para 5", "paras 2
// and 4", "paragraphs 2 through 4". Each number is a mark, the first with the word before it. It
// returns the end of the phrase; i if there is none.
func (m *marker) paragraphWord(i int) int {
	numbers, ok := m.paragraphNumbers(i)
	if !ok {
		return i
	}
	end := numbers[len(numbers)-1].end
	if m.paragraphsAreForeign(i, end) {
		return end
	}
	for k, n := range numbers {
		mark := model.Mark{Kind: model.Citation, RefTo: model.ToParagraph,
			Target: strconv.Itoa(n.number), State: model.NoSuchParagraph}
		if m.hasParagraph(n.number) || n.number == 1 && m.unwrittenFirst(end) {
			mark.State = model.ParagraphHere
		} else if m.kind == model.Note { // an editor cites paragraphs of many papers
			continue
		}
		start := n.start
		if k == 0 {
			start = i
		}
		m.add(mark, start, n.end)
	}
	return end
}

// hasParagraph reports whether the cable has a paragraph with the number.
func (m *marker) hasParagraph(number int) bool {
	if m.numbers == nil {
		m.numbers = make(map[int]bool)
		for i := range m.c.Blocks {
			if b := &m.c.Blocks[i]; b.Kind == model.Paragraph && b.Number > 0 {
				m.numbers[b.Number] = true
			}
		}
	}
	return m.numbers[number]
}

// unwrittenFirst reports whether "paragraph 1 above", which ends at end with its number, is the one that stands without
// a number before paragraph 2. Without the word it may as well be one of a draft that is discussed.
func (m *marker) unwrittenFirst(end int) bool {
	word, _ := scanWordAt(m.text, scanBlanks(m.text, m.behindPart(end)))
	if !scanIsOneOf(word, "above") {
		return false
	}
	_, ok := m.c.Paragraph(1)
	return ok
}

// paragraphNumbers reads the word at i, if it is one for paragraphs, and the numbers behind it.
func (m *marker) paragraphNumbers(i int) (numbers []paragraphNumber, ok bool) {
	if i >= len(m.text) || m.text[i]|0x20 != 'p' {
		return nil, false
	}
	word, at := scanWordAt(m.text, i)
	plural := scanIsOneOf(word, "paras", "paragraphs")
	if !plural && !scanIsOneOf(word, "para", "paragraph") {
		return nil, false
	}
	if strings.HasPrefix(m.text[at:], "(s)") {
		at, plural = at+len("(s)"), true
	}
	if at < len(m.text) && m.text[at] == '.' {
		at++
	}
	first, ok := m.paragraphNumber(scanBlanks(m.text, at))
	if !ok || m.paragraphIsSpanish(first.end) {
		return nil, false
	}
	numbers = []paragraphNumber{first}
	for len(numbers) < paragraphMost {
		next, ok := m.paragraphNext(numbers[len(numbers)-1].end, plural)
		if !ok {
			break
		}
		numbers = append(numbers, next)
	}
	return numbers, true
}

// paragraphNumber reads a number at i: digits, a pilcrow that the publisher put before them
// included, or a word. Longer numbers are years; 1.4 and 3,000 are no paragraphs.
func (m *marker) paragraphNumber(i int) (n paragraphNumber, ok bool) {
	text := m.text
	at := i
	if strings.HasPrefix(text[at:], "\u00b6") {
		at += len("\u00b6")
	} else if at < len(text) && text[at] == '#' {
		at++
	}
	end := scanDigits(text, at)
	if end == at {
		word, stop := scanWordAt(text, i)
		for value, numeral := range paragraphNumerals {
			if word != "" && scanIsOneOf(word, numeral) {
				return paragraphNumber{value, i, stop}, true
			}
		}
		return n, false
	}
	value, err := strconv.Atoi(text[at:min(end, at+4)])
	if err != nil || end-at > 3 || value == 0 {
		return n, false
	}
	if end < len(text) {
		switch c := text[end]; {
		case c == '%':
			return n, false
		case (c == '.' || c == ',') && end+1 < len(text) && isDigit(text[end+1]):
			if c == '.' || scanDigits(text, end+1)-end-1 == 3 {
				return n, false
			}
		case isLetter(c) && !scanWordEnd(text, end+1): // 5th
			return n, false
		}
	}
	return paragraphNumber{value, i, end}, true
}

// paragraphNext reads a separator behind end and the next number. Behind a singular word only
// what ties numbers together goes on: "para 3, 12 officers" names one paragraph.
func (m *marker) paragraphNext(end int, plural bool) (n paragraphNumber, ok bool) {
	text := m.text
	at := scanBlanks(text, end)
	tied := true
	switch rest := text[at:]; {
	case strings.HasPrefix(rest, "-"), strings.HasPrefix(rest, "/"), strings.HasPrefix(rest, "&"):
		at++
	case strings.HasPrefix(rest, "\u2013"):
		at += len("\u2013")
	case strings.HasPrefix(rest, ","), strings.HasPrefix(rest, ";"):
		tied = false
		at = scanBlanks(text, at+1)
		if word, stop := scanWordAt(text, at); scanIsOneOf(word, "and", "or") {
			at = stop
		}
	default:
		word, stop := scanWordAt(text, at)
		switch {
		case at == end:
			return n, false
		case scanIsOneOf(word, "through", "thru"):
		case scanIsOneOf(word, "and", "or", "to"):
			tied = false
		default:
			return n, false
		}
		at = stop
	}
	if n, ok = m.paragraphNumber(scanBlanks(text, at)); !ok || plural || tied {
		return n, ok
	}
	after := scanBlanks(text, n.end)
	return n, after == len(text) || !isLetter(text[after])
}

// paragraphIsSpanish reports whether the word behind the number at end is Spanish: "para 5
// personas" is "for five persons".
func (m *marker) paragraphIsSpanish(end int) bool {
	word, _ := scanWordAt(m.text, scanBlanks(m.text, end))
	return word != "" && scanIsOneOf(word, paragraphSpanish[:]...)
}
