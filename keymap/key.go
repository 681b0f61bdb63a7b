package keymap

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// split parts a key of the table into the presses it is made of: "] r" into "]" and "r".
func split(keys string) []string { return strings.Fields(keys) }

// join undoes split.
func join(presses []string) string { return strings.Join(presses, " ") }

// Label returns a key of the table as help shows it: arrows as arrows, "pgdown" as "pgdn", the
// presses of a sequence side by side ("]r") where each is one sign.
func Label(keys string) string {
	presses := split(keys)
	sign := ""
	for i, press := range presses {
		if utf8.RuneCountInString(press) > 1 {
			sign = " "
		}
		presses[i] = pressLabel(press)
	}
	return strings.Join(presses, sign)
}

func pressLabel(press string) string {
	switch press {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgdown":
		return "pgdn"
	}
	return press
}

// printable reports whether the press types a character.
func printable(press string) bool {
	r, size := utf8.DecodeRuneInString(press)
	return press == "space" || size == len(press) && unicode.IsPrint(r)
}

// unsent says why no terminal without an extended keyboard protocol sends the press, or returns "".
// Such keys work on the author's machine and not over mosh, in tmux or in PuTTY.
func unsent(press string) string {
	if meant := drawn(press); meant != "" {
		return "write " + meant
	}
	if printable(press) {
		return ""
	}
	if meant := misspelt(press); meant != "" {
		return "there is no such key; write " + meant
	}
	mods, base := modifiers(press)
	shift, ctrl, alt := slices.Contains(mods, "shift"), slices.Contains(mods, "ctrl"), slices.Contains(mods, "alt")
	for _, mod := range mods {
		if mod != "shift" && mod != "ctrl" && mod != "alt" {
			return "most terminals send no " + mod + " key"
		}
	}
	if order := spell(ctrl, alt, shift, base); order != press {
		return "write " + order
	}
	switch {
	case named(base):
		if base == "tab" && shift && !ctrl {
			return ""
		}
		if shift && base == "space" || (shift || ctrl) && (base == "enter" || base == "esc" || base == "tab" || base == "backspace") {
			return "most terminals send plain " + base + " for it"
		}
		return ""
	case utf8.RuneCountInString(base) != 1:
		return "there is no such key; a sequence is written with spaces between its keys"
	case !printable(base):
		return "write the name of the key"
	case shift && !ctrl && !alt:
		return "write the character that it types: " + strings.ToUpper(base)
	case shift && ctrl:
		return "most terminals send it without the shift"
	case alt && base != strings.ToLower(base):
		return "write " + spell(ctrl, alt, true, strings.ToLower(base))
	case ctrl:
		return controlReason(base)
	}
	return ""
}

// modifiers takes a press apart: "ctrl+alt+x" into ctrl, alt and x.
func modifiers(press string) (mods []string, base string) {
	for base = press; ; {
		mod, rest, more := strings.Cut(base, "+")
		if !more || rest == "" || mod == "" {
			return mods, base
		}
		mods, base = append(mods, mod), rest
	}
}

// spell puts a press together, with the modifiers in the order in which Bubble Tea has them.
func spell(ctrl, alt, shift bool, base string) string {
	var b strings.Builder
	for _, m := range []struct {
		held bool
		name string
	}{{ctrl, "ctrl+"}, {alt, "alt+"}, {shift, "shift+"}} {
		if m.held {
			b.WriteString(m.name)
		}
	}
	return b.String() + base
}

// drawn returns the name of a key that was written as help draws it, "" for others.
func drawn(press string) string {
	switch press {
	case "↑":
		return "up"
	case "↓":
		return "down"
	case "←":
		return "left"
	case "→":
		return "right"
	}
	return ""
}

// misspelt returns how a key is spelled that was written as other programs have it, "" where that isn't known.
func misspelt(press string) string {
	s := strings.ToLower(press)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<"), ">")
	s = strings.NewReplacer("control", "ctrl", "option", "alt").Replace(s)
	if at := strings.LastIndexAny(s, "-_"); at > 0 && at+1 < len(s) {
		s = strings.NewReplacer("-", "+", "_", "+").Replace(s[:at+1]) + s[at+1:]
	}
	mods, base := modifiers(s)
	for i, m := range mods {
		switch m {
		case "c":
			mods[i] = "ctrl"
		case "s":
			mods[i] = "shift"
		case "m", "meta":
			mods[i] = "alt"
		}
	}
	if caret, found := strings.CutPrefix(base, "^"); found && len(caret) == 1 {
		mods, base = append(mods, "ctrl"), caret
	}
	switch base {
	case "pagedown", "page_down", "pgdn", "next":
		base = "pgdown"
	case "pageup", "page_up", "prior":
		base = "pgup"
	case "escape":
		base = "esc"
	case "return", "cr":
		base = "enter"
	case "spc", "spacebar":
		base = "space"
	case "del":
		base = "delete"
	case "ins":
		base = "insert"
	case "bs":
		base = "backspace"
	}
	if _, own := modifiers(press); utf8.RuneCountInString(own) == 1 && !slices.Contains(mods, "ctrl") {
		base = own // with alt a capital is another key
	}
	fixed := spell(slices.Contains(mods, "ctrl"), slices.Contains(mods, "alt"), slices.Contains(mods, "shift"), base)
	for _, m := range mods {
		if m != "ctrl" && m != "alt" && m != "shift" {
			return ""
		}
	}
	if fixed == press || !named(base) && utf8.RuneCountInString(base) != 1 {
		return ""
	}
	return fixed
}

// controlReason tells the control characters that are keys of their own or that no terminal makes.
func controlReason(base string) string {
	switch base {
	case "i":
		return "it is the same byte as tab"
	case "m":
		return "it is the same byte as enter"
	case "h":
		return "many terminals send it for backspace"
	case "[":
		return "it is the same byte as esc"
	}
	if c := base[0]; c < 'a' || c > 'z' {
		return "terminals make control characters only of the letters a to z"
	}
	return ""
}

// named reports whether the press is a key with a name that every terminal sends.
func named(base string) bool {
	switch base {
	case "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "insert", "delete",
		"enter", "tab", "esc", "backspace", "space",
		"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12":
		return true
	}
	return false
}
