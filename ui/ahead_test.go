package ui_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Keys that are typed while a cable is on its way are for that cable; Esc gives it up, and them.
func TestKeysTypedAheadWaitForTheCable(t *testing.T) {
	quick, slow := start(t, 120, 40), start(t, 120, 40)
	quick.Press("j", "enter", "}", "}", "}", "J", "}", "}")
	var cmds []tea.Cmd
	for _, key := range []string{"j", "enter", "}", "}", "}", "J", "}", "}"} {
		cmds = append(cmds, slow.Hold(key))
	}
	for _, cmd := range cmds {
		slow.Run(cmd)
	}
	if quick.Text() != slow.Text() {
		t.Errorf("typed one after the other\n%s\ntyped ahead\n%s", quick.Text(), slow.Text())
	}
	before := slow.Text()
	held := slow.Hold("J")
	slow.Press("}", "esc")
	wantStatus(t, slow, "Given up")
	slow.Run(held)
	if slow.Press("k", "j"); slow.Lines()[1] != quick.Lines()[1] {
		t.Errorf("given up, another cable came after all:\n%s\nbefore\n%s", slow.Text(), before)
	}
}
