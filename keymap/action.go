package keymap

// Action names one thing that the program can be told to do: "reader.next-paragraph". The names
// are what a user's configuration refers to, so they are never changed, only added to.
type Action string

// Moving inside the pane, list or overlay that has the focus, and between panes.
const (
	MoveDown      Action = "move.down"
	MoveUp        Action = "move.up"
	PageDown      Action = "move.page-down"
	PageUp        Action = "move.page-up"
	HalfPageDown  Action = "move.half-page-down"
	HalfPageUp    Action = "move.half-page-up"
	MoveTop       Action = "move.to-top"
	MoveBottom    Action = "move.to-bottom"
	FocusNext     Action = "focus.next-pane"
	FocusPrevious Action = "focus.previous-pane"
	FocusList     Action = "focus.list"
	FocusReader   Action = "focus.reader"
	FocusSidebar  Action = "focus.sidebar"
)

// Jumping to a place. Those of the reader work on the cable it shows whichever pane has the focus.
const (
	OpenCable         Action = "list.open-cable"
	FollowReference   Action = "reader.follow-reference"
	ChooseEntry       Action = "sidebar.choose-entry"
	PaletteJump       Action = "palette.jump"
	NextParagraph     Action = "reader.next-paragraph"
	PreviousParagraph Action = "reader.previous-paragraph"
	NextReference     Action = "reader.next-reference"
	PreviousReference Action = "reader.previous-reference"
	NextRedaction     Action = "reader.next-redaction"
	PreviousRedaction Action = "reader.previous-redaction"
	NextLoss          Action = "reader.next-loss"
	PreviousLoss      Action = "reader.previous-loss"
	NextMention       Action = "reader.next-mention"
	PreviousMention   Action = "reader.previous-mention"
	NextListed        Action = "reader.next-listed"
	PreviousListed    Action = "reader.previous-listed"
	NextTerm          Action = "reader.next-abbreviation"
	PreviousTerm      Action = "reader.previous-abbreviation"
	ExplainTerms      Action = "reader.explain-abbreviations"
	NextUnread        Action = "list.next-unread"
	NextCable         Action = "reader.next-cable"
	PreviousCable     Action = "reader.previous-cable"
	HistoryBack       Action = "history.go-back"
	HistoryForward    Action = "history.go-forward"
)

// Finding: the palette and its narrower forms, filters, search.
const (
	OpenPalette     Action = "palette.open"
	FindParagraph   Action = "palette.find-paragraph"
	FindReference   Action = "palette.find-reference"
	FindRedaction   Action = "palette.find-redaction"
	FindName        Action = "palette.find-name"
	FindAction      Action = "palette.find-action"
	PaletteNext     Action = "palette.next-kind"
	PalettePrevious Action = "palette.previous-kind"
	FilterList      Action = "list.filter"
	ClearFilter     Action = "list.clear-filter"
	ToggleRead      Action = "list.toggle-read"
	FindMark        Action = "palette.find-mark"
	SaveSearch      Action = "list.save-search"
	FindSearch      Action = "palette.find-search"
	OpenOverview    Action = "list.overview"
	CompareCopies   Action = "reader.compare"
	SearchCable     Action = "reader.search"
	NextHit         Action = "reader.next-hit"
	PreviousHit     Action = "reader.previous-hit"
	FilterSidebar   Action = "sidebar.filter"
	NarrowList      Action = "sidebar.narrow-list"
	EditName        Action = "names.edit"
	UndoName        Action = "names.undo"
	NameRules       Action = "names.list-rules"
	LookFurther     Action = "sidebar.look-further"
	LookNearer      Action = "sidebar.look-nearer"
	FilterHelp      Action = "help.filter"
	PromptAccept    Action = "prompt.accept"
	PromptCancel    Action = "prompt.cancel"
	PromptComplete  Action = "prompt.complete"
)

// Walking about in the overview, and narrowing the list from there.
const (
	OverviewLeft     Action = "overview.left"
	OverviewRight    Action = "overview.right"
	OverviewNext     Action = "overview.next-part"
	OverviewPrevious Action = "overview.previous-part"
	OverviewNarrow   Action = "overview.narrow-list"
	OverviewWiden    Action = "overview.take-back"
	OverviewHidden   Action = "overview.redactions"
)

// Walking about in the comparison of copies.
const (
	ComparisonNext       Action = "comparison.next-difference"
	ComparisonPrevious   Action = "comparison.previous-difference"
	ComparisonLeft       Action = "comparison.left"
	ComparisonRight      Action = "comparison.right"
	ComparisonGo         Action = "comparison.go-there"
	ComparisonCopy       Action = "comparison.next-copy"
	ComparisonCopyBefore Action = "comparison.previous-copy"
	ComparisonWhole      Action = "comparison.whole-text"
	ComparisonFold       Action = "comparison.one-text"
)

// Walking about among the actions in the lower edge of an overlay, and doing them.
const (
	FootNext     Action = "foot.next"
	FootPrevious Action = "foot.previous"
	FootLeft     Action = "foot.left"
	FootRight    Action = "foot.right"
	FootDo       Action = "foot.do"
	FootLeave    Action = "foot.leave"
)

// What is shown, and how.
const (
	ZoomPane      Action = "view.zoom-pane"
	ShowSource    Action = "reader.show-source"
	NextTab       Action = "sidebar.next-tab"
	PreviousTab   Action = "sidebar.previous-tab"
	ToggleSidebar Action = "sidebar.toggle"
	ReverseOrder  Action = "list.reverse-order"
	CycleTheme    Action = "view.cycle-theme"
	ToggleMouse   Action = "view.toggle-mouse"
)

// The program itself.
const (
	OpenHelp Action = "help.open"
	// StepBack undoes the latest of what stands between the reader and the plain screen: it stops
	// the reading of files while that goes on, else closes an overlay, forgets a search or the
	// chosen name, ends the zoom, clears the filter. It never quits.
	StepBack Action = "app.step-back"
	// Close does what StepBack does, and at the top level it quits.
	Close Action = "app.close"
	// Quit leaves from anywhere, even in the middle of typing.
	Quit Action = "app.quit"
	// Suspend hands the terminal back to the shell until the job is continued.
	Suspend Action = "app.suspend"
)

// Keeping: what the reader adds to cables.
const (
	SetMark    Action = "keep.mark"
	WriteNote  Action = "keep.note"
	LabelCable Action = "keep.label"

	CopyPassage  Action = "copy.copy-paragraph"
	CopyCitation Action = "copy.copy-citation"
	CopyID       Action = "copy.copy-id"
	CopyText     Action = "copy.copy-text"
	Pipe         Action = "copy.pipe-to"
	Export       Action = "copy.export-cables"

	NoteKeep   Action = "note.keep"
	NoteDrop   Action = "note.drop"
	NoteEditor Action = "note.editor"
)
