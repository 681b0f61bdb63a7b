package lookup

import (
	"encoding/binary"

	"reftel/model/names/packed"
)

// Save writes the set, but for its forms. What it writes depends on the vocabulary and on how words are spelled otherwise, too.
func (s *Set) Save(w *packed.Writer) {
	s.words.save(w)
	s.initials.save(w)
	w.Text(s.sounds.text)
	packed.Uint32s(w, s.sounds.at)
	packed.Uint32s(w, s.sounds.word)
	w.Uint64s(s.masks)
	w.Uint64s(s.letters)
}

func (t *table) save(w *packed.Writer) {
	w.Text(t.text)
	packed.Uint32s(w, t.at)
	w.Bytes(t.rows)
	packed.Uint32s(w, t.first)
}

// Read reads a set of so many names that was saved; what it returns is of use only if r has no error. The forms and the
// vocabulary are those of [New].
func Read(r *packed.Reader, rows int, forms func(row int) string, known *Vocabulary) *Set {
	s := &Set{forms: forms, rows: rows, known: known}
	s.words, s.initials = readTable(r, rows), readTable(r, rows)
	s.sounds = &readings{text: r.Text(), at: packed.ReadUint32s[uint32](r), word: packed.ReadUint32s[uint32](r)}
	s.masks, s.letters = r.Uint64s(), r.Uint64s()
	if r.Failed() {
		return s
	}
	if !s.sounds.valid(s.words) || len(s.masks) != s.words.len() || len(s.letters) != rows {
		r.Fail()
	}
	return s
}

func readTable(r *packed.Reader, rows int) *table {
	t := &table{text: r.Text(), at: packed.ReadUint32s[uint32](r), rows: r.Bytes(), first: packed.ReadUint32s[uint32](r)}
	if !r.Failed() && !t.valid(rows) {
		r.Fail()
	}
	return t
}

// valid reports whether words and rows are within the table.
func (t *table) valid(rows int) bool {
	if !ascending(t.at, len(t.text), 1) || !ascending(t.first, len(t.rows), 0) || len(t.first) != len(t.at) {
		return false
	}
	for i := range t.len() {
		row := uint64(0)
		for b := t.rows[t.first[i]:t.first[i+1]]; len(b) > 0; {
			v, n := binary.Uvarint(b)
			if row += v >> markBits; n <= 0 || row >= uint64(rows) {
				return false
			}
			b = b[n:]
		}
	}
	return true
}

// valid reports whether the readings are within their text, and of words that there are.
func (r *readings) valid(of *table) bool {
	if !ascending(r.at, len(r.text), 0) || len(r.at) != len(r.word)+1 {
		return false
	}
	for _, w := range r.word {
		if int(w) >= of.len() {
			return false
		}
	}
	return true
}

// ascending reports whether places rise by so many at least, up to the end.
func ascending(places []uint32, end, by int) bool {
	for i := 1; i < len(places); i++ {
		if int(places[i]) < int(places[i-1])+by {
			return false
		}
	}
	return len(places) > 0 && int(places[len(places)-1]) == end
}
