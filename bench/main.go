// Command bench makes up a library, measures reftel on it, and prints the table of budgets beside what other programs
// need for the same: less, fzf, ripgrep and notmuch, where they are installed, and prose, where it can be built.
//
//	go run ./bench                   # the whole table at 251,287 cables: about 15 minutes, 5 GB of disk
//	go run ./bench -cables 20000     # the same in three minutes
//	go run ./bench -only parsing     # one part; -help lists them
//	go run ./bench -markdown         # as the README shows it
//
// With -dir the library and its index are kept in that folder and taken from there the next time.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reftel/bench/child"
)

// options say what is measured, and on what.
type options struct {
	cables   int    // of the library
	peers    int    // of the library that notmuch gets, one mail each
	names    int    // of the list for name lookups
	parsed   int    // bytes of cables.csv that the parser gets
	runs     int    // of which the middle one counts
	keys     int    // that are pressed in each pane
	dir      string // of what is made
	only     []string
	markdown bool
}

// part is a part of the table.
type part struct {
	name    string
	measure func(*bench) error
}

// parts in the order of the table. The first frames come before what makes the index, and after it.
var parts = []part{
	{"new", (*bench).neverSeen}, {"index", (*bench).indexing}, {"indexed", (*bench).indexed}, {"keys", (*bench).keyPresses},
	{"names", (*bench).nameLookups}, {"search", (*bench).searches}, {"parsing", (*bench).parsing},
	{"entities", (*bench).entities}, {"serve", (*bench).served}, {"slow", (*bench).slowLinks},
}

func main() {
	var o options
	var only string
	var names []string
	for _, p := range parts {
		names = append(names, p.name)
	}
	flag.IntVar(&o.cables, "cables", 251_287, "rows of the made-up cables.csv, about 6.8 kB each")
	flag.IntVar(&o.peers, "peers", 20_000, "rows of the smaller one that notmuch gets as mail files; 0 leaves notmuch out")
	flag.IntVar(&o.names, "names", 1_000_000, "names that are looked up in")
	size := flag.Int("size", 200, "megabytes of cables.csv that are parsed; the other formats get a tenth each")
	flag.IntVar(&o.runs, "runs", 7, "first frames and other single things that are measured; the middle one counts")
	flag.IntVar(&o.keys, "keys", 120, "presses of each kind of key")
	flag.StringVar(&o.dir, "dir", "", "folder for what is made, kept there; without it a temporary one")
	flag.StringVar(&only, "only", "", "parts to measure, parted by commas: "+strings.Join(names, ", "))
	flag.BoolVar(&o.markdown, "markdown", false, "print the table as Markdown")
	flag.Parse()
	o.parsed = *size << 20
	if only != "" {
		o.only = strings.Split(only, ",")
	}
	for _, name := range o.only {
		if !slices.Contains(names, name) {
			log.Fatalf("there is no part %q; there are %s", name, strings.Join(names, ", "))
		}
	}
	if err := run(o); err != nil {
		log.Fatal(err)
	}
}

// bench is a run.
type bench struct {
	options
	program string // reftel
	table   table
	details []string // lines below the table
}

// run makes what is needed, measures, and prints.
func run(o options) error {
	if o.dir == "" {
		temporary, err := os.MkdirTemp("", "bench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		o.dir = temporary
	}
	b := &bench{options: o, program: filepath.Join(o.dir, "reftel")}
	if err := child.Build(b.program); err != nil {
		return err
	}
	for _, p := range parts {
		if len(o.only) > 0 && !slices.Contains(o.only, p.name) {
			continue
		}
		b.say("measuring: %s", p.name)
		if err := p.measure(b); err != nil {
			b.table.add(row{what: p.name, measured: "not measured: " + err.Error()})
		}
	}
	return b.print(os.Stdout)
}

// say tells whoever waits what is being done.
func (b *bench) say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
}
