package parser

import (
	"bytes"
	"os"
	"testing"

	nethtml "golang.org/x/net/html"

	"reftel/model"
)

// scannedToken is a token of a page as the scanner or the tokenizer tells it.
type scannedToken struct {
	kind  nethtml.TokenType
	span  model.Span
	name  string
	attrs attributes
}

func scannerTokens(data []byte) (tokens []scannedToken) {
	for s := (pageScanner{data: data}); s.next(); {
		t := scannedToken{kind: s.kind, span: s.span, attrs: s.attrs}
		if s.tag != nil {
			t.name = s.tag.name
		}
		tokens = append(tokens, t)
	}
	return tokens
}

func tokenizerTokens(data []byte) (tokens []scannedToken) {
	at := 0
	z := nethtml.NewTokenizer(bytes.NewReader(data))
	for kind := z.Next(); kind != nethtml.ErrorToken; kind = z.Next() {
		t := scannedToken{kind: kind, span: model.Span{Start: at, End: at + len(z.Raw())}}
		if kind == nethtml.StartTagToken || kind == nethtml.SelfClosingTagToken || kind == nethtml.EndTagToken {
			name, more := z.TagName()
			t.name, t.attrs = string(name), readAttributes(z, more)
		}
		at = t.span.End
		tokens = append(tokens, t)
	}
	return tokens
}

// sameTokens reports the first place where the scanner reads a page otherwise than the tokenizer does.
func sameTokens(t *testing.T, data []byte) {
	t.Helper()
	got, want := scannerTokens(data), tokenizerTokens(data)
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Errorf("%q: token %d is %+v, the tokenizer has %+v", data, i, got[i:min(len(got), i+1)], want[i])
			return
		}
	}
	if len(got) > len(want) {
		t.Errorf("%q: %d tokens too many", data, len(got)-len(want))
	}
}

var scannedPages = []string{"", "<", "</", "<a", "</a", "<a ", "<a b='", "text", "a < b <3 c", "<a>b</a>", "<A HREF=x>", "<a href='x'id=\"par1\">", "<a id='par&#49;'>",
	"<a id='x' id='par'>", "<table class='cable'>", "<TABLE class='cable'>", "<table CLASS='cable'>", "<table class=cable>", "<p hidden>", "<p hidden=''>",
	"<p style='display: none'/>", "<br/>", "<br />", "<br / >", "<a b='c'/ >", "<a/b>", "</a b='c'>", "</a >", "</ a>", "</>", "<!-- > -->x", "<!DOCTYPE html>x", "<!doctype html>x",
	"<!DOCTYPE html [<!ENTITY x 'y'>]>z", "<?xml version='1.0'?>x", "<?", "<title>a</title>b", "<title>a<b>c</b></title>d", "<title/>a</title>b", "<script></script>x", "<script>a<b</script>x",
	"<SCRIPT>a</SCRIPT><b>", "<style>a</style >b", "<plaintext>a</plaintext>b", "<xmp>a</xmp>", "<o:p>x</o:p>", "<a\x00b>", "<a b='\x00'>", "<a id='\x00'>", "<p id='a\r\nb'>", "<h1<p>x"}

// The scanner of pages is only faster than the tokenizer.
func TestPageScannerReadsAsTheTokenizer(t *testing.T) {
	for _, page := range scannedPages {
		sameTokens(t, []byte(page))
	}
	for _, name := range []string{"testdata/site.html", "testdata/blog.html"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sameTokens(t, data)
	}
}

func FuzzPageScanner(f *testing.F) {
	for _, page := range scannedPages {
		f.Add([]byte(page))
	}
	f.Fuzz(sameTokens)
}
