package pace

import (
	"reflect"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// answerMsg: the terminal has shown a frame.
type answerMsg struct{}

// heldMsg: a message that gives the terminal away (to the shell, to an editor) has to wait for answers.
type heldMsg struct{ msg tea.Msg }

// resizedMsg: a message about the size of the screen has to wait, because it has the whole of it drawn anew.
type resizedMsg struct{ size tea.WindowSizeMsg }

// wakeMsg: the link may be free by now.
type wakeMsg struct{ at time.Time }

// releaseMsg: what was held waits no longer.
type releaseMsg struct{}

// gather is how long a frame waits for more that happens: keys that came together are shown together.
const gather = 10 * time.Millisecond

// A frame that nobody asked for (files are being read) comes at least a while after the one before it: a part of the time
// since the last key, between least and most, and twice the time that the link took for that one.
const (
	prompt = time.Second // what comes so soon after a key answers it
	part   = 4
	least  = 250 * time.Millisecond
	most   = 2 * time.Second
)

// farewell is how long answers are waited for, beyond the time that the link needs, before the terminal is given away.
const farewell = 2 * time.Second

// execution is the type of the message that starts another program.
var execution = reflect.TypeOf(tea.Exec(nil, nil)())

// Filter is for [tea.WithFilter]: it knows the answers of the terminal, and what has to wait for them.
func (l *Link) Filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case uv.UnknownCsiEvent:
		if isAnswer(string(msg)) {
			return answerMsg{}
		}
	case tea.QuitMsg, tea.InterruptMsg, tea.SuspendMsg:
		return l.heldBack(msg)
	case tea.WindowSizeMsg:
		if l.Cost(1) > 0 && !l.Free() {
			return resizedMsg{msg}
		}
	default:
		if reflect.TypeOf(msg) == execution {
			return l.heldBack(msg)
		}
	}
	return msg
}

func (l *Link) heldBack(msg tea.Msg) tea.Msg {
	if l.hush() {
		return msg
	}
	return heldMsg{msg}
}

// isAnswer reports whether a sequence answers the question: all right (0), or not (3).
func isAnswer(sequence string) bool {
	n := strings.TrimPrefix(strings.TrimPrefix(sequence, "\x1b["), "\x9b")
	return n == "0n" || n == "3n"
}

// Model returns a model that shows a frame of inner whenever the link is free. The program has to run with [Link.Filter]
// and write through [Link.Writer].
func (l *Link) Model(inner tea.Model) tea.Model {
	return &model{inner: inner, link: l, asked: l.now()}
}

type model struct {
	inner tea.Model
	link  *Link
	shown tea.View  // last
	drawn bool      // there is one
	since time.Time // when something happened that is not shown yet; zero: nothing has
	asked time.Time // when a key was pressed last, or the program began
	slow  bool      // as the link was said to be last
	sure  bool      // likewise
	wake  time.Time // when a wakeMsg comes; zero: none
	size  tea.Msg   // that waits for the link; nil: none
	held  tea.Msg   // that waits for answers; nil: none
}

func (m *model) Init() tea.Cmd { return m.inner.Init() }

// Update hands messages on, but for those that are about the link.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.link.speak() // nothing that gives the terminal away is under way while messages come
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case answerMsg:
		m.link.answered()
		cmd = m.release()
	case heldMsg:
		m.held = msg.msg
		cmd = tea.Tick(m.link.arrival()+farewell, func(time.Time) tea.Msg { return releaseMsg{} })
	case releaseMsg:
		m.link.giveUp()
		cmd = m.release()
	case resizedMsg:
		m.size = msg.size
	case wakeMsg:
		if msg.at.Equal(m.wake) {
			m.wake = time.Time{}
		}
	default:
		switch msg.(type) {
		case tea.KeyMsg, tea.MouseMsg, tea.PasteMsg, tea.WindowSizeMsg:
			m.asked = m.link.now()
		}
		m.happened()
		m.inner, cmd = m.inner.Update(msg)
	}
	free := m.link.Free() // which may give up a terminal that doesn't answer
	if slow, sure := m.link.Slow(); slow != m.slow || sure != m.sure {
		m.slow, m.sure = slow, sure
		m.happened()
	}
	return m, tea.Batch(cmd, m.next(free))
}

func (m *model) happened() {
	if m.since.IsZero() {
		m.since = m.link.now()
	}
}

// release sends what was held, if nothing is on the way.
func (m *model) release() tea.Cmd {
	if m.held == nil || !m.link.idle() {
		return nil
	}
	return send(&m.held)
}

// next sees to it that what waits for the link gets on.
func (m *model) next(free bool) tea.Cmd {
	wait := m.link.wait()
	switch {
	case m.size != nil && free:
		return send(&m.size)
	case m.size != nil:
	case m.since.IsZero():
		wait = m.link.unheard()
	default:
		wait = max(wait, m.wait())
	}
	now := m.link.now()
	if wait <= 0 || m.wake.After(now) && !m.wake.After(now.Add(wait)) {
		return nil
	}
	at := now.Add(wait)
	m.wake = at
	return tea.Tick(wait, func(time.Time) tea.Msg { return wakeMsg{at} })
}

// wait is how long what has happened has to wait, be the link free or not.
func (m *model) wait() time.Duration {
	now := m.link.now()
	wait := m.since.Add(gather).Sub(now)
	at, bytes := m.link.latest()
	wait = max(wait, at.Add(m.link.apart).Sub(now))
	if !at.IsZero() && now.Sub(m.asked) >= prompt { // nobody asked for it
		spell := min(max(now.Sub(m.asked)/part, least), most) + 2*m.link.Cost(bytes)
		wait = max(wait, at.Add(spell).Sub(now))
	}
	return wait
}

// send takes a message from where it waits.
func send(from *tea.Msg) tea.Cmd {
	msg := *from
	*from = nil
	return func() tea.Msg { return msg }
}

// View is that of the program while the link is free, else what was shown last.
func (m *model) View() tea.View {
	switch {
	case !m.drawn: // a blank one, so that the first answer says how far the link is, whatever its rate
		m.shown, m.drawn, m.since = m.inner.View(), true, m.link.now()
		m.shown.Content, m.shown.Cursor = "", nil
	case !m.since.IsZero() && m.held == nil && !m.link.isSilent() && m.link.Free() && m.wait() <= 0:
		m.since = time.Time{}
		if v := m.inner.View(); !same(v, m.shown) {
			m.link.promise()
			m.shown = v
		}
	}
	if m.shown.Content == "" {
		m.shown.Content = " " // for nothing at all Bubble Tea clears the screen, and does so again and again
	}
	return m.shown
}

// same reports whether two views look alike.
func same(a, b tea.View) bool {
	if (a.Cursor == nil) != (b.Cursor == nil) || a.Cursor != nil && a.Cursor.Position != b.Cursor.Position {
		return false
	}
	return a.Content == b.Content && a.MouseMode == b.MouseMode
}
