// Package bar draws bars of block characters.
package bar

import "strings"

// fromBelow holds how many eighths of a cell are filled from below.
var fromBelow = [8]string{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"}

// Across draws a bar in proportion to the longest, which takes the width: halves of a cell are told apart. What is not
// nothing is seen. It is a stroke and no block, so that the bars of a column stand apart from each other and are
// lighter than the words beside them.
func Across(n, most, width int) string {
	halves := (Eighths(n, most, width) + 3) / 4
	return strings.Repeat("━", halves/2) + strings.Repeat("╸", halves%2)
}

// Upright draws the cell of an upright bar in the row that has so many rows below it.
func Upright(eighths, below int) string {
	switch e := eighths - 8*below; {
	case e >= 8:
		return "█"
	case e <= 0:
		return " "
	default:
		return fromBelow[e]
	}
}

// Eighths returns how long a bar is when the longest takes so many cells.
func Eighths(n, most, cells int) int {
	if n <= 0 || most <= 0 {
		return 0
	}
	return min(max(1, int(float64(n)/float64(most)*8*float64(cells)+0.5)), 8*cells)
}
