package ui

import (
	tea "charm.land/bubbletea/v2"

	"reftel/keymap"
	"reftel/model/library/shelf"
	"reftel/ui/layout"
	"reftel/ui/palette"
	"reftel/ui/reader"
)

// actionTable says what each action of the keymap does.
func actionTable() map[keymap.Action]func(*App) tea.Cmd {
	return map[keymap.Action]func(*App) tea.Cmd{
		keymap.MoveDown:     func(a *App) tea.Cmd { return a.move(func(m mover) { m.Move(1) }) },
		keymap.MoveUp:       func(a *App) tea.Cmd { return a.move(func(m mover) { m.Move(-1) }) },
		keymap.PageDown:     func(a *App) tea.Cmd { return a.move(func(m mover) { m.Page(1) }) },
		keymap.PageUp:       func(a *App) tea.Cmd { return a.move(func(m mover) { m.Page(-1) }) },
		keymap.HalfPageDown: func(a *App) tea.Cmd { return a.move(func(m mover) { m.HalfPage(1) }) },
		keymap.HalfPageUp:   func(a *App) tea.Cmd { return a.move(func(m mover) { m.HalfPage(-1) }) },
		keymap.MoveTop:      func(a *App) tea.Cmd { return a.move(mover.Top) },
		keymap.MoveBottom:   func(a *App) tea.Cmd { return a.move(mover.Bottom) },

		keymap.FocusNext:     func(a *App) tea.Cmd { return a.turnFocus(1) },
		keymap.FocusPrevious: func(a *App) tea.Cmd { return a.turnFocus(-1) },
		keymap.FocusList:     func(a *App) tea.Cmd { return a.goToPane(layout.List) },
		keymap.FocusReader:   func(a *App) tea.Cmd { return a.goToPane(layout.Reader) },
		keymap.FocusSidebar:  func(a *App) tea.Cmd { return a.goToPane(layout.Sidebar) },

		keymap.OpenCable:         (*App).openSelected,
		keymap.FollowReference:   (*App).followReference,
		keymap.ChooseEntry:       (*App).choose,
		keymap.PaletteJump:       (*App).jump,
		keymap.NextParagraph:     inReader(func(a *App) tea.Cmd { return a.step(reader.Paragraphs, 1) }),
		keymap.PreviousParagraph: inReader(func(a *App) tea.Cmd { return a.step(reader.Paragraphs, -1) }),
		keymap.NextReference:     inReader(func(a *App) tea.Cmd { return a.step(reader.References, 1) }),
		keymap.PreviousReference: inReader(func(a *App) tea.Cmd { return a.step(reader.References, -1) }),
		keymap.NextRedaction:     inReader(func(a *App) tea.Cmd { return a.step(reader.Redactions, 1) }),
		keymap.PreviousRedaction: inReader(func(a *App) tea.Cmd { return a.step(reader.Redactions, -1) }),
		keymap.NextLoss:          inReader(func(a *App) tea.Cmd { return a.step(reader.Losses, 1) }),
		keymap.PreviousLoss:      inReader(func(a *App) tea.Cmd { return a.step(reader.Losses, -1) }),
		keymap.NextMention:       inReader(func(a *App) tea.Cmd { return a.step(reader.Mentions, 1) }),
		keymap.PreviousMention:   inReader(func(a *App) tea.Cmd { return a.step(reader.Mentions, -1) }),
		keymap.NextListed:        inReader(func(a *App) tea.Cmd { return a.step(reader.Listed, 1) }),
		keymap.PreviousListed:    inReader(func(a *App) tea.Cmd { return a.step(reader.Listed, -1) }),
		keymap.NextTerm:          inReader(func(a *App) tea.Cmd { return a.stepTerm(1) }),
		keymap.PreviousTerm:      inReader(func(a *App) tea.Cmd { return a.stepTerm(-1) }),
		keymap.ExplainTerms:      inReader((*App).explainTerms),
		keymap.NextCable:         inReader(func(a *App) tea.Cmd { return a.neighbour(1) }),
		keymap.PreviousCable:     inReader(func(a *App) tea.Cmd { return a.neighbour(-1) }),
		keymap.HistoryBack:       onReader((*App).goBack),
		keymap.HistoryForward:    onReader((*App).goForward),

		keymap.OpenPalette:      func(a *App) tea.Cmd { return a.openPalette(palette.All) },
		keymap.FindParagraph:    func(a *App) tea.Cmd { return a.openPalette(palette.Paragraphs) },
		keymap.FindReference:    func(a *App) tea.Cmd { return a.openPalette(palette.References) },
		keymap.FindRedaction:    func(a *App) tea.Cmd { return a.openPalette(palette.Redactions) },
		keymap.FindName:         (*App).findName,
		keymap.FindSearch:       func(a *App) tea.Cmd { return a.openPalette(palette.Searches) },
		keymap.SaveSearch:       (*App).saveSearch,
		keymap.FindAction:       func(a *App) tea.Cmd { return a.openPalette(palette.Actions) },
		keymap.PaletteNext:      func(a *App) tea.Cmd { a.palette.Turn(1); return a.find(false) },
		keymap.PalettePrevious:  func(a *App) tea.Cmd { a.palette.Turn(-1); return a.find(false) },
		keymap.NextUnread:       (*App).nextUnread,
		keymap.ToggleRead:       (*App).toggleRead,
		keymap.FilterList:       func(a *App) tea.Cmd { a.ask(filterPrompt, a.filter.typed); return a.reread() },
		keymap.ClearFilter:      (*App).clearFilter,
		keymap.SearchCable:      inReader(func(a *App) tea.Cmd { a.ask(searchPrompt, a.reader.Needle()); return nil }),
		keymap.NextHit:          inReader(func(a *App) tea.Cmd { return a.nextHit(1) }),
		keymap.PreviousHit:      inReader(func(a *App) tea.Cmd { return a.nextHit(-1) }),
		keymap.FilterSidebar:    func(a *App) tea.Cmd { a.ask(sidebarPrompt, a.sidebar.Filter()); return nil },
		keymap.EditName:         (*App).editName,
		keymap.NameRules:        (*App).nameRules,
		keymap.UndoName:         (*App).undoName,
		keymap.LookFurther:      func(a *App) tea.Cmd { return a.look(1) },
		keymap.LookNearer:       func(a *App) tea.Cmd { return a.look(-1) },
		keymap.NarrowList:       (*App).narrowToName,
		keymap.OpenOverview:     (*App).openOverview,
		keymap.OverviewLeft:     func(a *App) tea.Cmd { a.overview.Side(-1); return nil },
		keymap.OverviewRight:    func(a *App) tea.Cmd { a.overview.Side(1); return nil },
		keymap.OverviewNext:     func(a *App) tea.Cmd { return a.turnPart(1) },
		keymap.OverviewPrevious: func(a *App) tea.Cmd { return a.turnPart(-1) },
		keymap.OverviewNarrow:   (*App).narrow,
		keymap.OverviewHidden:   (*App).turnOverview,
		keymap.OverviewWiden:    (*App).widen,
		keymap.FilterHelp:       func(a *App) tea.Cmd { a.ask(helpPrompt, a.help.Filter()); return nil },
		keymap.PromptAccept:     (*App).accept,
		keymap.PromptCancel:     (*App).cancel,
		keymap.PromptComplete:   (*App).complete,

		keymap.SetMark:      inReader((*App).markHere),
		keymap.FindMark:     func(a *App) tea.Cmd { return a.openPalette(palette.Marks) },
		keymap.WriteNote:    inReader((*App).noteHere),
		keymap.LabelCable:   inReader(func(a *App) tea.Cmd { a.ask(labelPrompt, ""); return nil }),
		keymap.CopyPassage:  inReader((*App).copyPassage),
		keymap.CopyCitation: inReader((*App).copyCitation),
		keymap.CopyID:       inReader((*App).copyID),
		keymap.CopyText:     inReader((*App).copyText),
		keymap.Pipe:         inReader((*App).askPipe),
		keymap.Export:       (*App).chooseExport,
		keymap.NoteKeep:     (*App).keepNote,
		keymap.NoteEditor:   (*App).inEditor,
		keymap.NoteDrop:     (*App).dropNote,

		keymap.CompareCopies:        (*App).compareCopies,
		keymap.ComparisonNext:       func(a *App) tea.Cmd { return a.stepDifference(1) },
		keymap.ComparisonPrevious:   func(a *App) tea.Cmd { return a.stepDifference(-1) },
		keymap.ComparisonLeft:       func(a *App) tea.Cmd { a.copies.Choose(-1); return nil },
		keymap.ComparisonRight:      func(a *App) tea.Cmd { a.copies.Choose(1); return nil },
		keymap.ComparisonGo:         (*App).goToCopy,
		keymap.ComparisonCopy:       func(a *App) tea.Cmd { return a.turnCopy(1) },
		keymap.ComparisonCopyBefore: func(a *App) tea.Cmd { return a.turnCopy(-1) },
		keymap.ComparisonWhole:      func(a *App) tea.Cmd { a.copies.Whole(); return nil },
		keymap.ComparisonFold:       (*App).foldCopies,

		keymap.FootNext:     func(a *App) tea.Cmd { return a.turnFoot(1) },
		keymap.FootPrevious: func(a *App) tea.Cmd { return a.turnFoot(-1) },
		keymap.FootLeft:     func(a *App) tea.Cmd { a.foot.Move(-1); return nil },
		keymap.FootRight:    func(a *App) tea.Cmd { a.foot.Move(1); return nil },
		keymap.FootDo:       (*App).doAtFoot,
		keymap.FootLeave:    func(a *App) tea.Cmd { a.foot.Leave(); return nil },

		keymap.ZoomPane:      (*App).toggleZoom,
		keymap.ShowSource:    inReader((*App).toggleSource),
		keymap.NextTab:       func(a *App) tea.Cmd { return a.turnTab(1) },
		keymap.PreviousTab:   func(a *App) tea.Cmd { return a.turnTab(-1) },
		keymap.ToggleSidebar: (*App).toggleSidebar,
		keymap.ReverseOrder:  func(a *App) tea.Cmd { a.reversed = !a.reversed; return a.refilter() },
		keymap.CycleTheme:    (*App).cycleTheme,
		keymap.ToggleMouse:   (*App).toggleMouse,

		keymap.OpenHelp: func(a *App) tea.Cmd { a.openHelp(); return nil },
		keymap.StepBack: func(a *App) tea.Cmd { return a.stepBack() },
		keymap.Close:    (*App).close,
		keymap.Quit:     (*App).quit,
		keymap.Suspend:  func(*App) tea.Cmd { return tea.Suspend },
	}
}

// mover is a pane in which one moves up and down.
type mover interface {
	Move(n int)
	Page(n int)
	HalfPage(n int)
	Top()
	Bottom()
}

// move moves in whatever has the keys.
func (a *App) move(how func(mover)) tea.Cmd {
	switch {
	case a.overlay == paletteOverlay:
		how(a.palette)
		if a.mentions != nil {
			return a.onwards()
		}
		return a.dateNames()
	case a.overlay == helpOverlay:
		how(a.help)
	case a.overlay == overviewOverlay:
		how(a.overview)
	case a.overlay == copiesOverlay:
		how(a.copies)
	case a.prompt.kind == searchPrompt, a.focus == layout.Reader:
		how(a.reader)
	case a.focus == layout.Sidebar:
		how(a.sidebar)
	default:
		how(a.list)
		return a.follow()
	}
	return nil
}

// inReader makes an action that works on the cable that is read.
func inReader(do func(*App) tea.Cmd) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		if a.reader.Cable() == nil {
			a.say("No cable is open.")
			return nil
		}
		return onReader(do)(a)
	}
}

// onReader makes an action that is seen in the reader. Where only one pane is on the screen, that one becomes the
// reader.
func onReader(do func(*App) tea.Cmd) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		if a.layout.Reader.Empty() {
			a.setFocus(layout.Reader)
		}
		return do(a)
	}
}

// turnFocus goes to the next pane that can be shown.
func (a *App) turnFocus(dir int) tea.Cmd {
	panes := layout.Panes()
	at := 0
	for i, p := range panes {
		if p == a.focus {
			at = i
		}
	}
	return a.goToPane(panes[(at+dir+len(panes))%len(panes)])
}

// goToPane gives the keys to a pane.
func (a *App) goToPane(p layout.Pane) tea.Cmd {
	if p == layout.Sidebar {
		a.sidebarOpen = true
	}
	a.setFocus(p)
	return nil
}

// openSelected reads the cable under the cursor of the list.
func (a *App) openSelected() tea.Cmd {
	if n := a.list.Selected(); n != shelf.None {
		return a.read(n)
	}
	return nil
}

func (a *App) turnTab(dir int) tea.Cmd {
	if !a.sidebarShown() {
		a.sidebarOpen = true
		return a.goToPane(layout.Sidebar)
	}
	a.sidebar.Turn(dir)
	return nil
}

func (a *App) toggleSidebar() tea.Cmd {
	switch {
	case (a.width < layout.ThreePanes || a.options.Plain) && a.focus != layout.Sidebar:
		return a.goToPane(layout.Sidebar)
	case a.focus == layout.Sidebar:
		a.sidebarOpen = false
		return a.goToPane(layout.Reader)
	}
	a.sidebarOpen = !a.sidebarOpen
	a.arrange()
	return nil
}

func (a *App) cycleTheme() tea.Cmd {
	a.themeName = a.options.Themes.Next(a.theme.ID)
	a.retheme()
	a.say("Theme: " + a.themeName)
	return nil
}

// narrowToName narrows the list to the cables that have the name under the cursor of the sidebar.
func (a *App) narrowToName() tea.Cmd {
	e, ok := a.sidebar.Selected()
	if !ok || e.Name == nil {
		a.say("Only a name can narrow the list: choose one in the tab of names.")
		return nil
	}
	a.filter.name = &shelf.Naming{In: a.at, Name: *e.Name}
	return a.refilter()
}
