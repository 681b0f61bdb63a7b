package parser

import (
	"strings"

	"reftel/model"
	"reftel/parser/facts"
)

// parseAddressees reads a TO or INFO block: its lines with or without the label, one addressee a line
// (or several, each with its routing indicator). An addressee is [ROUTE/] name [precedence] [message
// continuity number]. Posts named after XMT do not get the message of the collective before them:
// they are its Excluded, and go on over lines without a routing indicator. Page markers that fell
// into the block are passed over (HANDBOOK section 1, lines 6 to 8).
func parseAddressees(text string) []model.Addressee {
	text = strings.ReplaceAll(fieldWithoutMarkers(text), `\`, " ")
	out := make([]model.Addressee, 0, strings.Count(text, "\n")+1)
	exempt := false // the lines that follow name exempted posts
	first := true
	for line := range strings.SplitSeq(text, "\n") {
		words := strings.Fields(strings.ReplaceAll(line, " / ", "/"))
		if first && len(words) > 0 && (strings.EqualFold(words[0], "TO") || strings.EqualFold(words[0], "INFO")) {
			words = words[1:]
		}
		first = false
		for len(words) > 0 {
			n := addresseeEnd(words)
			out, exempt = addAddressee(out, words[:n], exempt)
			words = words[n:]
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// separately stands in place of the routing indicator of those who get the message by other means.
const separately = "ZEN"

// addresseeEnd returns the number of words of the first addressee of a line. In flattened copies, and
// where lines were joined, further ones follow: behind a precedence and its number, at a routing
// indicator with its slash, at XMT, at a word that only begins an address.
func addresseeEnd(words []string) int {
	for i := 1; i < len(words); i++ {
		route, _, slash := strings.Cut(words[i], "/")
		switch {
		case slash && (routeIndicator(route) || route == separately), addresseeExempt(words[i]), addresseeBegins(words[i]):
			return i
		case addresseeNumber(words[i-1]) && i > 1 && !addresseeNumber(words[i]):
			return i
		case addresseeUrgent(words[i-1]) && !addresseeUrgent(words[i]) && !addresseeNumber(words[i]) && !addresseeCut(words[i-1:]):
			return i
		}
	}
	return len(words)
}

// addresseeBegins reports whether a word begins an address and stands in the middle of none.
func addresseeBegins(word string) bool {
	switch strings.ToUpper(word) {
	case "AMEMBASSY", "AMCONSUL", "SECSTATE", "USMISSION", "AMCONGEN":
		return true
	}
	return false
}

func addresseeUrgent(word string) bool {
	p, _ := addresseePrecedence([]string{word})
	return p != ""
}

// addresseeNumber reports whether a word has the form of a message continuity number.
func addresseeNumber(word string) bool {
	return (len(word) == 4 || len(word) == 5) && allDigits(word)
}

// addresseeCut reports whether words are a precedence and a number that lost its leading zeros, at the end
// of the line: "IMMEDIATE 123".
func addresseeCut(words []string) bool {
	return len(words) == 2 && addresseeUrgent(words[0]) && len(words[1]) <= 5 && allDigits(words[1])
}

func addresseeExempt(word string) bool {
	return strings.EqualFold(word, "XMT") || hasFoldPrefix(word, "XMT/")
}

// addAddressee reads the words of one addressee and appends it, or counts it among the exempted ones.
func addAddressee(out []model.Addressee, words []string, exempt bool) ([]model.Addressee, bool) {
	if addresseeExempt(words[0]) {
		exempt = true
		if words[0] = strings.TrimPrefix(words[0][len("XMT"):], "/"); words[0] == "" {
			words = words[1:]
		}
		if len(words) == 0 {
			return out, exempt
		}
	}
	if n := len(out); n > 0 && len(words) == 1 && out[n-1].MCN == "" && strings.Trim(words[0], "0123456789-") == "" {
		out[n-1].MCN = words[0] // "2593-2599": the numbers of a collective, on a line of their own
		return out, exempt
	}
	var a model.Addressee
	route, name, slash := strings.Cut(words[0], "/")
	switch {
	case slash && (routeIndicator(route) || route == separately):
		a.Route = route
		words[0] = name
		if name == "" {
			words = words[1:]
		}
	case len(words) > 1 && routeIndicator(words[0]) && facts.Route(words[0]) != "":
		a.Route = words[0]
		words = words[1:]
	}
	if a.Route != "" {
		exempt = false
	}
	if exempt {
		if len(out) > 0 {
			last := &out[len(out)-1]
			last.Excluded = append(last.Excluded, strings.Join(words, " "))
		}
		return out, exempt
	}
	if n := len(words); n > 1 && (addresseeNumber(words[n-1]) || addresseeCut(words[n-2:])) {
		a.MCN, words = words[n-1], words[:n-1]
	}
	a.Precedence, words = addresseePrecedence(words)
	a.Name = strings.TrimRight(strings.Join(words, " "), ".,;")
	if a.Name == "" && a.Route == "" {
		return out, exempt
	}
	return append(out, a), exempt
}

// addresseePrecedence takes the precedence off the end of the words.
func addresseePrecedence(words []string) (model.Precedence, []string) {
	if len(words) == 0 {
		return "", words
	}
	rest := words[:len(words)-1]
	switch p := model.Precedence(strings.ToUpper(words[len(words)-1])); p {
	case model.Immediate, "IMMED":
		if len(rest) > 0 && strings.EqualFold(rest[len(rest)-1], "NIACT") {
			return model.NiactImmediate, rest[:len(rest)-1]
		}
		return model.Immediate, rest
	case "NIACT":
		return model.NiactImmediate, rest
	case model.Flash, model.Priority, model.Routine:
		return p, rest
	}
	return "", words
}
