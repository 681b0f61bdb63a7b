package attacks

import (
	"fmt"
	"strings"
)

// Shape is a way in which a text of any size is made that is hard for a careless parser.
type Shape struct {
	Name string
	Of   func(size int) string // a text of about so many bytes
}

// units are what texts repeat: what a parser looks for, begins to look for, or must look past.
var units = []string{
	" ", "\t", "\n", "\r\n", "\u00a0", "x", "X", "é", "0", "1", ".", ",", ":", ";", "-", "_", "=", "*", "#", "/", "\\", "\"", "'", "`", "~", "|", "&", "<", ">", "(", ")", "[", "]", "{", "}", "\u00b6", "\u2019", "\u0301", "\ufffd",
	"()", "[]", "<>", "</", "<!--", "<![CDATA[", "<?", "&#", "&amp", "&amp;", "a ", "A ", "a-", "A.", "a.b", "X X ", "XX ", "xx\n", "- ", "-\n", "\n\n", " \n", "\n ", "word ", "word\n", "WORD ", "Word ", "Word Word, ", "McX ", "of the ", "and ", "de la ", "al-",
	"<a", "<a ", "<a>", "<a b=\"", "<p>", "<pre>", "<div>", "<b><i>", "<table><tr><td>", "<li>", "</p>", "<script>", "<style>", "<textarea>", "<select>", "<svg>", "<font>",
	"OR ", "AND ", "-x ", "a* ", "\"a ", "(a OR ", "id:1 ", "class:>=secret ", "date:2009.. ", "x:y ",
	"1. ", "1. (C) ", "\n1. (C) x", "\n\n1. (C) x", "\n-- ", "\nA. ", "a. ", "(a) ", "(1) ", "1) ", "\u00b61. ", "(C) ", "(C/NF) ", "Summary ", "\nSummary\n-------\n", "Comment: ", "End Summary. ", "\nHEADING\n",
	"REF: ", "\nREF: ", "REF: A. LISBON 1 ", "A. LISBON 1 ", "LISBON 1 ", "09LISBON1 ", "09 LISBON 000001 ", "(ref A) ", "refs A, B and C ", "ref A-B/C ", "para 1 ", "paras 1-9 and ", "reftel ", "septel ", "footnote 1 ", "Document 1 ", "Documents 1-9999 ", "Vol. X, p. 1 ",
	"\nTAGS: PREL ", "PREL, ", "\nSUBJECT: x", "SUBJ ", "\nE.O. 12958: DECL: 01/01/2019 ", "DECL: ", "\nClassified By: A B, ", "reason 1.4 (b) ", "1.4(b), (d) ", "\nFM AMEMBASSY LISBON", "\nTO SECSTATE WASHDC", "\nINFO ", "RUEHC/SECSTATE WASHDC 0001 ", "\nRUEHC/X 1", "\nPAGE 01 LISBON 00001 01 OF 02 011200Z ",
	"LISBON 00000001 002 OF 003 ", "\nLISBON 00000001 002 OF 003\n", "SECTION 01 OF 02 ", "UNCLAS SECTION 01 OF 02 LISBON 000001 ", "\nUNCLAS LISBON 000001", "C O N F I D E N T I A L ", "S E C ", "O 011200Z MAR 09 ", "\nO 011200Z MAR 09\n", "\nVZCZCXRO1\n", "\nDE RUEHLI #0001/01 0010000\n", "\nZNY CCCCC ZZH\n", "\nSIPDIS\n", "\nNNNN\n", "NNN\n", "UNQUOTE ", "\nBEGIN TEXT ", "END TEXT.\n", "PASS TO ",
	"XXXXXXXXXXXX ", "[name removed] ", "[2 lines not declassified] ", "[less than 1 line ", "not declassified ", "(GARBLE) ", "### ", "______ ", "B1 ", "1.4(B),B1 ", "EXCISE ", "(strictly protect) ", "strictly protect ", "...", ". . . ",
	"January 1, 2009 ", "1/2/2009 ", "2009-01-01 ", "011200Z ", "12:30 ", "March ", "the President ", "Minister of the ", "Mr. ", "Dr. Smith ", "J. ", "J.F.K. ", "A/B/C ", "O'B", "Smith, John; ", "Smith and ", "FNU SMITH ", "NATO (", "(NATO) ", "North Atlantic (NATO) ", "SMITH ", "HE SAID THAT MR. SMITH ", "Gen. Al-X ",
	"{\"a\":", "{\"a\":1,", "[1,", "\"\\u0000", "\\\"", "\"\",", "\"a\",\"b\"\n", "\"a\"\"", "\\\n", "\\N\t", "a\tb\t", "- a\n", "  * 1 x\n", "[1](#f1) ", "**a** ", "_a_ ", "1\\. ", "\n---\n", "[matter omitted] ", "* * *\n\n", "1 See Document 2.\n", "\n\n\n\n1. Telegram From the Embassy in X to the Department of StateSource\n\n", "Message Attributes\n", "Draft Date: 01 JAN 1975\n", " Declassified/Released US Department of State EO Systematic Review 30 JUN 2005 \n",
	"Date:2009-01-01 00:00:00\nSource:Embassy X\n", "|a|b|\n", "a    b    c\n", "  1   2   3\n", "a,b;c ", "http://e.example/ ", "a@e.example ", "+1 ", "\x1b", "\x00", "\u202e", "\u4e2d", "\U0001f469", "e\u0301",
}

// distinct are what texts repeat with a number in each that differs.
var distinct = []string{
	"A. LISBON %d ", "\nA%d. LISBON %d", "%02[1]d LISBON %d, ", "\nREF: 09LISBON%d", "09LISBON%d ", "TAG%d, ", "\nTAGS: A%d", "\n%d. (C) x", "(ref A%d) ", "para %d ", "\nLABEL%d: x", "\nTO P%d", "RUEH%d/POST %d ", "\nX%d\n---\n", "Name%d Surname ", "Mr. N%d ", "Minister N%d said. ", "Body%d Council (B%d) ",
	"<a id=\"%d\">", "<p%d>", "</p%d>", "&x%d;", "<div a%d=\"1\">", "\"k%d\":1,", "\"%d\",", "word%d ", "Word%d ", "(%d) ", "[%d](#f%d) ", "%d See Document %d.\n", "Document %d, ", "footnote %d ", "\n%d. Telegram From X to Y\n", "\nPAGE %02d LISBON 00001 01 OF 02 011200Z ", "\nUNCLAS LISBON %06d\n", "[%d lines not declassified] ", "id:%d ", "w%d OR ", "-w%d ", "\n%d.%d x", "\n\n(%d) x", "NAME%d SURNAME%d ", "XXXX%d ", "a%d-b%d ", "B%d ",
}

// Shapes returns the shapes: each unit again and again, with all that repeat in pairs, that nest, and that count.
func Shapes() []Shape {
	var all []Shape
	for _, unit := range units {
		all = append(all, Shape{fmt.Sprintf("%q", unit), func(size int) string { return Repeat(unit, size) }})
	}
	for _, form := range distinct {
		all = append(all, Shape{fmt.Sprintf("%q counted", form), func(size int) string { return Counted(form, size) }})
	}
	for _, pair := range [][2]string{{"(", ")"}, {"[", "]"}, {"<b>", "</b>"}, {"<div>", "</div>"}, {"{\"a\":", "}"}, {"[", "]"}, {"-(", ")"}, {"\"", "\""}, {"<table><tr><td>", "</td></tr></table>"}, {"<a>", "</b>"}, {"(a ", " b)"},
		{"XX ", "yy "}, {" ", "x"}, {"\n", "x"}, {"A. LISBON 1\n", "(ref A) "}, {"<p>", "<b>"}, {"<i>", "<p>"}, {"Word ", "word "}, {"1. ", ")"}, {"-", "\n"}, {"=", "\n"}} {
		all = append(all, Shape{fmt.Sprintf("%q then %q", pair[0], pair[1]), func(size int) string {
			return Repeat(pair[0], size/2) + Repeat(pair[1], size/2)
		}})
	}
	return all
}

// Repeat returns a unit again and again, about size bytes.
func Repeat(unit string, size int) string { return strings.Repeat(unit, max(1, size/len(unit))) }

// Counted returns a form with the number 1, 2, 3 ... in it, about size bytes.
func Counted(form string, size int) string {
	n := strings.Count(form, "%") // some forms have the number twice
	var b strings.Builder
	for i := 1; b.Len() < size; i++ {
		args := []any{i, i}
		fmt.Fprintf(&b, form, args[:min(n, 2)]...)
	}
	return b.String()
}
