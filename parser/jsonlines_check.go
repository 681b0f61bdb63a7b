package parser

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"reftel/model"
)

// What a record says of its text is checked against the text. Whatever does not hold is left out, so that
// no record can lead a reader to a place that isn't there.

const highestNumber = 1e6 // of a paragraph, a page

var (
	blockKinds = []model.BlockKind{model.Header, model.Heading, model.Paragraph, model.SubParagraph, model.Preformatted,
		model.Rule, model.Signature, model.Trailer, model.Note}
	markKinds = []model.MarkKind{model.Redaction, model.Omission, model.Loss, model.PageBreak, model.Citation,
		model.Protect, model.Garble, model.Stamp, model.NoteSign}
	refTos = []model.RefTo{"", model.ToLetter, model.ToList, model.ToCable, model.ToParagraph, model.ToSeptel,
		model.ToDocument, model.ToNote, model.ToPage}
	refStates = []model.RefState{"", model.Resolved, model.NotInLibrary, model.LetterWithoutList, model.ParagraphHere,
		model.NoSuchParagraph, model.Unnamed, model.NoCable}
	refKinds = []model.ReferenceKind{model.RefCable, model.RefTelegram, model.RefEmail, model.RefReport, model.RefBook,
		model.RefPhone, model.RefOther}
	nameKinds   = []model.NameKind{model.Person, model.Organization, model.Place, model.Term}
	nameOrigins = []model.NameOrigin{model.FromMarkup, model.FromIndexers}
)

// checkBlock takes back what a block can't be.
func (r *recordReader) checkBlock(b *model.Block, at model.Span) {
	if !slices.Contains(blockKinds, b.Kind) {
		r.warn(at, fmt.Sprintf("%q is no kind of block: it is read as a paragraph", b.Kind))
		b.Kind = model.Paragraph
	}
	if b.Number < 0 || b.Number > highestNumber {
		r.warn(at, fmt.Sprintf("no paragraph has the number %d: it is left out", b.Number))
		b.Number = 0
	}
}

// place checks a place in the text and gives it the block's number in the cable.
func (r *recordReader) place(block *int, s model.Span) error {
	if *block < 0 || *block >= len(r.index) || r.index[*block] < 0 {
		return fmt.Errorf("there is no block %d", *block)
	}
	*block = r.index[*block]
	text := r.c.Blocks[*block].Text
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return fmt.Errorf("[%d,%d] lies outside its block of %d bytes", s.Start, s.End, len(text))
	}
	for _, at := range []int{s.Start, s.End} {
		if at < len(text) && !utf8.RuneStart(text[at]) {
			return fmt.Errorf("byte %d is in the middle of a character", at)
		}
	}
	return nil
}

// readsBack checks that a form is what stands in the text.
func (r *recordReader) readsBack(block int, s model.Span, form string) error {
	if s.In(r.c.Blocks[block].Text) != form {
		return fmt.Errorf("its words %.60q are not what stands at [%d,%d] of block %d", form, s.Start, s.End, block)
	}
	return nil
}

// oneOf checks a word of a closed list.
func oneOf[T ~string](word T, list []T) error {
	if !slices.Contains(list, word) {
		return fmt.Errorf("%.40q is none of %.200q", word, list)
	}
	return nil
}

// mark reads one mark.
func (r *recordReader) mark(v model.Span) error {
	var m model.Mark
	if err := json.Unmarshal(r.data[v.Start:v.End], &m); err != nil {
		return err
	}
	err := errors.Join(oneOf(m.Kind, markKinds), oneOf(m.RefTo, refTos), oneOf(m.State, refStates))
	if err != nil {
		return err
	}
	if err := r.place(&m.Block, m.Span); err != nil {
		return err
	}
	if m.Page < 0 || m.Pages < 0 || m.Page > highestNumber || m.Pages > highestNumber {
		return fmt.Errorf("there is no page %d of %d", m.Page, m.Pages)
	}
	taken := m.Span.Empty() && (m.Kind == model.PageBreak || m.Kind == model.Stamp)
	switch {
	case taken && m.Form != "":
		if m.File = r.memberString(v, "form"); m.File.Empty() {
			return errors.New(`its "form" can't be found`)
		}
	case m.Form != "" || !m.Span.Empty():
		if err := r.readsBack(m.Block, m.Span, m.Form); err != nil {
			return err
		}
	}
	r.c.Marks = append(r.c.Marks, m)
	return nil
}

// memberString returns where the inside of a string stands that is a member of an object, the last one of
// that name, which is the one that counts.
func (r *recordReader) memberString(object model.Span, name string) (inside model.Span) {
	eachMember(r.data, object, func(key, value model.Span) {
		if r.first(value) == '"' && string(r.data[key.Start+1:key.End-1]) == name {
			inside = model.Span{Start: value.Start + 1, End: value.End - 1}
		}
	})
	return inside
}

// reference reads one entry of the REF list.
func (r *recordReader) reference(v model.Span) error {
	var ref model.Reference
	if err := json.Unmarshal(r.data[v.Start:v.End], &ref); err != nil {
		return err
	}
	err := errors.Join(oneOf(ref.Kind, refKinds), oneOf(ref.State, refStates))
	if err != nil {
		return err
	}
	if err := r.place(&ref.Block, ref.Span); err != nil {
		return err
	}
	if err := r.readsBack(ref.Block, ref.Span, ref.Raw); err != nil {
		return err
	}
	r.c.References = append(r.c.References, ref)
	return nil
}

// name reads one name that the source gave. Names without an origin are reftel's own finds, which it will
// make again.
func (r *recordReader) name(v model.Span) error {
	var n model.Name
	if err := json.Unmarshal(r.data[v.Start:v.End], &n); err != nil {
		return err
	}
	if n.Origin == "" {
		return nil
	}
	err := errors.Join(oneOf(n.Kind, nameKinds), oneOf(n.Origin, nameOrigins))
	if err != nil {
		return err
	}
	if n.Name == "" {
		return errors.New("it names nobody")
	}
	mentions := n.Mentions
	n.Mentions = n.Mentions[:0]
	var broken error
	for _, m := range mentions {
		if err := r.place(&m.Block, m.Span); err != nil {
			broken = err
			continue
		}
		n.Mentions = append(n.Mentions, m)
	}
	if len(n.Mentions) == 0 && broken != nil {
		return broken
	}
	if broken != nil {
		r.warn(v, fmt.Sprintf("a mention of %.60q is left out: %s", n.Name, jsonReason(broken)))
	}
	r.c.Names = append(r.c.Names, n)
	return nil
}
