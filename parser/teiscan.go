package parser

import (
	"strings"

	"reftel/model"
)

// teiToken is what stands at one place of an XML file.
type teiToken uint8

const (
	teiText    teiToken = iota // words, with character references
	teiLiteral                 // words of a CDATA section, in which an ampersand is one
	teiStart
	teiEnd
	teiEmpty   // an element in one tag: <pb/>
	teiAside   // comment, processing instruction, document type, the brackets of a CDATA section
	teiNothing // the end of the file
)

// teiScanner cuts the text of an XML file into tokens. It is our own because encoding/xml stops at the
// first broken tag and copies every attribute, and net/html writes names small and reads <title> as a
// web page does. Nothing is expanded: a document type is passed over whole. A tag never reaches
// beyond the next "<", which XML doesn't allow inside one, so that what is broken costs no more
// than itself, and no byte is looked at more than a few times.
type teiScanner struct {
	text string
	at   int

	span       model.Span // of the token
	name       string     // of the element
	attributes model.Span // what stands between name and end of the tag
	broken     string     // what is wrong with the token, "" when nothing is

	literalEnd int                // end of the CDATA section being read
	typed      bool               // the document type has been read: a file has one
	found      map[string]teiSign // where signs were found last, so that no stretch is searched twice
}

// teiSign is where a sign stands next, seen from a place before it; -1 for nowhere.
type teiSign struct{ from, at int }

// next moves to the next token.
func (s *teiScanner) next() teiToken {
	s.broken, s.name, s.attributes = "", "", model.Span{}
	if s.literalEnd > s.at {
		return s.token(teiLiteral, s.literalEnd)
	}
	if s.literalEnd > 0 && s.literalEnd == s.at {
		s.literalEnd = 0
		if strings.HasPrefix(s.text[s.at:], "]]>") {
			return s.token(teiAside, s.at+len("]]>"))
		}
	}
	rest := s.text[s.at:]
	if rest == "" {
		return s.token(teiNothing, s.at)
	}
	if rest[0] != '<' {
		end := strings.IndexByte(rest, '<')
		if end < 0 {
			end = len(rest)
		}
		return s.token(teiText, s.at+end)
	}
	switch {
	case len(rest) > 1 && teiNameByte(rest[1]) && !isDigit(rest[1]) && rest[1] != '-' && rest[1] != '.':
		return s.startTag()
	case len(rest) > 2 && rest[1] == '/' && teiNameByte(rest[2]):
		return s.endTag()
	case strings.HasPrefix(rest, "<!--"):
		return s.aside("<!--", "-->", "comment")
	case strings.HasPrefix(rest, "<?"):
		return s.aside("<?", "?>", "processing instruction")
	case strings.HasPrefix(rest, "<![CDATA["):
		start := s.at + len("<![CDATA[")
		if s.literalEnd = s.find("]]>", start); s.literalEnd < 0 {
			s.literalEnd = 0
			s.broken = "a CDATA section that doesn't end"
		} else if s.literalEnd == start {
			s.literalEnd = 0
			return s.token(teiAside, start+len("]]>"))
		}
		return s.token(teiAside, start)
	case strings.HasPrefix(rest, "<!"):
		return s.documentType()
	}
	// A lone sign of the text, up to the next one.
	s.broken = "a < that begins no tag"
	end := strings.IndexByte(rest[1:], '<')
	if end < 0 {
		end = len(rest) - 1
	}
	return s.token(teiText, s.at+1+end)
}

func (s *teiScanner) token(t teiToken, end int) teiToken {
	s.span = model.Span{Start: s.at, End: end}
	s.at = end
	return t
}

// find returns where a sign stands at or after from, -1 if nowhere.
func (s *teiScanner) find(sign string, from int) int {
	if last, ok := s.found[sign]; ok && last.from <= from && (last.at < 0 || from <= last.at) {
		return last.at
	}
	at := -1
	if from <= len(s.text) {
		if i := strings.Index(s.text[from:], sign); i >= 0 {
			at = from + i
		}
	}
	if s.found == nil {
		s.found = map[string]teiSign{}
	}
	s.found[sign] = teiSign{from, at}
	return at
}

// aside passes over a comment or a processing instruction. One without an end costs its first sign only.
func (s *teiScanner) aside(open, end, what string) teiToken {
	i := s.find(end, s.at+len(open))
	if i < 0 {
		s.broken = "a " + what + " that doesn't end"
		return s.token(teiAside, s.at+len(open))
	}
	return s.token(teiAside, i+len(end))
}

// documentType passes over a document type, with the declarations between brackets that it may hold.
func (s *teiScanner) documentType() teiToken {
	end := s.find(">", s.at)
	if end < 0 {
		s.broken = "a declaration that doesn't end"
		return s.token(teiAside, s.at+len("<!"))
	}
	if open := strings.IndexByte(s.text[s.at:end], '['); open >= 0 && !s.typed {
		s.typed = true
		for from := s.at + open; ; {
			i := s.find("]", from)
			if i < 0 {
				break
			}
			rest := scanSpace(s.text, i+1)
			if rest < len(s.text) && s.text[rest] == '>' {
				end = rest
				break
			}
			from = rest
		}
	}
	return s.token(teiAside, end+1)
}

// teiNameByte reports whether c can stand in the name of an element or an attribute.
func teiNameByte(c byte) bool {
	return isLetter(c) || isDigit(c) || c == ':' || c == '_' || c == '-' || c == '.' || c >= 0x80
}

func teiName(text string, i int) int {
	for i < len(text) && teiNameByte(text[i]) {
		i++
	}
	return i
}

// startTag reads a start tag or that of an empty element. Where its ">" is missing, it ends behind its last
// whole attribute; where a quotation mark is, at the first ">".
func (s *teiScanner) startTag() teiToken {
	end := teiName(s.text, s.at+1)
	s.name = s.text[s.at+1 : end]
	from, good := end, end
	for i := end; ; {
		i = scanSpace(s.text, i)
		switch {
		case i == len(s.text) || s.text[i] == '<':
			return s.brokenTag(from, good, i)
		case s.text[i] == '>':
			s.attributes = model.Span{Start: from, End: i}
			return s.token(teiStart, i+1)
		case strings.HasPrefix(s.text[i:], "/>"):
			s.attributes = model.Span{Start: from, End: i}
			return s.token(teiEmpty, i+2)
		}
		next, whole := s.attribute(i)
		if !whole {
			for next < len(s.text) && s.text[next] != '<' && s.text[next] != '>' {
				next++
			}
			return s.brokenTag(from, good, next)
		}
		i, good = next, next
	}
}

// attribute reads name="value" at i. whole is false where it isn't that; next is then where to look for the end of the tag.
func (s *teiScanner) attribute(i int) (next int, whole bool) {
	end := teiName(s.text, i)
	value := scanSpace(s.text, end)
	if end == i || value >= len(s.text) || s.text[value] != '=' {
		return i, false
	}
	value = scanSpace(s.text, value+1)
	if value >= len(s.text) || s.text[value] != '"' && s.text[value] != '\'' {
		return i, false
	}
	for k := value + 1; k < len(s.text) && s.text[k] != '<'; k++ {
		if s.text[k] == s.text[value] {
			return k + 1, true
		}
	}
	return i, false
}

// brokenTag ends a tag in which something is wrong: at the ">" at stop, else behind its last whole attribute.
func (s *teiScanner) brokenTag(from, good, stop int) teiToken {
	s.broken = "the broken tag <" + s.name + ">"
	kind, end := teiStart, good
	if stop < len(s.text) && s.text[stop] == '>' {
		end = stop + 1
		s.attributes = model.Span{Start: from, End: stop}
		if s.text[stop-1] == '/' {
			kind = teiEmpty
		}
	} else {
		s.attributes = model.Span{Start: from, End: good}
	}
	return s.token(kind, end)
}

// endTag reads an end tag.
func (s *teiScanner) endTag() teiToken {
	end := teiName(s.text, s.at+2)
	s.name = s.text[s.at+2 : end]
	if stop := scanSpace(s.text, end); stop < len(s.text) && s.text[stop] == '>' {
		return s.token(teiEnd, stop+1)
	}
	s.broken = "the broken tag </" + s.name + ">"
	return s.token(teiEnd, end)
}

// eachAttribute calls yield with the attributes of the tag just read, until it returns false: the name and where the value
// stands in the text.
func (s *teiScanner) eachAttribute(yield func(name string, value model.Span) bool) {
	for i, end := s.attributes.Start, s.attributes.End; i < end; {
		if i = scanSpace(s.text, i); i >= end {
			return
		}
		nameEnd := teiName(s.text, i)
		value := scanSpace(s.text, nameEnd)
		if nameEnd == i || value >= end || s.text[value] != '=' {
			return
		}
		value = scanSpace(s.text, value+1)
		if value >= end || s.text[value] != '"' && s.text[value] != '\'' {
			return
		}
		stop := value + 1
		for stop < end && s.text[stop] != s.text[value] {
			stop++
		}
		if !yield(s.text[i:nameEnd], model.Span{Start: value + 1, End: stop}) {
			return
		}
		i = stop + 1
	}
}
