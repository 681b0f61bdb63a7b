// Package facts holds tables about diplomatic cables that no cable says itself: stations and their
// other spellings, routing indicators, TAGS, misspelt surnames, exemption codes, acronyms.
//
// The tables are embedded as TSV and read when first asked for. NOTICE says where they come from.
package facts

import (
	"embed"
	"strings"
	"sync"
)

//go:embed *.tsv
var files embed.FS

// eachRow calls f with the columns of every row of a table; missing columns are "". The first line
// of a table says what it holds.
func eachRow(name string, f func(c [5]string)) {
	data, err := files.ReadFile(name)
	if err != nil { // only when the program was built without its tables
		panic("facts: " + err.Error())
	}
	_, text, _ := strings.Cut(string(data), "\n")
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		var c [5]string
		for i := range c {
			c[i], line, _ = strings.Cut(line, "\t")
		}
		f(c)
	}
}

// readMap reads a table of two columns.
func readMap(name string) func() map[string]string {
	return sync.OnceValue(func() map[string]string {
		m := map[string]string{}
		eachRow(name, func(c [5]string) { m[c[0]] = c[1] })
		return m
	})
}

var (
	surnames = readMap("surnames.tsv")
	codes    = readMap("codes.tsv")
	routes   = readMap("routes.tsv")
)

// Surname returns the right spelling of a signer's surname, which is given in capitals: FREELEY
// gives FEELEY. A name that is not known to be misspelt comes back as it is (cablemap's table).
func Surname(s string) string {
	if right, ok := surnames()[s]; ok {
		return right
	}
	return s
}

// Reason returns the meaning of an exemption code: "1.4(b)" or just its letter "b" (E.O. 12958,
// section 1.4), "B6" (Freedom of Information Act), "P5" (Presidential Records Act), "3.3(b)(1)";
// "" for an unknown one. Section 1.5 of the years before 2003 has the letters of 1.4.
func Reason(code string) string {
	code = strings.ReplaceAll(code, " ", "")
	if len(code) == 1 {
		code = "1.4(" + strings.ToLower(code) + ")"
	}
	if letters, ok := strings.CutPrefix(code, "1.5"); ok {
		code = "1.4" + letters
	}
	if code != "" && code[0] >= '0' && code[0] <= '9' {
		return codes()[strings.ToLower(code)]
	}
	return codes()[strings.ToUpper(code)]
}

// Route returns the post that a routing indicator stands for: RUEHME gives AMEMBASSY MEXICO CITY;
// "" for an unknown one (Allied Routing Indicator Book ACP 117 of 2010, as cablemap read it).
func Route(indicator string) string { return routes()[strings.ToUpper(indicator)] }

var acronyms = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	eachRow("acronyms.tsv", func(c [5]string) { m[c[0]] = true })
	return m
})

// IsAcronym reports whether a word in capitals is one that a title keeps in capitals: NATO, GOL, US-EU
// (cablemap's list).
func IsAcronym(word string) bool { return acronyms()[word] }
