package render

// cacheBytes is how much text each of the two generations of a cache stands for before the newer
// one becomes the older one. A screen of text is some 5 KB; a cable 7 KB.
const cacheBytes = 1 << 20

type cacheKey struct {
	text  string
	width int
	pre   bool
}

// cache remembers laid-out texts in two generations: what was used lately is in the newer one,
// and the older one is dropped whole when the newer is full. That keeps all that is on the screen
// and needs no list of ages.
type cache struct {
	newer, older map[cacheKey][]Line
	bytes        int // of text in newer
}

func (c *cache) get(k cacheKey) ([]Line, bool) {
	if lines, ok := c.newer[k]; ok {
		return lines, true
	}
	lines, ok := c.older[k]
	if ok {
		c.put(k, lines)
	}
	return lines, ok
}

func (c *cache) put(k cacheKey, lines []Line) {
	if c.newer == nil || c.bytes > cacheBytes {
		c.older, c.newer, c.bytes = c.newer, map[cacheKey][]Line{}, 0
	}
	c.newer[k] = lines
	c.bytes += len(k.text) + 64 // an empty text takes room as well
}
