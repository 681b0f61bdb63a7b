package parser

import (
	"strings"
	"time"

	"reftel/model"
)

// parseTransmission reads what the communications centre put above the date-time group (HANDBOOK
// section 1, lines 1 to 4): the VZCZC id, the lines of precedence and routing indicators, the DE
// line, the ZNY or ZNR line. Lines may come in any order, and others among them are passed over; nil
// when none of them is there.
func parseTransmission(lines []string) *model.Transmission {
	var t model.Transmission
	found := false
	for _, line := range lines {
		words := strings.Fields(strings.ToUpper(line))
		if len(words) == 0 {
			continue
		}
		switch first := words[0]; {
		case strings.HasPrefix(first, "VZCZC") || strings.HasPrefix(first, "ZCZC"):
			t.ID = first
		case first == "DE" && len(words) > 2 && routeIndicator(words[1]):
			fillOrigin(&t, words[1:])
		case first == "ZNR" || first == "ZNY":
			t.Security = strings.Join(words, " ")
		case precedencePair(first) && len(words) > 1 && routeIndicator(words[1]):
			for _, w := range words[1:] {
				if routeIndicator(w) {
					t.Routes = append(t.Routes, w)
				}
			}
		case routeIndicator(first) && len(t.Routes) > 0 && t.Route == "":
			for _, w := range words {
				if routeIndicator(w) {
					t.Routes = append(t.Routes, w)
				}
			}
		default:
			continue
		}
		found = true
	}
	if !found {
		return nil
	}
	return &t
}

// fillOrigin reads the words behind DE: "RUEHME #0083/01 0292049", the last with or without Z.
func fillOrigin(t *model.Transmission, words []string) {
	t.Route = words[0]
	for _, w := range words[1:] {
		switch {
		case strings.HasPrefix(w, "#"):
			t.Serial, t.Section, _ = strings.Cut(w[1:], "/")
		case strings.HasPrefix(w, "/"):
			t.Section = w[1:]
		default:
			digits := strings.TrimSuffix(w, "Z")
			if len(digits) != 7 || !allDigits(digits) {
				continue
			}
			if day := refAtoi(digits[:3]); day >= 1 && day <= 366 {
				t.Day, t.Time = day, digits[3:]+"Z"
			}
		}
	}
}

// routeIndicator reports whether a word has the form of a routing indicator: R and four to six more
// capitals or digits.
func routeIndicator(w string) bool {
	if len(w) < 5 || len(w) > 7 || w[0] != 'R' {
		return false
	}
	for i := range len(w) {
		if (w[i] < 'A' || w[i] > 'Z') && !isDigit(w[i]) {
			return false
		}
	}
	return true
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// precedencePair reports whether a word is a doubled precedence letter: ZZ, OO, PP, RR.
func precedencePair(w string) bool {
	return len(w) == 2 && w[0] == w[1] && precedenceOf(w[0]) != ""
}

// precedenceOf returns the precedence that a letter stands for, "" for other letters.
func precedenceOf(letter byte) model.Precedence {
	switch letter {
	case 'Z':
		return model.Flash
	case 'O':
		return model.Immediate
	case 'P':
		return model.Priority
	case 'R':
		return model.Routine
	}
	return ""
}

// parseDateTimeGroup reads "O R 292049Z JAN 10": the group as written from its day to its year, the
// time in UTC, and the precedences that the letters before it stand for (action, then information).
// Letters may be absent or doubled, the month is cut or whole, the year has two or four digits, and
// an operating signal may follow (ZDK). A blank may stand before the Z. ok is false for any other line.
func parseDateTimeGroup(line string) (dtg string, when time.Time, precedence []model.Precedence, ok bool) {
	words := strings.Fields(line)
	i := 0
	for i < len(words) && i < 3 && len(words[i]) <= 2 {
		w := strings.ToUpper(words[i])
		p := precedenceOf(w[0])
		if p == "" || len(w) == 2 && w[0] != w[1] {
			break
		}
		precedence = append(precedence, p)
		i++
	}
	if len(words) < i+3 {
		return "", time.Time{}, nil, false
	}
	if len(words) > i+3 && strings.EqualFold(words[i+1], "Z") && len(words[i]) == len("292049") { // "292049 Z JAN 10"
		words[i+1] = words[i] + " " + words[i+1]
		i++
	}
	group := strings.ToUpper(strings.ReplaceAll(words[i], " ", ""))
	if len(group) != 7 || group[6] != 'Z' {
		return "", time.Time{}, nil, false
	}
	group = refSwap(group[:6], 'O', '0')
	month, year := monthOf(words[i+1]), strings.TrimRight(words[i+2], ".,;")
	if !allDigits(group) || month == 0 || !allDigits(year) || len(year) != 2 && len(year) != 4 {
		return "", time.Time{}, nil, false
	}
	day, hour, minute := refAtoi(group[:2]), refAtoi(group[2:4]), refAtoi(group[4:])
	full, known := model.FullYear(refAtoi(year))
	if _, exists := validDate(full, month, day); !known || !exists || hour > 23 || minute > 59 {
		return "", time.Time{}, nil, false
	}
	dtg = strings.Join([]string{words[i], words[i+1], year}, " ")
	return dtg, time.Date(full, time.Month(month), day, hour, minute, 0, 0, time.UTC), precedence, true
}
