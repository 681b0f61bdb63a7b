package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"reftel/ui/config"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// configVariable names a file of settings in the place of the user's own.
const configVariable = "REFTEL_CONFIG"

func (t *tool) configCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "config",
		Short:   "Your settings",
		GroupID: groupLearn,
		Long: `Print the settings that hold, each with what it may be, as a file that reftel
reads: theme, columns, dates, every key, themes of your own. The file is
reftel/config.toml in your folder for settings (on Linux ~/.config), or the
one that --config or $` + configVariable + ` names. Write into it only what you want
otherwise; the rest keeps its default.

With --check, say of each mistake in the file the line, what is wrong, and what
to do. What is wrong keeps its default, so a mistake never stops the reading.

Exit status: 0 all is right, 3 something in the file is wrong.`,
		Example: `# see everything that can be set
reftel config | less

# after a change
reftel config --check`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return t.runConfig() },
	}
	c.Flags().BoolVar(&t.flags.check, "check", false, "only say what is wrong in the file")
	return c
}

// runConfig prints the settings, or checks them.
func (t *tool) runConfig() error {
	settings, wrong := t.settings()
	file := visible.Line(t.own.file)
	p := t.printer()
	switch {
	case t.flags.check && len(wrong) > 0:
	case t.flags.check && t.own.found:
		p.line(file + " is right.")
	case t.flags.check:
		p.line("There is no " + file + "; the defaults hold.")
	default:
		said := "# From " + file + "\n"
		if !t.own.found {
			said = "# There is no " + file + "; these are the defaults.\n"
		}
		p.raw(said + settings.String())
	}
	if err := p.close(); err != nil {
		return err
	}
	return t.settleSettings(wrong)
}

// ownSettings are the settings of this run with what is wrong in their file.
type ownSettings struct {
	file  string
	found bool // the file is there
	config.Config
	wrong []config.Mistake
}

// settings reads the user's settings, once.
func (t *tool) settings() (config.Config, []config.Mistake) {
	if t.own == nil {
		t.own = &ownSettings{Config: config.Default()}
		t.own.load(t.settingsFile())
	}
	return t.own.Config, t.own.wrong
}

// load reads a file; asked says that somebody has named it.
func (r *ownSettings) load(file string, asked bool) {
	r.file = file
	if file == "" {
		return
	}
	_, err := os.Stat(file)
	r.found = !errors.Is(err, fs.ErrNotExist)
	if !r.found && asked {
		r.wrong = []config.Mistake{{What: "there is no such file; the defaults hold"}}
		return
	}
	r.Config, r.wrong = config.Load(file)
}

// settingsFile returns the file of settings, "" if there is no place for one, and whether somebody has named it.
func (t *tool) settingsFile() (file string, asked bool) {
	if t.flags.config != "" {
		return t.flags.config, true
	}
	if file := t.Getenv(configVariable); file != "" {
		return file, true
	}
	if t.ConfigDir == "" {
		return "", false
	}
	return filepath.Join(t.ConfigDir, "reftel", "config.toml"), false
}

// settleSettings says what is wrong in the file of settings.
func (t *tool) settleSettings(wrong []config.Mistake) error {
	for _, m := range wrong {
		t.complain(t.mistake(t.own.file, m))
	}
	if len(wrong) > 0 {
		return ending{PartlyRead, ""}
	}
	return nil
}

// mistake is a sentence about a file of settings.
func (t *tool) mistake(file string, m config.Mistake) string {
	if m.Line == 0 {
		return file + ": " + m.What
	}
	return file + ", " + m.String()
}

// notice says in one sentence what is wrong in the file of settings, "" if nothing is: the first mistake, and how many
// more there are.
func (t *tool) notice(wrong []config.Mistake) string {
	if len(wrong) == 0 {
		return ""
	}
	said := t.mistake(filepath.Base(t.own.file), wrong[0]) + "."
	if more := len(wrong) - 1; more > 0 {
		said += " " + words.Count(more, "more mistake") + ": reftel config --check."
	}
	return said
}
