package synthetic

import "strings"

// between stand in front of drawn words; what stands twice is twice as frequent.
var between = strings.Split("the |the |the |the |the |of the |of the |of the |in the |in the |to the |to the |on the |for the |and the |that the |by the |from the |"+
	"with the |at the |a |a |a |an early |of |of |of |in |in |to |to |and |and |and |and |for |with |on |as |by |is |is |was |has |has been |had |have |are |were |will |"+
	"would |would not |it |that |that |which |this |its |their |his |be |not |no |but |or |also |more |than |who |after |before |"+
	"|||||||||||||||||||||||||||", "|")

// common are the most frequent words of content, those that cables have most first.
const common = `government minister president said would embassy political security country party national new state public support military people
	meeting officials foreign issues also united states local year international economic police law court trade visit program group report
	including election agreement members assistance information region reported time made against police former senior press media need
	human rights energy development parliament work power oil force forces defense situation post department request comment told noted
	percent million companies company market price prices business investment bank financial budget tax export import farmers food water
	health education university students women children religious muslim church community leader leaders opposition campaign vote votes
	coalition cabinet committee council commission authority agency office director official ambassador deputy general chief counterpart
	delegation talks negotiations treaty convention resolution proposal position response statement speech letter note draft text decision
	policy strategy plan plans project projects process progress reform reforms corruption crime criminal drug drugs border customs port
	airport road railway bridge harbor ship ships vessel aircraft flight training equipment weapons nuclear missile peace conflict war
	attack attacks terrorist terrorism violence threat armed troops army navy operation operations intelligence interview case cases judge
	trial prison prosecutor lawyer investigation evidence document documents visa passport citizen citizens refugees border migration labor
	workers union strike wage employment poverty province district city capital village north south east west regional bilateral mutual
	cooperation relations relationship interest interests concern concerns problem problems question questions answer view views role
	influence pressure effort efforts action actions measure measures step steps result results effect impact change changes increase
	decline growth level number numbers amount share rate figures data source sources contact contacts journalist newspaper television
	radio report reports article story rumor opinion poll survey month week day today yesterday recent recently early late current future
	past long short large small major minor key main important likely possible difficult clear strong weak high low full open free private
	common special joint final first second third next last several many few some most other another same different own each every both
	cold light winter summer storm river lake island coast fish timber cement cotton coffee sugar wheat rice steel coal gas electricity
	telephone internet computer technology science research climate forest land property house housing construction contract tender loan
	debt credit currency reserve reserves fund funds donor donors aid relief emergency earthquake flood drought disease hospital doctor`

// What words and names are made of.
var (
	onsets      = strings.Fields("b br d dr f g gr h j k kl l m n p pl r s st t tr v z ch sh th b d g k l m n p r s t v")
	vowels      = strings.Fields("a e i o u a e i o ai ei ou ia an en in on ar er or al el")
	wordEndings = []string{"", "", "", "s", "ed", "ing", "ion", "al", "ment", "ly", "er"}
	nameEndings = []string{"", "ez", "ov", "sen", "ini", "aki", "man", "ic", "as", "ou", "ra"}
)

var slots = map[string][]string{
	"day":   {"January 14", "February 2", "March 3", "April 19", "May 22", "June 10", "July 8", "August 27", "September 30", "October 5", "November 11", "December 1"},
	"paper": {"the Morning Courier", "El Faro del Sur", "the Harbor Gazette", "the state news agency"},
	"contact": {"a senior official", "a member of the committee", "one banker", "an editor", "our contact", "a trader", "his aide", "Poloff's contact",
		"the desk officer", "an opposition deputy"},
	"role": {"Foreign Minister", "Finance Minister", "the Deputy Prime Minister", "the Interior Ministry"},
}

var tags = []string{"PREL, PGOV, ECON", "PREL PGOV", "PGOV, PHUM, PTER, SNAR", "ECON, ETRD, EFIN, EINV", "PREL, MARR, NATO",
	"SENV, ENRG, TRGY", "OVIP (ALVES, MARINA), PREL", "KDEM, PGOV, SOCI", "EAIR, ECON"}

var subjects = patterns(`{person} on {few}
	Ambassador's meeting with {person}
	{office}: an update on {few}
	Scenesetter for visit of {person} to {city}
	{few} and the {few} of {city}
	{city}: {words}
	{office} and {few}`)

var headings = patterns(`Prospects for the {few}
	Pressure on {office}
	Comment
	The Road Ahead
	What {person} Wants
	{city} and the {few}`)

var sentences = patterns(`{Words}, {words}.
	{Words}, and {words}.
	{Words}; {words}.
	{Words}.
	{Words} {words}, {words}.
	{person} told Poloff on {day} that {words}.
	{person} told Econoff that {words}, but {words}.
	{person} said that {words}, {words}.
	{person} asked whether Washington had an answer to the request in {ref}; the Ambassador said he'd raise it again.
	{person}, who has headed the office since {day}, speaks some English and knows the {few} well.
	"{Words}," {person} said, adding that {words}.
	"We will not be hurried," {person} said, adding that the government's first duty was {words}.
	According to {contact}, {words} ({ref}).
	{person} and {person} don't agree on {words}.
	The {office} remains split over {words}, and few of our contacts expect a vote before {day}.
	In a separate conversation, {contact} was more blunt: {words} is "dead for this year."
	Exports rose by {number} percent in the first half of the year, while reserves fell to USD {number} million.
	Post recommends that the Department {words}, as we argued in {ref}.
	The two sides agreed to meet again in {city}, though no date was set (see {ref}).
	Turning to the {few}, {person} noted that his counterpart in {city} had yet to reply to a letter of {day}.
	There are about {number} such cases in the courts, many of them older than {words}.
	Leaders of {office} deny this -- one called it "a tale for children" -- but the figures bear it out.
	Most of the {number} trucks that cross at the border each week carry {few}, cement, and used tires.
	A visit by {person} to {city} would show that we take the {few} seriously ({id}).
	The press has paid little attention to the {few}; {paper} carried a short note on an inside page.`)
