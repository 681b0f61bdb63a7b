package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestOverviewOfRedactions(t *testing.T) {
	r := run(t, nil, "redactions", "--overview")
	r.want(t, Found, "")
	golden(t, "redactions-overview.txt", r.out)
}

func TestOverviewOfReasons(t *testing.T) {
	file := write(t, t.TempDir(), "released.txt", telegram("THE BELL",
		"The bell was sold to [excised] B1, 1.4(D) for a sum.\n\n3. (C) The sum was [2 lines not declassified] at noon."))
	out := run(t, nil, "redactions", "--overview", "--library", file).out
	for _, line := range []string{
		"2 redactions in 1 of 1 cable (100%), in 2 of their 3 paragraphs (67%)\n",
		"  none given               1  50%  ████████████████████\n",
		"  1.4(D)                   1  50%  ████████████████████  foreign relations and confidential sources\n",
		"  B1                       1  50%  ████████████████████  national defense or foreign policy\n",
	} {
		if !strings.Contains(out, line) {
			t.Errorf("%q is not in\n%s", line, out)
		}
	}
}

func TestOverviewTakesAQuery(t *testing.T) {
	r := run(t, nil, "redactions", "--overview", "--json", "--library", cables, "from:prague")
	r.want(t, Found, "")
	var h hiddenRecord
	if err := json.Unmarshal([]byte(r.out), &h); err != nil {
		t.Fatal(err)
	}
	if want := (concealedRecord{Cables: 1, Redacted: 1, Redactions: 1, Paragraphs: 3, Touched: 1}); h.concealedRecord != want || len(h.Posts) != 1 || h.Posts[0].Value != "PRAGUE" {
		t.Errorf("%s", r.out)
	}
	run(t, nil, "redactions", "--overview", "--library", cables, "giraffe").want(t, NotFound, "no cable in")
	r = run(t, nil, "redactions", "--overview", "--library", cables, "--", "-has:redaction")
	if r.want(t, NotFound, "nothing is redacted in"); r.out != "" {
		t.Errorf("nothing is redacted, and that is printed: %q", r.out)
	}
}

func TestOverviewFitsTheTerminal(t *testing.T) {
	for _, width := range []int{40, 60, 80} {
		for line := range strings.Lines(run(t, terminal(width), "redactions", "--overview").out) {
			if w := ansi.StringWidth(strings.TrimSuffix(line, "\n")); w > width {
				t.Errorf("%d cells in a terminal of %d: %q", w, width, line)
			}
		}
	}
}
