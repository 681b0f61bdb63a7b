package synthetic

import (
	"fmt"
	"html"
	"strings"
)

// Page returns the cable as a page of the Cablegate site: two thirds of it are menus.
func (c Cable) Page() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<?xml version='1.0' encoding='utf-8' ?>\n<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Viewing cable %s, %s</title></head>\n<body>\n", c.ID, html.EscapeString(c.Subject))
	for year := 1966; year < 2011; year++ {
		fmt.Fprintf(&b, "<div class='sidebar'><h3>%d</h3>\n", year)
		for month := 1; month <= 12; month++ {
			fmt.Fprintf(&b, "<a href='/date/%d-%02d_0.html'>%02d</a>\n", year, month, month)
		}
		b.WriteString("</div>\n")
	}
	stamp := c.Date.Format("2006-01-02 15:03")
	b.WriteString("<table class='cable'>\n<tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>\n")
	fmt.Fprintf(&b, "<tr><td><a href='/cable/%[1]s.html'>%[1]s</a></td><td>%[2]s</td><td>%[2]s</td><td>%[3]s</td><td>%[4]s</td></tr>\n</table>\n", c.ID, stamp, c.Level, c.Origin)
	b.WriteString("<code><pre>")
	writePre(&b, c.Header)
	b.WriteString("</pre></code>\n<code><pre>")
	writePre(&b, c.Body)
	b.WriteString("</pre></code>\n</body></html>\n")
	return []byte(b.String())
}

// writePre writes lines as the site does: line ends are entities, paragraphs have anchors.
func writePre(b *strings.Builder, lines []string) {
	for i, l := range lines {
		if i > 0 {
			b.WriteString("&#x000A;")
		}
		digits := 0
		for digits < len(l) && l[digits] >= '0' && l[digits] <= '9' {
			digits++
		}
		if digits > 0 && strings.HasPrefix(l[digits:], ". ") {
			fmt.Fprintf(b, "<a id='par%[1]s' href='#par%[1]s'>¶</a>", l[:digits])
		}
		b.WriteString(strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(l))
	}
}
