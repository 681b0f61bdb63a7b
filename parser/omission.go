package parser

import (
	"strings"

	"reftel/model"
)

// Omissions (HANDBOOK, rule zero): an editor left words out and said so. It is his choice, not secrecy.

// omissionBegins reports whether a bracket begins as editors describe what they left out: "[Omitted
// here is a list of persons.]", "[Here follow 2 paragraphs on Laos.]".
func omissionBegins(content string) bool {
	const longest = 60
	words := strings.Fields(strings.ToLower(content[:min(len(content), longest)]))
	if len(words) < 2 {
		return false
	}
	first, second := strings.Trim(words[0], "_*\\"), strings.Trim(words[1], "_*\\,")
	if first == "" && len(words) > 2 {
		first, second = second, words[2]
	}
	if scanIsOneOf(first, "here", "there") {
		return scanIsOneOf(second, "follow", "follows", "followed", "omitted")
	}
	return tolerantErrors(first, "omitted") <= 2 && (second == "here" || second == "is" || second == "are")
}

// omissionOfDrafter are words of a drafter: "[which he omitted]" is none of an editor's.
var omissionOfDrafter = [...]string{"he", "she", "they", "we", "who", "which", "it", "had", "not", "never", "have"}

// omissionEnds reports whether the words of a bracket end as an editor's do: "[matter omitted]",
// "[2 paragraphs omitted]", "[attachment not printed]".
func omissionEnds(words string) bool {
	words = strings.TrimRight(words, ".,;: ")
	if head, found := strings.CutSuffix(words, "not printed"); found {
		return strings.Count(head, " ") < redactionLongest/2 && !strings.Contains(head, ". ")
	}
	if omissionIsMatter(words) {
		return true
	}
	letters, at := lastLetters(words)
	end, found := tolerantTail(letters, "omitted")
	if !found || at[end] > 0 && words[at[end]-1] != ' ' {
		return false
	}
	head := strings.Fields(words[:at[end]])
	if len(head) > redactionLongest {
		return false
	}
	for _, w := range head {
		if scanIsOneOf(w, omissionOfDrafter[:]...) {
			return false
		}
	}
	return true
}

// omissionIsMatter reports whether words are "matter omitted", the mark of the Australian series, in
// any of the spellings that scanning made of it (FORMATS section 7).
func omissionIsMatter(words string) bool {
	letters, _ := lastLetters(words)
	const longest = len("matteromitted") + 4
	return len(letters) <= longest && omissionErrors(letters) <= 3
}

// omissionErrors counts the errors in letters that should be "matter" and "omitted".
func omissionErrors(letters string) int {
	least := 2 * len("matteromitted")
	for cut := 5; cut <= 8 && cut < len(letters); cut++ {
		least = min(least, tolerantErrors(letters[:cut], "matter")+tolerantErrors(letters[cut:], "omitted"))
	}
	return least
}

// ellipsis marks a spaced ellipsis (". . .") where it stands for text an editor left out: in a
// paragraph, outside quotations, not glued to a word, though a full stop may stand before it.
// Three dots without blanks are a speaker's or a drafter's; so are spaced ones inside a quotation
// or in a heading.
func (m *marker) ellipsis(i int) int {
	end, dots := i+1, 1
	for end+1 < len(m.text) && m.text[end] == ' ' && m.text[end+1] == '.' {
		end, dots = end+2, dots+1
	}
	if i > 0 && !scanIsBlank(m.text[i-1]) { // the first dot ends the sentence before
		i, dots = i+2, dots-1
	}
	if dots < 3 {
		return end
	}
	free := end == len(m.text) || scanIsBlank(m.text[end])
	if free && !m.quoted && m.kind.IsText() && m.kind != model.Preformatted {
		m.add(model.Mark{Kind: model.Omission}, i, end)
	}
	return end
}
