package entityscore

import (
	_ "embed"
	"strings"
	"unicode"

	"reftel/model"
)

// class says what sort of words a mention is.
type class uint8

const (
	proper     class = iota
	common           // pronouns, offices, nouns: HE, THE GOVERNMENT, EMBOFF
	adjective        // what people of a place are called: TURKISH, THE EGYPTIANS
	government       // a nation by the acronym of its government, which reftel calls an organization: GOT
)

//go:embed common.txt
var commonFile string

//go:embed adjectives.txt
var adjectivesFile string

// heads of organizations whose names are made of common words: NATIONAL ELECTRICITY BOARD.
const headsFile = `AGENCY ASSOCIATION BANK BOARD BUREAU COMMISSION COMMITTEE CONFERENCE CORPORATION COUNCIL DEPARTMENT FEDERATION FRONT
FUND INSTITUTE MINISTRY ORGANIZATION PARTY SERVICE SOCIETY TRIBUNAL UNION UNIVERSITY FLEET ACADEMY ASSEMBLY`

// emptyFile holds words that make no name of a head.
const emptyFile = `THE A OF THIS THAT OUR HIS ITS THEIR POLITICAL OPPOSITION NEW LOCAL TWO THREE WHOLE MEMBER GOVERNING LABOR
WORKING EXECUTIVE GOVERNMENT COMMUNIST SOCIALIST BOTH OWN MAJORITY OTHER FOREIGN`

var commons, adjectives, heads, empty = set(commonFile), set(adjectivesFile), set(headsFile), set(emptyFile)

func set(s string) map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(s) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				words[w] = true
			}
		}
	}
	return words
}

// classOf sorts a mention by its words.
func classOf(text string, kind model.NameKind) class {
	words := wordsOf(text)
	if kind == model.Place && len(words) <= 2 && len(words) > 0 && isGovernment(words[len(words)-1]) {
		return government
	}
	adjectival, other, head, content := false, false, false, 0
	for _, w := range words {
		switch {
		case adjectives[w]:
			adjectival = true
		case !commons[w] && !isNumber(w):
			other = true
		}
		head = head || heads[w]
		if !empty[w] && !isNumber(w) {
			content++
		}
	}
	switch {
	case other:
		return proper
	case kind == model.Organization && head && content >= 2:
		return proper
	case adjectival && kind == model.Place:
		return adjective
	case adjectival && kind == model.Organization && head:
		return proper
	}
	return common
}

// isGovernment recognises GOI, GOPO, USG and HMG.
func isGovernment(w string) bool {
	return w == "USG" || w == "HMG" || w == "ROKG" || w == "GUR" || strings.HasPrefix(w, "GO") && (len(w) == 3 || len(w) == 4 && w != "GOVT")
}

func isNumber(w string) bool { return strings.Trim(w, "0123456789") == "" }

// wordsOf cuts a mention into words without possessives; a word that a line end broke is whole again.
func wordsOf(s string) []string {
	s = strings.ReplaceAll(strings.ToUpper(s), "- ", "")
	s = strings.NewReplacer("’S", " ", "'S", " ", "’", " ", "'", " ").Replace(s)
	return strings.FieldsFunc(strings.ReplaceAll(s, ".", ""), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' })
}
