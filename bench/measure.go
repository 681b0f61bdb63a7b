package main

import (
	"bufio"
	"iter"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"reftel/parser"
)

// result is what one measurement found.
type result struct {
	bytes, allocations, allocated int64
	cables                        int
	took                          time.Duration
	busy                          time.Duration // of processors; 0 where the system doesn't say
	peak                          string        // megabytes resident; "" where the system doesn't say
}

// perSecond returns n over the time it took.
func (r result) perSecond(n int64) float64 { return float64(n) / r.took.Seconds() }

// measure parses everything of a source on a number of cores, and keeps nothing of it.
func measure(work iter.Seq[task], cores int) (result, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	runtime.GC()
	resetPeak()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start, busy := time.Now(), processorTime()

	var r result
	var failed error
	var cables atomic.Int64
	tasks := make(chan task)
	var running sync.WaitGroup
	for range cores {
		running.Go(func() {
			for t := range tasks {
				cables.Add(int64(len(parser.ParseChunk(t.name, t.chunk).Cables)))
			}
		})
	}
	for t := range work {
		if failed = t.err; failed != nil {
			break
		}
		r.bytes += int64(len(t.chunk.Data))
		tasks <- t
	}
	close(tasks)
	running.Wait()

	r.took, r.busy = time.Since(start), processorTime()-busy
	runtime.ReadMemStats(&after)
	r.peak = peak()
	r.cables = int(cables.Load())
	r.allocations, r.allocated = int64(after.Mallocs-before.Mallocs), int64(after.TotalAlloc-before.TotalAlloc)
	return r, failed
}

// resetPeak makes Linux forget the most memory that was resident so far.
func resetPeak() {
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // where it can't, the peak is that of the whole run
}

// peak reads the most memory that was resident, in megabytes.
func peak() string {
	f, err := os.Open("/proc/self/status")
	if err != nil {
		return ""
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if value, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kilobytes, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "kB")))
			if err != nil {
				return ""
			}
			return strconv.Itoa(kilobytes / 1024)
		}
	}
	return ""
}

// processorTime returns how long processors have worked for the program: on a machine that has other things to do,
// it tells more than the clock. Linux counts it in hundredths of a second.
func processorTime() time.Duration {
	const user, system, first = 14, 15, 3 // fields, counted from 1; those behind the name in brackets
	data, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	_, behind, _ := strings.Cut(string(data), ") ")
	fields := strings.Fields(behind)
	if len(fields) <= system-first {
		return 0
	}
	var ticks int
	for _, f := range []int{user, system} {
		n, err := strconv.Atoi(fields[f-first])
		if err != nil {
			return 0
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}
