// Package model says what a diplomatic cable is: a [Cable] owns its [Source] and its text as
// [Block]s in reading order; everything found in the text is a [Mark] or a [Mention] with a [Span].
//
// Annotation stands off the text. Nothing is replaced in a block's text and nothing is cut out of
// it: where reading text and source differ (a wrapped line joined, an HTML entity decoded, a
// no-break space read as a space) the block's [Piece]s lead back to the bytes.
//
// The package does no input or output and imports nothing but the standard library.
package model
