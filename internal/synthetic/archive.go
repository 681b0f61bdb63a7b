package synthetic

import (
	"fmt"
	"strings"
)

// Record returns the cable as a record of the National Archives: a telegram of 1974 in capitals, cut into
// pages by heads and stamps, with the attributes below it.
func (c Cable) Record() []byte {
	const stamp = " Declassified/Released US Department of State EO Systematic Review 30 JUN 2005 \n"
	const pageLines = 42
	level, _, _ := strings.Cut(c.Level, "/")
	date := c.Date.AddDate(1974-c.Date.Year(), 0, 0)
	dtg := strings.ToUpper(date.Format("021504Z"))
	var b strings.Builder
	page := 0
	head := func() {
		page++
		fmt.Fprintf(&b, "%s\n \nPAGE %02d  %s %05d  %s\n \n", level, page, c.Station, c.Serial, dtg)
	}
	fmt.Fprintf(&b, "%s%sMessage Text\n \n", stamp, stamp)
	head()
	fmt.Fprintf(&b, "50\nACTION ARA-10\n \nINFO  OCT-01  SS-14  ISO-00  L-02  NSC-10  /071 W\n                       ---------------------     %06d\n", c.Serial)
	fmt.Fprintf(&b, "R %s %s\nFM AMEMBASSY %s\nTO SECSTATE WASHDC 1871\n \n%s %s %04d\n \n", dtg, strings.ToUpper(date.Format("Jan 06")), c.Station,
		strings.Join(strings.Split(level, ""), " "), c.Station, c.Serial)
	fmt.Fprintf(&b, "E.O. 11652: GDS\nTAGS: PINT, %s\nSUBJ: %s\n \n", "BL", c.Subject)
	line := 0
	for _, text := range c.Text {
		number, words, _ := strings.Cut(text, " ")
		_, words, _ = strings.Cut(words, ") ")
		for _, l := range append(wrap(nil, strings.ToUpper(number+" "+words), 64), " ") {
			if line++; line%pageLines == 0 {
				fmt.Fprintf(&b, "%s\n \n", level)
				head()
			}
			if line%(2*pageLines) == pageLines/2 {
				b.WriteString(stamp + stamp)
			}
			b.WriteString(strings.TrimRight(l, " ") + "\n")
		}
	}
	fmt.Fprintf(&b, "STEDMAN\n \n \n%s\n \n \n \n \nNNN\n \n%s%sMessage Attributes\n", level, stamp, stamp)
	for _, a := range attributes {
		fmt.Fprintf(&b, "%s: n/a\n", a)
	}
	fmt.Fprintf(&b, "Document Number: 1974%s%05d\nDraft Date: %s\nFrom: %s\nOriginal Classification: %s\nSubject: %s\nTAGS: PINT, BL, US\nTo: STATE\nType: TE\nMarkings: %s",
		c.Station[:min(len(c.Station), 6)], c.Serial, strings.ToUpper(date.Format("02 Jan 2006")), c.Station, level, c.Subject, stamp)
	return []byte(b.String())
}

var attributes = []string{"Automatic Decaptioning", "Capture Date", "Channel Indicators", "Current Classification", "Concepts", "Control Number",
	"Copy", "Decaption Date", "Decaption Note", "Disposition Action", "Disposition Authority", "Disposition Comment", "Disposition Date",
	"Document Source", "Document Unique ID", "Drafter", "Enclosure", "Executive Order", "Errors", "Film Number", "Handling Restrictions",
	"Image Path", "Legacy Key", "Line Count", "Locator", "Office", "Page Count", "Previous Classification", "Reference", "Review Action",
	"Review Authority", "Review Comment", "Review Date", "Review Exemptions", "Review History", "Review Markings", "Secure", "Status"}
