package foot_test

import (
	"strings"
	"testing"

	"reftel/internal/screen"
	"reftel/keymap"
	"reftel/ui/foot"
	"reftel/ui/theme"
)

func actions(hints ...string) (out []keymap.Binding) {
	for _, hint := range hints {
		out = append(out, keymap.Binding{Action: keymap.Action(hint), Keys: []string{hint[:1]}, Hint: hint})
	}
	return out
}

func newFoot(t *testing.T, change func(*theme.Theme)) *foot.Foot {
	t.Helper()
	th, err := theme.New(theme.Mono, true)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(&th)
	}
	return foot.New(&th)
}

// plain is a row without its styles.
func plain(row string) string { return strings.TrimSuffix(screen.Plain(row), "\n") }

func TestWhatIsChosenIsInSight(t *testing.T) {
	f := newFoot(t, nil)
	all := actions("difference", "previous", "whole text", "one text", "help")
	f.Offer(all)
	for width := range 90 {
		f.Leave()
		screen.Exact(t, f.View(width), width, 1)
		f.Enter()
		for i, b := range all {
			got, ok := f.Chosen()
			if at, of := f.Place(); !ok || got.Action != b.Action || at != i+1 || of != len(all) {
				t.Fatalf("%d: %q (%d of %d) is chosen, want %q", width, got.Action, at, of, b.Action)
			}
			drawn := plain(f.View(width))
			screen.Exact(t, f.View(width), width, 1)
			if want := "▌" + b.Keys[0] + " " + b.Hint; width >= 16 && !strings.Contains(drawn, want) {
				t.Errorf("%d: %q is not in sight in %q", width, want, drawn)
			}
			f.Move(1)
		}
	}
}

func TestTheRowAsItIsSeen(t *testing.T) {
	f := newFoot(t, nil)
	f.Offer(actions("take back", "filter", "help"))
	for _, c := range []struct {
		width int
		do    func()
		want  string
	}{
		{40, func() {}, "─ t take back ─ f filter ─ h help ──────"},
		{40, func() { f.Enter(); f.Move(9) }, "─ t take back ─ f filter ─▌h help ──────"},
		{30, func() { f.Leave() }, "─ t take back ─ f filter ─ … ─"},
		{30, func() { f.Return() }, "─ f filter ─▌h help ──────────"},
		{40, func() { f.Offer(actions("filter", "help")) }, "─ f filter ─▌h help ────────────────────"}, // it stays chosen
		{20, func() { f.Offer(nil) }, "────────────────────"},
	} {
		c.do()
		if got := plain(f.View(c.width)); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if f.Has() || f.Enter() {
		t.Error("a row without actions has the keys")
	}
	if _, ok := f.Chosen(); ok {
		t.Error("an action is chosen where there is none")
	}
	f = newFoot(t, func(th *theme.Theme) { th.ASCII = true })
	f.Offer(actions("take back", "filter"))
	f.Enter()
	if got := plain(f.View(30)); got != "->t take back - f filter -----" {
		t.Errorf("in ASCII it is %q", got)
	}
	f = newFoot(t, func(th *theme.Theme) { th.ASCII, th.Plain = true, true })
	f.Offer(actions("take back", "filter"))
	if got := plain(f.View(30)); got != "  t take back   f filter" {
		t.Errorf("to be read out it is %q", got)
	}
}

func TestWhichActionIsUnderThePointer(t *testing.T) {
	f := newFoot(t, nil)
	f.Offer(actions("take back", "filter", "help"))
	row := []rune(plain(f.View(28))) // the third has no room
	var under strings.Builder
	for x := range row {
		b, ok := f.At(x, 28)
		if !ok {
			under.WriteByte('.')
		} else {
			under.WriteString(b.Hint[:1])
		}
	}
	if got := under.String(); got != ".tttttttttttt..fffffffff...." {
		t.Errorf("under the cells of %q stand %q", string(row), got)
	}
}
