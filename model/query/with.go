package query

import "strings"

// With writes a condition behind a query that is typed, so that it asks what it asked and the condition besides: a
// word that was being typed stays the beginning of a word (harb* from:LISBON), an open quotation mark is closed. The
// blank behind the condition ends its last word. A query that asks the condition already comes back as it is.
func With(typed, condition string) string {
	asked, err := ParseTyped(typed)
	if err != nil {
		return condition + " "
	}
	written := condition + " " + typed // what can't be finished stays at the end, where it goes on being typed
	for _, end := range []string{"", "*", `"`, ")"} {
		if whole, err := Parse(typed + end); err == nil && whole.same(asked) {
			written = strings.TrimLeft(strings.TrimSpace(typed+end)+" "+condition+" ", " ")
			break
		}
	}
	if both, err := ParseTyped(written); err == nil && both.same(asked) {
		return typed
	}
	return written
}

// same reports whether two queries ask the same.
func (q Query) same(other Query) bool {
	if q.IsZero() || other.IsZero() {
		return q.IsZero() == other.IsZero()
	}
	return q.root.key() == other.root.key()
}
