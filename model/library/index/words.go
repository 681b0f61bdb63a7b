package index

import (
	"reftel/model"
	"reftel/model/library"
	"reftel/model/library/postings"
	"reftel/model/query"
)

// signs stand in front of the words of a field, and of what is no word; those of texts have none. They are below every
// letter and digit.
var signs = map[query.Field]byte{query.ID: 1, query.From: 2, query.To: 3, query.Tag: 4, query.Subject: 5, query.Name: 6, query.ClassOf: 7, query.Has: 8}

// Signs of values that are counted and never asked for; as they are written, not folded.
const (
	postSign = "\x09"
	tagSign  = "\x0a"
)

// wordsFields are those that are asked for by words.
var wordsFields = []query.Field{query.ID, query.From, query.To, query.Tag, query.Subject, query.Name}

// inField returns a word as it stands in the index for a field.
func inField(f query.Field, word string) string { return string([]byte{signs[f]}) + word }

// writer gives the words of cables to a builder.
type writer struct {
	*postings.Builder
	word   []byte // memory for the next one
	folded []byte // and for what of it stands in a text
}

// add gives the builder a cable: what [query.Query.Matches] looks at, so that both find the same.
func (w *writer) add(c *model.Cable) {
	for _, text := range query.CardTexts(c) {
		w.text(0, text)
	}
	for i := range c.Blocks {
		if b := &c.Blocks[i]; query.IsSearched(b) {
			w.text(0, b.Text)
		}
	}
	for _, f := range wordsFields {
		for _, text := range query.Texts(c, f) {
			w.text(signs[f], text)
		}
	}
	w.single(query.ID, query.IDKey(c.ID))
	if !c.Classification.IsZero() {
		w.single(query.ClassOf, levelKey(c.Classification))
	}
	for _, thing := range query.Things() {
		if query.Contains(c, thing) {
			w.single(query.Has, string(thing))
		}
	}
	w.value(postSign, library.PostOf(c))
	for _, code := range library.TagCodes(c) {
		w.value(tagSign, code)
	}
	w.names(c)
	w.definitions(c)
	w.End()
}

// value gives a value that is counted.
func (w *writer) value(sign, value string) {
	if value != "" {
		w.word = append(append(w.word[:0], sign...), value...)
		w.Word(w.word)
		w.Gap()
	}
}

// text gives the words of a text, with a sign in front of each unless it is 0.
func (w *writer) text(sign byte, text string) {
	if text == "" {
		return
	}
	if sign == 0 {
		for word := range query.FoldedWords(text, w.word[:0]) {
			w.Word(word)
			w.word = word
		}
	} else {
		for word := range query.FoldedWords(text, w.folded[:0]) {
			w.word = append(append(w.word[:0], sign), word...)
			w.Word(w.word)
			w.folded = word
		}
	}
	w.Gap()
}

// single gives what is asked for as a whole.
func (w *writer) single(f query.Field, key string) {
	if key != "" {
		w.Word([]byte(inField(f, key)))
		w.Gap()
	}
}

func levelKey(l model.Level) string { return string(rune('0' + l)) }
