package theme

import (
	"image/color"
	"math"

	"charm.land/lipgloss/v2"
)

// contrast is the ratio of WCAG 2.1 between two colours, each "#rrggbb" or a number of the 256 of terminals: 1 to 21. What
// the first sixteen numbers look like is the terminal's affair; they count as xterm has them.
func contrast(a, b string) float64 {
	return ratio(lipgloss.Color(a), lipgloss.Color(b))
}

func ratio(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func linear(channel uint32) float64 {
	v := float64(channel) / 0xffff
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}
