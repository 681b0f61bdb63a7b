package keymap

// Group gathers actions of one kind in help and documentation.
type Group string

// The groups.
const (
	Move Group = "Move"
	Jump Group = "Jump"
	Find Group = "Find"
	Keep Group = "Keep"
	View Group = "View"
	App  Group = "App"
)

// Groups lists the groups in the order in which help and documentation show them.
func Groups() []Group { return []Group{Move, Jump, Find, Keep, View, App} }

// Binding is one row of the table of keys.
type Binding struct {
	Action Action
	Scope  Scope
	Group  Group
	Keys   []string // as Bubble Tea v2 spells them ("pgdown", "space", "G"); the keys of a sequence are parted by a space: "] r"
	Help   string   // what it does, verb first, at most 40 cells
	Hint   string   // a few words for the status line, of a sequence once it has begun; "" keeps it out of there
}

// Defaults returns the table of keys: the only place where a key is given to an action. Dispatch,
// help, status line, README and man page are all made from it. Keys are those of less and vim where
// these have one. No key needs more of a terminal than a VT220 had, and the arrows, Enter, Esc and
// Tab alone reach everything: Tab goes from pane to pane, Enter in the reader opens the palette where
// it stands on no reference, Tab in the palette steps through its kinds, the last being all actions, and in what else lies
// over the panes Tab leads to the row of actions in its lower edge: those of its scope that have a Hint.
func Defaults() []Binding {
	return []Binding{
		{MoveDown, Global, Move, []string{"j", "down"}, "Go down one line or entry", ""},
		{MoveUp, Global, Move, []string{"k", "up"}, "Go up one line or entry", ""},
		{PageDown, Global, Move, []string{"space", "f", "pgdown"}, "Go down a page", ""},
		{PageUp, Global, Move, []string{"b", "pgup"}, "Go up a page", ""},
		{HalfPageDown, Global, Move, []string{"d", "ctrl+d"}, "Go down half a page", ""},
		{HalfPageUp, Global, Move, []string{"ctrl+u"}, "Go up half a page", ""},
		{HalfPageUp, Reader, Move, []string{"u"}, "Go up half a page", ""},
		{HalfPageUp, Sidebar, Move, []string{"u"}, "Go up half a page", ""},
		{MoveTop, Global, Move, []string{"g", "home"}, "Go to the top", ""},
		{MoveBottom, Global, Move, []string{"G", "end"}, "Go to the bottom", ""},
		{FocusNext, Global, Move, []string{"tab"}, "Go to the next pane", "pane"},
		{FocusPrevious, Global, Move, []string{"shift+tab"}, "Go to the previous pane", ""},
		{FocusList, Global, Move, []string{"1"}, "Go to the list", ""},
		{FocusReader, Global, Move, []string{"2"}, "Go to the reader", ""},
		{FocusSidebar, Global, Move, []string{"3"}, "Go to the sidebar", ""},

		{OpenCable, List, Jump, []string{"enter"}, "Read the cable", "read"},
		{FollowReference, Reader, Jump, []string{"enter"}, "Follow the reference or open the palette", "follow"},
		{ChooseEntry, Sidebar, Jump, []string{"enter"}, "Light the name or jump to the entry", "choose"},
		{NextParagraph, Global, Jump, []string{"}"}, "Jump to the next paragraph", ""},
		{PreviousParagraph, Global, Jump, []string{"{"}, "Jump to the previous paragraph", ""},
		{NextReference, Global, Jump, []string{"] r"}, "Jump to the next reference", "reference"},
		{PreviousReference, Global, Jump, []string{"[ r"}, "Jump to the previous reference", "reference"},
		{NextRedaction, Global, Jump, []string{"] x"}, "Jump to the next redaction", "redaction"},
		{PreviousRedaction, Global, Jump, []string{"[ x"}, "Jump to the previous redaction", "redaction"},
		{NextLoss, Global, Jump, []string{"] l"}, "Jump to the next loss or omission", "loss"},
		{PreviousLoss, Global, Jump, []string{"[ l"}, "Jump to the previous loss or omission", "loss"},
		{NextMention, Global, Jump, []string{"] n"}, "Jump to the chosen name's next mention", "mention"},
		{PreviousMention, Global, Jump, []string{"[ n"}, "Jump to its previous mention", "mention"},
		{NextListed, Global, Jump, []string{"] w"}, "Jump to the next name of --list", "listed name"},
		{PreviousListed, Global, Jump, []string{"[ w"}, "Jump to the name of --list before", "listed name"},
		{NextTerm, Global, Jump, []string{"] a"}, "Explain the next abbreviation", "abbreviation"},
		{PreviousTerm, Global, Jump, []string{"[ a"}, "Explain the abbreviation before", "abbreviation"},
		{ExplainTerms, Global, Jump, []string{"="}, "Explain the cable's abbreviations", ""},
		{NextCable, Global, Jump, []string{"J"}, "Read the next cable", ""},
		{PreviousCable, Global, Jump, []string{"K"}, "Read the previous cable", ""},
		{HistoryBack, Global, Jump, []string{"H"}, "Go back to where you came from", ""},
		{HistoryForward, Global, Jump, []string{"L"}, "Go forward again", ""},

		{OpenPalette, Global, Find, []string{":", "ctrl+p"}, "Jump anywhere by typing a few letters", "jump"},
		{FindParagraph, Global, Find, []string{"#"}, "Find a paragraph or heading", ""},
		{FindReference, Global, Find, []string{"&"}, "Find a reference", ""},
		{FindRedaction, Global, Find, []string{"!"}, "Find a redaction, omission or loss", ""},
		{FindName, Global, Find, []string{"@"}, "Find a name, or the one you stand on", ""},
		{FindAction, Global, Find, []string{">"}, "Find an action and do it", ""},
		{NextUnread, List, Jump, []string{"u"}, "Go to the next unread cable", ""},
		{FilterList, List, Find, []string{"/"}, "Filter the list by words", "filter"},
		{ClearFilter, List, Find, []string{"x"}, "Clear the filter of the list", ""},
		{SaveSearch, List, Find, []string{"*"}, "Save the filter, or forget it", ""},
		{FindSearch, List, Find, []string{"\\"}, "Find a saved or earlier filter", ""},
		{OpenOverview, Global, Find, []string{"v"}, "Show the overview of the list", "overview"},
		{NameRules, Global, Find, []string{"E"}, "List your rules about names", ""},
		{CompareCopies, Global, Find, []string{"C"}, "Compare the copies of the cable", ""},
		{UndoName, Global, Find, []string{"U"}, "Take back the last change of names", ""},
		{SearchCable, Reader, Find, []string{"/"}, "Search in the cable", "search"},
		{NextHit, Global, Find, []string{"n"}, "Go to the next hit, on into more cables", ""},
		{PreviousHit, Global, Find, []string{"N"}, "Go to the hit before, on into others", ""},
		{FilterSidebar, Sidebar, Find, []string{"/"}, "Filter the sidebar", "filter"},
		{NarrowList, Sidebar, Find, []string{"c"}, "Narrow the list to cables with the name", "narrow list"},
		{EditName, Sidebar, Find, []string{"e"}, "Merge, split, rename or hide the name", "edit name"},
		{LookFurther, Sidebar, Find, []string{"+"}, "Follow references one step further", ""},
		{LookNearer, Sidebar, Find, []string{"-"}, "Follow them one step less far", ""},
		{ClearFilter, Sidebar, Find, []string{"x"}, "Clear the filter of the list", ""},

		{SetMark, Global, Keep, []string{"m"}, "Set a mark here: a letter follows", ""},
		{FindMark, Global, Keep, []string{"'"}, "Go to a mark or a note", ""},
		{WriteNote, Global, Keep, []string{"a"}, "Write a note on this paragraph", ""},
		{LabelCable, Global, Keep, []string{"l"}, "Label the cable, or take a label off", ""},
		{CopyPassage, Global, Keep, []string{"y p"}, "Copy the paragraph with its citation", "paragraph"},
		{CopyCitation, Global, Keep, []string{"y c"}, "Copy the citation", "citation"},
		{CopyID, Global, Keep, []string{"y i"}, "Copy the id", "id"},
		{CopyText, Global, Keep, []string{"y t"}, "Copy the text of the cable", "text"},
		{Pipe, Global, Keep, []string{"|"}, "Hand the paragraph or cable to a command", ""},
		{Export, Global, Keep, []string{"w"}, "Write the cable or the list into a file", ""},
		{ToggleRead, List, Keep, []string{"r"}, "Let the cable count as unread, or read", ""},

		{ZoomPane, Global, View, []string{"z"}, "Zoom the pane, or end the zoom", ""},
		{ShowSource, Global, View, []string{"s"}, "Show the source as it is, or the cable", ""},
		{NextTab, Global, View, []string{"o"}, "Show the next tab of the sidebar", ""},
		{ToggleSidebar, Global, View, []string{"O"}, "Show or hide the sidebar", ""},
		{NextTab, Sidebar, View, []string{"right"}, "Show the next tab of the sidebar", "tab"},
		{PreviousTab, Sidebar, View, []string{"left"}, "Show the previous tab of the sidebar", ""},
		{ReverseOrder, List, View, []string{"S"}, "Reverse the order of the list", ""},
		{CycleTheme, Global, View, []string{"t"}, "Change the theme: dark, light and others", ""},
		{ToggleMouse, Global, View, []string{"M"}, "Turn the mouse (wheel, clicks) off or on", ""},

		{OpenHelp, Global, App, []string{"?"}, "Show the keys of this pane", "help"},
		{StepBack, Global, App, []string{"esc"}, "Stop loading, or go back one level", ""},
		{Close, Global, App, []string{"q"}, "Close, or quit from the top level", ""},

		{MoveDown, Palette, Move, []string{"down", "ctrl+n"}, "Go to the next entry", ""},
		{MoveUp, Palette, Move, []string{"up", "ctrl+p"}, "Go to the previous entry", ""},
		{PageDown, Palette, Move, []string{"pgdown"}, "Go down a page", ""},
		{PageUp, Palette, Move, []string{"pgup"}, "Go up a page", ""},
		{PaletteJump, Palette, Jump, []string{"enter"}, "Jump there, or do the action", "choose"},
		{PaletteNext, Palette, Find, []string{"tab"}, "Show the next kind: # & ! @ ' / >", "kind"},
		{PalettePrevious, Palette, Find, []string{"shift+tab"}, "Show the previous kind", ""},
		{EditName, Palette, Find, []string{"ctrl+o"}, "Merge, split, rename or hide the name", "edit name"},
		{StepBack, Palette, App, []string{"esc"}, "Close the palette", "close"},

		{MoveDown, Overview, Move, []string{"j", "down"}, "Go down one row, or into the columns", ""},
		{MoveUp, Overview, Move, []string{"k", "up"}, "Go up one row, or to the histogram", ""},
		{OverviewLeft, Overview, Move, []string{"h", "left"}, "Go to the bar or column on the left", ""},
		{OverviewRight, Overview, Move, []string{"l", "right"}, "Go to the bar or column on the right", ""},
		{OverviewNext, Overview, Move, []string{"tab"}, "Go to the next column, or the actions", "column"},
		{OverviewPrevious, Overview, Move, []string{"shift+tab"}, "Go to the column before, or the actions", ""},
		{PageDown, Overview, Move, []string{"space", "f", "pgdown"}, "Go down a page, or ten bars on", ""},
		{PageUp, Overview, Move, []string{"b", "pgup"}, "Go up a page, or ten bars back", ""},
		{HalfPageDown, Overview, Move, []string{"d"}, "Go down half a page", ""},
		{HalfPageUp, Overview, Move, []string{"u"}, "Go up half a page", ""},
		{MoveTop, Overview, Move, []string{"g", "home"}, "Go to the first row or bar", ""},
		{MoveBottom, Overview, Move, []string{"G", "end"}, "Go to the last row or bar", ""},
		{OverviewNarrow, Overview, Find, []string{"enter"}, "Narrow the list to it", "narrow list"},
		{OverviewWiden, Overview, Find, []string{"backspace"}, "Take the last narrowing back", "take back"},
		{OverviewHidden, Overview, Find, []string{"!"}, "Show what is redacted, or the overview", "redactions"},
		{FilterList, Overview, Find, []string{"/"}, "Filter the list by words", "filter"},
		{CycleTheme, Overview, View, []string{"t"}, "Change the theme: dark, light and others", ""},
		{OpenHelp, Overview, App, []string{"?"}, "Show the keys of the overview", "help"},
		{StepBack, Overview, App, []string{"esc"}, "Go back a page, or close the overview", "close"},
		{Close, Overview, App, []string{"q", "v"}, "Close the overview", ""},

		{NoteKeep, Note, App, []string{"esc", "ctrl+s"}, "Keep the note and close", "keep"},
		{FootNext, Note, App, []string{"tab"}, "Go to the actions in the lower edge", "actions"},
		{FootPrevious, Note, App, []string{"shift+tab"}, "Go to the actions in the lower edge", ""},
		{NoteEditor, Note, App, []string{"ctrl+o"}, "Write it in your editor", "editor"},
		{NoteDrop, Note, App, []string{"ctrl+x"}, "Close and drop what was changed", "drop"},

		{MoveDown, Copies, Move, []string{"j", "down"}, "Go down one line", ""},
		{MoveUp, Copies, Move, []string{"k", "up"}, "Go up one line", ""},
		{PageDown, Copies, Move, []string{"space", "f", "pgdown"}, "Go down a page", ""},
		{PageUp, Copies, Move, []string{"b", "pgup"}, "Go up a page", ""},
		{HalfPageDown, Copies, Move, []string{"d"}, "Go down half a page", ""},
		{HalfPageUp, Copies, Move, []string{"u"}, "Go up half a page", ""},
		{MoveTop, Copies, Move, []string{"g", "home"}, "Go to the top", ""},
		{MoveBottom, Copies, Move, []string{"G", "end"}, "Go to the bottom", ""},
		{FootNext, Copies, Move, []string{"tab"}, "Go to the actions in the lower edge", "actions"},
		{FootPrevious, Copies, Move, []string{"shift+tab"}, "Go to the actions in the lower edge", ""},
		{ComparisonLeft, Copies, Move, []string{"h", "left"}, "Choose the first copy", ""},
		{ComparisonRight, Copies, Move, []string{"l", "right"}, "Choose the other copy", ""},
		{ComparisonNext, Copies, Jump, []string{"n", "] x"}, "Go to the next difference", "difference"},
		{ComparisonPrevious, Copies, Jump, []string{"N", "[ x"}, "Go to the difference before", "previous"},
		{ComparisonGo, Copies, Jump, []string{"enter"}, "Read on there in the chosen copy", "read"},
		{ComparisonCopy, Copies, Jump, []string{"c", "] c"}, "Compare with the next copy", "next copy"},
		{ComparisonCopyBefore, Copies, Jump, []string{"[ c"}, "Compare with the copy before", "copy before"},
		{ComparisonWhole, Copies, View, []string{"a"}, "Show the whole text, or what differs", "whole text"},
		{ComparisonFold, Copies, View, []string{"i"}, "Set both as one text, or side by side", "one text"},
		{CycleTheme, Copies, View, []string{"t"}, "Change the theme: dark, light, mono", ""},
		{OpenHelp, Copies, App, []string{"?"}, "Show the keys of the comparison", "help"},
		{StepBack, Copies, App, []string{"esc"}, "Close the comparison", "close"},
		{Close, Copies, App, []string{"q", "C"}, "Close the comparison", ""},

		{MoveDown, Prompt, Move, []string{"down", "ctrl+n"}, "Go to the next entry or hit", ""},
		{MoveUp, Prompt, Move, []string{"up", "ctrl+p"}, "Go to the previous entry or hit", ""},
		{PromptAccept, Prompt, Find, []string{"enter"}, "Keep the filter or search", "keep"},
		{PromptComplete, Prompt, Find, []string{"tab"}, "Complete the filter; again: otherwise", ""},
		{PromptCancel, Prompt, App, []string{"esc"}, "Drop what was typed", "drop"},

		{MoveDown, Help, Move, []string{"j", "down"}, "Go down one line", ""},
		{MoveUp, Help, Move, []string{"k", "up"}, "Go up one line", ""},
		{PageDown, Help, Move, []string{"space", "f", "pgdown"}, "Go down a page", ""},
		{PageUp, Help, Move, []string{"b", "pgup"}, "Go up a page", ""},
		{HalfPageDown, Help, Move, []string{"d"}, "Go down half a page", ""},
		{HalfPageUp, Help, Move, []string{"u"}, "Go up half a page", ""},
		{MoveTop, Help, Move, []string{"g", "home"}, "Go to the top", ""},
		{MoveBottom, Help, Move, []string{"G", "end"}, "Go to the bottom", ""},
		{FootNext, Help, Move, []string{"tab"}, "Go to the actions in the lower edge", "actions"},
		{FootPrevious, Help, Move, []string{"shift+tab"}, "Go to the actions in the lower edge", ""},
		{FilterHelp, Help, Find, []string{"/"}, "Filter the keys", "filter"},
		{StepBack, Help, App, []string{"esc"}, "Clear the filter, or close the help", "close"},
		{Close, Help, App, []string{"q", "?"}, "Close the help", ""},

		{FootLeft, Foot, Move, []string{"left"}, "Choose the action on the left", ""},
		{FootRight, Foot, Move, []string{"right"}, "Choose the action on the right", ""},
		{FootDo, Foot, Jump, []string{"enter"}, "Do the chosen action", "do it"},
		{FootLeave, Foot, Move, []string{"up"}, "Go back to what is above", "back"},
		{FootNext, Foot, Move, []string{"tab"}, "Go on to what is above", ""},
		{FootPrevious, Foot, Move, []string{"shift+tab"}, "Go on to what is above, to its end", ""},
		{StepBack, Foot, App, []string{"esc"}, "Close what they belong to", "close"},

		{Quit, Always, App, []string{"ctrl+c"}, "Quit", ""},
		{Suspend, Always, App, []string{"ctrl+z"}, "Back to the shell; fg comes back here", ""},
	}
}
