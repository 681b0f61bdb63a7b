package render

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"reftel/model"
	"reftel/ui/visible"
)

// tabStop is the distance of the columns that a tab in preformatted text leads to.
const tabStop = 8

// shown is the visible form of a text, with what leads back from it to the text.
type shown struct {
	text     string
	pictures []picture
}

// picture is a stretch of the visible form that stands for other bytes of the text.
type picture struct {
	start, end int // in the visible form
	at         model.Span
}

// source returns the byte of the text that the byte of the visible form at offset shows.
func (s shown) source(offset int) int {
	i := sort.Search(len(s.pictures), func(i int) bool { return s.pictures[i].end > offset })
	if i < len(s.pictures) && s.pictures[i].start <= offset {
		return s.pictures[i].at.Start
	}
	if i == 0 {
		return offset
	}
	p := s.pictures[i-1]
	return p.at.End + offset - p.end
}

// show makes a text visible: control characters and their like become the pictures of package
// visible, a tab becomes a blank or, with pre, the blanks up to its column. Line ends stay.
func show(text string, pre bool) shown {
	form := visible.Text(text)
	if form == text && strings.IndexByte(text, '\t') < 0 {
		return shown{text: text}
	}
	a := aligner{text: text}
	for i, j := 0, 0; i < len(text); {
		size, length := align(text[i:], form[j:])
		switch {
		case text[i] == '\t' && pre:
			a.copyTo(i)
			a.replace(i, size, strings.Repeat(" ", tabStop-a.column()%tabStop))
		case text[i] == '\t':
			a.replace(i, size, " ")
		case length != size || text[i:i+size] != form[j:j+length]:
			a.replace(i, size, form[j:j+length])
		}
		i += size
		j += length
	}
	a.copyTo(len(text))
	return shown{a.out.String(), a.pictures}
}

// align returns how many bytes the first character of text has, and how many the beginning of its
// visible form that stands for it.
func align(text, form string) (size, length int) {
	r, size := utf8.DecodeRuneInString(text)
	isBroken := r == utf8.RuneError && size == 1
	if !isBroken && strings.HasPrefix(form, text[:size]) {
		return size, size
	}
	first, length := utf8.DecodeRuneInString(form)
	if first == '⟨' { // U+27E8: a name in brackets
		if n := strings.Index(form, "⟩"); n >= 0 {
			length = n + len("⟩")
		}
	}
	return size, length
}

// aligner writes a visible form and notes where it is not the text.
type aligner struct {
	text     string
	copied   int // text[:copied] is in out
	out      strings.Builder
	pictures []picture

	measured, cells int // the line of out's byte measured is cells wide up to there
}

// copyTo copies the text up to an offset as it is.
func (a *aligner) copyTo(offset int) {
	a.out.WriteString(a.text[a.copied:offset])
	a.copied = offset
}

// replace writes form for the size bytes of the text at offset.
func (a *aligner) replace(offset, size int, form string) {
	a.copyTo(offset)
	start := a.out.Len()
	a.out.WriteString(form)
	a.pictures = append(a.pictures, picture{start, a.out.Len(), model.Span{Start: offset, End: offset + size}})
	a.copied += size
}

// column returns how many cells of the line stand before what is written next.
func (a *aligner) column() int {
	line := a.out.String()[a.measured:]
	if n := strings.LastIndexByte(line, '\n'); n >= 0 {
		line, a.cells = line[n+1:], 0
	}
	a.cells += ansi.StringWidth(line)
	a.measured = a.out.Len()
	return a.cells
}
