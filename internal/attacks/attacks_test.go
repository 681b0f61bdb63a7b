package attacks

import (
	"bytes"
	"testing"
)

func TestEveryAttackAndPlaceHasItsOwnName(t *testing.T) {
	seen := map[string]bool{}
	for _, a := range Texts() {
		if seen[a.Name] || a.Tries == "" || a.Text == "" {
			t.Errorf("%q is there twice, or says nothing", a.Name)
		}
		seen[a.Name] = true
	}
	for _, p := range Places() {
		if got := p.Of("\x01\x02"); !bytes.Contains(got, []byte{1, 2}) && !bytes.Contains(got, []byte(`\u0001\u0002`)) || bytes.ContainsRune(got, '‹') {
			t.Errorf("%s, %s: the text is not in %q", p.Format, p.Name, got)
		}
	}
	t.Logf("attacks: %d texts, %d places in documents, %d shapes", len(Texts()), len(Places()), len(Shapes()))
}
