package pace

import (
	"testing"
	"time"
)

// far is a link with a clock of its own, whose answers come as those of a real one.
type far struct {
	*Link
	at      time.Time
	rate    int           // bytes a second
	round   time.Duration // there and back
	free    time.Time     // when the last byte is through
	answers []time.Time
}

func newFar(rate int, round time.Duration) *far {
	f := &far{at: time.Unix(0, 0), rate: rate, round: round}
	f.Link = New(func() time.Time { return f.at }, 0)
	return f
}

// send sends a frame.
func (f *far) send(n int) {
	if !f.sent(n) {
		return
	}
	if f.free.Before(f.at) {
		f.free = f.at
	}
	f.free = f.free.Add(time.Duration(n) * time.Second / time.Duration(f.rate))
	f.answers = append(f.answers, f.free.Add(f.round))
}

// pass lets time pass.
func (f *far) pass(d time.Duration) {
	end := f.at.Add(d)
	for len(f.answers) > 0 && !f.answers[0].After(end) {
		f.at = f.answers[0]
		f.answers = f.answers[1:]
		f.answered()
	}
	f.at = end
}

// begin sends what every program sends first, and waits for the answers.
func (f *far) begin() {
	f.send(100)
	f.pass(2*f.round + time.Second)
	f.send(2000)
	f.pass(2*f.round + 20*time.Second)
}

func TestHowFastALinkIsIsLearnt(t *testing.T) {
	for _, tt := range []struct {
		rate  int
		round time.Duration
		slow  bool
	}{{960, 0, true}, {960, 600 * time.Millisecond, true}, {1000, 2 * time.Second, true}, {5000, 100 * time.Millisecond, true}, {7000, 100 * time.Millisecond, false}, {1_000_000, 600 * time.Millisecond, false}, {100_000_000, 0, false}} {
		f := newFar(tt.rate, tt.round)
		if slow, sure := f.Slow(); !slow || sure {
			t.Errorf("before anything is known: slow %v, sure %v", slow, sure)
		}
		f.begin()
		real := 3000 * time.Second / time.Duration(tt.rate)
		if cost := f.Cost(3000); cost < real*8/10 || cost > real*12/10+2*time.Millisecond {
			t.Errorf("%d bytes a second, %s: 3,000 bytes take %s instead of %s", tt.rate, tt.round, cost, real)
		}
		if slow, sure := f.Slow(); slow != tt.slow || !sure {
			t.Errorf("%d bytes a second, %s: slow %v, sure %v", tt.rate, tt.round, slow, sure)
		}
	}
}

// A link far away that is fast takes a frame while others are on the way; a slow one takes it when it is through with them.
func TestWhenTheNextFrameIsSent(t *testing.T) {
	for _, tt := range []struct {
		rate, bytes int
		least, most time.Duration // after the frame before
	}{
		{1_000_000, 3000, 0, 0},
		{20_000, 3000, 130 * time.Millisecond, 160 * time.Millisecond},
		{1000, 100, 80 * time.Millisecond, 110 * time.Millisecond},
		{1000, 3000, 2800 * time.Millisecond, 3010 * time.Millisecond},
	} {
		f := newFar(tt.rate, 600*time.Millisecond)
		f.begin()
		f.send(tt.bytes)
		sent := f.at
		for !f.Free() {
			f.pass(time.Millisecond)
		}
		if after := f.at.Sub(sent); after < tt.least || after > tt.most {
			t.Errorf("%d bytes at %d a second: free after %s, not %s to %s", tt.bytes, tt.rate, after, tt.least, tt.most)
		}
	}
}

// A link that becomes slower is known to be when the first answer is late; from then on no more than a frame is queued.
func TestALinkThatBecomesSlower(t *testing.T) {
	f := newFar(10_000, 300*time.Millisecond)
	f.begin()
	f.rate = 1000
	for i := range 3000 {
		if f.Free() {
			f.send(200)
			if queued := f.free.Sub(f.at); i > 1000 && queued > 250*time.Millisecond {
				t.Fatalf("%s are queued after %d hundredths of a second", queued, i)
			}
		}
		f.pass(10 * time.Millisecond)
	}
}

// An answer that gets lost holds nothing up for long.
func TestAnAnswerThatIsLost(t *testing.T) {
	f := newFar(1000, 300*time.Millisecond)
	f.begin()
	f.send(100)
	f.answers = nil
	f.pass(time.Second)
	if f.Free() {
		t.Error("the link is free before the answer is given up")
	}
	f.pass(4 * time.Second)
	if !f.Free() {
		t.Error("the link is not free again")
	}
}

// A terminal that never answers is left alone after a while, and the first frame is sent before.
func TestATerminalWithoutAnswers(t *testing.T) {
	f := newFar(1000, 300*time.Millisecond)
	f.send(100)
	f.answers = nil
	if f.Free() {
		t.Error("the first frame is not held back for the first answer")
	}
	f.pass(opening)
	if !f.Free() {
		t.Error("the first frame is held back for longer than it should")
	}
	f.pass(unknown)
	free := f.Free()
	if slow, sure := f.Slow(); !free || slow || !sure || f.sent(100) {
		t.Error("the terminal is asked again")
	}
}
