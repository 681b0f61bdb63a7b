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

// codes are the meanings of exemption codes by the codes without their signs.
var codes = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	eachRow("codes.tsv", func(c [5]string) { m[bareCode(c[0])] = c[1] })
	return m
})

var codeSigns = strings.NewReplacer("(", "", ")", "", " ", "")

// bareCode writes a code in small letters without parentheses and blanks: B7(C), B7c and (b)(7)(C) are one.
func bareCode(code string) string { return strings.ToLower(codeSigns.Replace(code)) }

// renumbered are the beginnings of codes that other orders and years have for the same rules: section 1.5 for 1.4
// and 3.4 for 3.3 before 2003, and the exemptions of papers older than 50 years.
var renumbered = [...][2]string{{"1.5", "1.4"}, {"3.4b", "3.3b"}, {"3.3h", "3.3b"}, {"50x", "25x"}}

// Reason returns the meaning of an exemption code, however it is written: "1.4(b)" or just its letter "b" (E.O. 12958,
// section 1.4), "B6" or "(b)(6)" (Freedom of Information Act), "P5" (Presidential Records Act), "3.3(b)(1)", "25X1";
// "" for an unknown one. What a code has behind the longest one that is known says more of the same: 1.4(b)(1), 25X1A9a.
func Reason(code string) string {
	bare := bareCode(code)
	if len(bare) == 1 {
		bare = "1.4" + bare
	}
	for _, r := range renumbered {
		if rest, ok := strings.CutPrefix(bare, r[0]); ok {
			bare = r[1] + rest
			break
		}
	}
	for ; bare != ""; bare = bare[:len(bare)-1] {
		if meaning, ok := codes()[bare]; ok {
			return meaning
		}
	}
	return ""
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
