package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reftel/keymap"
	"reftel/ui/config"
	"reftel/ui/theme"
)

// manual returns the manual page in man(7) macros, made from the commands and the table of keys.
func manual(root *cobra.Command) string {
	var m roffWriter
	m.WriteString(".TH REFTEL 1 \"\" \"reftel\" \"User Commands\"\n")
	m.section("NAME")
	m.text("reftel - " + strings.ToLower(root.Short[:1]) + root.Short[1:])
	m.section("SYNOPSIS")
	m.text(root.Use)
	for _, c := range commandsOf(root) {
		m.macro(".br")
		m.text("reftel " + c.Use)
	}
	m.section("DESCRIPTION")
	m.text(root.Long)
	m.section("OPTIONS")
	m.flags(root)
	m.item("-h, --help", "Help for reftel or, behind a command, for that command.")
	m.item("-v, --version", "Which build this is.")
	m.section("COMMANDS")
	for _, c := range commandsOf(root) {
		m.subsection("reftel " + c.Use)
		m.text(strings.Replace(c.Long, aboutQueries(), "\n\nWhat a query may be is said under QUERIES.", 1))
		m.flags(c)
	}
	m.section("QUERIES")
	m.text(strings.TrimSpace(aboutQueries()))
	m.section("KEYS")
	for _, s := range keymap.Sections(keymap.Defaults()) {
		m.subsection(s.Title)
		for _, b := range s.Bindings {
			m.item(b.Labels(", "), b.Help)
		}
	}
	m.section("SETTINGS")
	m.text("The file is reftel/config.toml in your folder for settings, in TOML. reftel config prints all of it.")
	for _, s := range config.Settings() {
		m.item(s.Name+" = "+s.Default, s.About+".")
	}
	m.item("[keys.SCOPE]", "Below it: an action = a key, or a list of keys. The scopes are "+scopes()+".")
	m.item("[themes.NAME]", "Below it: base = one of "+strings.Join(theme.Bases(), ", ")+", and colours: "+strings.Join(theme.Tokens(), ", ")+".")
	m.section("ENVIRONMENT")
	m.item(configVariable, "A file of settings, in the place of your own.")
	m.item(libraryVariable, "Files and folders that make the library when none are named, parted as in PATH.")
	m.item("NO_COLOR", "When set, no colours are used unless --theme asks for them, and what is printed is plain text.")
	m.item("SSH_CONNECTION, SSH_TTY", "When one is set, the reader takes the whole screen when it gets the focus, which sends least, and frames wait for the link.")
	m.section("EXIT STATUS")
	m.item(fmt.Sprint(Found), "Something was found.")
	m.item(fmt.Sprint(NotFound), "Everything was read and nothing was found.")
	m.item(fmt.Sprint(Usage), "The command line can't be carried out, or reftel itself has failed: then a line on the error stream says where the report is.")
	m.item(fmt.Sprint(PartlyRead), "Some of the input could not be read; a line on the error stream says which file, and why. The rest was used.")
	m.item(fmt.Sprintf("%d+N", BySignal), "It was ended by signal N.")
	m.section("EXAMPLES")
	m.example(root.Example)
	for _, c := range commandsOf(root) {
		m.example(c.Example)
	}
	return m.String()
}

// scopes names the scopes that keys have.
func scopes() string {
	var out []string
	for _, s := range keymap.Scopes() {
		out = append(out, string(s))
	}
	return strings.Join(out, ", ")
}

// commandsOf returns the commands that help shows.
func commandsOf(root *cobra.Command) []*cobra.Command {
	var out []*cobra.Command
	for _, c := range root.Commands() {
		if !c.Hidden && c.GroupID != "" {
			out = append(out, c)
		}
	}
	return out
}

// roffWriter writes man(7) macros.
type roffWriter struct{ strings.Builder }

func (m *roffWriter) macro(s string) { m.WriteString(s + "\n") }

func (m *roffWriter) section(title string) { m.macro(".SH " + title) }

func (m *roffWriter) subsection(title string) { m.macro(".SS \"" + roff(title) + "\"") }

// text writes paragraphs. Lines that are indented stay as they are.
func (m *roffWriter) text(s string) {
	inTable := false
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		indented := strings.HasPrefix(line, "  ")
		switch {
		case line == "" && !inTable:
			m.macro(".PP")
			continue
		case indented && !inTable:
			inTable = true
			m.macro(".nf")
		case !indented && inTable:
			inTable = false
			m.macro(".fi")
		}
		if line != "" {
			m.macro(roff(line))
		}
	}
	if inTable {
		m.macro(".fi")
	}
}

// item writes a term in bold with what it means.
func (m *roffWriter) item(term, meaning string) {
	m.macro(".TP")
	m.macro(".B " + roff(term))
	m.macro(roff(meaning))
}

func (m *roffWriter) flags(c *cobra.Command) {
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" || f.Name == "version" {
			return
		}
		term := "--" + f.Name
		if f.Shorthand != "" {
			term = "-" + f.Shorthand + ", " + term
		}
		if kind, _ := pflag.UnquoteUsage(f); kind != "" {
			term += " " + strings.ToUpper(f.Name)
		}
		m.item(term, sentence(strings.ReplaceAll(f.Usage, "\n", " ")))
	})
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// example writes lines that begin with # as text and the others as commands.
func (m *roffWriter) example(s string) {
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		if comment, is := strings.CutPrefix(line, "# "); is {
			m.macro(".PP")
			m.macro(roff(sentence(comment)))
		} else if line != "" {
			m.macro(".RS 4")
			m.macro(".nf")
			m.macro(roff(line))
			m.macro(".fi")
			m.macro(".RE")
		}
	}
}

// roff escapes what man(7) would read as an instruction, and spells the arrows, brackets and dots so
// that they come out on terminals of any character set.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, `"`, `\(dq`, "^", `\(ha`, "~", `\(ti`, "`", `\(ga`,
		"←", `\(<-`, "→", `\(->`, "↑", `\(ua`, "↓", `\(da`, "⟦", `\[u27E6]`, "⟧", `\[u27E7]`,
		"⟪", `\[u27EA]`, "⟫", `\[u27EB]`, "…", `\[u2026]`).Replace(s)
	if strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	return s
}
