package palette

import (
	"strings"

	"reftel/model/names"
)

// MergedSign stands before a name that the reader has merged.
const MergedSign = "⊕"

// nameSign says of a name that the reader has merged it: that is a claim of the reader's, and not of the library's.
func nameSign(h *names.Hit) string {
	if h.Joined {
		return MergedSign
	}
	return "@"
}

// otherForms lists the other forms of a name that the reader has changed, so that it can be seen what was joined.
func otherForms(h *names.Hit) string {
	if !h.Ruled || len(h.Forms) < 2 {
		return ""
	}
	return gap + "= " + strings.Join(h.Forms[1:], ", ")
}
