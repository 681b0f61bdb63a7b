// Package expand says what the acronyms, TAGS and other words of its trade stand for in a cable, and where that is from.
//
//	the cable itself     Federal Widget Agency (FWA)           definition.go
//	its edition          the editors' list of terms            term.go
//	other cables         what they define it as                said.go
//	tables of facts      TAGS, governments by post, glossary   meaning.go, marking.go
//
// The first of these that knows goes first; the others stay behind it. Nothing is guessed: a meaning is what a cable has
// written beside the word, or a row of a table, and says which.
package expand
