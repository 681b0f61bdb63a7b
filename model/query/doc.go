// Package query holds the one language in which cables are asked for, and the search for a needle
// inside a text.
//
// A [Query] is a list of conditions, all of which must hold (DESIGN section 6):
//
//	beltran leyva        both words, anywhere in the cable
//	"beltran leyva"      the words side by side, in this order
//	-sinaloa             a cable without the word
//	extradit*            a word that begins so
//	ship OR boat         one of them; OR ties closer than the blank between two conditions
//	(ship -old) OR boat  brackets tie closer still
//	tag:PREL             words in one field, or what else the field asks: see [Field]
//
// A word is a run of letters and digits; everything else only parts words. That alone makes
// el-Jahmi and "el Jahmi" one, and Chevron,s (a slip found in a sixth of the Cablegate pages) the
// same as Chevron's. Words are compared whole, as an index of words compares them, so that a query
// finds the same cables whether it is asked of the memory or of an index. Case and accents do not
// count: see fold.go for what is read as what.
//
// What a cable can't know by itself, who cites it and whether it has copies, is asked of whoever holds many of
// them: [Query.Bind]. An index doesn't read cables; it goes by the conditions: [Query.Root].
//
// [Find] is the other kind of search: a piece of text as typed, letter by letter, inside a cable
// that is open. There a needle may begin and end inside words.
//
// Both are linear in the text. Text is scanned for one byte of the term with the machine's byte
// search, and only what surrounds it is folded; the search allocates nothing.
package query
