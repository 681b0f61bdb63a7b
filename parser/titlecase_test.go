package parser

import "testing"

func TestTitleCase(t *testing.T) {
	for subject, want := range map[string]string{
		"":                                      "",
		"NEW HARBOUR OPENS":                     "New Harbour Opens",
		"THE FISH OF THE DAY":                   "The Fish of the Day",
		"HARBOUR: THE NEW PIER":                 "Harbour: The New Pier",
		"HARBOUR - AN OVERVIEW":                 "Harbour - An Overview",
		"HARBOUR -- A LOOK":                     "Harbour -- A Look",
		"WHO ASKED?: THE FISHERMEN":             "Who Asked?: The Fishermen",
		"UK-US TALKS ON NATO/ISAF":              "UK-US Talks on NATO/ISAF",
		"GOL'S NEW \"PIER\" (AND A BOAT)":       "GOL's New \"Pier\" (and a Boat)",
		"63RD MEETING OF PART II":               "63rd Meeting of Part II",
		"DON'T ASK; WE'LL TELL":                 "Don't Ask; We'll Tell",
		"COTE D'OR RE-OPENS":                    "Cote D'Or Re-Opens",
		"FACE-TO-FACE WITH MCDOE":               "Face-to-Face With McDoe",
		"DR. JANE LEFT THE XPFK":                "Dr. Jane Left the XPFK",
		"PRTS AND BANS":                         "PRTs and Bans",
		"U.S. FISH IN U.S. WATERS":              "U.S. Fish in U.S. Waters",
		"Fish and Chips -- a Visit to the PIER": "Fish and Chips -- A Visit to the PIER",
		"fish  for \n free":                     "Fish  for \n Free",
	} {
		if got := TitleCase(subject); got != want {
			t.Errorf("TitleCase(%q) = %q, want %q", subject, got, want)
		}
	}
}
