package synthetic

import "strings"

// post is a fictional embassy with a real city's name, since the parser knows stations by name.
type post struct{ station, words, origin, route string }

var posts = []post{
	{"LISBON", "LISBON", "Embassy Lisbon", "RUEHLI"}, {"ANKARA", "ANKARA", "Embassy Ankara", "RUEHAK"},
	{"NEWDELHI", "NEW DELHI", "Embassy New Delhi", "RUEHNE"}, {"PORTAUPRINCE", "PORT AU PRINCE", "Embassy Port Au Prince", "RUEHPU"},
	{"OSLO", "OSLO", "Embassy Oslo", "RUEHNY"}, {"LAPAZ", "LA PAZ", "Embassy La Paz", "RUEHLP"},
	{"ACCRA", "ACCRA", "Embassy Accra", "RUEHAR"}, {"TBILISI", "TBILISI", "Embassy Tbilisi", "RUEHSI"},
	{"SANTIAGO", "SANTIAGO", "Embassy Santiago", "RUEHSG"}, {"WELLINGTON", "WELLINGTON", "Embassy Wellington", "RUEHWL"},
}

// levels in the proportions of the site's pages.
var levels = []string{"CONFIDENTIAL", "CONFIDENTIAL", "CONFIDENTIAL", "CONFIDENTIAL", "CONFIDENTIAL", "SECRET", "SECRET",
	"SECRET//NOFORN", "CONFIDENTIAL//NOFORN", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", "UNCLASSIFIED"}

var tags = []string{"PREL, PGOV, ECON", "PREL PGOV", "PGOV, PHUM, PTER, SNAR", "ECON, ETRD, EFIN, EINV", "PREL, MARR, NATO",
	"SENV, ENRG, TRGY", "OVIP (ALVES, MARINA), PREL", "KDEM, PGOV, SOCI", "EAIR, ECON"}

var subjects = []string{"{minister} ON {topic}", "AMBASSADOR'S MEETING WITH {minister}", "{topic}: AN UPDATE", "SCENESETTER FOR VISIT OF {person}",
	"{party} AND THE {topic}"}

var headings = []string{"Prospects for the {topic}", "Pressure on {party}", "Comment", "The Road Ahead", "What {minister} Wants"}

var surnames = []string{"Alves", "Berglund", "Castano", "Drummond", "Eriksen", "Ferreira", "Galloway", "Hartwell", "Ibsen", "Jardine"}

// sentences have slots in braces; so have subjects and headings.
var sentences = []string{
	`{person} told Poloff on {day} that the {body} would put off its decision on the {topic} until after the {event}.`,
	`The {body} remains split over the {topic}, and few of our contacts expect a vote before {day}.`,
	`"We will not be hurried," {minister} said, adding that the government's first duty was to {duty}.`,
	`{minister} asked whether Washington had an answer to the request in reftel; the Ambassador said he'd raise it again.`,
	`According to {redacted}, {party} has lost about {number} percent of its members since the {event}.`,
	`The press has paid little attention to the {topic}; {paper} carried a short note on an inside page.`,
	`Embassy contacts in the {body} don't believe that {party} can {duty} without the help of its neighbors.`,
	`In a separate conversation, {redacted} (please protect) was more blunt: the {topic} is "dead for this year."`,
	`Exports rose by {number} percent in the first half of the year, while reserves fell to USD {number} million.`,
	`{person}, who has headed the office since the {event}, speaks some English and knows the {topic} well.`,
	`Post recommends that the Department {duty} before the {event}, as we argued in ref A.`,
	`The two sides agreed to meet again in {city}, though no date was set (see para 3).`,
	`Turning to the {topic}, {minister} noted that his counterpart in {city} had yet to reply to a letter of {day}.`,
	`There are about {number} such cases in the courts, many of them older than the present constitution.`,
	`Leaders of {party} deny this -- one called it "a tale for children" -- but the figures bear it out.`,
	`Most of the {number} trucks that cross at the border each week carry timber, cement, and used tires.`,
	`A visit by {person} to {city} would show that we take the {topic} seriously.`,
}

var slots = map[string][]string{
	"person": {"Marina Alves", "Tomas Berglund", "Rui Castano", "Helen Drummond", "Nils Eriksen", "Paula Ferreira", "Owen Galloway"},
	"minister": {"Foreign Minister Ferreira", "Finance Minister Okafor", "the Deputy Prime Minister", "Interior Minister Lindqvist",
		"Minister of Fisheries Jardine", "the President's chief of staff"},
	"party": {"the Coastal Union", "the Party of the Plain", "the National Accord", "the Lighthouse Front", "the opposition"},
	"body": {"Ministry of Public Works", "parliament's budget committee", "Central Bank", "Council of Mayors", "Harbor Authority",
		"National Bureau of Standards"},
	"topic": {"fisheries agreement", "railway concession", "customs reform", "extradition treaty", "harbor dredging contract",
		"airport security program", "bridge at the border", "electricity tariff"},
	"event":    {"spring elections", "budget debate", "regional summit", "change of government", "floods of last year", "trade fair"},
	"day":      {"January 14", "March 3", "May 22", "July 8", "September 30", "November 11"},
	"city":     {"Lisbon", "Oslo", "Accra", "Santiago", "Wellington", "Ankara", "Tbilisi"},
	"paper":    {"the Morning Courier", "El Faro del Sur", "the Harbor Gazette", "the state news agency"},
	"duty":     {"balance the budget", "keep the harbor open", "send a clear signal", "offer technical help", "reform the customs service"},
	"number":   {"4", "12", "17.5", "38", "60", "140", "2,300"},
	"redacted": {"XXXXXXXXXXXX", "a senior official", "a member of the committee", "one banker", "an editor", "our contact", "a trader", "his aide"},
}

// fill puts words into the slots of a pattern.
func (g *Generator) fill(pattern string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		slot, after, _ := strings.Cut(rest, "}")
		b.WriteString(g.one(slots[slot]))
		pattern = after
	}
}
