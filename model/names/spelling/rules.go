package spelling

// rule says how letters sound.
type rule struct {
	letters string
	sounds  []string // where several languages read them differently, each reading
}

// rules are tried at every place of a word, the longest letters first. They put together the spellings of one sound that
// these systems give it:
//
//   - Russian and Ukrainian: BGN/PCGN 1947 and 2019 (shch, zh, kh, ts, y), French (chtch, ch, j, kh, ou) and German
//     (schtsch, sch, ch, z, j, w) transcription as newspapers and encyclopaedias use them (Duden, Larousse)
//   - Arabic: BGN/PCGN 1956 and ALA-LC (q, gh, kh, dh, th, sh, j, w, y), the French transcription of the Maghreb and the Levant
//     (k, dj, ch, ou), Egyptian g for j; Persian: BGN/PCGN 1958 (z for dh, s for th, v for w, e and o for i and u)
//
// Sounds: the vowels a, i (e, i, y) and u (o, u, w); C for all that hiss (sh, ch, zh, j); c for ts; q, which is written k as
// well as g; the other letters for themselves.
var rules = []rule{
	{"schtsch", one("C")}, {"chtch", one("C")}, {"shch", one("C")}, {"dsch", one("C")}, {"tsch", one("C")},
	{"dzh", one("C")}, {"tch", one("C")}, {"sch", one("C")}, {"sh", one("C")}, {"zh", one("C")}, {"cz", one("C")}, {"dj", one("C")},
	{"ch", []string{"C", "k"}}, {"kh", []string{"k", "h"}}, {"gh", one("g")}, {"ph", one("f")}, {"ck", one("k")},
	{"dh", []string{"d", "z"}}, {"th", []string{"t", "s", "d"}}, {"ts", one("c")}, {"tz", one("c")},
	{"c", one("k")}, {"x", []string{"ks", "h"}},
	{"j", []string{"C", "i", "g"}}, {"w", []string{"f", "u"}}, {"v", one("f")},
	{"ou", one("u")}, {"oo", one("u")}, {"o", one("u")}, {"e", one("i")}, {"y", one("i")},
}

// endings are the ends of Slavic surnames: -ov, -ev and their feminine, -ić.
var endings = []rule{
	{"iov", one("if")}, {"yov", one("if")}, {"jow", one("if")}, {"jew", one("if")}, {"yev", one("if")}, {"iev", one("if")}, {"ioff", one("if")}, {"ieff", one("if")},
	{"ov", one("if")}, {"ev", one("if")}, {"ow", one("if")}, {"ew", one("if")}, {"off", one("if")}, {"eff", one("if")},
	{"yeva", one("ifa")}, {"ieva", one("ifa")}, {"jewa", one("ifa")}, {"ova", one("ifa")}, {"eva", one("ifa")}, {"owa", one("ifa")}, {"ewa", one("ifa")},
	{"ic", []string{"iC", "ik"}},
}

func one(sound string) []string { return []string{sound} }

// cyrillic gives the letters of Russian and Ukrainian after BGN/PCGN 1947.
var cyrillic = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'е': "e", 'є': "ye", 'ж': "zh", 'з': "z", 'и': "i", 'і': "i",
	'ї': "yi", 'й': "y", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u",
	'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "yu", 'я': "ya",
}
