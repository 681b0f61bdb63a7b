package theme

import (
	"image/color"
	"reflect"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// backgrounds that terminals really have: plain black and white, and those of widely used schemes.
var backgrounds = map[string][]string{
	Dark:  {"#000000", "#1e1e1e", "#282c34", "#002b36"},
	Light: {"#ffffff", "#fafafa", "#fdf6e3", "#eff1f5"},

	HighContrast:             {"#000000", "#1e1e1e"},
	HighContrast + ", light": {"#ffffff", "#fafafa"},
}

// colours are the tokens of every theme that has some.
var colours = map[string]tokens{Dark: darkTokens(), Light: lightTokens(), HighContrast: highContrastDark(), HighContrast + ", light": highContrastLight()}

func TestEveryColourIsReadableOnEveryUsualBackground(t *testing.T) {
	for name, c := range colours {
		unders := append([]string{c.selected.under, c.blurred.under}, backgrounds[name]...)
		least := 4.5
		if strings.HasPrefix(name, HighContrast) {
			least = 7
		}
		fields := reflect.ValueOf(c)
		for i := range fields.NumField() {
			token := fields.Type().Field(i).Name
			if fields.Field(i).Kind() != reflect.String {
				p := fields.Field(i)
				on, under := p.Field(0).String(), p.Field(1).String()
				if got := contrast(on, under); got < least {
					t.Errorf("%s: %s: %s on %s has contrast %.2f, want %.1f", name, token, on, under, got, least)
				}
				continue
			}
			want := least
			if token == "rule" {
				want = 3
			}
			for j, under := range unders {
				if token == "rule" && j < 2 { // no line is drawn through a row
					continue
				}
				if got := contrast(fields.Field(i).String(), under); got < want {
					t.Errorf("%s: %s: %s on %s has contrast %.2f, want %.1f", name, token, fields.Field(i), under, got, want)
				}
			}
		}
	}
}

func TestBarsStandOutFromTheBackground(t *testing.T) {
	for name, c := range colours {
		for _, under := range backgrounds[name] {
			if got := contrast(c.redaction.under, under); got < 3 {
				t.Errorf("%s: a redaction's bar %s on %s has contrast %.2f, want 3", name, c.redaction.under, under, got)
			}
		}
	}
}

// The 256 colours are the same on every terminal, so what becomes of a theme there can be computed.
func TestColoursStayReadableAmong256(t *testing.T) {
	for _, name := range []string{Dark, Light, HighContrast} {
		th := named(t, name)
		selected := th.Selected.GetBackground()
		for what, style := range styles(th) {
			_, noColour := style.GetForeground().(lipgloss.NoColor)
			line := what == "Separator" || what == "CardBorder" || what == "ProgressRest"
			if noColour || line {
				continue
			}
			unders := []color.Color{style.GetBackground()}
			if _, none := unders[0].(lipgloss.NoColor); none {
				unders = []color.Color{selected, lipgloss.Color(backgrounds[name][0]), lipgloss.Color(backgrounds[name][1])}
			}
			for _, under := range unders {
				on, under := colorprofile.ANSI256.Convert(style.GetForeground()), colorprofile.ANSI256.Convert(under)
				if got := ratio(on, under); got < 4.5 {
					t.Errorf("%s: %s is %v on %v, contrast %.2f, want 4.5", name, what, on, under, got)
				}
			}
		}
	}
}
