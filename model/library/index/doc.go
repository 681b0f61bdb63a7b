// Package index holds a library of any size on disk: what a list shows of each cable, the words of all texts, and who
// cites whom. The cables themselves stay in their files and are read from there by their places.
//
// An index is a folder:
//
//	index.db                SQLite: files and how far they are read, a row for each cable, citations, problems
//	00000064-5d0c92ab.words segments of the full text (package postings), each for a stretch of cables
//	names                   the names, ready to be looked up: see names_saved.go; a large library has it once they were asked for, or [Index.KeepNames] was
//	writer.lock             see lock.go
//	damaged                 only there when damage was found: see failure.go
//
// A cable has a number, its place in the order in which cables were written. Segments hold stretches of numbers. The
// order of a list, and the dates, stand in two columns of the table arrays, written with each commit. Opening reads the
// first of them, which takes a few milliseconds however many cables there are; the second is read when dates are asked for.
//
// # Writing
//
// One process writes at a time (see lock.go); any number read. A commit writes a segment, syncs it, and then notes it in
// one transaction together with the rows of its cables and the pieces of files that they came from. So a process that
// is killed loses what was not committed and nothing else: segments that no row names are removed, pieces that are not
// noted are read again. The next cables are gathered meanwhile (see underway.go). Behind the last commit small segments are merged with their neighbours, and what is gone is
// dropped (see merge.go); the files of both go when that is on disk.
//
// # Asking
//
// An open index stays with the database that it was opened on (see pinned.go): one that is built anew has other numbers,
// and is another [Index].
//
// A query is answered by sets of numbers ([Index.Search]): words and fields by the segments, dates by the order,
// links and copies by SQLite. No text is read. What is counted ([Result.Facets]) and named ([Index.Names]) stands in the
// segments too, as words that no query can ask for.
package index
