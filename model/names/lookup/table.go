package lookup

import (
	"encoding/binary"
	"maps"
	"slices"
	"sort"
	"strings"
)

// table is a sorted list of different words, each with the rows that have it. It takes about two bytes for each word of a row.
type table struct {
	text  string   // the words one after another, a NUL before each and at the end
	at    []uint32 // where they begin in text; one more for the end
	rows  []byte   // the rows of all words: see rowsOf
	first []uint32 // where those of a word begin in rows; one more for the end
}

// marks tell what a word is in a row; they are kept with each row of a word.
type marks uint8

const (
	opens    marks = 1 << iota // it begins a form
	isWhole                    // it is a form
	markBits = 2
)

// len returns the number of words.
func (t *table) len() int { return len(t.at) - 1 }

func (t *table) word(i int) string { return t.text[t.at[i] : t.at[i+1]-1] }

// from returns the number of the first word that is not below w.
func (t *table) from(w string) int {
	return sort.Search(t.len(), func(i int) bool { return t.word(i) >= w })
}

// find returns the number of a word.
func (t *table) find(w string) (number int, ok bool) {
	i := t.from(w)
	return i, i < t.len() && t.word(i) == w
}

// beginning returns the words that begin with w, which are neighbours.
func (t *table) beginning(w string) (from, to int) {
	from = t.from(w)
	to = from + sort.Search(t.len()-from, func(i int) bool { return !strings.HasPrefix(t.word(from+i), w) })
	return from, to
}

// holding calls each with the words that have w inside, in order.
func (t *table) holding(w string, each func(i int)) {
	for at := 0; ; {
		i := strings.Index(t.text[at:], w)
		if i < 0 {
			return
		}
		n := sort.Search(t.len(), func(n int) bool { return int(t.at[n+1]) > at+i })
		each(n)
		at = int(t.at[n+1])
	}
}

// mark sets the bits of the rows that have a word.
func (t *table) mark(word int, in bitmap) {
	row := uint64(0)
	for b := t.rows[t.first[word]:t.first[word+1]]; len(b) > 0; {
		v := uint64(b[0])
		if v < 0x80 {
			b = b[1:]
		} else {
			n := 0
			v, n = binary.Uvarint(b)
			b = b[n:]
		}
		row += v >> markBits
		in[row/64] |= 1 << (row % 64)
	}
}

// marked calls each with the rows in which a word has one of some marks, in order.
func (t *table) marked(word int, m marks, each func(row int)) {
	row := uint64(0)
	for b := t.rows[t.first[word]:t.first[word+1]]; len(b) > 0; {
		v, n := binary.Uvarint(b)
		b = b[n:]
		row += v >> markBits
		if marks(v)&m != 0 {
			each(int(row))
		}
	}
}

// entry is a word of a table that is being made.
type entry struct {
	rows []byte // numbers as differences from the one before, marks in the low bits
	last uint32
	now  marks // of the row that is read
	due  bool  // the row that is read is not in rows yet
}

// builder makes a table.
type builder struct {
	entries map[string]*entry
	stock   []entry  // entries are taken from it: one allocation for many
	touched []*entry // by the row that is read
}

// add notes that the row that is read has a word.
func (b *builder) add(word []byte, m marks) {
	e := b.entries[string(word)]
	if e == nil {
		if len(b.stock) == 0 {
			b.stock = make([]entry, 1024)
		}
		e, b.stock = &b.stock[0], b.stock[1:]
		b.entries[string(word)] = e
	}
	if !e.due {
		e.due = true
		b.touched = append(b.touched, e)
	}
	e.now |= m
}

// end ends a row.
func (b *builder) end(row uint32) {
	for _, e := range b.touched {
		e.rows = binary.AppendUvarint(e.rows, uint64(row-e.last)<<markBits|uint64(e.now))
		e.last, e.now, e.due = row, 0, false
	}
	b.touched = b.touched[:0]
}

func (b *builder) table() *table {
	words := slices.Sorted(maps.Keys(b.entries))
	texts, bytes := 1, 0
	for w, e := range b.entries {
		texts += len(w) + 1
		bytes += len(e.rows)
	}
	t := &table{at: make([]uint32, 0, len(words)+1), first: make([]uint32, 0, len(words)+1), rows: make([]byte, 0, bytes)}
	var text strings.Builder
	text.Grow(texts)
	text.WriteByte(0)
	for _, w := range words {
		t.at = append(t.at, uint32(text.Len()))
		t.first = append(t.first, uint32(len(t.rows)))
		text.WriteString(w)
		text.WriteByte(0)
		e := b.entries[w]
		t.rows = append(t.rows, e.rows...)
		e.rows = nil
	}
	t.text = text.String()
	t.at, t.first = append(t.at, uint32(len(t.text))), append(t.first, uint32(len(t.rows)))
	return t
}
