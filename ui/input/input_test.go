package input

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"reftel/internal/screen"
)

func TestHostileTextIsDropped(t *testing.T) {
	l := New()
	l.Update(tea.PasteMsg{Content: screen.Hostile})
	screen.Safe(t, l.View(200))
	if !strings.Contains(l.Value(), "gnorw") {
		t.Errorf("the words were dropped too: %q", l.Value())
	}
	l.Set("a\x1b[2Jb\u202ec")
	if l.Value() != "a[2Jbc" {
		t.Errorf("got %q", l.Value())
	}
}

// No key a user can press may end the program, wherever the cursor stands.
func TestNoKeyPanics(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	codes := []rune{tea.KeyLeft, tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyBackspace, tea.KeyDelete, tea.KeyUp, tea.KeyDown,
		'a', 'b', 'd', 'e', 'f', 'h', 'k', 'n', 'p', 't', 'u', 'w', 'y', ' ', '漢', '\u0301'}
	l := New()
	for range 20_000 {
		key := tea.KeyPressMsg{Code: codes[r.IntN(len(codes))]}
		switch r.IntN(4) {
		case 0:
			key.Mod = tea.ModAlt
		case 1:
			key.Mod = tea.ModCtrl
		default:
			if key.Code < tea.KeyExtended {
				key.Text = string(key.Code)
			}
		}
		l.Update(key)
		screen.Safe(t, l.View(1+r.IntN(40)))
		if len(l.Value()) > 60 {
			l.Set("")
		}
	}
}
