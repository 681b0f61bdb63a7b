package main

import (
	"context"
	"fmt"
	"time"

	"reftel/bench/child"
	"reftel/model/library/index"
	"reftel/model/query"
)

// Budget of searching as one types, and how many hits are read.
const (
	searchBudget = 50 * time.Millisecond
	firstHits    = 50
)

// typed are queries whose every beginning is asked, from the second letter on: common and rare words, phrases,
// beginnings of words, names, fields.
var typed = []string{
	"the", "government", "president minister", `"of the"`, `"human rights"`, `"in the government"`, "fisheries", "corruption reform", "pr*", "co*",
	"st* th*", "marina", `"finance minister"`, "ministry railway", "cold harbor", `"cold harbor"`, "xxxxxxxxxxxx", "terrorist OR terrorism attack",
	"election -fraud", "from:ankara visa", "class:>=secret missile", "date:2009 election", "has:redaction minister", "tag:PREL treaty", "name:omar", "subject:visit",
	"zoran", "earthquake relief", "a", "of",
}

// searches measures the full text.
func (b *bench) searches() error {
	x, err := b.openLibrary()
	if err != nil {
		return err
	}
	defer x.Close()
	var steps []time.Duration
	slowest, longest := "", time.Duration(0)
	for range 3 {
		for _, q := range typed {
			for end := min(2, len(q)); end <= len(q); end++ {
				took, err := search(x, q[:end])
				if err != nil {
					return err
				}
				steps = append(steps, took)
				if took > longest {
					slowest, longest = q[:end], took
				}
			}
		}
	}
	own := sampleOf(steps)
	r := row{what: "full text as you type, first 50 hits", budget: "50 ms at the 95th percentile",
		measured: fmt.Sprintf("%s, 95th percentile %s (slowest %s: %s)", duration(own.middle()), duration(own.at(95)), duration(longest), slowest), verdict: meets(own.at(95) <= searchBudget)}
	rg, rgOwn, err := b.compare(x, plain, func(q string) child.Task {
		return child.Task{Program: "rg", Args: []string{"--fixed-strings", "--ignore-case", "--count", "--", unquoted(q), b.library()}}
	})
	if err == nil {
		r.peer, r.ratio = fmt.Sprintf("rg -Fi over the same: %s for whole queries (reftel %s)", duration(rg.middle()), duration(rgOwn.middle())), ratio(rgOwn.middle(), rg.middle())
	} else {
		r.peer = "rg: " + err.Error()
	}
	b.table.add(r)
	if b.peers > 0 {
		b.table.add(b.searchMails())
	}
	return nil
}

// plain are queries that mean the same to other programs.
var plain = []string{"government", "earthquake", "corruption", `"human rights"`, `"of the"`, `"finance minister"`, `"in the government"`, "marina", "fisheries", `"cold harbor"`}

// unquoted is a phrase without its quotes.
func unquoted(q string) string {
	if len(q) > 1 && q[0] == '"' {
		return q[1 : len(q)-1]
	}
	return q
}

// search asks as a reader who types does, and reads what a screen shows of the newest hits.
func search(x *index.Index, text string) (time.Duration, error) {
	start := time.Now()
	q, err := query.ParseTyped(text)
	if err != nil {
		return time.Since(start), nil // said at once; there is nothing to search for
	}
	var found *index.Result
	if x.IsLarge() {
		found, err = x.SearchNewest(context.Background(), q, firstHits)
	}
	if err == nil && (found == nil || found.Len() < firstHits) {
		found, err = x.Search(context.Background(), q)
	}
	if err != nil {
		return 0, fmt.Errorf("%q: %w", text, err)
	}
	shown := 0
	for number := range found.NewestFirst() {
		if _, err := x.Row(number); err != nil {
			return 0, err
		}
		if shown++; shown == firstHits {
			break
		}
	}
	return time.Since(start), nil
}

// compare measures queries in another program and in the index.
func (b *bench) compare(x *index.Index, queries []string, task func(query string) child.Task) (other, own sample, err error) {
	var theirs, ours []time.Duration
	for _, q := range queries {
		for range min(3, b.runs) {
			r, err := task(q).Run()
			if err != nil {
				return nil, nil, err
			}
			took, err := search(x, q)
			if err != nil {
				return nil, nil, err
			}
			theirs, ours = append(theirs, r.Took), append(ours, took)
		}
	}
	return sampleOf(theirs), sampleOf(ours), nil
}

// searchMails measures the smaller library in notmuch and in an index of its own.
func (b *bench) searchMails() row {
	r := row{what: fmt.Sprintf("the same among %s cables", thousands(b.peers))}
	if !child.Has("notmuch") {
		r.peer = "notmuch: " + child.ErrNotHere.Error()
		return r
	}
	fail := func(err error) row {
		r.measured = "not measured: " + err.Error()
		return r
	}
	if err := b.makeCSV(b.peers); err != nil {
		return fail(err)
	}
	if folderSize(b.maildir()) == 0 {
		if _, err := b.notmuchNew(); err != nil {
			return fail(err)
		}
	}
	defer b.dropMails()
	dir, _, err := b.index(b.smaller(), b.smallCache())
	if err != nil {
		return fail(err)
	}
	x, err := index.Open(dir)
	if err != nil {
		return fail(err)
	}
	defer x.Close()
	other, own, err := b.compare(x, plain, func(q string) child.Task {
		return child.Task{Program: "notmuch", Args: []string{"search", "--limit=50", "--sort=newest-first", q}, Env: b.notmuchEnvironment()}
	})
	if err != nil {
		return fail(err)
	}
	r.measured = fmt.Sprintf("%s, 95th percentile %s", duration(own.middle()), duration(own.at(95)))
	r.peer = fmt.Sprintf("notmuch search --limit=50: %s, 95th percentile %s", duration(other.middle()), duration(other.at(95)))
	r.ratio = ratio(own.middle(), other.middle())
	return r
}
