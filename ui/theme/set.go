package theme

import (
	"fmt"
	"slices"
	"strings"
)

// Set is the themes that there are: those of reftel and the user's own. The zero Set has reftel's alone.
type Set struct{ own []Own }

// NewSet returns a set with the user's own themes, in their order.
func NewSet(own []Own) Set { return Set{slices.Clone(own)} }

// Own returns the user's own themes.
func (s Set) Own() []Own { return slices.Clone(s.own) }

// Names lists what New accepts: Auto, reftel's themes, the user's own.
func (s Set) Names() []string { return append([]string{Auto}, s.ring()...) }

// ring is the order in which one theme follows another.
func (s Set) ring() []string {
	out := []string{Dark, Light, HighContrast, Mono}
	for _, o := range s.own {
		out = append(out, o.Name)
	}
	return out
}

// Next returns the name of the theme behind the given one; the first follows the last.
func (s Set) Next(name string) string {
	ring := s.ring()
	return ring[(slices.Index(ring, name)+1)%len(ring)]
}

// New returns the theme of that name. For "auto" (or "") the background decides: dark tells whether
// it is, and is true where the terminal did not say. HighContrast has colours for either background. An unknown name is an
// error that lists the names.
func (s Set) New(name string, dark bool) (Theme, error) {
	switch name {
	case Auto, "":
		if dark {
			name = Dark
		} else {
			name = Light
		}
	case Mono:
		return mono(), nil
	}
	if t, ok := builtin(name, dark); ok {
		return colored(name, t), nil
	}
	for _, o := range s.own {
		if o.Name == name {
			return colored(name, o.tokens(dark)), nil
		}
	}
	return Theme{}, fmt.Errorf("there is no theme %q; the themes are %s", name, strings.Join(s.Names(), ", "))
}

// builtin returns the tokens of a theme of reftel's that has any.
func builtin(name string, dark bool) (tokens, bool) {
	switch name {
	case Dark:
		return darkTokens(), true
	case Light:
		return lightTokens(), true
	case HighContrast:
		if dark {
			return highContrastDark(), true
		}
		return highContrastLight(), true
	}
	return tokens{}, false
}

// New is Set.New with reftel's own themes.
func New(name string, dark bool) (Theme, error) { return Set{}.New(name, dark) }
