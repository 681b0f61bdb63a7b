package parser

import "strings"

// What exemption codes mean (HANDBOOK section 3, "Codes"): the Freedom of Information Act's exemptions,
// the reasons of Executive Orders 12958 and 13526, those of the Presidential Records Act, and the CIA's
// own signs on papers released before 2000.

// exemptionActs are the exemptions of the Freedom of Information Act.
var exemptionActs = map[string]string{
	"1": "national defense or foreign policy", "2": "internal personnel rules", "3": "another statute", "4": "trade secrets",
	"5": "deliberation and legal privilege", "6": "personal privacy", "7": "law enforcement", "8": "supervision of banks", "9": "geology of wells",
	"7a": "law enforcement proceedings", "7b": "fair trial", "7c": "privacy in law enforcement", "7d": "confidential source of law enforcement",
	"7e": "techniques of law enforcement", "7f": "life or safety",
}

// exemptionReasons are the reasons for classification in section 1.4 of the orders (1.5 until 2003).
var exemptionReasons = map[byte]string{
	'a': "military plans and weapons", 'b': "foreign government information", 'c': "intelligence", 'd': "foreign relations and confidential sources",
	'e': "science and economy", 'f': "nuclear safeguards", 'g': "vulnerabilities", 'h': "weapons of mass destruction",
}

// exemptionOld are the exemptions of papers older than 25 years: section 3.3(b), and 25X of the CIA.
var exemptionOld = map[byte]string{
	'1': "human source or intelligence method", '2': "weapons of mass destruction", '3': "cryptology", '4': "weapon systems",
	'5': "war plans", '6': "foreign relations", '7': "protection of the President", '8': "emergency plans and vulnerabilities", '9': "statute, treaty or agreement",
}

// exemptionPresidential are the restrictions of the Presidential Records Act.
var exemptionPresidential = map[byte]string{
	'1': "national security", '2': "appointments", '3': "statute", '4': "trade secrets", '5': "advice to the President", '6': "personal privacy",
}

// exemptionMeaning returns in words what the codes of a redaction mean, "" where none is known.
func exemptionMeaning(codes string) string {
	var meanings []string
	for rest := codes; rest != ""; {
		rest = strings.TrimLeft(rest, " ,;/&\n")
		n := exemptionCodeAt(rest)
		if n == 0 {
			break
		}
		if words := exemptionMeaningOf(strings.ToLower(rest[:n])); words != "" {
			meanings = append(meanings, words)
		}
		rest = rest[n:]
	}
	return strings.Join(meanings, "; ")
}

// exemptionBare takes the signs out of a code.
var exemptionBare = strings.NewReplacer("(", "", ")", "", " ", "")

// exemptionMeaningOf returns the meaning of one code in lower case.
func exemptionMeaningOf(code string) string {
	bare := exemptionBare.Replace(code)
	last := bare[len(bare)-1]
	switch {
	case strings.HasPrefix(bare, "1.4"), strings.HasPrefix(bare, "1.5"):
		return exemptionReasons[last]
	case strings.HasPrefix(bare, "3."):
		return exemptionOld[last]
	case strings.HasPrefix(bare, "25x"), strings.HasPrefix(bare, "50x"):
		return exemptionOld[bare[3]]
	case bare == "prm":
		return "personal record misfiled"
	case strings.HasPrefix(bare, "stat"):
		return "intelligence statute"
	case bare[0] == 'p':
		return exemptionPresidential[last]
	}
	return exemptionActs[bare[1:]]
}
