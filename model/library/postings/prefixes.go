package postings

import (
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
	docs    int
	current [longestPrefix][]byte
	open    [longestPrefix]Set
	written []prefixList
}

// prefixList is a prefix and its documents.
type prefixList struct {
	prefix string
	docs   Set
}

// word notes the documents of a word.
func (p *prefixLists) word(word string, docs Set) {
	for n := 1; n <= longestPrefix; n++ {
		i := n - 1
		if len(word) < n {
			p.close(i)
			continue
		}
		if string(p.current[i]) != word[:n] {
			p.close(i)
			p.current[i] = append(p.current[i][:0], word[:n]...)
			p.open[i] = NewSet(p.docs)
		}
		p.open[i].Or(docs)
	}
}

// close ends the prefix of length i+1, if one is open.
func (p *prefixLists) close(i int) {
	if len(p.current[i]) > 0 {
		p.written = append(p.written, prefixList{string(p.current[i]), p.open[i]})
		p.current[i], p.open[i] = p.current[i][:0], nil
	}
}

func (p *prefixLists) end() {
	for i := range longestPrefix {
		p.close(i)
	}
}

// sortPrefixes puts lists into the order of their prefixes.
func sortPrefixes(lists []prefixList) {
	slices.SortFunc(lists, func(a, b prefixList) int { return strings.Compare(a.prefix, b.prefix) })
}
