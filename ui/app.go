// Package ui is the interactive program: a list of cables, a reader and a sidebar, with a palette
// and a help over them.
//
// [App] is the only tea.Model. It owns the panes and is the only one that knows them all:
//
//	key press ──> keymap ──> action ──> App method ──> panes (called directly)
//	                                        │
//	                                        └──> tea.Cmd (loading, filtering, finding)
//	                                                  │
//	message with its generation <─────────────────────┘   stale ones are dropped
//
// Panes are told what to show and draw themselves in the rectangle they were given; no pane knows
// another. Nothing that reads files or searches the library runs between a key and its frame.
package ui

import (
	"context"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model"
	"reftel/model/library/shelf"
	"reftel/model/names"
	"reftel/model/names/rules"
	"reftel/model/notebook"
	"reftel/model/query"
	"reftel/ui/copies"
	"reftel/ui/foot"
	"reftel/ui/help"
	"reftel/ui/input"
	"reftel/ui/layout"
	"reftel/ui/list"
	"reftel/ui/note"
	"reftel/ui/overview"
	"reftel/ui/palette"
	"reftel/ui/reader"
	"reftel/ui/sidebar"
	"reftel/ui/theme"
)

// App is the program's state.
type App struct {
	options  Options
	context  context.Context // ends with the program
	stop     context.CancelFunc
	lent     atomic.Bool // another program has the terminal
	keys     *keymap.Map
	actions  map[keymap.Action]func(*App) tea.Cmd
	now      func() time.Time
	shelf    shelf.Shelf
	searches *notebook.Searches
	rules    *notebook.Rules
	set      *rules.Set    // as it was laid over the names last
	changes  []change      // of the names, made since the start, to be taken back
	merging  *named        // the name that another is to be merged with
	renaming named         // by the prompt
	at       *shelf.Opened // the cable that is read; nil: none
	steps    int           // how far the sidebar follows its references
	resting  resting

	width, height int
	layout        layout.Layout
	focus         layout.Pane
	mouse         bool // taken from the terminal
	zoom          bool
	low           bool // overlays are, for the link is slow
	unzoomed      bool // with a key: all panes are shown on a slow link too
	sidebarOpen   bool
	dark          bool
	themeName     string
	theme         theme.Theme

	list    *list.List
	reader  *reader.Reader
	sidebar *sidebar.Sidebar
	palette *palette.Palette
	help    *help.Help
	overlay overlay
	beneath overlay // what the help lies over
	foot    *foot.Foot

	overview *overview.Overview
	counting counting
	hiding   hiding
	narrowed []narrowing // by the overview, the last one last

	copies    *copies.Copies
	comparing comparing

	line     *input.Line // what is typed in a prompt
	prompt   prompt
	offers   offers
	pending  []string // keys of a sequence that has begun
	history  history
	lastRead place // where the reader was left for the list
	message  string
	wrong    bool // message is an error
	reversed bool // the list shows the oldest first

	loading     loading
	filter      filter
	finder      func() *palette.Finder // prepares it when first called
	keeping     keeping
	note        *note.Note
	noting      notebook.Note // that is being written
	exporting   exporting
	marking     bool   // the next key is the letter of a mark
	jotted      jotted // what the notebook has on the cable that is read
	jotting     latest
	book        *notebook.Notebook
	taken       bool             // the cable is read, and not only passed over
	stopped     *notebook.Anchor // where its reading stopped before; nil: it was not read
	resuming    *notebook.Anchor // where the reading of the library stopped, until it is found or a key is pressed
	rereading   latest
	readCables  *query.Cables // nil: not known yet
	notedCables *query.Cables
	labels      []string     // of the notebook, those of the most cables first
	places      shelf.Number // the cable whose places the palette offers
	finding     latest
	dating      latest       // of names in the palette
	mentions    *mentions    // of a name; nil: the palette shows something else
	named       *names.Entry // the name of the library that is lit; nil: one of the cable
	preview     latest
	opening     opening
	relating    latest
	fetching    fetching
	going       latest // to another cable, which has to be found first
	sourcing    latest
}

// overlay is what lies over the panes.
type overlay uint8

const (
	noOverlay overlay = iota
	paletteOverlay
	helpOverlay
	overviewOverlay
	copiesOverlay
	noteOverlay
)

// New returns the program, ready to run.
func New(o Options) (*App, error) {
	t, err := o.Themes.New(o.Theme, true)
	if err != nil {
		return nil, err
	}
	t.ASCII, t.Plain = o.ASCII || o.Plain, o.Plain
	ctx, stop := context.WithCancel(context.Background())
	a := &App{options: o, context: ctx, stop: stop, keys: o.Keys, actions: actionTable(), shelf: o.Shelf, focus: layout.List, sidebarOpen: true,
		dark: true, themeName: o.Theme, theme: t, mouse: o.Mouse, line: input.New(), now: o.Now}
	if a.now == nil {
		a.now = time.Now
	}
	if a.searches = o.Searches; a.searches == nil {
		a.searches = &notebook.Searches{}
	}
	if a.rules = o.Rules; a.rules == nil {
		a.rules = &notebook.Rules{}
	}
	if a.book = o.Notebook; a.book == nil {
		a.book = notebook.New("")
	}
	a.list = list.New(&a.theme)
	a.list.SetDates(o.Dates)
	a.list.SetColumns(o.Columns)
	a.reader = reader.New(&a.theme, a.stateOf)
	a.reader.SetDates(o.Dates)
	a.sidebar = sidebar.New(&a.theme)
	a.palette = palette.New(&a.theme)
	a.help = help.New(&a.theme)
	a.overview = overview.New(&a.theme)
	a.copies = copies.New(&a.theme)
	a.copies.SetDates(o.Dates)
	a.note = note.New(&a.theme)
	a.foot = foot.New(&a.theme)
	if o.Listed != nil {
		a.reader.SetListed(o.Listed.Spans)
	}
	a.tellKeys()
	a.message = o.Notice
	return a, nil
}

// Init starts the reading of the library and asks the terminal for its background.
func (a *App) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, a.rereadRules(), a.startLoading(), a.recall(), a.reread(), a.askWritable())
}

// Update takes a message to where it belongs, and asks for the rows that the list then wants.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.update(msg)
	a.foot.Offer(a.atFoot(a.overlay))
	if more := tea.Batch(a.fetchRows(), a.keepPlaceSoon(), a.write()); more != nil {
		cmd = tea.Batch(cmd, more)
	}
	return a, cmd
}

func (a *App) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
		a.arrange()
		return a.resized()
	case tea.BackgroundColorMsg:
		a.dark = msg.IsDark()
		a.retheme()
		return nil
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.MouseMsg:
		return a.pointed(msg)
	case tea.PasteMsg:
		return a.typed(msg)
	case loadedMsg:
		return a.loaded(msg)
	case filteredMsg:
		return a.filtered(msg)
	case countedMsg:
		return a.counted(msg)
	case hiddenMsg:
		return a.countedHidden(msg)
	case comparedMsg:
		a.compared(msg)
	case newestMsg:
		return a.newest(msg)
	case foundMsg:
		return a.found(msg)
	case mentionedMsg:
		return a.mentioned(msg)
	case datedMsg:
		a.dated(msg)
	case previewMsg:
		return a.previewed(msg)
	case openedMsg:
		return a.opened(msg)
	case relatedMsg:
		a.related(msg)
	case fetchedMsg:
		a.fetched(msg)
	case locatedMsg:
		return a.located(msg)
	case soughtMsg:
		return a.sought(msg)
	case sourceMsg:
		a.sourced(msg)
	case saidMsg:
		a.complain(msg.what)
	case unwrittenMsg:
		a.complainOnce(msg.err)
	case jottedMsg:
		a.rejotted(msg)
	case copiedMsg:
		return a.copied(msg)
	case pipedMsg:
		a.piped(msg)
	case exportedMsg:
		return a.exported(msg)
	case editedMsg:
		a.edited(msg)
	case placedMsg:
		return a.placed(msg)
	case restedMsg:
		a.rested()
	case keptMsg:
		return a.written(msg)
	case rereadMsg:
		a.rereadCables(msg)
	case recalledMsg:
		a.resuming = &msg.last
		return a.resume()
	case resumedMsg:
		return a.resumed(msg)
	case unreadMsg:
		return a.toUnread(msg)
	case ruledMsg:
		return a.ruled(msg)
	}
	return nil
}

// retheme makes the styles anew.
func (a *App) retheme() {
	t, err := a.options.Themes.New(a.themeName, a.dark)
	if err != nil {
		return // the name was checked by New
	}
	t.ASCII, t.Plain = a.theme.ASCII, a.theme.Plain
	a.theme = t
	a.reader.SetTheme(&a.theme)
}

// say shows a message in the status line until the next key.
func (a *App) say(message string) { a.message, a.wrong = message, false }

// complain shows an error in the status line until the next key.
func (a *App) complain(message string) { a.message, a.wrong = message, true }

// stateOf says whether a reference in the cable that is read can be followed.
func (a *App) stateOf(m model.Mark) model.RefState {
	_, state := a.at.Leads(m)
	return state
}
