package theme

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Own is a theme of the user's: one of reftel's with some tokens changed.
type Own struct {
	Name   string            // small letters, digits and hyphens
	Base   string            // one of Bases
	Tokens map[string]string // by names of Tokens: "#rrggbb" or a number of 0 to 255
}

// Bases lists the themes that may be changed.
func Bases() []string { return []string{Dark, Light, HighContrast} }

// leastContrast is what text needs not to be refused: less can't be read.
const leastContrast = 3

// token is a colour that may be changed.
type token struct {
	name  string
	of    func(*tokens) *string
	under func(*tokens) *string // the background that belongs to it; nil: the terminal's, and that of the selected row
	text  bool                  // it colours text; else a line or a background
}

// tokenTable lists the tokens in the order of the documentation.
func tokenTable() []token {
	own := func(name string, of func(*tokens) *string) token { return token{name, of, nil, true} }
	out := []token{
		own("dim", func(t *tokens) *string { return &t.dim }),
		own("faint", func(t *tokens) *string { return &t.faint }),
		{"rule", func(t *tokens) *string { return &t.rule }, nil, false},
		own("accent", func(t *tokens) *string { return &t.accent }),
		own("unclassified", func(t *tokens) *string { return &t.unclassified }),
		own("sensitive", func(t *tokens) *string { return &t.sensitive }),
		own("confidential", func(t *tokens) *string { return &t.confidential }),
		own("secret", func(t *tokens) *string { return &t.secret }),
		own("top-secret", func(t *tokens) *string { return &t.topSecret }),
		own("reference", func(t *tokens) *string { return &t.reference }),
		own("broken", func(t *tokens) *string { return &t.broken }),
		own("editor", func(t *tokens) *string { return &t.editor }),
		own("garble", func(t *tokens) *string { return &t.garble }),
	}
	for _, p := range []struct {
		name string
		of   func(*tokens) *pair
	}{
		{"selected", func(t *tokens) *pair { return &t.selected }},
		{"blurred", func(t *tokens) *pair { return &t.blurred }},
		{"redaction", func(t *tokens) *pair { return &t.redaction }},
		{"chosen", func(t *tokens) *pair { return &t.chosen }},
		{"match", func(t *tokens) *pair { return &t.match }},
		{"current", func(t *tokens) *pair { return &t.current }},
	} {
		on, under := func(t *tokens) *string { return &p.of(t).on }, func(t *tokens) *string { return &p.of(t).under }
		out = append(out, token{p.name, on, under, true}, token{p.name + "-background", under, nil, false})
	}
	return out
}

// Tokens lists the names of the colours that a theme of the user's may change.
func Tokens() []string {
	var out []string
	for _, t := range tokenTable() {
		out = append(out, t.name)
	}
	return out
}

var (
	ownName = regexp.MustCompile(`^[a-z][a-z0-9-]{0,31}$`)
	hex     = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
)

// CheckName returns what is wrong with the name of a theme of the user's, nil if nothing is.
func CheckName(name string) error {
	switch {
	case !ownName.MatchString(name):
		return fmt.Errorf("a theme can't be called %q; use small letters, digits and hyphens", name)
	case slices.Contains(Set{}.Names(), name):
		return fmt.Errorf("reftel has a theme %q itself; call yours otherwise", name)
	}
	return nil
}

// CheckColor returns what is wrong with a colour, nil if nothing is.
func CheckColor(color string) error {
	if n, err := strconv.Atoi(color); err == nil && n >= 0 && n <= 255 && strconv.Itoa(n) == color || hex.MatchString(color) {
		return nil
	}
	return fmt.Errorf("%q is no colour; write \"#rrggbb\" or a number of 0 to 255", color)
}

// Unreadable is a token whose text can't be read.
type Unreadable struct {
	Token string  // of Tokens
	On    string  // what it stands on, in words
	Ratio float64 // of the contrast, below 3
}

// Error names the token and the ratio.
func (u Unreadable) Error() string {
	return fmt.Sprintf("%s has a contrast of %.1f to 1 on %s, and below %d nobody can read it; make it lighter or darker", u.Token, u.Ratio, u.On, leastContrast)
}

// Check returns the tokens of text whose contrast is below 3 to 1 on what they stand on: their own background, else that of
// the selected row and that of the terminal, which counts as black for a dark theme and as white for a light one.
func (o Own) Check() (out []Unreadable) {
	for _, dark := range []bool{true, false} {
		if o.Base == Dark && !dark || o.Base == Light && dark {
			continue
		}
		t := o.tokens(dark)
		ground := ground{"a black background", "#000000"}
		if !dark {
			ground.name, ground.color = "a white background", "#ffffff"
		}
		for _, k := range tokenTable() {
			if k.text {
				if u, bad := k.unreadable(&t, ground); bad && !slices.ContainsFunc(out, func(v Unreadable) bool { return v.Token == u.Token }) {
					out = append(out, u)
				}
			}
		}
	}
	return out
}

// ground is what text stands on.
type ground struct{ name, color string }

// unreadable finds what a token can't be read on.
func (k token) unreadable(t *tokens, terminal ground) (u Unreadable, bad bool) {
	grounds := []ground{terminal, {"the selected row", t.selected.under}, {"the selected row of a pane without focus", t.blurred.under}}
	if k.under != nil {
		grounds = []ground{{"its own background", *k.under(t)}}
	}
	for _, g := range grounds {
		if ratio := contrast(*k.of(t), g.color); ratio < leastContrast {
			return Unreadable{k.name, g.name, ratio}, true
		}
	}
	return Unreadable{}, false
}

// tokens returns the colours of the base with those that are changed.
func (o Own) tokens(dark bool) tokens {
	t, _ := builtin(o.Base, dark)
	for _, k := range tokenTable() {
		if color, changed := o.Tokens[k.name]; changed {
			*k.of(&t) = strings.ToLower(color)
		}
	}
	return t
}
