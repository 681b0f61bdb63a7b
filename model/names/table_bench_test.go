package names

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"testing"

	"reftel/internal/synthetic"
)

// manyGathered makes up n persons, each with and without a title.
func manyGathered(n int) []Gathered {
	seen := make(map[string]bool, n)
	var out []Gathered
	for i := uint64(0); len(out) < n; i++ {
		name := synthetic.Person(i)
		if seen[name] {
			continue
		}
		seen[name] = true
		out = append(out, Gathered{Key: "person " + key(name), Forms: []string{name, "Dr. " + name}, Cables: int(i%97) + 1, Mentions: int(i%97) + 1})
	}
	slices.SortFunc(out, func(a, b Gathered) int {
		if a.Key < b.Key {
			return -1
		}
		return 1
	})
	return out
}

// BenchmarkNewTable makes a table of a million names, and says what a name takes in memory.
func BenchmarkNewTable(b *testing.B) {
	all := manyGathered(1_000_000)
	var kept *Table
	before := heap()
	for b.Loop() {
		kept = NewTable(slices.Values(all), func([]string) int { return 0 }, nil)
	}
	b.ReportMetric(float64(heap()-before)/float64(kept.Len()), "B/name")
	runtime.KeepAlive(all)
}

func heap() int64 {
	var m runtime.MemStats
	for range 3 { // what pools keep goes with the second
		runtime.GC()
	}
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// BenchmarkTableLookup looks up among a million names, as they are typed.
func BenchmarkTableLookup(b *testing.B) {
	all := manyGathered(1_000_000)
	table := NewTable(slices.Values(all), func([]string) int { return 0 }, nil)
	for _, query := range []string{"a", "ma", "mar", "marina", "marina b", "dr", "ari", "zxq", "mraina", "tomas marina", "president tomsa", "abdelkhaliq", "jfk", "aei o u a e", "khrushchev brezhnev", all[77].Forms[0], all[500_000].Forms[0], all[900_000].Forms[0]} {
		b.Run(fmt.Sprint(query), func(b *testing.B) {
			for b.Loop() {
				table.Lookup(context.Background(), query, 50)
			}
		})
	}
}
