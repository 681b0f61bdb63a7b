package synthetic

import (
	"fmt"
	"strings"
)

// editionPersons is how many people the list of an edition explains.
const editionPersons = 12

// Volume returns documents of an edition in TEI: persons and terms are marked, and explained in lists.
func (g *Generator) Volume(documents int) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="frus1977-80v99">
<teiHeader><fileDesc><titleStmt><title type="complete">A Volume of No Edition</title></titleStmt></fileDesc></teiHeader>
<text><front><div type="section" xml:id="persons"><head>Persons</head><list>
`)
	var persons []person
	for i := range editionPersons {
		p := personOf(uint64(i)) // those whom the first post knows
		persons = append(persons, p)
		fmt.Fprintf(&b, "<item><persName xml:id=\"p_%d\"><hi rend=\"strong\">%s, %s</hi></persName>, adviser</item>\n", i, p.surname, p.given)
	}
	b.WriteString("</list></div></front>\n<body><div type=\"compilation\" xml:id=\"comp1\"><head>Harbors</head>\n")
	for n := 1; n <= documents; n++ {
		g.document(&b, n, persons)
	}
	b.WriteString("</div></body></text></TEI>\n")
	return []byte(b.String())
}

func (g *Generator) document(b *strings.Builder, n int, persons []person) {
	c := g.Next()
	date := c.Date.AddDate(1978-c.Date.Year(), 0, 0)
	iso, day := date.Format("2006-01-02T15:04:00+00:00"), date.Format("January 2, 2006, 1504Z")
	_, city, _ := strings.Cut(c.Origin, " ")
	fmt.Fprintf(b, "<div type=\"document\" subtype=\"historical-document\" n=\"%[1]d\" xml:id=\"d%[1]d\" frus:doc-dateTime-min=\"%[2]s\" frus:doc-dateTime-max=\"%[2]s\">\n", n, iso)
	fmt.Fprintf(b, "<head>%[1]d. Telegram From the Embassy in %[2]s to the Department of State<note n=\"1\" xml:id=\"d%[1]dfn1\" type=\"source\">Source: National Archives, D78%04[3]d. Secret; Immediate; Nodis.</note></head>\n", n, city, c.Serial)
	fmt.Fprintf(b, "<opener><dateline><placeName>%s</placeName>, <date when=\"%s\">%s</date></dateline></opener>\n<p>%d. Subj: %s.</p>\n", city, iso, day, c.Serial, c.Subject)
	for i, text := range c.Text {
		text = strings.NewReplacer("&", "&amp;", "<", "&lt;", "XXXXXXXXXXXX", `[<hi rend="italic">name not declassified</hi>]`).Replace(text)
		for i, p := range persons {
			if at := strings.Index(text, p.surname); at >= 0 {
				text = fmt.Sprintf("%s<persName corresp=\"#p_%d\">%s</persName>%s", text[:at], i, p.surname, text[at+len(p.surname):])
			}
		}
		if i%6 == 3 {
			text += fmt.Sprintf("<note n=\"%[1]d\" xml:id=\"d%[2]dfn%[1]d\">See <ref target=\"#d%[3]d\">Document %[3]d</ref>.</note>", 2+i/6, n, max(1, n-1))
		}
		if i%8 == 5 {
			text += fmt.Sprintf("<pb facs=\"%04d\" n=\"%d\" xml:id=\"pg_%d_%d\"/>", n, n, n, i)
		}
		fmt.Fprintf(b, "<p>%s</p>\n", text)
	}
	fmt.Fprintf(b, "<closer><signed><persName><hi rend=\"strong\">%s</hi></persName></signed></closer>\n</div>\n", persons[g.rand.IntN(len(persons))].surname)
}
