// Package attacks holds what hostile documents try, for tests of every place where text comes in and comes out: texts
// that a terminal, a browser, a spreadsheet, a file system or a program that reads citations would act on (text.go), the
// places in documents of each format where such a text can stand (place.go and the files that begin so), files that no
// document is in, and shapes of text on which a careless parser takes more than linear time (shape.go, linear.go).
//
// Everything is made by rules in code; nothing is taken from real documents.
package attacks

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

// Text is a hostile text.
type Text struct {
	Name  string
	Tries string // what it would do where it is obeyed
	Text  string
}

// Stride says how many texts are passed over at each place by tests that try texts in places, beginning with another text
// at each, so that all texts and all places are met; 1 where REFTEL_ATTACKS is "all", and each text is tried in each place.
func Stride() int {
	const usual = 13 // shares no factor with how many there are
	if os.Getenv("REFTEL_ATTACKS") == "all" {
		return 1
	}
	return usual
}

// payloads are what follows the beginning of an escape sequence, by what the sequence would do.
var payloads = []struct{ name, tries, opening, body string }{
	{"title", "name the window anew", "]", "0;gone"},
	{"icon", "name the icon anew", "]", "1;gone"},
	{"palette", "change a colour", "]", "4;1;rgb:00/00/00"},
	{"directory", "pretend another working folder", "]", "7;file://h/x"},
	{"link", "begin a hyperlink that nothing ends", "]", "8;;http://e.example/"},
	{"clipboard", "write to the clipboard", "]", "52;c;ZXZpbA=="},
	{"clipboard-read", "have the clipboard typed", "]", "52;c;?"},
	{"notify", "show a notification", "]", "777;notify;a;b"},
	{"file", "write a file (iTerm2)", "]", "1337;File=name=eA==;inline=0:ZXZpbA=="},
	{"device-control", "set what a key sends", "P", "+q544e"},
	{"sixel", "draw a picture", "P", "q#0;2;0;0;0#0~~"},
	{"application", "draw a picture (kitty)", "_", "Gf=24,s=1,v=1;AAAA"},
	{"privacy", "hide what follows", "^", "hidden"},
	{"start-of-string", "hide what follows", "X", "hidden"},
}

// ends of strings that a terminal takes, and none.
var ends = []struct{ name, text string }{{"bel", "\a"}, {"st", "\x1b\\"}, {"c1-st", "\u009c"}, {"raw-st", "\x9c"}, {"unterminated", ""}}

// c1 are the one-character forms of what opens a sequence.
var c1 = map[string]rune{"[": 0x9b, "]": 0x9d, "P": 0x90, "_": 0x9f, "^": 0x9e, "X": 0x98}

// sequences are commands without a string.
var sequences = []struct{ name, tries, body string }{
	{"erase", "wipe the screen", "[2J"}, {"erase-history", "wipe what was scrolled away", "[3J"}, {"home", "write at the top", "[H"},
	{"up", "write over other lines", "[99A"}, {"colour", "dress what follows", "[31m"}, {"conceal", "hide what follows", "[8m"},
	{"alternate", "leave the screen", "[?1049l"}, {"cursor", "hide the cursor", "[?25l"}, {"mouse", "have the mouse typed", "[?1003h"},
	{"paste", "end a bracketed paste", "[201~"}, {"report", "have an answer typed", "[6n"}, {"attributes", "have an answer typed", "[c"},
	{"title-report", "have the title typed", "[21t"}, {"insert", "shift the line", "[4h"}, {"region", "scroll a part only", "[2;3r"},
	{"repeat", "write a character a million times", "[1000000b"}, {"wide-number", "overflow a number", "[99999999999999999999C"},
	{"reset", "reset the terminal", "c"}, {"charset", "draw lines for letters", "(0"}, {"shift", "take the next from another set", "N"},
	{"keypad", "change what keys send", "="}, {"save", "move the cursor away", "7"}, {"align", "fill the screen with E", "#8"},
	{"half-sequence", "swallow what the program writes next", "[12;"}, {"bare-escape", "swallow what the program writes next", ""},
}

// Texts returns all hostile texts by name.
func Texts() []Text {
	var all []Text
	add := func(name, tries, text string) { all = append(all, Text{name, tries, text}) }
	for _, p := range payloads {
		for _, end := range ends {
			add("esc-"+p.name+"-"+end.name, p.tries, "a\x1b"+p.opening+p.body+end.text+"b")
		}
		r := c1[p.opening]
		add("c1-"+p.name, p.tries, "a"+string(r)+p.body+"\u009cb")
		add("raw-c1-"+p.name, p.tries, "a"+string([]byte{byte(r)})+p.body+"\x9cb")
	}
	for _, s := range sequences {
		add("esc-"+s.name, s.tries, "a\x1b"+s.body+"b")
		if strings.HasPrefix(s.body, "[") {
			add("c1-"+s.name, s.tries, "a\u009b"+s.body[1:]+"b")
			add("raw-c1-"+s.name, s.tries, "a\x9b"+s.body[1:]+"b")
		}
	}
	controls(add)
	unicode(add)
	markup(add)
	names(add)
	slices.SortFunc(all, func(a, b Text) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// controls adds the control characters one by one, and bytes that are no UTF-8.
func controls(add func(name, tries, text string)) {
	for r := rune(0); r < 0xa0; r++ {
		if r < ' ' && r != '\t' && r != '\n' || r >= 0x7f {
			add(fmt.Sprintf("control-%02x", r), "act on the terminal, or not be seen", "a"+string(r)+"b")
		}
	}
	for i, bad := range []string{"\xff", "\xc0\x9b", "\xe0\x80\x9b", "\xed\xa0\x80", "\xf0\x9f", "\xf8\x88\x80\x80\x80", "\xc2", "\x1b\xc2[2J"} {
		add(fmt.Sprintf("no-utf8-%d", i), "pass by a check that reads characters", "a"+bad+"b")
	}
}

// unicode adds what hides, turns, or lies about its width.
func unicode(add func(name, tries, text string)) {
	for _, r := range []rune{0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069} {
		add(fmt.Sprintf("bidi-%04x", r), "turn the line around", "a"+string(r)+"gnp.exe")
	}
	for _, r := range []rune{0xad, 0x34f, 0x115f, 0x1160, 0x17b4, 0x180b, 0x180e, 0x200b, 0x200c, 0x200d, 0x2028, 0x2029, 0x2060, 0x2061, 0x2064, 0x206a,
		0x3164, 0xfe00, 0xfe0e, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xfffb, 0xfffe, 0x1bca0, 0x1d173, 0xe0001, 0xe0041, 0xe007f, 0xe0100, 0x10ffff} {
		add(fmt.Sprintf("hidden-%04x", r), "make two different words look alike", "a"+string(r)+"b")
	}
	for _, mark := range []rune{0x300, 0x336, 0x489, 0x20dd, 0x1ab0, 0x0e4c} {
		add(fmt.Sprintf("tower-%04x", mark), "write over the lines above and below", "a"+strings.Repeat(string(mark), 40)+"b")
	}
	for i, wide := range []string{"\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea\U0001f1e9", "1\ufe0f\u20e3", "\u2764\ufe0f", "\u1112\u1161\u11ab", "\u0915\u094d\u0937\u093f",
		"\ufdfd", "\u2e3b", "\U00012031", "\uff76\uff9e", "\u0600\u0661", "\u3000", "\u0301\u0301", "\u0e01\u0e33"} {
		add(fmt.Sprintf("width-%d", i), "take another width than is counted", strings.Repeat("a"+wide, 30))
	}
	add("homoglyphs", "pass for another id", "\u041c\u0415\u0425\u0406\u0421\u041e 83 10\u041cEXICO83 \uff11\uff10MEXICO83")
	add("kelvin", "pass for another word when its case is changed", "\u212a\u017f\u0130\u0131")
	add("signs", "pass for the program's own words", "⟦lost⟧ ⟦p9/9⟧ ⟪hit⟫ ⟪-not there⟫ ⟨U+0041⟩ ␛[2J ███ REF A")
}

// markup adds what formats that cables are written in would act on.
func markup(add func(name, tries, text string)) {
	for name, text := range map[string]string{
		"script": "<script>attack()</script>", "image": "<img src=http://e.example/x onerror=attack()>", "svg": "<svg/onload=attack()>",
		"attribute": `" onmouseover="attack()" x="`, "single-attribute": "' autofocus onfocus='attack()", "end-tags": "</p></article></body></html><script>attack()</script>",
		"style-end": "</style><script>attack()</script>", "comment-end": "--><script>attack()</script><!--", "cdata": "]]><script>attack()</script>",
		"css": "} * { background: url(http://e.example/css) } a {", "css-import": "@import 'http://e.example/css';", "frame": `<iframe src="javascript:attack()"></iframe>`,
		"refresh": `<meta http-equiv="refresh" content="0;url=http://e.example/">`, "base": `<base href="http://e.example/">`, "entity": "&lt;script&gt;attack()&#60;/script&#x3e;",
		"scheme": "javascript:attack()", "data-url": "data:text/html,<script>attack()</script>", "markdown-link": "[click](javascript:attack())", "markdown-image": "![x](http://e.example/x.png)",
		"autolink": "<javascript:attack()> <http://e.example/>", "code-fence": "\n```\n# heading\n```\n", "front-matter": "---\ntitle: x\n---",
	} {
		add("html-"+name, "run a script, or ask another machine for something", "a "+text+" b")
	}
	for name, text := range map[string]string{
		"equals": "=1+1", "plus": "+1+1", "minus": "-1+1", "at": "@SUM(1)", "tab": "\t=1+1", "return": "\r=1+1", "line": "\n=1+1", "blank": " =1+1", "wide": "\uff1d1+1",
		"quote": `"=1+1`, "cell": `x",=1+1,"y`, "cell-semicolon": "x;=1+1;y", "link": `=HYPERLINK("http://e.example","x")`, "command": "=cmd|'/c calc'!A0", "hidden-equals": "\u200b=1+1", "apostrophe": "'=1+1",
	} {
		add("formula-"+name, "be reckoned by a spreadsheet", text)
	}
	for name, text := range map[string]string{
		"bibtex-brace": "}, note = {x}", "bibtex-entry": "}\n@misc{evil, title = {x}}", "bibtex-open": "{{{", "latex-input": `\input{/etc/passwd} \write18{x}`, "latex-percent": "100% of # and $ & _ ^ ~",
		"latex-backslash": `\`, "ris-end": "x\nER  - \nTY  - BOOK\nTI  - evil", "ris-return": "x\rER  - \rTY  - BOOK", "ris-separator": "x\u2028TY  - BOOK", "ris-nel": "x\u0085TY  - BOOK",
		"csl-html": "<i>x</i><span style=\"font-variant:small-caps;\">", "json": `","id":"evil","x":"`, "json-line": "\"}\n{\"id\":\"evil\"", "json-escape": `\u001b[2J \x1b \" \\`,
	} {
		add("citation-"+name, "add to, or break, what programs for references read", text)
	}
	for name, text := range map[string]string{
		"toml": "\"\n[keys]\nquit = 'j'\n", "query": `" OR -(`, "list-line": "x\n# y\n", "printf": "%s%n%!d(x)", "template": "{{.}} ${HOME} $(id) `id`", "shell": "'; touch /tmp/attacked; '", "newline": "x\ny", "crlf": "x\r\ny", "tab": "x\ty",
	} {
		add("syntax-"+name, "be taken for what it stands in", text)
	}
}

// names adds what a file system would act on where a text becomes a name.
func names(add func(name, tries, text string)) {
	for i, name := range []string{"../../attacked", `..\..\attacked`, "/tmp/attacked", `C:\attacked`, "~/attacked", "-rf", "--output=attacked", ".", "..", "...", ".hidden", "CON", "nul.txt", "COM1",
		"a:b", "a|b?c*<d>", "a\x00.txt", "trailing.", "trailing ", "a/b", "attacked\x00/../x", strings.Repeat("x", 300), strings.Repeat("é", 300), "%2e%2e%2fattacked", "\u2025/attacked", "\uff0e\uff0e\uff0fattacked", "\\\\host\\share\\attacked", ".git/config", "file.md.part"} {
		add(fmt.Sprintf("name-%02d", i), "write another file than was named", name)
	}
}
