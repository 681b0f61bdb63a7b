package parser

import (
	"bytes"
	"io"
	"runtime"
	"testing"

	"reftel/internal/synthetic"
)

// benchmarkChunks parses documents; MB/s is of the files, cables/s of what is in them.
func benchmarkChunks(b *testing.B, documents ...[]byte) {
	size := 0
	for _, d := range documents {
		size += len(d)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	cables := 0
	for b.Loop() {
		for _, d := range documents {
			for c, err := range Chunks(bytes.NewReader(d), Options{Size: int64(len(d))}) {
				if err != nil {
					b.Fatal(err)
				}
				cables += len(ParseChunk("f", c).Cables)
			}
		}
	}
	b.ReportMetric(float64(cables)/b.Elapsed().Seconds(), "cables/s")
}

// makeCSV makes about size bytes of cables.csv.
func makeCSV(tb testing.TB, size int) []byte {
	tb.Helper()
	data, err := io.ReadAll(synthetic.New(1).CSV(size))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func BenchmarkCSV(b *testing.B) { benchmarkChunks(b, makeCSV(b, 8<<20)) }

func BenchmarkPages(b *testing.B) {
	var pages [][]byte
	for g := synthetic.New(2); len(pages) < 100; {
		pages = append(pages, g.Next().Page())
	}
	benchmarkChunks(b, pages...)
}

func BenchmarkRecords(b *testing.B) {
	var records [][]byte
	for g := synthetic.New(3); len(records) < 100; {
		records = append(records, g.Next().Record())
	}
	benchmarkChunks(b, records...)
}

func BenchmarkVolume(b *testing.B) { benchmarkChunks(b, synthetic.New(4).Volume(200)) }

// The forms that are made for benchmarks are read as what they are, without loss.
func TestMadeFormsAreRead(t *testing.T) {
	g := synthetic.New(6)
	c := g.Next()
	for name, data := range map[string][]byte{"page": c.Page(), "record": c.Record(), "volume": g.Volume(3), "csv": makeCSV(t, 30_000), "tsv": c.AppendTSV(nil)} {
		r := Parse(name, data, Options{})
		checkEvidence(t, name, data, r)
		if want := map[string]int{"volume": 3, "csv": len(r.Cables)}[name]; len(r.Cables) == 0 || len(r.Cables) != max(want, 1) {
			t.Errorf("%s: format %q, %d cables, %v", name, r.Format, len(r.Cables), r.Warnings)
		}
	}
}

// A row takes few allocations and little memory beside what its cable keeps.
func TestMemoryOfARow(t *testing.T) {
	data := makeCSV(t, 2<<20)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	cables := len(Parse("f", data, Options{}).Cables)
	runtime.ReadMemStats(&after)
	each, memory := int(after.Mallocs-before.Mallocs)/cables, int(after.TotalAlloc-before.TotalAlloc)/cables
	t.Logf("%d allocations and %d bytes for a cable of %d bytes", each, memory, len(data)/cables)
	if most := 245; each > most {
		t.Errorf("%d allocations for a cable, more than %d", each, most)
	}
	if most := 91 * len(data) / cables / 10; memory > most {
		t.Errorf("%d bytes for a cable, more than %d", memory, most)
	}
}
