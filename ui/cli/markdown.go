package cli

import "strings"

// markdownSigns are what Markdown may act on wherever they stand.
const markdownSigns = "\\`*_[]<>&~|"

// markdown escapes a line of text so that Markdown shows it as it is.
func markdown(line string) string {
	var b strings.Builder
	digits := 0 // how far the digits at the beginning go
	for digits < len(line) && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	for i := range len(line) {
		c := line[i]
		begins := i == 0 && strings.IndexByte("#+-=", c) >= 0 || i == digits && digits > 0 && (c == '.' || c == ')')
		if begins || strings.IndexByte(markdownSigns, c) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return b.String()
}
