// Package names finds the people, organizations and places that a cable names ([Find]), merges the
// forms of one name within the cable, and looks names up across cables ([Index]).
//
// # How names are found
//
// By rules, by tables of facts (places, organizations, given names, common words) and by what the
// cable itself shows: a capitalised word that it also writes small is no name. No model is loaded
// and nothing is random: the same cable gives the same names. Reading goes over the words a fixed
// number of times, so that the time grows with the length of the cable.
//
//	"The harbour authority (PVHA) told Minister Ada Quill ..."
//	 1 definitions      PVHA, an organization                              acronym.go
//	 2 runs             Minister [Ada Quill]: a title, then a person       run.go
//	   in capitals      only titles, definitions and known names           capitals.go
//	 3 acronyms met     those that are written like names                  acronym.go
//	 4 short forms      Quill, once Ada Quill has been named               resolve.go
//	 5 mentions         every place, longest form first                    mention.go
//
// Names that the source gives (marked by editors, noted by indexers) are known before all this, and what
// is found is joined with them: given.go. An edition's source notes are not read, nor citations of archives in
// its other notes.
//
// Subject and headings take part in step 5 only: their capitals say nothing, so that nothing is
// discovered there. Other header lines, signatures and addressees are not read.
//
// # How forms are merged
//
// As HANDBOOK section 4 says, and no further: a wrong merge is worse than a missing one. A surname
// belongs to a full name when the cable has one bearer and the surname stands after it (or in the
// summary, or with the same title). A surname before "brothers" or "organization" is not the
// person. A place and the group that bears its name stay apart. Across cables only whole names
// meet; surnames alone never do. Editors' keys count within their volume: group.go.
package names
