package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reftel/model/cite"
	"reftel/ui/layout"
	"reftel/ui/list"
	"reftel/ui/words"
)

// setting is one thing to set, apart from keys and the colours of themes.
type setting struct {
	name  string // theme, list.width
	about string // in a few words, the values that it may have among them
	read  func(c *Config, v any) error
	write func(c Config) string // as TOML
}

// settings lists what there is to set, in the order of the file; those of a table stand together.
func settings() []setting {
	return []setting{
		{"theme", "How it looks: auto (fits the terminal), dark, light, high-contrast, mono, or a theme of your own",
			func(c *Config, v any) error { return oneOf(&c.Theme, v, c.Themes.Names()) },
			func(c Config) string { return quote(c.Theme) }},
		{"mouse", "The wheel scrolls and a click selects: true or false. Text is then selected with shift and drag",
			func(c *Config, v any) error { return truth(&c.Mouse, v) },
			func(c Config) string { return strconv.FormatBool(c.Mouse) }},
		{"ascii", "Draw lines, bars and signs in ASCII: true or false. The text of cables stays as it is",
			func(c *Config, v any) error { return truth(&c.ASCII, v) },
			func(c Config) string { return strconv.FormatBool(c.ASCII) }},
		{"plain", "For screen readers: one pane at a time, no lines, bars and movement, the place said in words: true or false",
			func(c *Config, v any) error { return truth(&c.Plain, v) },
			func(c Config) string { return strconv.FormatBool(c.Plain) }},
		{"date", "How list and reader write dates: iso (2010-01-29), day-first (29.01.2010), month-first (01/29/2010), spelled (29 Jan 2010), military (29 JAN 10)",
			func(c *Config, v any) error { return oneOf(&c.Dates, v, words.AllDates()) },
			func(c Config) string { return quote(string(c.Dates)) }},
		{"citation", "How citations are written, by reftel cite and when one is copied: text (a note), bibtex, ris, csl-json",
			func(c *Config, v any) error { return oneOf(&c.Citation, v, cite.Formats()) },
			func(c Config) string { return quote(string(c.Citation)) }},
		{"list.width", fmt.Sprintf("Columns of the list beside the reader: %d to %d; 0: as fits the screen", layout.LeastList, layout.MostList),
			func(c *Config, v any) error { return width(&c.ListWidth, v, layout.LeastList, layout.MostList) },
			func(c Config) string { return strconv.Itoa(c.ListWidth) }},
		{"list.columns", "What the list shows, from left to right, where a cable is one row (from 90 columns on): " + join(list.Columns()),
			func(c *Config, v any) error { return columns(&c.Columns, v) },
			func(c Config) string { return quoteAll(c.Columns) }},
		{"sidebar.width", fmt.Sprintf("Columns of the sidebar: %d to %d; 0: as fits the screen", layout.LeastSidebar, layout.MostSidebar),
			func(c *Config, v any) error {
				return width(&c.SidebarWidth, v, layout.LeastSidebar, layout.MostSidebar)
			},
			func(c Config) string { return strconv.Itoa(c.SidebarWidth) }},
	}
}

// Setting is what documentation says of one thing to set.
type Setting struct{ Name, About, Default string }

// Settings lists what there is to set, apart from keys and themes of one's own, with the default as it is written in a file.
func Settings() []Setting {
	var out []Setting
	for _, s := range settings() {
		out = append(out, Setting{s.name, s.about, s.write(Default())})
	}
	return out
}

// tables lists the heads of tables that a file may have, but for the names of themes.
func tables() []string {
	out := []string{"keys", "themes"}
	for _, s := range settings() {
		if head, _, nested := strings.Cut(s.name, "."); nested && !slices.Contains(out, head) {
			out = append(out, head)
		}
	}
	return out
}

// wants is the error of a value of the wrong kind.
func wants(what, example string, v any) error {
	return fmt.Errorf("wants %s and has %s; write %s", what, kindOf(v), example)
}

// oneOf takes a word of a list.
func oneOf[S ~string](to *S, v any, words []S) error {
	s, ok := v.(string)
	if !ok {
		return wants("a word in quotes", quote(string(words[0])), v)
	}
	if !slices.Contains(words, S(s)) {
		return fmt.Errorf("can't be %q%s; it may be %s", s, didYouMean(s, words), join(words))
	}
	*to = S(s)
	return nil
}

// truth takes true or false.
func truth(to *bool, v any) error {
	b, ok := v.(bool)
	if !ok {
		return wants("true or false", "true", v)
	}
	*to = b
	return nil
}

// width takes a number of columns.
func width(to *int, v any, least, most int) error {
	n, ok := v.(int64)
	if !ok {
		return wants("a number", strconv.Itoa(least), v)
	}
	if n != 0 && (n < int64(least) || n > int64(most)) {
		return fmt.Errorf("can't be %d; it may be %d to %d, or 0 for what fits the screen", n, least, most)
	}
	*to = int(n)
	return nil
}

// columns takes a list of columns, each at most once.
func columns(to *[]list.Column, v any) error {
	texts, ok := textsOf(v)
	if !ok {
		return wants("a list of words", quoteAll(list.Columns()), v)
	}
	var out []list.Column
	for _, s := range texts {
		var c list.Column
		if err := oneOf(&c, s, list.Columns()); err != nil {
			return err
		}
		if slices.Contains(out, c) {
			return fmt.Errorf("has %q twice; write it once", s)
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		return fmt.Errorf("has no column; write at least one of %s", join(list.Columns()))
	}
	*to = out
	return nil
}

// textsOf returns the words of a list.
func textsOf(v any) (out []string, ok bool) {
	all, ok := v.([]any)
	if !ok {
		return nil, false
	}
	for _, v := range all {
		s, ok := v.(string)
		if !ok {
			return nil, false
		}
		out = append(out, s)
	}
	return out, true
}

// join names values in a sentence.
func join[S ~string](values []S) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return strings.Join(out, ", ")
}
