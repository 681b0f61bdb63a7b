package parser

import (
	"strings"
	"time"

	"reftel/model"
	"reftel/parser/facts"
)

// executiveOrders are the orders on classification that cables cite (HANDBOOK section 1, line 12).
var executiveOrders = [...]string{"10501", "11652", "12065", "12356", "12958", "13292", "13526"}

// parseExecutiveOrder reads "E.O. 12958: DECL: 07/24/2018": the order's number, the day of
// declassification as YYYY-MM-DD ("" where no date stands: N/A, OADR, an event), and what stands
// behind the number as written. A number that lost or exchanged a digit is read as the one order it
// can mean. Text may begin with the label, without it, or have it later on its line.
func parseExecutiveOrder(text string) (order, declassifyOn, declassifyRaw string) {
	if role, n, ok := label(text); ok && role == model.ExecutiveOrderRole {
		text = text[n:]
	} else if n := nextLabel(text); n >= 0 {
		if role, size, _ := label(text[n:]); role == model.ExecutiveOrderRole {
			text = text[n+size:]
		}
	}
	if n := nextLabel(text); n >= 0 {
		text = text[:n]
	}
	text = strings.TrimSpace(strings.ReplaceAll(text, `\`, " "))
	digits := 0
	for digits < len(text) && isDigit(text[digits]) {
		digits++
	}
	if digits >= 3 && (digits == len(text) || text[digits] != '/') {
		order, text = orderNumber(text[:digits]), text[digits:]
	}
	declassifyRaw = oneLine(strings.TrimLeft(text, " :;,.-\n\t"))
	return order, declassificationDate(declassifyRaw), declassifyRaw
}

// orderNumber mends a number that is a single slip away from one order only.
func orderNumber(written string) string {
	found := ""
	for _, o := range executiveOrders {
		if o == written {
			return written
		}
		if facts.OneSlip(written, o) {
			if found != "" {
				return written
			}
			found = o
		}
	}
	if found != "" {
		return found
	}
	return written
}

// declassificationDate finds the first date: 07/24/2019, 2020/01/29, 6/30/08, 20200129, 24 JUL 2019,
// JULY 24, 2019. Two-digit years from 66 on are 19xx (HANDBOOK section 2), for nothing is kept secret for a
// hundred years. "Declassified ... 09/02/2009" tells of a review that has
// been, and is none.
func declassificationDate(raw string) string {
	if strings.Contains(strings.ToUpper(raw), "DECLASSIFIED") {
		return ""
	}
	var room [16]refToken
	toks := appendRefTokens(room[:0], raw, len(raw))
	for i, t := range toks {
		switch {
		case t.kind == refNumber && len(t.text) == 8:
			if d, ok := validDate(t.value/10000, t.value/100%100, t.value%100); ok {
				return d
			}
		case t.kind == refNumber && i+4 < len(toks) && dateMark(toks[i+1].text) && toks[i+2].kind == refNumber &&
			dateMark(toks[i+3].text) && toks[i+4].kind == refNumber:
			if d, ok := numericDate(t, toks[i+2], toks[i+4]); ok {
				return d
			}
		case t.kind == refWord && isMonth(t.text):
			if d, ok := writtenDate(toks, i); ok {
				return d
			}
		}
	}
	return ""
}

func dateMark(s string) bool { return s == "/" || s == "-" || s == "." }

// numericDate reads month/day/year, or year/month/day; day/month where the first can be no month.
func numericDate(a, b, c refToken) (string, bool) {
	switch {
	case len(a.text) == 4:
		return validDate(a.value, b.value, c.value)
	case len(c.text) != 2 && len(c.text) != 4:
		return "", false
	}
	year := declassificationYear(c.value)
	if a.value > 12 {
		return validDate(year, b.value, a.value)
	}
	return validDate(year, a.value, b.value)
}

// writtenDate reads a date around the name of a month at token i.
func writtenDate(toks []refToken, i int) (string, bool) {
	month := monthOf(toks[i].text)
	after := i + 1
	number := func(j int) (int, bool) {
		if j < 0 || j >= len(toks) || toks[j].kind != refNumber {
			return 0, false
		}
		return toks[j].value, true
	}
	day, dayFirst := number(i - 1)
	if !dayFirst {
		var ok bool
		if day, ok = number(after); !ok {
			return "", false
		}
		after++
	}
	if after < len(toks) && (toks[after].text == "," || toks[after].text == ".") {
		after++
	}
	year, ok := number(after)
	if !ok {
		return "", false
	}
	return validDate(declassificationYear(year), month, day)
}

// declassificationYear makes a year of one that may have only two digits.
func declassificationYear(year int) int {
	switch {
	case year >= 100:
		return year
	case year >= 66:
		return year + 1900
	}
	return year + 2000
}

// validDate returns a day that exists as YYYY-MM-DD.
func validDate(year, month, day int) (string, bool) {
	if year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 {
		return "", false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return "", false
	}
	return t.Format(time.DateOnly), true
}
