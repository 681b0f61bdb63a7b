package cite

import (
	"fmt"
	"strconv"
	"strings"
)

// BibTeX returns the citation as an entry for BibTeX and BibLaTeX, with a line end behind it: @misc for a telegram,
// @incollection for a document of an edition. Titles and names stand in double braces, so that no style changes their
// capitals or takes them apart. Characters beyond ASCII are written as they are, in UTF-8.
func (c Citation) BibTeX(key string) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, ",\n  %s = {%s}", name, value)
		}
	}
	whole := func(name, value string) {
		if value != "" {
			field(name, "{"+latex(value)+"}")
		}
	}
	kind := "misc"
	if c.Volume != nil {
		kind = "incollection"
	}
	fmt.Fprintf(&b, "@%s{%s", kind, key)
	whole("author", c.From)
	whole("title", c.title())
	if v := c.Volume; v != nil {
		title, series := v.container()
		whole("booktitle", title)
		whole("series", series)
		field("volume", latex(v.Number))
		field("chapter", strconv.Itoa(c.ID.Serial))
	} else {
		field("howpublished", latex(c.genre()))
		field("number", latex(c.Number))
	}
	if year := c.Date.calendarYear(); year > 0 {
		field("year", fmt.Sprintf("%04d", year))
	}
	if day := c.Date.day; !day.IsZero() {
		fmt.Fprintf(&b, ",\n  month = %s", strings.ToLower(day.Format("Jan"))) // a word that BibTeX knows in every language
		field("date", day.Format("2006-01-02"))
	}
	field("note", latex(c.note()))
	b.WriteString("\n}\n")
	return b.String()
}

// latexSigns are the characters that LaTeX or BibTeX would act on. BibTeX counts braces also behind a backslash, so a
// brace becomes a command. Two hyphens, commas or apostrophes would be drawn into one sign.
var latexSigns = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`,
	`$`, `\$`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\_`, `^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`,
	`<`, `\textless{}`, `>`, `\textgreater{}`, `|`, `\textbar{}`, "`", `\textasciigrave{}`,
	`--`, `-{}-{}`, `,,`, `,{},{}`, `''`, `'{}'{}`,
)

// latex escapes a text, so that LaTeX sets it as it is.
func latex(s string) string { return latexSigns.Replace(s) }
