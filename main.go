// Reftel reads diplomatic cables in the terminal.
package main

import (
	"os"

	"reftel/ui/cli"
)

func main() { os.Exit(cli.Main()) }
