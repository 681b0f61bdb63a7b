package theme

import (
	"charm.land/lipgloss/v2"

	"reftel/model"
)

// colored makes a theme of colours. The attributes are the same in all of them.
func colored(id string, c tokens) Theme {
	plain := lipgloss.NewStyle()
	accent := fg(c.accent)
	t := Theme{
		ID: id,

		Text:       plain,
		Dim:        fg(c.dim),
		Faint:      fg(c.faint),
		Title:      plain.Bold(true),
		Heading:    accent.Bold(true),
		ParaNumber: fg(c.dim),
		Notice:     fg(c.editor).Italic(true),

		PaneTitle:        fg(c.dim),
		PaneTitleFocused: accent.Bold(true),
		Separator:        fg(c.rule),
		Selected:         both(c.selected).Bold(true),
		SelectedBlurred:  both(c.blurred),
		Gutter:           accent.Bold(true),
		GutterBlurred:    fg(c.faint),
		OverlayBorder:    accent,
		CardBorder:       fg(c.rule),
		HeaderLabel:      fg(c.faint),
		HeaderValue:      plain,

		Name:             plain.Underline(true),
		NameChosen:       both(c.chosen).Bold(true).Underline(true),
		NameListed:       accent.Bold(true).Underline(true),
		Reference:        fg(c.reference).Underline(true),
		ReferenceMissing: fg(c.dim).Underline(true).Italic(true),
		ReferenceBroken:  fg(c.broken).Italic(true),
		Redaction:        both(c.redaction),
		Omission:         fg(c.editor).Italic(true),
		Loss:             fg(c.broken).Bold(true),
		Garble:           fg(c.garble).Italic(true),
		PageSign:         fg(c.faint),
		NoteSign:         fg(c.reference),
		Match:            both(c.match),
		MatchCurrent:     both(c.current).Bold(true).Underline(true),

		Bar:    accent,
		BarLit: plain.Bold(true),

		Status:       fg(c.dim),
		StatusInfo:   plain,
		StatusError:  fg(c.broken).Bold(true),
		Key:          accent.Bold(true),
		Chip:         fg(c.dim),
		ChipActive:   both(c.selected).Bold(true),
		ProgressDone: accent,
		ProgressRest: fg(c.rule),
		Prompt:       accent.Bold(true),
		Cursor:       plain.Reverse(true),
	}
	t.Marking = [levels]lipgloss.Style{
		model.LevelUnknown:       fg(c.faint),
		model.Unclassified:       fg(c.unclassified),
		model.Sensitive:          fg(c.sensitive),
		model.LimitedOfficialUse: fg(c.sensitive),
		model.Restricted:         fg(c.sensitive),
		model.Confidential:       fg(c.confidential),
		model.Secret:             fg(c.secret).Bold(true),
		model.TopSecret:          fg(c.topSecret).Bold(true),
	}
	t.Level = t.Marking
	return t
}

// mono makes the theme that has no colour: for NO_COLOR, for terminals that have none, for paper.
// Reverse is what is covered or found, underline is what leads on, bold leads the eye, faint is what
// can wait. A few say what they are not, so that they look the same over a name or a reference.
func mono() Theme {
	plain := lipgloss.NewStyle()
	bold, faint := plain.Bold(true), plain.Faint(true)
	underline, reverse := plain.Underline(true), plain.Reverse(true)
	t := Theme{
		ID: Mono,

		Text: plain, Dim: plain, Faint: faint, Title: bold, Heading: bold, ParaNumber: plain, Notice: faint,

		PaneTitle:        plain,
		PaneTitleFocused: bold.Underline(true),
		Separator:        faint,
		Selected:         reverse,
		SelectedBlurred:  bold,
		Gutter:           bold,
		GutterBlurred:    plain,
		OverlayBorder:    bold,
		CardBorder:       faint,
		HeaderLabel:      faint,
		HeaderValue:      plain,

		Name:             underline,
		NameChosen:       reverse.Bold(true).Underline(false),
		NameListed:       reverse.Faint(true),
		Reference:        underline.Bold(true),
		ReferenceMissing: underline.Faint(true),
		ReferenceBroken:  faint.Underline(false),
		Redaction:        reverse.Underline(false),
		Omission:         faint,
		Loss:             bold,
		Garble:           faint,
		PageSign:         faint,
		NoteSign:         faint,
		Match:            reverse.Underline(true),
		MatchCurrent:     reverse.Underline(true).Bold(true),

		Bar:    faint,
		BarLit: bold,

		Status:       plain,
		StatusInfo:   plain,
		StatusError:  bold,
		Key:          bold,
		Chip:         plain,
		ChipActive:   reverse,
		ProgressDone: bold,
		ProgressRest: faint,
		Prompt:       bold,
		Cursor:       reverse,
	}
	for level := range t.Marking {
		t.Marking[level] = plain
	}
	t.Marking[model.Secret], t.Marking[model.TopSecret] = bold, bold
	t.Level = t.Marking
	return t
}

// fg returns a style that is nothing but a foreground.
func fg(hex string) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(hex)) }

// both returns a style with a foreground and a background.
func both(p pair) lipgloss.Style { return fg(p.on).Background(lipgloss.Color(p.under)) }
