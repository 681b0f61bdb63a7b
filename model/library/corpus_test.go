package library

import (
	"path/filepath"
	"strings"
	"testing"

	"reftel/internal/shared"
	"reftel/model"
	"reftel/model/query"
)

// corpusLibrary reads the real pages of the Cablegate site.
func corpusLibrary(t testing.TB) (*Library, []Batch) {
	return load(t, Inputs([]string{filepath.Join(shared.Dir(t), "corpus", "cablegate-html")}, nil), LoadOptions{})
}

func TestCorpus(t *testing.T) {
	l, batches := corpusLibrary(t)
	t.Run("every file opens", func(t *testing.T) { corpusOpens(t, l, batches) })
	t.Run("links hold both ways", func(t *testing.T) { linksHold(t, l) })
	t.Run("sources read back", func(t *testing.T) { sourcesReadBack(t, l) })
	t.Run("targets lie in their blocks", func(t *testing.T) { targetsLieInBlocks(t, l) })
}

func corpusOpens(t *testing.T, l *Library, batches []Batch) {
	end := batches[len(batches)-1].Progress
	cables := l.Cables()
	t.Logf("%d files, %d cables, %d batches, %d problems", end.Files, len(cables), len(batches), len(l.Problems()))
	if end.FilesDone != end.Files || end.BytesDone != end.Bytes || end.Files < 600 || len(cables) < end.Files {
		t.Errorf("%d cables, %+v", len(cables), end)
	}
	for _, p := range l.Problems() {
		t.Error(p)
	}
	for i, c := range cables {
		if i > 0 && Compare(cables[i-1], c) >= 0 {
			t.Errorf("%s of %s stands behind %s of %s", c.ID, c.Source.File, cables[i-1].ID, cables[i-1].Source.File)
		}
	}
}

func linksHold(t *testing.T, l *Library) {
	links, here := 0, 0
	for _, c := range l.Cables() {
		for _, link := range l.Cites(c) {
			links++
			if link.State == model.Resolved {
				here++
			}
			if len(link.Places) == 0 || link.ID == c.ID || (link.Cable != nil) != (link.State == model.Resolved) {
				t.Errorf("%s: %+v", c.ID, link)
			}
			for _, p := range link.Places {
				if strings.TrimSpace(p.Span.In(c.Blocks[p.Block].Text)) == "" {
					t.Errorf("%s cites %s at a place without words: %v", c.ID, link.ID, p)
				}
			}
		}
		for _, link := range l.CitedBy(c.ID) {
			if link.Cable == nil || link.Cable == c {
				t.Errorf("%s is cited by %+v", c.ID, link)
			}
		}
	}
	t.Logf("%d links, %d resolved", links, here)
}

func sourcesReadBack(t *testing.T, l *Library) {
	for _, c := range l.Cables() {
		if text, err := l.Source(c)(); err != nil || len(text) == 0 {
			t.Errorf("%s: %d bytes, %v", c.ID, len(text), err)
		}
	}
}

func targetsLieInBlocks(t *testing.T, l *Library) {
	for _, c := range l.Cables() {
		block, start := 0, 0
		for _, target := range Targets(l.SetStates(c)) {
			s := target.Span
			if s.Start < 0 || s.End > len(c.Blocks[target.Block].Text) || s.Start > s.End || target.Label == "" {
				t.Errorf("%s: %+v", c.ID, target)
			}
			if target.Block < block || target.Block == block && s.Start < start {
				t.Errorf("%s: %+v stands before its place", c.ID, target)
			}
			block, start = target.Block, s.Start
		}
	}
}

func BenchmarkCorpus(b *testing.B) {
	l, _ := corpusLibrary(b)
	cables := l.Cables()
	bytes := 0
	for _, c := range cables {
		for i := range c.Blocks {
			bytes += len(c.Blocks[i].Text)
		}
	}
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			corpusLibrary(b)
		}
	})
	for _, text := range []string{"xylophone", "embassy security", `"foreign minister" -zinc`, "peña*"} {
		q, err := query.Parse(text)
		if err != nil {
			b.Fatal(err)
		}
		b.Run("filter/"+text, func(b *testing.B) {
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for b.Loop() {
				for _, c := range cables {
					q.Matches(c)
				}
			}
		})
	}
	b.Run("next hit, none", func(b *testing.B) {
		for b.Loop() {
			NextWith(b.Context(), cables, -1, Forward, "xylophone")
		}
	})
	b.Run("links of all", func(b *testing.B) {
		for b.Loop() {
			for _, c := range cables {
				l.Cites(c)
				l.CitedBy(c.ID)
			}
		}
	})
}
