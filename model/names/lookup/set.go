package lookup

import (
	"strings"
	"sync"

	"reftel/model/match"
)

// Vocabulary is what is known of words and names before any library is read. All words are folded.
type Vocabulary struct {
	Titles map[string]bool     // before a name and no part of it
	Small  map[string]bool     // that may be left out: of, al, de
	Others map[string][]string // names of places and organizations, and their other names

	Sorted []string // the keys of Others
}

// Set is names made ready to be looked up, the most mentioned first. It does not change, and may be searched by several goroutines.
type Set struct {
	forms    func(row int) string
	rows     int
	words    *table
	initials *table
	sounds   *readings
	masks    []uint64 // of the words
	letters  []uint64 // masks of the rows
	known    *Vocabulary
	spare    sync.Pool // of *bitmap, between two searches
}

// New makes a set of so many names. forms gives the forms of a name, a line each; it is asked for all of them at once, and
// later for those that are shown.
func New(rows int, forms func(row int) string, known *Vocabulary) *Set {
	s := &Set{forms: forms, rows: rows, letters: make([]uint64, rows), known: known}
	all, initials := builder{entries: map[string]*entry{}}, builder{entries: map[string]*entry{}}
	var spans []span
	var letters, bytes []byte
	for row := range rows {
		for form := range strings.SplitSeq(forms(row), "\n") {
			folded := match.Fold(form)
			bytes = append(bytes[:0], folded...)
			spans = words(folded, spans[:0])
			s.letters[row] |= mask(folded)
			for i, w := range spans {
				var m marks
				if i == 0 {
					m |= opens
				}
				if len(spans) == 1 {
					m |= isWhole
				}
				all.add(bytes[w.start:w.end], m)
			}
			for _, out := range leftOut {
				if letters = s.initialsOf(folded, spans, out, letters[:0]); letters != nil {
					initials.add(letters, opens)
				}
			}
		}
		all.end(uint32(row))
		initials.end(uint32(row))
	}
	s.words, s.initials = all.table(), initials.table()
	s.masks = make([]uint64, s.words.len())
	for i := range s.masks {
		s.masks[i] = mask(s.words.word(i))
	}
	s.sounds = newReadings(s.words)
	return s
}

// The initials of so many words are kept: two are too few to mean anything, and more than eight nobody types.
const (
	fewestInitials = 3
	mostInitials   = 8
)

// omission says which words initials leave out.
type omission uint8

const (
	nothing omission = iota
	article          // MOI: Ministry of the Interior
	small            // IAEA, but also UNHCR, ICRC
)

var leftOut = []omission{nothing, article, small}

func (s *Set) leavesOut(o omission, word string) bool {
	return o >= article && word == "the" || o == small && s.known.Small[word]
}

// initialsOf appends the first letters of the words that are not left out; nil if they are no initials, or if there is nothing
// to leave out.
func (s *Set) initialsOf(folded string, spans []span, out omission, into []byte) []byte {
	left := false
	if len(spans) < fewestInitials {
		return nil
	}
	for _, w := range spans {
		c := folded[w.start]
		switch {
		case c < 'a' || c > 'z':
			return nil
		case s.leavesOut(out, folded[w.start:w.end]):
			left = true
		default:
			into = append(into, c)
		}
	}
	if len(into) < fewestInitials || len(into) > mostInitials || out != nothing && !left {
		return nil
	}
	return into
}
