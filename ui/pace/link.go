// Package pace keeps frames from queueing on a slow link. Between a program and a terminal far away stand buffers that
// take seconds of frames (of the system, of SSH, of the modem); whatever lies in them will be shown, however stale it is,
// and the frame of the last key comes behind it.
//
// So each frame is followed by a question that every terminal answers at once, "are you all right?" (DSR 5). The answer
// says that the frame has arrived:
//
//	Update ──> View ──> renderer ──> frame + question ──> buffers ──> terminal
//	             ^                                                       │
//	             └── held back until the link is free <──── answer ──────┘
//
// While the link is busy, [Link.Model] keeps showing the view that was sent last: the keys that come meanwhile are worked
// off, and the next frame is that of the last of them. From how long answers take, [Link] learns how fast the link is and
// how far; on a link that is far but fast, a frame then need not wait for the answer to the one before.
//
// mosh-server answers for the terminal, and sends the latest screen alone. tmux and screen at the far end answer too, but
// pass on everything: there nothing is known of the link, and frames are kept apart, see [Relayed].
package pace

import (
	"sync"
	"time"
)

const (
	// question asks the terminal for its state. Every one answers it, from the VT100 on: with answer.
	question = "\x1b[5n"
	// patience is how long an answer is waited for beyond the time that the link needs, unknown is how long where it isn't
	// known what that is. A terminal that has never answered until then is never asked again.
	patience = 3 * time.Second
	unknown  = 10 * time.Second
	// late is how long after its time an answer may come before the link counts as slower than it was.
	late = 200 * time.Millisecond
	// drawing is how long the renderer takes at most until it writes a frame.
	drawing = 100 * time.Millisecond
	// slack is how much of a frame may be left in the buffers when the next one is sent.
	slack = 10 * time.Millisecond
	// opening is how long the first frame is held back at most for the first answer. What the terminal says of its
	// background comes with that, and a frame in the wrong colours would have to be sent again.
	opening = 2 * time.Second
	// large is from which size the time that a frame takes says something about the link.
	large = 512
	// content is from which size a frame is more than what sets up the terminal, whenever it was sent.
	content = 1 << 10
	// pane is about what a pane takes that is drawn anew. The link is slow when that takes longer than slow, and no
	// longer when it takes less than brisk.
	pane  = 3000
	slow  = 500 * time.Millisecond
	brisk = 250 * time.Millisecond
	// memory is over how many bytes the rate is averaged.
	memory = 2 << 10
)

// frame is something that was sent and not yet answered.
type frame struct {
	at    time.Time
	bytes int
}

// Relayed is how far apart frames are at least where a multiplexer on this machine answers for the terminal, so that
// nothing is known of the link behind it.
const Relayed = 100 * time.Millisecond

// Link is what is known of the way to a terminal. Its methods may be called from several goroutines.
type Link struct {
	now   func() time.Time
	apart time.Duration

	mu       sync.Mutex
	flight   []frame
	newest   frame         // that was sent
	promised time.Time     // when a frame was shown that is not written yet; zero: there is none
	silent   bool          // nothing is asked: another program gets the terminal
	mute     bool          // the terminal doesn't answer
	seen     bool          // it has answered a frame with content
	slow     bool          // by what was measured last
	base     time.Duration // the least time in which a frame was answered
	heard    time.Time     // when the first answer came
	last     time.Time     // and the last
	counted  float64       // bytes whose time is known
	took     time.Duration // that time
}

// New returns a link of which nothing is known. now is the clock: time.Now, or that of a test. Frames are at least apart from
// each other: 0, or [Relayed].
func New(now func() time.Time, apart time.Duration) *Link { return &Link{now: now, apart: apart} }

// sent notes that n bytes are sent, and reports whether a question is to follow them.
func (l *Link) sent(n int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.newest, l.promised = frame{l.now(), n + len(question)}, time.Time{}
	if l.silent || l.mute {
		return false
	}
	l.flight = append(l.flight, l.newest)
	return true
}

// answered notes that the terminal has shown the oldest frame on the way.
func (l *Link) answered() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.flight) == 0 {
		return // given up before
	}
	now, f := l.now(), l.flight[0]
	l.flight = l.flight[1:]
	known := !l.last.IsZero()
	began := f.at.Add(l.base) // when its first byte arrived, if nothing was in front of it
	queued := known && began.Before(l.last)
	if queued {
		began = l.last
	}
	if known && (queued || f.bytes >= large && now.After(began)) {
		l.counted += float64(f.bytes)
		l.took += max(now.Sub(began), time.Millisecond)
		if l.counted > memory {
			l.counted, l.took = l.counted/2, l.took/2
		}
	}
	if !known {
		l.heard = now
	}
	l.seen = l.seen || f.bytes >= content || f.at.After(l.heard)
	l.slow = l.cost(pane) > slow || l.slow && l.cost(pane) > brisk
	if round := now.Sub(f.at); !known || round < l.base {
		l.base = round
	}
	l.last = now
}

// Free reports whether a frame may be sent now: what was sent before is with the terminal, or will be before this one is.
func (l *Link) Free() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	free, _ := l.state()
	return free
}

// wait is how long it takes until the link is free even if no answer comes.
func (l *Link) wait() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, wait := l.state()
	return wait
}

// state is both. It gives up answers that don't come.
func (l *Link) state() (free bool, wait time.Duration) {
	now := l.now()
	if l.newest.at.IsZero() {
		return false, drawing
	}
	if left := l.promised.Add(drawing).Sub(now); left > 0 {
		return false, left
	}
	if len(l.flight) == 0 {
		return true, 0
	}
	first, all := l.through()
	due := first.Add(l.base)
	patient := time.Duration(patience)
	if l.counted == 0 {
		patient = unknown
	}
	if gone := due.Add(patient); !now.Before(gone) {
		l.flight, l.mute = nil, l.last.IsZero()
		return true, 0
	} else if wait = gone.Sub(now); l.last.IsZero() {
		held := first.Add(opening).Sub(now)
		return held <= 0, max(0, held)
	}
	if l.counted == 0 || now.After(due.Add(late)) {
		return false, wait
	}
	if left := all.Sub(now) - slack; left > 0 {
		return false, left
	}
	return true, 0
}

// through says when the link has let through the oldest frame on the way, and all of them, as seen from here.
func (l *Link) through() (first, all time.Time) {
	all = l.last.Add(-l.base)
	for i, f := range l.flight {
		if f.at.After(all) {
			all = f.at
		}
		all = all.Add(l.cost(f.bytes))
		if i == 0 {
			first = all
		}
	}
	return first, all
}

// Cost is how long the link takes for n bytes, as far as is known; else 0.
func (l *Link) Cost(n int) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.cost(n)
}

// Slow reports whether it takes long to draw a pane anew. Until something is known of the link, sure is false and it counts
// as slow: the first frame had better be a small one.
func (l *Link) Slow() (slow, sure bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	sure = l.seen || l.mute
	return l.slow || !sure, sure
}

// unheard is how long a terminal that has never answered is waited for; 0 when it isn't.
func (l *Link) unheard() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.flight) == 0 || !l.last.IsZero() {
		return 0
	}
	return l.flight[0].at.Add(unknown).Sub(l.now())
}

func (l *Link) cost(n int) time.Duration {
	if l.counted == 0 {
		return 0
	}
	return time.Duration(float64(n) / l.counted * float64(l.took))
}

// arrival is how long it takes until all that is on the way has been answered, as far as is known.
func (l *Link) arrival() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, all := l.through()
	return max(0, all.Add(l.base).Sub(l.now()))
}

// promise notes that a frame is on its way to the renderer.
func (l *Link) promise() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.promised = l.now()
}

// latest says when the latest frame was sent, and how large it was.
func (l *Link) latest() (at time.Time, bytes int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.newest.at, l.newest.bytes
}

// hush reports whether all is answered, and if so asks nothing more until speak is called: an answer that came after the
// program has left the terminal would be typed into the next one.
func (l *Link) hush() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.silent = len(l.flight) == 0
	return l.silent
}

// speak ends the silence.
func (l *Link) speak() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.silent = false
}

// giveUp waits for no answer any more.
func (l *Link) giveUp() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.flight = nil
}

// idle reports whether nothing is on the way.
func (l *Link) idle() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.flight) == 0
}

// isSilent reports whether the terminal is being given away.
func (l *Link) isSilent() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.silent
}
