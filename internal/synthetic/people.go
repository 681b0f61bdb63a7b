package synthetic

import "strings"

// person is somebody who is named in cables. He comes from a number, so that the same one can be met again.
type person struct {
	role, given, surname string
}

// regulars is how many people a post names again and again, the first ones most.
const regulars = 800

// someone picks a person: two in three times one of those that the post knows.
func (g *Generator) someone(p int) person {
	if g.rand.IntN(3) > 0 {
		u := g.rand.Float64()
		return personOf(uint64(p)<<32 | uint64(u*u*u*regulars))
	}
	return personOf(g.rand.Uint64())
}

// Person returns the full name of a person, one for each number: of a million some are the same.
func Person(number uint64) string {
	p := personOf(number)
	return p.given + " " + p.surname
}

func personOf(number uint64) person {
	h := number * 0x9E3779B97F4A7C15 // spreads numbers that lie side by side
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 32
	family := words().families
	p := person{role: roles[h>>56%uint64(len(roles))], given: givenNames[h>>40%uint64(len(givenNames))], surname: family[h%uint64(len(family))]}
	if h>>20%8 == 0 {
		p.surname += " " + family[h>>8%uint64(len(family))] // filed under the first
	}
	return p
}

// cast are the people and offices that a cable names.
type cast struct {
	people  []person
	named   []bool // somewhere before
	offices []office
	told    []bool // what their letters stand for
	shouts  bool
}

func (c *cast) begin(g *Generator, p int) {
	c.people, c.named, c.offices, c.told = c.people[:0], c.named[:0], c.offices[:0], c.told[:0]
	c.shouts = posts[p].shouts
	for range 2 + g.rand.IntN(6) {
		c.people, c.named = append(c.people, g.someone(p)), append(c.named, false)
	}
	for range 1 + g.rand.IntN(3) {
		c.offices, c.told = append(c.offices, officeOf(g, p)), append(c.told, false)
	}
}

// person writes one of the people: with role and full name at first, then by surname alone or with the role.
func (c *cast) person(g *Generator, b []byte) []byte {
	i := g.rand.IntN(len(c.people))
	p, surname := c.people[i], c.people[i].surname
	if c.shouts {
		surname = strings.ToUpper(surname)
	}
	before := c.named[i]
	c.named[i] = true
	switch n := g.rand.IntN(8); {
	case before && n < 5:
		return append(b, surname...)
	case before && n < 7, n == 0:
		return append(append(append(b, p.role...), ' '), surname...)
	case n < 4:
		b = append(append(b, p.role...), ' ')
	}
	b = append(append(append(b, p.given...), ' '), surname...)
	if !before && g.chance(60) {
		b = append(b, " (please protect)"...)
	}
	return b
}

// office is an organization and the letters it goes by.
type office struct{ name, letters string }

// officeOf picks one that the post knows.
func officeOf(g *Generator, p int) office {
	h := uint64(p)*31 + uint64(g.rand.IntN(40))
	pattern := officeNames[h%uint64(len(officeNames))]
	name := strings.Replace(pattern, "*", officeThings[h>>2%uint64(len(officeThings))], 1)
	var letters strings.Builder
	for word := range strings.FieldsSeq(name) {
		if word != "of" && word != "for" {
			letters.WriteByte(word[0])
		}
	}
	return office{name, letters.String()}
}

// office writes one of the organizations: its name and letters at first, then one of them.
func (c *cast) office(g *Generator, b []byte) []byte {
	i := g.rand.IntN(len(c.offices))
	o := c.offices[i]
	if !c.told[i] {
		c.told[i] = true
		return append(append(append(append(b, o.name...), " ("...), o.letters...), ')')
	}
	if g.chance(3) {
		return append(b, o.name...)
	}
	return append(b, o.letters...)
}

var (
	roles = []string{"Foreign Minister", "Finance Minister", "Deputy Foreign Minister", "Interior Minister", "Prime Minister", "President",
		"Ambassador", "General", "Governor", "Senator", "Professor", "Judge", "Director", "Minister of Defense", "Dr.", "Mr.", "Ms.", "Colonel"}

	givenNames = strings.Fields(`Marina Tomas Rui Helen Nils Paula Owen Adem Aisha Akira Alain Alvaro Amina Anatol Andrei Anders Antonio Arturo
		Asif Aziz Beatriz Bogdan Boris Carlos Carmen Cecilia Chandra Claudia Daniel David Denis Diego Dmitri Eduardo Elena Elias Emeka Emil
		Enrique Erik Eva Fatima Felipe Fernando Francois Gabriel Genaro George Gerard Giorgi Gustavo Hamid Hans Hassan Hector Henrik Ibrahim
		Igor Ingrid Irina Ivan Jakob James Javier Jean Jorge Jose Joseph Juan Julia Kamal Karim Karl Kenji Khalid Kofi Lars Laszlo Laura Leila
		Lucia Luis Magnus Mahmoud Manuel Maria Mario Marta Martin Mehmet Michael Miguel Mikhail Milan Mohamed Monica Musa Mustafa Nadia Natalia
		Nikolai Nikos Olga Omar Oscar Pablo Pavel Pedro Peter Petra Pierre Rachel Rafael Rahul Ramon Rashid Ricardo Robert Roberto Rosa Said
		Salim Samir Samuel Sanjay Sara Sergei Simon Sofia Stefan Susan Tamara Tariq Teresa Viktor Vladimir Walid Yasmin Yuri Yusuf Zoran`)

	officeNames  = []string{"Ministry of *", "National * Authority", "* Party", "* Commission", "Union of * Workers", "Council for *", "Central * Bureau"}
	officeThings = []string{"Fisheries", "Railway", "Harbor", "Customs", "Labor", "Energy", "Reform", "Water", "Justice", "Transport", "Trade", "Forestry"}
)
