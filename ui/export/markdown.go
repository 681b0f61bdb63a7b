package export

import (
	"io"
	"strings"

	"reftel/model"
	"reftel/model/cite"
	"reftel/ui/words"
)

// Markdown writes cables as CommonMark, which GitHub's and Pandoc's dialects read the same way. Redactions stand as they
// do in the source; tables are fenced.
func Markdown(out io.Writer, s Selection) error {
	w := &writer{out: out}
	w.print("# ", escapeLine(s.heading()), "\n\n", escapeLine(s.legend()), "\n")
	w.each(s.Cables, func(_ int, c *model.Cable) {
		w.print("\n---\n")
		if c == nil {
			w.print("\n", escapeLine(words.Note(unreadable)), "\n")
			return
		}
		markdownCable(w, c)
	})
	return w.err
}

// markdownCable writes one cable.
func markdownCable(w *writer, c *model.Cable) {
	f := factsOf(c)
	w.print("\n## ", escapeLine(words.Join(" ", f.id, f.classification, f.title)), "\n\n")
	w.print(escapeLine(f.about), "\n\n---\n")
	runs := c.Runs(shown...)
	var header []string // lines that stand close together
	for i := range c.Blocks {
		b := &c.Blocks[i]
		if text := markdownBlock(b, runs[i]); text != "" {
			if b.Kind == model.Header {
				header = append(header, text)
			} else {
				w.print("\n", text, "\n")
			}
		}
		if last := i+1 == len(c.Blocks); len(header) > 0 && (last || c.Blocks[i+1].Kind != model.Header) {
			w.print("\n", hardLines(header), "\n")
			header = nil
		}
	}
	w.print("\n---\n\n", escapeLine("Cite as: "+Citation(cite.Of(c))), "\n")
}

// markdownBlock returns a block without the line end behind it.
func markdownBlock(b *model.Block, runs []model.Run) string {
	text := markdownText(b, runs)
	if b.Kind == model.Preformatted {
		return fenced(text)
	}
	if b.Kind == model.Heading {
		return "### " + escapeLine(text)
	}
	return escapeText(text)
}

// markdownText puts a block together: what stands before its text, the text, signs of reftel's own.
func markdownText(b *model.Block, runs []model.Run) string {
	var out strings.Builder
	out.WriteString(quoteLine(b.Lead))
	if b.Lead != "" && (b.Text != "" || len(runs) > 0) {
		out.WriteString(" ")
	}
	for _, r := range runs {
		if own := ownSign(r); own != "" {
			left, right := apart(b.Text[:r.Span.Start], b.Text[r.Span.End:])
			out.WriteString(left + words.Note(own) + right)
		} else {
			out.WriteString(quote(r.Span.In(b.Text)))
		}
	}
	return out.String()
}

// fenced sets a text as it is, between fences that are longer than any in it.
func fenced(text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + "\n" + text + "\n" + fence
}
