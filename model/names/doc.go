// Package names finds the people, organizations and places that a cable names ([Find]), merges the
// forms of one name within the cable, and looks names up across cables ([Index]).
//
// # How names are found
//
// By rules, by tables of facts (the text files: a file a subject) and by what the
// cable itself shows: a capitalised word that it also writes small is no name. No model is loaded
// and nothing is random: the same cable gives the same names. Reading goes over the words a fixed
// number of times, so that the time grows with the length of the cable.
//
//	"The harbour authority (PVHA) told Minister Ada Quill ..."
//	 1 definitions      PVHA, an organization                              acronym.go
//	 2 runs             Minister [Ada Quill]: a title, then a person       run.go
//	   in capitals      what is known of words, and evidence               capitals.go
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
// # Texts in capitals
//
// Telegrams before about 1995 are written in capitals, so that a capital says nothing. Each word is sorted by
// what is known of it: English (words.txt, english.txt, telegraph.txt, by an ending, or two words that ran together), a
// given name, a title, a place, a head word; what is left is unknown (capitals_words.go). Words that a line end broke are
// joined for that. Then, in one pass:
//
//	MINISTRY OF FINANCE, NATIONAL TIDES BOARD      words that bodies have, before a head word or behind it    capitals_offices.go
//	PRIME MINISTER'S OFFICE                        who has an office of state                                 capitals_holders.go
//	QUILL MACHINE CO., HOTEL QUILL, RADIO QUITO    words that firms, committees and stations have             capitals_firms.go
//	EMBASSY LIMA, USINT BAGHDAD                    a post and its city                                        capitals_posts.go
//	MINISTER OF STATE QUILL, ADA QUILL, A. QUILL   an unknown word beside a title, a given name, an initial   capitals_people.go
//	QUILL PROVINCE, LAKE QUILL                     an unknown word beside one that places have                capitals_places.go
//	QUILL SAID; IN BRONTE; PVX, NATO; BRONTE EDITOR   evidence about unknown words, weighed over the cable    capitals_candidates.go
//
// A head word that has no more than what sort of body it is before it (A MILITARY TRIBUNAL, POLITICAL PARTY), or means something
// else (CONFERENCE ON TIDES, EASTERN BANK), makes no name: capitals_plain.go.
//
// Unknown words that are one letter away from English ones are typing errors and need more evidence; those that can't
// be spoken are acronyms. A surname that is also an English word counts only right behind a title or a given name. US is the
// pronoun or the country by what stands around it. How well this works is measured by internal/entityscore on
// telegrams that people have annotated: corpus_test.go holds the floors, "go run ./bench -only entities" prints the table.
//
// # How forms are merged
//
// As HANDBOOK section 4 says, and no further: a wrong merge is worse than a missing one. A surname
// belongs to a full name when the cable has one bearer and the surname stands after it (or in the
// summary, or with the same title). A surname before "brothers" or "organization" is not the
// person. A place and the group that bears its name stay apart. Across cables only whole names
// meet; surnames alone never do. Editors' keys count within their volume: group.go.
package names
