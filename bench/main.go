// Command bench measures the parser on fictional material: megabytes and cables a second on one core and
// on two, allocations for each cable, and the most memory that was resident.
//
//	go run ./bench -size 200
package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"iter"
	"log"
	"os"
	"path/filepath"
	"text/tabwriter"

	"reftel/internal/synthetic"
	"reftel/parser"
)

// cablemapRate is what cablemap's author gives for it: cables a second on one core, header and body
// already cut out of the page.
const cablemapRate = 1000

func main() {
	size := flag.Int("size", 200, "megabytes of cables.csv; the other forms get a tenth each")
	dir := flag.String("dir", "", "folder for cables.csv, which is kept there; without it a temporary one")
	flag.Parse()
	if err := run(os.Stdout, *size<<20, *dir); err != nil {
		log.Fatal(err)
	}
}

// run makes the material, measures, and prints the table.
func run(w io.Writer, size int, dir string) error {
	if dir == "" {
		temporary, err := os.MkdirTemp("", "bench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		dir = temporary
	}
	path := filepath.Join(dir, "cables.csv")
	if err := writeCSV(path, size); err != nil {
		return err
	}
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	defer tab.Flush()
	fmt.Fprintln(tab, "format\tMB\tcables\tcores\tMB/s\tMB/CPU s\tcables/s\tcablemap\tallocations/cable\tKB/cable\tpeak MB\t")
	for _, m := range []struct {
		name string
		make func() iter.Seq[task] // before the clock runs; one form at a time is in memory
	}{
		{"cables-csv", func() iter.Seq[task] { return fromFile(path) }},
		{"site pages", func() iter.Seq[task] { return fromMemory(pages(size / 10)) }},
		{"NARA records", func() iter.Seq[task] { return fromMemory(archive(size / 10)) }},
		{"FRUS TEI", func() iter.Seq[task] { return fromMemory(volumes(size / 10)) }},
	} {
		work := m.make()
		for _, cores := range []int{1, 2} {
			r, err := measure(work, cores)
			if err != nil {
				return fmt.Errorf("%s: %w", m.name, err)
			}
			fmt.Fprintf(tab, "%s\t%.0f\t%d\t%d\t%.1f\t%.1f\t%.0f\t%.1fx\t%.0f\t%.1f\t%s\t\n", m.name, float64(r.bytes)/(1<<20), r.cables, cores,
				r.perSecond(r.bytes)/(1<<20), float64(r.bytes)/(1<<20)/max(r.busy.Seconds(), 0.01), r.perSecond(int64(r.cables)), r.perSecond(int64(r.cables))/cablemapRate/float64(cores),
				float64(r.allocations)/float64(max(1, r.cables)), float64(r.allocated)/1024/float64(max(1, r.cables)), cmp.Or(r.peak, "?"))
		}
	}
	return nil
}

func writeCSV(path string, size int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, synthetic.New(1).CSV(size))
	return cmp.Or(err, f.Close())
}

// document is a file that is parsed whole.
type document struct {
	name string
	data []byte
}

func pages(size int) (out []document) {
	g := synthetic.New(2)
	for size > 0 {
		c := g.Next()
		data := c.Page()
		out = append(out, document{c.ID + ".html", data})
		size -= len(data)
	}
	return out
}

func archive(size int) (out []document) {
	g := synthetic.New(3)
	for size > 0 {
		c := g.Next()
		data := c.Record()
		out = append(out, document{c.ID + ".txt", data})
		size -= len(data)
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
