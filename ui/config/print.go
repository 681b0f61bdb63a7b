package config

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"reftel/keymap"
	"reftel/ui/theme"
)

// quote writes text as TOML has it. What is written is a name or a key: nothing in it has to be escaped but these two.
func quote(s string) string { return `"` + escapes.Replace(s) + `"` }

var escapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func quoteAll[S ~string](values []S) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = quote(string(v))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// show makes a name of the file fit for a sentence.
func show(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return fmt.Sprintf("%q", s)
}

// String returns the settings as a file with a comment for each, which Read reads as the same settings.
func (c Config) String() string {
	var b strings.Builder
	b.WriteString("# Settings of reftel. What is left out of a file has its default.\n")
	head := ""
	for _, s := range settings() {
		table, name, nested := strings.Cut(s.name, ".")
		if !nested {
			table, name = "", s.name
		}
		if table != head {
			head = table
			fmt.Fprintf(&b, "\n[%s]\n", table)
		} else {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "# %s\n%s = %s\n", s.about, name, s.write(c))
	}
	for _, o := range c.Themes.Own() {
		c.printTheme(&b, o)
	}
	c.printKeys(&b)
	return b.String()
}

// printTheme writes a theme of the user's.
func (c Config) printTheme(b *strings.Builder, o theme.Own) {
	fmt.Fprintf(b, "\n# A theme of your own: the base with other colours\n[themes.%s]\nbase = %s\n", o.Name, quote(o.Base))
	names := make([]string, 0, len(o.Tokens))
	for name := range o.Tokens {
		names = append(names, name)
	}
	all := theme.Tokens()
	sort.Slice(names, func(i, j int) bool { return slices.Index(all, names[i]) < slices.Index(all, names[j]) })
	for _, name := range names {
		fmt.Fprintf(b, "%s = %s\n", name, quote(o.Tokens[name]))
	}
}

// printKeys writes the keys, scope by scope: what the map has, and what was taken out of the table.
func (c Config) printKeys(b *strings.Builder) {
	for _, scope := range keymap.Scopes() {
		fmt.Fprintf(b, "\n# Keys: %s\n[keys.%s]\n", scope.Title(), scope)
		rows := c.Keys.Bindings(scope)
		for _, d := range keymap.Defaults() {
			if d.Scope == scope && !slices.ContainsFunc(rows, func(r keymap.Binding) bool { return r.Action == d.Action }) {
				d.Keys = nil
				rows = append(rows, d)
			}
		}
		for _, r := range rows {
			fmt.Fprintf(b, "# %s\n%s = %s\n", r.Help, quote(string(r.Action)), quoteAll(r.Keys))
		}
	}
}
