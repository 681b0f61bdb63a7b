package ui_test

import (
	"context"
	"strings"
	"testing"

	"reftel/model/library/shelf"
	"reftel/model/names"
)

// unread is a shelf whose names are being read.
type unread struct{ shelf.Shelf }

func (u unread) Names() shelf.Names { return unreadNames{u.Shelf.Names()} }

type unreadNames struct{ shelf.Names }

func (unreadNames) Ready() bool { return false }

func (unreadNames) Lookup(ctx context.Context, _ string, _ int) (hits []names.Hit, total int) {
	<-ctx.Done()
	return nil, 0
}

// Who asks for names that are being read is told so, at once and in the place of what was listed before.
func TestNamesThatAreBeingReadAreSaidToBe(t *testing.T) {
	typing := startTyping(t, unread{numbered(1, 1)}, 0)
	typing.press(':')
	typing.settle()
	if screen := typing.text(); !strings.Contains(screen, "SUBJECT 1") || strings.Contains(screen, "Reading all names") {
		t.Fatalf("everything is not listed:\n%s", screen)
	}
	typing.press('@')
	if screen := typing.text(); !strings.Contains(screen, "Reading all names") {
		t.Errorf("nobody says what is waited for:\n%s", screen)
	}
}
