// Package cite says where a cable stands, or a paragraph of it: in plain text in one house style, and for programs that
// keep references in BibTeX, RIS and CSL-JSON. It also quotes paragraphs.
//
// The house style is that of the notes in scholarship of foreign relations, which name a telegram by post and number:
//
//	Embassy Mexico telegram 83 to the Department of State, “Scenesetter for the Visit”, January 29, 2010, Secret; NOFORN,
//	paragraph 5 (SBU), 10MEXICO83 (newspaper page page.html).
//
// Its parts in order, and what becomes of those that the source does not have:
//
//   - Who: the post as the publisher names it, else as the FM line does, else the station of the id; "telegram" and its
//     number; the first of those it is addressed to, and "and others" if there are more. AMEMBASSY, AMCONSUL, USMISSION
//     and SECSTATE are spelled out; every other post stands as it is written. Without a post the citation begins with
//     "Telegram", without a number or an addressee these are left out.
//   - The subject in curly quotation marks, verbatim: typing errors, redactions and capitals are the source's, and no
//     comma is drawn into it. Without one the publisher's headline, named as such. Never the first words of the text:
//     they are no title.
//   - The day. In square brackets where it does not stand in the telegram itself but is the publisher's, the archive's or
//     the editors'; the year alone, in brackets, where only the id tells it; "no date" where nothing does.
//   - Classification and caveats. Left out where the source has none, which does not mean that it was unclassified.
//   - The paragraph and its portion marking. Where the paragraphs have no numbers they are counted, and the count is
//     in square brackets; a note of an edition's is "note 3".
//   - Where it is found: the id, and in brackets the kind and the name of the file, without its folders.
//
// Square brackets thus hold what is inferred, as they do in editions. A record of the National Archives is cited by its
// document number in the Central Foreign Policy Files. A document of an edition is cited as the edition's, by
// title, day, classification, volume and document, with the number of the telegram that it prints where that is known:
//
//	“Telegram From the Embassy in Portugal to the Department of State” (telegram 1706), January 21, 1961, Secret,
//	Foreign Relations of the United States, 1961–1963, Volume V, Document 10, paragraph 3 (volume.txt).
//
// It has no "no date": the number finds it. A volume that only the name of the file tells is in square brackets. The
// titles of volumes are given where the source has them.
//
// Words of the source go into a citation as they are, but for line ends, which become blanks. Characters that a terminal
// would act on are still in it: whoever prints it makes them visible.
package cite
