package names

import (
	"cmp"
	"slices"
	"strings"

	"reftel/model"
	"reftel/model/match"
)

// Gathered is what some cables say of one name: of what [groupKey] takes for one. It doesn't depend on the order of the
// cables.
type Gathered struct {
	Key      string   // of the group, its kind in front
	Forms    []string // as written; the fullest first once tidied, none twice
	Title    string   // the name as the source gives it: it goes before all written forms
	Volume   string   // of the editors' key that made the group
	Alone    bool     // a surname that may be several people's
	Cables   int
	Mentions int
	Spoken   []int // mentions in each of the forms, of what one cable says alone
	Years    Years
}

// Gather returns what one cable says of its names, each once.
func Gather(c *model.Cable) []Gathered {
	var out []Gathered
	at := make(map[string]int, len(c.Names)) // places in out, by key
	for _, n := range c.Names {
		if n.Name == "" {
			continue
		}
		k, alone := groupKey(n, c)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, Gathered{Key: k, Alone: alone, Cables: 1})
		}
		out[i].take(n, c)
	}
	return out
}

// take adds what a cable says; the forms are tidied later.
func (g *Gathered) take(n model.Name, c *model.Cable) {
	if n.Key != "" && c.ID.IsDocument() && n.Kind != model.Term {
		g.Volume = c.ID.Volume
	}
	if n.Origin != "" && (g.Title == "" || fuller(n.Name, g.Title)) {
		g.Title = oneLine(n.Name)
	}
	for _, form := range n.Forms {
		g.form(form)
	}
	g.form(n.Name)
	g.spoken(n, c)
	g.Mentions += len(n.Mentions)
	g.Years.Add(yearOf(c))
}

// yearOf returns the year of a cable, 0 if it has no date.
func yearOf(c *model.Cable) int {
	if c.Date.IsZero() {
		return 0
	}
	return c.Date.UTC().Year()
}

// longest is how many bytes of a key or a form are told apart.
const longest = 400

func (g *Gathered) form(form string) {
	form = oneLine(form)
	if form != "" && !slices.Contains(g.Forms, form) {
		g.Forms = append(g.Forms, form)
	}
}

// oneLine returns a short text as a line: what is too long is cut, between two letters.
func oneLine(s string) string {
	if len(s) > longest {
		s = strings.ToValidUTF8(s[:longest], "")
	}
	if strings.ContainsAny(s, "\x00\n") {
		s = strings.NewReplacer("\x00", " ", "\n", " ").Replace(s)
	}
	return s
}

// Join adds what other cables say of the same name, or of one that turned out to be the same.
func (g *Gathered) Join(o Gathered) {
	if o.Title != "" && (g.Title == "" || fuller(o.Title, g.Title)) {
		g.Title = o.Title
	}
	for _, form := range o.Forms {
		g.form(form)
	}
	g.Cables += o.Cables
	g.Mentions += o.Mentions
	g.Years.join(o.Years)
}

// kind is that of the name.
func (g *Gathered) kind() model.NameKind {
	kind, _, _ := strings.Cut(g.Key, " ")
	return model.NameKind(kind)
}

// called is the name as the source gives it, else the fullest form. The forms are tidied.
func (g *Gathered) called() string {
	if g.Title != "" || len(g.Forms) == 0 {
		return g.Title
	}
	return g.Forms[0]
}

// shown returns the forms with what it is called in front. The forms are tidied.
func (g *Gathered) shown() []string {
	forms, name := slices.Clone(g.Forms), g.called()
	if i := slices.Index(forms, name); i >= 0 {
		forms = slices.Delete(forms, i, i+1)
	}
	return slices.Insert(forms, 0, name)
}

// tidy puts the fullest form first, and keeps one of those that differ in case and accents alone.
func (g *Gathered) tidy() {
	if len(g.Forms) < 2 {
		return
	}
	type written struct{ form, folded string }
	all := make([]written, len(g.Forms))
	for i, form := range g.Forms {
		all[i] = written{form, match.Fold(form)}
	}
	slices.SortFunc(all, func(a, b written) int {
		switch {
		case longer(a.folded, b.folded):
			return -1
		case longer(b.folded, a.folded):
			return 1
		}
		return cmp.Or(strings.Compare(a.folded, b.folded), strings.Compare(b.form, a.form)) // small letters and accents are behind capitals
	})
	all = slices.CompactFunc(all, func(a, b written) bool { return a.folded == b.folded })
	g.Forms = make([]string, len(all))
	for i, w := range all {
		g.Forms[i] = w.form
	}
}

// fuller reports whether a form is to be preferred to another, as tidy prefers it.
func fuller(a, b string) bool {
	g := Gathered{Forms: []string{b, a}}
	if match.Fold(a) == match.Fold(b) {
		return a > b
	}
	g.tidy()
	return g.Forms[0] == a
}
