package parser

import "reftel/model"

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
