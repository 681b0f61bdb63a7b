package parser

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"reftel/model"
)

// The real documents of Foreign Relations in TEI, counted by hand in their files.
func TestTEICorpus(t *testing.T) {
	type facts struct {
		id, number, date                     string
		level                                model.Level
		paragraphs, points, notes, signers   int
		pages, references, redactions, keyed int
		mentions, unmarked                   int // of keyed names; wrong ones left out
	}
	want := map[string]facts{
		"frus1952-54Guat_d64.xml": {id: "frus1952-54guat/d64", date: "1953-11-11 00:00", signers: 1, level: model.TopSecret,
			paragraphs: 3, points: 2, notes: 3, pages: 1, references: 2, keyed: 9, mentions: 14},
		"frus1977-80v11p1_d17.xml": {id: "frus1977-80v11p1/d17", date: "1979-11-09 00:00", level: model.Secret,
			points: 4, notes: 2, pages: 1, keyed: 9, mentions: 12, unmarked: 1},
		"frus1977-80v15_d107.xml": {id: "frus1977-80v15/d107", number: "78PANAMA6968", date: "1978-09-24 02:19", signers: 1, level: model.Secret,
			paragraphs: 9, notes: 4, pages: 3, references: 3, keyed: 15, mentions: 42},
	}
	files := corpusFiles(t, "frus-tei")
	if len(files) != len(want) {
		t.Errorf("%d files, want %d", len(files), len(want))
	}
	for _, path := range files {
		r, data := parseFile(t, path)
		name := filepath.Base(path)
		for _, broken := range evidence(name, data, r) {
			t.Errorf("%s: %s", name, broken)
		}
		if r.Format != model.FRUSTEI || len(r.Cables) != 1 || len(r.Warnings) > 0 {
			t.Errorf("%s: %d cables, format %q, %v", name, len(r.Cables), r.Format, r.Warnings)
			continue
		}
		c := r.Cables[0]
		checkMentions(t, c)
		got := facts{id: c.ID.String(), number: c.Number().String(), date: c.Date.Format("2006-01-02 15:04"), signers: len(c.SignedBy),
			level: c.Classification, paragraphs: len(numbers(c)), pages: len(c.MarksOf(model.PageBreak)), references: len(c.MarksOf(model.Citation)),
			redactions: len(c.MarksOf(model.Redaction)), unmarked: len(c.Warnings)}
		for _, b := range c.Blocks {
			switch b.Kind {
			case model.Note:
				got.notes++
			case model.SubParagraph:
				got.points++
			}
		}
		for _, n := range c.Names {
			if n.Key != "" {
				got.keyed++
				got.mentions += len(n.Mentions)
			}
		}
		if got != want[name] {
			t.Errorf("%s:\n%+v, want\n%+v", name, got, want[name])
		}
		// Every key in the file is in the record, but for those left out.
		if keys := strings.Count(string(data), `="#p_`) + strings.Count(string(data), `="#t_`); keys != got.mentions+got.unmarked {
			t.Errorf("%s: %d keys in the file, %d mentions", name, keys, got.mentions)
		}
		if got, want := runningWords(c), strippedWords(string(data)); !slices.Equal(got, want) {
			t.Errorf("%s: the words are\n%q, want\n%q", name, got, want)
		}
	}
}

// runningWords are the words of a cable without its notes.
func runningWords(c *model.Cable) []string {
	var words []string
	for _, b := range c.Blocks {
		if b.Kind != model.Note {
			words = append(append(words, strings.Fields(b.Lead)...), strings.Fields(b.Text)...)
		}
	}
	return joinDashes(words)
}

var (
	teiNotes = regexp.MustCompile(`(?s)<note\b.*?</note>`)
	teiLines = regexp.MustCompile(`<lb/>`)
	teiTags  = regexp.MustCompile(`(?s)<[^>]*>`)
)

// strippedWords are the words of a document's file when every tag is struck out, read without the parser.
func strippedWords(text string) []string {
	text = text[strings.Index(text, `<head>`):]
	text = teiLines.ReplaceAllString(teiNotes.ReplaceAllString(text, ""), " ")
	return joinDashes(strings.Fields(teiTags.ReplaceAllString(text, "")))
}

// joinDashes joins a dash that is a point's lead to its first word.
func joinDashes(words []string) []string {
	return strings.Fields(strings.ReplaceAll(strings.Join(words, " "), "— ", "—"))
}
