package parser

import (
	"strings"

	"reftel/model"
)

// Requests to protect a source stand behind a name: "(strictly protect)", "(please protect)",
// "please protect his identity" (HANDBOOK section 4). They must never be dropped from a quotation.

// protectBefore may stand before the word in parentheses; "please" or "strictly" must outside.
var protectBefore = [...]string{"again", "please", "pls", "strictly", "also", "both", "all", "source"}

// protectAfter may stand behind the word: whom or what to protect, and how long.
var protectAfter = [...]string{"throughout", "identity", "identities", "source", "sources", "name",
	"names", "contact", "contacts", "him", "her", "them", "his", "their", "the", "this", "these", "all",
	"both", "strictly", "fully", "information", "info", "sourcing", "please", "and"}

// protectLongest bounds what is read of a request.
const protectLongest = 80

// protectInParentheses marks the request in the parentheses at i, parentheses included when they
// hold nothing else; a note behind it ("- see reftel") stays outside.
func (m *marker) protectInParentheses(i int) int {
	start := scanBlanks(m.text, i+1)
	end, ok := m.protectPhrase(start, false)
	if !ok {
		return i
	}
	stop := end
	for stop < len(m.text) && strings.IndexByte(" ,.;!\n", m.text[stop]) >= 0 {
		stop++
	}
	if stop < len(m.text) && m.text[stop] == ')' {
		m.add(model.Mark{Kind: model.Protect}, i, stop+1)
		return stop + 1
	}
	m.add(model.Mark{Kind: model.Protect}, start, end)
	return end
}

// protectInText marks "please protect", "strictly protect" and the like at i.
func (m *marker) protectInText(i int) int {
	end, ok := m.protectPhrase(i, true)
	if !ok {
		return i
	}
	m.add(model.Mark{Kind: model.Protect}, i, end)
	return end
}

// protectPhrase reads a request at i and returns its end. asked demands a word that asks before
// "protect": without parentheses, "protect" alone is an ordinary verb. "Please protect
// accordingly" asks for the whole cable to be handled with care and is no request for a source.
func (m *marker) protectPhrase(i int, asked bool) (end int, ok bool) {
	const initials = "pPsSaAbB" // of "protect", of what asks for it and of protectBefore
	if i >= len(m.text) || strings.IndexByte(initials, m.text[i]) < 0 {
		return i, false
	}
	text, limit := m.text, min(len(m.text), i+protectLongest)
	at, found := i, false
	for at < limit && !found {
		word, stop := scanWordAt(text, at)
		switch {
		case scanIsOneOf(word, "protect"):
			found = true
		case scanIsOneOf(word, "please", "pls", "strictly"):
			asked = false
		case !scanIsOneOf(word, protectBefore[:]...):
			return i, false
		}
		end = stop
		if !found {
			at = stop
			for at < limit && (text[at] == ',' || scanIsBlank(text[at])) {
				at++
			}
		}
	}
	if !found || asked {
		return i, false
	}
	for end < limit {
		at = scanBlanks(text, end)
		word, stop := scanWordAt(text, at)
		if word == "" || at == end {
			break
		}
		if !scanIsOneOf(word, protectAfter[:]...) {
			return i, false
		}
		if at = stop; at < len(text) && (strings.HasPrefix(text[at:], "'s") || strings.HasPrefix(text[at:], ",s")) {
			stop += 2
		}
		end = stop
	}
	return end, true
}
