package model

// BlockKind says what a block of a cable is.
type BlockKind string

// The kinds of blocks. Page furniture of a publisher is no block: it belongs to no cable.
const (
	Header       BlockKind = "header"        // a line (or lines) above the text: see Role
	Heading      BlockKind = "heading"       // title of a group of paragraphs
	Paragraph    BlockKind = "paragraph"     // numbered, or unnumbered text
	SubParagraph BlockKind = "sub-paragraph" // lettered or bulleted, inside a paragraph
	Preformatted BlockKind = "preformatted"  // tables, address lists: line breaks and columns count
	Rule         BlockKind = "rule"          // underline of a heading, row of asterisks
	Signature    BlockKind = "signature"     // the signer's name
	Trailer      BlockKind = "trailer"       // what stands behind the signature
	Note         BlockKind = "note"          // a footnote of an edition: Letter is its number
)

// IsText reports whether blocks of the kind hold running text: the cable's or an editor's about it.
func (k BlockKind) IsText() bool {
	return k == Paragraph || k == SubParagraph || k == Preformatted || k == Note
}

// Role says what part a block plays.
type Role string

// The roles of paragraphs and headings.
const (
	SummaryRole Role = "summary"
	CommentRole Role = "comment"
	BodyRole    Role = "body"
)

// The roles of header blocks, in the order in which they usually stand.
const (
	HeadlineRole       Role = "headline"        // the publisher's headline
	HeadlineNoteRole   Role = "headline note"   // a bullet under it
	PublisherRole      Role = "publisher"       // a field the publisher added: Date:, Source:, Created
	TransmissionRole   Role = "transmission"    // VZCZC, routing, DE and ZNY lines
	DateTimeGroupRole  Role = "date-time group" // O R 292049Z JAN 10
	FromRole           Role = "from"            // FM
	ToRole             Role = "to"              // TO and the lines that go on
	InfoRole           Role = "info"            // INFO and the lines that go on
	ClassificationRole Role = "classification"  // S E C R E T SECTION 01 OF 05 MEXICO 000083
	CaptionRole        Role = "caption"         // SIPDIS, NOFORN on a line of their own
	AttentionRole      Role = "attention"       // STATE FOR EUR/WE
	ExecutiveOrderRole Role = "executive order" // E.O. 12958: DECL: ...
	TagsRole           Role = "tags"            // TAGS:
	SubjectRole        Role = "subject"         // SUBJECT:
	ReferencesRole     Role = "references"      // REF:
	ClassifiedByRole   Role = "classified by"   // Classified By: ... Reason: ...
	NoticeRole         Role = "notice"          // "This record is a partial extract ..."
	DatelineRole       Role = "dateline"        // Tuesday, 20 January 2004, 09:44
	OtherHeaderRole    Role = "header"          // any other line above the text
)

// SourceNoteRole is the role of the note that says where an edition's document was found, and with
// which classification and handling.
const SourceNoteRole Role = "source note"

// Block is one piece of a cable in reading order.
type Block struct {
	Kind    BlockKind `json:"kind"`
	Role    Role      `json:"role,omitzero"`
	Number  int       `json:"number,omitzero"`  // of a numbered paragraph
	Letter  string    `json:"letter,omitzero"`  // of a sub-paragraph: a, A, 1, -, o
	Marking Marking   `json:"marking,omitzero"` // portion marking without brackets
	EndLost bool      `json:"end_lost,omitzero"`

	// Lead is what stands before the text, verbatim and trimmed: "1. (SBU)", "--", "TAGS:",
	// the head of a table cell. Number, Letter and Marking are read from it.
	Lead string `json:"lead,omitzero"`

	// Text is the reading text: what follows Lead, page markers taken out, wrapped lines joined by
	// one space, hard line ends kept as "\n", no-break spaces read as spaces. It is valid UTF-8
	// and may hold control characters: whatever shows it makes them visible first.
	Text string `json:"text"`

	// LeadAt is where Lead stands in the file.
	LeadAt Span `json:"-"`
	// Pieces lead from Text back to the file, in order of Text. Bytes of Text in no piece were
	// put there by joining lines. Together with LeadAt they account for every byte of the block
	// that is not white space.
	Pieces []Piece `json:"-"`
}

// Piece ties a run of a block's text to the bytes of the file it was read from. Runs of equal
// length are the same bytes; others were decoded (an entity, a character of another charset).
type Piece struct {
	Text Span // in Block.Text
	File Span // in the file
}

// Verbatim reports whether text and file have the same bytes there.
func (p Piece) Verbatim() bool { return p.Text.Len() == p.File.Len() }

// FileSpan returns the bytes of the file between the first and the last byte of s, which lies in
// Text; ok is false when no piece covers any of it. What stands between two pieces (a line end, a
// page marker) is included.
func (b *Block) FileSpan(s Span) (file Span, ok bool) {
	for _, p := range b.Pieces {
		touches := p.Text.Overlaps(s) || (s.Empty() && p.Text.Start <= s.Start && s.Start <= p.Text.End)
		if !touches {
			continue
		}
		start, end := p.File.Start, p.File.End
		if p.Verbatim() {
			start += max(0, s.Start-p.Text.Start)
			end -= max(0, p.Text.End-s.End)
		}
		if !ok {
			file = Span{start, end}
		}
		file.End, ok = max(file.End, end), true
	}
	return file, ok
}
