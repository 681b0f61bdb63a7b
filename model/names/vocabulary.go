package names

import "strings"

// Words with a part to play in names, folded.
var (
	// titles stand before a person's name and are no part of it.
	titles = set(`president premier minister secretary general gen lieutenant lt colonel col major maj captain capt
		admiral adm brigadier brig marshal sergeant sgt commander cmdr chief deputy ambassador amb senator sen
		representative rep congressman congresswoman deputy governor gov mayor king queen prince princess emir sultan
		sheikh shaikh shaykh sheik imam ayatollah hojjatoleslam mullah maulana pope cardinal archbishop bishop patriarch
		father reverend rabbi dr doctor professor prof mr mrs ms miss sir lord lady dame baron count judge justice
		prosecutor attorney chancellor speaker chairman chairwoman chair director undersecretary assistant
		commissioner inspector consul charge spokesman spokeswoman spokesperson leader candidate envoy
		advisor adviser counselor counsellor don dona datuk tun
		codel lawyer activist banker businessman oligarch journalist kingpin capo
		commodore corporal constable superintendent nuncio ombudsman
		economist analyst parliamentarian legislator mp coordinator administrator officer liaison
		comandante comrade warlord mufti u daw ustad haji hajji pir mawlawi pastor staffer attache secgen
		senators ministers presidents generals ambassadors deputies lords congressmen captian permrep secdef secstate defmin finmin fonmin primin minster`)

	// abbreviations keep a full stop from ending a sentence.
	abbreviations = set(`gen lt col maj capt adm brig sgt cmdr amb sen rep gov dr prof mr mrs ms jr sr st ft hon rev
		fr msgr pres asst dep min sec mt vs`)

	// heads make a capitalised sequence an organization.
	heads = set(`ministry party bank university cartel group council army navy force forces guard guards corps police
		court congress parliament assembly senate commission committee organization organisation association agency
		institute institution foundation federation confederation union league front movement brigade brigades company
		corporation corp inc ltd bureau office department directorate directorates service services center centre college
		academy church society network board authority fund alliance coalition bloc club airlines airways
		secretariat tribunal command fleet militia industries holdings petroleum syndicate
		chamber consortium gang brotherhood jirga shura politburo`)

	// leading words make an organization of what follows them.
	leading = set(`grupo partido banco universidad movimiento frente ministerio empresa compania federacion asociacion
		instituto corporacion fundacion sindicato parti banque guardia guarda policia ejercito`)

	// placeFirst and placeLast make a place of the words beside them.
	placeFirst = set(`puerto porto foz santa san saint isla islas ciudad mount lake cape fort camp villa cerro nueva wadi jebel`)
	placeLast  = set(`province governorate district county island islands river lake valley mountains peninsula oblast
		region airport bay prefecture canton strait straits desert`)

	// generic words do not make a name of a head word: the Working Group, the Armed Forces.
	generic = set(`working armed security special joint central local new general provincial regional state federal
		government national first second third political opposition ruling main other supreme high task
		staff executive counsel debate kingdom household law head public policy private international foreign interim core contact`)

	// A people's name makes no name of these: the French Ministry.
	vague = set(`ministry group party company service services center bank council committee commission office agency
		union department institute organization authority`)

	// founded and founding words make the name of a body that each country has once.
	founded  = set(`federal national central supreme constitutional royal`)
	founding = set(`police bank court assembly guard congress parliament`)

	// offices of the sender, and persons who go by their office: never names, alone or with a place.
	posts = set(`embassy embassies consulate consulates post amembassy amconsul usmission mission missions congen
		usint usun ait chancery`)

	// groups turn a surname before them into the name of several people.
	groups = set(`brothers brother sisters sister family families clan clans organization organizations organisation
		organisations cartel cartels group groups foundation associates gang gangs network networks tribe tribes
		dynasty sons siblings children house houses`)

	// generations stand behind a person's name.
	generations = set(`jr sr ii iii iv`)

	// prepositions before a place.
	prepositions = set(`in to from at near of outside across around throughout toward towards for via within into`)

	// particles stand in lower case within a person's name.
	particles = set(`al el bin ibn bint abu abd ul de la las los del da das do dos di du van von zu zum der den ter ten ben y e le`)

	// connectors join the words of an organization's name.
	connectors = set(`of for and the on to against in with de del la para`)

	// joining are the connectors that can begin the rest of an organization's name.
	joining = set(`of for on against de del para`)

	// openers begin sentences; they never begin a name.
	openers = set(`the a an this that these those his her its their our your my in on at by for from to with of as if when
		while although though because since until after before during despite however meanwhile moreover furthermore
		but and or nor yet so both either neither each every all some any many most few several no not only even
		according asked among amid under over between through upon without within against about regarding concerning
		it he she they we you i there here who what which where why how one two three four five last next
		also then thus therefore hence nevertheless nonetheless instead indeed finally first second third
		subject comment note begin end summary ref para paras reason classified per once unlike like following former
		current now today yesterday tomorrow recently earlier later turning given noting citing speaking`)

	// prefixes stay with the word that a hyphen ties to them: Inter-American.
	prefixes = set(`inter trans pan non anti pro co ex multi vice`)

	// peoples are called after no place.
	peoples = set(`jewish jew jews muslim muslims islamic christian christians catholic catholics protestant protestants
		orthodox sunni sunnis shia shias shiite shiites hindu hindus buddhist buddhists sikh sikhs druze maronite maronites
		pashtun pashtuns hazara hazaras hutu hutus tutsi tutsis tamil tamils sinhalese zulu roma hispanic hispanics latino
		western eastern northern southern ottoman nazi nazis tory tories zionist marxist maoist bolivarian anglo`)

	// calendar words are no names.
	calendar = set(`january february march april may june july august september october november december
		jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
		mon tue wed thu fri sat sun ramadan adha fitr eid christmas easter nowruz muharram ashura hajj passover`)

	// things are capitals that name no organization: roles, subjects, weapons, units, marks, languages.
	things = set(`poloff poloffs econoff econoffs emboff emboffs polcouns econcouns dcm cda charge amb pao rso datt dao ldo adcm
		pol econ fm pm dfm vfm dpm mp mps das pdas dni natsec exdis limdis nodis notal stadis refdoc sipdis noforn decl
		reftel septel ref refs tags subject end begin nf sbu confidential secret unclas unclassified ceo cfo coo gdp gnp
		fdi vat ngo ngos idp idps io ios ied ieds wmd dto dtos hvt hvts sof fta ftas bit imet fmf tip ipr hiv aids lng
		lpg npt ctbt start salt inf mou moa tor faq eu3 p5 soe soes sme smes tv dvd cd pc uav uavs apc apcs rpg rpgs sam
		sams manpads icbm icbms crbm srbm mrbm irbm heu leu mox uf6 ak est gmt utc usd eur gbp brl afn nsg mtcr asap fyi
		fye fy q1 q2 q3 q4 ii iii iv vi vii viii ix xi xii phd md ba ma jd iq oda esf amcit amcits poc pocs tdy gso eez
		etc aka nfi sep oct nov dec jan feb mar apr jun jul aug rpt ss na tbd cv pep prt prts cwc bwc inl hwc ict ipo
		gps dna ppp qdr nie vip vips pow pows mia gwot ct coin fto ftos oef oif ttip lta cbm cbms nfz usc msg bmd abm
		tcg polad potus chod grpo syg nspd humint sigint thaad sofa cop ghg usdh nco ncos coas awacs unscr unscrs omlt
		omlts`)

	// nations call a country in full, with its name behind them.
	nations = set(`republic kingdom sultanate principality`)

	// workers' offices: a possessive within a name.
	possessives = set(`general people women children worker teacher journalist lawyer student mother farmer
		president minister prince king queen lord prosecutor premier chancellor`)
)

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}

// Endings of words that are seldom names of people: Security, Development, Leadership.
var nounEndings = []string{"tion", "tions", "ment", "ments", "ship", "ness", "ity", "ities", "ism", "ists", "ist", "ance",
	"ence", "ology", "ives", "crat", "crats"}

// hasNounEnding reports whether a folded word ends like a common noun.
func hasNounEnding(w string) bool {
	for _, e := range nounEndings {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
