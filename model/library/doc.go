// Package library holds many cables: it reads them from files, keeps them in order, knows which
// cites which, and finds places in them.
//
// The road of a file: [Inputs] walks over paths and hands out files without opening them; [Load]
// reads and parses them on all processors and emits [Batch]es; a [Library] takes the batches in and
// answers questions. Load runs in a goroutine of its own; the Library belongs to whoever shows it.
//
//	files ── Inputs ──> queue ──> workers (parser.Parse, names.Find) ──> Load ── Batch ──> Library
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
