package synthetic

import (
	"sort"
	"strings"
)

// post is an office that numbers its own cables. The cities are real, since the parser knows stations by name; what
// is reported from them is not.
type post struct {
	station string // LAPAZ
	words   string // LA PAZ
	city    string // La Paz
	origin  string // Embassy La Paz
	sender  string // AMEMBASSY LA PAZ
	route   string // RUEHLP
	step    int    // how far its serials go on from one cable in the library to the next, at most
	shouts  bool   // writes surnames in capitals
}

// home is where the posts report to.
var home = post{station: "STATE", words: "STATE", origin: "Secretary of State", sender: "SECSTATE WASHDC", route: "RUEHC", step: 40}

// cities have embassies, those with a star consulates. The first ones write most.
const cities = `ANKARA RUEHAK, BAGHDAD RUEHGB, TOKYO RUEHKO, AMMAN RUEHAM, PARIS RUEHFR, KUWAIT RUEHKU, MADRID RUEHMD, LAGOS RUEHOS,
HARARE RUEHSAB, ROME RUEHRO, TEL AVIV RUEHTV, KABUL RUEHBUL, NEW DELHI RUEHNE, BERLIN RUEHRL, CAIRO RUEHEG, ISLAMABAD RUEHIL,
MOSCOW RUEHMO, BEIJING RUEHBJ, LIMA RUEHPE, BOGOTA RUEHBO, JAKARTA RUEHJA, NAIROBI RUEHNR, BEIRUT RUEHLB, COLOMBO RUEHLM,
MANAGUA RUEHMU, CARACAS RUEHCV, LA PAZ RUEHLP, KHARTOUM RUEHKH, THE HAGUE RUEHTC, BRUSSELS RUEHBS, BRASILIA RUEHBR, PRETORIA RUEHSA,
GUATEMALA RUEHGT, MEXICO RUEHME, ABUJA RUEHUJA, BUENOS AIRES RUEHBU, BANGKOK RUEHBK, HANOI RUEHHI, SEOUL RUEHUL, MANILA RUEHML,
PORT AU PRINCE RUEHPU, KATHMANDU RUEHKT, DAMASCUS RUEHDM, SANAA RUEHYN, RIYADH RUEHRH, RABAT RUEHRB, TUNIS RUEHTU, ALGIERS RUEHAS,
*ISTANBUL RUEHIT, *JERUSALEM RUEHJM, *SAO PAULO RUEHSO, *HONG KONG RUEHHK, *MUMBAI RUEHBI, *SHANGHAI RUEHGH, *JEDDAH RUEHJI, *KARACHI RUEHKP,
WARSAW RUEHWR, PRAGUE RUEHPG, SOFIA RUEHSF, BUCHAREST RUEHBM, ATHENS RUEHTH, NICOSIA RUEHNC, VIENNA RUEHVI, BERN RUEHSW,
LISBON RUEHLI, LONDON RUEHLO, OTTAWA RUEHOT, CANBERRA RUEHBY, WELLINGTON RUEHWL, OSLO RUEHNY, STOCKHOLM RUEHSM, HELSINKI RUEHHE,
COPENHAGEN RUEHCP, REYKJAVIK RUEHRK, TALLINN RUEHTL, RIGA RUEHRA, VILNIUS RUEHVL, TBILISI RUEHSI, YEREVAN RUEHYE, BAKU RUEHKB,
ACCRA RUEHAR, DAKAR RUEHDK, ABIDJAN RUEHAB, KAMPALA RUEHKM, LUANDA RUEHLU, LUSAKA RUEHLS, MAPUTO RUEHTO, KIGALI RUEHLGB,
SANTIAGO RUEHSG, QUITO RUEHQT, MONTEVIDEO RUEHMN, ASUNCION RUEHAC, SAN JOSE RUEHSJ, SAN SALVADOR RUEHSN, TEGUCIGALPA RUEHTG, KINGSTON RUEHKG,
ASTANA RUEHTA, TASHKENT RUEHNT, DUSHANBE RUEHDBU, BISHKEK RUEHEK, PHNOM PENH RUEHPF, RANGOON RUEHGO, SINGAPORE RUEHGP, DHAKA RUEHKA,
*GUANGZHOU RUEHGZ, *CHENGDU RUEHCN, *MONTERREY RUEHMC, *GUAYAQUIL RUEHGL, *NAPLES RUEHNP, *CASABLANCA RUEHCL, *RECIFE RUEHRG, *MUNICH RUEHMZ,
ZAGREB RUEHVB, SARAJEVO RUEHVJ, BELGRADE RUEHBW, LJUBLJANA RUEHLJ, BRATISLAVA RUEHSL, BUDAPEST RUEHUP, MINSK RUEHSK, DUBLIN RUEHDL,
DOHA RUEHDO, ABU DHABI RUEHAD, MUSCAT RUEHMS, MALABO RUEHMA, CONAKRY RUEHRY, BAMAKO RUEHBP, GABORONE RUEHOR, WINDHOEK RUEHWD`

// posts are all there are, those that write most first; share is how much each and those before it write, of all.
var posts, share = func() ([]post, []float64) {
	all := []post{home}
	for entry := range strings.SplitSeq(cities, ",") {
		entry, consulate := strings.CutPrefix(strings.TrimSpace(entry), "*")
		at := strings.LastIndexByte(entry, ' ')
		p := post{words: entry[:at], route: entry[at+1:], step: 4, shouts: len(all)%9 == 4}
		p.station = strings.ReplaceAll(p.words, " ", "")
		p.city = title(p.words)
		p.origin, p.sender = "Embassy "+p.city, "AMEMBASSY "+p.words
		if consulate {
			p.origin, p.sender = "Consulate "+p.city, "AMCONSUL "+p.words
		}
		all = append(all, p)
	}
	var shares []float64
	sum := 0.0
	for i := range all {
		sum += 1 / float64(i+12) // the first 3 in 100, half of all by the first 30
		shares = append(shares, sum)
	}
	for i := range shares {
		shares[i] /= sum
	}
	return all, shares
}()

// title writes words in capitals as names are written: "La Paz".
func title(capitals string) string {
	out := []byte(strings.ToLower(capitals))
	for i := range out {
		if i == 0 || out[i-1] == ' ' {
			out[i] = upper(out[i])
		}
	}
	return string(out)
}

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}

// post picks a post by how much it writes.
func (g *Generator) post() int {
	return min(sort.SearchFloat64s(share, g.rand.Float64()), len(posts)-1)
}
