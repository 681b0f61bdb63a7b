package parser

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"reftel/model"
)

// parseDateline reads where and when a document was written: "Moscow, January 21, 1961, 4 p.m.",
// "Managua, September 24, 1978, 0219Z", "Jakarta, 18 March 1975", "LONDON, 3 June 1945, 12.56 p.m.",
// "Washington, undated". Of several days or hours the first counts. The time is as written, for the
// zone isn't known, unless a Z says that it is Greenwich's: kind tells. when is zero in an undated one
// and in one that names only a month; ok is false for anything else than a dateline.
func parseDateline(s string) (place string, when time.Time, kind model.DateKind, ok bool) {
	const longest = 140
	s = oneLine(s)
	if len(s) > longest {
		return "", time.Time{}, "", false
	}
	d := datelineReader{toks: datelineTokens(s)}
	for at := range d.toks {
		if strings.EqualFold(d.toks[at].text, "undated") && d.rest(at+1) {
			place = datelinePlace(s[:d.toks[at].at])
			return place, when, "", place != ""
		}
		if _, month := datelineMonth(d.toks[at].text); month && d.number(at+1, earliestDocument, latestDocument) > 0 && d.rest(at+2) {
			place = datelinePlace(s[:d.toks[at].at]) // the day isn't known
			return place, when, "", place != "" || at == 0
		}
		day, end := d.day(at)
		if end == at {
			continue
		}
		hour, minute, behind := d.clock(end)
		switch {
		case behind == end:
			kind = model.DayOnly
		case !strings.EqualFold(d.text(end+1), "Z"):
			kind = model.LocalTime
		}
		if !d.rest(behind) {
			return "", time.Time{}, "", false
		}
		before := strings.TrimSpace(s[:d.toks[at].at])
		if place = datelinePlace(before); place == "" && before != "" {
			return "", time.Time{}, "", false
		}
		return place, day.Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute), kind, true
	}
	return "", time.Time{}, "", false
}

// datelinePlace reads the place before a date: a few words with capitals, and no sentence.
func datelinePlace(s string) string {
	s = strings.Trim(s, " ,[(>")
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 10 || scanIsOneOf(words[0], "on", "in", "by", "until", "since", "after", "before") {
		return ""
	}
	for i, w := range words {
		r := []rune(w)[0]
		if (i == 0 || len(w) > 3) && !unicode.IsUpper(r) && r != '“' && r != '"' || strings.ContainsAny(w, ":;?!0123456789") {
			return ""
		}
	}
	return s
}

// datelineToken is a word or a number of a dateline; signs are blanks, but for those inside a time.
type datelineToken struct {
	text string
	at   int
}

func datelineTokens(s string) []datelineToken {
	var out []datelineToken
	digit, open := false, false
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			open = false
			continue
		}
		if !open || digit != unicode.IsDigit(r) {
			out = append(out, datelineToken{at: i})
			open, digit = true, unicode.IsDigit(r)
		}
		last := &out[len(out)-1]
		last.text = s[last.at : i+utf8.RuneLen(r)]
	}
	return out
}

type datelineReader struct{ toks []datelineToken }

func (d *datelineReader) text(i int) string {
	if i < 0 || i >= len(d.toks) {
		return ""
	}
	return d.toks[i].text
}

// number returns the number at i if it lies between least and most, else -1.
func (d *datelineReader) number(i, least, most int) int {
	if s := d.text(i); s != "" && len(s) <= 4 && allDigits(s) {
		if n := refAtoi(s); n >= least && n <= most {
			return n
		}
	}
	return -1
}

// datelineMonth reads a month as datelines have it: whole, or cut to the usual letters.
func datelineMonth(s string) (time.Month, bool) {
	m := time.Month(monthOf(s))
	return m, m > 0 && (len(s) == 3 || len(s) == len(m.String()) || strings.EqualFold(s, "Sept"))
}

// Years in which documents of the editions were written.
const earliestDocument, latestDocument = 1776, 2029

// day reads a date at token i, American ("January 21, 1961", "November 15 and 17, 1962", "March 3-5,
// 1977") or British ("18 March 1975"), and returns the token behind it; i if none stands there.
func (d *datelineReader) day(i int) (day time.Time, end int) {
	month, american := datelineMonth(d.text(i))
	at := i + 1
	if !american {
		day := d.number(i, 1, 31)
		for d.number(at, 1, 31) > 0 || d.text(at) == "and" {
			at++
		}
		month, known := datelineMonth(d.text(at))
		year := d.number(at+1, earliestDocument, latestDocument)
		if day < 0 || !known || year < 0 {
			return time.Time{}, i
		}
		return date(year, month, day, at+2, i)
	}
	first := d.number(at, 1, 31)
	if first < 0 {
		return time.Time{}, i
	}
	const most = 8 // tokens from the first day to the year
	for at++; at < i+most; at++ {
		if year := d.number(at, earliestDocument, latestDocument); year > 0 && len(d.text(at)) == 4 {
			return date(year, month, first, at+1, i)
		}
		if _, another := datelineMonth(d.text(at)); !another && d.number(at, 1, 31) < 0 && d.text(at) != "and" {
			break
		}
	}
	return time.Time{}, i
}

// date makes a day and checks that the calendar has it.
func date(year int, month time.Month, day, end, none int) (time.Time, int) {
	when := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if when.Day() != day {
		return time.Time{}, none
	}
	return when, end
}

// clock reads a time of the day at token i: "4 p.m.", "5:57 p.m.", "12.56 p.m.", "4:30-5:10 p.m.",
// "noon", "0219Z", "1417 hours". It returns the token behind it; i if none stands there.
func (d *datelineReader) clock(i int) (hour, minute, end int) {
	switch s := strings.ToLower(d.text(i)); {
	case s == "noon":
		return 12, 0, i + 1
	case s == "midnight": // the end of the day that is named
		return 23, 59, i + 1
	case len(s) == 4 && allDigits(s) && d.zulu(i+1):
		n := refAtoi(s)
		if n/100 < 24 && n%100 < 60 {
			return n / 100, n % 100, i + 2
		}
		return 0, 0, i + 2
	}
	hour = d.number(i, 1, 12)
	if hour < 0 {
		return 0, 0, i
	}
	end = i + 1
	if m := d.number(end, 0, 59); m >= 0 && len(d.text(end)) == 2 {
		minute = m
		end++
	}
	const most = 4 // tokens of a second time before the half of the day
	for k := end; k < end+most; k++ {
		switch d.text(k) {
		case "noon":
			return hour, minute, k + 1
		case "midnight":
			return 23, 59, k + 1
		}
		pm, n := d.half(k)
		if n == 0 {
			continue
		}
		if second := d.number(end, 1, 12); pm && (k == end || second%12 >= hour%12) { // not in "11:30-12:30 p.m."
			return hour%12 + 12, minute, d.clockEnd(k + n)
		}
		return hour % 12, minute, d.clockEnd(k + n)
	}
	return 0, 0, i
}

// half reads "a.m." or "p.m." at token i and returns how many tokens it takes; 0 if neither stands there.
func (d *datelineReader) half(i int) (pm bool, n int) {
	switch s := strings.ToLower(d.text(i)); {
	case s == "am" || s == "pm":
		return s == "pm", 1
	case (s == "a" || s == "p") && strings.EqualFold(d.text(i+1), "m"):
		return s == "p", 2
	}
	return false, 0
}

func (d *datelineReader) zulu(i int) bool {
	return strings.EqualFold(d.text(i), "Z") || strings.EqualFold(d.text(i), "hours")
}

// clockEnd passes over the second time of "10 a.m.-1:15 p.m.".
func (d *datelineReader) clockEnd(i int) int {
	if d.number(i, 1, 12) < 0 && !strings.EqualFold(d.text(i), "noon") {
		return i
	}
	if _, _, end := d.clock(i); end > i {
		return end
	}
	return i
}

// rest reports whether nothing stands behind token i but the sign of a note, or when it was received.
func (d *datelineReader) rest(i int) bool {
	switch {
	case i >= len(d.toks), strings.EqualFold(d.text(i), "received"):
		return true
	}
	return i == len(d.toks)-1 && len(d.text(i)) <= 2 && allDigits(d.text(i))
}
