// Package quick writes program code as it is.
package quick

import "io"

// Highlight writes the source; lexer, formatter and style make no difference.
func Highlight(w io.Writer, source, _, _, _ string) error {
	_, err := io.WriteString(w, source)
	return err
}
