package sidebar

import (
	"reftel/model"
	"reftel/model/excerpt"
	"reftel/model/expand"
	"reftel/ui/words"
)

// termGroups lists what the words of a cable stand for, in the order of their first places, and where that is from. Those of
// which nobody knows are left out.
func termGroups(c *model.Cable, terms []expand.Term) []group {
	groups := []group{
		expand.Tags:     {title: "TAGS"},
		expand.Acronyms: {title: "In the text", empty: "none that are known"},
		expand.Handling: {title: "Header and markings"},
	}
	for i := range terms {
		t := &terms[i]
		best, origin, others := words.Meanings(c, *t)
		if best == "" {
			continue
		}
		e := Entry{Text: t.Word, Says: excerpt.FirstWords(best, 2*rowBytes), Note: origin, Count: len(t.Places), Term: t}
		for _, m := range others {
			e.Others = words.Join("; ", e.Others, "or "+excerpt.FirstWords(m.Words, rowBytes)+", "+words.Origin(c, m))
		}
		groups[t.Group].entries = append(groups[t.Group].entries, e)
	}
	return groups
}
