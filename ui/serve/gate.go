package serve

import (
	"fmt"
	"runtime/metrics"
	"sync"

	"reftel/ui/words"
)

// gate counts the readers, and turns away those that are too many.
type gate struct {
	most, perKey int
	memory       int64 // bytes; 0: no limit

	mu      sync.Mutex
	inside  map[string]int // by key
	count   int
	links   int // connections, with readers or without
	closed  bool
	readers sync.WaitGroup
}

// enter lets a reader in, who calls leave at the end, or says in a sentence why not. The key "" is nobody's.
func (g *gate) enter(key string) (leave func(), why string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case g.closed:
		return nil, "The server stops."
	case g.count >= g.most:
		return nil, fmt.Sprintf("There are %s already, which is as many as this server takes: try again later.", words.Count(g.count, "reader"))
	case key != "" && g.inside[key] >= g.perKey:
		return nil, fmt.Sprintf("You read here %s already, which is as often as one key may: leave one of them.", times(g.inside[key]))
	case g.memory > 0 && inUse() > g.memory-g.memory/4:
		return nil, "This server has no memory left for another reader: try again later."
	}
	if g.inside == nil {
		g.inside = map[string]int{}
	}
	g.inside[key]++
	g.count++
	g.readers.Add(1)
	return func() {
		defer g.readers.Done()
		g.mu.Lock()
		defer g.mu.Unlock()
		g.count--
		if g.inside[key]--; g.inside[key] == 0 {
			delete(g.inside, key)
		}
	}, ""
}

// connect counts a connection, and says whether there may be another.
func (g *gate) connect() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed || g.links >= 2*g.most+mostMore {
		return false
	}
	g.links++
	return true
}

func (g *gate) disconnect() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.links--
}

// shut lets nobody in any more.
func (g *gate) shut() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = true
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return words.Count(n, "time")
}

// inUse is how many bytes the program holds that it can't give back: what was alive at the last collection, and stacks.
func inUse() (bytes int64) {
	samples := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}
	metrics.Read(samples)
	for _, s := range samples {
		if s.Value.Kind() == metrics.KindUint64 {
			bytes += int64(s.Value.Uint64())
		}
	}
	return bytes
}
