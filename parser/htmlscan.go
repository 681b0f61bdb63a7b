package parser

import (
	"bytes"

	nethtml "golang.org/x/net/html"

	"reftel/model"
)

// pageScanner cuts a page into the tokens that [nethtml.Tokenizer] finds, many times as fast. It knows
// tags as programs write them, and leaves the rest of the page to the tokenizer at the first thing that
// it doesn't know: a comment, an attribute without quotation marks, a tag that the file cuts off. A
// tokenizer that begins between two tokens goes on like one that has read the page from its beginning,
// because it remembers nothing but the raw element that it is in, and those are known as a whole or not.
type pageScanner struct {
	data    []byte
	general *nethtml.Tokenizer // once something unknown was met

	// The token just read: a stretch of text, a tag, or what else is no text.
	kind  nethtml.TokenType
	span  model.Span
	tag   *tagForm // nil for all but tags
	attrs attributes
}

// next reads the next token; it returns false behind the last one. What is left then is a tag that the
// file cuts off.
func (s *pageScanner) next() bool {
	at := s.span.End
	s.tag, s.attrs = nil, attributes{}
	if s.general == nil {
		if s.known(at) {
			return s.kind != nethtml.ErrorToken
		}
		s.general = nethtml.NewTokenizer(bytes.NewReader(s.data[at:]))
		s.tag, s.attrs = nil, attributes{}
	}
	s.kind = s.general.Next()
	switch s.kind {
	case nethtml.ErrorToken:
		s.span = model.Span{Start: at, End: at}
		return false
	case nethtml.StartTagToken, nethtml.SelfClosingTagToken, nethtml.EndTagToken:
		s.span = model.Span{Start: at, End: at + len(s.general.Raw())}
		name, more := s.general.TagName()
		s.tag, s.attrs = tagFormOf(name), readAttributes(s.general, more)
	default:
		s.span = model.Span{Start: at, End: at + len(s.general.Raw())}
	}
	return true
}

// known reads the token at at; it reports false where only the tokenizer can tell what it is.
func (s *pageScanner) known(at int) bool {
	data := s.data
	if at == len(data) {
		s.kind, s.span = nethtml.ErrorToken, model.Span{Start: at, End: at}
		return true
	}
	if end := pageTextEnd(data, at); end > at {
		s.kind, s.span = nethtml.TextToken, model.Span{Start: at, End: end}
		return true
	}
	switch c := data[at+1]; {
	case isLetter(c):
		return s.startTag(at)
	case c == '/':
		return s.endTag(at)
	case c == '?':
		s.kind = nethtml.CommentToken
	case bytes.HasPrefix(data[at:], []byte("<!DOCTYPE ")):
		s.kind = nethtml.DoctypeToken
	default:
		return false
	}
	n := bytes.IndexByte(data[at:], '>')
	if n >= 0 {
		s.span = model.Span{Start: at, End: at + n + 1}
	}
	return n >= 0
}

// pageTextEnd returns the end of the text at at: the next angle bracket that begins anything.
func pageTextEnd(data []byte, at int) int {
	for {
		n := bytes.IndexByte(data[at:], '<')
		if n < 0 || at+n+1 == len(data) {
			return len(data)
		}
		at += n
		if c := data[at+1]; isLetter(c) || c == '/' || c == '!' || c == '?' {
			return at
		}
		at++
	}
}

// endTag reads the end tag at at, which holds nothing but a name.
func (s *pageScanner) endTag(at int) bool {
	start := at + len("</")
	end := tagNameEnd(s.data, start)
	stop := tagBlanks(s.data, end)
	if end == start || !isLetter(s.data[start]) || stop == len(s.data) || s.data[stop] != '>' {
		return false
	}
	s.kind, s.span, s.tag = nethtml.EndTagToken, model.Span{Start: at, End: stop + 1}, tagFormOf(s.data[start:end])
	return true
}

// startTag reads the start tag at start, whose attributes all have values in quotation marks.
func (s *pageScanner) startTag(start int) bool {
	data, at := s.data, tagNameEnd(s.data, start+1)
	s.kind, s.tag = nethtml.StartTagToken, tagFormOf(data[start+1:at])
	var seen attributesSeen
	for {
		from := at
		at = tagBlanks(data, at)
		if at < len(data) && data[at] == '/' {
			s.kind = nethtml.SelfClosingTagToken
			if at++; at == len(data) || data[at] != '>' {
				return false
			}
		}
		if at < len(data) && data[at] == '>' {
			if s.tag.raw && !s.rawEnds(at+1) {
				return false
			}
			s.span = model.Span{Start: start, End: at + 1}
			return true
		}
		end := tagNameEnd(data, at)
		if at == from || end == at || end+1 >= len(data) || data[end] != '=' || data[end+1] != '"' && data[end+1] != '\'' {
			return false
		}
		value := data[end+2:]
		n := bytes.IndexByte(value, data[end+1])
		if n < 0 || !s.attrs.take(&seen, data[at:end], value[:n]) {
			return false
		}
		at = end + 2 + n + 1
	}
}

// rawEnds reports whether the first angle bracket behind at, the end of the start tag of a raw element, is
// its end tag: then its content is text as any other.
func (s *pageScanner) rawEnds(at int) bool {
	rest := s.data[at:]
	n := bytes.IndexByte(rest, '<')
	if n < 0 || s.tag.name == "plaintext" { // which has no end
		return false
	}
	rest, slash := bytes.CutPrefix(rest[n:], []byte("</"))
	name := len(s.tag.name)
	return slash && len(rest) > name && string(rest[:name]) == s.tag.name && rest[name] == '>'
}

// tagNameEnd returns the end of the letters, digits, hyphens, colons and underscores at at.
func tagNameEnd(data []byte, at int) int {
	for at < len(data) && (isAlnum(data[at]) || data[at] == '-' || data[at] == ':' || data[at] == '_') {
		at++
	}
	return at
}

// tagBlanks returns the end of the white space inside a tag at at.
func tagBlanks(data []byte, at int) int {
	for at < len(data) && (data[at] == ' ' || data[at] == '\n' || data[at] == '\r' || data[at] == '\t' || data[at] == '\f') {
		at++
	}
	return at
}
