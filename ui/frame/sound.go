package frame

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const (
	escape    = '\x1b'
	linkStart = "\x1b]8;"
	linkEnd   = "\x1b]8;;\x1b\\"
)

// sound returns the line such that it can stand beside others: valid UTF-8, no escape sequences
// but styles and hyperlinks, none of which stays open, and no other control characters; and how
// many cells it takes. Panes draw such lines; this is the last guard before the terminal.
func sound(line string) (text string, width int) {
	if seen := inspect(line); seen.clean {
		return line + seen.closing, seen.width
	}
	var b strings.Builder
	for i := 0; i < len(line); {
		if n := sequence(line[i:]); n > 0 {
			b.WriteString(line[i : i+n])
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		if isControl(r) {
			r = ' '
		}
		b.WriteRune(r)
		i += size
	}
	seen := inspect(b.String())
	return b.String() + seen.closing, seen.width
}

func isControl(r rune) bool { return r < ' ' || (0x7f <= r && r < 0xa0) }

// inspection is what there is to know about a line.
type inspection struct {
	clean   bool   // needs no repair but closing
	closing string // what closes styles and links that are open at its end
	width   int    // cells, when clean
}

// inspect looks at each byte of a line once. Measuring on the way is several times faster than
// doing so with the library, which looks for clusters in plain ASCII too; the sum is the same.
func inspect(line string) inspection {
	styled, linked, width := false, false, 0
	for i := 0; i < len(line); {
		if c := line[i]; ' ' <= c && c < 0x7f && (i+1 == len(line) || line[i+1] < utf8.RuneSelf) {
			i++
			width++
			continue
		}
		if n := sequence(line[i:]); n > 0 {
			if seq := line[i : i+n]; strings.HasPrefix(seq, linkStart) {
				linked = seq != linkEnd
			} else {
				styled = seq != reset && seq != "\x1b[0m"
			}
			i += n
			continue
		}
		cluster, cells := ansi.FirstGraphemeCluster(line[i:], ansi.GraphemeWidth)
		if !utf8.ValidString(cluster) || strings.ContainsFunc(cluster, isControl) {
			return inspection{}
		}
		i += len(cluster)
		width += cells
	}
	closing := ""
	if linked {
		closing += linkEnd
	}
	if styled {
		closing += reset
	}
	return inspection{true, closing, width}
}

// sequence returns the length of the style (CSI ... m) or hyperlink (OSC 8) at the start of s, 0
// when there is none that is whole.
func sequence(s string) int {
	if len(s) < 3 || s[0] != escape {
		return 0
	}
	if s[1] == '[' {
		for i := 2; i < len(s); i++ {
			switch c := s[i]; {
			case c == 'm':
				return i + 1
			case (c < '0' || c > '9') && c != ';' && c != ':':
				return 0
			}
		}
		return 0
	}
	if !strings.HasPrefix(s, linkStart) {
		return 0
	}
	for i := len(linkStart); i < len(s); i++ {
		switch c := s[i]; {
		case c == '\a':
			return i + 1
		case c == escape && i+1 < len(s) && s[i+1] == '\\':
			return i + 2
		case c < ' ' || c >= 0x7f: // an address is ASCII
			return 0
		}
	}
	return 0
}
