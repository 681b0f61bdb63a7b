// Package styles keeps styles by name.
package styles

import "github.com/alecthomas/chroma/v2"

// Registry holds the styles that were registered.
var Registry = map[string]*chroma.Style{}

// Register keeps a style.
func Register(s *chroma.Style) *chroma.Style {
	Registry[s.Name] = s
	return s
}
