package parser

import (
	"strings"
	"unicode"

	"reftel/model"
)

// ending says where the text ends: items from text on are the signature and the trailer.
type ending struct {
	text      int // first item behind the text
	signature int // items from text to here are the signature
}

// findSignature looks for the signer at the end of the text: the surname of the chief of post in
// capitals, alone; in title case; or on the last line of the text ("End comment. STEVENS"), which
// is then cut in two.
func (t *telegram) findSignature() ending {
	const reach = 14 // lines that may stand behind a signature
	n := len(t.items)
	last := n
	for last > 0 && n-last < reach && isTrailer(t.text(last-1)) {
		last--
	}
	for k := n - 1; k > 0 && n-k < reach; k-- {
		if isFinalSign(t.text(k)) && onlyShort(t, k+1, n) { // what stands behind it was never sent
			last = min(last, k)
			break
		}
	}
	if at := t.invitation(last); at > 0 && t.signsAlone(at-1) {
		last = at
	}
	if last == 0 {
		return ending{n, n}
	}
	i := last - 1
	if t.signsAlone(i) {
		from := i
		twice := i > 1 && !t.items[i].gap && strings.EqualFold(t.text(i), t.text(i-1))
		if i > 1 && t.signsAlone(i-1) && !isBriefSentence(t.text(i-1)) && (allCapitals(t.text(i-1)) && !t.items[i-1].gap || twice) {
			from = i - 1
		}
		return ending{from, last}
	}
	if at := recordData(t.text(i)); at > 0 && inlineSigner(strings.TrimRight(t.text(i)[:at], " ")) > 0 {
		t.cutItem(i, at)
		last = i + 1
	}
	if at := inlineSigner(t.text(i)); at > 0 {
		t.cutItem(i, at)
		return ending{i + 1, last + 1}
	}
	// Lines that are no known trailer may stand behind a signature in capitals.
	for k := last - 1; k > 0 && last-k < reach; k-- {
		if t.signsAlone(k) && allCapitals(t.text(k)) && (t.items[k].gap || k+1 < n && (t.items[k+1].gap || isTrailer(t.text(k+1)))) {
			if onlyShort(t, k+1, n) {
				return ending{k, k + 1}
			}
			break
		}
	}
	return ending{last, last}
}

// isBriefSentence reports whether a line that looks like a name is the text's last sentence: "REPLY FOLLOWS." Of
// names only abbreviations end in a full stop.
func isBriefSentence(s string) bool {
	const longest = 3 // letters of an abbreviation
	word := s[strings.LastIndexByte(s, ' ')+1:]
	return len(word) < len(s) && strings.HasSuffix(word, ".") && len(word)-1 > longest
}

// invitation returns the item that begins, as the last before item n, with the invitation to a post's web site that
// some posts have below the signature: "Visit Lisbon's Classified Web Site at http://www.example", ".gov/lisbon"; 0
// if there is none.
func (t *telegram) invitation(n int) int {
	const mostLines, longest = 2, 160
	s := ""
	for i := n - 1; i > 0 && n-i <= mostLines; i-- {
		s = t.text(i) + s
		words := strings.ToLower(strings.TrimLeft(t.text(i), " *\"'\u201c"))
		if strings.HasPrefix(words, "visit ") {
			if len(s) <= longest && strings.Contains(words, "web") && strings.Contains(s, "/") {
				return i
			}
			return 0
		}
		if t.items[i].gap || !strings.ContainsAny(s, "/.") || strings.Contains(s, " ") {
			return 0
		}
	}
	return 0
}

// onlyShort reports whether the items are no running text.
func onlyShort(t *telegram, from, to int) bool {
	for i := from; i < to; i++ {
		if _, ok := readNumber(t.text(i)); ok || t.items[i].span.Len() > 60 {
			return false
		}
	}
	return true
}

// signsAlone reports whether item i is a signature on a line of its own: it looks like a name, and what
// stands before it is closed.
func (t *telegram) signsAlone(i int) bool {
	s := strings.TrimRight(t.text(i), " .")
	if len(s) < 2 || len(s) > 32 || i == 0 || isTrailer(s) || isRedacted(s) {
		return false
	}
	words := strings.Fields(s)
	if len(words) > 4 || !isNameLike(s) || notSigners[strings.ToUpper(words[0])] || notSigners[strings.ToUpper(s)] {
		return false
	}
	before := t.text(i - 1)
	bracket := strings.HasPrefix(before, "(") && strings.HasSuffix(before, ")") // "(Drafted by: ...)"
	apart := t.items[i].gap || len(t.items[i].marks) > 0 || bracket
	last := i == len(t.items)-1 && len(words) == 1
	if allCapitals(s) {
		ended := i+1 < len(t.items) && isEndSign(t.text(i+1))
		// The last line of a cable ends a sentence or is its signature.
		unlike := last && len(s) > 3 && !allCapitals(before) && !strings.HasSuffix(before, ",") && !endsInHyphen(before)
		if t.typed && len(words) == 1 && t.items[i-1].span.Len()*2 < t.width && (last || i+1 < len(t.items) && (t.items[i+1].gap || isTrailer(t.text(i+1)))) {
			return true // a line that has room for the name ends above it
		}
		return apart || ended || unlike || closesText(before) || isGroupMark(before)
	}
	if last && len(s) > 3 && strings.ToLower(s) == s { // a copy in small letters
		return apart || closesText(before) || isNameLike(before) && len(before) <= 32 && (t.items[i-1].gap || strings.EqualFold(before, s))
	}
	if len(words) > 2 || !closesText(before) && !(last && apart) {
		return false
	}
	for _, w := range words {
		if r := []rune(w)[0]; !unicode.IsUpper(r) {
			return false
		}
	}
	return t.items[i].gap || len(words) == 1
}

// isGroupMark reports whether a line is the mark of the schedule by which telegrams of the 1960s were downgraded:
// "GP-3". It stands between the text and the signature.
func isGroupMark(s string) bool {
	return len(s) == len("GP-3") && strings.HasPrefix(s, "GP") && (s[2] == '-' || s[2] == ' ') && isDigit(s[3])
}

// closesText reports whether nothing need follow s: the end of a sentence, an end mark, a rule, words
// that are hidden, the address of a web site.
func closesText(s string) bool {
	word, _ := lossWordBefore(s, len(s))
	hidden := len(word) > 3 && isRedacted(word)
	return hidden || endsSentence(s) || isRule(s) || strings.HasSuffix(s, "***") || endsInEndMark(s) || lossAddress(s)
}

// endsInEndMark reports whether s ends with words that end a text: END COMMENT, "End of text)",
// MINIMIZE CONSIDERED.
func endsInEndMark(s string) bool {
	words := strings.FieldsFunc(strings.ToLower(s[max(0, len(s)-40):]), func(r rune) bool { return strings.ContainsRune(" ()[]*/-.", r) })
	n := len(words)
	if n < 2 {
		return false
	}
	if words[n-1] == "considered" {
		return words[n-2] == "minimize"
	}
	return words[n-2] == "end" || n > 2 && words[n-3] == "end" && notSigners[strings.ToUpper(words[n-1])]
}

// isRedacted reports whether a line holds nothing but a row of X.
func isRedacted(s string) bool { return strings.Trim(s, "Xx ") == "" }

// notSigners are words in capitals that stand alone at the end of cables and sign nothing.
var notSigners = map[string]bool{"COMMENT": true, "SUMMARY": true, "END": true, "UNQUOTE": true, "QUOTE": true,
	"BEGIN": true, "SIPDIS": true, "NOFORN": true, "MINIMIZE": true, "CLASSIFICATION": true, "NOTE": true,
	"TEXT": true, "BT": true, "ACTION": true, "SENSITIVE": true, "SBU": true, "NODIS": true, "EXDIS": true, "PARTICIPANTS": true}

// isNameLike reports whether s consists of letters, hyphens, apostrophes, full stops, slashes and blanks.
func isNameLike(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !strings.ContainsRune(" -'.\u2019/,", r) {
			return false
		}
	}
	return true
}

// inlineSigner finds a signature at the end of a line of text and returns where it begins, or 0: up
// to three words in capitals, or one word with a capital.
func inlineSigner(s string) int {
	const mostWords = 3
	s = strings.TrimRight(s, "# ")
	at := len(s)
	for range mostWords {
		blank := strings.LastIndexByte(s[:at], ' ')
		if blank <= 0 {
			return 0
		}
		word := s[blank+1 : at]
		capitals := allCapitals(word)
		if !isNameLike(word) || strings.ContainsAny(word, ".,/") || len(word) < 2 || !capitals && at < len(s) {
			return 0
		}
		before := strings.TrimRight(s[:blank], " ")
		if closesText(before) && !strings.HasSuffix(before, ":") && !strings.HasSuffix(before, ";") {
			first, _, _ := strings.Cut(s[blank+1:], " ")
			switch r := []rune(first)[0]; {
			case len(s)-blank-1 < 3, notSigners[strings.ToUpper(first)]:
			case capitals:
				if len(s)-blank-1 > 3 || strings.ContainsAny(before[len(before)-1:], ".!?\")'") {
					return blank + 1
				}
			case unicode.IsUpper(r) && len(first) > 3 && !lossOnlySigns(before):
				return blank + 1
			}
			return 0
		}
		if !capitals {
			return 0
		}
		at = len(before)
	}
	return 0
}

// recordData returns where the fields of a database begin that a flattened copy has behind its text:
// a number, a date, a number, TAGS ("0 03/13/2008 9871 PGOV,PREL"); -1 where there are none.
func recordData(s string) int {
	const reach = 80 // bytes that the fields take
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '/')
		if i < 0 {
			return -1
		}
		at += i + 1
		near := max(0, at-len(" 12345 12/"))
		date := near + strings.LastIndexByte(s[near:at], ' ')
		number := near + strings.LastIndexByte(s[near:max(near, date)], ' ')
		words := strings.Fields(s[max(near, date):min(len(s), at+reach)])
		if number < near || len(words) < 3 || !allDigits(s[number+1:date]) || !allDigits(words[1]) || !isSlashDate(words[0]) {
			continue
		}
		if code, _, ok := strings.Cut(words[2], ","); ok && tagsCodeAt(code) {
			return number + 1
		}
	}
}

// isSlashDate reports whether s is a day written with slashes: 03/13/2008.
func isSlashDate(s string) bool {
	parts := strings.Split(s, "/")
	return len(parts) == 3 && allDigits(parts[0]) && allDigits(parts[1]) && len(parts[2]) == 4 && allDigits(parts[2])
}

// cutItem cuts item i in two at an offset into its text.
func (t *telegram) cutItem(i, at int) {
	it := t.items[i]
	head, tail := t.doc.split(line{raw: it.raw, span: it.span}, at)
	t.items = append(t.items[:i+1], t.items[i:]...)
	t.items[i].raw, t.items[i].span = head.raw, head.span
	t.items[i+1] = item{raw: tail.raw, span: tail.span, glued: true}
}

// breakSign parts the text of a telegram from its head and from its end.
const breakSign = "BT"

// isEndSign reports whether a line is one of those with which a telegram ends: BT, the number of its
// section or its station ("#0083"), NNNN.
func isEndSign(s string) bool {
	const longest = 6 // digits
	number, found := strings.CutPrefix(s, "#")
	return strings.Trim(s, "Nn") == "" || s == breakSign || found && len(number) >= 3 && len(number) <= longest && allDigits(number)
}

// isFinalSign reports whether a line is NNNN, behind which nothing of a message stands.
func isFinalSign(s string) bool { return len(s) > 2 && strings.Trim(s, "Nn") == "" }

// isTrailer reports whether a line can stand only behind the text: the signs of the end, a classification
// alone, a release stamp, rows of signs.
func isTrailer(s string) bool {
	if isEndSign(s) || isRule(s) || strings.Trim(s, ".#*=-_ ><\u2026") == "" {
		return true
	}
	upper := strings.ToUpper(s)
	for _, sign := range []string{"DECLASSIFIED/RELEASED", "EO SYSTEMATIC", "SHERYL P. WALTER", "CABLE ENDS", "MARGARET P. GRAFELD", "US DEPARTMENT OF STATE"} {
		if strings.Contains(upper, sign) {
			return true
		}
	}
	return classificationTail(s) == 0
}

// readEnd makes blocks of what stands behind the text.
func (t *telegram) readEnd(i int, end ending) int {
	kind := model.Trailer
	if i < end.signature && !isTrailer(t.text(i)) {
		kind = model.Signature
	}
	b := t.newDraft(kind, "")
	next := i + 1
	b.line(t.items[i].span, t.items[i].marks)
	for kind == model.Trailer && next < len(t.items) && !t.items[next].gap && next != end.signature {
		b.line(t.items[next].span, t.items[next].marks)
		next++
	}
	b.finish(t.cable)
	if kind == model.Signature {
		name := oneLine(t.text(i))
		name = strings.Trim(strings.TrimSuffix(name, " "+breakSign), " ./#*")
		t.sign(name)
	}
	return next
}

// sign notes a signer, once where the name was typed twice.
func (t *telegram) sign(name string) {
	if half := len(name) / 2; len(name)%2 == 1 && name[half] == ' ' && strings.EqualFold(name[:half], name[half+1:]) {
		name = name[:half]
	}
	for _, signer := range t.cable.SignedBy {
		if strings.EqualFold(signer, name) {
			return
		}
	}
	t.cable.SignedBy = append(t.cable.SignedBy, strings.Clone(name))
}

// classificationTail returns where the words of classification begin that end s, -1 if there are
// none: "CONFIDENTIAL", "S E C R E T", "LIMITED OFFICIAL USE".
func classificationTail(s string) int {
	const reach = 100 // bytes of the longest classification in spaced letters
	from := 0
	if len(s) > reach {
		from = len(s) - reach + firstWord(s[len(s)-reach:])
	}
	best := -1
	for end := len(s); ; {
		for end > from && (s[end-1] == ' ' || s[end-1] == '\t') {
			end--
		}
		start := end
		for start > from && s[start-1] != ' ' && s[start-1] != '\t' {
			start--
		}
		w := s[start:end]
		if !allCapitals(w) || !trailerWords[w] && len(w) != 1 {
			return best
		}
		joined := strings.TrimPrefix(squeeze(s[start:]), "TOP")
		for _, level := range [...]string{"UNCLAS", "CONFIDENTIAL", "SECRET", "LIMITEDOFFICIALUSE"} {
			if strings.HasPrefix(joined, level) {
				best = start
			}
		}
		end = start
	}
}

var trailerWords = map[string]bool{"UNCLASSIFIED": true, "UNCLAS": true, "CONFIDENTIAL": true, "SECRET": true,
	"TOP": true, "LIMITED": true, "OFFICIAL": true, "USE": true, "NOFORN": true, "SENSITIVE": true, "EXDIS": true,
	"NODIS": true, "LIMDIS": true, "STADIS": true, "SIPDIS": true, "CONFIDENTIAL//NOFORN": true, "SECRET//NOFORN": true,
	"EFTO": true, "POSS": true, "DUPE": true}
