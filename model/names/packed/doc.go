// Package packed writes numbers and texts one after another, and reads them back: what is damaged is found out, and never
// makes more than the file has room for.
package packed
