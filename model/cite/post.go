package cite

import (
	"strings"
	"unicode"
)

// department is what SECSTATE stands for.
const department = "Department of State"

// offices are the words with which the name of a post begins in an address.
var offices = []struct{ written, spelled string }{
	{"AMEMBASSY ", "Embassy "}, {"AMCONSUL ", "Consulate "}, {"USMISSION ", "Mission "},
}

// spelled writes a post as a sentence has it: AMEMBASSY LA PAZ is Embassy La Paz, SECSTATE WASHDC the Department of State.
// What isn't known is left as it is written.
func spelled(post string) string {
	post = line(post)
	switch post {
	case "SECSTATE WASHDC", "SECSTATE", "Secretary of State", "the Department of State":
		return department
	}
	for _, o := range offices {
		if place, ok := strings.CutPrefix(post, o.written); ok {
			return o.spelled + titled(place)
		}
	}
	return post
}

// titled writes a name that is all in capitals with small letters: PORT-AU-PRINCE is Port-Au-Prince. Names with small
// letters in them stay.
func titled(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	inside := false
	return strings.Map(func(r rune) rune {
		was := inside
		inside = unicode.IsLetter(r)
		if was {
			return unicode.ToLower(r)
		}
		return r
	}, s)
}
