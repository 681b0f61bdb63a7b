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

// Markdown returns the table of the default keys for the README, section by section.
func Markdown() string {
	var out strings.Builder
	cell := strings.NewReplacer("|", "\\|")
	for _, section := range Sections(Defaults()) {
		out.WriteString("\n**" + section.Title + "**\n\n| key | does |\n|---|---|\n")
		for _, b := range section.Bindings {
			out.WriteString("| `" + cell.Replace(b.Labels("` `")) + "` | " + cell.Replace(b.Help) + " |\n")
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

// Text returns the keys of a table for a terminal of that width, as `reftel keys` prints them: keys,
// what they do, and the action's name where there is room. A width below 1 means no limit.
func Text(table []Binding, width int) string {
	keysWide, helpWide, actionWide := 0, 0, 0
	for _, b := range table {
		keysWide = max(keysWide, utf8.RuneCountInString(b.Labels(" ")))
		helpWide = max(helpWide, utf8.RuneCountInString(b.Help))
		actionWide = max(actionWide, utf8.RuneCountInString(string(b.Action)))
	}
	actions := width < 1 || width >= 2+keysWide+2+helpWide+2+actionWide
	beside := width < 1 || width >= 2+keysWide+2+helpWide
	var out strings.Builder
	for i, section := range Sections(table) {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(section.Title + "\n")
		for _, b := range section.Bindings {
			row := "  " + b.Labels(" ")
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

// Section is what documentation says of one scope.
type Section struct {
	Title    string // with a capital: Any pane
	Bindings []Binding
}

// Sections returns the keys of a table in the order of documentation: by scope, and inside a scope by
// group.
func Sections(table []Binding) []Section {
	var out []Section
	for _, scope := range Scopes() {
		section := Section{Title: capital(scope.Title())}
		for _, group := range Groups() {
			for _, b := range table {
				if b.Scope == scope && b.Group == group {
					section.Bindings = append(section.Bindings, b)
				}
			}
		}
		if len(section.Bindings) > 0 {
			out = append(out, section)
		}
	}
	return out
}

// Labels returns the keys of a binding as help shows them, parted by a separator.
func (b Binding) Labels(separator string) string {
	out := make([]string, len(b.Keys))
	for i, key := range b.Keys {
		out[i] = Label(key)
	}
	return strings.Join(out, separator)
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[size:]
}
