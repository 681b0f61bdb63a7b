// Package library holds many cables: it reads them from files, keeps them in order, knows which
// cites which, and finds places in them.
//
// The road of a file: [Inputs] walks over paths and hands out files without opening them; [Load]
// reads and parses them on all processors and emits [Batch]es; a [Library] takes the batches in and
// answers questions. Load runs in a goroutine of its own; the Library belongs to whoever shows it.
//
//	files ── Inputs ──> queue ──> workers ─┬─ unpack, cut (parser.Chunks) ──> queue, if it has room
//	                                       └─ parse (parser.ParseChunk, names.Find) ──> Load ── Batch ──> Library
//
// Every worker does both: it unpacks and cuts a file, hands over the pieces as long as few are waiting,
// and parses the others itself. So a single large file is parsed on all processors, in bounded memory.
//
// # Archives
//
// They are told by their content and read in one pass from beginning to end, one archive inside another at
// most; nothing is written to disk. A file in an archive is called archive.zip/folder/page.html; places
// are counted in its unpacked bytes. The one file of a .gz goes by the name of the .gz. To read a cable's
// source again, the archive is read again up to it.
//
// # What may be shared
//
// A cable is never changed once a batch holds it, so snapshots ([Library.Cables]) can be filtered,
// searched and drawn by any number of goroutines while the library goes on growing. What a cable
// can't know by itself, whether a reference leads to something that is here, is no exception:
// [Library.SetStates] answers with a copy. All methods of a Library are for one goroutine.
//
// This library lives in memory and suits thousands of cables.
package library
