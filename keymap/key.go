package keymap

import (
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
	if printable(press) {
		return ""
	}
	base, shift, ctrl := press, false, false
	for {
		mod, rest, more := strings.Cut(base, "+")
		if !more || rest == "" {
			break
		}
		switch mod {
		case "shift":
			shift = true
		case "ctrl":
			ctrl = true
		case "alt":
		default:
			return "most terminals send no " + mod + " key"
		}
		base = rest
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
	case shift && !ctrl:
		return "write the character that it types: " + strings.ToUpper(base)
	case shift:
		return "most terminals send it without the shift"
	case ctrl:
		return controlReason(base)
	}
	return ""
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
