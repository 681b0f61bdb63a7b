package cli

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"reftel/model/library"
	"reftel/ui/visible"
	"reftel/ui/words"
)

// overview prints how much is redacted in the cables that answer a query. From an index the redacted ones are read, which
// may take a while.
func (t *tool) overview(ctx context.Context, p *printer, a, redacted *answer, l look) error {
	h := library.NewHiding()
	for _, c := range a.cables {
		h.Note(c)
	}
	told, shown := time.Now(), false
	for i := range redacted.cables {
		if ctx.Err() != nil {
			break
		}
		if c := redacted.whole(i); c != nil {
			h.Read(c)
		}
		if t.OutTerminal && !t.flags.json && time.Since(told) > barEvery {
			told, shown = time.Now(), true
			fmt.Fprintf(t.Err, "\r\x1b[Kreading redacted cables: %s of %s", words.Number(i+1), words.Number(len(redacted.cables)))
		}
	}
	if shown {
		fmt.Fprint(t.Err, "\r\x1b[K")
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	switch hidden := h.Hidden(); {
	case len(redacted.cables) == 0:
	case t.flags.json:
		p.json(newHiddenRecord(&hidden))
	default:
		t.printHidden(p, &hidden, l)
	}
	return nil
}

// mostRows is how many values of a kind are shown: what is rare is in the JSON.
const mostRows = 15

// printHidden prints the sum, and a list for each way in which it is spread.
func (t *tool) printHidden(p *printer, h *library.Hidden, l look) {
	n := h.All
	said := fmt.Sprintf("%s in %s of %s (%s), in %s of their %s (%s)", words.Count(n.Redactions, "redaction"),
		words.Number(n.Redacted), words.Count(n.Cables, "cable"), percent(n.Redacted, n.Cables),
		words.Number(n.Touched), words.Count(n.Paragraphs, "paragraph"), share(n.Touched, n.Paragraphs))
	for _, line := range t.wrapped(said) {
		p.raw(l.render(line, l.theme.Title) + "\n")
	}
	for _, part := range []struct {
		title, without string
		values         []library.Concealed
	}{{"post", "no post", h.Posts}, {"year", "no date", h.Years}, {"what is hidden", "", h.Kinds}, {"exemption code", "none given", h.Codes}} {
		rows := [][]string{{part.title, "redactions"}}
		byText := part.title == "post" || part.title == "year"
		if byText {
			rows[0] = append(rows[0], "redacted cables", "", "their paragraphs", "")
		} else {
			rows[0] = append(rows[0], "")
		}
		values := part.values
		if part.title != "year" {
			values = values[:min(len(values), mostRows)]
		}
		var shares []float64
		for _, v := range values {
			row := []string{quoteLine(v.Value), words.Number(v.Redactions)}
			if v.Value == "" {
				row[0] = part.without
			}
			if byText {
				row = append(row, of(v.Redacted, v.Cables), percent(v.Redacted, v.Cables), of(v.Touched, v.Paragraphs), share(v.Touched, v.Paragraphs))
				shares = append(shares, ratio(v.Touched, v.Paragraphs))
			} else {
				row = append(row, percent(v.Redactions, n.Redactions))
				shares = append(shares, ratio(v.Redactions, n.Redactions))
			}
			rows = append(rows, row)
		}
		p.raw("\n")
		for _, line := range t.hiddenTable(rows, shares, values, l) {
			p.raw(line + "\n")
		}
		if more := len(part.values) - len(values); more > 0 {
			p.raw("  " + l.render("and "+words.Number(more)+" more", l.theme.Dim) + "\n")
		}
	}
}

// Widths of the lists.
const (
	longestBar   = 20
	longestValue = 28
)

// hiddenTable sets rows, of which the first is the heading, in columns, with a bar behind each for its share; the bar of
// the largest share is the longest. Numbers stand to the right.
func (t *tool) hiddenTable(rows [][]string, shares []float64, values []library.Concealed, l look) []string {
	wide := make([]int, len(rows[0]))
	for i := range rows {
		rows[i][0] = ansi.Truncate(rows[i][0], longestValue, "…")
		for k, cell := range rows[i] {
			if i > 0 || k < 2 {
				wide[k] = max(wide[k], ansi.StringWidth(cell))
			}
		}
	}
	most := 0.0
	for _, s := range shares {
		most = max(most, s)
	}
	var out []string
	for i, row := range rows {
		var line strings.Builder
		for k, cell := range row {
			pad := strings.Repeat(" ", max(0, wide[k]-ansi.StringWidth(cell)))
			if line.WriteString("  "); k == 0 || i == 0 && k > 1 {
				line.WriteString(cell + pad)
			} else {
				line.WriteString(pad + cell)
			}
		}
		text := strings.TrimRight(line.String(), " ")
		if i == 0 {
			if t.Width > 0 {
				text = ansi.Truncate(text, t.Width, "…")
			}
			out = append(out, l.render(text, l.theme.Heading))
			continue
		}
		if drawn := bar(shares[i-1], most); drawn != "" {
			text += "  " + l.render(drawn, l.theme.Bar)
			if meaning := visible.Line(values[i-1].Meaning); meaning != "" {
				text += strings.Repeat(" ", longestBar-ansi.StringWidth(drawn)+2) + meaning
			}
		}
		if t.Width > 0 {
			text = ansi.Truncate(text, t.Width, "…")
		}
		out = append(out, text)
	}
	return out
}

// bar draws a share; half a cell is told, and what is not nothing is seen.
func bar(share, most float64) string {
	if share <= 0 || most <= 0 {
		return ""
	}
	halves := max(1, int(share/most*2*longestBar+0.5))
	return strings.Repeat("█", halves/2) + strings.Repeat("▌", halves%2)
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// share is percent, but says nothing of nothing.
func share(n, of int) string {
	if n == 0 {
		return "0%"
	}
	return percent(n, of)
}

func of(n, all int) string { return words.Number(n) + " of " + words.Number(all) }

// wrapped breaks a sentence into lines for the terminal.
func (t *tool) wrapped(s string) []string {
	if t.runningWidth() == 0 {
		return []string{s}
	}
	return folded(s, t.runningWidth())
}

// hiddenRecord is what --overview --json gives.
type hiddenRecord struct {
	concealedRecord
	Posts []concealedRecord `json:"posts"`
	Years []concealedRecord `json:"years"`
	Kinds []concealedRecord `json:"kinds"` // of what is hidden
	Codes []concealedRecord `json:"codes"`
}

// concealedRecord is how much is redacted, in all or of one value.
type concealedRecord struct {
	Value      string `json:"value,omitzero"`
	Meaning    string `json:"meaning,omitzero"`
	Cables     int    `json:"cables,omitzero"`
	Redacted   int    `json:"cables_redacted,omitzero"`
	Redactions int    `json:"redactions"`
	Paragraphs int    `json:"paragraphs,omitzero"` // of the redacted cables
	Touched    int    `json:"paragraphs_redacted,omitzero"`
}

func newHiddenRecord(h *library.Hidden) hiddenRecord {
	list := func(of []library.Concealed) []concealedRecord {
		out := make([]concealedRecord, len(of))
		for i, n := range of {
			out[i] = concealedRecord(n)
		}
		return out
	}
	return hiddenRecord{concealedRecord(h.All), list(h.Posts), list(h.Years), list(h.Kinds), list(h.Codes)}
}
