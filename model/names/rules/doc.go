// Package rules is what the reader says of names: that two are one, that a form is a name of its own, what a name is
// called, what it stands for, that it is no name. Rules are a small text that people write, compare and share
// (docs/NAMES.md); [Set] is what they come to.
//
// A rule speaks of a name by its kind and what it is called, whatever its case and accents, and means everybody of that
// kind who is called so. It holds of what has become of a name by other rules too, so that the order of rules doesn't
// matter:
//
//	rename person "Kadafi" -> "Muammar Qadhafi"
//	merge  person "Muammar Qadhafi" = "Gaddafi"
//
// makes one name of all three. Rules change nothing that was found: they are laid over it on the way out.
package rules
