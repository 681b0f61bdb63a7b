package reader

import (
	"slices"
	"strings"

	"reftel/model"
	"reftel/ui/words"
)

// item is one thing that the reader stacks from top to bottom: a block of the cable, or a line of
// the card that reftel composes itself (block < 0).
type item struct {
	kind   itemKind
	block  int   // index in Cable.Blocks, or -1
	blocks []int // of a flow
	gap    int   // blank rows above
	text   string
}

type itemKind uint8

const (
	cardTitle   itemKind = iota // id and classification
	cardMeta                    // date, origin, size
	cardMeaning                 // what the TAGS stand for
	cardEnd                     // the line under the card
	textEnd                     // the line under the text
	field                       // a header block
	flow                        // header blocks that matter less, one behind the other
	attributes                  // what an archive noted of a telegram: a table
	subject                     // the subject line, or what stands in for it
	heading
	paragraph
	sub
	table
	rule
	closing    // signature and trailer
	note       // a footnote
	ending     // the blank row under the cable
	sourceLine // a line of the file
)

// itemsOf lays out the order of things: a card with what tells a reader what the cable is, the text,
// and below it what the communications centre and the publisher added, so that the text begins as
// high up as it can. Every block stands somewhere, once.
func itemsOf(c *model.Cable, d words.Dates) []item {
	headers := 0
	for headers < len(c.Blocks) && c.Blocks[headers].Kind == model.Header {
		headers++
	}
	items := cardOf(c, d, headers)
	notes := false
	for i := headers; i < len(c.Blocks); i++ {
		it := item{kind: paragraph, block: i, gap: 1}
		switch c.Blocks[i].Kind {
		case model.Header: // after the text has begun: a second REF section stays where it stands
			if c.Blocks[i].Role == model.PublisherRole {
				continue // with the others below the text
			}
			it.kind = field
		case model.Note:
			it.kind = note
			if !notes {
				items = append(items, item{kind: textEnd, block: -1, gap: 1})
				notes, it.gap = true, 0
			}
		case model.Heading:
			it.kind = heading
		case model.Rule:
			it.kind, it.gap = rule, ruleGap(c.Blocks, i)
		case model.SubParagraph:
			it.kind, it.gap = sub, subGap(c.Blocks, i)
		case model.Preformatted:
			it.kind = table
		case model.Signature, model.Trailer:
			it.kind = closing
		}
		items = append(items, it)
	}
	below := received(c)
	if len(below) > 0 && items[len(items)-1].kind == cardEnd { // no text between the two lines
		below = below[1:]
		below[0].gap = 1
	}
	items = append(items, below...)
	return append(items, item{kind: ending, block: -1})
}

// say has the card say something about the cable, and more.
func (d *doc) say(about, more string) {
	i := slices.IndexFunc(d.items, func(it item) bool { return it.kind == cardMeta })
	d.items[i].text = words.Join(" · ", about, more)
	delete(d.laid, i)
}

// cardOf is the header card.
func cardOf(c *model.Cable, d words.Dates, headers int) []item {
	items := []item{{kind: cardTitle, block: -1}}
	var fields, lines []int
	for i := range headers {
		switch role := c.Blocks[i].Role; {
		case role == model.SubjectRole:
			items = append(items, item{kind: subject, block: i})
		case role == model.CaptionRole, role == model.AttentionRole, role == model.OtherHeaderRole:
			lines = append(lines, i)
		case !belowText(role):
			fields = append(fields, i)
		}
	}
	items = append(items, item{kind: cardMeta, block: -1, text: d.About(c)})
	gap := 1
	for _, i := range fields {
		items = append(items, item{kind: field, block: i, gap: gap})
		gap = 0
		if c.Blocks[i].Role == model.TagsRole {
			if meanings := tagMeanings(c.Tags); meanings != "" {
				items = append(items, item{kind: cardMeaning, block: -1, text: meanings})
			}
			if indexed := words.Indexed(c); indexed != "" {
				items = append(items, item{kind: cardMeaning, block: -1, text: indexed})
			}
		}
	}
	if len(lines) > 0 {
		items = append(items, item{kind: flow, block: -1, blocks: lines})
	}
	return append(items, item{kind: cardEnd, block: -1})
}

// belowText reports whether header blocks of a role stand below the text. What they say of use is
// in the card already: the date, the classification, the post.
func belowText(role model.Role) bool {
	switch role {
	case model.PublisherRole, model.TransmissionRole, model.DateTimeGroupRole, model.ClassificationRole, model.InfoRole:
		return true
	}
	return false
}

// received is what stands below the text: the receivers for information, and what the
// communications centre and the publisher added.
func received(c *model.Cable) []item {
	var items []item
	var lines, noted []int
	above := true // the text has not begun
	for i := range c.Blocks {
		above = above && c.Blocks[i].Kind == model.Header
		switch role := c.Blocks[i].Role; {
		case c.Blocks[i].Kind != model.Header:
		case above && role == model.InfoRole:
			items = append(items, item{kind: field, block: i})
		case role == model.PublisherRole && strings.TrimSpace(c.Blocks[i].Lead) != "":
			noted = append(noted, i)
		case above && belowText(role), role == model.PublisherRole:
			lines = append(lines, i)
		}
	}
	const fewest = 6 // fewer make no table
	if len(noted) < fewest {
		lines, noted = append(lines, noted...), nil
		slices.Sort(lines)
	}
	if len(lines) > 0 {
		items = append(items, item{kind: flow, block: -1, blocks: lines})
	}
	if len(noted) > 0 {
		items = append(items, item{kind: attributes, block: -1, blocks: noted, gap: min(1, len(items))})
	}
	if len(items) > 0 {
		items = append([]item{{kind: textEnd, block: -1, gap: 1}}, items...)
	}
	return items
}

// ruleGap keeps an underline close to the heading above it.
func ruleGap(blocks []model.Block, i int) int {
	if i > 0 && blocks[i-1].Kind == model.Heading {
		return 0
	}
	return 1
}

// subGap sets short list entries close together and gives long ones room.
func subGap(blocks []model.Block, i int) int {
	const short = 90
	if i > 0 && blocks[i-1].Kind == model.SubParagraph &&
		len(blocks[i-1].Text) < short && len(blocks[i].Text) < short {
		return 0
	}
	return 1
}

// tagMeanings spells out the TAGS whose meaning is known, each in as few words as the tables have
// before their first comma.
func tagMeanings(tags []model.Tag) string {
	var parts []string
	for _, t := range tags {
		if meaning := words.TagMeaning(t.Meaning); meaning != "" {
			parts = append(parts, t.Code+" "+meaning)
		}
	}
	return strings.Join(parts, " · ")
}
