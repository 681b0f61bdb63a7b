// Package bar draws bars of block characters.
package bar

import "strings"

// eighths of a cell that are filled, from the left and from below.
var (
	fromLeft  = [8]string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}
	fromBelow = [8]string{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"}
)

// Across draws a bar in proportion to the longest, which takes the width: eighths of a cell are told apart. What is
// not nothing is seen.
func Across(n, most, width int) string {
	e := Eighths(n, most, width)
	return strings.Repeat("█", e/8) + fromLeft[e%8]
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
