package keymap

import (
	"strings"
	"unicode/utf8"
)

// The comments between which the README has its table of keys.
const (
	begin = "<!-- keys: begin, made from keymap/table.go -->"
	end   = "<!-- keys: end -->"
)

// Markdown returns the table of the default keys for the README, one part a scope.
func Markdown() string {
	var out strings.Builder
	for _, part := range parts(Defaults()) {
		out.WriteString("\n**" + capital(part.scope.Title()) + "**\n\n| key | does |\n|---|---|\n")
		for _, b := range part.bindings {
			keys := make([]string, len(b.Keys))
			for i, key := range b.Keys {
				keys[i] = "`" + strings.ReplaceAll(Label(key), "|", "\\|") + "`"
			}
			out.WriteString("| " + strings.Join(keys, " ") + " | " + strings.ReplaceAll(b.Help, "|", "\\|") + " |\n")
		}
	}
	return out.String()[1:]
}

// Splice returns the README with its table of keys made anew; ok is false when the pair of comments
// that marks its place is not there. The README is stale when Splice changes it.
func Splice(readme string) (fresh string, ok bool) {
	head, rest, found := strings.Cut(readme, begin)
	_, tail, closed := strings.Cut(rest, end)
	if !found || !closed {
		return readme, false
	}
	return head + begin + "\n\n" + Markdown() + "\n" + end + tail, true
}

// Man returns the default keys as a section of the man page, in man(7) macros.
func Man() string {
	var out strings.Builder
	out.WriteString(".SH KEYS\n")
	for _, part := range parts(Defaults()) {
		out.WriteString(".SS " + capital(part.scope.Title()) + "\n")
		for _, b := range part.bindings {
			keys := make([]string, len(b.Keys))
			for i, key := range b.Keys {
				keys[i] = "\\fB" + roff(Label(key)) + "\\fR"
			}
			out.WriteString(".TP\n" + strings.Join(keys, ", ") + "\n" + roff(b.Help) + "\n")
		}
	}
	return out.String()
}

// Text returns the default keys for a terminal of that width, as `reftel keys` prints them: keys,
// what they do, and the action's name where there is room. A width below 1 means no limit.
func Text(width int) string {
	all := Defaults()
	keysWide, helpWide, actionWide := 0, 0, 0
	for _, b := range all {
		keysWide = max(keysWide, utf8.RuneCountInString(labels(b.Keys)))
		helpWide = max(helpWide, utf8.RuneCountInString(b.Help))
		actionWide = max(actionWide, utf8.RuneCountInString(string(b.Action)))
	}
	actions := width < 1 || width >= 2+keysWide+2+helpWide+2+actionWide
	beside := width < 1 || width >= 2+keysWide+2+helpWide
	var out strings.Builder
	for i, part := range parts(all) {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(capital(part.scope.Title()) + "\n")
		for _, b := range part.bindings {
			row := "  " + labels(b.Keys)
			switch {
			case actions:
				row = pad(pad(row, 2+keysWide+2)+b.Help, 2+keysWide+2+helpWide+2) + string(b.Action)
			case beside:
				row = pad(row, 2+keysWide+2) + b.Help
			default: // too narrow for columns: the help stands under its keys
				row += "\n    " + b.Help
			}
			out.WriteString(row + "\n")
		}
	}
	return out.String()
}

// part is what one scope binds.
type part struct {
	scope    Scope
	bindings []Binding
}

// parts orders the rows by scope, inside a scope by group.
func parts(bindings []Binding) []part {
	var out []part
	for _, scope := range Scopes() {
		var rows []Binding
		for _, group := range Groups() {
			for _, b := range bindings {
				if b.Scope == scope && b.Group == group {
					rows = append(rows, b)
				}
			}
		}
		if len(rows) > 0 {
			out = append(out, part{scope, rows})
		}
	}
	return out
}

func labels(keys []string) string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = Label(key)
	}
	return strings.Join(out, " ")
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[size:]
}

// roff escapes what man(7) would read as an instruction, and spells the arrows so that they come
// out on terminals of any character set.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "^", `\(ha`, "~", `\(ti`, "`", `\(ga`,
		"←", `\(<-`, "→", `\(->`, "↑", `\(ua`, "↓", `\(da`).Replace(s)
	if strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	return s
}
