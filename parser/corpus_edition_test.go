package parser

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"reftel/internal/shared"
	"reftel/model"
)

// tally counts what the documents of an edition hold.
type tally struct {
	documents, paragraphs, numbered, notes, sources, signs, dated, classified int
	redactions, omissions, losses                                             int
	cited, found                                                              int // documents and notes of the edition
}

func (n *tally) add(c *model.Cable) {
	n.documents++
	if !c.Date.IsZero() {
		n.dated++
	}
	if !c.Classification.IsZero() {
		n.classified++
	}
	for i := range c.Blocks {
		switch b := &c.Blocks[i]; {
		case b.Role == model.SourceNoteRole:
			n.sources++
		case b.Kind == model.Note:
			n.notes++
		case b.Kind == model.Paragraph || b.Kind == model.SubParagraph:
			n.paragraphs++
			n.numbered += min(1, b.Number)
		}
	}
	n.signs += len(c.MarksOf(model.NoteSign))
	n.redactions += len(c.MarksOf(model.Redaction))
	n.omissions += len(c.MarksOf(model.Omission))
	n.losses += len(c.MarksOf(model.Loss))
}

// cite counts the documents that are cited, and those of them that are among ids. It returns those of the
// document's own volume that are not.
func (n *tally) cite(c *model.Cable, ids map[model.ID]bool) (missing []string) {
	for _, m := range c.MarksOf(model.Citation) {
		if m.RefTo != model.ToDocument {
			continue
		}
		for _, id := range m.IDs {
			n.cited++
			if ids[id] {
				n.found++
			} else if id.Volume == c.ID.Volume {
				missing = append(missing, c.ID.String()+" cites "+id.String()+": "+m.Form)
			}
		}
	}
	return missing
}

// The volume of FRUS as text: every document under its number, every note, and the sign of nearly each.
func TestFRUSTextVolume(t *testing.T) {
	path := filepath.Join(filepath.Join(shared.Dir(t), "corpus", "frus-text"), "frus_1961_63_volume5_clean.txt")
	r, data := parseFile(t, path)
	for _, broken := range evidence(filepath.Base(path), data, r) {
		t.Error(broken)
	}
	var n tally
	ids := map[model.ID]bool{}
	editorial, numbers := 0, 0
	for i, c := range r.Cables {
		if want := "frus1961-63v05/d" + strconv.Itoa(i+1); c.ID.String() != want {
			t.Errorf("document %d: id %s", i+1, c.ID)
		}
		if strings.HasSuffix(c.Headline, sourceWord) {
			t.Errorf("%s: headline %q", c.ID, c.Headline)
		}
		if c.Headline == editorialNote {
			editorial++
		} else if c.Date.IsZero() != (len(c.Warnings) > 0 && c.Warnings[0].Kind == WarnNoDate) {
			t.Errorf("%s: date %v, warnings %v", c.ID, c.Date, c.Warnings)
		}
		if !c.Number().IsZero() {
			numbers++
		}
		ids[c.ID] = true
		n.add(c)
	}
	var missing []string
	for _, c := range r.Cables {
		missing = append(missing, n.cite(c, ids)...)
	}
	if n.documents != 390 || editorial != 130 || n.sources != 260 || n.notes != 599 || n.dated != 255 || numbers != 56 {
		t.Errorf("%d documents, %d editorial notes, %d notes on sources, %d notes, %d dates, %d numbers of telegrams",
			n.documents, editorial, n.sources, n.notes, n.dated, numbers)
	}
	if lost := n.notes + n.sources - n.signs; lost != 2 {
		t.Errorf("%d notes have no sign, of which one cannot be told from a day", lost)
	}
	if len(missing) > 0 {
		t.Errorf("documents that are not in the volume: %q", missing)
	}
	t.Logf("%+v", n)
}

// The telegrams of the volume stand alone in files too: both copies give the same document.
func TestFRUSTextTelegrams(t *testing.T) {
	folder := filepath.Join(shared.Dir(t), "corpus", "frus-text")
	volume, _ := parseFile(t, filepath.Join(folder, "frus_1961_63_volume5_clean.txt"))
	byNumber := map[int]*model.Cable{}
	for _, c := range volume.Cables {
		byNumber[c.ID.Serial] = c
	}
	files := corpusFiles(t, "frus-text/telegrams")
	for _, path := range files {
		r, data := parseFile(t, path)
		name := filepath.Base(path)
		for _, broken := range evidence(name, data, r) {
			t.Errorf("%s: %s", name, broken)
		}
		if r.Format != model.FRUSText || len(r.Cables) != 1 {
			t.Errorf("%s: %d documents, format %q", name, len(r.Cables), r.Format)
			continue
		}
		c, same := r.Cables[0], byNumber[r.Cables[0].ID.Serial]
		if "d"+strconv.Itoa(c.ID.Serial)+".txt" != name || same == nil {
			t.Errorf("%s: id %s", name, c.ID)
			continue
		}
		if c.Number() != same.Number() || !c.Date.Equal(same.Date) || c.Classification != same.Classification || len(c.Blocks) != len(same.Blocks) {
			t.Errorf("%s: %s, %v, %v, %d blocks; in the volume %s, %v, %v, %d", name, c.Number(), c.Date, c.Classification, len(c.Blocks),
				same.Number(), same.Date, same.Classification, len(same.Blocks))
		}
	}
	t.Logf("%d files", len(files))
}

// The Australian edition: one document a file, under the number that its file's name begins with.
func TestDFATDocuments(t *testing.T) {
	var n tally
	var all []*model.Cable
	var missing []string
	ids := map[model.ID]bool{}
	archived, apart, noSign := 0, 0, 0
	for _, path := range corpusFiles(t, "dfat-au") {
		name := filepath.Base(path)
		r, data := parseFile(t, path)
		if name == "SOURCES.md" {
			if r.Format != "" || len(r.Cables) > 0 {
				t.Errorf("%s: format %q", name, r.Format)
			}
			continue
		}
		for _, broken := range evidence(name, data, r) {
			t.Errorf("%s: %s", name, broken)
		}
		if r.Format != model.DFAT || len(r.Cables) != 1 || len(r.Furniture) > 0 {
			t.Errorf("%s: %d documents, format %q, furniture %v", name, len(r.Cables), r.Format, r.Furniture)
			continue
		}
		c := r.Cables[0]
		number, _, _ := strings.Cut(name, "-")
		volume := strings.Split(filepath.Base(filepath.Dir(path)), "-")[1]
		if c.ID.String() != "dafp"+volume+"/d"+number {
			t.Errorf("%s: id %s", name, c.ID)
		}
		if c.Headline == "" || strings.ContainsAny(c.Headline, "[_*\\") {
			t.Errorf("%s: headline %q", name, c.Headline)
		}
		for i := range c.Blocks {
			b := &c.Blocks[i]
			if strings.Contains(b.Text, "](#") || strings.Contains(b.Text, "**") || strings.Contains(b.Text, "\\.") {
				t.Errorf("%s: signs of Markdown in %q", name, b.Text)
			}
			if b.Role == model.SourceNoteRole {
				archived++
				break
			}
		}
		for _, w := range c.Warnings {
			if w.Kind == WarnNotes {
				noSign++
			}
		}
		if when, ok := readStamp(c.Blocks[0].Text); ok && c.DateEvidence == "dateline" && !aboutSameDay(when, c.Date) {
			apart++
		}
		all = append(all, c)
		ids[c.ID] = true
		n.add(c)
	}
	for _, c := range all {
		missing = append(missing, n.cite(c, ids)...)
	}
	if len(missing) > 0 {
		t.Errorf("documents that are in no volume here: %q", missing)
	}
	if n.documents != 1243 || archived < 1235 || n.dated < 1230 || n.notes < 3870 || noSign > 150 || apart > 25 {
		t.Errorf("%d documents, %d with the archive's reference, %d dates (%d unlike the publisher's), %d notes, %d documents with notes without a sign",
			n.documents, archived, n.dated, apart, n.notes, noSign)
	}
	t.Logf("%+v, %d dates differ, %d documents lack a sign", n, apart, noSign)
}
