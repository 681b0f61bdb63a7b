// Package letters holds what is known about single characters, so that every search reads them
// alike: what the palette finds, the filter finds too.
package letters

// Plain returns the plain letters that a small letter is typed as, which Unicode doesn't take apart:
// letters with a stroke or a hook, and ligatures (people type Lodz for Łódź and Orsted for Ørsted).
// It returns "" for any other rune.
func Plain(r rune) string {
	switch r {
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ħ':
		return "h"
	case 'ŧ':
		return "t"
	case 'ı', 'ɨ':
		return "i"
	case 'ŋ':
		return "n"
	case 'ĸ':
		return "k"
	case 'ƒ':
		return "f"
	case 'ə':
		return "e"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	}
	return ""
}

// IsApostrophe reports whether a rune is an apostrophe of any make, or one of the letters that
// transliterations use for hamza and ain.
func IsApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '‘', '’', '‛', '´', 'ʹ', 'ʼ', 'ʻ', 'ʽ', 'ʾ', 'ʿ', 'ˈ', '′', '＇':
		return true
	}
	return false
}
