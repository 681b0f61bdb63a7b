package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"reftel/bench/child"
)

// Budget of key presses, and of the bytes that one sends over the line.
const (
	keyBudget   = 16 * time.Millisecond
	cursorBytes = 150
	lineBytes   = 130
	pageBytes   = 3400
)

// What is waited for between keys: much longer than the reader waits before it follows the cursor of the list, so that
// what it sends is not taken for the answer to the next key.
const (
	pauseBetween = 300 * time.Millisecond
	pauseAtMost  = 5 * time.Second
	loadedQuiet  = 3 * time.Second
	loadedAtMost = 20 * time.Minute
	loadedMemory = 4_000_000_000
)

// pressed is what was found about one kind of key.
type pressed struct {
	what   string
	took   []time.Duration
	bytes  []int // of the answer
	after  []int // of what follows by itself: the reader that follows the cursor
	silent int   // presses without an answer
}

func middle(numbers []int) int {
	if len(numbers) == 0 {
		return 0
	}
	return slices.Sorted(slices.Values(numbers))[len(numbers)/2]
}

// session presses keys on a terminal.
type session struct {
	*child.Terminal
	kinds []*pressed
}

// press presses keys one by one. What stands in stuck is pressed after a key that is not answered: the text was at its end.
func (s *session) press(what string, keys []string, stuck string) (*pressed, error) {
	p := &pressed{what: what}
	s.kinds = append(s.kinds, p)
	for _, key := range keys {
		b, err := s.Press(key)
		switch {
		case errors.Is(err, child.ErrSilent):
			p.silent++
			if stuck != "" {
				if err := s.do(stuck); err != nil {
					return nil, err
				}
			}
			continue
		case err != nil:
			return nil, err
		}
		after, err := s.Settle(pauseBetween, pauseAtMost)
		if err != nil && !errors.Is(err, child.ErrSilent) {
			return nil, err
		}
		p.took, p.bytes, p.after = append(p.took, b.Took), append(p.bytes, b.Bytes), append(p.after, after)
	}
	return p, nil
}

// do presses keys that aren't measured.
func (s *session) do(keys ...string) error {
	for _, key := range keys {
		if _, err := s.Press(key); err != nil && !errors.Is(err, child.ErrSilent) {
			return err
		}
		if _, err := s.Settle(pauseBetween, pauseAtMost); err != nil && !errors.Is(err, child.ErrSilent) {
			return err
		}
	}
	return nil
}

// letters are the keys of a text.
func letters(text string) []string { return strings.Split(text, "") }

func times(key string, n int) []string { return strings.Split(strings.Repeat(key, n), "") }

const escape = "\x1b"

// keyPresses measures how long keys take in the large library, and what they send.
func (b *bench) keyPresses() error {
	if _, err := b.indexedLibrary(); err != nil {
		return err
	}
	t, err := child.OnTerminal(b.environment(b.largeCache()), b.program, b.library())
	if err != nil {
		return err
	}
	defer t.Close()
	if _, err := t.First(showsList); err != nil {
		return err
	}
	if err := loaded(t); err != nil {
		return err
	}
	s := &session{Terminal: t}
	idle, err := t.Settle(loadedQuiet, 2*loadedQuiet)
	if err != nil {
		return err
	}
	resident, peak := t.Memory()
	many := func(key string) []string { return times(key, b.keys) }
	few := func(key string) []string { return times(key, max(10, b.keys/4)) }

	var list, line, page *pressed
	for _, step := range []func() error{
		func() (err error) {
			there := strings.Repeat("j", 10) + strings.Repeat("k", 10) // without scrolling
			list, err = s.press("list, j and k", strings.Split(strings.Repeat(there, max(1, b.keys/20)), ""), "")
			return err
		},
		func() (err error) { _, err = s.press("list, j as it scrolls", many("j"), ""); return err },
		func() (err error) { _, err = s.press("list, page", few(" "), ""); return err },
		func() (err error) {
			_, err = s.press("list, g and G", strings.Split(strings.Repeat("Gg", max(5, b.keys/8)), ""), "")
			return err
		},
		func() error {
			for _, text := range []string{"government", "minister of", `"human rights"`, "date:2009 co"} {
				if err := s.do("/"); err != nil {
					return err
				}
				if _, err := s.press("filter", letters(text), ""); err != nil {
					return err
				}
				if err := s.do(escape, escape); err != nil {
					return err
				}
			}
			return nil
		},
		func() error {
			for _, text := range []string{"summary", "@omar", "#road"} {
				if err := s.do(":"); err != nil {
					return err
				}
				if _, err := s.press("palette", letters(text), ""); err != nil {
					return err
				}
				if err := s.do(escape); err != nil {
					return err
				}
			}
			return nil
		},
		func() error { return s.do("g", "\r", "z") },
		func() (err error) { line, err = s.press("zoomed reader, j", many("j"), "J"); return err },
		func() (err error) { page, err = s.press("zoomed reader, page", few(" "), "J"); return err },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	b.addKeys(s, idle, resident, peak, list, line, page)
	return nil
}

// loaded waits until nothing happens on the screen. A program that takes all memory meanwhile is not waited for.
func loaded(t *child.Terminal) error {
	for start := time.Now(); ; {
		_, err := t.Settle(loadedQuiet, 2*loadedQuiet)
		if !errors.Is(err, child.ErrSilent) {
			return err
		}
		if resident, _ := t.Memory(); resident > loadedMemory {
			return fmt.Errorf("the program is still reading and has %s resident", bytesOf(resident))
		}
		if time.Since(start) > loadedAtMost {
			return fmt.Errorf("the screen did not become quiet in %s", loadedAtMost)
		}
	}
}

// addKeys adds the rows of what was found.
func (b *bench) addKeys(s *session, idle int, resident, peak int64, list, line, page *pressed) {
	var all []time.Duration
	silent := 0
	for _, p := range s.kinds {
		all, silent = append(all, p.took...), silent+p.silent
	}
	own := sampleOf(all)
	b.table.add(row{what: "a key press anywhere", budget: "16 ms at the 99th percentile", measured: fmt.Sprintf("%s, 99th percentile %s, of %d", duration(own.middle()), duration(own.at(99)), len(own)),
		verdict: meets(len(own) > 0, own.at(99) <= keyBudget)})
	lessLine, lessPage, err := b.lessBytes()
	peer := func(n int) string {
		if err != nil {
			return "less: " + err.Error()
		}
		return fmt.Sprintf("less: %d", n)
	}
	b.table.add(row{what: "bytes a key, list cursor", budget: "150", measured: fmt.Sprintf("%d, and %d when the reader follows", middle(list.bytes), middle(list.after)), verdict: meets(middle(list.bytes) <= cursorBytes)})
	b.table.add(row{what: "bytes a key, line of the zoomed reader", budget: "130", measured: fmt.Sprint(middle(line.bytes)), peer: peer(lessLine), verdict: meets(len(line.bytes) > 0, middle(line.bytes) <= lineBytes)})
	b.table.add(row{what: "bytes a key, page of the zoomed reader", budget: "3,400", measured: thousands(middle(page.bytes)), peer: peer(lessPage), verdict: meets(len(page.bytes) > 0, middle(page.bytes) <= pageBytes)})
	b.table.add(row{what: "bytes while idle", budget: "0", measured: fmt.Sprint(idle), verdict: meets(idle == 0)})
	b.details = append(b.details, fmt.Sprintf("keys: pressed when nothing was written for %s, at %s resident (%s at most before); %d had no answer", duration(loadedQuiet), bytesOf(resident), bytesOf(peak), silent))
	byKind := map[string]*pressed{}
	var order []string
	for _, p := range s.kinds {
		if byKind[p.what] == nil {
			byKind[p.what] = &pressed{}
			order = append(order, p.what)
		}
		k := byKind[p.what]
		k.took, k.bytes, k.after = append(k.took, p.took...), append(k.bytes, p.bytes...), append(k.after, p.after...)
	}
	for _, what := range order {
		k := byKind[what]
		times := sampleOf(k.took)
		b.details = append(b.details, fmt.Sprintf("  %-20s %4d keys  middle %s  99th percentile %s  %d bytes, then %d", what, len(times), duration(times.middle()), duration(times.at(99)), middle(k.bytes), middle(k.after)))
	}
}

// lessBytes measures what less sends for a line and for a page of the same file.
func (b *bench) lessBytes() (line, page int, err error) {
	t, err := child.OnTerminal(nil, "less", b.library())
	if err != nil {
		return 0, 0, err
	}
	defer t.Close()
	s := &session{Terminal: t}
	if _, err := t.Settle(loadedQuiet/3, pauseAtMost); err != nil {
		return 0, 0, err
	}
	lines, err := s.press("line", times("j", 40), "")
	if err != nil {
		return 0, 0, err
	}
	pages, err := s.press("page", times(" ", 20), "")
	if err != nil {
		return 0, 0, err
	}
	return middle(lines.bytes), middle(pages.bytes), nil
}
