package theme

import "strings"

// ASCII writes the signs that reftel draws in ASCII, each in as many cells as it had; every other character stays as it is.
// It is for what reftel says and draws itself. In text of a cable nothing is replaced: only whoever draws it knows which of
// its characters are signs of reftel's.
func ASCII(s string) string { return inASCII.Replace(s) }

var inASCII = newASCII(map[string]string{
	"│┃":       "|",
	"─":        "-",
	"━╸":       "=",
	"╌":        ".",
	"╭╮╰╯┬":    "+",
	"▌→↪":      ">",
	"←⟨":       "<",
	"⟩":        ">",
	"↑▲":       "^",
	"↓":        "v",
	"■█▋▊▉":    "#",
	"•":        "o",
	"□":        "_",
	"●★":       "*",
	"✗×":       "x",
	"▤":        "=",
	"⊕":        "+",
	"…":        "~",
	"·–−":      "-",
	"¶":        "#",
	"▏▎▍▁▂":    ".",
	"▃▄▅":      ":",
	"▆▇":       "|",
	pictures(): "?",
})

// pictures are those of control characters, as package visible shows them.
func pictures() string {
	var b strings.Builder
	for r := '\u2400'; r <= '\u2421'; r++ {
		b.WriteRune(r)
	}
	return b.String()
}

// newASCII makes a replacer from what many characters become.
func newASCII(of map[string]string) *strings.Replacer {
	var pairs []string
	for signs, ascii := range of {
		for _, r := range signs {
			pairs = append(pairs, string(r), ascii)
		}
	}
	return strings.NewReplacer(pairs...)
}

// Own is what reftel says or draws itself as the terminal shall have it.
func (t *Theme) Own(s string) string {
	if t.ASCII {
		return ASCII(s)
	}
	return s
}

// Label is a key as help shows it: with ASCII an arrow by its name.
func (t *Theme) Label(label string) string {
	if t.ASCII {
		return arrows.Replace(label)
	}
	return label
}

var arrows = strings.NewReplacer("↑", "up", "↓", "down", "←", "left", "→", "right")
