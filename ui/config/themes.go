package config

import (
	"fmt"
	"slices"
	"strconv"

	"reftel/ui/theme"
	"reftel/ui/words"
)

// ownTheme is a theme of the user's with the lines that it stands in.
type ownTheme struct {
	theme.Own
	line  int            // where it begins
	lines map[string]int // of tokens
	bad   bool
}

// themes takes the user's own themes. One in which something is wrong is left out as a whole: half a theme is no theme.
func (r *reading) themes(all []entry) {
	var own []*ownTheme
	for _, e := range all {
		if e.path[0] != "themes" {
			continue
		}
		name := e.path[1]
		at := slices.IndexFunc(own, func(o *ownTheme) bool { return o.Name == name })
		if at < 0 {
			at = len(own)
			o := &ownTheme{Own: theme.Own{Name: name, Base: theme.Dark, Tokens: map[string]string{}}, line: e.line, lines: map[string]int{}}
			if err := theme.CheckName(name); err != nil {
				o.bad = true
				r.wrong(e.line, "%s", err)
			}
			own = append(own, o)
		}
		r.token(own[at], e)
	}
	var good []theme.Own
	for _, o := range own {
		if o.bad || r.unreadable(o) {
			r.refused = append(r.refused, o.Name)
			continue
		}
		good = append(good, o.Own)
	}
	r.config.Themes = theme.NewSet(good)
}

// token takes an entry of a theme.
func (r *reading) token(o *ownTheme, e entry) {
	if _, head := e.value.(table); head && len(e.path) == 2 {
		return
	}
	fail := func(format string, args ...any) {
		o.bad = true
		r.wrong(e.line, format, args...)
	}
	if len(e.path) != 3 {
		fail("themes.%s is a table and has %s; write [themes.%s], and below it: base = \"dark\"", o.Name, kindOf(e.value), o.Name)
		return
	}
	key := e.path[2]
	if key == "base" {
		if err := oneOf(&o.Base, e.value, theme.Bases()); err != nil {
			fail("base %s", err)
		}
		return
	}
	if tokens := theme.Tokens(); !slices.Contains(tokens, key) {
		fail("there is no colour %s in a theme%s; the colours are base, %s", show(key), didYouMean(key, append(tokens, "base")), join(tokens))
		return
	}
	color, ok := e.value.(string)
	if n, isNumber := e.value.(int64); isNumber {
		color, ok = strconv.FormatInt(n, 10), true
	}
	if !ok {
		fail("%s wants a colour and has %s; write \"#rrggbb\" or a number of 0 to 255", key, kindOf(e.value))
		return
	}
	if err := theme.CheckColor(color); err != nil {
		fail("%s: %s", key, err)
		return
	}
	o.Tokens[key], o.lines[key] = color, e.line
}

// unreadable says which colours of a theme can't be read, if any can't: of those that one line makes so the first, and how
// many more.
func (r *reading) unreadable(o *ownTheme) bool {
	bad := o.Check()
	var lines []int
	at := map[int][]theme.Unreadable{}
	for _, u := range bad {
		line := o.line
		for _, token := range []string{u.Token, u.Token + "-background", "selected-background", "blurred-background"} {
			if l := o.lines[token]; l > 0 {
				line = l
				break
			}
		}
		if at[line] == nil {
			lines = append(lines, line)
		}
		at[line] = append(at[line], u)
	}
	for _, line := range lines {
		more := ""
		if n := len(at[line]) - 1; n > 0 {
			more = fmt.Sprintf(" (nor %s there)", words.Count(n, "other colour"))
		}
		r.wrong(line, "the theme %s is left out: %s%s", o.Name, at[line][0], more)
	}
	return len(bad) > 0
}
