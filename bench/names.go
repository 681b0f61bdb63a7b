package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"reftel/bench/child"
	"reftel/internal/synthetic"
	"reftel/model"
	"reftel/model/names"
)

// namesLimit is how many rows a lookup returns.
const namesLimit = 50

// nameLookups measures how long it takes to find names among many, as they are typed.
func (b *bench) nameLookups() error {
	all := people(b.names)
	x := names.NewIndex()
	for i := range all {
		x.Add(&model.Cable{Names: []model.Name{{Name: all[i], Kind: model.Person, Forms: []string{all[i]}, Mentions: make([]model.Mention, 1)}}})
	}
	start := time.Now()
	ctx := context.Background()
	x.Lookup(ctx, "", 1)
	ready := time.Since(start)
	var queries []string
	for i := range 12 {
		given, family, _ := strings.Cut(strings.ToLower(all[(i*len(all)/12+i)%len(all)]), " ")
		queries = append(queries, family[:min(3, len(family))], family[:min(6, len(family))], given+" "+family)
	}
	var own []time.Duration
	for range b.runs {
		for _, q := range queries {
			start := time.Now()
			x.Lookup(ctx, q, namesLimit)
			own = append(own, time.Since(start))
		}
	}
	mine := sampleOf(own)
	r := row{what: fmt.Sprintf("name lookup, %s names", thousands(len(all))), budget: "half of fzf", measured: fmt.Sprintf("%s (99th percentile %s)", duration(mine.middle()), duration(mine.at(99)))}
	theirs, err := b.fzf(all, queries)
	if err == nil {
		r.peer, r.ratio = fmt.Sprintf("fzf --filter: %s (99th percentile %s)", duration(theirs.middle()), duration(theirs.at(99))), ratio(mine.middle(), theirs.middle())
		r.verdict = meets(2*mine.middle() <= theirs.middle())
	} else {
		r.peer = "fzf: " + err.Error()
	}
	b.table.add(r)
	b.details = append(b.details, fmt.Sprintf("names: making all ready for lookups takes %s; fzf reads its list anew each time", duration(ready)))
	return b.libraryNames(ctx)
}

// libraryNames measures lookups among the names that the index of the library holds.
func (b *bench) libraryNames(ctx context.Context) error {
	x, err := b.openLibrary()
	if err != nil {
		return err
	}
	defer x.Close()
	start := time.Now()
	known, err := x.Names(ctx)
	if err != nil {
		return err
	}
	frequent, count := known.Lookup(ctx, "", 20)
	ready := time.Since(start)
	var own []time.Duration
	for range b.runs {
		for _, hit := range frequent {
			name := strings.ToLower(hit.Name)
			for _, typed := range []string{name[:min(3, len(name))], name[:min(6, len(name))], name} {
				start := time.Now()
				known.Lookup(ctx, typed, namesLimit)
				own = append(own, time.Since(start))
			}
		}
	}
	mine := sampleOf(own)
	b.details = append(b.details, fmt.Sprintf("names of the library: %s, read from the index in %s; a lookup takes %s (99th percentile %s)", thousands(count), duration(ready), duration(mine.middle()), duration(mine.at(99))))
	return nil
}

// people are so many different names.
func people(count int) []string {
	seen := make(map[string]bool, count)
	out := make([]string, 0, count)
	for i := uint64(0); len(out) < count; i++ {
		if name := synthetic.Person(i); !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

// fzf measures the same queries.
func (b *bench) fzf(all, queries []string) (sample, error) {
	path := filepath.Join(b.dir, "names.txt")
	defer os.Remove(path)
	if err := os.WriteFile(path, []byte(strings.Join(all, "\n")+"\n"), 0o600); err != nil {
		return nil, err
	}
	var took []time.Duration
	for _, q := range queries {
		r, err := child.Task{Program: "fzf", Args: []string{"--filter", q}, In: path}.Run()
		if err != nil {
			return nil, err
		}
		if len(bytes.TrimSpace(r.Out)) == 0 {
			return nil, fmt.Errorf("finds nothing for %q", q)
		}
		took = append(took, r.Took)
	}
	return sampleOf(took), nil
}
