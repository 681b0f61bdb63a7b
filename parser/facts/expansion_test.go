package facts

import (
	"slices"
	"testing"
)

func TestGovernmentsGoByThePost(t *testing.T) {
	for post, want := range map[string]string{
		"NEWDELHI": "Government of India", "TELAVIV": "Government of Israel", "JAKARTA": "Government of Indonesia",
		"TEHRAN": "Government of Iran", "BAGHDAD": "Government of Iraq", "ROME": "Government of Italy", "REYKJAVIK": "Government of Iceland",
	} {
		p, _ := PostOf(post)
		if names, byPost := Government("GOI", p.Countries); !byPost || !slices.Equal(names, []string{want}) {
			t.Errorf("GOI at %s is %v, %v, want %s", post, names, byPost, want)
		}
	}
	for _, tt := range []struct{ acronym, post, want string }{
		{"GOB", "BRASILIA", "Government of Brazil"}, {"GOB", "MANAMA", "Government of Bahrain"}, {"GOC", "BOGOTA", "Government of Colombia"},
		{"GOE", "CAIRO", "Government of Egypt"}, {"GOP", "ISLAMABAD", "Government of Pakistan"}, {"GOS", "MADRID", "Government of Spain"},
		{"GOT", "ANKARA", "Government of Turkey"}, {"GOQ", "DOHA", "Government of Qatar"}, {"SAG", "RIYADH", "Saudi Arabian Government"},
		{"GOM", "TIJUANA", "Government of Mexico"}, {"GOES", "SANSALVADOR", "Government of El Salvador"},
	} {
		p, _ := PostOf(tt.post)
		if names, byPost := Government(tt.acronym, p.Countries); !byPost || !slices.Equal(names, []string{tt.want}) {
			t.Errorf("%s at %s is %v, %v", tt.acronym, tt.post, names, byPost)
		}
	}
	if names, byPost := Government("SAG", nil); byPost || !slices.Equal(names, []string{"Saudi Arabian Government", "South African Government"}) {
		t.Errorf("SAG from nowhere is %v, %v", names, byPost)
	}
	for _, word := range []string{"GO", "GOLD", "GDP", ""} {
		if names, _ := Government(word, []string{"Germany", "Denmark"}); names != nil {
			t.Errorf("%q is %v", word, names)
		}
	}
}

func TestExpansions(t *testing.T) {
	for word, want := range map[string]string{"DCM": "deputy chief of mission", "EO": "executive order", "POLOFF": "political officer", "SIPDIS": "distribution over SIPRNet"} {
		if e := Expansions(word); len(e) != 1 || e[0].Words != want {
			t.Errorf("%s: %v", word, e)
		}
	}
	if e := Expansions("PM"); len(e) != 2 {
		t.Errorf("PM is a prime minister and a bureau, not %v", e)
	}
}
