package names

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"reftel/model/match"
	"reftel/model/names/lookup"
)

// beforeTitles are typed in front of a title, or for one.
const beforeTitles = `prime vice crown former late ex his her excellency majesty highness foreign pres pm fm`

//go:embed renamed.txt
var renamedFile string

// knownForLookup is what lookups know before any cable is read.
var knownForLookup = sync.OnceValue(func() *lookup.Vocabulary {
	v := &lookup.Vocabulary{Titles: maps.Clone(titles), Small: map[string]bool{}, Others: map[string][]string{}}
	maps.Copy(v.Small, particles)
	maps.Copy(v.Small, connectors)
	maps.Copy(v.Titles, set(beforeTitles))
	for _, table := range []string{placesFile, organizationsFile, renamedFile} {
		lines(table, func(line string) { otherNames(line, v.Others) })
	}
	v.Sorted = slices.Sorted(maps.Keys(v.Others))
	return v
})

// otherNames reads a line of the form "Name = name; name ~ people".
func otherNames(line string, into map[string][]string) {
	line, _, _ = strings.Cut(line, " ~ ")
	name, others, _ := strings.Cut(line, " = ")
	var all []string
	for _, spelling := range append([]string{name}, strings.Split(others, "; ")...) {
		if folded := match.Fold(spelling); folded != "" && !slices.Contains(all, folded) {
			all = append(all, folded)
		}
	}
	for _, a := range all {
		for _, b := range all {
			if a != b && !slices.Contains(into[a], b) {
				into[a] = append(into[a], b)
			}
		}
	}
}
