package main

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"text/tabwriter"

	"reftel/internal/synthetic"
	"reftel/parser"
)

// Budgets of parsing, on one core. cablemapRate is what cablemap's author gives for it: cables a second on one core,
// header and body already cut out of the page.
const (
	parsingRate  = 20 << 20 // bytes a second
	cablemapRate = 1000
	cablemapTen  = 10
)

// parsing measures the parser on one core and on two: megabytes and cables a second, allocations for each cable, and
// the most memory that was resident.
func (b *bench) parsing() error {
	path := filepath.Join(b.dir, "parsing.csv")
	if err := copyTo(path, synthetic.New(seed).CSV(b.parsed)); err != nil {
		return err
	}
	defer os.Remove(path)
	var text bytes.Buffer
	tab := tabwriter.NewWriter(&text, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tab, "format\tMB\tcables\tcores\tMB/s\tMB/CPU s\tcables/s\tcablemap\tallocations/cable\tKB/cable\tpeak MB\t")
	for _, m := range []struct {
		name string
		make func() iter.Seq[task] // before the clock runs; one form at a time is in memory
	}{
		{"cables-csv", func() iter.Seq[task] { return fromFile(path) }},
		{"site pages", func() iter.Seq[task] { return fromMemory(pages(b.parsed / 10)) }},
		{"NARA records", func() iter.Seq[task] { return fromMemory(archive(b.parsed / 10)) }},
		{"FRUS TEI", func() iter.Seq[task] { return fromMemory(volumes(b.parsed / 10)) }},
	} {
		work := m.make()
		for _, cores := range []int{1, 2} {
			r, err := measure(work, cores)
			if err != nil {
				return fmt.Errorf("%s: %w", m.name, err)
			}
			mb := float64(r.bytes) / (1 << 20)
			rate, cables := r.perSecond(r.bytes), r.perSecond(int64(r.cables))
			fmt.Fprintf(tab, "%s\t%.0f\t%d\t%d\t%.1f\t%.1f\t%.0f\t%.1fx\t%.0f\t%.1f\t%s\t\n", m.name, mb, r.cables, cores, rate/(1<<20), mb/max(r.busy.Seconds(), 0.01),
				cables, cables/cablemapRate/float64(cores), float64(r.allocations)/float64(max(1, r.cables)), float64(r.allocated)/1024/float64(max(1, r.cables)), cmp.Or(r.peak, "?"))
			if cores == 1 && m.name == "cables-csv" {
				busy := float64(r.bytes) / max(r.busy.Seconds(), 0.01) // a core that has other things to do is not the parser's fault
				b.table.add(row{what: "parsing cables.csv, one core", budget: "20 MB/s; 10 times cablemap", measured: fmt.Sprintf("%s/s, %s/s of processor time, %.0f cables/s", bytesOf(int64(rate)), bytesOf(int64(busy)), cables),
					peer: "cablemap, by its author: 1,000 cables/s", ratio: fmt.Sprintf("%.1f times the rate", cables/cablemapRate), verdict: meets(rate >= parsingRate, cables >= cablemapTen*cablemapRate)})
			}
		}
	}
	if err := tab.Flush(); err != nil {
		return err
	}
	b.details = append(b.details, "parsing:", text.String())
	return nil
}

// document is a file that is parsed whole.
type document struct {
	name string
	data []byte
}

func pages(size int) []document {
	return files(2, size, func(c synthetic.Cable) document { return document{c.ID + ".html", c.Page()} })
}

func archive(size int) []document {
	return files(3, size, func(c synthetic.Cable) document { return document{c.ID + ".txt", c.Record()} })
}

// files makes a file for each cable, so many bytes in all.
func files(seed uint64, size int, file func(synthetic.Cable) document) (out []document) {
	for g := synthetic.New(seed); size > 0; {
		d := file(g.Next())
		out = append(out, d)
		size -= len(d.data)
	}
	return out
}

func volumes(size int) (out []document) {
	const documents = 300 // of a volume
	g := synthetic.New(4)
	for size > 0 {
		data := g.Volume(documents)
		out = append(out, document{"frus1977-80v99.xml", data})
		size -= len(data)
	}
	return out
}

// task is a chunk to parse, or why there is none.
type task struct {
	name  string
	chunk parser.Chunk
	err   error
}

func fromFile(path string) iter.Seq[task] {
	return func(yield func(task) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(task{err: err})
			return
		}
		defer f.Close()
		for c, err := range parser.Chunks(f, parser.Options{}) {
			if !yield(task{path, c, err}) {
				return
			}
		}
	}
}

func fromMemory(documents []document) iter.Seq[task] {
	return func(yield func(task) bool) {
		for _, d := range documents {
			if !yield(task{name: d.name, chunk: parser.Chunk{Data: d.data}}) {
				return
			}
		}
	}
}
