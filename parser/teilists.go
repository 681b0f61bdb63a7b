package parser

import (
	"path"
	"strings"

	"reftel/model"
)

// teiEntry is what a volume's list of persons or terms says under one key.
type teiEntry struct {
	name string // Doe, Jane; OAS
	note string // Secretary of Education until May 1953
}

// teiLists are the lists of persons and terms in the front of a volume:
//
//	<item><hi rend="strong"><persName xml:id="p_DJ_1">Doe, Jane</persName></hi>, Secretary of Education</item>
//	<item xml:id="t_OAS1"><hi rend="strong">OAS,</hi> Organization of American States</item>
type teiLists struct {
	entries map[string]teiEntry

	item    *teiBlock // the item being read
	keys    []string  // in it
	nameEnd int       // length of its text where the name ends
}

// start takes a start tag outside of documents.
func (l *teiLists) start(r *teiReader, f *teiFrame) {
	switch f.name {
	case "label", "row":
		l.finish()
		l.item = &teiBlock{}
	case "item":
		if l.item == nil || l.item.label == 0 {
			l.finish()
			l.item = &teiBlock{}
		}
	}
	if l.item == nil {
		return
	}
	if id, _ := r.attribute("xml:id"); strings.HasPrefix(id, "p_") || strings.HasPrefix(id, "t_") {
		l.keys = append(l.keys, id)
		f.key = id
	}
}

func (l *teiLists) words(d *document, s model.Span, literal bool) {
	if l.item != nil {
		l.item.add(d, s, literal)
	}
}

// end takes the end of an element outside of documents. A name ends with the element that has the key; where that is the
// item, with the first element inside.
func (l *teiLists) end(f *teiFrame) {
	if l.item == nil {
		return
	}
	switch f.name {
	case "item", "row":
		l.finish()
	case "label":
		l.item.label = len(l.item.text)
		l.nameEnd = l.item.label
	default:
		if l.nameEnd == 0 && len(l.keys) > 0 {
			l.nameEnd = len(l.item.text)
		}
		if f.name == "cell" {
			l.item.part(blankGap)
		}
	}
}

// finish keeps the item that has ended, if it has a key.
func (l *teiLists) finish() {
	if l.item != nil && len(l.keys) > 0 {
		text := string(l.item.text)
		end := l.nameEnd
		if end == 0 {
			if end = strings.Index(text, ", "); end < 0 {
				end = len(text)
			}
		}
		e := teiEntry{name: strings.Trim(text[:end], " ,;:\n"), note: strings.Trim(text[end:], " ,;:—–\n")}
		if l.entries == nil {
			l.entries = map[string]teiEntry{}
		}
		for _, key := range l.keys {
			if _, ok := l.entries[key]; !ok && e.name != "" {
				l.entries[key] = e
			}
		}
	}
	l.item, l.keys, l.nameEnd = nil, nil, 0
}

// How sure the places are that name the volume, most sure last.
const (
	rankFile = iota + 1
	rankText
	rankRoot
	rankHeader
)

// nameVolume keeps the volume's name if its place is surer than that of the name before.
func (r *teiReader) nameVolume(name, evidence string, rank int) {
	if name != "" && rank > r.volumeRank {
		r.volume, r.volumeEvidence, r.volumeRank = name, evidence, rank
	}
}

// headerTag looks for the volume's name in a tag outside of documents: the file's root bears it in volumes.
func (r *teiReader) headerTag() {
	if r.scan.name != "TEI" && r.scan.name != "text" {
		return
	}
	for name, value := range r.scan.eachAttribute {
		if name == "xml:id" || name == "xml:base" {
			r.nameVolume(volumeName(value.In(r.text)), "the root element", rankRoot)
		}
	}
}

// headerWords looks for the volume's name in the words of the header.
func (r *teiReader) headerWords(s string) {
	const longest = 64
	if len(r.stack) == 0 || len(s) > longest || r.volumeRank == rankHeader {
		return
	}
	switch r.stack[len(r.stack)-1].name {
	case "bibl":
		r.nameVolume(volumeName(s), "the header", rankHeader)
	case "idno":
		r.nameVolume(volumeName(s), "the header", rankText)
	}
}

// volumeName reads the name of a volume, frus1977-80v15, at the end of a path or alone; "" when s is none. Small letters, as ids
// are compared.
func volumeName(s string) string {
	s = strings.ToLower(path.Base(strings.TrimSpace(s)))
	s, _, _ = strings.Cut(s, ".")
	if len(s) <= len("frus") || !strings.HasPrefix(s, "frus") || !isDigit(s[len("frus")]) {
		return ""
	}
	if id, ok := model.ParseID(s + "/d1"); !ok || id.Volume != s {
		return ""
	}
	return s
}

// fileVolume reads the volume in a file's name: frus1952-54Guat_d64.xml.
func fileVolume(file string) string {
	volume, _ := splitFileName(file)
	return volume
}

// splitFileName reads volume and document in a file's name.
func splitFileName(file string) (volume string, document int) {
	name := file[strings.LastIndexAny(file, `/\`)+1:]
	name, _, _ = strings.Cut(name, ".")
	if i := strings.LastIndexAny(name, "_-/"); i > 0 {
		if tail := name[i+1:]; len(tail) > 1 && tail[0]|0x20 == 'd' && allDigits(tail[1:]) && len(tail) <= 6 {
			return volumeName(name[:i]), refAtoi(tail[1:])
		}
	}
	return volumeName(name), 0
}
