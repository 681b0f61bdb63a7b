// Package sidebar is the pane beside the reader: the names of the cable, its outline, what it
// cites and what cites it, its redactions.
package sidebar

import (
	"context"

	"reftel/model"
	"reftel/model/expand"
	"reftel/model/library/shelf"
	"reftel/model/match"
	"reftel/ui/theme"
	"reftel/ui/words"
)

// Tab is one of the lists that the sidebar shows.
type Tab uint8

// The tabs, in the order of the keys that step through them.
const (
	Names Tab = iota
	Outline
	References
	Redactions
	Abbreviations
	Notes
	tabs
)

var tabNames = [tabs]string{"Names", "Outline", "Refs", "Hidden", "Abbr", "Notes"}

// String returns the name of the tab.
func (t Tab) String() string { return tabNames[t] }

// Entry is one line of the sidebar that can be chosen.
type Entry struct {
	Text   string // first row
	Count  int    // at the right of the first row, 0: none
	Says   string // behind Text, in rows of its own where there is no room
	Note   string // row below, "": none
	Others string // further row below
	Level  model.Level
	Indent int // of both rows, in cells

	Name  *model.Name // Names
	Block int         // the place in the cable, where there is one (see Here)
	Span  model.Span  //
	Mark  *model.Mark //
	Here  bool        // Block and Span are a place in the cable that is read
	Link  shelf.Link  // References: the cable that it leads to
	Other bool        // Link leads to another cable

	Term *expand.Term // Abbreviations
}

// group is a heading and the entries under it.
type group struct {
	title   string
	empty   string // said when there is no entry
	entries []Entry
}

// Links is what the library knows about the references of a cable.
type Links struct {
	Cites, CitedBy []shelf.Link
	Others         map[model.ID]int // how many others cite what is not in the library
}

// Sidebar shows one tab of entries and a cursor.
type Sidebar struct {
	theme         *theme.Theme
	width, height int
	focused       bool
	titled        bool

	cable  *model.Cable
	links  Links
	kept   Kept
	terms  []expand.Term
	tab    Tab
	groups []group // of the tab, filtered
	filter string
	chosen *model.Name
	cursor int // index among the entries of all groups
	top    int // first row on the screen
}

// New returns an empty sidebar.
func New(t *theme.Theme) *Sidebar { return &Sidebar{theme: t, titled: true} }

// SetTheme changes the colours.
func (s *Sidebar) SetTheme(t *theme.Theme) { s.theme = t }

// SetFocus says whether keys go to the sidebar.
func (s *Sidebar) SetFocus(focused bool) { s.focused = focused }

// SetTitled says whether the first row names the pane.
func (s *Sidebar) SetTitled(titled bool) { s.titled = titled }

// SetSize gives the sidebar its size in cells.
func (s *Sidebar) SetSize(width, height int) {
	s.width, s.height = width, height
	s.follow()
}

// Show fills the sidebar from a cable and what its abbreviations stand for. The same cable again keeps cursor and filter.
func (s *Sidebar) Show(c *model.Cable, links Links, terms []expand.Term) {
	if c != s.cable {
		s.cursor, s.top, s.filter, s.chosen, s.kept = 0, 0, "", nil, Kept{}
	}
	s.cable, s.links, s.terms = c, links, terms
	s.refill()
}

// Rename shows the same cable with its names as rules have them now. Cursor and filter stay where they are; chosen is the
// name that is lit.
func (s *Sidebar) Rename(c *model.Cable, chosen *model.Name) {
	s.cable, s.chosen = c, chosen
	s.refill()
}

// Tab returns the tab that is shown.
func (s *Sidebar) Tab() Tab { return s.tab }

// Turn shows another tab, dir places on.
func (s *Sidebar) Turn(dir int) { s.Open((s.tab + tabs + Tab(dir)) % tabs) }

// Open shows a tab.
func (s *Sidebar) Open(t Tab) {
	s.tab, s.cursor, s.top, s.filter = t, 0, 0, ""
	s.refill()
}

// SelectTerm puts the cursor on an abbreviation.
func (s *Sidebar) SelectTerm(t *expand.Term) {
	i := 0
	for _, g := range s.groups {
		for _, e := range g.entries {
			if e.Term != nil && e.Term.Group == t.Group && e.Term.Word == t.Word {
				s.cursor = i
			}
			i++
		}
	}
	s.follow()
}

// SetFilter narrows the entries to those that match; "" shows all.
func (s *Sidebar) SetFilter(filter string) {
	s.filter, s.cursor, s.top = filter, 0, 0
	s.refill()
}

// Filter returns what narrows the entries.
func (s *Sidebar) Filter() string { return s.filter }

// SetChosen marks the name that is lit in the reader; nil marks none.
func (s *Sidebar) SetChosen(n *model.Name) { s.chosen = n }

// Selected returns the entry under the cursor.
func (s *Sidebar) Selected() (e Entry, ok bool) {
	i := s.cursor
	for _, g := range s.groups {
		if i < len(g.entries) {
			return g.entries[i], true
		}
		i -= len(g.entries)
	}
	return Entry{}, false
}

// refill builds the groups of the tab anew and drops what the filter does not match.
func (s *Sidebar) refill() {
	s.groups = nil
	if s.cable == nil {
		return
	}
	switch s.tab {
	case Names:
		s.groups = nameGroups(s.cable)
	case Outline:
		s.groups = outline(s.cable)
	case References:
		s.groups = referenceGroups(s.cable, s.links)
	case Redactions:
		s.groups = redactionGroups(s.cable)
	case Abbreviations:
		s.groups = termGroups(s.cable, s.terms)
	case Notes:
		s.groups = keptGroups(s.cable, s.kept)
	}
	if s.filter != "" {
		for i := range s.groups {
			s.groups[i].keep(s.filter)
		}
	}
	s.cursor = min(s.cursor, max(0, s.count()-1))
	s.follow()
}

// keep drops the entries that the filter does not match, best first.
func (g *group) keep(filter string) {
	texts := make([]string, len(g.entries))
	for i, e := range g.entries {
		texts[i] = words.Join(" ", e.Text, e.Says, e.Note, e.Others)
	}
	hits, _ := match.Fuzzy(context.Background(), filter, texts, len(texts))
	kept := make([]Entry, 0, len(hits))
	for _, h := range hits {
		kept = append(kept, g.entries[h.Index])
	}
	g.entries, g.empty = kept, ""
}

func (s *Sidebar) count() int {
	n := 0
	for _, g := range s.groups {
		n += len(g.entries)
	}
	return n
}

// Move moves the cursor by n entries.
func (s *Sidebar) Move(n int) {
	s.cursor = min(max(0, s.cursor+n), max(0, s.count()-1))
	s.follow()
}

// Page moves the cursor by n pages.
func (s *Sidebar) Page(n int) { s.Move(n * max(1, s.body()-2)) }

// HalfPage moves the cursor by n half pages.
func (s *Sidebar) HalfPage(n int) { s.Move(n * max(1, s.body()/2)) }

// Top moves the cursor to the first entry.
func (s *Sidebar) Top() { s.Move(-s.count()) }

// Bottom moves the cursor to the last entry.
func (s *Sidebar) Bottom() { s.Move(s.count()) }
