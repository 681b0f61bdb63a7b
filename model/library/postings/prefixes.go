package postings

import (
	"encoding/binary"
	"slices"
	"strings"
)

// prefixSign stands in front of the entries of the dictionary that are prefixes; no word in UTF-8 begins so, and it is
// behind all of them in the order of words.
const prefixSign = 0xFF

// longestPrefix is the length of the prefixes that have lists of their own, in bytes.
const longestPrefix = 3

// prefixLists gathers the documents of the prefixes of words that come in order: those of the current one, and its
// shorter ones, are open.
type prefixLists struct {
	current [longestPrefix][]byte
	open    [longestPrefix]Set
	written []prefixList
}

// prefixList is a prefix and its documents, as they stand in the segment.
type prefixList struct {
	prefix    string
	docs      int
	documents []byte
}

func newPrefixLists(docs int) (p prefixLists) {
	for i := range p.open {
		p.open[i] = NewSet(docs)
	}
	return p
}

// word goes to a word; documents are added to its prefixes from now on.
func (p *prefixLists) word(word string) {
	for n := 1; n <= longestPrefix; n++ {
		i := n - 1
		if len(word) < n {
			p.close(i)
		} else if string(p.current[i]) != word[:n] {
			p.close(i)
			p.current[i] = append(p.current[i][:0], word[:n]...)
		}
	}
}

func (p *prefixLists) document(doc int) {
	for i := range p.open {
		if len(p.current[i]) > 0 {
			p.open[i].Add(doc)
		}
	}
}

// close ends the prefix of length i+1, if one is open.
func (p *prefixLists) close(i int) {
	if len(p.current[i]) == 0 {
		return
	}
	l := prefixList{prefix: string(p.current[i])}
	last := -1
	for doc := range p.open[i].Docs() {
		l.documents = binary.AppendUvarint(l.documents, uint64(doc-last-1))
		last = doc
		l.docs++
	}
	if l.docs > 0 {
		p.written = append(p.written, l)
	}
	p.current[i] = p.current[i][:0]
	clear(p.open[i])
}

// end returns all lists in the order of their prefixes; they were closed in that of their ends.
func (p *prefixLists) end() []prefixList {
	for i := range longestPrefix {
		p.close(i)
	}
	slices.SortFunc(p.written, func(a, b prefixList) int { return strings.Compare(a.prefix, b.prefix) })
	return p.written
}
