// Package lookup finds names by what somebody types, among millions, at every key.
//
// # What counts as found
//
// Both sides are folded ([match.Fold]) and taken apart into words. Every word that was typed has to be found in a name, in any
// order. [How] says how, the best first; a name that has what was typed stands above all that were only inferred from it,
// and within one How the names that are mentioned most come first.
//
// # How it is done
//
// A name is never read to be refused. The different words of all names, which are a sixteenth as many, stand in a sorted table,
// each with the names that have it (table.go). A word that is typed becomes a set of words of the table: itself, those that begin
// with it, those that have it inside, those that may sound like it, those that it may be a slip of (term.go). The names of a set
// of words are a bitmap, and the names that have all typed words are the intersection (search.go). What was typed is also read
// in other ways: words put together and taken apart, titles left out, other names of a place (plan.go). Only the rows that are
// shown are read, to say where they were found (explain.go).
package lookup
