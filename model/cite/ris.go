package cite

import (
	"fmt"
	"strconv"
	"strings"
)

// RIS returns the citation as a record in the RIS format, with a line end behind it: GEN for a telegram, CHAP for a
// document of an edition. A value is one line, and its runs of blanks are one blank: nothing in it can pass for the tag of
// another line. RIS parts names at commas and has no way to write one that is meant, so that a comma in a name is left
// out. Lines end with "\n", which every program reads that also reads "\r\n".
func (c Citation) RIS(key string) string {
	var b strings.Builder
	tag := func(name, value string) {
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			fmt.Fprintf(&b, "%s  - %s\n", name, value)
		}
	}
	if c.Volume != nil {
		tag("TY", "CHAP")
	} else {
		tag("TY", "GEN")
	}
	tag("ID", key)
	tag("AU", strings.ReplaceAll(c.From, ",", " "))
	tag("TI", c.title())
	if v := c.Volume; v != nil {
		title, series := v.container()
		tag("T2", title)
		tag("T3", series)
		tag("VL", v.Number)
		tag("SE", strconv.Itoa(c.ID.Serial))
	} else {
		tag("M1", c.Number)
		tag("M3", c.genre())
	}
	if year := c.Date.calendarYear(); year > 0 {
		tag("PY", fmt.Sprintf("%04d", year))
	}
	if !c.Date.day.IsZero() {
		tag("DA", c.Date.day.Format("2006/01/02"))
	}
	tag("N1", c.note())
	b.WriteString("ER  - \n")
	return b.String()
}
