package parser

import (
	"bytes"
	"strings"

	"reftel/model"
)

// sniffLimit is how much of a file's text decides its format.
const sniffLimit = 1 << 20

// sniffFrame tells the formats that have a frame of their own around the cables, "" when there is none. Each is
// asked about text: what is wide is decoded here, once for all.
func sniffFrame(data []byte) model.Format {
	data = data[:min(len(data), sniffLimit)]
	if _, wide := wideCoding(data); wide {
		data = []byte(decodePlain("", data).text)
	}
	switch {
	case isWebPage(data):
		return ""
	case looksLikeJSONLines(data):
		return model.JSONLines
	case looksLikeCSV(data):
		return model.CablesCSV
	case looksLikeTEI(data):
		return model.FRUSTEI
	case looksLikeDFAT(data):
		return model.DFAT
	case looksLikeNARA(data):
		return model.NARARecord
	case looksLikeFRUSText(data):
		return model.FRUSText
	}
	return ""
}

// isWebPage reports whether a file says at its very beginning that it is HTML. Most files are such pages, and
// nothing else is asked of them.
func isWebPage(data []byte) bool {
	const reach = 512
	head := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), reach)], []byte(byteOrderMark)))
	return bytes.HasPrefix(head, []byte("<")) && bytes.Contains(bytes.ToLower(head), []byte("<html"))
}

// isHTML reports whether the first tags of a file are those of a web page. TEI documents, which
// are XML too, are none.
func isHTML(data []byte) bool {
	if _, wide := wideCoding(data); wide {
		data = []byte(decodePlain("", data[:min(len(data), 1<<14)]).text)
	}
	head := bytes.ToLower(data[:min(len(data), 4096)])
	head = bytes.TrimPrefix(head, []byte(byteOrderMark))
	if !bytes.HasPrefix(bytes.TrimSpace(head), []byte("<")) || bytes.Contains(head, []byte("tei-c.org")) {
		return false
	}
	for _, tag := range []string{"<html", "<!doctype html", "<body", "<head", "<pre", "<table", "<div", "<p>", "<p ", "<br"} {
		if bytes.Contains(head, []byte(tag)) {
			return true
		}
	}
	return false
}

// binaryBytes has a 1 for each control character that texts do not have.
var binaryBytes = func() (t [256]byte) {
	for c := range byte(' ') {
		t[c] = 1
	}
	for _, c := range []byte("\n\r\t\f\v\x1b") {
		t[c] = 0
	}
	return t
}()

// isBinary reports whether data is no text: more than one byte in fifty is a control character
// that texts do not have. A few stand in damaged cables.
func isBinary(data []byte) bool {
	if c, ok := wideCoding(data); ok {
		return len(data) < c.mark+c.width
	}
	data = data[:min(len(data), 64<<10)]
	control := 0
	for _, c := range data {
		control += int(binaryBytes[c])
	}
	return control*50 > len(data)
}

// sniffPage tells the format of a web page.
func sniffPage(p *page) model.Format {
	head, body := false, false
	for _, e := range p.elements {
		head = head || e.tag == "th"
		body = body || e.tag == "pre" && head
	}
	if head && body {
		return model.CablegatePage
	}
	if sniffText(p.document) != "" {
		return model.NewspaperPage
	}
	return ""
}

// signs is what in a text speaks for a cable.
type signs struct {
	envelope, order, tags, labels, marked, capitals, publisher int
	addresses                                                  int
	last                                                       int
}

// sniffText tells the format of a text: a newspaper's page has the lines Date: and Source: above
// its cables, a telegram has not.
func sniffText(d *document) model.Format {
	var s signs
	for _, l := range d.headLines(min(len(d.text), sniffLimit)) {
		if !l.blank() {
			s.line(d.line(l))
		}
	}
	score := 3*min(s.envelope, 2) + 2*min(s.order, 1) + 2*min(s.tags, 1) + min(s.labels, 2) + min(s.addresses, 2) + min(s.marked, 3)
	const enough = 4
	if s.capitals >= 2 || s.marked >= 2 { // a telegram whose header is missing
		score += enough
	}
	switch {
	case score < enough:
		return ""
	case s.publisher >= 2:
		return model.NewspaperPage
	}
	return model.Telegram
}

func (g *signs) line(s string) {
	if len(s) > 1<<12 {
		s = s[:1<<12]
	}
	switch envelopeLine(s) {
	case "":
	case model.FromRole, model.ToRole, model.InfoRole:
		g.addresses++
		return
	default:
		g.envelope++
		return
	}
	if c, ok := parseClassificationLine(s); ok && c.Serial > 0 && c.Station != "" {
		g.envelope++
		return
	}
	if _, ok := findPageMark(s, ""); ok {
		g.envelope++
		return
	}
	if name, value := publisherLine(s); value != "" {
		if _, ok := readStamp(value); ok || name != "Date:" {
			g.publisher++
		}
		return
	}
	if role, n, ok := label(s); ok && n > 0 && strings.ContainsAny(s[:n], ":1") || ok && role == model.ExecutiveOrderRole {
		switch role {
		case model.ExecutiveOrderRole:
			if n < len(s) && isDigit(s[n]) {
				g.order++
			}
		case model.TagsRole:
			g.tags++
		default:
			g.labels++
		}
		return
	}
	p, ok := readNumber(s)
	switch {
	case !ok:
	case p.marking != "":
		g.marked++
	case len(s) > 40 && allCapitals(s):
		if p.number == g.last+1 {
			g.capitals++
		}
		g.last = p.number
	}
}

// publisherLine reads "Date:2010-01-29 20:49:00" or "Source:Embassy Mexico", the lines that a
// newspaper puts above a cable.
func publisherLine(s string) (name, value string) {
	for _, name := range []string{"Date:", "Source:"} {
		if len(s) < 90 && strings.HasPrefix(s, name) {
			return name, strings.TrimSpace(s[len(name):])
		}
	}
	return "", ""
}
