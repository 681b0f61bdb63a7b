package cli

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"reftel/model/library"
	"reftel/model/names/rules"
	"reftel/model/notebook"
	"reftel/ui/words"
)

func (t *tool) nameRules() *cobra.Command {
	var from string
	c := &cobra.Command{
		Use:    "rules",
		Short:  "What you changed of names, as a text to share",
		Hidden: true, // else the line of names in the list of commands is too wide; the help of names tells of it
		Long: `Print the rules by which you merge, split, rename, retype and hide names, one
a line: a text that can be kept, compared, changed by hand and given to
colleagues. docs/NAMES.md says how a rule is written.

With --import, add the rules of such a text to yours. It is read whole first:
when a line can't be read, or a rule contradicts another one or one of yours,
nothing is added. A rule that you have already is passed over.

Exit status: 0 there are rules or they were added, 1 there are none, 2 they
can't be read or contradict each other.`,
		Example: `# give yours away
reftel names rules > names.txt

# take a colleague's in
reftel names rules --import names.txt`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if c.Flags().Changed("import") {
				return t.importRules(from)
			}
			return t.printRules()
		},
	}
	c.Flags().StringVar(&from, "import", "", "file of rules to add to yours, - for standard input")
	return c
}

// rulesFile is where the rules about names are kept; "" where there is no folder for them.
func (t *tool) rulesFile() string {
	if t.DataDir == "" {
		return ""
	}
	return filepath.Join(t.DataDir, "reftel", "names.txt")
}

// nameSet returns the rules about names that hold. What is wrong with others is said.
func (t *tool) nameSet() (*rules.Set, error) {
	kept, err := notebook.OpenRules(t.rulesFile())
	if err != nil {
		return nil, ending{Usage, err.Error()}
	}
	set, wrong, err := kept.Set()
	if err != nil {
		return nil, ending{Usage, err.Error()}
	}
	for i, w := range wrong {
		if i == maxAlike {
			t.complain(fmt.Sprintf("%s: and %s like that", t.rulesFile(), words.Count(len(wrong)-i, "line")))
			break
		}
		t.complain(t.rulesFile() + ": " + w.Error())
	}
	return set, nil
}

// printRules prints the rules that hold.
func (t *tool) printRules() error {
	set, err := t.nameSet()
	if err != nil {
		return err
	}
	if set.Len() == 0 {
		return notFound("there are no rules about names; e in the sidebar of the reader makes one")
	}
	p := t.printer()
	for _, r := range set.Rules() {
		p.line(r.String())
	}
	return p.close()
}

// importRules adds the rules of a file.
func (t *tool) importRules(name string) error {
	if t.DataDir == "" {
		return usage("there is no folder to keep rules in: set XDG_DATA_HOME or HOME")
	}
	data, err := t.ruleText(name)
	if err != nil {
		return usage("the rules can't be read: %s", err)
	}
	more, err := rules.Parse(data)
	if err == nil {
		for i := range more {
			more[i].At = name + ", " + more[i].At
		}
		_, err = rules.New(more)
	}
	if err != nil {
		return t.notAdded(name, err)
	}
	kept, err := notebook.OpenRules(t.rulesFile())
	if err != nil {
		return ending{Usage, err.Error()}
	}
	added, err := kept.Add(more...)
	if err != nil {
		return t.notAdded(name, err)
	}
	t.complain(fmt.Sprintf("%s added, %d were there already", words.Count(added, "rule"), len(more)-added))
	return nil
}

// notAdded says, line by line, why nothing of a file was added.
func (t *tool) notAdded(name string, err error) error {
	all := []error{err}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		all = several.Unwrap()
	}
	for _, one := range all {
		t.complain(one.Error())
	}
	return usage("nothing of %s was added", name)
}

// mostRuleBytes is more than a file of rules can have.
const mostRuleBytes = 65 << 20

// ruleText reads a file of rules, or standard input.
func (t *tool) ruleText(name string) ([]byte, error) {
	if name == library.Stdin {
		return io.ReadAll(io.LimitReader(bufio.NewReader(t.In), mostRuleBytes))
	}
	f, err := library.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, mostRuleBytes))
}
