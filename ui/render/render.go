// Package render lays the text of a cable out in rows of terminal cells, and tells for every row
// which bytes of the text it shows.
//
// The road of a text:
//
//	text ── shown ──> visible form ── glamour, from escaped text ──> rows ── check ──> lines
//	                       │                                           │ fails
//	                       └── own word wrapper (long, preformatted) ──┴──────────> lines
//
// A row is always one unbroken stretch of the visible form: white space falls away where a row
// ends, and nothing else ever does. What glamour returns is therefore only trusted for the places
// where it broke the text, and each of its rows is compared with the visible form; when one
// differs, the block is laid out by the package's own wrapper, which cannot lose anything. That
// keeps the rule of DESIGN section 2 (no word on the screen that is not in the source, none
// hidden) out of the hands of a Markdown renderer.
//
// It is the only package that imports glamour.
package render

import (
	"sync"

	"charm.land/glamour/v2"

	"reftel/model"
)

// glamourLimit is the size in bytes above which a text goes to the plain word wrapper: glamour
// renders about 1 MB/s, so that 16 KB would already hold a key press up for one frame (16 ms).
// The paragraphs of cables are mostly below 2 KB.
const glamourLimit = 16 << 10

// Renderer lays texts out and remembers what it laid out. It may be used by several goroutines:
// glamour's renderers may not (MEASURED: 195 of 200 concurrent renders wrong), so one text is laid
// out at a time.
type Renderer struct {
	mu     sync.Mutex
	byWide map[int]*glamour.TermRenderer
	cache  cache

	refused int // texts whose glamour rows failed the check, for the tests
}

// New returns a renderer that has laid nothing out yet.
func New() *Renderer {
	return &Renderer{byWide: map[int]*glamour.TermRenderer{}}
}

// Lay breaks text into lines of at most width cells; a width below 1 counts as 1.
//
// Running text is broken at white space and after hyphens, words that are too long anywhere. With
// pre, columns and blanks are kept, tabs are expanded to every eighth column, and a line that is
// too long goes on in further rows that begin with a hanging marker. In both, "\n" ends a line.
// Control characters and their like are laid out as visible pictures.
//
// There is at least one line, and a line has at least one run. The only line that may be wider
// than width is a single character that is (a wide one where width is 1). The lines are shared
// with later callers: do not change them.
func (r *Renderer) Lay(text string, width int, pre bool) []Line {
	width = max(width, 1)
	r.mu.Lock()
	defer r.mu.Unlock()
	k := cacheKey{text, width, pre}
	if lines, ok := r.cache.get(k); ok {
		return lines
	}
	lines := r.lay(text, width, pre)
	r.cache.put(k, lines)
	return lines
}

func (r *Renderer) lay(text string, width int, pre bool) []Line {
	s := show(text, pre)
	if pre {
		return s.lines(wrapHard(s.text, width))
	}
	if len(text) <= glamourLimit {
		if rows, ok := r.glamourRows(s.text, width); ok {
			return s.lines(rows)
		}
		r.refused++
	}
	return s.lines(wrapWords(s.text, width))
}

// row is a stretch of a visible form that stands on one line, behind lead.
type row struct {
	start, end int
	lead       string
}

// lines turns rows of the visible form into lines of the text.
func (s shown) lines(rows []row) []Line {
	lines := make([]Line, len(rows))
	runs := make([]Run, 0, len(rows)+2*len(s.pictures))
	at := 0 // index of the first picture that ends behind the row's start
	for i, w := range rows {
		from := len(runs)
		for at < len(s.pictures) && s.pictures[at].end <= w.start {
			at++
		}
		if w.lead != "" {
			here := s.source(w.start)
			runs = append(runs, Run{Text: w.lead, At: model.Span{Start: here, End: here}})
		}
		runs = s.appendRuns(runs, w, at)
		lines[i].Runs = runs[from:len(runs):len(runs)]
	}
	return lines
}

// appendRuns appends the runs of one row; the first picture that can touch it has index at.
func (s shown) appendRuns(runs []Run, w row, at int) []Run {
	pos := w.start
	for _, p := range s.pictures[at:] {
		if p.start >= w.end {
			break
		}
		if pos < p.start {
			runs = append(runs, s.verbatim(pos, p.start))
		}
		end := min(p.end, w.end)
		runs = append(runs, Run{s.text[max(pos, p.start):end], p.at, true})
		pos = end
	}
	if pos < w.end || w.start == w.end {
		runs = append(runs, s.verbatim(pos, w.end))
	}
	return runs
}

// verbatim returns the run for a stretch of the visible form that holds no picture.
func (s shown) verbatim(start, end int) Run {
	from := s.source(start)
	return Run{Text: s.text[start:end], At: model.Span{Start: from, End: from + end - start}}
}
