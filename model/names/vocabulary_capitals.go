package names

// Words with a part to play in texts in capitals alone, folded.
var (
	// capitalTitles are titles by their abbreviations, and those that are too common in small letters to be asked there.
	capitalTitles = set(`fonmin minfin mindef mininterior depfonmin defmin finmin formin primin promin intmin agmin labmin depprimin secgen depsecgen syg dsyg undsec
		undersec asstsec depsec depassec permrep deprep rep reps congressmen congresswoman shah sultan emperor empress
		amir crown premier counselor counsellor poloff econoff emboff conoff polcouns polcoun econcouns econcoun poloffs
		polcon emboffs conoffs consoff deptoff desk dirgen presidente dictator author journalist editor publisher correspondent columnist critic
		engineer lawyer attorney physician scientist official officials figure representative representatives delegate member spokesmen
		successor predecessor wife son brother father daughter colleague comrade vicepresident viceminister permsec
		capitan coronel teniente almirante licenciado lic ing mme mlle monsieur herr frau signor senor senora sra
		tengku tunku datu sayyid sayed seyyid sheik haj pasha bey pacha effendi mgr monsignor fr bros mssrs messrs
		vp pm amb chmn vicechairman cochairman chargee charges consuls maverick owner manager technician reporter foreman citizen
		head chief dissident negotiator ideologue activist deputies ministers amcit interlocutor wing newsman banker`)

	// officeHeads end the name of an organization.
	officeHeads = set(`ministry dept department party bank university council cncl army navy court congress parliament assembly
		senate commission committee cmte subcommittee organization organisation association assn agency institute institution foundation
		federation confederation union league front company corporation corp bureau directorate academy society board authority
		alliance coalition club secretariat tribunal command chamber fleet service institut conference cabinet junta
		embassy consulate squadron division battalion regiment brigade movement fund politburo presidium brotherhood
		college school hospital center centre office church guard corps bundesrat community legislature laboratory delegation police`)

	// vagueHeads make a name with a demonym or a general word only when more stands there.
	vagueHeads = set(`party union unions force forces service group cabinet junta embassy consulate team mission company bank newspaper daily
		weekly office community church college school hospital center centre administration police delegation court council
		committee commission movement front command conference agency authority board brigade club corporation organization
		association legislature institute institution university department society`)

	// weakHeads make a name only with words that say which one it is: COBALT COMPANY, not OIL COMPANY.
	weakHeads = set(`company union movement office school college hospital center centre service newspaper group conference church club
		project community coalition brotherhood`)

	// vagueOf are heads that have whoever they belong to behind them.
	vagueOf = set(`authority administration community`)

	// localHeads make no name with a place alone: LONDON AUTHORITY.
	localHeads = set(`authority`)

	// works are what authorities run.
	works = set(`aviation port ports airports water power energy electricity monetary railway transport housing broadcasting shipping
		development`)

	// roles of parties are no part of their names.
	roles = set(`ruling opposition main`)

	// loose heads say nothing before another.
	loose = set(`authority office community movement command conference group service junta union`)

	// occupations unite.
	occupations = set(`teachers miners pilots students farmers dockers dockworkers seamen metalworkers journalists writers doctors lawyers
		engineers physicians professors drivers truckers stevedores longshoremen sailors printers artists employers peasants
		bankers manufacturers exporters importers growers planters producers merchants railwaymen`)

	// services are armed, and have forces.
	services = set(`armed naval air ground land defense defence security police peacekeeping expeditionary`)

	// sides of a river stand before its bank.
	sides = set(`east west north south eastern western northern southern left right far near`)

	// portfolioHeads have their subject behind them.
	portfolioHeads = set(`ministry dept department bank university council committee subcommittee commission institute organization organisation
		association federation confederation union board bureau agency office chamber academy league society secretariat court
		conference directorate front bank school college house fund community junta assembly authority administration
		congress presidium movement laboratory`)

	// named words have a name behind them.
	named = set(`hotel radio voice`)

	// meetings are heads of what takes place.
	meetings = set(`conference congress summit`)

	// singleBodies go by one word, articled ones behind THE alone.
	singleBodies = set(`congress senate commonwealth navy treasury chancellery politburo`)
	articled     = set(`navy chancellery`)

	// indefinite words stand before any one of a sort.
	indefinite = set(`a an each any every another no such some`)

	// holders and their like stand before a congress that is a meeting.
	holders = set(`its their his annual next last previous first second third party national special extraordinary upcoming
		forthcoming recent world biennial trade union founding`)

	// securities are what a treasury sells.
	securities = set(`bill bills bond bonds note notes certificates securities`)

	// bodyWords stand in names of organizations before the head, and say which one it is.
	bodyWords = set(`foreign defense defence justice interior agriculture commerce labor labour communist socialist democratic republican
		liberal conservative christian social workers peoples people popular revolutionary radical progressive nationalist
		independence liberation patriotic islamic moslem muslim catholic orthodox security economic monetary development
		trade commodity credit export import electricity energy atomic nuclear arms disarmament central supreme constituent legislative
		federal agricultural industrial commercial fishery fisheries shipowners farmers teachers students women youth
		human rights environment environmental maritime consultative planning finance treasury health education transport
		transportation railway railroad rail air naval intelligence communications information broadcasting postal
		aviation aeronautics space science sciences research technology technical standards immigration naturalization customs
		war peace relief refugees disaster drug narcotics enforcement food poultry livestock sugar coffee tea cocoa tin
		copper oil petroleum gas coal steel cotton rice wheat grain shipping port ports water power housing works welfare
		tourism culture cultural sports olympic red cross constitutional appeals executive permanent unity national
		state reserve savings investment investments mutual insurance steering preparatory secretariat fiscal affairs
		radical center centre centrist national front rotary lions chamber general confederation trades pilots dockers
		military armed metalworkers seamen miners nationalities planning inter governmental intergovernmental multilateral
		medical dental veterinary nursing physical physics geological geographical geographic historical mathematical meteorological
		hydrographic engineering polytechnic agronomic aerospace economics judiciary appropriations relations mixed criminal
		investigation investigative los mbfr csce salt
		administrative provisional elections electoral election redemption salvation reconciliation reconstruction rehabilitation
		marketing trading tourist press bar iron electric telephone telegraph telecommunications mineral minerals mining livestock
		meat dairy fruit banana cacao jute rubber nitrate phosphate bauxite aluminum motor automobile airports credentials
		trusteeship budgetary budget legal juridical ideological scientific educational literary archives rural urban
		municipal metropolitan territorial frontier border boundary refugee veterans lawyers doctors physicians engineers
		architects bankers manufacturers exporters importers growers planters producers consumers cooperative cooperatives
		peasants peasant landowners merchants drivers truckers stevedores longshoremen sailors printers artists writers
		journalists professors professional employers traders dockworkers price prices wage wages arbitration conciliation
		mediation vigilance audit census freedom strategic royal episcopal tripartite quadripartite bilateral
		migration forest regulatory supervisory advisory registration licensing marine`)

	// generalWords may stand among them, and say nothing alone.
	generalWords = set(`joint special high higher main ruling opposition political working international world regional provincial local
		united independent free north south east west northern southern eastern western first second third
		fourth fifth sixth seventh eighth ninth tenth infantry armored armoured airborne mechanized mountain parachute cavalry artillery
		permanent standing ad hoc interim civil public united latin american`)

	// ordinals number committees and units.
	ordinals = set(`first second third fourth fifth sixth seventh eighth ninth tenth`)
	units    = set(`army fleet corps division brigade regiment battalion squadron`)

	// portfolios are what ministries and their like are for.
	portfolios = set(`affairs foreign external internal defense defence interior justice finance agriculture economy economics commerce trade
		industry industries labor labour health education culture information transport transportation communications energy mines
		petroleum planning development cooperation tourism housing works welfare fisheries forestry forests stock livestock
		environment natural resources science sciences technology aviation posts telegraphs telecommunications war navy air
		marine security home justice supply shipping industrial economic social public religious youth sports immigration
		employment power water irrigation lands land local rural representatives deputies commons lords nationalities
		ministers states nations europe america africa asia human rights disarmament international monetary atomic
		narcotics refugees tariffs research hydrocarbons commercial relations treasury budget statistics customs
		workers students teachers employers women journalists engineers lawyers churches trade unions farmers foods drugs
		parliament elders chiefs state national people political parties law sea peace oceans scientific poultry
		rivers railways roads ports salaries work conditions statutory body employees food overseas aid investment
		urban appeals inquiry supervision control arms sugar coffee cocoa arbitration physics chemistry mathematics biology
		geology medicine engineering pure applied studies diseases abuse financing stabilization prevention training strategic
		heavy light medium mineral minerals government forces chambers governors directors trustees territorial renewal progress
		democracy freedom independence liberation salvation reconciliation unity bishops mayors municipalities writers artists musicians`)

	// officeLinks stand between a title and its office.
	officeLinks = set(`of for to`)

	// bodyPeople are those who belong to an organization.
	bodyPeople = set(`official officials rep reps representative representatives member members delegation delegations del dels delegate delegates
		leader leaders leadership chairman secretariat spokesman spokesmen employees workers staff headquarters
		hqs councils council committee meeting personnel director directors general secretary deputies congress
		militants supporters guerrillas forces troops central executive office offices members leadership`)

	// bodyNouns stand before the name of a body.
	bodyNouns = set(`newspaper daily weekly publication magazine journal paper company firm union party movement group airline organization
		agency faction consortium subsidiary conglomerate cartel contractor confederation federation`)

	// carriers are the lines that are companies.
	carriers = set(`shipping steamship cruise tanker bus air`)

	// pressPeople and what they write stand behind the name of a newspaper.
	pressPeople = set(`editor editors editorial editorials editorialist publisher columnist correspondent correspondents reporter reporters
		newsman newsmen headline headlines`)

	// printed matter stands in a newspaper.
	printed = set(`published appeared printed reprinted serialized article articles editorial editorials column columns item items story
		stories headline headlines advertisement advertisements cartoon`)

	// ruling words stand behind whoever rules, or whose it is.
	ruling = set(`government govt regime administration cabinet dictatorship presidency junta coup faction plan doctrine scheme letter speech`)

	// encounters are what two people have.
	encounters = set(`meeting meetings talks summit conversation conversations exchange discussion discussions correspondence lunch dinner agreement
		communique pact rivalry feud split dispute`)

	// causes are what parties are for.
	causes = set(`communist socialist democratic republican liberal conservative christian social workers peoples people popular revolutionary
		radical progressive nationalist independence liberation patriotic islamic moslem muslim catholic labor labour justice
		unity national center centre centrist front freedom salvation redemption reconciliation constitutional peasants peasant
		farmers agricultural security peace united independence federal women orthodox`)

	// ideologies stand before parties and unions.
	ideologies = set(`socialist communist christian democratic liberal conservative leftist rightist centrist marxist maoist trotskyite opposition
		moderate radical nationalist moslem catholic pro-government`)

	// placeWords stand before the name of a place, as a noun.
	placeWords = set(`city town village province river island islands lake gulf port harbor valley district region state isle airport bay`)

	// speaking verbs stand behind whoever says something.
	speaking = set(`said told stated added replied asked remarked noted commented responded observed explained expressed indicated stressed emphasized
		agreed thought believed felt argued claimed mentioned suggested asserted insisted complained admitted concluded
		declared continued repeated reiterated answered acknowledged opined confirmed denied recalled warned urged
		characterized described volunteered inquired wondered pointed interjected maintained says feels believes thinks
		wants wanted doubted assured reported promised speculated professed voiced advised informed conceded`)

	// acting verbs stand behind people more than behind things.
	acting = set(`has had was is will would met arrived left returned went visited called came took made appeared seemed seems gave received
		resigned attended spoke took did does knows knew himself hopes hoped planned intends intended signed himself who
		also then accompanied handed`)

	// spokenTo stand before whoever is spoken to.
	spokenTo = set(`told asked informed saw met advised assured thanked visited urged invited contacted approached interviewed accompanied
		according succeeded replaced named appointed`)

	// syllables begin words that a line end broke.
	syllables = set(`con com dis pre pro per sub sup ad ac af al im il ir ex en em de di re mis non pos ter tra tri ver
		tion sion ment ing ings ance ence able`)

	// functionWords run together with others.
	functionWords = set(`a an and as at be by for from had has have he her his if in is it no not of on or our she so that the their they
		this to was we were will with would which who are been but could should`)
)
