package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"
)

// row is a line of the table.
type row struct {
	what, budget, measured, peer, ratio string
	verdict                             verdict
}

// verdict says whether a budget is met.
type verdict string

const (
	none   verdict = "" // there is no budget
	met    verdict = "met"
	missed verdict = "missed"
)

// meets is met when all of it holds.
func meets(all ...bool) verdict {
	for _, ok := range all {
		if !ok {
			return missed
		}
	}
	return met
}

// table is what is printed.
type table struct{ rows []row }

func (t *table) add(r row) { t.rows = append(t.rows, r) }

var heads = []string{"what", "budget", "measured", "", "other program", "ratio"}

func (r row) cells() []string {
	return []string{r.what, r.budget, r.measured, string(r.verdict), r.peer, r.ratio}
}

// print writes machine, material, table and details.
func (b *bench) print(w io.Writer) error {
	intro := machine() + "\n" + b.material()
	if !b.markdown {
		fmt.Fprintf(w, "%s\n\n", intro)
		tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		fmt.Fprintln(tab, strings.Join(heads, "\t"))
		for _, r := range b.table.rows {
			fmt.Fprintln(tab, strings.Join(r.cells(), "\t"))
		}
		if err := tab.Flush(); err != nil {
			return err
		}
		_, err := fmt.Fprintln(w, "\n"+strings.Join(b.details, "\n"))
		return err
	}
	fmt.Fprintf(w, "%s\n\n| %s |\n|%s\n", strings.ReplaceAll(intro, "\n", " "), strings.Join(heads, " | "), strings.Repeat("---|", len(heads)))
	for _, r := range b.table.rows {
		cells := r.cells()
		for i := range cells {
			cells[i] = strings.ReplaceAll(cells[i], "|", `\|`)
		}
		fmt.Fprintf(w, "| %s |\n", strings.Join(cells, " | "))
	}
	if len(b.details) > 0 {
		fmt.Fprintf(w, "\n```\n%s\n```\n", strings.Join(b.details, "\n"))
	}
	return nil
}

// material says what was measured on.
func (b *bench) material() string {
	said := fmt.Sprintf("Made-up cables.csv of %s rows", thousands(b.cables))
	if size := fileSize(b.library()); size > 0 {
		said += ", " + bytesOf(size)
	}
	return said + "; files in memory unless said; middle of several runs."
}

// duration writes a time with two or three figures.
func duration(d time.Duration) string {
	ms := float64(d) / float64(time.Millisecond)
	switch {
	case ms < 1:
		return fmt.Sprintf("%.2f ms", ms)
	case ms < 10:
		return fmt.Sprintf("%.1f ms", ms)
	case ms < 10_000:
		return fmt.Sprintf("%.0f ms", ms)
	case d < 3*time.Minute:
		return fmt.Sprintf("%.0f s", d.Seconds())
	}
	return fmt.Sprintf("%.1f min", d.Minutes())
}

// bytesOf writes a size: 140 MB, 1.7 GB.
func bytesOf(n int64) string {
	const mega, giga = 1_000_000, 1_000_000_000
	switch {
	case n < 10*1000:
		return fmt.Sprintf("%d bytes", n)
	case n < mega:
		return fmt.Sprintf("%d kB", n/1000)
	case n < giga:
		return fmt.Sprintf("%d MB", n/mega)
	}
	return fmt.Sprintf("%.1f GB", float64(n)/giga)
}

// thousands writes a number with commas.
func thousands(n int) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// ratio writes how one time stands to another: "1/12" or "1.3".
func ratio(own, other time.Duration) string {
	if own <= 0 || other <= 0 {
		return ""
	}
	if r := float64(other) / float64(own); r >= 2 {
		return fmt.Sprintf("1/%.0f", r)
	}
	return fmt.Sprintf("%.1f", float64(own)/float64(other))
}
