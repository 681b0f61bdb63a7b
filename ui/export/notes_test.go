package export_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"reftel/internal/screen"
	"reftel/ui/export"
	"reftel/ui/visible"
)

// notesPage writes notes as HTML and parses it.
func notesPage(t *testing.T, notes ...export.Note) (string, *html.Node) {
	t.Helper()
	var out bytes.Buffer
	if err := export.Notes(&out, notes); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), root
}

// Whatever a note and the words of its cable hold is shown as text, all of it.
func TestNoNoteIsMarkup(t *testing.T) {
	bad := `</div></section><script>alert(1)</script> <img src=x onerror="y"> & "quoted" ]]> <!-- ` + screen.Hostile + " ⟦mine⟧"
	source, root := notesPage(t, export.Note{Of: bad, Place: bad, When: bad, Quote: bad, Cut: true, Text: bad + "\n\n  # " + bad},
		export.Note{Of: "09LISBON97", Place: "Paragraph 4", When: "4 May 2026", Text: "Who told him?"})
	harmless(t, source, root)
	written := all(root, "div", "written")
	if len(written) != 2 || text(written[0], "") != visible.Text(bad+"\n\n  # "+bad) || text(written[1], "") != "Who told him?" {
		t.Errorf("what was written is shown as %q", text(written[0], ""))
	}
	quotes := all(root, "blockquote", "")
	if len(quotes) != 1 || !strings.Contains(text(quotes[0], ""), "<script>") || !strings.Contains(text(quotes[0], ""), "⟨U+27E6⟩mine") || !strings.HasSuffix(text(quotes[0], ""), " ⟦…⟧") {
		t.Errorf("the words of the cable are shown as %q", text(quotes[0], ""))
	}
	if links, articles := all(root, "a", ""), all(root, "article", ""); len(links) != 2 || len(articles) != 2 {
		t.Errorf("%d links to %d cables", len(links), len(articles))
	}
}

func TestNotesOnOneCableStandTogether(t *testing.T) {
	n := export.Note{Of: "09LISBON97", Place: "Paragraph 4", When: "4 May 2026", Text: "One."}
	_, root := notesPage(t, n, n)
	if len(all(root, "article", "")) != 1 || len(all(root, "section", "")) != 2 || len(all(root, "nav", "")) != 0 {
		t.Error("two notes on one cable are not in one article, or have a table of contents")
	}
	if err := export.Notes(&full{100}, []export.Note{n}); err == nil {
		t.Error("a disk without room is not said")
	}
}
