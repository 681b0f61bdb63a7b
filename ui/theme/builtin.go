package theme

// pair is a foreground on a background of our own.
type pair struct{ on, under string }

// tokens are the colours of a theme, "#rrggbb". Those of text keep a contrast of 4.5 to 1 (WCAG 2.1,
// 1.4.3) on every usual background of the theme's kind and on the theme's own selected row; a rule
// is a line and no text: 3 to 1 (1.4.11).
type tokens struct {
	dim, faint string // secondary and tertiary text
	rule       string // lines between and around things
	accent     string // what belongs to the program: focus, keys, chips, progress

	unclassified, sensitive, confidential, secret, topSecret string

	reference string // leads on
	broken    string // leads nowhere, was lost, went wrong
	editor    string // words that are not the cable's: omissions, notices
	garble    string

	selected, blurred pair // row under the cursor
	redaction         pair // solid bar
	chosen            pair // mentions of the chosen name
	match, current    pair // search hits
}

func darkTokens() tokens {
	return tokens{
		dim:    "#c0c4ca",
		faint:  "#b1b4b8",
		rule:   "#78818d",
		accent: "#9cc3f6",

		unclassified: "#93c793",
		sensitive:    "#c4adea",
		confidential: "#9cc3f6",
		secret:       "#f8aaa2",
		topSecret:    "#f0ac62",

		reference: "#74cbc8",
		broken:    "#f8aaa2",
		editor:    "#b8b3a4",
		garble:    "#d3a6cf",

		selected:  pair{"#f4f6f9", "#3a3f47"},
		blurred:   pair{"#e4e6e9", "#2c2e31"},
		redaction: pair{"#17110a", "#cd9158"},
		chosen:    pair{"#e2eeff", "#27507f"},
		match:     pair{"#f6ebbf", "#55491a"},
		current:   pair{"#1a1704", "#ecd766"},
	}
}

func lightTokens() tokens {
	return tokens{
		dim:    "#4b5563",
		faint:  "#57606c",
		rule:   "#7c8591",
		accent: "#1c57a5",

		unclassified: "#246232",
		sensitive:    "#5f3795",
		confidential: "#1c57a5",
		secret:       "#ab1f1a",
		topSecret:    "#8a4300",

		reference: "#05606a",
		broken:    "#ab1f1a",
		editor:    "#5f574a",
		garble:    "#782b72",

		selected:  pair{"#10161f", "#dfe3ea"},
		blurred:   pair{"#1f2429", "#ebedef"},
		redaction: pair{"#fffaf3", "#8d4f17"},
		chosen:    pair{"#0c2f63", "#bfd8fb"},
		match:     pair{"#332a00", "#f8ebaa"},
		current:   pair{"#1a1500", "#f2c41f"},
	}
}

// The tokens of high contrast keep 7 to 1 (WCAG 2.1, 1.4.6) on black and white: nothing is dimmed.
func highContrastDark() tokens {
	return tokens{
		dim:    "#ffffff",
		faint:  "#e4e4e4",
		rule:   "#ffffff",
		accent: "#5fe6ff",

		unclassified: "#87ff87",
		sensitive:    "#e4c4ff",
		confidential: "#afdcff",
		secret:       "#ffb8b0",
		topSecret:    "#ffc46b",

		reference: "#5ff5ee",
		broken:    "#ffb8b0",
		editor:    "#fff2b3",
		garble:    "#ffc4f7",

		selected:  pair{"#ffffff", "#00285f"},
		blurred:   pair{"#ffffff", "#262626"},
		redaction: pair{"#000000", "#ffd75f"},
		chosen:    pair{"#ffffff", "#0050c8"},
		match:     pair{"#ffff87", "#4d4d00"},
		current:   pair{"#000000", "#ffff00"},
	}
}

func highContrastLight() tokens {
	return tokens{
		dim:    "#000000",
		faint:  "#262626",
		rule:   "#000000",
		accent: "#00308f",

		unclassified: "#004d00",
		sensitive:    "#4b0082",
		confidential: "#00308f",
		secret:       "#870000",
		topSecret:    "#6b3000",

		reference: "#004a4a",
		broken:    "#870000",
		editor:    "#3d3400",
		garble:    "#5c005c",

		selected:  pair{"#000000", "#cfe3ff"},
		blurred:   pair{"#000000", "#e4e4e4"},
		redaction: pair{"#ffffff", "#5c2e00"},
		chosen:    pair{"#000000", "#87c8ff"},
		match:     pair{"#000000", "#ffe680"},
		current:   pair{"#000000", "#ffb000"},
	}
}
