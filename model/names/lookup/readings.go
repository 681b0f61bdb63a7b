package lookup

import (
	"slices"
	"sort"
	"strings"

	"reftel/model/names/spelling"
)

// readings are how the words of a table may sound, in the order of their skeletons.
type readings struct {
	text string
	at   []uint32 // where a reading begins in text; one more for the end
	word []uint32 // whose it is
}

func newReadings(t *table) *readings {
	type reading struct {
		skeleton, sound string
		word            uint32
	}
	var all []reading
	size := 0
	for i := range t.len() {
		for _, sound := range spelling.Readings(t.word(i), true) {
			all = append(all, reading{spelling.Skeleton(sound), sound, uint32(i)})
			size += len(sound)
		}
	}
	slices.SortFunc(all, func(a, b reading) int { return strings.Compare(a.skeleton, b.skeleton) })
	r := &readings{at: make([]uint32, 0, len(all)+1), word: make([]uint32, 0, len(all))}
	var text strings.Builder
	text.Grow(size)
	for _, one := range all {
		r.at, r.word = append(r.at, uint32(text.Len())), append(r.word, one.word)
		text.WriteString(one.sound)
	}
	r.text, r.at = text.String(), append(r.at, uint32(text.Len()))
	return r
}

func (r *readings) sound(i int) string { return r.text[r.at[i]:r.at[i+1]] }

// alike calls each with the readings that have a skeleton, and with those whose skeleton begins with it, in order.
func (r *readings) alike(skeleton string, each func(i int, whole bool)) {
	n := len(r.word)
	from := sort.Search(n, func(i int) bool { return spelling.CompareSkeletons(r.sound(i), skeleton) >= 0 })
	for i := from; i < n; i++ {
		s := spelling.Skeleton(r.sound(i))
		if !strings.HasPrefix(s, skeleton) {
			return
		}
		each(i, len(s) == len(skeleton))
	}
}
