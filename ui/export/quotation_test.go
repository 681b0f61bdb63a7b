package export_test

import (
	"strings"
	"testing"

	"reftel/model/cite"
	"reftel/ui/export"
	"reftel/ui/visible"
)

func TestQuotation(t *testing.T) {
	got := export.Quotation(harbour(), cite.Passages(harbour(), 1)[0])
	const want = "1. (S/NF) A captain, XXXXXXXXXXXX, lit it\nand [ matter omitted ] left, it was said by the ⟦end lost in this copy⟧\n\n-- twice\n\n  LAMPS   LIT\n  ```       4\n\n" +
		"Embassy Port Verde telegram 83, “HARBOUR & <LAMP>”, [2009], Secret; NOFORN, paragraph 1 (S/NF), 09PORTVERDE83 (harbour.txt)."
	if got != want {
		t.Errorf("%q, want\n%q", got, want)
	}
	c := hostileCable()
	got = export.Quotation(c, cite.Passages(c, 1)[0])
	for _, r := range got {
		if sign, acts := visible.Rune(r); acts {
			t.Errorf("%s in %q", sign, got)
		}
	}
	if n := strings.Count(got, "⟦"); n != strings.Count(got, "⟦"+cite.EndLost+"⟧") || n == 0 || strings.Count(got[strings.LastIndex(got, "\n\n")+2:], "\n") != 0 {
		t.Errorf("%q", got)
	}
}
