package cli

import (
	"github.com/spf13/cobra"

	"reftel/keymap"
)

func (t *tool) keys() *cobra.Command {
	return &cobra.Command{
		Use:     "keys",
		Short:   "The keys of the reader",
		GroupID: groupLearn,
		Long:    "Print every key of the interactive reader and what it does, with those that your settings\nchange. In the reader, ? shows the same.",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			settings, wrong := t.settings()
			p := t.printer()
			p.raw(keymap.Text(settings.Keys.Bindings(), t.Width))
			if err := p.close(); err != nil {
				return err
			}
			return t.settleSettings(wrong)
		},
	}
}

// shells lists what completions are made for.
func shells() []string { return []string{"bash", "zsh", "fish"} }

// bashWords parts the line into words where bash has no package bash-completion, on which the script that cobra makes relies:
// small servers and Macs.
const bashWords = `# Without the package bash-completion, blanks part the words of the line.
if ! declare -F _get_comp_words_by_ref >/dev/null 2>&1; then
    _get_comp_words_by_ref()
    {
        local line=${COMP_LINE:0:COMP_POINT}
        read -ra words <<<"$line"
        if [[ $line == *[[:space:]] ]]; then words+=(""); fi
        cword=$((${#words[@]} - 1))
        cur=${words[cword]}
        prev=${words[cword > 0 ? cword - 1 : 0]}
    }
fi

`

func (t *tool) completion() *cobra.Command {
	return &cobra.Command{
		Use:     "completion bash|zsh|fish",
		Short:   "Completions for your shell",
		GroupID: groupLearn,
		Long:    "Print the script that makes a shell complete the commands, flags and paths of reftel.",
		Example: `# bash: in ~/.bashrc
source <(reftel completion bash)

# zsh: into a folder of $fpath
reftel completion zsh > "${fpath[1]}/_reftel"

# fish
reftel completion fish > ~/.config/fish/completions/reftel.fish`,
		ValidArgs: shells(),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("reftel completion needs the name of a shell: bash, zsh or fish")
			}
			p := t.printer()
			var err error
			switch args[0] {
			case "bash":
				p.raw(bashWords)
				err = c.Root().GenBashCompletionV2(p.out, true)
			case "zsh":
				err = c.Root().GenZshCompletion(p.out)
			case "fish":
				err = c.Root().GenFishCompletion(p.out, true)
			default:
				return usage("there are no completions for %q, only for bash, zsh and fish", args[0])
			}
			if p.err == nil {
				p.err = err
			}
			return p.close()
		},
	}
}

func (t *tool) man() *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "The manual page",
		GroupID: groupLearn,
		Long:    "Print the manual page in the form that man reads.",
		Example: `# read it
reftel man | man -l -

# install it
reftel man > ~/.local/share/man/man1/reftel.1`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			p := t.printer()
			p.raw(manual(c.Root()))
			return p.close()
		},
	}
}
