package names

import (
	"strings"

	"reftel/model/match"
)

// trie finds the longest of many word sequences that starts at a word.
type trie struct {
	root   node
	begins []uint64 // a bit for what each first word begins with: most words of a text begin no name, and need no closer look
}

type node struct {
	next  map[string]*node
	forms []form
}

// form is one spelling of an entity.
type form struct {
	entity *entity
	exact  bool // an acronym: counts only in capitals
	sure   bool // in a text in capitals: shown by what surrounds it, English word or not
	short  bool // a surname or another part of a full name
}

// How many bits tell what names begin with: of the few that a cable has, and of the many in the tables.
const (
	localBegins = 1 << 11
	knownBegins = 1 << 17
)

// newTrie returns an empty trie. begins is a power of two.
func newTrie(begins int) *trie { return &trie{begins: make([]uint64, begins/64)} }

// bit is the one that tells of the first word of a folded key, by its first letters.
func (t *trie) bit(key string) (word int, mask uint64) {
	const told = 5 // letters
	h := uint32(0)
	for i := range told {
		c := uint32(' ')
		if i < len(key) {
			c = uint32(key[i])
		}
		h = (h + c) * 0x9E3779B1
		if c == ' ' {
			break
		}
	}
	h = h >> 7 & uint32(64*len(t.begins)-1)
	return int(h / 64), 1 << (h % 64)
}

// step follows the words of one folded token from the beginning; nil where no sequence begins so.
func (t *trie) step(key string) *node {
	if i, mask := t.bit(key); key != "" && t.begins[i]&mask == 0 {
		return nil
	}
	return t.root.step(key)
}

// add enters a spelling; one in capitals is taken for an acronym.
func (t *trie) add(spelling string, e *entity) {
	if spelling != "" {
		t.addWords(strings.Fields(match.Fold(spelling)), form{entity: e, exact: isAcronym(spelling)})
	}
}

func (t *trie) addWords(words []string, f form) {
	n := &t.root
	if len(words) > 0 {
		i, mask := t.bit(words[0])
		t.begins[i] |= mask
	}
	for _, w := range words {
		child := n.next[w]
		if child == nil {
			child = &node{}
			if n.next == nil {
				n.next = map[string]*node{}
			}
			n.next[w] = child
		}
		n = child
	}
	for i := range n.forms {
		if n.forms[i].entity == f.entity {
			n.forms[i].short = n.forms[i].short && f.short
			n.forms[i].sure = n.forms[i].sure || f.sure
			return
		}
	}
	n.forms = append(n.forms, f)
}

// begin returns where known names go on that begin with a word; nil if none does. Many a word of a text in capitals is asked for
// more than once.
func (t *tables) begin(w *token) *node {
	if !w.looked {
		w.known, w.looked = t.known.step(w.key), true
	}
	return w.known
}

// isName reports whether a sequence ends here.
func (n *node) isName() bool { return n != nil && n.forms != nil }

// step follows the words of one folded token; nil where no sequence goes on so.
func (n *node) step(key string) *node {
	for n != nil && key != "" {
		word, rest, _ := strings.Cut(key, " ")
		n, key = n.next[word], rest
	}
	return n
}
