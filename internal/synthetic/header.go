package synthetic

import (
	"fmt"
	"strings"
)

// Of all headers one in five is the sentence of a partial extract, and older ones begin with the date-time group.
const (
	extract      = "This record is a partial extract of the original cable. The full text of the original cable is not available. "
	typewritten  = 1995 // before this year cables are in capitals and their headers begin late
	extracts     = 5
	mostReceived = 8
)

func (c *Cable) isOld() bool { return c.Date.Year() < typewritten }

func (c *Cable) isExtract() bool { return len(c.Header) == 1 }

// header writes the transmission lines.
func (g *Generator) header(c *Cable, p *post) {
	if g.chance(extracts) {
		c.Header = []string{extract}
		return
	}
	precedence := g.one([]string{"P", "R", "P R", "O", "O P", "R"})
	dtg := strings.ToUpper(c.Date.Format("021504Z Jan 06"))
	if !c.isOld() {
		prosign := "ZNY CCCCC ZZH"
		switch c.Level[0] {
		case 'S':
			prosign = "ZNY SSSSS ZZH"
		case 'U':
			prosign = "ZNR UUUUU ZZH"
		}
		c.Header = append(c.Header, fmt.Sprintf("VZCZCXRO%04d", g.rand.IntN(10000)),
			strings.Repeat(precedence[:1], 2)+" RUEHAB RUEHCD RUEHEF",
			fmt.Sprintf("DE %s #%04d/01 %03d%s", p.route, c.Serial%10000, c.Date.YearDay(), c.Date.Format("1504")), prosign)
	}
	c.Header = append(c.Header, precedence+" "+dtg, "FM "+p.sender)
	if to := g.receiver(); p.station == home.station {
		c.Header = append(c.Header, "TO "+to)
	} else {
		c.Header = append(c.Header, fmt.Sprintf("TO %s/%s PRIORITY %04d", home.route, home.sender, g.rand.IntN(10000)))
	}
	if c.isOld() {
		return
	}
	c.Header = append(c.Header, "INFO RUEHZZ/ALL POSTS COLLECTIVE PRIORITY")
	for range g.rand.IntN(mostReceived) {
		c.Header = append(c.Header, g.receiver())
	}
}

// receiver writes an addressee.
func (g *Generator) receiver() string {
	to := posts[1+g.rand.IntN(len(posts)-1)]
	return fmt.Sprintf("%s/%s %04d", to.route, to.sender, g.rand.IntN(10000))
}
