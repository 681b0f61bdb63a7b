package theme

import (
	"image/color"
	"regexp"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"reftel/model"
)

func TestNewFindsAThemeByName(t *testing.T) {
	for _, c := range []struct {
		name string
		dark bool
		want string
	}{
		{"auto", true, Dark}, {"auto", false, Light}, {"", true, Dark}, {"", false, Light},
		{"dark", false, Dark}, {"light", true, Light}, {"mono", true, Mono}, {"high-contrast", false, HighContrast},
	} {
		got, err := New(c.name, c.dark)
		if err != nil || got.ID != c.want {
			t.Errorf("New(%q, %v) = %q, %v; want %q", c.name, c.dark, got.ID, err, c.want)
		}
	}
}

func TestAnUnknownThemeIsAnErrorThatListsTheThemes(t *testing.T) {
	_, err := New("solarised", true)
	if err == nil {
		t.Fatal("no error for a theme that does not exist")
	}
	for _, want := range append(Set{}.Names(), `"solarised"`) {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error %q does not mention %s", err, want)
		}
	}
}

func TestNextGoesThroughAllThemes(t *testing.T) {
	set := NewSet([]Own{{Name: "night", Base: Dark}})
	seen, name := []string{}, Dark
	for range 5 {
		seen = append(seen, name)
		name = set.Next(name)
	}
	if got := strings.Join(seen, " "); got != "dark light high-contrast mono night" || name != Dark {
		t.Errorf("the themes follow each other as %s, then %s", got, name)
	}
	if got := set.Next("?"); got != Dark {
		t.Errorf("an unknown theme is followed by %s, want %s", got, Dark)
	}
}

var sgr = regexp.MustCompile(`\x1b\[([0-9;:]*)m`)

func TestMonoUsesNoColour(t *testing.T) {
	allowed := map[string]bool{"": true, "0": true, "1": true, "2": true, "4": true, "7": true}
	for name, style := range styles(mono()) {
		for _, m := range sgr.FindAllStringSubmatch(style.Render("x"), -1) {
			for code := range strings.SplitSeq(m[1], ";") {
				if !allowed[code] {
					t.Errorf("%s is drawn with SGR %s; mono has bold, faint, underline and reverse only", name, code)
				}
			}
		}
	}
}

func TestTextHasTheColoursOfTheTerminal(t *testing.T) {
	for _, name := range []string{Dark, Light, HighContrast, Mono} {
		th := named(t, name)
		for what, style := range map[string]lipgloss.Style{"Text": th.Text, "HeaderValue": th.HeaderValue, "StatusInfo": th.StatusInfo} {
			if got := style.Render("x"); got != "x" {
				t.Errorf("%s: %s is drawn as %q, want plain text", name, what, got)
			}
		}
	}
}

func TestWhatIsFoundInTheTextLooksDifferent(t *testing.T) {
	for _, name := range []string{Dark, Light, HighContrast, Mono} {
		th := named(t, name)
		seen := make(map[string]string)
		for what, style := range map[string]lipgloss.Style{
			"Text": th.Text, "Name": th.Name, "NameChosen": th.NameChosen, "NameListed": th.NameListed, "Reference": th.Reference,
			"ReferenceMissing": th.ReferenceMissing, "ReferenceBroken": th.ReferenceBroken,
			"Redaction": th.Redaction, "Match": th.Match, "MatchCurrent": th.MatchCurrent, "Loss": th.Loss,
		} {
			drawn := style.Render("x")
			if other, again := seen[drawn]; again {
				t.Errorf("%s: %s and %s are drawn the same, %q", name, what, other, drawn)
			}
			seen[drawn] = what
		}
	}
}

func TestMarksWithWordsHaveAStyle(t *testing.T) {
	th := named(t, Dark)
	for kind, want := range map[model.MarkKind]lipgloss.Style{
		model.Redaction: th.Redaction, model.Omission: th.Omission, model.Garble: th.Garble, model.Protect: th.Notice,
	} {
		if got, ok := th.Mark(kind, ""); !ok || got.Render("x") != want.Render("x") {
			t.Errorf("%s is drawn as %q", kind, got.Render("x"))
		}
	}
	for state, want := range map[model.RefState]lipgloss.Style{
		model.Resolved: th.Reference, model.ParagraphHere: th.Reference,
		model.NotInLibrary: th.ReferenceMissing, model.Unnamed: th.ReferenceMissing, model.NoCable: th.ReferenceMissing,
		model.LetterWithoutList: th.ReferenceBroken, model.NoSuchParagraph: th.ReferenceBroken,
	} {
		if got, ok := th.Mark(model.Citation, state); !ok || got.Render("x") != want.Render("x") {
			t.Errorf("a reference that is %s is drawn as %q", state, got.Render("x"))
		}
	}
	for _, kind := range []model.MarkKind{model.Loss, model.PageBreak} {
		if _, ok := th.Mark(kind, ""); ok {
			t.Errorf("%s has a style for words it does not have", kind)
		}
	}
}

func TestAMarkKeepsItsLookOnTheSelectedRow(t *testing.T) {
	for _, name := range []string{Dark, Light, HighContrast} {
		th := named(t, name)
		level := th.Level[model.Secret]
		on := level.Inherit(th.Selected)
		if on.GetForeground() != level.GetForeground() || on.GetBackground() != th.Selected.GetBackground() {
			t.Errorf("%s: SECRET on the selected row is drawn with %v on %v", name, on.GetForeground(), on.GetBackground())
		}
	}
}

// A terminal with 16 or 256 colours gets the nearest: letters must not end on their own colour,
// neither as they are nor in the selected row.
func TestFewColoursLeaveEverythingReadable(t *testing.T) {
	for _, name := range []string{Dark, Light, HighContrast} {
		th := named(t, name)
		for what, style := range styles(th) {
			for _, row := range []lipgloss.Style{style, style.Inherit(th.Selected), style.Inherit(th.SelectedBlurred)} {
				if _, none := row.GetBackground().(lipgloss.NoColor); none {
					continue
				}
				for _, profile := range []colorprofile.Profile{colorprofile.ANSI256, colorprofile.ANSI} {
					on, under := profile.Convert(row.GetForeground()), profile.Convert(row.GetBackground())
					if sameColour(on, under) {
						t.Errorf("%s: %s is %v on %v with %v", name, what, on, under, profile)
					}
				}
			}
		}
	}
}

func TestEveryStyleIsOnlyALook(t *testing.T) {
	for _, name := range []string{Dark, Light, HighContrast, Mono} {
		for what, style := range styles(named(t, name)) {
			if got := lipgloss.Width(style.Render("abc")); got != 3 {
				t.Errorf("%s: %s draws three cells as %d", name, what, got)
			}
		}
	}
}

func sameColour(a, b color.Color) bool {
	r, g, bl, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	return r == r2 && g == g2 && bl == b2
}

func named(t *testing.T, name string) Theme {
	t.Helper()
	th, err := New(name, true)
	if err != nil {
		t.Fatal(err)
	}
	return th
}
