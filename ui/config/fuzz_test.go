package config_test

import (
	"reflect"
	"testing"

	"reftel/keymap"
	"reftel/ui/config"
)

// FuzzKeys reads whatever may stand in a file below [keys.global] and what follows. Whatever it is, ctrl+c quits from
// everywhere, no key means two things, and what is printed reads back as the same. The corpus in testdata is read by every
// go test.
func FuzzKeys(f *testing.F) {
	f.Fuzz(func(t *testing.T, text string) {
		c, wrong := config.Read([]byte("[keys.global]\n" + text))
		for _, m := range wrong {
			if m.What == "" || m.Line < 0 {
				t.Fatalf("%q: an empty mistake: %v", text, wrong)
			}
		}
		for _, scope := range keymap.Scopes() {
			if a, _, found := c.Keys.Resolve(keymap.Chain(scope), nil, "ctrl+c"); !found || a != keymap.Quit {
				t.Fatalf("%q: in scope %s ctrl+c does %q", text, scope, a)
			}
		}
		if _, err := keymap.New(c.Keys.Bindings()); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		again, wrong := config.Read([]byte(c.String()))
		if len(wrong) > 0 || !reflect.DeepEqual(c, again) {
			t.Fatalf("%q: printed and read back it is another: %v\n%s", text, wrong, c)
		}
	})
}
