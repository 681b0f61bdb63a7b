package parser

import (
	"bytes"
	"fmt"
	"path"
	"strconv"
	"strings"

	"reftel/model"
)

// Foreign Relations of the United States as plain text (FORMATS section 5): a volume or a part of one.
// A document begins with its number and title, to which the word that led to the note on the source
// is glued ("9. Telegram From ... to the Department of StateSource"); editorial notes have none.

// sourceWord is what is left of the link from a title to the note on the source.
const sourceWord = "Source"

const editorialNote = "Editorial Note"

// looksLikeFRUSText reports whether a text has a document's head, and a note on the source or
// nothing but editorial notes.
func looksLikeFRUSText(data []byte) bool {
	first := bytes.TrimSpace(bytes.TrimPrefix(data, []byte(byteOrderMark)))
	if line, _, _ := bytes.Cut(first[:min(len(first), longestHead)], []byte("\n")); len(line) < longestHead {
		if _, ok := frusHead(strings.TrimSpace(string(line))); ok && bytes.HasSuffix(bytes.TrimSpace(line), []byte(editorialNote)) {
			return true
		}
	}
	if !bytes.Contains(data, []byte("* Source: ")) {
		return false
	}
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte(sourceWord))
		if i < 0 {
			return false
		}
		at += i + len(sourceWord)
		if at < len(data) && data[at] != '\n' && data[at] != '\r' {
			continue
		}
		start := max(0, at-longestHead)
		start += bytes.LastIndexByte(data[start:at], '\n') + 1
		if _, ok := frusHead(string(data[start:at])); ok {
			return true
		}
	}
}

const longestHead = 500

// frusHead reads the line that heads a document: n is where the title begins behind the number. ok is
// false for anything else: a numbered paragraph ends in no glued word.
func frusHead(line string) (n int, ok bool) {
	if len(line) > longestHead {
		return 0, false
	}
	_, n = documentNumber(line)
	if n == 0 {
		return 0, false
	}
	title := line[n:]
	if title == editorialNote {
		return n, true
	}
	before := strings.TrimSuffix(title, sourceWord)
	if before == title || !strings.Contains(before, " ") || !startsUpper(before) {
		return 0, false
	}
	last := before[len(before)-1]
	return n, last != ' ' && last != '.' && last != '-'
}

// readFRUSText reads the documents of a volume. What stands before the first and behind the last of
// them, title pages and index, is furniture.
func readFRUSText(r *Result, file string, data []byte) *document {
	d := decodePlain(file, data)
	lines := d.lines(model.Span{Start: 0, End: len(d.text)})
	var heads []int
	last := 0
	for i, l := range lines {
		if l.blank() || i > 0 && !lines[i-1].blank() || !isDigit(d.text[l.span.Start]) {
			continue
		}
		if _, ok := frusHead(d.line(l)); !ok {
			continue
		}
		if number, _ := documentNumber(d.line(l)); number > last {
			heads = append(heads, i)
			last = number
		}
	}
	if len(heads) == 0 {
		r.addFurniture(d, model.Span{Start: 0, End: len(d.text)})
		return d
	}
	start := lines[heads[0]].span.Start
	r.addFurniture(d, model.Span{Start: 0, End: start})
	volume, evidence := frusVolume(file, d.text[:start])
	for k, head := range heads {
		end := len(lines)
		if k+1 < len(heads) {
			end = heads[k+1]
		}
		c := &model.Cable{Format: model.FRUSText, IDEvidence: evidence}
		t := &frusTextDoc{editionDoc: editionDoc{doc: d, cable: c}, lines: lines[head:end]}
		rest := t.read(volume)
		span := model.Span{Start: lines[head].span.Start, End: lines[end-1].raw.End}
		if rest < len(t.lines) {
			r.addFurniture(d, model.Span{Start: t.lines[rest].raw.Start, End: span.End})
			span.End = t.lines[rest].raw.Start
		}
		t.finish(r, span)
	}
	return d
}

// frusVolume names the volume that a file holds, as the Office of the Historian does: frus1961-63v05. A
// volume that the text before the first document names is better than the file's name; a single
// document ("d7.txt") lies in a folder that may say it.
func frusVolume(file, front string) (volume, evidence string) {
	const reach = 20000
	front = front[:min(len(front), reach)]
	if i := indexFold(front, "foreign relations of the united states"); i >= 0 {
		if name, ok := frusVolumeName(front[i+len("foreign relations of the united states"):], true); ok {
			return name, "number in the document's head, volume named on its title page"
		}
	}
	base := path.Base(strings.ReplaceAll(file, "\\", "/"))
	stem := strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(base, path.Ext(base)), ".txt"))
	if i := strings.Index(stem, "frus"); i >= 0 {
		if name, ok := frusVolumeName(stem[i+len("frus"):], false); ok {
			return name, "number in the document's head, volume in the file's name"
		}
	}
	if strings.HasPrefix(stem, "d") && allDigits(stem[1:]) && stem != "d" {
		if folder := volumeWord(path.Base(path.Dir(strings.ReplaceAll(file, "\\", "/")))); folder != "" {
			return folder, "number in the document's head; no volume is named: the folder's name stands for it"
		}
	}
	if stem = volumeWord(stem); stem == "" {
		stem = "frus"
	}
	return stem, "number in the document's head; no volume is named: the file's name stands for it"
}

// volumeWord makes a word that an id may hold of a file's name.
func volumeWord(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i] | 0x20; {
		case isLower(c), isDigit(c) && b.Len() > 0:
			b.WriteByte(c)
		case b.Len() > 0 && i+1 < len(s) && isAlnum(s[i+1]):
			b.WriteByte('-')
		}
	}
	return b.String()
}

// frusVolumeName reads years and number of a volume: "_1961_63_volume5_clean", "1977-80v15",
// ", 1961-1963, Volume V, ...". Roman numbers are only read on title pages.
func frusVolumeName(s string, roman bool) (string, bool) {
	const reach = 80
	toks := refTokens(s[:min(len(s), reach)])
	var words []string
	for _, t := range toks {
		if t.kind != refMark {
			words = append(words, strings.ToLower(t.text))
		}
	}
	if len(words) < 3 || len(words[0]) != 4 || !allDigits(words[0]) {
		return "", false
	}
	name := "frus" + words[0]
	words = words[1:]
	if w := words[0]; allDigits(w) && (len(w) == 2 || len(w) == 4) {
		name += "-" + w[len(w)-2:]
		words = words[1:]
	}
	for i, w := range words[:min(len(words), 3)] {
		if w != "v" && w != "vol" && w != "volume" || i+1 >= len(words) {
			continue
		}
		number, err := strconv.Atoi(words[i+1])
		if err != nil && roman {
			number = romanNumber(strings.ToUpper(words[i+1]))
		}
		if number <= 0 || number > 999 {
			return "", false
		}
		name += fmt.Sprintf("v%02d", number)
		if i+3 < len(words) && (words[i+2] == "p" || words[i+2] == "part") && allDigits(words[i+3]) && len(words[i+3]) < 3 {
			name += "p" + words[i+3]
		}
		return name, true
	}
	return "", false
}

// romanNumber reads a Roman number in capitals; 0 when s is none.
func romanNumber(s string) int {
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
	total := 0
	for i := range len(s) {
		v := value[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && value[s[i+1]] > v {
			v = -v
		}
		total += v
	}
	return total
}
